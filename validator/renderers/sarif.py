"""SARIF 2.1.0, as GitHub's code scanning reads it; the full profile is for tools that read all of SARIF.

One SARIF run per rule pack. There is no clock and no absolute path in it: the same reports give the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from validator.model.pack import Level, Pack, Rule
from validator.model.result import Assessment, Outcome
from validator.model.run import Run
from validator.renderers import Options
from validator.renderers.findings import FOUND, Finding, findings, level, order, told, unassessed
from validator.renderers.places import file_of, place
from validator.renderers.pointing import cut, explained, has_lines, refusal_of, refused, region, section_of
from validator.renderers.wording import said, shown, source, text
from validator.version import __version__
from validator.words import Lang

Shape = dict[str, Any]

MOST = 5_000
"""Results of a run that GitHub keeps."""

MOST_FULL = 25_000
"""Results of a run with which GitHub takes the file at all."""

_DESCRIPTION = 1024
_LEVELS: Mapping[Level, str] = {"error": "error", "warning": "warning", "info": "note"}
_SEVERITIES: Mapping[Level, str] = {"error": "error", "warning": "warning", "info": "recommendation"}
_KINDS: Mapping[Outcome, str] = {
    "pass": "pass",
    "partial": "fail",
    "fail": "fail",
    "unknown": "open",
    "error": "open",
    "not_applicable": "notApplicable",
    "not_checked": "notApplicable",
    "not_selected": "notApplicable",
    "informational": "informational",
    "waived": "informational",
}
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def render(run: Run, options: Options) -> bytes:
    """Return one SARIF log, UTF-8, indented."""
    used = {a.pack for a in run.assessments} or set(list(run.packs)[:1])
    every = findings(run)
    remarks = [_notification("remark", "info", said(words, options.lang)) for words in run.remarks]
    runs: list[Shape] = []
    for name in (name for name in run.packs if name in used):
        part = run._replace(assessments=tuple(a for a in run.assessments if a.pack == name))
        of_pack = [f for f in every if f.report.pack == name]
        runs.append(_run(part, run.packs[name], of_pack, remarks if not runs else [], options))
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": runs}
    return (json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _run(run: Run, pack: Pack, every: Sequence[Finding], remarks: Sequence[Shape], options: Options) -> Shape:
    lang = options.lang
    chosen, most = (every, MOST_FULL) if options.full else (_for_github(every), MOST)
    chosen = sorted(chosen, key=order)
    compared = any(f.result.known for f in every)
    said_apart = [*remarks, *_notifications(run, every, lang), *_left_out(len(chosen) - most, lang)]
    driver = {
        "name": "chaque",
        "semanticVersion": __version__,
        "rules": [_rule(rule, pack, lang) for rule in pack.rules],
    }
    return {
        "tool": {"driver": driver},
        "automationDetails": {"id": _category(run.assessments, pack)},
        "language": text("zh-CN", "en-US", lang),
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": said_apart}],
        "results": [_full(f, lang, compared) if options.full else _result(f, lang) for f in chosen[:most]],
    }


def _for_github(every: Sequence[Finding]) -> list[Finding]:
    """Leave out what GitHub would show as an open alert though it is none; a rule's own fault is a notification."""
    return [f for f in told(every) if f.result.outcome != "error"]


def _category(assessments: Sequence[Assessment], pack: Pack) -> str:
    years = {a.facts.report_year for a in assessments if a.status == "assessed"}
    year = years.pop() if len(years) == 1 else None
    return f"annual-report/{pack.id}/{year}/" if year else f"annual-report/{pack.id}/"


def _rule(rule: Rule, pack: Pack, lang: Lang) -> Shape:
    title, why, fix = (said(words, lang) or rule.id for words in (rule.title, rule.why, rule.fix))
    norm = source(rule, lang)
    marked = [_marked(part) for part in (title, why, fix, norm)]
    return {
        "id": rule.id,
        "shortDescription": {"text": cut(title, _DESCRIPTION)},
        "fullDescription": {"text": cut(why, _DESCRIPTION)},
        "help": {"text": f"{fix}\n{norm}", "markdown": f"**{marked[0]}**\n\n" + "\n\n".join(marked[1:])},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
        "properties": {
            "tags": ["annual-report", pack.id, rule.role],
            # What is scored is asked for by the norm; what is not is a hint that a person should look at.
            "precision": "high" if rule.role == "scored" else "medium",
            "problem.severity": _SEVERITIES[rule.level],
        },
    }


def _marked(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _result(f: Finding, lang: Lang) -> Shape:
    """Return a result as GitHub shows it: it looks at the level and not at the kind."""
    r, unit = f.result, f.report.facts.unit
    properties: Shape = {"result": r.outcome, "weight": f.rule.weight, "pack": f"{f.pack.id}@{f.pack.version}"}
    if r.credit is not None:
        properties["credit"] = r.credit / 100
    if unit:
        properties["unit"] = shown(unit)
    return {
        "ruleId": f.rule.id,
        "ruleIndex": f.place,
        "kind": "fail",
        "level": _LEVELS[level(f)],
        "message": _message(explained(f, lang)),
        "locations": [_location(f, lang)],
        "partialFingerprints": {"primaryLocationLineHash": f.fingerprint},
        "properties": properties,
    }


def _full(f: Finding, lang: Lang, compared: bool) -> Shape:
    """Return a result with everything that SARIF can say of it. Only failures have a level.

    What a reviewer has lifted stands as the machine saw it, suppressed. *compared*: something is known, so there
    is a baseline; without one nothing is new.
    """
    r = f.result
    lifted = r.waived if r.waived and r.waived.outcome in FOUND and r.outcome not in FOUND else None
    kind = _KINDS[lifted.outcome if lifted else r.outcome]
    shape = {**_result(f, lang), "kind": kind, "level": _LEVELS[f.rule.level] if kind == "fail" else "none"}
    if lifted:
        remark = {"justification": shown(lifted.remark)} if lifted.remark else {}
        shape["suppressions"] = [{"kind": "external", "status": "accepted", **remark}]
    if compared:
        shape["baselineState"] = "unchanged" if r.known else "new"
    return shape


def _message(text: str) -> Shape:
    """Return a message in which SARIF finds no link: ``[text](target)`` is one."""
    return {"text": text.replace("](", "] (")}


def _location(f: Finding, lang: Lang) -> Shape:
    at = region(f)
    named = section_of(f) or "document"
    if f.result.evidence and not has_lines(f.report):
        named += f" / {place(f.result.evidence[0], lang)}"
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(f.report),
            "region": {
                "startLine": at.line,
                "startColumn": at.column,
                "endLine": at.end_line,
                "endColumn": at.end_column,
            },
        },
        "logicalLocations": [{"fullyQualifiedName": named, "kind": "module" if named == "document" else "member"}],
    }


def _artifact(a: Assessment) -> Shape:
    return {"uri": quote(file_of(a), safe="/")}


def _notifications(run: Run, every: Sequence[Finding], lang: Lang) -> Iterator[Shape]:
    """Tell what could not be assessed: files, and rules that failed by themselves."""
    for a, loud in unassessed(run):
        yield _notification(refusal_of(a), loud, refused(a, lang), a)
    for f in every:
        if f.result.outcome == "error":
            told_of = _notification("rule-error", "error", explained(f, lang), f.report)
            yield {**told_of, "associatedRule": {"id": f.rule.id, "index": f.place}}


def _left_out(number: int, lang: Lang) -> Iterator[Shape]:
    if number > 0:
        words = text(f"结果太多，另有 {number} 项没有列出。", f"Too many results: {number} more are left out.", lang)
        yield _notification("left-out", "warning", words)


def _notification(name: str, loud: Level, words: str, a: Assessment | None = None) -> Shape:
    shape: Shape = {"descriptor": {"id": name}, "level": _LEVELS[loud], "message": _message(words)}
    if a:
        shape["locations"] = [{"physicalLocation": {"artifactLocation": _artifact(a)}}]
    return shape

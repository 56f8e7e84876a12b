"""The result as JSON: the primary machine format, ``chaque.result/1``. Keys may be added, never changed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from validator.model.pack import Pack, Rule
from validator.model.result import Assessment, Evidence, Result
from validator.renderers import Options
from validator.renderers.shape import (
    EvidenceShape,
    FactsShape,
    ReportShape,
    ResultShape,
    RunShape,
)
from validator.renderers.summary import summary
from validator.version import __version__
from validator.words import Lang, say

if TYPE_CHECKING:
    from validator.renderers.shape import EvidenceShape, FactsShape, ReportShape, ResultShape, RunShape

_BELOW = ("fail", "partial", "unknown", "error")


def render(assessments: Sequence[Assessment], pack: Pack, options: Options) -> bytes:
    """Return one JSON object, UTF-8, indented."""
    return (json.dumps(run(assessments, pack, options.lang), ensure_ascii=False, indent=1) + "\n").encode(
        "utf-8", "backslashreplace"
    )


def run(assessments: Sequence[Assessment], pack: Pack, lang: Lang) -> RunShape:
    """Return the whole result as plain data."""
    rules = {rule.id: rule for rule in pack.rules}
    return {
        "schema": "chaque.result/1",
        "tool": {"name": "chaque", "version": __version__},
        "pack": {"id": pack.id, "version": pack.version, "sha256": pack.sha256},
        "reports": [report(a, rules, lang) for a in assessments],
        "summary": summary(assessments),
    }


def report(a: Assessment, rules: Mapping[str, Rule], lang: Lang) -> ReportShape:
    """Return one report as plain data."""
    score = a.score
    return {
        "source": {"path": a.path, "format": a.format, "sha256": a.sha256, "characters": a.characters},
        "status": a.status,
        "reason": say(a.reason, lang) if a.reason else None,
        "facts": _facts(a),
        "score": score.value if score else None,
        "score_range": [score.low, score.high] if score and score.low is not None and score.high is not None else None,
        "verdict": a.verdict,
        "missing": list(a.missing),
        "results": [_result(r, rules[r.rule], lang) for r in a.results],
        "notes": [say(note, lang) for note in a.notes],
    }


def _facts(a: Assessment) -> FactsShape:
    f = a.facts
    return {
        "title": f.title,
        "unit": f.unit,
        "unit_type": f.unit_type,
        "report_year": f.report_year,
        "issued_on": f.issued_on,
        "issued_from": f.issued_from,
        "published_on": f.published_on,
        "document_number": f.document_number,
        "addressee": f.addressee,
    }


def _result(r: Result, rule: Rule, lang: Lang) -> ResultShape:
    item = say(rule.source.item, lang)
    return {
        "rule": r.rule,
        "title": say(rule.title, lang),
        "result": r.outcome,
        "credit": None if r.credit is None else r.credit / 100,
        "weight": rule.weight,
        "level": rule.level,
        "role": rule.role,
        "message": say(r.message, lang),
        "fix": say(rule.fix, lang) if r.outcome in _BELOW else None,
        "source": f"{say(rule.source.norm, lang)} {item}".strip(),
        "evidence": [_evidence(e) for e in r.evidence],
    }


def _evidence(e: Evidence) -> EvidenceShape:
    shape: EvidenceShape = {
        "line": e.line,
        "column": e.column,
        "end_line": e.end_line,
        "end_column": e.end_column,
        "text": e.text,
        "section": e.section,
    }
    if e.page is not None:
        shape["page"] = e.page
    if e.paragraph is not None:
        shape["paragraph"] = e.paragraph
    return shape

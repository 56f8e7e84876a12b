"""Annotations of a GitHub workflow, printed as commands; the page that sums a job up is made from another format.

GitHub executes a line that begins with ``::``, and one with ``##[…]`` anywhere in it. What is printed for people
therefore stands between ``::stop-commands::`` and its token, and each line of it begins with a word of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from validator.model.pack import Level, Pack
from validator.model.result import Assessment
from validator.model.run import Run
from validator.renderers import Options
from validator.renderers.findings import LEVELS, Finding, findings, known, level, told, unassessed
from validator.renderers.places import file_of
from validator.renderers.pointing import explained, has_lines, refused, region
from validator.renderers.wording import lacking, said, score, shown, text, totals, verdict
from validator.words import Lang

MOST = 10
"""Annotations of one kind that GitHub shows of a step; more vanish without a word."""

_KINDS: Mapping[Level, str] = {"error": "error", "warning": "warning", "info": "notice"}
_TOKEN = re.compile(r"[A-Za-z0-9_-]+")
_FIRST = 1_000_000  # heavier than any rule: of a file that cannot be read nothing is known


class _Note(NamedTuple):
    level: Level
    weight: int
    command: str


def render(run: Run, options: Options) -> bytes:
    """Return lines for the log of a job, UTF-8: a sentence per report, then the annotations, the heaviest first."""
    lang = options.lang
    every = findings(run)
    notes = [*_files(run, lang), *(_Note(level(f), f.rule.weight, _command(f, lang)) for f in told(every))]
    commands = _limited(sorted(notes, key=lambda n: (LEVELS.index(n.level), -n.weight)), lang)
    sentences = [line.replace("##[", "## [") for line in _sentences(run, known(every), lang)]
    token = _token(options.token, "\n".join([*sentences, *commands]))
    lines = [f"::stop-commands::{token}", *sentences, f"::{token}::", *commands]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def _files(run: Run, lang: Lang) -> Iterator[_Note]:
    for a, loud in unassessed(run):
        yield _Note(loud, _FIRST, _annotation(_KINDS[loud], {"file": shown(file_of(a))}, refused(a, lang)))


def _command(f: Finding, lang: Lang) -> str:
    at = region(f)
    place = {"file": shown(file_of(f.report)), "line": str(at.line)}
    if has_lines(f.report):
        place["endLine"] = str(at.end_line)
    if has_lines(f.report) and at.line == at.end_line:  # GitHub takes no columns of several lines
        place |= {"col": str(at.column), "endColumn": str(at.end_column)}
    place["title"] = f"{said(f.rule.title, lang)} ({f.rule.id})"
    return _annotation(_KINDS[level(f)], place, explained(f, lang))


def _annotation(kind: str, properties: Mapping[str, str], message: str) -> str:
    named = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{kind} {named}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _limited(notes: Sequence[_Note], lang: Lang) -> list[str]:
    """Return as many commands of each kind as GitHub shows; one notice is kept for how many are left out."""
    kinds = [[n.command for n in notes if n.level == wanted] for wanted in LEVELS]
    if any(len(kind) > MOST for kind in kinds):
        shown_ = [kind[: MOST - (wanted == "info")] for wanted, kind in zip(LEVELS, kinds, strict=True)]
        left = len(notes) - sum(map(len, shown_))
        closing = text(f"另有 {left} 项，见汇总", f"{left} more: see the summary", lang)
        kinds = [*shown_, [f"::notice::{closing}"]]
    return [command for kind in kinds for command in kind]


def _sentences(run: Run, left_out: int, lang: Lang) -> Iterator[str]:
    for a in run.assessments:
        file, about = shown(file_of(a)), _about(a, run.packs[a.pack], lang)
        yield text(f"报告 {file}：{about}", f"Report {file}: {about}", lang)
    if left_out:
        yield text(f"已知问题（基线）没有列出：{left_out} 项", f"Known findings left out: {left_out}", lang)
    for remark in run.remarks:
        yield text("提示：", "Note: ", lang) + said(remark, lang)
    yield f"{text('汇总：', 'Summary: ', lang)}{totals(run.assessments, lang)}"


def _about(a: Assessment, pack: Pack, lang: Lang) -> str:
    if a.status != "assessed":
        return refused(a, lang)
    words = verdict(a, lang) + text("，得分 ", ", score ", lang) + score(a.score)
    missing = lacking(a, pack, lang)
    return f"{words}{text('；', '; ', lang)}{missing}" if missing else words


def _token(given: str, content: str) -> str:
    """Return the caller's word, or one made from *content*, that *content* does not hold, in small letters or large."""
    token, tries, content = given, 0, content.lower()
    while not _TOKEN.fullmatch(token) or token.lower() in content:
        token = sha256(f"{tries}\n{content}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
        tries += 1
    return token

"""Where a finding points in its file, and what is said about it there: for machines that show it beside the text."""

from __future__ import annotations

from typing import NamedTuple

from validator.model.result import Assessment, Evidence
from validator.renderers.findings import Finding
from validator.renderers.wording import decision, fix, message, quoted, said, shown, text, verdict
from validator.words import Lang

LINED = ("txt", "html")
"""Formats whose lines and columns are those of the file; a Word file or a PDF has none."""

MAX_MESSAGE = 1000
_TITLE = "title"


class Region(NamedTuple):
    """A part of a file: 1-based lines and columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Region(1, 1, 1, 1)


def has_lines(a: Assessment) -> bool:
    """Tell whether places are lines of the file."""
    return a.format in LINED


def region(f: Finding) -> Region:
    """Return where to point: the quotation; for what is missing the title; the file's start where it has no lines."""
    e = _spot(f)
    if e is None or not has_lines(f.report):
        return START
    start = (max(e.line, 1), max(e.column, 1))
    return Region(*start, *max(start, (e.end_line, e.end_column)))


def _spot(f: Finding) -> Evidence | None:
    if f.result.evidence:
        return f.result.evidence[0]
    titles = (r.evidence[0] for r in f.report.results if r.rule == _TITLE and r.outcome == "pass" and r.evidence)
    return next(titles, None)


def section_of(f: Finding) -> str | None:
    """Return the heading of the section in which the quotation stands."""
    heading = f.result.evidence[0].section if f.result.evidence else None
    return shown(heading) if heading else None


def explained(f: Finding, lang: Lang) -> str:
    """Return one line: what was found, where if the file has no lines, who decided, and what to write. Never empty."""
    parts = [message(f.result, lang)]
    if f.result.evidence and not has_lines(f.report):
        at = quoted(f.result.evidence[0], lang)
        parts.append(text(f"（{at}）", f"({at})", lang))
    if f.result.waived:
        parts.append(decision(f.rule, f.result, lang) + text("。", ".", lang))
    if advice := fix(f.rule, f.result, lang):
        parts.append(text("建议：", "Advice: ", lang) + advice)
    return cut(text("", " ", lang).join(parts))


def refusal_of(a: Assessment) -> str:
    """Return the name, as rules have one, of why a file was not assessed."""
    return a.status.replace("_", "-")


def refused(a: Assessment, lang: Lang) -> str:
    """Return why a file was not assessed, in one line."""
    return cut(verdict(a, lang) + text("：", ": ", lang) + said(a.reason, lang) if a.reason else verdict(a, lang))


def cut(text: str, most: int = MAX_MESSAGE) -> str:
    """Return *text* in at most *most* characters."""
    return text if len(text) <= most else f"{text[: most - 1]}…"

"""Reviewdog's Diagnostic Format, one JSON object per finding and line.

Its columns count bytes of UTF-8, and how many a line has in front of a quotation only the file can tell; quotations
have private data hidden and white space changed. So places are whole lines, which the format knows as ranges without
columns. Word files and PDFs have no lines: what stands there is told of the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from validator.model.pack import Level
from validator.model.run import Run
from validator.renderers import Options
from validator.renderers.findings import Finding, findings, level, told, unassessed
from validator.renderers.places import file_of
from validator.renderers.pointing import explained, has_lines, refusal_of, refused, region
from validator.renderers.wording import shown
from validator.words import Lang

Shape = dict[str, Any]

_SEVERITIES: Mapping[Level, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(run: Run, options: Options) -> bytes:
    """Return one line per finding that is neither known nor lifted, UTF-8; the loudest first, after unread files."""
    # On one line of JSON, what ``shown`` writes out is the same character to whoever parses it.
    lines = (shown(json.dumps(d, ensure_ascii=False)) for d in _diagnostics(run, options.lang))
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def _diagnostics(run: Run, lang: Lang) -> Iterator[Shape]:
    for a, loud in unassessed(run):
        yield _diagnostic(refused(a, lang), {"path": file_of(a)}, loud, refusal_of(a))
    for f in told(findings(run)):
        yield _diagnostic(explained(f, lang), _location(f), level(f), f.rule.id)


def _diagnostic(message: str, location: Shape, loud: Level, code: str) -> Shape:
    return {
        "message": message,
        "location": location,
        "severity": _SEVERITIES[loud],
        "source": {"name": "chaque"},
        "code": {"value": code},
    }


def _location(f: Finding) -> Shape:
    location: Shape = {"path": file_of(f.report)}
    if has_lines(f.report):
        at = region(f)
        last = at.end_line - (at.end_column == 1 and at.end_line > at.line)  # ends before that line's first character
        location["range"] = {"start": {"line": at.line}}
        if last > at.line:
            location["range"]["end"] = {"line": last}
    return location

"""GitLab's Code Quality report: what the merge request shows beside the changed lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from validator.model.pack import Level
from validator.model.run import Run
from validator.renderers import Options
from validator.renderers.findings import Finding, findings, hashed, told, unassessed
from validator.renderers.places import file_of
from validator.renderers.pointing import explained, refusal_of, refused, region
from validator.renderers.wording import shown
from validator.words import Lang

Shape = dict[str, Any]

_SEVERITIES: Mapping[Level, tuple[str, str]] = {
    "error": ("critical", "major"),
    "warning": ("major", "minor"),
    "info": ("info", "info"),
}
"""Level of the rule → severity of what is missing, and of what is there in part; no report is a blocker."""


def render(run: Run, options: Options) -> bytes:
    """Return a JSON array, UTF-8, one finding per line: those that are neither known nor lifted, the loudest first."""
    # On one line of JSON, what ``shown`` writes out is the same character to whoever parses it.
    lines = [shown(json.dumps(issue, ensure_ascii=False)) for issue in _issues(run, options.lang)]
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode("utf-8", "backslashreplace")


def _issues(run: Run, lang: Lang) -> Iterator[Shape]:
    for a, loud in unassessed(run):
        name, file = refusal_of(a), file_of(a)
        print_ = f"{hashed(a.pack, name, file)}:1"
        yield _issue(refused(a, lang), name, print_, "major" if loud == "warning" else "info", file, 1)
    for f in told(findings(run)):
        yield _issue(explained(f, lang), f.rule.id, f.fingerprint, _severity(f), file_of(f.report), region(f).line)


def _issue(description: str, check_name: str, fingerprint: str, severity: str, path: str, line: int) -> Shape:
    return {
        "description": description,
        "check_name": check_name,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line}},
    }


def _severity(f: Finding) -> str:
    """Return the severity: what is open says nothing bad, a rule that failed by itself should be looked at."""
    fail, partial = _SEVERITIES[f.rule.level]
    return {"fail": fail, "partial": partial, "error": "minor"}.get(f.result.outcome, "info")

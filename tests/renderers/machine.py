"""What the tests of the machine formats share: assessments with one thing changed, and words that mean harm."""

from __future__ import annotations

import re
from typing import Any

from tests.support import check, report, run_of
from validator.model.result import Assessment, Evidence, Outcome, Result, Waived
from validator.model.run import Run
from validator.renderers import Options, render
from validator.words import Words

HOSTILE = (
    "=cmd|'/c calc'!A1 ::error::x\r\n::warning file=a::y\n%0A <script>alert(1)</script> ]]> --> "
    "\x1b[31m \x07 \u202e \u2066 \u2028 `a` | # @b [c](javascript:d) \ud800 \udfff ##[error]e"
)
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_DECIDED = {"pass": 100, "partial": 50, "fail": 0}


def assessed(*without: str, file: str = "a.txt") -> Assessment:
    """Return the assessment of a report that lacks these elements."""
    return check(report(*without).encode(), file)


def changed(a: Assessment, rule: str, **new: Any) -> Assessment:
    """Return *a* with other values in the result of one rule."""
    return a._replace(results=tuple(r._replace(**new) if r.rule == rule else r for r in a.results))


def lifted(a: Assessment, rule: str, outcome: Outcome = "pass", remark: str = "另文说明") -> Assessment:
    """Return *a* after a reviewer's decision on one rule."""
    was = result(a, rule)
    waived = Waived(was.outcome, was.credit, remark, "云川县司法局", "2025-03-01")
    return changed(a, rule, outcome=outcome, credit=_DECIDED.get(outcome), waived=waived)


def result(a: Assessment, rule: str) -> Result:
    return next(r for r in a.results if r.rule == rule)


def text_of(name: str, run: Run, **options: Any) -> str:
    return render(name, run, Options(**options)).decode()


def hostile() -> Run:
    """Return a run in which every text that a report or a file name can give means harm."""
    words = Words(HOSTILE, HOSTILE)
    quote = Evidence(1, 1, 1, 5, HOSTILE, HOSTILE)
    found = [
        assessed("date"),
        assessed("causes", "date"),
        assessed("plan"),
        check(b"", "x.txt"),
        check(b"\x00", "y.pdf"),
    ]
    return run_of([_poisoned(a, i, words, quote) for i, a in enumerate(found)])._replace(remarks=(words,))


def _poisoned(a: Assessment, i: int, words: Words, quote: Evidence) -> Assessment:
    outcomes: dict[str, Outcome] = {"placeholder": "fail", "year-conflict": "unknown", "vague-shortcomings": "fail"}
    results = tuple(
        r._replace(message=words, evidence=(quote,), outcome=outcomes.get(r.rule, r.outcome)) for r in a.results
    )
    facts = a.facts._replace(unit=HOSTILE, title=HOSTILE)
    name = f"{HOSTILE}{i}"
    a = a._replace(path=name, file=name, facts=facts, results=results, notes=(words,))
    return a._replace(reason=words) if a.reason else lifted(a, "title", "fail")


def is_harmless(text: str) -> bool:
    """Tell whether nothing in *text* can steer a terminal or turn the direction of reading."""
    return not _UNSAFE.search(text)

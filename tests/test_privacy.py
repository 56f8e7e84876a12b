"""validator.privacy: nothing of the reports' own words is left."""

from __future__ import annotations

import pytest

from tests.support import report, run_of
from validator import check
from validator.privacy import without_quotes
from validator.renderers import RENDERERS, Options, render

WORDS = "绝密词语"
TEXT = (
    report("causes")
    .replace("案卷质量不高", f"案卷质量不高{WORDS}")
    .replace("46次", f"XX次{WORDS}")
    .replace("一、主要举措和成效", f"一、主要举措和成效{WORDS}")
    .replace("2025年工作安排", f"2023年工作安排{WORDS}")
)


@pytest.mark.parametrize("name", RENDERERS)
def test_no_format_quotes(name: str) -> None:
    run = run_of([check(TEXT.encode(), "a.txt")])
    assert WORDS.encode() in render("json", run, Options())
    assert WORDS.encode() not in render(name, without_quotes(run), Options())


def test_verdicts_and_places_stay() -> None:
    before = check(TEXT.encode(), "a.txt")
    (after,) = without_quotes(run_of([before])).assessments
    assert [(r.rule, r.outcome, [e.line for e in r.evidence]) for r in after.results] == [
        (r.rule, r.outcome, [e.line for e in r.evidence]) for r in before.results
    ]
    assert (after.score, after.verdict, after.missing) == (before.score, before.verdict, before.missing)

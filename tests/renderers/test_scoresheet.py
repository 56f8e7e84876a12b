"""validator.renderers.scoresheet: the score as a sum that a person can redo."""

from __future__ import annotations

import re

import pytest

from tests.support import REPORT, SHORT, pack, report
from validator import check
from validator.model.result import Assessment
from validator.renderers.scoresheet import explained_score
from validator.scoring import score_of


def lines(text: str, lang: str = "zh") -> list[str]:
    return explained_score(check(text.encode(), "a.txt"), pack(), lang)  # type: ignore[arg-type]


@pytest.mark.parametrize("without", [(), ("causes",), ("date", "signature"), ("achievements", "plan")])
def test_the_sum_gives_the_score(without: tuple[str, ...]) -> None:
    assessment = check(report(*without).encode(), "a.txt")
    told = explained_score(assessment, pack(), "zh")
    products = [re.search(r"：(\d+) × (\d+)% = ([\d.]+)$", line) for line in told]
    items = [(int(m[1]), int(m[2]), float(m[3])) for m in products if m]
    assert all(weight * credit / 100 == points for weight, credit, points in items)
    total, points = sum(weight for weight, _, _ in items), sum(p for _, _, p in items)
    assert assessment.score and round(100 * points / total, 1) == assessment.score.value
    assert told[-1].endswith(f"÷ {total} × 100 = {assessment.score.value}")


def test_what_does_not_apply_is_told_and_does_not_count() -> None:
    assert "  其他需要报告的情况：不涉及，2分不计" in lines(REPORT)
    assert lines(REPORT)[-2:] == ["  合计 98，满分 98", "  得分 98 ÷ 98 × 100 = 100.0"]


def test_english() -> None:
    told = lines(report("causes"), "en")
    assert told[0] == "The score: weight × credit"
    assert "  Causes of the shortcomings: 8 × 0% = 0" in told
    assert told[-1].startswith("  score 90 ÷ 98 × 100 = ")


def opened(assessment: Assessment, rule: str) -> Assessment:
    """Return *assessment* with one rule that could not be decided."""
    results = tuple(r._replace(outcome="unknown", credit=None) if r.rule == rule else r for r in assessment.results)
    return assessment._replace(results=results, score=score_of(pack(), results))


def test_what_is_open_makes_a_range() -> None:
    told = explained_score(opened(check(REPORT.encode(), "a.txt"), "causes"), pack(), "zh")
    assert "  不足的原因：没有定，0到8分" in told
    assert told[-2:] == ["  合计 (90—98)，满分 98", "  得分 (90—98) ÷ 98 × 100 = 91.8—100.0"]


def test_without_a_score() -> None:
    assert explained_score(check(b"", "a.txt"), pack(), "zh") == ["没有评，没有得分。"]
    none = check(SHORT.encode(), "a.txt")
    unscored = pack()._replace(rules=tuple(r._replace(role="unscored", weight=0) for r in pack().rules))
    none = none._replace(score=score_of(unscored, none.results))
    assert explained_score(none, unscored, "zh")[-1] == "  没有计分的规则适用，没有得分"

"""validator.review.deciding.corrected: score and verdict after corrections, out of what the ledger has."""

from __future__ import annotations

import pytest

from tests.ledger_support import decision, seen
from validator import check
from validator.model.decision import Seen
from validator.pipeline import load_pack
from validator.review.deciding.corrected import corrected
from validator.review.deciding.decisions import applied

PACK = load_pack("fazhi-zhengfu")
TEXT = "云川县2025年法治政府建设年度报告\n一、主要成效\n开展培训3次。\n二、存在的不足\n执法不够规范。\n2026年2月\n"
A = check(TEXT.encode(), "a.txt")


def noted() -> Seen:
    assert A.score and A.verdict
    results: dict[str, str] = {r.rule: r.outcome for r in A.results}
    return seen(results=results, low=A.score.low, high=A.score.high, verdict=A.verdict)


@pytest.mark.parametrize("new", ["pass", "partial", "not_applicable"])
@pytest.mark.parametrize("rule", [r.rule for r in A.results if r.outcome in ("fail", "partial")])
def test_it_is_what_the_review_finds(rule: str, new: str) -> None:
    s = noted()
    d = decision(id=1, at="2026-03-05T08:30:00Z", rule=rule, old=s.results[rule], new=new)
    if d.old == new:
        return
    found, true = corrected(s, PACK, [d]), applied(A, PACK, [d])
    assert found is None or (found.score, found.verdict) == (true.score, true.verdict)
    assert found or "partial" in s.results.values()


def test_it_says_nothing_that_is_not_certain() -> None:
    s, d = noted(), decision(id=1, rule="causes")
    assert corrected(s, PACK, []) is None
    assert corrected(s._replace(low=1.5), PACK, [d]) is None  # other weights at that time
    assert corrected(s._replace(results={"causes": "fail"}), PACK, [d]) is None
    assert corrected(s._replace(results=s.results | {"causes": "new"}), PACK, [d]) is None

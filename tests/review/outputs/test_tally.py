"""validator.review.outputs.tally and judged: the figures of a review."""

from __future__ import annotations

from tests.review.outputs.reviews_by_hand import decision, lapsed_return, review
from validator.review.outputs.judged import assessed, below, counted, judged
from validator.review.outputs.tally import bands, elements, ranking, ranks, received, tally, waiting


def test_units_are_counted() -> None:
    t = tally(review())
    assert (t.roster, t.asked, t.sent, t.late, t.undated) == (12, 11, 6, 2, 1)
    assert (t.complete, t.incomplete, t.undecided, t.accepted, t.returned) == (3, 3, 0, 1, 1)
    assert (t.copied, t.pairs) == (2, 2)
    assert (t.again, t.waiting, received(t)) == (0, 8, 10)  # all but one that sent nothing and an exempt one
    assert t.asked - t.sent == sum(t.standings[s] for s in t.standings if s not in ("submitted", "exempt"))


def test_only_what_came_and_is_asked_for_waits_for_a_decision() -> None:
    names = {u.unit.name for u in review().units if waiting(u)}
    assert {"白石镇", "县民政局", "县林业局", "县住建局", "县统计局"} <= names
    assert not {"青禾镇", "柳湾镇", "县信访局", "县气象局"} & names  # decided, decided, missing, exempt
    assert not waiting(lapsed_return())


def test_elements_and_bands_count_the_reports_that_count() -> None:
    for e in elements(review()):
        assert e.there + e.partly + e.missing + e.open + e.spared == 6
    causes = next(e for e in elements(review()) if e.rule == "causes")
    assert (causes.there, causes.missing) == (3, 3)
    assert sum(count for _, count in bands(review())) == 6
    assert [(words.zh, count) for words, count in bands(review()) if count] == [("60以下", 1), ("80–89", 2), ("100", 3)]


def test_a_correction_counts() -> None:
    u = next(u for u in review().units if u.unit.name == "白石镇")
    u = u._replace(decisions=(decision(7, "白石镇", "correct", "causes", new="pass"),))
    causes = next(j for j in judged(u, review()) if j.rule.id == "causes")
    assert (causes.outcome, causes.machine) == ("pass", "fail")
    assert not below(causes)


def test_equal_scores_have_equal_ranks() -> None:
    found = ranks(review())
    assert list(found.values()).count(1) == 3
    assert sorted(found.values()) == [1, 1, 1, 4, 5, 6]
    assert [u.unit.name for u in ranking(review())][:4] == ["青禾镇", "红岩镇", "县教育局", "白石镇"]


def test_another_year_does_not_count() -> None:
    u = next(u for u in review().units if u.standing == "other_year")
    assert assessed(u) is not None
    assert counted(u) is None
    assert judged(u, review()) == []

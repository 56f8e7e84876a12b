"""validator.review.deciding.decisions: which decisions hold, and what they change."""

from __future__ import annotations

import pytest

from tests.ledger_support import DIGEST, RESULTS, decision
from tests.support import pack, report
from validator import check
from validator.model.decision import Decision
from validator.review.deciding.decisions import applied, day_of, holding, newest, same, state_of, withdrawn

FOUND = check(report("causes", "date").encode(), "a.txt")


def confirm(**changed: object) -> Decision:
    return decision(action="confirm", new="", **changed)


def whole(action: str, **changed: object) -> Decision:
    return decision(action=action, rule="", old="", new="", **changed)


def back(of: int, **changed: object) -> Decision:
    return decision(action="withdraw", old="", new="", withdrawn=of, **changed)


def ids(decisions: tuple[Decision, ...]) -> list[int]:
    return [d.id for d in decisions]


def test_each_rule_and_the_whole_report_has_its_own() -> None:
    decisions = (decision(id=1), confirm(id=2, rule="plan", old="partial"), whole("return", id=3))
    assert holding(decisions, DIGEST, RESULTS, "submitted") == (decisions, ())


def test_the_newest_replaces_the_older_ones_in_whatever_order_they_come() -> None:
    decisions = (confirm(id=4), decision(id=1), whole("accept", id=3), whole("return", id=2))
    held, lapsed = holding(decisions, DIGEST, RESULTS, "submitted")
    assert ids(held) == [3, 4]
    assert lapsed == ()


def test_what_is_withdrawn_drops_out_and_the_one_before_counts_again() -> None:
    decisions = (decision(id=1), confirm(id=2), back(2, id=3))
    assert ids(tuple(newest(decisions).values())) == [1]
    assert withdrawn(decisions) == {2: decisions[2]}
    assert holding((*decisions, back(1, id=4)), DIGEST, RESULTS, "submitted") == ((), ())


def test_all_lapse_when_the_text_changes() -> None:
    decisions = (decision(id=1), whole("accept", id=2))
    held, lapsed = holding(decisions, "another", RESULTS, "submitted")
    assert held == ()
    assert [(x.decision.id, x.why.zh) for x in lapsed] == [(1, "报告文字已改动"), (2, "报告文字已改动")]
    assert (
        holding(decisions, DIGEST, RESULTS, "submitted")[1] == ()
    )  # and hold again for the text that they were made for


def test_an_older_one_does_not_come_back_when_the_newest_lapses() -> None:
    decisions = (decision(id=1), decision(id=2, digest="another"))
    held, lapsed = holding(decisions, DIGEST, RESULTS, "submitted")
    assert held == ()
    assert [x.decision.id for x in lapsed] == [2]


@pytest.mark.parametrize(
    ("results", "why"),
    [
        ({"causes": "pass"}, "机器结论已从“缺”变为“有”"),
        ({"causes": "unknown"}, "机器结论已从“缺”变为“不明”"),
        ({"plan": "pass"}, "规则包里已没有“causes”这一项"),
    ],
)
def test_a_rule_lapses_when_the_machine_says_something_else(results: dict[str, str], why: str) -> None:
    held, (lapsed,) = holding([confirm(id=1), whole("accept", id=2)], DIGEST, results, "submitted")
    assert ids(held) == [2]
    assert lapsed.why.zh == why


def test_no_report_any_more() -> None:
    (lapsed,) = holding([whole("accept", id=1)], "", {}, "missing")[1]
    assert lapsed.why.zh == "现在没有这份报告"


@pytest.mark.parametrize(
    ("standing", "why"),
    [
        ("other_year", "报来的不是这一年度的报告，不能接受"),
        ("other_kind", "报来的不是这种报告，不能接受"),
        ("unreadable", "报来的文件打不开，不能接受"),
        ("doubtful", "没有报告可以接受"),
        ("exempt", "没有报告可以接受"),
    ],
)
def test_what_does_not_count_is_not_accepted_whatever_an_old_ledger_says(standing: str, why: str) -> None:
    """An older version recorded such a decision."""
    held, (lapsed,) = holding([whole("accept", id=1)], DIGEST, {}, standing)
    assert (held, lapsed.why.zh, state_of(held)) == ((), why, "")
    returned = whole("return", id=2)
    assert holding([whole("accept", id=1), returned], DIGEST, {}, standing) == ((returned,), ())


def test_state() -> None:
    assert state_of([]) == ""
    assert state_of([decision(id=1)]) == ""
    assert state_of([whole("accept", id=1)]) == "accepted"
    assert state_of([whole("return", id=2), whole("accept", id=1)]) == "returned"


def test_what_is_the_same_says_nothing_new() -> None:
    assert same(decision(id=1, at="2026-01-01T00:00:00Z")) == same(decision(id=2))
    for changed in ({"who": "李某"}, {"reason": "别的"}, {"new": "partial"}, {"digest": "x"}, {"year": 2024}):
        assert same(decision(**changed)) != same(decision())


def test_a_correction_changes_result_score_and_verdict_and_keeps_the_machine() -> None:
    d = decision(id=1, at="2026-03-05T08:30:00Z")
    found = applied(FOUND, pack(), [d])
    result = next(r for r in found.results if r.rule == "causes")
    assert (result.outcome, result.credit) == ("pass", 100)
    assert result.waived
    assert (result.waived.outcome, result.waived.remark, result.waived.authority) == ("fail", d.reason, "王某")
    assert result.waived.time == day_of(d.at)
    assert found.missing == ("date",)
    assert found.score
    assert FOUND.score
    assert (found.score.value or 0) > (FOUND.score.value or 0)
    assert found.machine
    assert found.machine.score == FOUND.score
    assert found.machine.missing == ("causes", "date")


@pytest.mark.parametrize(
    ("new", "missing"),
    [("partial", ("date", "causes")), ("not_applicable", ("date",)), ("waived", ("date",)), ("pass", ("date",))],
)
def test_other_corrections(new: str, missing: tuple[str, ...]) -> None:
    assert applied(FOUND, pack(), [decision(id=1, at="2026-03-05T08:30:00Z", new=new)]).missing == missing


def test_a_pass_can_be_corrected_to_a_fail() -> None:
    d = decision(id=1, at="2026-03-05T08:30:00Z", rule="next-year-plan", old="pass", new="fail")
    assert "next-year-plan" in applied(FOUND, pack(), [d]).missing


@pytest.mark.parametrize(
    "d",
    [
        confirm(id=1),
        whole("accept", id=1),
        whole("return", id=1),
        decision(id=1, at="2026-03-05T08:30:00Z", old="partial"),
        decision(id=1, at="2026-03-05T08:30:00Z", rule="nothing"),
    ],
)
def test_others_change_nothing(d: Decision) -> None:
    assert applied(FOUND, pack(), [d]) == FOUND


def test_what_was_not_assessed_stays() -> None:
    notice = check("云川县通知\n请报送。\n".encode(), "b.txt")
    assert notice.status != "assessed"
    assert applied(notice, pack(), [decision(id=1, at="2026-03-05T08:30:00Z")]) == notice


def test_day_is_local(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        assert day_of("2026-03-05T15:59:59Z") == "2026-03-05"
        assert day_of("2026-03-05T16:00:00Z") == "2026-03-06"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_check_lapses_in_its_own_words() -> None:
    rules = {rule.id: rule for rule in pack().rules}
    d = decision(id=1, rule="personal-data")
    _, (plain,) = holding([d], DIGEST, {"personal-data": "partial"}, "submitted")
    _, (named,) = holding([d], DIGEST, {"personal-data": "pass"}, "submitted", rules)
    assert plain.why.zh == "机器结论已从“缺”变为“不全”"
    assert named.why.zh == "机器结论已从“要核对”变为“没有问题”"


@pytest.mark.parametrize(("standing", "why"), [("missing", "现在没有这份报告"), ("unreadable", "现在报来的文件打不开")])
def test_why_there_is_no_text_any_more(standing: str, why: str) -> None:
    held, (x,) = holding([decision(id=1)], "", {}, standing)
    assert (held, x.why.zh) == ((), why)

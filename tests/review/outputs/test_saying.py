"""validator.review.outputs.saying: the words that all outputs share."""

from __future__ import annotations

from typing import get_args

import pytest

from tests.review.outputs.reviews_by_hand import IN_TIME, LATE, NO_DATES, decision, lapsed_return, review
from validator.model.decision import Action, Lapsed
from validator.model.outline import UnitType
from validator.model.review import Claim, FileRole, Ground, Standing, Timing, Trace, TraceKind
from validator.renderers import wording as w
from validator.review.deciding.decisions import ACTIONS, unacceptable
from validator.review.outputs import saying as s
from validator.words import Words


def test_every_code_has_a_word() -> None:
    assert set(s.STANDINGS) == set(get_args(Standing))
    assert set(s.GROUPS) == set(get_args(s.Group)) == {s.group(standing) for standing in get_args(Standing)}
    assert set(s.GROUNDS) == set(get_args(Ground))
    assert set(s.ROLES) == set(get_args(FileRole))
    assert set(w.UNIT_TYPES) == set(get_args(UnitType))
    assert set(ACTIONS) == set(get_args(Action))
    assert set(s.TRACES) == set(get_args(TraceKind))


@pytest.mark.parametrize(
    ("timing", "zh", "en"),
    [
        (
            LATE,
            "应于2025年3月1日前报送，2025年3月5日收到，逾期4天。",
            "Due by 2025-03-01, received 2025-03-05, 4 days late.",
        ),
        (
            IN_TIME,
            "应于2025年3月1日前报送，2025年2月18日成文，没有逾期。",
            "Due by 2025-03-01, dated 2025-02-18, in time.",
        ),
        (NO_DATES, "应于2025年3月1日前报送，报送日期不明。", "Due by 2025-03-01, day of sending unknown."),
        (
            Timing(None, None, None, None, None),
            "报送期限不明，报送日期不明。",
            "Deadline unknown, day of sending unknown.",
        ),
    ],
)
def test_timing(timing: Timing, zh: str, en: str) -> None:
    assert s.timing(timing, "zh") == zh
    assert s.timing(timing, "en") == en


MISSING = Timing("2025-03-01", "pack", None, None, None)


@pytest.mark.parametrize(
    ("standing", "timing", "zh", "en"),
    [
        ("submitted", NO_DATES, "应于2025年3月1日前报送，报送日期不明。", "Due by 2025-03-01, day of sending unknown."),
        (
            "missing",
            MISSING,
            "应于2025年3月1日前报送，到2025年3月10日已逾期9天。",
            "Due by 2025-03-01, 9 days overdue on 2025-03-10.",
        ),
        (
            "unreadable",
            MISSING._replace(due="2025-03-09"),
            "应于2025年3月9日前报送，到2025年3月10日已逾期1天。",
            "Due by 2025-03-09, 1 day overdue on 2025-03-10.",
        ),
        ("missing", MISSING._replace(due="2025-03-31"), "应于2025年3月31日前报送。", "Due by 2025-03-31."),
        ("missing", MISSING._replace(due=None), "报送期限不明。", "Deadline unknown."),
        ("doubtful", MISSING, "应于2025年3月1日前报送。", "Due by 2025-03-01."),
        ("exempt", MISSING, "", ""),
    ],
)
def test_of_a_report_that_is_not_there_no_day_of_sending_is_told(
    standing: Standing, timing: Timing, zh: str, en: str
) -> None:
    u = review().units[0]._replace(standing=standing, timing=timing)
    assert s.when(u, "2025-03-10", "zh") == zh
    assert s.when(u, "2025-03-10", "en") == en


def test_one_name_for_what_does_not_count() -> None:
    assert {s.group(x) for x in ("other_year", "other_kind", "unreadable")} == {"unfit"}
    assert s.GROUPS["unfit"].zh == "报送不符"
    assert s.GROUPS["doubtful"] == s.STANDINGS["doubtful"]


def test_days_past() -> None:
    assert s.past("2025-03-01", "2025-03-10") == 9
    assert [s.past(due, "2025-03-10") for due in (None, "", "2025-03-10", "2025-04-01")] == [None] * 4


def test_shares_are_never_rounded_away() -> None:
    assert [s.percent(x) for x in (0, 0.001, 0.426, 1)] == ["0%", "1%", "43%", "100%"]


def test_grounds_traces_and_decisions() -> None:
    claim = Claim("青禾镇", (("signature", "青禾镇政府"), ("file_name", "青禾\u202e")))
    assert s.claim(claim, "zh") == "青禾镇（署名“青禾镇政府”、文件名“青禾\\u202e”）"
    assert s.trace(Trace("other_unit", "白石镇"), "zh") == "别的单位“白石镇”"
    corrected = decision(2, "红岩镇", "correct", "causes", new="pass", reason="在附件里。")
    assert s.decision(corrected, "zh") == "更正：缺 → 有。在附件里（王敏，2025-03-06）"
    assert s.decision(corrected, "en") == "correct: missing → there. 在附件里 (王敏, 2025-03-06)"
    assert s.decision(None, "zh") == ""


def test_the_newest_decision_counts() -> None:
    u = review().units[0]
    many = [
        decision(i, "青禾镇", "correct", "causes", new=new) for i, new in ((5, "pass"), (3, "fail"), (4, "partial"))
    ]
    u = u._replace(decisions=(*many, decision(9, "青禾镇", "withdraw", "causes")))
    found = s.decided(u, "causes")
    assert found
    assert found.id == 5
    assert s.decided(u) is None
    a = u.current
    assert a
    causes = next(r for r in a.submission.assessment.results if r.rule == "causes")
    assert s.outcome(u, causes._replace(outcome="fail")) == "pass"


def test_only_what_is_there_can_be_reviewed_again() -> None:
    u = lapsed_return()
    assert s.again(u)
    assert s.handled(u, "zh") == "已改，待复核"
    for other in (u._replace(current=None, standing="missing"), u._replace(standing="exempt")):
        assert not s.again(other)
        assert s.handled(other, "zh") == ""


def test_an_acceptance_that_never_could_be_is_no_change() -> None:
    why = unacceptable("other_year")
    assert why
    u = lapsed_return()._replace(standing="other_year")
    assert not s.again(u._replace(lapsed=(Lapsed(decision(7, "青禾镇", "accept", old=""), why),)))
    assert s.again(u)  # returned, and another file came


def test_what_has_lapsed_names_its_rule() -> None:
    rules = {rule.id: rule for pack in review().packs.values() for rule in pack.rules}
    d = decision(2, "红岩镇", "correct", "personal-data", new="pass", reason="单位公开电话")
    x = Lapsed(d, Words("报告文字已改动", "the text of the report has changed"))
    end = "单位公开电话（王敏，2025-03-06）：报告文字已改动"
    assert s.lapsed(x, "zh", rules) == f"更正“没有泄露个人信息”：要核对 → 没有问题。{end}"
    assert s.lapsed(x, "zh") == f"更正“personal-data”：缺 → 有。{end}"
    assert s.lapsed(x, "en", rules).startswith("correct “No personal data")


@pytest.mark.parametrize("reason", ["", "同意程序的结论", "agree with the program"])
def test_whoever_only_agrees_does_so_in_the_reader_s_language(reason: str) -> None:
    d = decision(2, "红岩镇", "confirm", "causes", new="", reason=reason)
    assert s.decision(d, "zh") == "维持。同意程序的结论（王敏，2025-03-06）"
    assert s.decision(d, "en") == "confirm. agree with the program (王敏, 2025-03-06)"

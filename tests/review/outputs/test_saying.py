"""validator.review.outputs.saying: the words that all outputs share."""

from __future__ import annotations

from typing import get_args

import pytest

from tests.review.outputs.reviews_by_hand import IN_TIME, LATE, NO_DATES, decision, review
from validator.model.decision import Action
from validator.model.outline import UnitType
from validator.model.review import Claim, Ground, Role, Standing, Timing, Trace, TraceKind
from validator.renderers import wording as w
from validator.review.deciding.decisions import ACTIONS
from validator.review.outputs import saying as s


def test_every_code_has_a_word() -> None:
    assert set(s.STANDINGS) == set(get_args(Standing))
    assert set(s.GROUNDS) == set(get_args(Ground))
    assert set(s.ROLES) == set(get_args(Role))
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

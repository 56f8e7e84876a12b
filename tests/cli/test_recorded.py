"""validator.cli.recorded: the confirmation after a decision."""

from __future__ import annotations

from tests.ledger_support import UNIT, decision, seen
from validator.cli.ledgers import rules_of
from validator.cli.recorded import UPDATE, confirmation

RULES = rules_of("fazhi-zhengfu")
FOUND = seen(results={"causes": "fail", "shortcomings": "fail", "date": "partial", "personal-data": "fail"})


def test_what_the_report_still_lacks_after_all_corrections() -> None:
    d = decision(id=2)
    older = decision(id=1, rule="date", old="partial", at="2026-03-05T08:30:00Z")
    lines = confirmation(d, FOUND, [d], RULES, "zh").splitlines()
    assert lines[1:] == ["这份报告还缺：存在的不足；还不全：成文日期。", UPDATE.zh]
    assert confirmation(d, FOUND, [older, d], RULES, "zh").splitlines()[1] == "这份报告还缺：存在的不足。"
    en = confirmation(d, FOUND, [d], RULES, "en").splitlines()[1]
    assert en == "The report still lacks: Shortcomings; has only in part: Date of issue."


def test_nothing_is_lacking_or_it_is_about_something_else() -> None:
    complete = seen(results={"causes": "fail"})
    assert len(confirmation(decision(id=1), complete, [decision(id=1)], RULES, "zh").splitlines()) == 2
    check = decision(id=1, rule="personal-data")
    assert len(confirmation(check, FOUND, [check], RULES, "zh").splitlines()) == 2


def test_the_whole_is_a_report() -> None:
    d = decision(id=3, action="return", rule="", old="", new="")
    assert confirmation(d, FOUND, [d], RULES, "zh").startswith(
        f"已记下3号决定：{UNIT}2025年度，退回报告。复核人：王某。"
    )

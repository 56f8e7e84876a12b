"""validator.engine: is it this report at all, and what does each rule find?"""

from __future__ import annotations

from typing import Any

import pytest

from tests.support import REPORT, SHORT, context, document, pack, question, report
from validator.engine import evaluate, found, refusal
from validator.model.pack import Rule, Rung
from validator.words import Words

YES, NO = question("text", ("成效",)), question("text", ("没有的词",))
OPEN = question("deadline", "issued_on", "03-01")
SLOW = question("text", (r"(a|a)*b|(a+a+)+c",))
TEXT = SHORT + "一、主要举措和成效\n全年开展检查46次。" + "a" * 60 + "\n"
SAY = Words("没有", "nothing")


def rule(*rungs: Rung, **changes: Any) -> Rule:
    bare = {"requires": None, "absent": "fail", "unit_types": (), "year_from": None, "year_to": None}
    return pack().rules[0]._replace(id="r", grade=rungs, say=SAY, **{**bare, **changes})


def outcome(*rungs: Rung, **changes: Any) -> tuple[str, int | None]:
    answer = found(rule(*rungs, **changes), context(TEXT))
    return answer.outcome, answer.credit


@pytest.mark.parametrize(
    ("rungs", "expected"),
    [
        ([Rung(100, YES)], ("pass", 100)),
        ([Rung(100, NO)], ("fail", 0)),
        ([Rung(100, NO), Rung(40, YES)], ("partial", 40)),
        ([Rung(100, YES), Rung(40, YES)], ("pass", 100)),
        ([Rung(0, YES), Rung(100, YES)], ("fail", 0)),
        ([Rung(100, OPEN)], ("unknown", None)),
        ([Rung(100, OPEN), Rung(40, YES)], ("unknown", None)),
        ([Rung(100, YES), Rung(40, OPEN)], ("pass", 100)),
        ([Rung(100, NO), Rung(40, OPEN)], ("unknown", None)),
    ],
)
def test_first_rung_that_holds_gives_the_credit(rungs: list[Rung], expected: tuple[str, int | None]) -> None:
    assert outcome(*rungs) == expected


def test_message_of_the_rung_or_of_the_rule() -> None:
    words = Words("找到{found}", "found {found}")
    assert found(rule(Rung(100, YES, words)), context(TEXT)).message.zh == "找到“成效”"
    assert found(rule(Rung(100, NO, words)), context(TEXT)).message == SAY
    assert found(rule(Rung(40, YES)), context(TEXT)).message == SAY


def test_a_rung_may_have_advice_of_its_own() -> None:
    own = Words("请加标题", "Add a heading")
    assert found(rule(Rung(100, NO), Rung(40, YES, fix=own)), context(TEXT)).fix == own
    assert found(rule(Rung(100, NO, fix=own), Rung(40, YES)), context(TEXT)).fix is None
    assert found(rule(Rung(100, NO, fix=own)), context(TEXT)).fix is None


def test_absent_may_mean_not_applicable() -> None:
    assert outcome(Rung(100, NO), absent="not_applicable") == ("not_applicable", None)
    assert outcome(Rung(100, YES), absent="not_applicable") == ("pass", 100)


def test_requirement_that_does_not_hold() -> None:
    answer = found(rule(Rung(100, YES), requires=NO, without=Words("没有前提", "no ground")), context(TEXT))
    assert (answer.outcome, answer.message.zh) == ("not_applicable", "没有前提")
    assert outcome(Rung(100, YES), requires=YES) == ("pass", 100)


@pytest.mark.parametrize(
    ("changes", "applies"),
    [
        ({"unit_types": ("town",)}, True),
        ({"unit_types": ("street", "zone")}, False),
        ({"year_from": 2024}, True),
        ({"year_from": 2025}, False),
        ({"year_to": 2024}, True),
        ({"year_to": 2023}, False),
        ({"year_from": 2019, "year_to": 2030}, True),
    ],
)
def test_to_whom_a_rule_applies(changes: dict[str, Any], applies: bool) -> None:
    assert outcome(Rung(100, YES), **changes) == (("pass", 100) if applies else ("not_applicable", None))


def test_slow_pattern_is_the_rule_s_own_fault() -> None:
    answer = found(rule(Rung(100, SLOW)), context(TEXT))
    assert (answer.outcome, answer.credit) == ("error", None)
    assert "太慢" in answer.message.zh
    assert "rule r is too slow" in answer.message.en


def test_broken_rule_is_its_own_fault() -> None:
    answer = found(rule(Rung(100, question("section", "no_such_element"))), context(TEXT))
    assert (answer.outcome, answer.credit) == ("error", None)
    assert "KeyError" in answer.message.zh


def test_other_rules_go_on() -> None:
    rules = pack()._replace(
        rules=(rule(Rung(100, SLOW))._replace(id="slow"), rule(Rung(100, YES))._replace(id="quick"))
    )
    results = evaluate(rules, document(TEXT), context(TEXT))
    assert [(r.rule, r.outcome) for r in results] == [("slow", "error"), ("quick", "pass")]


def test_every_rule_has_one_result_in_its_order() -> None:
    results = evaluate(pack(), document(REPORT), context(REPORT))
    assert [r.rule for r in results] == [r.id for r in pack().rules]


def test_a_report_is_not_refused() -> None:
    assert refusal(pack(), context(REPORT)) is None
    assert refusal(pack(), context(report("title"))) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("《云川县2024年度法治政府建设情况报告》政策解读\n一、背景\n为落实规定，编制了报告。\n", "解读"),
        ("关于报送2024年度法治政府建设情况报告的通知\n各乡镇：\n现将有关事项通知如下。\n一、内容\n写不足。\n", "通知"),
        ("云川县2025年法治政府建设工作要点\n一、加强领导\n压实责任。\n", "要点"),
        ("云川县水利局局长2024年度述法报告\n一、履职情况\n本人主持会议6次。\n", "个人"),
        ("云川县水利局2024年政府信息公开工作年度报告\n一、总体情况\n公开信息46条。\n", "信息公开"),
        ("云川县2024年政府工作报告\n一、工作回顾\n生产总值增长3%。\n", "政府工作报告"),
        ("云川县水利局防汛预案\n一、职责\n局长负总责。\n", "标题和正文"),
    ],
)
def test_what_only_looks_like_one(text: str, reason: str) -> None:
    refused = refusal(pack(), context(text))
    assert refused is not None
    assert reason in refused.zh
    assert refused.en


def test_template_that_nobody_filled_in() -> None:
    text = (
        "××县××镇人民政府关于20××年度法治政府建设情况的报告\n"
        + "一、主要举措\n开展检查XX次，办理案件____件，调解{数量}起。\n" * 6
    )
    refused = refusal(pack(), context(text))
    assert refused is not None
    assert "模板" in refused.zh

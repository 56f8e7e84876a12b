"""validator.checks.announced: a text that promises N items lists N."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import ask, chinese, quoted
from validator.checks.answer import Answer

ORDINALS = ["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"]
WORK = [
    "规范案卷",
    "加强培训",
    "深化普法",
    "调解纠纷",
    "清理文件",
    "公开信息",
    "评查质量",
    "配备设备",
    "选聘顾问",
    "督促整改",
]


def announced(text: str) -> Answer:
    return ask(text, "announced", "match")


def inline(promised: int, listed: int) -> str:
    items = "；".join(f"{ORDINALS[i]}{WORK[i]}" for i in range(listed))
    return f"一、下一步打算\n2025年，我镇将重点抓好以下{chinese(promised)}项工作：{items}。\n"


def below(promised: int, listed: int) -> str:
    items = "".join(f"（{chinese(i + 1)}）{WORK[i]}。全年安排4次。\n" for i in range(listed))
    return f"一、下一步打算\n2025年，我镇将重点抓好以下{chinese(promised)}项工作。\n{items}"


COUNTS = st.integers(2, 10)


@pytest.mark.parametrize("layout", [inline, below])
@given(promised=COUNTS, listed=COUNTS)
def test_only_equal_numbers_hold(layout: object, promised: int, listed: int) -> None:
    answer = announced(layout(promised, listed))  # type: ignore[operator]
    assert answer.holds is (promised == listed)


def test_message_and_evidence() -> None:
    text = inline(5, 8)
    answer = announced(text)
    assert "后面列了8项" in answer.values["counts"].zh
    assert "8 items" in answer.values["counts"].en
    assert "以下五项工作" in quoted(text, answer)[0]


def test_list_in_paragraphs_of_their_own() -> None:
    text = "一、存在的问题\n主要存在以下三个方面的问题：\n一是案卷质量不高。\n二是普法形式单一。\n"
    assert announced(text).holds is False
    assert announced(text + "三是力量不足。\n").holds is True


def test_promise_without_a_list_is_not_judged() -> None:
    assert announced("一、成效\n全面完成以下三项工作，群众满意。\n").holds is True


def test_a_number_that_promises_nothing() -> None:
    assert (
        announced("一、成效\n全年开展检查46次，办理案件12件。一是规范案卷；二是加强培训；三是深化普法。\n").holds
        is True
    )


def test_list_elsewhere_does_not_count() -> None:
    text = "一、成效\n重点抓好以下两项工作，成效明显。\n\n二、打算\n一是规范案卷；二是加强培训；三是深化普法。\n"
    assert announced(text).holds is True


def test_arabic_number() -> None:
    assert announced("一、打算\n重点抓好以下3项工作：一是规范案卷；二是加强培训。\n").holds is False


DONE = "全年开展检查46次，办理案件12件，案卷评查全部合格。\n"
THEMES = ["规范行政执法", "推进依法决策", "化解矛盾纠纷", "深化法治宣传", "强化权力监督", "优化营商环境"]
OTHERS = ["党政主要负责人履行推进法治建设第一责任人职责情况", "存在的不足和原因", "2025年工作安排"]


def introduced(promise: str, themes: list[str], numbers: str = "一二三四五六七八九") -> str:
    parts = "".join(f"{numbers[i]}、{heading}\n{DONE}" for i, heading in enumerate([*themes, *OTHERS]))
    lead = "2024年，青禾镇扎实推进依法行政，各项任务按期完成，取得了明显成效。"
    return f"云川县青禾镇2024年度法治政府建设情况报告\n\n{lead}{promise}\n{parts}"


@pytest.mark.parametrize(
    ("promise", "counts"),
    [
        ("主要做了以下六个方面的工作：", ""),
        ("主要做了以下五个方面的工作：", "“做了以下五个方面”后面列了6项"),
        ("现将以下九个方面情况报告如下：", ""),
        ("现将以下八个方面情况报告如下：", ""),
        ("着力抓好三大任务，推动各项工作走深走实。", ""),
    ],
)
def test_parts_of_other_elements_are_not_counted(promise: str, counts: str) -> None:
    assert announced(introduced(promise, THEMES)).values["counts"].zh == counts


def test_a_number_that_stands_twice_ends_no_list() -> None:
    text = introduced("主要做了以下六个方面的工作：", THEMES, "一二三五五六七八九")
    assert announced(text).holds is True


@pytest.mark.parametrize("promised", "二三五")
def test_under_one_heading_for_all_measures_it_is_not_clear_which_list_is_meant(promised: str) -> None:
    measures = "主要举措和成效\n（一）规范执法。全年检查46次。\n（二）化解纠纷。全年调解130件"
    promise = f"主要做了以下{promised}方面工作。"
    assert announced(introduced(promise, [measures])).holds is True
    assert announced(introduced(promise, [measures, "特色亮点"])).holds is True


def test_duty_below_the_measures_may_be_counted_or_not() -> None:
    parts = "".join(f"（{chinese(i + 1)}）{h}\n{DONE}" for i, h in enumerate([*THEMES[:3], OTHERS[0]]))
    for promised, holds in (("二", False), ("三", True), ("四", True), ("五", False)):
        text = f"一、主要举措和成效\n主要做了以下{promised}方面工作。\n{parts}"
        assert announced(text).holds is holds


@pytest.mark.parametrize("promise", ["重点抓好三件事", "做好以下三件事", "抓好三件大事"])
def test_things_to_do(promise: str) -> None:
    text = f"一、2025年工作安排\n2025年，我镇将{promise}：一是补装备。二是促衔接。三是强素质。"
    assert announced(text + "\n").holds is True
    assert announced(text + "四是抓节水。\n").holds is False


def test_a_number_of_accidents_promises_nothing() -> None:
    assert announced("一、成效\n全年有三件事故。一是甲厂火灾；二是乙厂火灾。\n").holds is True

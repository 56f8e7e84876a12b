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

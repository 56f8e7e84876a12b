"""validator.checks.order: sections follow one another as listed."""

from __future__ import annotations

from tests.support import ask, element, quoted

ELEMENTS = {"a": element("a", heading=("甲",)), "b": element("b", heading=("乙",)), "c": element("c", heading=("丙",))}


def text(*names: str) -> str:
    signs = "一二三"
    return "".join(f"{signs[i]}、{name}项工作\n检查46次。\n" for i, name in enumerate(names))


def test_in_order() -> None:
    assert ask(text("甲", "乙", "丙"), "order", ("a", "b", "c"), elements=ELEMENTS).holds is True


def test_out_of_order() -> None:
    report = text("乙", "甲", "丙")
    answer = ask(report, "order", ("a", "b", "c"), elements=ELEMENTS)
    assert answer.holds is False
    assert quoted(report, answer) == ["乙项工作"]


def test_absent_elements_are_passed_over() -> None:
    assert ask(text("甲", "丙"), "order", ("a", "b", "c"), elements=ELEMENTS).holds is True
    assert ask("", "order", ("a", "b", "c"), elements=ELEMENTS).holds is True

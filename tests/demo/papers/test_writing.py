"""validator.demo.papers.writing: numbers, indents, signatures."""

from __future__ import annotations

from validator.demo.drafts.drafting import Draft, Item, Part
from validator.demo.papers.writing import Hand, laid_out, number, text_of

DRAFT = Draft(
    "青禾镇",
    2025,
    ("标题",),
    "县政府：",
    ("开头。",),
    (Part("achievements", "成效", (Item("", "说明。"), Item("执法", "查了。"), Item("普法", "讲了。"))),),
    ("青禾镇",),
    "2026年2月8日",
)


def test_numerals() -> None:
    assert [number(n) for n in (1, 10, 11, 19)] == ["一", "十", "十一", "十九"]


def test_points_run_in() -> None:
    lines = laid_out(DRAFT, Hand(True, "bracket", False, ""))
    assert [line.text for line in lines[3:7]] == ["一、成效", "说明。", "（一）执法。查了。", "（二）普法。讲了。"]


def test_points_on_lines_of_their_own() -> None:
    lines = laid_out(DRAFT, Hand(False, "arabic", False, ""))
    assert [(line.kind, line.text) for line in lines[5:7]] == [("point", "1.执法"), ("body", "查了。")]


def test_points_as_a_row_of_sentences() -> None:
    assert laid_out(DRAFT, Hand(False, "is", False, ""))[6].text == "二是普法。讲了。"


def test_indent_and_signature() -> None:
    style = Hand(True, "bracket", False, "　　")
    text = text_of(laid_out(DRAFT, style), style)
    assert "\n　　开头。\n" in text and text.startswith("标题\n县政府：\n")
    assert text.endswith("　" * 21 + "2026年2月8日\n")

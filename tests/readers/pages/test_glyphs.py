"""validator.readers.pages.glyphs: characters with places → the text of a line, with the spaces that a reader sees."""

from __future__ import annotations

import pytest

from tests.readers.pages.geometry import EM, glyphs, line
from validator.readers.pages.glyphs import Glyph, has_autospace, line_of, rows_of, unified


def test_characters_side_by_side_are_a_line() -> None:
    found = line("2024年法治政府建设")
    assert (found.text, found.left, found.right) == ("2024年法治政府建设", 40.0, 130.0)
    assert not found.cells


def test_a_wide_gap_parts_two_things() -> None:
    found = line("云川县人民政府        2025年2月18日")
    assert found.text == "云川县人民政府  2025年2月18日"
    assert found.cells


def test_spaces_of_the_file_are_kept() -> None:
    assert line("附件␣目录").text == "附件 目录"
    assert line("标\u3000题").text == "标\u3000题"
    assert line("␣␣一、成效").text == "  一、成效"


def test_a_gap_between_han_characters_is_a_space_that_the_file_does_not_hold() -> None:
    assert line("发布日期：2025年 阅读：113次").text == "发布日期：2025年 阅读：113次"
    assert line("至2025年止 2024 年度").text == "至2025年止 2024 年度"


def test_several_spaces_of_which_one_is_told() -> None:
    head, tail = glyphs("单位"), glyphs("日期", 110.0)
    row = [*head, Glyph(" ", 60.0, 65.0, 60.0, EM), *tail]
    found = line_of(row, autospace=False)
    assert found is not None
    assert found.text == f"单位{' ' * 10}日期"


def test_a_line_stretched_to_the_margin_has_no_spaces() -> None:
    row = [Glyph(c, 40 + 13.0 * i, 50 + 13.0 * i, 60, EM) for i, c in enumerate("推进法治政府建设取得成效")]
    found = line_of(row, autospace=False)
    assert found is not None
    assert found.text == "推进法治政府建设取得成效"


def test_latin_words_are_parted() -> None:
    assert line("annual report").text == "annual report"


@pytest.mark.parametrize("gap", [2.0, 2.5])
def test_numbers_set_a_little_apart_are_no_words(gap: float) -> None:
    row: list[Glyph] = []
    x = 40.0
    for part in ("全年检查", "46", "次，办案", "12", "件"):
        row += glyphs(part, x)
        x = row[-1].right + gap
    assert has_autospace([row])
    found = line_of(row, autospace=True)
    assert found is not None
    assert found.text == "全年检查46次，办案12件"


def test_bold_by_printing_twice() -> None:
    row = sorted([*glyphs("主要举措"), *glyphs("主要举措", 40.4)], key=lambda g: g.left)
    found = line_of(row, autospace=False)
    assert found is not None
    assert found.text == "主要举措"


def test_the_same_character_twice_is_kept() -> None:
    assert line("人人||谢谢").text == "人人||谢谢"


def test_superscripts_belong_to_their_line() -> None:
    area = [*glyphs("面积1200m"), Glyph("2", 86.0, 89.0, 56.0, 6.0), *glyphs("，三成", 90.0)]
    (row,) = rows_of([*area, *[]])
    found = line_of(row, autospace=False)
    assert found is not None
    assert found.text == "面积1200m2，三成"
    assert found.y == 60.0


def test_lines_close_to_each_other_are_two() -> None:
    assert len(rows_of([*glyphs("上一行"), *glyphs("下一行", y=70.0)])) == 2


def test_nothing_to_see() -> None:
    assert line_of(glyphs("␣␣"), autospace=False) is None


def test_radicals_become_characters() -> None:
    assert unified("⼀、⼯作⽬标：⺠⽣、⻋辆、⻓期") == "一、工作目标：民生、车辆、长期"
    assert unified("（一）Ⅱ①㎡") == "（一）Ⅱ①㎡"


@pytest.mark.parametrize(
    ("text", "width"), [("工作", 10.0), ("工，作", 20.0), ("（工）作", 30.0), ("2024年", 20.0), ("“工作", 15.0)]
)
def test_first_word_with_what_cannot_be_parted_from_it(text: str, width: float) -> None:
    assert line(text).word == pytest.approx(width)

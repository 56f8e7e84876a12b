"""validator.readers.pages.lines: the lines of a page in reading order, in one column or two."""

from __future__ import annotations

from tests.readers.pages.geometry import glyphs
from validator.readers.pages.glyphs import Glyph
from validator.readers.pages.lines import lines_of

LEFT_COLUMN = ["规范行政执法行为全年", "开展检查四十六次办理", "案件十二件案卷评查全", "部合格没有被复议纠正"] * 3
RIGHT_COLUMN = ["化解社会矛盾纠纷设立", "村级调解室九个受理纠", "纷一百三十件调解成功", "率达到百分之九十以上"] * 3


def _columns(rows: int) -> list[Glyph]:
    found: list[Glyph] = []
    for i in range(rows):
        y = 60.0 + 18 * i
        found += [*glyphs(LEFT_COLUMN[i], 40, y), *glyphs(RIGHT_COLUMN[i], 170, y)]
    return found


def test_lines_from_top_to_bottom() -> None:
    page = [*glyphs("第三行", y=120), *glyphs("第一行", y=80), *glyphs("第二行", y=100)]
    assert [line.text for line in lines_of(page)] == ["第一行", "第二行", "第三行"]


def test_left_column_first() -> None:
    found = lines_of(_columns(12))
    assert [line.text for line in found] == LEFT_COLUMN + RIGHT_COLUMN
    assert {line.column for line in found[:12]} == {1}
    assert {line.column for line in found[12:]} == {2}


def test_a_title_across_the_columns_stands_first() -> None:
    found = lines_of([*glyphs("关于法治政府建设情况的报告", 90, 30), *_columns(12)])
    assert found[0].text == "关于法治政府建设情况的报告"
    assert found[0].column == 0
    assert found[1].text == LEFT_COLUMN[0]


def test_a_few_rows_are_a_table() -> None:
    found = lines_of(_columns(3))
    assert found[0].text == f"{LEFT_COLUMN[0]}  {RIGHT_COLUMN[0]}"
    assert found[0].cells


def test_a_short_last_page_has_the_columns_of_the_page_before() -> None:
    before = lines_of(_columns(12))
    assert [line.text for line in lines_of(_columns(2), before)] == LEFT_COLUMN[:2] + RIGHT_COLUMN[:2]


def test_an_empty_page() -> None:
    assert lines_of([]) == []


def test_a_signature_at_the_top_of_the_second_column() -> None:
    page = [g for i in range(12) for g in glyphs(LEFT_COLUMN[i] + "全年", 20, 60 + 18 * i)]
    signed = [*page, *glyphs("云川县青禾镇", 240, 60), *glyphs("2025年1月16日", 230, 78)]
    number = glyphs("- 1 -", 165, 320)
    texts = [line.text for line in lines_of([*signed, *number])]
    assert texts == [*[f"{t}全年" for t in LEFT_COLUMN], "云川县青禾镇", "2025年1月16日", "- 1 -"]


def test_a_date_beside_the_last_lines_makes_no_columns() -> None:
    page = [g for i in range(12) for g in glyphs(LEFT_COLUMN[i] + "全年", 20, 60 + 18 * i)]
    page += glyphs("2025年1月16日", 230, 60 + 18 * 11)
    assert lines_of(page)[-1].text == f"{LEFT_COLUMN[11]}全年  2025年1月16日"


def test_a_running_head_of_two_parts_makes_no_columns() -> None:
    page = [g for i in range(12) for g in glyphs(LEFT_COLUMN[i] + "全年", 20, 90 + 18 * i)]
    page += [*glyphs("法治政府建设资料汇编", 20, 60), *glyphs("内部资料", 260, 60)]
    assert lines_of(page)[0].text == "法治政府建设资料汇编  内部资料"

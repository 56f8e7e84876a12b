"""validator.checks.tables: rows of cells, whatever parts them."""

from __future__ import annotations

import pytest

from tests.support import outline
from validator.checks.tables import figure, tables_of

ROWS = [("规章", (3.0, 1.0, 9.0)), ("行政规范性文件", (0.0, 0.0, 2.0))]


def rows(text: str) -> list[tuple[str, tuple[float, ...]]]:
    return [(row.labels[-1] if row.labels else "", row.values) for t in tables_of(outline(text)) for row in t.rows]


@pytest.mark.parametrize("between", [" | ", "|", "\t", "    ", "\u3000\u3000", " "])
def test_whatever_parts_the_cells(between: str) -> None:
    text = "\n".join(between.join(row) for row in (["规章", "3", "1", "9"], ["行政规范性文件", "0", "0", "2"]))
    assert rows(text) == ROWS


def test_cells_one_below_the_other() -> None:
    assert rows("规章\n3\n1\n9\n行政规范性文件\n0\n0\n2\n") == ROWS


def test_markdown() -> None:
    text = "| 内容 | 制发 | 废止 | 有效 |\n|---|---|---|---|\n| 规章 | 3 | 1 | 9 |\n| 行政规范性文件 | 0 | 0 | 2 |\n"
    assert rows(text) == [("有效", ()), *ROWS]


def test_several_labels_and_empty_cells() -> None:
    table = tables_of(outline("三、结果 | （一）予以公开 | 5 | | 6\n合计 | 5 | - | 1,006"))[0]
    assert table.rows[0].labels == ("三、结果", "（一）予以公开")
    assert [row.values for row in table.rows] == [(5, 0, 6), (5, 0, 1006)]


@pytest.mark.parametrize(
    ("cell", "value"),
    [("5", 5), ("1,203", 1203), ("1，203", 1203), ("3.60", 3.6), ("12件", 12), ("3.6万元", 3.6), ("-2", -2)],
)
def test_figures(cell: str, value: float) -> None:
    assert figure(cell) == value


@pytest.mark.parametrize("cell", ["", "无", "2024年", "5+1", "第5", "1.2.3", "12,34", "约5"])
def test_what_is_no_figure(cell: str) -> None:
    assert figure(cell) is None


def test_running_text_and_numbered_headings_end_a_table() -> None:
    text = "一、数据\n甲 | 1 | 2\n乙 | 3 | 4\n下面的数据来自各科室的台账，已经逐项核对过。\n丙 | 5 | 6\n二、其他\n丁 | 7 | 8\n"
    assert [[row.labels for row in t.rows if row.values] for t in tables_of(outline(text))] == [
        [("甲",), ("乙",)],
        [("丙",)],
        [("丁",)],
    ]


def test_spans_are_those_of_the_rows() -> None:
    found = outline("  甲 | 1 | 2\n乙 | 3 | 4")
    table = tables_of(found)[0]
    assert [found.shadow.text[a:b] for a, b in (row.span for row in table.rows)] == ["甲 | 1 | 2", "乙 | 3 | 4"]
    assert table.span == (table.rows[0].span[0], table.rows[-1].span[1])


@pytest.mark.parametrize("text", ["", "没有表格。", "一、成效\n检查3次。", "甲\n乙\n丙"])
def test_no_table(text: str) -> None:
    assert tables_of(outline(text)) == ()


def test_figures_that_ran_together_are_none() -> None:
    assert rows("新收申请4 1 000 05\n结转申请 1 0 2\n") == [("新收申请4 1 000 05", ()), ("结转申请", (1, 0, 2))]
    assert figure("05") is None
    assert figure("0.5") == 0.5


def test_a_page_number_below_a_row_is_no_figure_of_it() -> None:
    assert rows("甲 | 1 | 2\n3\n乙 4 5\n6\n")[0] == ("甲", (1, 2))
    assert ("乙", (4, 5)) in rows("甲 | 1 | 2\n3\n乙 4 5\n6\n")

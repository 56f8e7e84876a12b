"""validator.review.roster.columns: which column holds what, and where the tables are."""

from __future__ import annotations

import pytest

from validator.review.roster.columns import cell_of, heading_of, likely_headings, tables_in


@pytest.mark.parametrize(
    ("head", "starts"),
    [
        ("序号,单位,序号,单位", [0, 2]),
        ("单位,类别,单位,类别", [0, 2]),
        ("序号,单位,备注,序号,单位名称,备注", [0, 3]),
        ("单位全称,单位,简称", [0]),
        ("序号,单位,类别,序号", [0]),
        (",单位,,单位", [0, 3]),
    ],
)
def test_blocks_side_by_side(head: str, starts: list[int]) -> None:
    tables = tables_in(f"{head}\n{','.join('甲乙丙丁戊己'[: head.count(',') + 1])}\n".encode(), "名册.csv")
    assert [table.start for table in tables] == starts
    assert [table.end for table in tables] == [*starts[1:], head.count(",") + 1]


def test_cells_by_what_their_columns_hold() -> None:
    table = tables_in("名册,,\n报送时限,责任单位,备注\n3月1日,司法局,无\n".encode(), "名册.csv")[0]
    assert (cell_of(table.rows[0], table, "name"), heading_of(table, "due")) == ("司法局", "报送时限")
    assert cell_of(table.rows[0], table, "kind") == ""


def test_sign_between_cells_that_gives_most_columns() -> None:
    table = tables_in("单位；类别\n司法局；部门\n".encode(), "名册.csv")[0]
    assert set(table.columns) == {"name", "kind"}


@pytest.mark.parametrize(
    ("text", "number", "known"),
    [
        ("名册\n序号,类别\n1,部门,司法局\n", 2, True),
        ("1,部门,司法局\n2,部门,水利局\n", 1, False),
        ("名册；；\n序号；类别；甲\n", 2, True),
        ("\n\n甲,乙\n", 3, False),
        ("", 0, False),
    ],
)
def test_row_that_was_meant_as_headings(text: str, number: int, known: bool) -> None:
    row, is_known = likely_headings(text.encode(), "名册.csv")
    assert (row.number, is_known) == (number, known)


def test_a_unit_that_is_called_a_department_is_no_heading() -> None:
    assert tables_in("1,部门,司法局\n".encode(), "名册.csv") == []
    assert tables_in("部门,县司法局\n".encode(), "名册.csv") == []
    assert tables_in("部门,所属街道\n".encode(), "名册.csv")[0].columns == {"name": [0]}


def test_no_column_of_names() -> None:
    assert tables_in("序号,类别\n1,镇\n".encode(), "名册.csv") == []

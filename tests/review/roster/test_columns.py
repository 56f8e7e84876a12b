"""validator.review.roster.columns: which column holds what, and where the tables are."""

from __future__ import annotations

import pytest

from validator.review.roster.columns import cell_of, heading_of, tables_in


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


def test_no_column_of_names() -> None:
    assert tables_in("序号,类别\n1,镇\n".encode(), "名册.csv") == []

"""Where the tables of a roster are and what their columns hold: known by the headings, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from validator.review.roster.cells import is_body
from validator.review.roster.headings import are_headings, joined_headings, plain
from validator.review.roster.rows import Row, tables_of
from validator.words import Words

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": (
        "单位名称", "单位全称", "单位", "名称", "全称", "报送单位", "填报单位", "责任单位", "部门名称", "部门",
        "机构名称", "name", "unit", "unitname",
    ),
    "kind": ("类别", "单位类别", "类型", "单位类型", "性质", "单位性质", "kind", "type"),
    "aliases": ("简称", "单位简称", "别名", "其他名称", "alias", "aliases"),
    "former": ("曾用名", "原名", "原名称", "原单位名称", "former", "formername"),
    "due": ("报送期限", "期限", "截止日期", "截止时间", "报送截止日期", "报送时限", "报送截止时间", "due", "deadline"),
    "received": (
        "收到日期", "收到时间", "收件日期", "实际收到时间", "实际收到日期", "实际报送日期", "实际报送时间", "received",
    ),
    "sent": ("报送日期", "报送时间"),
    "exempt": ("免报", "免报原因", "免报说明", "免报理由", "exempt"),
    "files": ("文件", "文件名", "报告文件", "files", "file"),
    "serial": ("序号", "编号", "no", "no."),
}  # fmt: skip
"""What a column holds → its headings. *sent* is a day of receipt or a deadline: its cells show which."""
HEADINGS = {heading: column for column, headings in _COLUMNS.items() for heading in headings}
"""Heading, plain → what its column holds."""
_A_KIND = "部门"  # heads a column of names, and stands in one of kinds
_NUMBER = re.compile(r"\d{1,3}")
_ABOUT = re.compile(r"[所各]|主管|归口|分管|牵头|挂靠|办公室$")  # 所属街道: a heading that ends like a body's name
_FIRST_ROWS = 20  # among which the headings are looked for


class Table(NamedTuple):
    """*columns*: what a column holds → its places, 0-based. *headings*: as they are written.

    *start*, *end*: the places that belong to it, the end exclusive.
    """

    columns: Mapping[str, Sequence[int]]
    headings: tuple[str, ...]
    rows: Sequence[Row]
    sheet: str
    start: int
    end: int


def tables_in(data: bytes, path: str) -> list[Table]:
    """Return the tables that have a column of names: of CSV the one with the most known headings, of a book all.

    A table that stands in two blocks side by side counts as two. Raise UsageError when the file cannot be read.
    """
    found: dict[str, list[Table]] = {}
    for rows in tables_of(data, path):
        tables = list(_headed(rows))
        if tables and _known(tables) > _known(found.get(tables[0].sheet, [])):
            found[tables[0].sheet] = tables
    return [table for tables in found.values() for table in tables]


def likely_headings(data: bytes, path: str) -> tuple[Row, bool]:
    """Return the row that was meant as the headings, and whether it has a known one: else it is the first of all.

    Of an empty file it is an empty row.
    """
    rows = [row for rows in tables_of(data, path) for row in rows[:_FIRST_ROWS] if any(row.cells)]
    best = max(rows, key=_headings, default=Row(0, ()))
    return best, _headings(best) > 0


def cells_of(row: Row, table: Table, column: str) -> list[str]:
    """Return the cells of a row that hold something in the columns of that name."""
    places = table.columns.get(column, ())
    return [row.cells[at] for at in places if at < len(row.cells) and row.cells[at]]


def cell_of(row: Row, table: Table, column: str) -> str:
    """Return the first of these cells; empty without one."""
    return next(iter(cells_of(row, table, column)), "")


def heading_of(table: Table, column: str) -> str:
    """Return how the table calls a column that it has."""
    return table.headings[table.columns[column][0]]


def is_of_headings(row: Row, table: Table) -> bool:
    """Tell whether a row among the units of a table is one of headings."""
    return are_headings(row.cells[table.start : table.end], HEADINGS)


def overlooked(table: Table) -> list[Words]:
    """Return a remark on a row further down with headings of columns that the table has not."""
    for row in table.rows:
        if is_of_headings(row, table):
            held = list(zip(row.cells, _held(row), strict=True))[table.start : table.end]
            new = [cell for cell, column in held if column and column not in table.columns]
            if new:
                return [_overlooked(row.number, new)]
    return []


def _overlooked(number: int, headings: Sequence[str]) -> Words:
    return Words(
        f"名册第{number}行的{''.join(f'“{heading}”' for heading in headings)}像是表头，没有采用；"
        "请把各列的表头写在同一行，或者紧接着的上下行。",
        f"Row {number} of the roster looks like headings that were not used: {', '.join(headings)}. Put all headings "
        "into one row, or into rows right below each other.",
    )


def _known(tables: Sequence[Table]) -> int:
    return sum(len(table.columns) for table in tables)


def _headed(rows: Sequence[Row]) -> Iterator[Table]:
    """Yield the blocks under the first row, or rows, of headings that have one for names."""
    for i, row in enumerate(rows[:_FIRST_ROWS]):
        held = _held(row)
        if "name" in held and not _is_of_unit(row, held):
            heads, below = joined_headings(rows, i, HEADINGS)
            held = _held(heads)
            starts = _starts([plain(cell) for cell in heads.cells], held)
            for start, end in zip(starts, [*starts[1:], _width(rows)], strict=True):
                columns: dict[str, list[int]] = {}
                for at in range(start, min(end, len(held))):
                    if held[at]:
                        columns.setdefault(held[at], []).append(at)
                yield Table(columns, heads.cells, rows[below:], row.sheet, start, end)
            return


def _held(row: Row) -> list[str]:
    """Return what the columns would hold if the row were that of the headings."""
    return [HEADINGS.get(plain(cell), "") for cell in row.cells]


def _headings(row: Row) -> int:
    """Return how many known headings a row has; a unit's row has none."""
    held = _held(row)
    return 0 if _is_of_unit(row, held) else sum(map(bool, held))


def _is_of_unit(row: Row, held: Sequence[str]) -> bool:
    """Tell whether a row is no headings but a unit's: it says 部门, and its number or its name stands beside that."""
    words = {cell for cell, column in zip(row.cells, held, strict=True) if column}
    others = [cell for cell, column in zip(row.cells, held, strict=True) if cell and not column]
    named = any(_NUMBER.fullmatch(cell) or (is_body(cell) and not _ABOUT.match(cell)) for cell in others)
    return named and words == {_A_KIND}


def _width(rows: Sequence[Row]) -> int:
    return max(len(row.cells) for row in rows)


def _starts(headings: Sequence[str], held: Sequence[str]) -> list[int]:
    """Return where blocks side by side begin: where the first heading, or that of the names, comes again."""
    first = next(at for at, heading in enumerate(headings) if heading)
    name = held.index("name")
    for at in dict.fromkeys((first, name)):
        again = [i for i, heading in enumerate(headings) if heading == headings[at]]
        blocks = [held[start:end] for start, end in zip(again, [*again[1:], len(held)], strict=True)]
        if len(again) > 1 and all("name" in block for block in blocks):
            return [0, *again[1:]]
    return [0]

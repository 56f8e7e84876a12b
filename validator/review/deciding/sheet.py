"""The sheet of decisions in the review's workbook: how what people wrote in it is read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from validator.errors import UsageError
from validator.review.deciding.rows import (
    FIELDS,
    HEADERS,
    SHEET,
    Emptied,
    Mistake,
    Row,
    column,
    matched,
    row_of,
    text_of,
)
from validator.review.workbooks import read_workbook
from validator.words import Words

MAX_ROWS = 200_000
_HEAD_WITHIN = 50  # rows
_OPTIONAL = ("element", "machine", "message", "known", "origin")


class Sheet(NamedTuple):
    """What people wrote: the rows that can be understood, and the others; *emptied*: those of an earlier decision."""

    rows: tuple[Row, ...]
    mistakes: tuple[Mistake, ...]
    emptied: tuple[Emptied, ...] = ()


def read_sheet(data: bytes, path: str) -> Sheet:
    """Return the opinions in the workbook *data*, read in a process of its own; *path* is said in mistakes.

    Raise UsageError for a file that is too large, broken, or no workbook with such a sheet.
    """
    found: Sheet = read_workbook(data, path, _read)
    return found


def _read(workbook: Any, path: str) -> Sheet:
    """Read the sheet of that name, or else the first that has its columns: people rename sheets."""
    names = sorted(workbook.sheet_names, key=lambda name: name.strip() not in SHEET)
    for name in names:
        sheet = workbook.get_sheet_by_name(name)
        if sheet.total_height > MAX_ROWS + _HEAD_WITHIN:
            raise UsageError(path, Words(f"“{name}”超过 {MAX_ROWS} 行", f"“{name}” has more than {MAX_ROWS} rows"))
        lines = enumerate(sheet.iter_rows(), 1)
        columns = _columns(lines)
        if columns:
            _refuse_incomplete(columns, path)
            return _sorted(_rows(lines, columns))
    what = Words(f"里面没有“{SHEET.zh}”这张表", f"it has no sheet “{SHEET.en}”")
    raise UsageError(path, what, Words("请用 chaque review 生成的工作簿", "Use the workbook that chaque review made"))


def _columns(lines: Iterator[tuple[int, list[Any]]]) -> dict[str, int]:
    """Go down to the row with the heads and return field → column; nothing where there is none."""
    for number, cells in lines:
        heads = {matched(cell): i for i, cell in reversed(list(enumerate(cells)))}
        found = {}
        for field, words in zip(FIELDS, HEADERS, strict=True):
            at = next((heads[head] for head in map(matched, words) if head in heads), None)
            if at is not None:
                found[field] = at
        if {"unit", "action"} <= found.keys():
            return found
        if number >= _HEAD_WITHIN:
            break
    return {}


def _refuse_incomplete(columns: Mapping[str, int], path: str) -> None:
    missing = [field for field in FIELDS if field not in columns and field not in _OPTIONAL]
    if missing:
        head = column(missing[0])
        what = Words(f"“{SHEET.zh}”缺少“{head.zh}”这一列", f"“{SHEET.en}” has no column “{head.en}”")
        hint = Words("请不要删列；可以隐藏", "Leave the columns in place; they can be hidden")
        raise UsageError(path, what, hint)


def _sorted(found: Iterable[Row | Emptied | Mistake]) -> Sheet:
    kinds: dict[type, list[Any]] = {Row: [], Mistake: [], Emptied: []}
    for one in found:
        kinds[type(one)].append(one)
    return Sheet(*map(tuple, kinds.values()))


def _rows(lines: Iterator[tuple[int, list[Any]]], columns: Mapping[str, int]) -> Iterator[Row | Emptied | Mistake]:
    for number, cells in lines:
        row = row_of(number, {field: text_of(cells[at]) if at < len(cells) else "" for field, at in columns.items()})
        if row:
            yield row

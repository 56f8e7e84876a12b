"""Bytes of a table (CSV, Excel, WPS or OpenDocument) → its rows as text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from validator.errors import ReadError, UsageError
from validator.readers import ending_of
from validator.readers.decoding import decoded
from validator.readers.package import opened, part
from validator.readers.sniffing import OLE
from validator.review.roster.formulas import unsolved
from validator.review.workbooks import SAVE_AGAIN, read_workbook, refuse_large
from validator.words import Words

MAX_ROWS = 20_000
_BOOKS = (".xlsx", ".xlsm", ".xls", ".ods", ".et")
_CELL = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br\s*=\s*[\"']([A-Z]+)(\d+)")
_MANY_ROWS = 100_000  # all rows up to the last cell are held in memory, as wide as the widest
_MANY_LETTERS = 2  # columns up to ZZ
_SIGNS = (",", "\t", ";", "，", "；", "|")
_NO_HINT = Words("", "")


class Row(NamedTuple):
    """A row of a table. *number*: 1-based, of the sheet or of the line where it begins. *cells*: without outer space.

    A cell with a date is YYYY-MM-DD, a whole number has no decimals. *sheet*: its name, empty for CSV. *unsolved*: the
    places, 0-based, of errors and of formulas without a result.
    """

    number: int
    cells: tuple[str, ...]
    sheet: str = ""
    unsolved: tuple[int, ...] = ()


def tables_of(data: bytes, path: str) -> Iterator[list[Row]]:
    """Yield the rows of every sheet of *data*, or those of a CSV once for every sign that may divide its cells.

    Raise UsageError when it is too large or cannot be read; *path* decides between a book and CSV.
    """
    refuse_large(len(data), path)
    if data.startswith((b"PK\x03\x04", OLE)) or ending_of(path) in _BOOKS:
        yield from _sheets(data, path)
        return
    try:
        text = decoded(data, path)
    except ReadError as error:
        raise UsageError(path, error.what, error.hint) from error
    for sign in _SIGNS:
        if sign in text or sign == _SIGNS[0]:
            yield list(_lines(text, sign, path))


def _lines(text: str, sign: str, path: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    begins = 1
    try:
        for number, cells in enumerate(reader, start=1):
            _count(number, path)
            yield Row(begins, tuple(cell.strip() for cell in cells))
            begins = reader.line_num + 1
    except csv.Error as error:
        what = Words(f"表格写得不对（{error}）", f"the table is wrong ({error})")
        raise UsageError(f"{path}:{begins}", what, SAVE_AGAIN) from error


def _sheets(data: bytes, path: str) -> Iterator[list[Row]]:
    _refuse_bomb(data, path)
    sheets = read_workbook(data, path, _cells)
    formulas = unsolved(data, path)
    for name, cells in sheets.items():
        _count(len(cells), path)
        open_places: dict[int, list[int]] = {}
        for row, column in sorted(formulas.get(name, ())):
            open_places.setdefault(row, []).append(column)
        yield [
            Row(number, tuple(map(_text, row)), name, tuple(open_places.get(number - 1, ())))
            for number, row in enumerate(cells, start=1)
        ]


def _cells(book: Any, path: str) -> dict[str, list[list[Any]]]:  # noqa: ARG001  # a Reading is told the path
    """Return the cells of every visible sheet by its name, from its first row on."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    names = [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
    ]
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=MAX_ROWS + 1) for name in names}


def _refuse_bomb(data: bytes, path: str) -> None:
    """Refuse what would unpack to too much: parts that are too large, or one cell far away from all others."""
    if not data.startswith(b"PK"):
        return
    try:
        package = opened(data, path)
        for name in package.names:
            if name.lower().startswith("xl/worksheets/") and name.lower().endswith(".xml"):
                _refuse_wide(part(package, name), path)
    except ReadError as error:
        raise UsageError(path, error.what, SAVE_AGAIN) from error


def _refuse_wide(sheet: bytes, path: str) -> None:
    cells = _CELL.findall(sheet)
    last_row = max((int(row) for _, row in cells), default=0)
    last_column = max((len(column) for column, _ in cells), default=0)
    if last_row > _MANY_ROWS or last_column > _MANY_LETTERS:
        what = Words("表格的范围太大，最远的单元格离得太远", "the table reaches too far: a cell stands far off")
        hint = Words("删除表格以外的单元格和空行、空列后再存", "Delete what stands far outside of the table")
        raise UsageError(path, what, hint)


def _count(rows: int, path: str) -> None:
    if rows > MAX_ROWS:
        raise UsageError(path, Words(f"表格超过{MAX_ROWS}行", f"the table has more than {MAX_ROWS} rows"), _NO_HINT)


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()

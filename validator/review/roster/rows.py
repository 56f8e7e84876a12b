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
from validator.words import Words

MAX_BYTES = 30 * 1024 * 1024
MAX_ROWS = 20_000
_BOOKS = (".xlsx", ".xlsm", ".xls", ".ods", ".et")
_ROW_OF = re.compile(rb'<c [^>]*?r="[A-Z]+(\d+)"')
_COLUMN_OF = re.compile(rb'<c [^>]*?r="([A-Z]+)\d+"')
_MANY_ROWS = 100_000  # all rows up to the last cell are held in memory, as wide as the widest
_MANY_LETTERS = 2  # columns up to ZZ
_SIGNS = (",", "\t", ";", "，", "；", "|")
_NO_HINT = Words("", "")
_SAVE_AGAIN = Words("请用 Excel 或 WPS 打开后另存为 .xlsx", "Open it in Excel or WPS and save it as .xlsx")


class Row(NamedTuple):
    """A row of a table. *number*: 1-based, of the sheet or of the line where it begins. *cells*: without outer space.

    A cell with a date is YYYY-MM-DD, a whole number has no decimals. *sheet*: its name, empty for CSV. *unsolved*: the
    places, 0-based, of formulas without a result.
    """

    number: int
    cells: tuple[str, ...]
    sheet: str = ""
    unsolved: tuple[int, ...] = ()


def tables_of(data: bytes, path: str) -> Iterator[list[Row]]:
    """Yield the rows of every sheet of *data*, or those of a CSV once for every sign that may divide its cells.

    Raise UsageError when it is too large or cannot be read; *path* decides between a book and CSV.
    """
    if len(data) > MAX_BYTES:
        most = MAX_BYTES // 1024 // 1024
        raise UsageError(path, Words(f"文件超过{most} MB", f"the file is larger than {most} MB"), _NO_HINT)
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
        raise UsageError(f"{path}:{begins}", what, _SAVE_AGAIN) from error


def _sheets(data: bytes, path: str) -> Iterator[list[Row]]:
    _refuse_bomb(data, path)
    try:
        sheets = _cells(data)
    except BaseException as error:
        # The reader is written in Rust and gives up by PanicException, which is no Exception.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        what = Words("表格打不开，可能已损坏或有密码", "the table cannot be opened: damaged, or locked")
        raise UsageError(path, what, _SAVE_AGAIN) from error
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


def _cells(data: bytes) -> dict[str, list[list[Any]]]:
    """Return the cells of every visible sheet by its name, from its first row on."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with CalamineWorkbook.from_object(io.BytesIO(data)) as book:
        names = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
        ]
        return {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=MAX_ROWS + 1) for name in names
        }


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
        raise UsageError(path, error.what, _SAVE_AGAIN) from error


def _refuse_wide(sheet: bytes, path: str) -> None:
    last_row = max((int(m) for m in _ROW_OF.findall(sheet)), default=0)
    last_column = max((len(m) for m in _COLUMN_OF.findall(sheet)), default=0)
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

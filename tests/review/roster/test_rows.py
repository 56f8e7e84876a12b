"""validator.review.roster.rows: tables of every kind as rows of text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime

import pytest

from validator.errors import UsageError
from validator.review.roster.rows import MAX_ROWS, tables_of
from validator.review.workbooks import MAX_BYTES


def book(*rows: tuple[object, ...], hidden: bool = False) -> bytes:
    from openpyxl import Workbook

    made = Workbook()
    if hidden:
        made.active.sheet_state = "hidden"
        made.active.append(("不看",))
        made.create_sheet("名册")
    for row in rows:
        made.worksheets[-1].append(row)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(encoding: str) -> None:
    text = "单位,类别\n云川县司法局,部门\n云川县青禾镇人民政府,镇\n"
    rows = next(tables_of(text.encode(encoding), "名册.csv"))
    assert [row.cells for row in rows] == [("单位", "类别"), ("云川县司法局", "部门"), ("云川县青禾镇人民政府", "镇")]


def test_number_is_the_line_where_a_row_begins() -> None:
    rows = next(tables_of('单位,简称\n司法局,"司法\n法治办"\n\n水利局,\n'.encode(), "a.csv"))
    assert [(row.number, row.cells[0]) for row in rows if row.cells] == [(1, "单位"), (2, "司法局"), (5, "水利局")]


def test_book() -> None:
    data = book((), ("单位", "期限"), ("司法局", date(2026, 3, 1)), (12.0, datetime(2026, 3, 1, 9, 5)), ("半", 1.5))
    rows = next(tables_of(data, "名册.xlsx"))
    assert [(row.number, row.cells) for row in rows][-4:] == [
        (2, ("单位", "期限")),
        (3, ("司法局", "2026-03-01")),
        (4, ("12", "2026-03-01")),
        (5, ("半", "1.5")),
    ]


def test_book_under_the_name_of_a_csv_and_hidden_sheets() -> None:
    tables = list(tables_of(book(("单位",), ("司法局",), hidden=True), "名册.csv"))
    assert [[row.cells for row in rows] for rows in tables] == [[("单位",), ("司法局",)]]


def _far_cell() -> bytes:
    from openpyxl import Workbook

    made = Workbook()
    made.active["A1"] = "单位"
    made.active["XFD1"] = "远"
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _far_cells() -> Iterator[bytes]:
    """Yield cells in the last corner, as other programs may write them."""
    for cell in (b"<c r='XFD1048576'", b'<c\nr="XFD1048576"', b'<x:c r="XFD1048576"'):
        held = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(_far_cell())) as good, zipfile.ZipFile(held, "w") as bad:
            for name in good.namelist():
                bad.writestr(name, good.read(name).replace(b'<c r="XFD1"', cell))
        yield held.getvalue()


@pytest.mark.parametrize("data", list(_far_cells()), ids=["quotes", "newline", "prefix"])
def test_a_hostile_roster_costs_its_own_process_only(data: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UsageError, match=r"打不开|离得太远"):
        list(tables_of(data, "a.xlsx"))
    assert capfd.readouterr().err == ""


def _bomb() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 80_000_000)
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"PK\x03\x04broken", "a.xlsx", "打不开"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "a.xls", "打不开"),
        (b"no book", "a.ods", "打不开"),
        (bytes(range(256)) * 20, "a.csv", "不是文本"),
        (b"a\n" * (MAX_ROWS + 1), "a.csv", "超过"),
        (b"a" * (MAX_BYTES + 1), "a.csv", "30 MB"),
        (b"," + b"a" * 200_000, "a.csv", "写得不对"),
        (_bomb(), "a.xlsx", "太大"),
        (_far_cell(), "a.xlsx", "太远|得远|离得太远"),
    ],
    ids=["zip", "ole", "ods", "binary", "rows", "bytes", "cell", "bomb", "far"],
)
def test_what_cannot_be_read(data: bytes, name: str, says: str) -> None:
    with pytest.raises(UsageError, match=says) as caught:
        list(tables_of(data, name))
    assert caught.value.where.startswith(name)
    assert caught.value.what.en

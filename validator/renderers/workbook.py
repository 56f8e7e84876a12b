"""Tables in an Excel workbook: safe, ready to be filtered and printed, the same bytes for the same content."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

from validator.words import Lang, Words, say

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MAX_CELL = 32_000
"""Characters; Excel takes 32,767, and XlsxWriter leaves out what is longer."""
MAX_ROWS = 1_000_000

_CREATED = datetime(2000, 1, 1)  # the same in every workbook
_SETTINGS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": "Microsoft YaHei", "font_size": 10},
}
_CELL = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
# Fills get darker from good to bad, so that a grey print tells the same.
_STYLES: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 16},
    "quiet": {"font_color": "#595959"},
    "plain": {},
    "head": {**_CELL, "bold": True, "bg_color": "#E7E6E6", "valign": "vcenter"},
    "text": _CELL,
    "number": {**_CELL, "align": "right", "indent": 1},
    "good": {**_CELL, "font_color": "#1B5E34"},
    "half": {**_CELL, "bg_color": "#FFF2CC"},
    "bad": {**_CELL, "bg_color": "#F2C4BF", "bold": True},
    "open": {**_CELL, "bg_color": "#DCDCEC", "italic": True},
    "none": {**_CELL, "font_color": "#595959"},
    "share": {**_CELL, "align": "right", "indent": 1, "num_format": "0%"},
    "group": {**_CELL, "bg_color": "#E4EAF1", "bold": True},
    "input": {**_CELL, "bg_color": "#FFFBE6", "border_color": "#A67C00"},
    "aside": {**_CELL, "text_wrap": False, "font_color": "#8C8C8C", "font_size": 8, "bg_color": "#F2F2F2"},
}
_LINE, _TALLEST = 16.0, 400.0
"""Points; Excel takes 409. Heights are stated because not every program fits them when it opens a file."""

_RISKY = frozenset("=+-@＝＋－＠")


class Marked(NamedTuple):
    """A text with a style: good, half, bad, open, none, group, input (to be filled in), aside (for programs)."""

    text: str
    style: str


class Share(NamedTuple):
    """A share from 0 to 1, shown as a percentage."""

    share: float


Value = str | int | float | Marked | Share | None


class Column(NamedTuple):
    """A column of a table; *width* in Latin characters, a Chinese one takes two."""

    title: Words
    width: float


class Table(NamedTuple):
    """A table that was written: its sheet, the row of its header and its last row, from 0."""

    sheet: Worksheet
    top: int
    last: int


class Book:
    """A workbook that is being written."""

    def __init__(self, workbook: Workbook, lang: Lang) -> None:
        self.workbook = workbook
        self.lang = lang
        self._formats: dict[tuple[str, bool], Format] = {}

    def put(self, sheet: Worksheet, row: int, column: int, value: Value, style: str = "text") -> None:
        """Write one cell: numbers that we made as numbers, everything else as text and nothing but text."""
        if isinstance(value, Marked):
            value, style = value
        if value is None or value == "":
            sheet.write_blank(row, column, None, self._format(style))
        elif isinstance(value, str):
            cut = value if len(value) <= MAX_CELL else f"{value[:MAX_CELL]}…"
            sheet.write_string(row, column, cut, self._format(style, cut.lstrip()[:1] in _RISKY))
        elif isinstance(value, Share):
            sheet.write_number(row, column, value.share, self._format("share"))
        else:
            sheet.write_number(row, column, value, self._format("number"))

    def _format(self, style: str, risky: bool = False) -> Format:
        """Return a format; with it a *risky* text stays text when somebody edits the cell."""
        key = (style, risky)
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format({**_STYLES[style], "quote_prefix": risky})
        return self._formats[key]

    def table(
        self, name: Words, columns: Sequence[Column], rows: Iterable[Sequence[Value]], top: int = 0, fixed: int = 1
    ) -> Table:
        """Add a sheet with one table whose header is in row *top*; the first *fixed* columns stay in sight."""
        sheet = self.workbook.add_worksheet(say(name, self.lang))
        widths = [column.width for column in columns]
        heads = [Marked(say(column.title, self.lang), "head") for column in columns]
        for i, width in enumerate(widths):
            sheet.set_column(i, i, width)
        self._row(sheet, top, heads, widths)
        last = self._fill(sheet, rows, top, widths)
        _lay_out(sheet, top, last, len(columns) - 1, fixed)
        return Table(sheet, top, last)

    def _fill(self, sheet: Worksheet, rows: Iterable[Sequence[Value]], top: int, widths: Sequence[float]) -> int:
        """Write *rows* below row *top*; return the last row written. What does not fit is counted, not silent."""
        last, left_out = top, 0
        for row in rows:
            if last == MAX_ROWS:
                left_out += 1
                continue
            last += 1
            self._row(sheet, last, row, widths)
        if last == top or left_out:
            more = Words(f"另有{left_out}行写不下", f"{left_out} more rows") if left_out else Words("没有", "none")
            last += 1
            self.put(sheet, last, 0, say(more, self.lang))
        return last

    def _row(self, sheet: Worksheet, row: int, values: Sequence[Value], widths: Sequence[float]) -> None:
        for i, value in enumerate(values):
            self.put(sheet, row, i, value)
        sheet.set_row(row, min(max(map(_lines, values, widths)) * _LINE + 2, _TALLEST))


def _lines(value: Value, width: float) -> int:
    """Return how many lines a cell takes when its text is wrapped; Chinese characters are almost two wide."""
    if isinstance(value, Marked):
        text, style = value
        if style == "aside":  # not wrapped
            return 1
    elif isinstance(value, str):
        text = value
    else:
        return 1
    if 2 * len(text) < width - 1:
        return 1
    room = max(width - 0.5, 1)
    return sum(max(ceil(_width(part) / room), 1) for part in text.split("\n"))


def _width(text: str) -> float:
    # Every character that is wide takes three bytes; counting them is much faster than asking for each.
    wide = 0 if text.isascii() else (len(text.encode("utf-8", "surrogatepass")) - len(text)) / 2
    return len(text) + 0.9 * wide


def _lay_out(sheet: Worksheet, top: int, last: int, right: int, fixed: int) -> None:
    sheet.freeze_panes(top + 1, fixed)
    sheet.autofilter(top, 0, last, right)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    sheet.print_area(0, 0, last, right)
    sheet.set_footer("&L&A&R&P / &N")


@contextmanager
def opened(out: io.BytesIO, properties: Mapping[str, str], lang: Lang) -> Iterator[Book]:
    """Yield a workbook that is written to *out* at the end."""
    import xlsxwriter  # loads what other formats do not need

    with xlsxwriter.Workbook(out, _SETTINGS) as workbook:
        workbook.set_properties({**properties, "created": _CREATED})
        yield Book(workbook, lang)

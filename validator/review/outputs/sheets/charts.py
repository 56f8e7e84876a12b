"""The charts of the first sheet, drawn by the program that opens the workbook; they can be read in grey."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from validator.renderers.workbook import Book
from validator.words import Words, say

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart
    from xlsxwriter.worksheet import Worksheet

Rows = tuple[int, int]
"""First and last row of a table on the sheet, from 0."""
At = tuple[int, int]
"""Row and column of a chart's upper left corner."""

_WIDTH = 610
_PIXELS = 24
"""Of a row with figures."""
_EDGE = {"color": "#7F7F7F", "width": 0.5}
_HATCHED = {"pattern": "light_upward_diagonal", "fg_color": "#8C8C8C", "bg_color": "white"}
# Dark is what is missing, so that a grey print tells the same.
_LOOKS: Sequence[Mapping[str, Any]] = (
    {"fill": {"color": "#CFE3D4"}},
    {"fill": {"color": "#F2B84B"}},
    {"fill": {"color": "#A3261E"}},
    {"fill": {"color": "#8E90BC"}},
    {"pattern": _HATCHED},
)
_DARK = 2
_SENT, _NOT, _OTHER = "#CFE3D4", "#A3261E", "#D9B26A"


def standings(book: Book, sheet: Worksheet, at: At, rows: Rows, bottom: int) -> None:
    """Draw how many units have sent their report, and how many have not, down to the row *bottom*."""
    colours = [_SENT, _OTHER, _OTHER, _NOT, "#D9D9D9"]
    chart = _chart(book, "bar", Words("报送情况（个单位）", "Units by standing"))
    chart.add_series(
        {
            **_series(sheet, rows, 1),
            "points": [{"fill": {"color": c}, "border": _EDGE} for c in colours],
            **_labels(),
        }
    )
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    chart.set_legend({"none": True})
    _place(sheet, chart, at, bottom - at[0] + 1)


def scores(book: Book, sheet: Worksheet, at: At, row: int) -> None:
    """Draw how many reports there are in each band of scores."""
    chart = _chart(book, "column", Words("得分分布（份）", "Reports by score"))
    name = sheet.get_name()
    series = {"categories": [name, row - 1, 1, row - 1, 6], "values": [name, row, 1, row, 6]}
    chart.add_series({**series, "fill": {"color": "#8CA6C0"}, "border": _EDGE, "gap": 50, **_labels()})
    chart.set_x_axis({"num_font": {"size": 9}})
    chart.set_y_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_legend({"none": True})
    _place(sheet, chart, at, row - at[0])


def elements(book: Book, sheet: Worksheet, at: At, rows: Rows) -> None:
    """Draw how many reports have each element, have it in part, lack it."""
    chart = _chart(book, "bar", Words("各要素齐全情况（份）", "Reports by element"), "stacked")
    name, head = sheet.get_name(), rows[0] - 1
    for i, look in enumerate(_LOOKS):
        colour = "white" if i == _DARK else "black"
        chart.add_series({"name": [name, head, i + 1], **_series(sheet, rows, i + 1), **look, **_labels(colour)})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    chart.set_legend({"position": "bottom", "font": {"size": 9}})
    _place(sheet, chart, at, rows[1] - at[0] + 1)


def _chart(book: Book, kind: str, title: Words, subtype: str = "") -> Chart:
    chart = book.workbook.add_chart({"type": kind, **({"subtype": subtype} if subtype else {})})
    chart.set_title({"name": say(title, book.lang), "name_font": {"size": 11}, "overlay": False})
    chart.set_x_axis({"num_format": "0", "major_gridlines": {"visible": False}, "visible": False})
    chart.set_chartarea({"border": {"color": "#BFBFBF"}})
    return chart


def _series(sheet: Worksheet, rows: Rows, column: int) -> dict[str, Any]:
    name, (first, last) = sheet.get_name(), rows
    places = {"categories": [name, first, 0, last, 0], "values": [name, first, column, last, column]}
    return {**places, "border": _EDGE, "gap": 40}


def _labels(colour: str = "black") -> dict[str, Any]:
    return {"data_labels": {"value": True, "num_format": "0;;;", "font": {"color": colour, "size": 9}}}


def _place(sheet: Worksheet, chart: Chart, at: At, rows: int) -> None:
    chart.set_size({"width": _WIDTH, "height": rows * _PIXELS})
    sheet.insert_chart(*at, chart, {"object_position": 2})

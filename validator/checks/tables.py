"""The tables of a text: rows of cells as readers write them, or one cell below the other as copying leaves them.

A cell ends at ``|``, at a tab or at a wide gap; figures may also be parted by single spaces, as a PDF prints them.
What is no table for certain does no harm: questions look for a table by its words, and count its figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from validator.model.outline import Outline, Row, Table
from validator.patterns import compiled
from validator.text import Span

_NUMBER = r"-?(?:[1-9]\d{0,2}(?:[，,]\d{3})+|0|[1-9]\d*)(?:\.\d+)?"  # 05 and 000 are figures that ran together
_FIGURE = compiled(rf"({_NUMBER})\s*(?:[件条项次个宗起份]|万?元)?")
_BORDER = compiled(r"\s*\|\s*|\t| {4,}|\u3000{2,}")
_TAIL = compiled(rf"(?P<label>(?:.*[^\d\s，,.\-])?)\s*(?P<figures>{_NUMBER}(?:\s+{_NUMBER})*)")
_EMPTY = frozenset(("", "-", "—", "——", "－", "/", "无"))
_NARROW = frozenset("\t\u3000")
_RULE = frozenset("-|: =—─+")
_LONGEST_CELL = 60
_MOST_TEXTS = 30  # lines without a figure inside a table
_SENTENCE_ENDS = ("。", "；")


class _Line(NamedTuple):
    """A line as cells, parted by signs (grid) or by spaces; or one cell, with those that stand below it."""

    row: Row
    kind: Literal["grid", "spaced", "stacked"]


def tables_of(outline: Outline) -> tuple[Table, ...]:
    """Return the tables of *outline*'s whole text, in order. A numbered heading ends one, and so does running text."""
    headings = {s.start for s in outline.sections if s.family != "plain"}
    found = []
    lines: list[_Line] = []
    for start, text in _texts(outline.shadow.text):
        line = _read(text, start)
        ends = line is None or (start in headings and _is_grid(lines)) or _texts_at_end(lines) > _MOST_TEXTS
        if ends:
            found += _table(lines)
            lines = []
        if line and not (_is_stacked(line) and _stack(lines, line.row)):
            lines.append(line)
    return (*found, *_table(lines))


def figure(cell: str) -> float | None:
    """Return the number in a cell, with or without a unit; None if it holds anything else."""
    if cell.isascii() and cell.isdigit() and (cell[0] != "0" or cell == "0"):
        return float(cell)
    m = _FIGURE.fullmatch(cell)
    return float(m[1].replace("，", "").replace(",", "")) if m else None


def _texts(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        body = line.strip()
        if body and not _RULE.issuperset(body):
            yield at + len(line) - len(line.lstrip()), body
        at += len(line) + 1


def _read(text: str, start: int) -> _Line | None:
    """Return a line as cells, None if it is running text."""
    if text.endswith(_SENTENCE_ENDS):
        return None
    span = (start, start + len(text))
    cells = [cell.strip() for cell in _BORDER.split(text.strip("|"))]
    if len(cells) == 1:
        return _unparted(text, span)
    first = _first_figure(cells)
    labels = [cell for cell in cells[:first] if cell]
    values = [figure(cell) or 0.0 for cell in cells[first:]]
    if values and labels and not _NARROW.isdisjoint(text):
        labels[-1], torn = _parted(labels[-1])
        values = torn + values
    return _Line(Row(tuple(labels), tuple(values), span), "grid")


def _parted(label: str) -> tuple[str, list[float]]:
    """Return a label without the figure that ran into it: the shadow drops a tab between a character and a digit."""
    m = _TAIL.fullmatch(label)
    return (m["label"], _figures(m["figures"])) if m and m["label"] else (label, [])


def _unparted(text: str, span: Span) -> _Line | None:
    m = _TAIL.fullmatch(text)
    if m and (not m["label"] or len(m["figures"].split()) > 1):
        values = tuple(_figures(m["figures"]))
        return _Line(Row((m["label"],) if m["label"] else (), values, span), "spaced" if len(values) > 1 else "stacked")
    if len(text) > _LONGEST_CELL:
        return None
    return _Line(Row((text,), (), span), "stacked")


def _first_figure(cells: list[str]) -> int:
    """Return the index from which on all cells are figures or empty, the first a figure; their number if none is."""
    first = len(cells)
    for i in range(len(cells) - 1, -1, -1):
        if figure(cells[i]) is not None:
            first = i
        elif cells[i] not in _EMPTY:
            break
    return first


def _figures(text: str) -> list[float]:
    return [value for part in text.split() if (value := figure(part)) is not None]


def _is_grid(lines: list[_Line]) -> bool:
    return any(line.kind == "grid" for line in lines)


def _texts_at_end(lines: list[_Line]) -> int:
    return next((i for i, line in enumerate(reversed(lines)) if line.row.values), len(lines))


def _is_stacked(line: _Line) -> bool:
    return line.kind == "stacked" and not line.row.labels


def _stack(lines: list[_Line], row: Row) -> bool:
    """Put a figure on a line of its own into the row that began above it."""
    if not lines or lines[-1].kind != "stacked":
        return False
    above = lines[-1].row
    grown = Row(above.labels, above.values + row.values, (above.span[0], row.span[1]))
    lines[-1] = lines[-1]._replace(row=grown)
    return True


def _table(lines: list[_Line]) -> list[Table]:
    rows = tuple(line.row for line in lines)
    if not any(row.values for row in rows):
        return []
    return [Table(rows, (rows[0].span[0], rows[-1].span[1]))]

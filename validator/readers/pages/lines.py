"""Glyphs → the lines of a page in reading order, those of two columns one column after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from statistics import median

from validator.readers.pages.glyphs import WIDE_GAP, Glyph, Line, has_autospace, line_of, rows_of

_COLUMN_ROWS = 8
_COLUMN_SHARE = 0.6  # of a page's rows that two columns must fill
_BEFORE_COLUMN = 0.3  # em
_COLUMN_WIDTH = 12.0  # em
_MOST_WIDTH = 0.6  # of both columns
_HEAD_GAP = 2.5  # em that part a running head of two parts from the text
_FULL = 1.5  # em by which a line of running text may fall short of the margin
_MOSTLY_FULL = 0.4  # of the lines of a column
_COLUMN_TEXT = 6  # characters on each side of the gap between columns


def lines_of(glyphs: Sequence[Glyph], before: Sequence[Line] = ()) -> list[Line]:
    """Return the lines of one page from top to bottom; of two columns the left one first.

    *before*: the lines of the page before; if it has two columns, a last page with few lines can have them, too.
    """
    rows = rows_of(glyphs)
    autospace = has_autospace(rows)
    gutter = _gutter(rows) or _same_gutter(rows, before) or _gutter_at_top(rows)
    if gutter is None:
        return [line for row in rows if (line := line_of(row, autospace))]
    return list(_in_columns(rows, gutter, autospace))


def _gutter(rows: Sequence[Sequence[Glyph]]) -> float | None:
    """Return where the gap between two columns of running text lies; None where there are no columns."""
    gaps = [gap for row in rows if (gap := _widest_gap(row))]
    if len(gaps) < _COLUMN_ROWS:
        return None
    # Lines of the left column end anywhere, those of the right one begin at its margin or at an indent.
    starts = sorted(b for _, b in gaps)
    at = starts[len(starts) // 10] - _BEFORE_COLUMN * rows[0][0].em
    parted = sum(a <= at <= b for a, b in gaps)
    return at if parted >= max(_COLUMN_ROWS, _COLUMN_SHARE * len(rows)) else None


def _same_gutter(rows: Sequence[Sequence[Glyph]], before: Sequence[Line]) -> float | None:
    """Return where the columns of the page before are parted, if no row of this page crosses that place."""
    second = [line for line in before if line.column == 2]
    if not second:
        return None
    at = min(line.left for line in second) - _BEFORE_COLUMN * second[0].em
    return None if any(g.left < at < g.right for row in rows for g in row) else at


def _gutter_at_top(rows: Sequence[Sequence[Glyph]]) -> float | None:
    """Return where columns are parted if the second has a few lines only, at its top beside a title and running text.

    A title can stand across both above them, and a page number below.
    """
    seen = [found for row in rows if (found := [g for g in row if g.text.strip()])]
    gaps = [_wide_gaps(row) for row in seen]
    first = next((i for i, gap in enumerate(gaps) if gap), len(seen))
    beside = list(takewhile(lambda i: len(gaps[i]) == 1, range(first, len(seen))))
    column = seen[first + len(beside) :]
    if not beside or len(column) < _COLUMN_ROWS + len(beside) or any(gaps[beside[-1] + 1 : -1]):
        return None
    if column[0][0].y - seen[beside[-1]][0].y > _HEAD_GAP * seen[beside[-1]][0].em:
        return None
    em = median([g.em for row in column for g in row])
    ends = sorted(row[-1].right for row in column)
    edge = ends[len(ends) * 9 // 10]
    full = sum(abs(edge - end) < _FULL * em for end in ends)
    left, right = (min(row[0].left for row in column), max(seen[i][-1].right for i in beside))
    if full < _MOSTLY_FULL * len(column) or not _COLUMN_WIDTH * em <= edge - left <= _MOST_WIDTH * (right - left):
        return None
    lefts = [seen[i][gaps[i][0] - 1].right for i in beside]
    at = max(*lefts, *(end for end in ends if end < edge + _FULL * em)) + _BEFORE_COLUMN * em
    inside = all(seen[i][gaps[i][0]].left > at for i in beside) and all(row[-1].right < at for row in column[:-1])
    return at if inside and all(row[0].left < at < row[-1].right for row in seen[:first]) else None


def _widest_gap(row: Sequence[Glyph]) -> tuple[float, float] | None:
    """Return where the widest gap of a row lies, if text stands on both sides of it and nothing else parts the row."""
    seen = [g for g in row if g.text.strip()]
    wide = _wide_gaps(seen)
    if len(wide) != 1 or not _COLUMN_TEXT <= wide[0] <= len(seen) - _COLUMN_TEXT:
        return None
    return seen[wide[0] - 1].right, seen[wide[0]].left


def _wide_gaps(seen: Sequence[Glyph]) -> list[int]:
    return [i for i, (a, b) in enumerate(pairwise(seen), 1) if b.left - a.right > WIDE_GAP * a.em]


def _in_columns(rows: Sequence[Sequence[Glyph]], gutter: float, autospace: bool) -> Iterator[Line]:
    """Yield the lines of two columns; a row across both ends what stands above it."""
    left: list[Line] = []
    right: list[Line] = []
    for row in rows:
        across = any(g.left < gutter < g.right for g in row)
        if across:
            yield from (*left, *right)
            left, right = [], []
        parts = ((left, row, 0),) if across else _halves(left, right, row, gutter)
        for lines, part, column in parts:
            if line := line_of(part, autospace, column):
                lines.append(line)
    yield from (*left, *right)


def _halves(
    left: list[Line], right: list[Line], row: Sequence[Glyph], gutter: float
) -> tuple[tuple[list[Line], Sequence[Glyph], int], ...]:
    before = [g for g in row if g.left < gutter]
    after = [g for g in row if g.left >= gutter]
    return ((left, before, 1), (right, after, 2))

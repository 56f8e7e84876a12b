"""Where lines stand between the margins of their pages, and how they begin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from validator.patterns import compiled
from validator.readers.pages.glyphs import Line, Page

SPACES = " \u3000\u00a0\t"
SAME_SIZE = 0.12
NEAR = 0.4  # em: places that count as the same
INDENT = 0.8
_SUPPORT = 0.05  # of the lines that must end at a margin
_NARROW = 0.5  # of the width between even margins
_COLUMN_LINES = 8  # that end at one margin: the second column of the page is empty
_COLUMN_SHARE = 0.4  # of all lines
_COLUMN_WIDTH = 12.0  # em
_UNEVEN = 2.0  # em by which the margins of a page can differ
_MIRRORED = 10  # lines on left and on right pages that tell whether their margins differ
_HALF = frozenset("（《【〔「『，。、；：！？）》】〕」』")
_FEW = 3
NUMERAL = "[0-9〇○零一二三四五六七八九十]"
_MARKS = (
    ("cn", compiled(r"[一二三四五六七八九十]{1,3}[、.．]")),
    ("part", compiled(r"第[一二三四五六七八九十]{1,3}(?:部分|章|篇)")),
    ("cnp", compiled(r"[（(]?[一二三四五六七八九十]{1,3}[）)]")),
    ("num", compiled(r"\d{1,2}(?:[、.．](?!\d)|[、.](?=\d+(?:份|个|名|件|项|家|户|条|起|村|处|次)))")),
    ("dec", compiled(r"\d{1,2}\.\d{1,2}[、 \u3000]")),
    ("nump", compiled(r"[（(]?\d{1,2}[）)]")),
    ("circle", compiled("[①-⑳]")),
    ("is", compiled(r"[一二三四五六七八九十]是")),
    ("box", compiled(r"【[^】]{2,40}】$")),
    ("table", compiled(r"[|\[【](?=.{3})")),
    ("note", compiled(r"附件|抄送|（此件|（联系|注：")),
    ("date", compiled(rf"（?{NUMERAL}{{2,4}}年 *{NUMERAL}{{0,3}} *月 *{NUMERAL}{{0,3}} *日?）?$")),
    ("key", compiled(r"[\u4e00-\u9fff]{2,6}：.*(?: {3}|\u3000{2})")),
)
"""Kinds of beginnings of lines with which a paragraph may begin."""


class Placed(NamedTuple):
    """A body line; *left* and *room*: em from the margins of its column to its ends, *mark*: how it begins."""

    line: Line
    page: Page
    number: int
    text: str
    left: float
    room: float
    mark: str


def placed_lines(pages: Sequence[Page]) -> list[Placed]:
    """Return all body lines with their distances from the margins of their columns."""
    columns: dict[tuple[int, int], list[tuple[int, Line]]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            columns[round(page.width), line.column].append((page.number % 2, line))
    size = usual_size([line for page in pages for line in page.lines])
    edges = {
        (width, column): _both_sides(lines, size, 0.0 if column else width)
        for (width, column), lines in columns.items()
    }
    placed: list[Placed] = []
    for page in pages:
        for number, line in enumerate(page.lines, 1):
            left, right = edges[round(page.width), line.column][page.number % 2]
            indent, room = (line.left - left) / line.em, (right - line.right) / line.em
            placed.append(Placed(line, page, number, line.text, indent, room, mark_of(line.text.strip(SPACES))))
    return placed


def _both_sides(
    lines: Sequence[tuple[int, Line]], size: float, width: float
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the margins of a column on pages with even and with odd numbers; most documents have the same on both."""
    every = _edges([line for _, line in lines], size, width)
    sides = [[line for odd, line in lines if odd == side] for side in (0, 1)]
    if min(map(len, sides)) < _MIRRORED:
        return every, every
    even, odd = (_edges(side, size, width) for side in sides)
    left, right = even[0] - odd[0], even[1] - odd[1]
    return (even, odd) if abs(left) > INDENT * size and abs(left - right) < NEAR * size else (every, every)


def usual_size(lines: Sequence[Line]) -> float:
    """Return the size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.em, 1)] += len(line.text)
    return max(sizes, key=sizes.__getitem__, default=1.0) or 1.0


def _edges(lines: Sequence[Line], size: float, width: float) -> tuple[float, float]:
    """Return the left and the right margin of a column: where several lines of the usual size begin and end.

    *width*: that of the page if the column takes it all, else 0; a few short lines tell less than it does.
    """
    usual = [line for line in lines if abs(line.em - size) <= SAME_SIZE * size] or list(lines)
    # Punctuation at the end can hang over the margin or be set in half the width.
    ends = sorted((x.right for x in usual if x.text.rstrip()[-1] not in _HALF), reverse=True)
    starts = sorted(x.left for x in usual)
    support = max(_FEW, round(_SUPPORT * len(usual)))
    left = next((a for a, b in zip(starts, starts[support - 1 :], strict=False) if b - a <= NEAR * size), starts[0])
    opposite = width - left
    found = [a for a, b in zip(ends, ends[support - 1 :], strict=False) if a - b <= size]
    if found:
        full = sum(abs(end - found[0]) <= size for end in ends)
        is_column = full >= max(_COLUMN_LINES, _COLUMN_SHARE * len(usual)) and found[0] - left >= _COLUMN_WIDTH * size
        if is_column or found[0] - left >= _NARROW * (opposite - left):
            return left, found[0]
    right = max((x.right for x in usual), default=0.0)
    return left, right if right >= opposite - _UNEVEN * size else opposite


def mark_of(text: str) -> str:
    """Return with what kind of mark a line begins; nothing for most lines."""
    return next((name for name, pattern in _MARKS if pattern.match(text)), "")

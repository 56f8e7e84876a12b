"""Glyphs with places → printed lines, for formats that know only where each character stands.

Lengths are in the format's own unit, *y* grows downwards. An *em* is the width of a Han character.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from validator.model.document import Doubt
from validator.patterns import compiled

_SAME_ROW = 0.5  # em between the base lines of a character and its superscript
_OVERPRINT = 0.25  # of its width; the same character so near is drawn twice to look bold
_LEAST = 0.01  # of any unit; letters of no size at all divide nothing
_ENOUGH = 3  # gaps that tell how far a line is stretched
_TWO = 1.5
_WIDER_GAP = 0.5
_BROAD = frozenset("“”‘’—…·")  # as wide as they are high in some fonts, not in others
_SOME_GAP = 0.12  # em beyond the usual distance; less is no space that anybody sees
WIDE_GAP = 1.4  # em; so much parts two things: the cells of a table, a name and a date
_STRETCH = 3.0  # a line that is stretched to the margin has wide gaps everywhere
_WORD_SPACES = 2  # more spaces than these part two things
_MAX_SPACES = 60
_SPACES = " \u00a0\u3000\u2002\u2003\u2009\t"
# What programs do not part at a line end: digits, Latin letters, brackets and stops with what they belong to, quotes
# with both sides, and some of them a number from the stop in front of it.
_LATIN = r"[A-Za-z0-9\u00b7-\u024f.,%‰/:+@&_~-]+"
_CLOSING = r"[，。、；：！？）》”’】〕」』)\],;…%℃]"
_ATOM = rf"[（《“‘【〔「『(\[]*(?:{_LATIN}|.){_CLOSING}*"
_WORD = compiled(f"{_ATOM}(?:(?:(?<=[“”‘’])|(?=[“”‘’])|(?<={_CLOSING})(?=[0-9A-Za-z])){_ATOM})*")
# Fonts for Chinese often name a glyph by a radical that looks the same: ⼀ for 一.
_RADICALS = {c: unicodedata.normalize("NFKC", chr(c)) for c in (*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6))}
# The supplement's radicals have no such equivalent in Unicode; these are whole characters, too.
_RADICALS |= dict(
    zip(
        map(ord, "⺒⺓⺝⺠⺬⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰"),
        "巳幺月民示虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙",
        strict=True,
    )
)


class Glyph(NamedTuple):
    """A character, or a run of them, from *left* to *right* on the base line *y*; *em*: the size of its font."""

    text: str
    left: float
    right: float
    y: float
    em: float


class Line(NamedTuple):
    """A printed line. *word*: the width of its first word with what cannot be parted from it.

    *column* counts the columns of the page from the left, 0 across them; *cells*: wide gaps part it.
    """

    text: str
    left: float
    right: float
    y: float
    em: float
    word: float
    column: int = 0
    cells: bool = False


class Page(NamedTuple):
    """A page: *number* from 1, *width* and *height* in the unit of its lines; *review*: why to look at it."""

    number: int
    width: float
    height: float
    lines: Sequence[Line]
    review: Doubt | None = None


def unified(text: str) -> str:
    """Return *text* with the radicals that stand for whole characters replaced by these."""
    return text if text.isascii() else text.translate(_RADICALS)


def rows_of(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs of each base line from left to right; what is raised or lowered a little belongs to it."""
    rows: list[list[Glyph]] = []
    base = size = 0.0
    for glyph in sorted(glyphs, key=attrgetter("y")):
        if rows and glyph.y - base <= _SAME_ROW * min(max(size, glyph.em), 2 * min(size, glyph.em)):
            rows[-1].append(glyph)
            if glyph.em > size * 1.05:
                base, size = glyph.y, glyph.em
        else:
            rows.append([glyph])
            base, size = glyph.y, glyph.em
    for row in rows:
        row.sort(key=attrgetter("left"))
    return rows


def line_of(row: Sequence[Glyph], autospace: bool, column: int = 0) -> Line | None:
    """Return the line that a row of glyphs prints; None when it prints nothing."""
    seen, spaces = _parted(row)
    if not seen:
        return None
    # The size of Latin letters is known by the height of their boxes only.
    em = max(median([g.em for g in seen if _is_wide(g.text[0])] or [g.em for g in seen]), _LEAST)
    pairs = list(pairwise(seen))
    stretch = _stretch(pairs)
    widest = max(WIDE_GAP * em, _STRETCH * max(stretch))
    parts = ["".join([s.text for s in spaces[0]]), seen[0].text]
    cells = False
    for (a, b), found in zip(pairs, spaces[1:], strict=False):
        gap = b.left - a.right
        if found or gap > _SOME_GAP * em:
            wide = _is_wide(a.text[-1]) or _is_wide(b.text[0])
            between = _between(a, b, gap - stretch[wide], em, autospace, found)
            if gap - _held(found) > widest and len(between) <= _WORD_SPACES:
                between = "  "
                cells = True
            parts.append(between)
        parts.append(b.text)
    parts += [s.text for s in spaces[-1]]
    text = "".join(parts)
    y = max(seen, key=attrgetter("em")).y
    return Line(text, seen[0].left, seen[-1].right, y, em, _word(seen, text), column, cells)


def _held(spaces: Sequence[Glyph]) -> float:
    """Return how much of a gap the spaces in it make."""
    return sum(s.right - s.left for s in spaces)


def _parted(row: Sequence[Glyph]) -> tuple[list[Glyph], list[list[Glyph]]]:
    """Return the glyphs that can be seen, and the spaces before the first of them, between them and behind the last."""
    seen: list[Glyph] = []
    spaces: list[list[Glyph]] = [[]]
    for glyph in row:
        if not glyph.text.strip():
            spaces[-1].append(glyph)
        elif not seen or glyph.text != seen[-1].text or not _is_overprint(seen[-1], glyph):
            seen.append(glyph)
            spaces.append([])
    return seen, spaces


def _is_overprint(a: Glyph, b: Glyph) -> bool:
    """Tell whether the same character is drawn a second time to look bold; but —— can be one glyph."""
    width = a.right - a.left
    return b.left - a.left < _OVERPRINT * min(a.em, width) and width < _TWO * a.em


def _stretch(pairs: Sequence[tuple[Glyph, Glyph]]) -> tuple[float, float]:
    """Return how far letters and digits, and Han characters, stand apart in a line set to the margin."""
    narrow: list[float] = []
    wide: list[float] = []
    beside: list[float] = []  # Han characters and whatever stands next to them
    for a, b in pairs:
        end, start = a.text[-1], b.text[0]
        is_wide = end > "\u2e7f"
        alike = is_wide == (start > "\u2e7f")
        if is_wide or not alike:
            beside.append(b.left - a.right)
        if alike and end.isalnum() and start.isalnum():
            (wide if is_wide else narrow).append(b.left - a.right)
    return _usual(narrow), _usual(wide if len(wide) >= _ENOUGH else beside)


def _usual(gaps: Sequence[float]) -> float:
    return max(median(gaps), 0.0) if len(gaps) >= _ENOUGH else 0.0


def _between(a: Glyph, b: Glyph, gap: float, em: float, autospace: bool, spaces: Sequence[Glyph]) -> str:
    """Return the spaces between two neighbours: those of the file, else one if the gap can mean nothing else.

    *gap*: what is free beyond the usual distance of characters. pdfium tells only one of many spaces.
    """
    found = [s for s in spaces if s.left < b.left - _SOME_GAP * em]
    if not found and gap <= (_WIDER_GAP if _BROAD.intersection((a.text[-1], b.text[0])) else _SOME_GAP) * em:
        return ""
    mixed = _is_wide(a.text[-1]) != _is_wide(b.text[0])
    if not found:
        return "" if mixed and autospace else " "
    if len(found) > 1 or found[0].text != " " or not (_is_wide(a.text[-1]) or _is_wide(b.text[0])):
        return "".join([s.text for s in found])
    width = found[0].right - found[0].left
    return " " * max(1, min(round(gap / width), _MAX_SPACES)) if width > _SOME_GAP * em else " "


def has_autospace(rows: Sequence[Sequence[Glyph]]) -> bool:
    """Tell whether the page sets every Latin word and number a little apart from the Han characters beside it."""
    tight = loose = 0
    for row in rows:
        for a, b in pairwise(row):
            ends = (a.text[-1], b.text[0])
            if (ends[0] > "\u2e7f") == (ends[1] > "\u2e7f"):
                continue
            if _is_wide(max(ends)) and max(ends).isalpha() and not _is_wide(min(ends)) and min(ends).isalnum():
                tight += b.left - a.right <= _SOME_GAP * a.em
                loose += b.left - a.right > _SOME_GAP * a.em
    return loose > tight


def _is_wide(sign: str) -> bool:
    return sign > "\u2e7f"


def _word(seen: Sequence[Glyph], text: str) -> float:
    """Return the width of the first word of a line."""
    found = _WORD.match(text.lstrip(_SPACES))
    size = len(found[0]) if found else 1
    at = 0
    for glyph in seen:
        at += len(glyph.text)
        if at >= size:
            left_over = (at - size) / len(glyph.text) * (glyph.right - glyph.left)
            return glyph.right - left_over - seen[0].left
    return seen[-1].right - seen[0].left

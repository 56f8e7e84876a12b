"""Titles that are broken where a reader would pause: pieces that must not be torn → lines of about one length."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

WIDTH = 19
"""Chinese characters of a title in a line. Twenty fit where the font is the one that is asked for."""
_MOST_LINES = 6
"""A longer title is left to whoever prints it."""

_LATIN = 0.55
"""What a letter or digit takes of the width of a Chinese character."""
_YEAR = re.compile(r"(?<=\d年)(?!度)|(?<=\d年度)(?=.)")
_SEAMS = re.compile(r"(?<=[^总]局)(?=.{3})|(?<=总局)(?=.{3})|(?<=委员会)(?=.{3})|(?=年度报告)|(?<=..)(?=（)")
"""Where a name or the title of a report may be broken if it is too long for a line."""


def lines(*pieces: str) -> list[str]:
    """Return the lines of a title; a piece is torn only where it is longer than a line."""
    if sum(map(_width, pieces)) > WIDTH * _MOST_LINES:
        return ["".join(pieces)]
    return _balanced([part for piece in pieces for part in _fitting(piece)], "")


def words(title: str) -> list[str]:
    """Return the lines of a title that is written with blanks between its words."""
    if _width(title) > WIDTH * _MOST_LINES:
        return [title]
    return _balanced(title.split(" "), " ")


def report(name: str) -> list[str]:
    """Return the pieces of a report's name: 2025年, 法治政府建设年度报告."""
    return [piece for piece in _YEAR.split(name) if piece]


def _balanced(pieces: Sequence[str], between: str) -> list[str]:
    """Return as few lines as will do, the longest of them as short as can be."""
    fewest = len(_filled(pieces, between, WIDTH))
    limits = (WIDTH * i / 40 for i in range(1, 41))
    return next(found for limit in limits if len(found := _filled(pieces, between, limit)) == fewest)


def _filled(pieces: Sequence[str], between: str, limit: float) -> list[str]:
    found: list[str] = []
    for piece in pieces:
        longer = f"{found[-1]}{between}{piece}" if found else ""
        if found and _width(longer) <= limit:
            found[-1] = longer
        else:
            found.append(piece)
    return found


def _fitting(piece: str) -> Iterator[str]:
    """Yield a piece whole, or what it falls into; what has no seam falls into equal parts."""
    parts = [piece] if _width(piece) <= WIDTH else [part for part in _SEAMS.split(piece) if part]
    for part in parts:
        count = -int(-_width(part) // WIDTH) or 1
        size = -(-len(part) // count)
        yield from (part[i : i + size] for i in range(0, len(part), size))


def _width(text: str) -> float:
    return sum(_LATIN if c.isascii() else 1 for c in text)

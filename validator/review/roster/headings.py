"""Headings that stand in two or three rows, some of them above several columns → one row of headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from validator.review.roster.rows import Row

_MORE = 2  # rows of headings on either side of the one with that of the names
SURE = 2
"""Known headings that no unit's row has."""
_VAGUE = ("部门", "免报")  # also stand in a unit's row


def joined_headings(rows: Sequence[Row], at: int, known: Mapping[str, str]) -> tuple[Row, int]:
    """Return the row of headings *at* a place with what the rows right above and below add, and where units begin.

    A heading goes before the one above it, such as 报送情况 over 收到日期; where it is no known one they may be one
    together: 收到 over 日期. *known*: heading, plain → what its column holds.
    """
    first, last = at, at
    while at - first < _MORE and first and _is_above(rows[first - 1], known):
        first -= 1
    while last - at < _MORE and last + 1 < len(rows) and _is_below(rows[last + 1], rows[at], known):
        last += 1
    heads = rows[first]
    for lower in rows[first + 1 : last + 1]:
        heads = heads._replace(cells=_joined(heads.cells, lower.cells, known))
    return heads._replace(number=rows[at].number), last + 1


def are_headings(cells: Sequence[str], known: Mapping[str, str]) -> bool:
    """Tell whether a row among those of the units has several headings, as where they come again on every page."""
    return sum(bool(_column(cell, known)) and cell not in _VAGUE for cell in cells) >= SURE


def plain(heading: str) -> str:
    """Return a heading without spaces, signs and what stands in brackets."""
    return re.sub(r"[（(].*?[）)]|[\s*_：:\-]", "", heading).lower()


def _is_above(row: Row, known: Mapping[str, str]) -> bool:
    """Tell whether a row above that of the names has headings of other columns."""
    return any(_column(cell, known) and not cell.endswith(("：", ":")) for cell in row.cells)


def _is_below(row: Row, upper: Row, known: Mapping[str, str]) -> bool:
    """Tell whether a row below has headings: several, or one where no unit is named."""
    both = _joined(upper.cells, row.cells, known)
    held = [at for at, cell in enumerate(row.cells) if plain(cell) and cell not in _VAGUE and _column(both[at], known)]
    held = [at for at in held if both[at] != _cell(upper.cells, at) or _column(row.cells[at], known)]
    places = [at for at, cell in enumerate(upper.cells) if _column(cell, known) == "name"]
    return len(held) >= SURE or (bool(held) and not any(_cell(row.cells, at) for at in places if at not in held))


def _joined(upper: Sequence[str], lower: Sequence[str], known: Mapping[str, str]) -> tuple[str, ...]:
    found, group = [], ""
    for at in range(max(len(upper), len(lower))):
        above, below = _cell(upper, at), _cell(lower, at)
        group = above or (group if below else "")
        over_several = not _cell(upper, at + 1) and bool(_cell(lower, at + 1))
        found.append(_one(group, above, below, over_several, known))
    return tuple(found)


def _one(group: str, above: str, below: str, over_several: bool, known: Mapping[str, str]) -> str:
    """Return the heading of a column. *group*: what stands above it, or above columns to its left and it."""
    if not plain(below) or _column(below, known):
        return below if plain(below) else above
    both = f"{group}{below}"
    if _column(both, known) or not _column(above, known) or over_several:
        return both
    return above  # below it stands how to fill it in


def _column(heading: str, known: Mapping[str, str]) -> str:
    return known.get(plain(heading), "")


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""

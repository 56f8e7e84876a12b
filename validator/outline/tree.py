"""Pieces → sections: levels as this document uses its markers, recovered markers, and where each section ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from validator.model.outline import Marker, Paragraph, Section
from validator.outline.headings import Piece
from validator.outline.markers import FAMILIES
from validator.patterns import compiled

_RUN_IN = compiled(r"[^，。；：、]{3,16}(?:，[^，。；：]{3,16})?。(?!$)")
_NEXT_LINE = 3  # characters between a heading and a list that begins on the next line
_LISTED = compiled("一是|首先|一方面")


def recovered(pieces: list[Piece], paragraphs: Sequence[Paragraph]) -> list[Piece]:
    """Give back its kind of marker to a heading that lost it: where a number is missing and a line fits its place."""
    result = list(pieces)
    for family in ("cn", "cnp"):
        own = [p for p in result if p.marker and p.marker.family in (family, "cn") and not _is_lost(p)]
        for before, after in pairwise(own):
            missing = _missing(before, after, family)
            if missing:
                result = _refilled(result, paragraphs, before, after, missing)
    return sorted(result, key=lambda p: p.start)


def _is_lost(piece: Piece) -> bool:
    return bool(piece.marker and piece.marker.number is None)


def _is_run_in(piece: Piece) -> bool:
    return piece.body_start - piece.heading_end == 1


def _missing(before: Piece, after: Piece, family: str) -> int:
    if not (before.marker and after.marker) or after.marker.family != family:
        return 0
    start = before.marker.number or 0 if before.marker.family == family else 0
    gap = (after.marker.number or 0) - start - 1
    return gap if 0 < gap <= 2 else 0


def _refilled(
    pieces: list[Piece], paragraphs: Sequence[Paragraph], before: Piece, after: Piece, missing: int
) -> list[Piece]:
    assert after.marker and before.marker
    marker = Marker(after.marker.family, None, 0, True)
    plain = [p for p in pieces if not (p.marker or p.low) and before.start < p.start < after.start]
    if plain:
        chosen = plain[:missing]
        return [p._replace(marker=marker) if p in chosen else p for p in pieces]
    same = before.marker.family == after.marker.family
    if not _is_run_in(after) or (same and not _is_run_in(before)):
        return pieces  # the siblings stand on lines of their own, so a run-in sentence is no heading here
    taken = {p.start for p in pieces}
    between = [q for q in paragraphs if before.start < q.start < after.start and q.start not in taken]
    fitting = [(q, m) for q in between if (m := _RUN_IN.match(q.text)) and not _LISTED.match(q.text)]
    found = [
        Piece(marker, m[0][:-1], q.start, q.start, q.start + m.end() - 1, q.start + m.end())
        for q, m in fitting[:missing]
    ]
    return pieces + found


def sections_of(pieces: Sequence[Piece], body_end: int) -> tuple[Section, ...]:
    """Return the sections with parents and ends; *body_end*: offset behind the last body character."""
    levels = [_capped(level) for level in _levels(pieces)]
    ends = _ends(pieces, levels, body_end)
    sections: list[Section] = []
    above: list[int] = []  # the sections that are still open, outermost first
    for i, piece in enumerate(pieces):
        while above and levels[above[-1]] >= levels[i]:
            above.pop()
        following = pieces[i + 1].start if i + 1 < len(pieces) else body_end
        marker = piece.marker
        sections.append(
            Section(
                i,
                above[-1] if above else -1,
                levels[i],
                marker.family if marker else "plain",
                marker.number if marker else None,
                piece.heading,
                piece.start,
                piece.heading_start,
                piece.heading_end,
                piece.body_start,
                max(following, piece.body_start),
                max(ends[i], piece.body_start),
                piece.fused,
                bool(marker and marker.damaged),
            )
        )
        above.append(i)
    return tuple(sections)


def _ends(pieces: Sequence[Piece], levels: Sequence[int], body_end: int) -> list[int]:
    """Return where each section ends: at the next one that is not below it."""
    ends = [body_end] * len(pieces)
    below: list[int] = []
    for i in range(len(pieces) - 1, -1, -1):
        while below and levels[below[-1]] > levels[i]:
            below.pop()
        if below:
            ends[i] = pieces[below[-1]].start
        below.append(i)
    return ends


def _capped(level: int) -> int:
    return min(max(level, 1), 9)


def _levels(pieces: Sequence[Piece]) -> list[int]:
    used = [f for f in FAMILIES if any(p.marker and p.marker.family == f for p in pieces)]
    stated = sorted({p.level for p in pieces if p.level})
    top = pieces[0].marker if pieces else None
    listed = used[:1] == ["ordinal"] and top is not None and top.family == "ordinal"  # 第一， under no other heading
    numbered_top = listed or (bool(used) and used[0] in ("part", "cn") and not _has_parts_above(pieces))
    shift = 0 if numbered_top or all(p.marker or p.low for p in pieces) else 1
    levels = [_level(p, used, stated, numbered_top, shift) for p in pieces]
    for i, (piece, below) in enumerate(pairwise(pieces)):
        if not piece.marker and not piece.level and _begins_under(piece, below):
            above_list = max(levels[i + 1] - 1, 1)
            if above_list <= levels[i] or _has_sibling(levels[:i], above_list):
                levels[i] = above_list  # it lost its own marker
    return levels


def _has_sibling(before: Sequence[int], level: int) -> bool:
    """Tell whether a heading of *level* stands before, with none above it between."""
    nearest = next((found for found in reversed(before) if found <= level), 0)
    return nearest == level


def _begins_under(piece: Piece, below: Piece) -> bool:
    """Tell whether a numbered list begins directly under an unnumbered heading."""
    return bool(below.marker and below.marker.number == 1 and below.start - piece.body_start <= _NEXT_LINE)


def _has_parts_above(pieces: Sequence[Piece]) -> bool:
    """Tell whether unnumbered headings stand above 一、: under two or more of them it begins again at 一、."""
    followed = (b.marker for a, b in pairwise(pieces) if not (a.marker or a.low))
    return sum(m is not None and m.family == "cn" and m.number == 1 for m in followed) > 1


def _level(piece: Piece, used: list[str], stated: list[int], numbered_top: bool, shift: int) -> int:
    """A plain heading is of the topmost level when no 一、 is used, and else below 一、; a low one below both."""
    if piece.marker:
        return used.index(piece.marker.family) + 1 + shift
    if piece.level:
        return stated.index(piece.level) + 1
    return (2 if numbered_top else 1) + (shift if piece.low else 0)

"""Streams → which reports are worth comparing character by character, and what is nobody's or too common for pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from validator.review.copying.groups import grouped
from validator.review.copying.likeness import alike, weight_of
from validator.review.copying.pieces import SHORTEST, pieces_of
from validator.review.copying.prepared import Prepared
from validator.text import Span

MOST_PAIRED = 12
"""Reports that share a piece; with more of them pairs would say nothing, and it is told as common."""

_FEW = 10
"""Reports that must share a piece at the least, for it to be what most of the folder has in common."""

_NOBODY_S = 0.5
"""Share of a piece's characters that are hidden, from which it is not looked for."""

_SAME = 90
"""Likeness (0 to 100) from which many can be said to have the same passage."""

_SEED = 26
"""Characters of pieces, weighed, that two reports must share to be compared character by character."""

_TOLD, _TOLD_OF_FEW = 24, 60
"""Characters in a row that many, or only some reports must have in common to be told as a common passage."""

_MOSTLY = 0.6
"""Share of a report that others have, too, from which it is a copy whatever the number of the others."""


class Shared(NamedTuple):
    """A stretch that many reports share. *text*: index of the first of them; *start*, *end*: in its stream."""

    owners: tuple[str, ...]
    text: int
    start: int
    end: int


class Candidates(NamedTuple):
    """*pairs*: indices of two reports, the first of this year, in order; *common*: the most shared first."""

    pairs: tuple[tuple[int, int], ...]
    common: tuple[Shared, ...]


Where = tuple[int, int, int]
"""A report, and the piece's start and end in its stream."""


def candidates_of(texts: Sequence[Prepared], year: int) -> Candidates:
    """Return what to compare; what most of the reports share is hidden in them, what many share says less."""
    groups = [_Group(members, texts) for members in (*_sentences(texts), *_groups(texts))]
    groups = [group for group in groups if len(group.owners) > 1]
    own = _hide(groups, texts, year)
    pairs: dict[tuple[int, int], float] = defaultdict(float)
    common: list[Shared] = []
    for group in own:
        if len(group.names) > 2:
            common += _told(group.members, texts)
            for i, start, end in group.members:
                texts[i].discount(start, end, len(group.names))
        if len(group.owners) <= MOST_PAIRED:
            _add_pairs(group.members, texts, year, pairs)
    worth = [pair for pair, weight in pairs.items() if weight >= _SEED]
    return Candidates(tuple(sorted(worth, key=lambda p: (p[1], p[0]))), _joined(common))


class _Group:
    """Places of nearly the same words; *owners*: the reports, *names*: of their units."""

    def __init__(self, members: list[Where], texts: Sequence[Prepared]) -> None:
        self.members = members
        self.owners = tuple(dict.fromkeys(i for i, _, _ in members))
        self.names = tuple(dict.fromkeys(texts[i].text.owner for i in self.owners))


def _hide(groups: Sequence[_Group], texts: Sequence[Prepared], year: int) -> list[_Group]:
    """Hide what most of the reports share, and return the other groups.

    A report that would be hidden for the most part is no report with some common sentences: it is a copy.
    """
    limit = _limit(texts, year)
    most = {id(group) for group in groups if _count(group.owners, texts, year) > limit}
    sizes: Counter[int] = Counter()
    for group in groups:
        if id(group) in most:
            sizes.update({i: end - start for i, start, end in group.members})
    copies = {i for i, size in sizes.items() if size > _MOSTLY * len(texts[i].stream)}
    own = []
    for group in groups:
        if id(group) in most and 2 * sum(i in copies for i in group.owners) < len(group.owners):
            for i, start, end in group.members:
                texts[i].hide(start, end)
        else:
            own.append(group)
    return own


def _sentences(texts: Sequence[Prepared]) -> Iterable[list[Where]]:
    """Return the places of sentences that more than two reports have to the letter.

    A short one is no piece where it stands between others; a hint in a form that went round is such a sentence.
    """
    places = _places(texts, Prepared.sentences)
    return [members for members in places.values() if len({i for i, _, _ in members}) > 2]


def _groups(texts: Sequence[Prepared]) -> Iterable[list[Where]]:
    """Return the places of all pieces that are nearly the same."""
    places = _places(texts, lambda text: pieces_of(text.stream))
    keys = list(places)
    groups: dict[int, list[Where]] = defaultdict(list)
    for key, first in zip(keys, grouped(keys), strict=True):
        groups[first] += places[key]
    return groups.values()


def _places(texts: Sequence[Prepared], cut: Callable[[Prepared], list[Span]]) -> dict[str, list[Where]]:
    """Return the words of every stretch that *cut* makes → where they stand; what is nobody's is left out."""
    places: dict[str, list[Where]] = defaultdict(list)
    for i, text in enumerate(texts):
        for start, end in cut(text):
            if _is_looked_for(text, start, end):
                places[text.stream[start:end]].append((i, start, end))
    return places


def _is_looked_for(text: Prepared, start: int, end: int) -> bool:
    return end - start >= SHORTEST and sum(text.hidden[start:end]) < _NOBODY_S * (end - start)


def _told(members: Sequence[Where], texts: Sequence[Prepared]) -> list[Shared]:
    """Return what to tell of a piece that several have: those who have the first one's words."""
    first, start, end = members[0]
    words = texts[first].stream[start:end]
    same = [i for i, a, b in members if alike(words, texts[i].stream[a:b]) >= _SAME]
    owners = tuple(dict.fromkeys(texts[i].text.owner for i in same))
    return [Shared(owners, first, start, end)] if len(owners) > 2 else []


def _limit(texts: Sequence[Prepared], year: int) -> float:
    """Return the number of reports above which a passage is what the folder has in common: most of them."""
    return max(sum(t.text.year == year for t in texts) / 2, _FEW)


def _count(owners: Iterable[int], texts: Sequence[Prepared], year: int) -> int:
    """Return the number of units of the year in which more of them share a passage."""
    years = [texts[i].text.year for i in owners]
    now = years.count(year)
    return max(now, len(years) - now)


def _add_pairs(
    members: Sequence[Where], texts: Sequence[Prepared], year: int, pairs: dict[tuple[int, int], float]
) -> None:
    """Add what a piece says of each two reports that have it; the first is of this year, the other may be older."""
    for (a, *here), (b, *there) in combinations(members, 2):
        pair = _ordered(a, b, texts, year)
        if pair:
            likeness = weight_of(alike(texts[a].stream[slice(*here)], texts[b].stream[slice(*there)]))
            pairs[pair] += likeness * sum(texts[a].weights[slice(*here)])


def _ordered(a: int, b: int, texts: Sequence[Prepared], year: int) -> tuple[int, int] | None:
    one, other = texts[a].text, texts[b].text
    if one.year != year:
        a, b, one, other = b, a, other, one
    if a == b or one.year != year or (other.year == year and one.owner == other.owner):
        return None
    return (b, a) if other.year == year and b < a else (a, b)


def _joined(common: Sequence[Shared]) -> tuple[Shared, ...]:
    """Put pieces together that follow each other in a report and are shared by the same."""
    found: list[Shared] = []
    for s in sorted(common, key=lambda s: (s.text, s.start, -s.end)):
        last = found[-1] if found else None
        if last and last.text == s.text and (_lies_in(s, last) or _goes_on(last, s)):
            found[-1] = last._replace(end=max(last.end, s.end))
        else:
            found.append(s)
    told = [s for s in found if s.end - s.start >= (_TOLD if len(s.owners) > MOST_PAIRED else _TOLD_OF_FEW)]
    return tuple(sorted(told, key=lambda s: (-len(s.owners), s.text, s.start)))


def _lies_in(s: Shared, last: Shared) -> bool:
    return s.end <= last.end and set(s.owners) <= set(last.owners)


def _goes_on(last: Shared, s: Shared) -> bool:
    return s.start - last.end <= SHORTEST and last.owners == s.owners

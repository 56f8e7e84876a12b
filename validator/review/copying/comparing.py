"""Reports → pairs, clusters and common passages: what is shared, where it stands, how much of each report it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from validator.model.review import Cluster, Common, Pair
from validator.model.roster import Unit
from validator.model.submission import Chunk, Submission
from validator.review.copying.clusters import clusters_of
from validator.review.copying.groups import RELATED, grouped
from validator.review.copying.matching import Matched, matched
from validator.review.copying.passages import passages_of, quotation
from validator.review.copying.traces import Names, traced

LEAST = 80
"""Characters (punctuation and figures aside) that two reports must share to be a pair: so many in the same words, more
where they are only alike, since sentences on the same matter may be alike by chance."""

MOST_PAIRED = 12
"""Reports that share a passage; with more of them pairs would say nothing, and the passage is told as common."""

_FEW = 6
"""Reports below which nothing counts as shared by most of the folder."""


class Text(NamedTuple):
    """A report that is compared. *owner*: name of its unit, or the path of a file of no unit."""

    owner: str
    year: int
    submission: Submission
    unit: Unit | None = None


class Compared(NamedTuple):
    """What was found. *copied*: owner → share of this year's text that stands in others' reports.

    *kept*: owner → share of this year's text that stood in its own report of last year.
    """

    pairs: tuple[Pair, ...]
    clusters: tuple[Cluster, ...]
    common: tuple[Common, ...]
    copied: Mapping[str, float]
    kept: Mapping[str, float]


Where = tuple[int, int]
"""A report and one of its chunks, as indices."""


def compared(texts: Sequence[Text], year: int, names: Names, templates: Sequence[Sequence[Chunk]] = ()) -> Compared:
    """Compare the reports on *year* with each other and with those of the year before.

    *texts* hold both years; *names*: unit → its short names; *templates* are texts that the office itself has sent
    round: passages like theirs are nobody's. Close to linear in the number of reports: what more than MOST_PAIRED of
    them share makes no pairs.
    """
    places = _places(texts, templates)
    keys = list(places)
    groups: dict[int, list[Where]] = defaultdict(list)
    for key, first in zip(keys, grouped(keys), strict=True):
        groups[first] += places[key]
    limit = _limit(texts, year)
    shared: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    common: list[Common] = []
    for members in groups.values():
        owners = dict.fromkeys(i for i, _ in members)
        if len(owners) < 2 or -1 in owners or _count(owners, texts, year) > limit:
            continue
        if len(owners) > MOST_PAIRED:
            common.append(_common(members, texts))
        else:
            _put_pairs(members, texts, year, shared)
    found = [(a, b, m) for (a, b), seeds in shared.items() if (m := matched(*_chunks(texts, a, b), seeds))]
    return _told(found, texts, year, names, common)


def _places(texts: Sequence[Text], templates: Sequence[Sequence[Chunk]]) -> dict[str, list[Where]]:
    """Return key → where it stands; report -1 is any template."""
    places: dict[str, list[Where]] = defaultdict(list)
    for i, text in enumerate(texts):
        for k, chunk in enumerate(text.submission.chunks):
            if chunk.key:
                places[chunk.key].append((i, k))
    for template in templates:
        for k, chunk in enumerate(template):
            places[chunk.key].append((-1, k))
    return places


def _limit(texts: Sequence[Text], year: int) -> float:
    """Return the number of reports above which a passage is what the folder has in common: most of them."""
    now = sum(t.year == year for t in texts)
    return now / 2 if now >= _FEW else float(len(texts))


def _count(owners: Iterable[int], texts: Sequence[Text], year: int) -> int:
    """Return the number of units of the year in which more of them share a passage."""
    years = [texts[i].year for i in owners]
    now = years.count(year)
    return max(now, len(years) - now)


def _common(members: Sequence[Where], texts: Sequence[Text]) -> Common:
    i, k = members[0]
    chunk = texts[i].submission.chunks[k]
    owners = dict.fromkeys(texts[m].owner for m, _ in members)
    return Common(tuple(owners), quotation(texts[i].submission, chunk, chunk))


def _put_pairs(
    members: Sequence[Where], texts: Sequence[Text], year: int, shared: dict[tuple[int, int], list[tuple[int, int]]]
) -> None:
    """Add each two places of different reports; the first of a pair is of this year."""
    for (a, i), (b, k) in combinations(members, 2):
        if texts[a].year != year:
            (a, i), (b, k) = (b, k), (a, i)
        if a != b and texts[a].year == year and not (texts[b].year == year and texts[a].owner == texts[b].owner):
            if texts[b].year == year and b < a:
                (a, i), (b, k) = (b, k), (a, i)
            shared[a, b].append((i, k))


def _chunks(texts: Sequence[Text], a: int, b: int) -> tuple[Sequence[Chunk], Sequence[Chunk]]:
    return texts[a].submission.chunks, texts[b].submission.chunks


def _told(
    found: Sequence[tuple[int, int, list[Matched]]],
    texts: Sequence[Text],
    year: int,
    names: Names,
    common: Sequence[Common],
) -> Compared:
    sizes = [sum(len(c.key) for c in t.submission.chunks) for t in texts]
    pairs: list[Pair] = []
    taken: dict[int, set[int]] = defaultdict(set)
    kept: dict[str, float] = {}
    for a, b, matches in found:
        characters = sum(len(texts[a].submission.chunks[m.here].key) for m in matches)
        own = texts[a].owner == texts[b].owner
        if own:
            kept[texts[a].owner] = characters / max(sizes[a], 1)
        if _weight(matches, texts[a].submission.chunks) < LEAST:
            continue
        pairs.append(_pair(texts[a], texts[b], matches, (characters, sizes[a], sizes[b]), names))
        for i, matches_of in ((a, {m.here for m in matches}), (b, {m.there for m in matches})):
            if not own and texts[i].year == year:
                taken[i] |= matches_of
    pairs.sort(key=lambda p: (-p.characters, p.here, p.there))
    copied = {
        texts[i].owner: sum(len(texts[i].submission.chunks[k].key) for k in chunks) / sizes[i]
        for i, chunks in taken.items()
    }
    same_year = [p for p in pairs if p.there_year == year]
    ordered = tuple(sorted(common, key=lambda c: (-len(c.members), c.passage.text)))
    return Compared(tuple(pairs), clusters_of(same_year), ordered, copied, kept)


def _weight(matches: Sequence[Matched], chunks: Sequence[Chunk]) -> float:
    """Return how many characters are shared; one in a chunk that is hardly more than related counts little."""
    return sum(len(chunks[m.here].key) * max(m.alike - RELATED, 0) / (100 - RELATED) for m in matches)


def _pair(a: Text, b: Text, matches: Sequence[Matched], sizes: tuple[int, int, int], names: Names) -> Pair:
    characters, here, there = sizes
    back = sum(len(b.submission.chunks[m.there].key) for m in matches)
    passages = tuple(traced(p, a, b, names) for p in passages_of(a.submission, b.submission, matches))
    dates = a.submission.assessment.facts.issued_on, b.submission.assessment.facts.issued_on
    earlier = None
    if dates[0] and dates[1] and dates[0] != dates[1]:
        earlier = "here" if dates[0] < dates[1] else "there"
    return Pair(a.owner, b.owner, b.year, characters, characters / here, back / there, passages, earlier)  # type: ignore[arg-type]

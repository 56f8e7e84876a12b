"""Reports → pairs, clusters and common passages: what is shared, where it stands, how much of each report it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Literal, NamedTuple

from validator.model.review import Cluster, Common, Pair
from validator.review.copying.candidates import candidates_of
from validator.review.copying.clusters import clusters_of
from validator.review.copying.likeness import alike, weight_of
from validator.review.copying.passages import are_near, passages_of, quoted
from validator.review.copying.prepared import Prepared, Text, are_of_one, joined, owners_of, prepared
from validator.review.copying.templates import runs_of
from validator.review.copying.tiles import Segment, segments_of
from validator.review.copying.traces import Names, traced

LEAST = 80
"""Characters (punctuation and figures aside) that two reports must share to be a pair: so many in the same words, more
where they are only alike, since sentences on the same matter may be alike by chance."""

_PASSAGE = 25
"""Characters of one segment, weighed, below which it says nothing: a phrase here and there adds up to no copy."""


class Compared(NamedTuple):
    """What was found. *copied*: owner → share of this year's text that stands in others' reports.

    *kept*: owner → share of this year's text that stood in its own report of last year.
    """

    pairs: tuple[Pair, ...]
    clusters: tuple[Cluster, ...]
    common: tuple[Common, ...]
    copied: Mapping[str, float]
    kept: Mapping[str, float]


def compared(texts: Sequence[Text], year: int, names: Names, templates: Sequence[str] = ()) -> Compared:
    """Compare the reports on *year* with each other and with those of the year before.

    *texts* hold both years; *names*: unit → its short names; *templates* are the streams of texts that the office
    itself has sent round: what they say is nobody's. Close to linear in the number of reports.
    """
    texts = joined(texts)
    names = {**names, **{t.owner: [n for o in owners_of(t) for n in names.get(o, ())] for t in texts if t.partners}}
    ready = prepared(texts, runs_of(templates))
    found = candidates_of(ready, year)
    pairs: list[Pair] = []
    marks = [bytearray(len(p.stream)) for p in ready]
    kept: dict[str, float] = {}
    for a, b, segments in _copies(ready, found.pairs):
        one, other = texts[a], texts[b]
        made = _for_each(_pair(ready[a], ready[b], segments, names, texts), one, other)
        pairs += made
        if are_of_one(one, other):
            kept |= {pair.here: pair.share_here for pair in made}
            continue
        for s in segments:
            marks[a][s.start : s.end] = b"\1" * (s.end - s.start)
            marks[b][s.there_start : s.there_end] = b"\1" * (s.there_end - s.there_start)
    pairs.sort(key=lambda p: (-p.characters, p.here, p.there))
    copied = {
        owner: min(sum(mark) / p.own(), 1.0)
        for p, mark in zip(ready, marks, strict=True)
        if p.text.year == year and any(mark)
        for owner in owners_of(p.text)
    }
    told = [c for c in found.common if not _are_pairs(c.owners, pairs)]
    common = tuple(Common(c.owners, quoted(texts[c.text].submission, c.start, c.end)) for c in told)
    partners = {name for text in texts if text.year == year for name in text.partners}
    same_year = [p for p in pairs if p.there_year == year and partners.isdisjoint((p.here, p.there))]
    return Compared(tuple(pairs), clusters_of(same_year), common, copied, kept)


def _copies(ready: Sequence[Prepared], pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, list[Segment]]]:
    """Yield those of the *pairs*, in the order of the second, that share enough, and what they share."""
    last = 0
    for a, b in pairs:
        segments, weight = _counted(ready[a], ready[b], _shared(ready[a], ready[b]))
        if b != last:
            ready[last].forget()
            last = b
        if weight >= LEAST:
            yield a, b, segments


def _for_each(pair: Pair, a: Text, b: Text) -> list[Pair]:
    """Return the pair for every unit of a joint report; what is one unit's own is told of that unit alone."""
    own = are_of_one(a, b)
    both = product(owners_of(a), owners_of(b))
    return [pair._replace(here=here, there=there) for here, there in both if (here == there) == own]


def _are_pairs(owners: Sequence[str], pairs: Sequence[Pair]) -> bool:
    """Tell whether every one of *owners* is in a pair with another of them: then there is nothing new to tell."""
    linked = {owner for p in pairs if p.here in owners and p.there in owners for owner in (p.here, p.there)}
    return linked >= set(owners)


def _shared(a: Prepared, b: Prepared) -> list[Segment]:
    return segments_of(a.stream, a.hidden, b.runs(), b.hidden)


def _counted(a: Prepared, b: Prepared, segments: Sequence[Segment]) -> tuple[list[Segment], float]:
    """Return the segments that say something, and how many characters they are.

    Those count less that may be alike by chance, or that many have. What says too little counts only beside what does.
    """
    weights = []
    for s in segments:
        likeness = alike(a.stream[s.start : s.end], b.stream[s.there_start : s.there_end])
        weights.append(weight_of(likeness) * sum(a.weights[s.start : s.end]))
    strong = [s for s, weight in zip(segments, weights, strict=True) if weight >= _PASSAGE]
    near = [s for s in segments if s in strong or any(are_near(s, t) or are_near(t, s) for t in strong)]
    return near, sum(weight for weight in weights if weight >= _PASSAGE)


def _pair(one: Prepared, other: Prepared, segments: Sequence[Segment], names: Names, texts: Sequence[Text]) -> Pair:
    a, b = one.text, other.text
    here = sum(s.end - s.start for s in segments)
    there = sum(s.there_end - s.there_start for s in segments)
    passages = tuple(traced(p, a, b, names, texts) for p in passages_of(a.submission, b.submission, segments))
    shares = min(here / one.own(), 1.0), min(there / other.own(), 1.0)
    return Pair(a.owner, b.owner, b.year, here, *shares, passages, _earlier(a, b))


def _earlier(a: Text, b: Text) -> Literal["here", "there"] | None:
    """Return which of two is dated earlier; where that says nothing, which of the two of one year came earlier."""
    issued = a.submission.assessment.facts.issued_on, b.submission.assessment.facts.issued_on
    came = (a.received, b.received) if a.year == b.year else (None, None)
    for here, there in (issued, came):
        if here and there and here != there:
            return "here" if here < there else "there"
    return None

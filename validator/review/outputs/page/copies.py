"""Copied text on the page: the list of pairs, and their passages side by side for the script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from validator.model.review import Pair, Passage, Review
from validator.renderers import wording as w
from validator.review.outputs import saying
from validator.review.outputs.page.overview import name
from validator.review.outputs.page.sidebyside import brief, compared
from validator.review.outputs.whereabouts import is_lined, submission, where
from validator.words import Lang

MOST_PASSAGES = 40
"""Passages of a pair on the page; review.json has all of them."""

BUDGET = 3_000_000
"""Characters of passages on the page, the most copied pairs first: a page of more could not be opened."""


class PairRow(NamedTuple):
    """A pair in the list. *units*: their numbers in ``Review.units``, None for a file of no unit."""

    number: int
    names: tuple[str, str]
    units: tuple[int | None, int | None]
    year: str
    characters: int
    shares: tuple[str, str]
    passages: int
    traces: int
    earlier: str


def pair_rows(review: Review, lang: Lang) -> list[PairRow]:
    """Return the pairs as the list shows them."""
    places = {u.unit.name: i for i, u in enumerate(review.units)}
    return [_row(i, p, places, review.year, lang) for i, p in enumerate(review.pairs)]


def pairs_of_units(review: Review) -> Mapping[str, list[int]]:
    """Return unit → numbers of the pairs that its report of this year is part of."""
    found: dict[str, list[int]] = defaultdict(list)
    for i, p in enumerate(review.pairs):
        found[p.here].append(i)
        if p.there_year == review.year and p.there != p.here:
            found[p.there].append(i)
    return found


def pairs_told(review: Review, lang: Lang) -> list[dict[str, Any]]:
    """Return the pairs with their passages as data for the script."""
    told, left = [], BUDGET
    for row, p in zip(pair_rows(review, lang), review.pairs, strict=True):
        kept = []
        lined = is_lined(submission(p.here, review.year, review)), is_lined(submission(p.there, p.there_year, review))
        for x in p.passages[:MOST_PASSAGES]:
            left -= len(x.here.text) + (0 if x.here.text == x.there.text else len(x.there.text))
            if left < 0:
                break
            kept.append(_passage(x, lined, lang))
        told.append(
            {
                "names": row.names,
                "units": row.units,
                "year": row.year,
                "characters": row.characters,
                "shares": row.shares,
                "earlier": row.earlier,
                "passages": kept,
                "more": len(p.passages) - len(kept),
            }
        )
    return told


def _row(i: int, p: Pair, places: Mapping[str, int], year: int, lang: Lang) -> PairRow:
    same = p.there_year == year
    earlier = name({"here": p.here, "there": p.there}[p.earlier]) if p.earlier and same else ""
    return PairRow(
        number=i,
        names=(name(p.here), name(p.there)),
        units=(places.get(p.here), places.get(p.there)),
        year="" if same else w.text(f"{p.there_year}年度", str(p.there_year), lang),
        characters=p.characters,
        shares=(saying.percent(p.share_here), saying.percent(p.share_there)),
        passages=len(p.passages),
        traces=sum(len(x.traces) + len(x.traces_there) for x in p.passages),
        earlier=earlier,
    )


def _passage(p: Passage, lined: tuple[bool, bool], lang: Lang) -> list[Any]:
    """Return both places, how alike, the quotations in pieces, and what gives each of them away.

    *lined*: whether the lines of each file say where something stands.
    """
    traces = [[brief(saying.trace(t, lang)) for t in found] for found in (p.traces, p.traces_there)]
    pieces = compared(p.here.text, p.there.text, p.traces, p.traces_there)
    return [where(p.here, lined[0], lang), where(p.there, lined[1], lang), p.alike, pieces, *traces]

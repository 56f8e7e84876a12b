"""Sentences that nobody else in the county has written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from validator.demo.wording.grammar import Blank, Clause, Theme, Voice, said

SHAPES = ("LAAR", "LAR", "AAR", "LAAR", "AAAR", "LAA", "LARR")
"""Which clauses make a sentence: L a lead, A an act, R a result."""

_ALIKE = 64.0
"""Likeness (0 to 100) of the bare words from which two sentences are too much alike; copied ones begin at 70."""

_TRIES = 80
_BESIDE = re.compile(r"[\d，、。；：《》“”]")
_RUN = 28


class Shelf(NamedTuple):
    """What has been written; it grows while a county is written.

    *sentences*: clause → bare words of the sentences with it; *runs*: every 28 neighbouring characters.
    """

    sentences: dict[str, list[str]]
    runs: set[str]


def sentences(
    theme: Theme, voice: Voice, rng: Random, shelf: Shelf, count: int = 1, shapes: Sequence[str] = SHAPES
) -> list[str]:
    """Return *count* sentences on *theme* without a clause in common as long as the stock lasts.

    None of them is like a sentence on *shelf*; they are put there.
    """
    spent: set[str] = set()
    found: list[str] = []
    for _ in range(count):
        clauses, text = _sentence(theme, voice, rng, shelf, spent, shapes, found[-1][1 - _RUN :] if found else "")
        for clause in clauses:
            shelf.sentences.setdefault(clause.id, []).append(_BESIDE.sub("", text))
            spent.add(clause.id)
        shelf.runs.update(_runs("".join(found[-1:]) + text))
        found.append(text)
    return found


def _sentence(
    theme: Theme, voice: Voice, rng: Random, shelf: Shelf, spent: set[str], shapes: Sequence[str], tail: str
) -> tuple[Sequence[Clause], str]:
    """Return the newest of some sentences, and its clauses; *tail*: the end of the sentence before it."""
    best: tuple[float, Sequence[Clause], str] = (101.0, (), "")
    for _ in range(_TRIES):
        clauses = _drawn(theme, rng.choice(shapes), rng, spent)
        text = joined([said(c.parts, voice, rng) for c in clauses], clauses)
        alike = 100.0 if not shelf.runs.isdisjoint(_runs(tail + text)) else _nearest(text, clauses, shelf)
        best = min(best, (alike, clauses, text), key=lambda found: found[0])
        if best[0] < _ALIKE:
            break
    return best[1:]


def joined(texts: Sequence[str], clauses: Sequence[Clause]) -> str:
    """Return one sentence; behind a clause that ends in the unit's name stands no comma."""
    stops = ("" if isinstance(c.parts[-1], Blank) and c.parts[-1].name in ("首", "我们") else "，" for c in clauses)
    return "".join(text + stop for text, stop in zip(texts, stops, strict=True)).removesuffix("，") + "。"


def _drawn(theme: Theme, shape: str, rng: Random, spent: set[str]) -> list[Clause]:
    """Return different clauses for *shape*, in its order, unspent ones if there are enough."""
    piles = {}
    for sign, stock in (("L", theme.leads), ("A", theme.acts), ("R", theme.results)):
        wanted = min(len(stock), shape.count(sign))
        unspent = [c for c in stock if c.id not in spent]
        piles[sign] = rng.sample(unspent if len(unspent) >= wanted else stock, wanted)
    return [piles[sign].pop() for sign in shape if piles[sign]]


def _nearest(text: str, clauses: Sequence[Clause], shelf: Shelf) -> float:
    """Return how alike *text* is to the nearest sentence with one of its clauses, 0 if to none."""
    from rapidfuzz import fuzz, process  # loads what other verbs do not need

    rivals = [other for c in clauses for other in shelf.sentences.get(c.id, ())]
    found = process.extractOne(_BESIDE.sub("", text), rivals, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return found[1] if found else 0.0


def _runs(text: str) -> list[str]:
    return [text[at : at + _RUN] for at in range(len(text) - _RUN + 1)]

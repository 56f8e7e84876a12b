"""Which of the reports that share text is dated first: who was copied from looks better than who copied."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Literal

from validator.model.review import Pair, Review

Place = Literal["first", "later", "unknown"]
"""first: all reports of others that share its text are dated later; later: one is dated earlier."""


def precedence(review: Review) -> Mapping[str, Place]:
    """Return for every unit that shares text with another one where its report stands in time."""
    found: dict[str, list[bool | None]] = defaultdict(list)
    for p in review.pairs:
        if p.here == p.there:
            continue
        found[p.here].append(_first(p, review.year))
        if p.there_year == review.year:
            found[p.there].append(None if p.earlier is None else p.earlier == "there")
    return {name: _place(firsts) for name, firsts in found.items()}


def _first(p: Pair, year: int) -> bool | None:
    if p.there_year < year:
        return False  # last year's report was there before, whatever its date
    return None if p.earlier is None else p.earlier == "here"


def _place(firsts: list[bool | None]) -> Place:
    if all(firsts):
        return "first"
    return "later" if False in firsts else "unknown"

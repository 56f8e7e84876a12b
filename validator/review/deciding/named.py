"""Which unit of the ledger, or which rule, a name means: as it is spelled, by another name, or by a short form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from validator.model.decision import Seen
from validator.model.pack import Rule
from validator.model.roster import Unit
from validator.review.deciding.proposals import meant, near_names
from validator.review.deciding.rows import matched
from validator.review.naming.recognising import Hit, known_names, recognise
from validator.words import Words


def units_named(name: str, latest: Mapping[str, Seen]) -> tuple[str, ...]:
    """Return the units among *latest* that *name* is a name of: several if it is ambiguous, none if it is of none."""
    if name in latest:
        return (name,)
    hit = _hit(name, latest)
    return hit.units if hit and hit.like == "whole" else ()


def nearest(name: str, latest: Mapping[str, Seen]) -> Words:
    """Return which units may be meant by a name that none has."""
    hit = _hit(name, latest)
    return meant(hit.units) if hit else near_names(name, latest)


def _hit(name: str, latest: Mapping[str, Seen]) -> Hit | None:
    units = [Unit(s.unit, aliases=s.called) for s in latest.values()]
    return recognise(name, known_names(units, (other for s in latest.values() for other in s.called)))


_NOTE = re.compile(r"\(.*?\)")
_ALIKE, _OTHERWISE = 0.75, 0.6
"""How near a name must come to a title to be taken for it, and how near no other may come."""


def rules_named(name: str, rules: Mapping[str, Rule]) -> tuple[str, ...]:
    """Return the ids of the rules that *name* means: several if it is ambiguous, none if it is of none.

    A name is an id or a title, a title without what it has in brackets, the beginning or another part of one, or
    nearly one; the first of these that fits counts.
    """
    wanted = matched(name).replace("_", "-")
    if not wanted:
        return ()
    names = [(matched(n), id) for id, rule in rules.items() for n in (id, *rule.title)]
    titles = [(matched(title), id) for id, rule in rules.items() for title in rule.title]
    alike, near = (
        get_close_matches(wanted, [n for n, _ in names], n=len(names) or 1, cutoff=least)
        for least in (_ALIKE, _OTHERWISE)
    )
    fitting = (
        (id for n, id in names if n == wanted),
        (id for n, id in titles if _NOTE.sub("", n) == wanted),
        (id for n, id in names if n.startswith(wanted)),
        (id for n, id in titles if wanted in n),
        (id for n, id in names if alike and n in near),
    )
    return next((found for ids in fitting if (found := tuple(dict.fromkeys(ids)))), ())

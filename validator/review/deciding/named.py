"""Which unit of the ledger a name means: as the roster spells it, by another of its names, or by a short form."""

from __future__ import annotations

from collections.abc import Mapping

from validator.model.decision import Seen
from validator.model.roster import Unit
from validator.review.deciding.proposals import meant, near_names
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

"""What a copied passage still says of the report it came from: another unit's name, 我局 in a town, last year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from validator.model.review import Passage, Trace
from validator.model.roster import Roster, Unit
from validator.patterns import Pattern, compiled
from validator.review.naming.names import core, forms, home_of

if TYPE_CHECKING:
    from validator.review.copying.prepared import Text

Names = Mapping[str, Sequence[str]]
"""Name of a unit → the short names by which a text may call it."""

_SHORTEST = 3
"""Characters of a name below which a text may mean something else by it."""

_SELF = compiled("[我本](镇|乡|街道|局|委(?!员)|办(?![理法公])|中心|管委会)")
_SENTENCES = compiled(r"[。；！？\n]")
_TOWNS = ("town", "township", "street")
_PLACES = ("town", "township", "street", "zone", "county", "city")


def names_of(roster: Roster) -> Names:
    """Return the short names of every unit, today's and former ones."""
    home = home_of(unit.name for unit in roster.units)
    found = {}
    for unit in roster.units:
        cores = [core(name, home) for name in (unit.name, *unit.aliases, *unit.former)]
        listed = dict.fromkeys(form for one in cores for form in forms(one) if len(form) >= _SHORTEST)
        found[unit.name] = tuple(listed)
    return found


def traced(passage: Passage, here: Text, there: Text, names: Names) -> Passage:
    """Return *passage* with the traces that either text bears of the other."""
    a, b = passage.here.text, passage.there.text
    return passage._replace(
        traces=tuple(_traces(a, b, here, there, names)), traces_there=tuple(_traces(b, a, there, here, names))
    )


def _traces(text: str, other: str, own: Text, from_: Text, names: Names) -> Iterator[Trace]:
    if from_.year < own.year and (found := _last_year(from_.year).search(text)):
        yield Trace("last_year", found[0])
    if own.owner == from_.owner or own.year < from_.year:
        return
    mine, theirs = names.get(own.owner, ()), names.get(from_.owner, ())
    for name in theirs:
        if any(name in one for one in mine) or (_is_place(from_.unit) and not _is_town(own.unit)):
            continue  # a bureau, a county may name the towns in which it works
        if _is_left(name, text, other, mine, from_.unit):
            yield Trace("other_unit", name)
            break
    for found in dict.fromkeys(m[0] for m in _SELF.finditer(text)):
        is_theirs = any(name.endswith(found[1:]) for name in theirs)
        if is_theirs and mine and not any(name.endswith(found[1:]) for name in mine):
            yield Trace("other_kind", found)


def _is_left(name: str, text: str, other: str, mine: Sequence[str], unit: Unit | None) -> bool:
    """Tell whether a sentence of *text* speaks of *name* as if it were its own report's.

    It does not where it names its own unit, too: 青禾镇与白石镇联合执法. A department may stand in anybody's report:
    its name says something only if its own report has it in the same passage.
    """
    if name not in other and not _is_place(unit):
        return False
    sentences = [s for s in _SENTENCES.split(text) if name in s]
    return any(not any(own in s for own in mine) for s in sentences)


def _is_town(unit: Unit | None) -> bool:
    return unit is not None and unit.kind in _TOWNS


def _is_place(unit: Unit | None) -> bool:
    """Tell whether a unit's name is that of a place; a department's name may stand in anybody's report."""
    return unit is not None and unit.kind in _PLACES


def _last_year(year: int) -> Pattern:
    # At the head of a clause it says when something was done. 落实2024年会议精神 and 较2024年 may stand in any year.
    return compiled(
        rf"(?:(?<=[，。；：、（\n])|^){year}年(?!度?(?:\d{{1,2}}月|以来|底|末|[\-—至]|[^，。；\n]{{0,12}}(?:会议|督察|计划|要点)))"
    )

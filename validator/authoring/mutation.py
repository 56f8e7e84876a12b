"""Does a test notice when a part of the pack is taken out? One part after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from validator.authoring.parts import NEVER, Path, changed, conditions, is_off, names_in, patterns, within, without
from validator.authoring.trials import Trial, broken, trials_of
from validator.model.pack import Pack
from validator.patterns import nothing_is_kept

Sort = Literal["rule", "rung", "condition", "scope", "pattern"]
_SCOPES = (
    *("outside", "inside", "beside", "without", "same", "next", "exceptions", "lexicon", "rows", "columns"),
    *("sums", "parts", "wrong", "title", "damage", "personal_data"),
)
"""Lists of what a condition looks at or asks for."""


class Mutant(NamedTuple):
    """A pack that lacks the part at *path*."""

    sort: Sort
    path: Path
    pack: Pack


class Trace(NamedTuple):
    """What became of a mutant. *killer*: the rule whose example noticed it; empty if none did."""

    sort: Sort
    path: Path
    killer: str = ""
    line: int = 0


def traces(pack: Pack) -> Iterator[Trace]:
    """Yield for every part of *pack* whether an example notices that it is gone.

    Only the examples of rules that can see the part are run, and only those that hold while nothing is taken out.
    Patterns of ``recognise`` are left out: rules are asked of texts that were recognised.
    """
    with nothing_is_kept():
        trials = [trial for trial in trials_of(pack) if not broken([trial], pack)]
        for mutant in (m for m in mutants(pack) if not is_off(m.path, pack)):
            killer = broken(_concerned(mutant, trials), mutant.pack)
            yield Trace(mutant.sort, mutant.path, *((killer.rule, killer.test.line) if killer else ()))


def share(found: Sequence[Trace]) -> float:
    """Return how many of a hundred mutants were noticed."""
    return 100 * sum(bool(t.killer) for t in found) / len(found) if found else 100.0


def mutants(pack: Pack) -> Iterator[Mutant]:
    """Yield *pack* less one part: each rule, rung, condition, limit of a condition, and pattern in turn."""
    for i, rule in enumerate(pack.rules):
        yield Mutant("rule", ("rules", i), changed(pack, ("rules", i, "grade"), ()))
        for k in range(len(rule.grade)):
            rung: Path = ("rules", i, "grade", k)
            yield Mutant("rung", rung, without(pack, rung))
        if rule.requires is not None:
            yield Mutant("scope", ("rules", i, "requires"), changed(pack, ("rules", i, "requires"), None))
        for field, none in (("unit_types", ()), ("places", ()), ("year_from", None), ("year_to", None)):
            if getattr(rule, field) != none:
                yield Mutant("scope", ("rules", i, field), changed(pack, ("rules", i, field), none))
    for top, condition in conditions(pack):
        if top[0] == "rules":
            for path, question in within(condition, top):
                yield from _smaller(pack, path, question)
    for written in patterns(pack):
        if written.path[0] in ("rules", "elements"):
            yield Mutant("pattern", written.path, changed(pack, written.path, NEVER))


def _smaller(pack: Pack, path: Path, question: object) -> Iterator[Mutant]:
    """Yield *pack* with a condition that asks for one thing less."""
    for field in ("all", "any"):
        parts = getattr(question, field, ())
        for i in range(len(parts) if len(parts) > 1 else 0):
            yield Mutant("condition", (*path, field, i), without(pack, (*path, field, i)))
    for field in _SCOPES:
        for i in range(len(getattr(question, field, ()))):
            yield Mutant("scope", (*path, field, i), without(pack, (*path, field, i)))


def _concerned(mutant: Mutant, trials: Sequence[Trial]) -> list[Trial]:
    """Return the examples of the rules that can see what was taken out."""
    if mutant.path[0] == "rules":
        concerned = {mutant.pack.rules[int(mutant.path[1])].id}
    else:
        concerned = _users(str(mutant.path[1]), mutant.pack)
    return [t for t in trials if t.rule in concerned]


def _users(element: str, pack: Pack) -> set[str]:
    """Return the rules that look at *element*, or at one that gets the headings that no other claims."""
    telling = {element, *(name for name, e in pack.elements.items() if e.unclaimed)}
    return {
        pack.rules[int(top[1])].id
        for top, condition in conditions(pack)
        if top[0] == "rules" and names_in(condition, pack) & telling
    }

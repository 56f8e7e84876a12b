"""The parts of a pack that can be named one by one: conditions, patterns, rungs; and a pack with one of them changed.

A path leads through the pack as the program holds it: ``("rules", 3, "grade", 0, "when", "any", 1, "text", 2)``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from validator.model.pack import Pack, Question

Path = tuple[str | int, ...]

OF_ELEMENTS = ("heading", "not_heading", "mention", "not_mention")
OF_QUESTIONS = ("text", "unless", "having", "word", "besides", "table")
OF_HEADINGS = ("heading", "not_heading", "besides")
"""Fields whose patterns look at headings."""

NEVER = "(?!)"
"""A pattern that matches nothing: what stands in the place of one that is taken out."""


class Written(NamedTuple):
    """A pattern and where it stands."""

    path: Path
    source: str


def conditions(pack: Pack) -> Iterator[tuple[Path, Question]]:
    """Yield the conditions of *pack*, not those inside them."""
    for i, refusal in enumerate(pack.refuse):
        yield ("refuse", i, "when"), refusal.when
    yield ("accept",), pack.accept
    for i, rule in enumerate(pack.rules):
        if rule.requires is not None:
            yield ("rules", i, "requires"), rule.requires
        for k, rung in enumerate(rule.grade):
            yield ("rules", i, "grade", k, "when"), rung.when


def within(question: Question, path: Path = ()) -> Iterator[tuple[Path, Question]]:
    """Yield *question* and every condition inside it."""
    yield path, question
    for field in question._fields:
        value = getattr(question, field)
        if hasattr(value, "_fields"):
            yield from within(value, (*path, field))
        elif isinstance(value, tuple):
            for i, part in enumerate(value):
                if hasattr(part, "_fields"):
                    yield from within(part, (*path, field, i))


def questions(pack: Pack) -> Iterator[tuple[Path, Question]]:
    """Yield every condition of *pack* and those inside them."""
    for path, question in conditions(pack):
        yield from within(question, path)


def patterns(pack: Pack) -> Iterator[Written]:
    """Yield every pattern of *pack*: those of elements, then those of conditions."""
    for name, element in pack.elements.items():
        for field in OF_ELEMENTS:
            for i, source in enumerate(getattr(element, field)):
                yield Written(("elements", name, field, i), source)
    for path, question in questions(pack):
        for field in OF_QUESTIONS:
            if field in question._fields:
                for i, source in enumerate(getattr(question, field)):
                    yield Written((*path, field, i), source)


def is_off(path: Path, pack: Pack) -> bool:
    """Tell whether *path* ends in a rule that an overlay has disabled."""
    return path[0] == "rules" and pack.rules[int(path[1])].off is not None


def is_of_table(path: Path, pack: Pack) -> bool:
    """Tell whether the pattern at *path* looks at the rows of a table, not at the text."""
    fields = getattr(at(pack, path[:-2]), "_fields", ())
    return "table" in fields or "sums" in fields


def at(value: Any, path: Path) -> Any:
    """Return the part of *value* that *path* leads to."""
    for step in path:
        value = value[step] if isinstance(step, int) or isinstance(value, Mapping) else getattr(value, step)
    return value


def changed(value: Any, path: Path, new: Any) -> Any:
    """Return a copy of *value* with *new* where *path* leads."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*value[:step], changed(value[step], rest, new), *value[step + 1 :])
    if isinstance(value, Mapping):
        return {**value, step: changed(value[step], rest, new)}
    return value._replace(**{step: changed(getattr(value, step), rest, new)})


def without(value: Any, path: Path) -> Any:
    """Return a copy of *value* less the item of a list that *path* leads to."""
    above, last = path[:-1], int(path[-1])
    items = at(value, above)
    return changed(value, above, (*items[:last], *items[last + 1 :]))


def names_in(question: Question, pack: Pack) -> frozenset[str]:
    """Return the elements that a condition or one inside it names."""
    found: set[str] = set()
    for _, part in within(question):
        for value in part:
            found |= {value} if isinstance(value, str) else set(value) if _all_text(value) else set()
    return frozenset(found & pack.elements.keys())


def _all_text(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(item, str) for item in value)


def rule_of(path: Path, pack: Pack) -> str:
    """Return the id of the rule in which *path* ends, or an empty string."""
    return pack.rules[int(path[1])].id if path[:1] == ("rules",) and len(path) > 1 else ""


def told(path: Path, pack: Pack) -> str:
    """Return *path* as the author of the pack would write it: ``elements.causes.heading[2]``."""
    steps: list[str] = [f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in written(path, pack)]
    return "".join(steps).removeprefix(".")


def written(path: Path, pack: Pack) -> Path:
    """Return *path* in the words of the file: a rule by its id, ``not`` for the field that Python calls ``not_``."""
    if path[:1] in (("refuse",), ("accept",)):
        path = ("recognise", *path)
    named = [*path[:1], rule_of(path, pack), *path[2:]] if rule_of(path, pack) else list(path)
    if rule_of(path, pack) and named[2:3] == ["requires"]:
        named.insert(3, "when")
    return tuple("not" if step == "not_" else step for step in named)

"""Texts made from a pattern: short ones that it matches, and long ones that make a careless pattern slow."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from random import Random
from typing import Any

from validator.checks.context import joined

YEAR = 2024
"""The year reported on, where a pattern asks for it."""

_TRIES = 200
_LONG = 10_000  # characters; no paragraph of a report has as many
_MOST_PUMPS = 12
_FILLERS = "甲a1 ，"
_parser: Any = import_module("re._parser")  # the only parser of patterns that Python has


@lru_cache(maxsize=2048)
def samples(source: str) -> tuple[str, ...]:
    """Return texts that *source* matches, of as many different shapes as a few tries give; none if it is unusual."""
    tree = _tree(source)
    if tree is None:
        return ()
    random = Random(source)  # noqa: S311 - the same texts in every run
    tried = dict.fromkeys("".join(_text(tree, random)) for _ in range(_TRIES))
    pattern = joined((source,), YEAR)
    return tuple(text for text in tried if "\n" not in text and pattern.search(text, timeout=1))


def pumped(source: str) -> Iterator[str]:
    """Yield long texts made of what *source* looks for, each with an end that it does not."""
    tree = _tree(source)
    if tree is None:
        return
    random = Random(source)  # noqa: S311 - the same texts in every run
    whole = "".join(_text(tree, random))
    pieces = dict.fromkeys(["".join(_text(piece, random)) for piece in _repeated(tree)] + [whole])
    for piece in [p for p in pieces if p][:_MOST_PUMPS]:
        # What must not follow the repeats, and then a text that matches, so that the search does not give up at once.
        yield piece * (_LONG // len(piece)) + "\0" + whole
        yield whole + piece * (_LONG // len(piece)) + "\0" + whole


def _tree(source: str) -> Any:
    plain = source.replace("{year}", str(YEAR)).replace("{next_year}", str(YEAR + 1)).replace(r"\G", "")
    try:
        return _parser.parse(plain)
    except Exception:  # what only the regex module understands
        return None


def _repeated(tree: Any) -> Iterator[Any]:
    """Yield the parts of a pattern that may stand several times."""
    for op, value in tree:
        name = str(op)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            yield value[2]
        for part in _parts(name, value):
            yield from _repeated(part)


def _parts(name: str, value: Any) -> list[Any]:
    """Return the patterns inside one step of a pattern."""
    match name:
        case "BRANCH":
            return list(value[1])
        case "SUBPATTERN":
            return [value[3]]
        case "ATOMIC_GROUP":
            return [value]
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return [value[2]]
        case "ASSERT":
            return [value[1]]
    return []


def _text(tree: Any, random: Random) -> Iterator[str]:
    """Yield the pieces of a text that the pattern may match; what must not stand there is not looked at."""
    for op, value in tree:
        name = str(op)
        parts = _parts(name, value)
        if name == "LITERAL":
            yield chr(value)
        elif name in ("ANY", "NOT_LITERAL"):
            yield "甲"
        elif name == "IN":
            yield _of_class(value, random)
        elif name == "BRANCH":
            yield from _text(random.choice(parts), random)
        elif "REPEAT" in name:
            least, most = int(value[0]), min(int(value[1]), int(value[0]) + 2)
            for _ in range(random.randint(least, most)):
                yield from _text(parts[0], random)
        elif parts:
            yield from _text(parts[0], random)


def _of_class(items: Any, random: Random) -> str:
    """Return a character of a class ``[…]``."""
    if str(items[0][0]) == "NEGATE":
        excluded = {chr(v) for op, v in items[1:] if str(op) == "LITERAL"}
        return next((c for c in _FILLERS if c not in excluded), "乙")
    op, value = random.choice(list(items))
    if str(op) == "RANGE":
        return chr(random.randint(value[0], min(value[1], value[0] + 500)))
    if str(op) == "CATEGORY":
        return "1" if "DIGIT" in str(value) else " " if "SPACE" in str(value) else "a"
    return chr(value)

"""Clauses with blanks → sentences: a small grammar over the stock in the ``.txt`` files beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

Voice = Mapping[str, Sequence[str]]
"""A unit's own words: name of a blank → what may stand there."""


class Number(NamedTuple):
    """A figure from *low* to *high*, both included."""

    low: int
    high: int


class Choice(NamedTuple):
    """One of several wordings."""

    wordings: tuple[tuple[Part, ...], ...]


class Blank(NamedTuple):
    """A place for one of the unit's own words."""

    name: str


Part = str | Number | Choice | Blank


class Clause(NamedTuple):
    """A clause of the stock. *id*: its place in the file, unique with the name of the file."""

    id: str
    parts: tuple[Part, ...]


class Theme(NamedTuple):
    """What can be said on one subject. *kinds*: letters of the kinds of units that speak of it."""

    name: str
    kinds: str
    headings: tuple[Clause, ...]
    leads: tuple[Clause, ...]
    acts: tuple[Clause, ...]
    results: tuple[Clause, ...]


_SIGNS = {"#": "headings", ">": "leads", "+": "acts", "=": "results"}
_PART = re.compile(r"\[(?P<choice>[^\]]+)\]|<(?P<low>\d+)-(?P<high>\d+)>|\{(?P<blank>[^}]+)\}|(?P<text>[^\[<{]+)")
_HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    """Return the lines of the stock file *name* without remarks (``%``)."""
    text = (_HERE / f"{name}.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("%")]


@cache
def stock(name: str) -> tuple[Theme, ...]:
    """Return the themes of the stock file *name*."""
    found: list[tuple[str, str, dict[str, list[Clause]]]] = []
    for number, line in enumerate(lines(name)):
        sign, rest = line[0], line[2:]
        if sign == "@":
            title, kinds = rest.split()
            found.append((title, kinds, {field: [] for field in _SIGNS.values()}))
        else:
            found[-1][2][_SIGNS[sign]].append(Clause(f"{name}:{number}", parts(rest)))
    return tuple(Theme(title, kinds, **{f: tuple(c) for f, c in fields.items()}) for title, kinds, fields in found)


def parts(text: str) -> tuple[Part, ...]:
    """Read a clause: ``[a|b]`` is a choice, ``<3-9>`` a figure, ``{物}`` a blank."""
    return tuple(_part(m) for m in _PART.finditer(text))


def _part(m: re.Match[str]) -> Part:
    if m["choice"]:
        return Choice(tuple(parts(wording) for wording in m["choice"].split("|")))
    if m["low"]:
        return Number(int(m["low"]), int(m["high"]))
    return Blank(m["blank"]) if m["blank"] else m["text"]


def said(wording: Sequence[Part], voice: Voice, rng: Random) -> str:
    """Return a clause with its blanks filled; a name that *voice* does not know stays as ``{name}``."""
    out = []
    for part in wording:
        if isinstance(part, str):
            out.append(part)
        elif isinstance(part, Number):
            out.append(str(part.low + int(rng.random() * (part.high - part.low + 1))))
        elif isinstance(part, Choice):
            out.append(said(part.wordings[int(rng.random() * len(part.wordings))], voice, rng))
        else:
            words = voice.get(part.name) or ("{" + part.name + "}",)
            out.append(words[int(rng.random() * len(words))])
    return "".join(out)

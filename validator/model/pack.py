"""A rule pack as the engine uses it: what a report must contain, as data."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from validator.words import Words

Level = Literal["error", "warning", "info"]
Role = Literal["scored", "unscored"]
Absent = Literal["fail", "not_applicable"]

Value = int | str | tuple[str, ...]
"""What a parameter of a pack can be."""

Term = tuple[str, int | None, int | None]
"""A pattern in a lexicon, with the first and last report year for which it holds; None: no end on that side."""

Question = Any
"""The parameters of one check kind: a named tuple of ``validator.checks``."""


class Element(NamedTuple):
    """How a part of a report looks: patterns for its heading and for a sentence that mentions it.

    *anchors*: words of which at least one occurs in every heading that the patterns match (empty: no such gate);
    *mention_anchors*: the same for what *mention* matches.
    *unclaimed*: the topmost headings that no other element claims belong to it.
    """

    name: str
    title: Words
    anchors: tuple[str, ...] = ()
    mention_anchors: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    not_heading: tuple[str, ...] = ()
    mention: tuple[str, ...] = ()
    not_mention: tuple[str, ...] = ()
    unclaimed: bool = False


class Rung(NamedTuple):
    """A grade: *credit* in hundredths if *when* holds. *say*, *fix*: its own words, where the rule's do not fit it."""

    credit: int
    when: Question
    say: Words | None = None
    fix: Words | None = None


class Source(NamedTuple):
    """The norm behind a rule and the item in it."""

    norm: Words
    item: Words


class RuleTest(NamedTuple):
    """An example inside a rule, or of what is recognised. *line*: where it stands in the pack file."""

    want: str
    doc: str
    credit: int | None = None
    todo: bool = False
    line: int = 0


class Step(NamedTuple):
    """One step in the making of a rule: *file* and *line*, *what* was written there, and why.

    The first step is the rule itself, in the file that defines it; the others are overlays and given parameters.
    """

    file: str
    line: int
    what: Words
    reason: Words


class Rule(NamedTuple):
    """One requirement. *requires*: without it the rule does not apply, and *without* says why.

    *final*: overlays may ask for more, never for less. *places*: it holds only there (empty: everywhere).
    *off*: why an overlay has disabled it.
    """

    id: str
    title: Words
    why: Words
    level: Level
    weight: int
    role: Role
    source: Source
    grade: tuple[Rung, ...]
    say: Words
    fix: Words
    absent: Absent
    requires: Question | None
    without: Words
    unit_types: tuple[str, ...]
    year_from: int | None
    year_to: int | None
    tests: tuple[RuleTest, ...]
    final: bool = False
    places: tuple[str, ...] = ()
    off: Words | None = None
    history: tuple[Step, ...] = ()


class Refusal(NamedTuple):
    """A reason why a document is not the report that the pack is about."""

    when: Question
    say: Words


class Guide(NamedTuple):
    """What a review of many reports must know: names of elements, and patterns of words that all may quote.

    *formal*: elements in which reports say the same things, so that it says less when they do. *common*: set phrases,
    which are neither copied nor a task. *names*: those of norms and programmes, which tasks are about. *matter*: what
    the reports are about, in the words that may stand right behind a unit's name. *years*: the rule that compares the
    years of title, headings and plan.
    """

    plan: str = ""
    shortcomings: str = ""
    formal: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    matter: tuple[str, ...] = ()
    years: str = ""


class Pack(NamedTuple):
    """A rule pack, validated and resolved. *sha256*: of all its files, those of its overlays among them.

    *id*: that of the base pack, with the overlays behind it: ``base+jilin``. *places*: the ids of the overlays.
    *params*: every parameter with its value. *others*: the packs to try when this one is not about a document.
    *samples*: examples of documents that are ``accepted`` as such a report, or ``refused``.
    """

    id: str
    version: str
    title: Words
    sha256: str
    refuse: tuple[Refusal, ...]
    accept: Question
    otherwise: Words
    elements: Mapping[str, Element]
    rules: tuple[Rule, ...]
    path: str = ""
    places: tuple[str, ...] = ()
    params: Mapping[str, Value] = MappingProxyType({})
    others: tuple[Pack, ...] = ()
    guide: Guide = Guide()
    samples: tuple[RuleTest, ...] = ()

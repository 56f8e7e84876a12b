"""parts: does the report have exactly these parts, under their own headings, in this order?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from validator.checks.answer import Answer, Kind
from validator.checks.context import TIMEOUT, Context, joined
from validator.model.outline import Section
from validator.patterns import compiled
from validator.text import Span
from validator.words import Words

Fault = Literal["missing", "renamed", "misplaced", "extra"]

_NOTE = compiled(r"（[^（）]*）$")
_NO_WORD = compiled(r"[\W_]+")
_NUMBER = compiled(r"(?:第?[一二三四五六七八九十]{1,2}(?:部分)?|\d{1,2})[、.．：\s]|（[一二三四五六七八九十\d]{1,2}）")
_LONGEST_LINE = 60
_TOLD = 20


class PartsQuestion(NamedTuple):
    """*parts*: elements in their order; an element's title, in either language, is the exact heading of the part.

    *wrong*: the faults that count. *level*: the lowest on which other headings are parts, too. *besides*: patterns
    of headings that are no parts, such as the rows of a table that was copied as text.
    """

    parts: tuple[str, ...]
    wrong: tuple[Fault, ...] = ("missing", "renamed", "misplaced", "extra")
    level: int = 1
    besides: tuple[str, ...] = ()


class Part(NamedTuple):
    """Where an element's part begins. *exact*: under its own heading, but for signs and brackets."""

    name: str
    exact: bool
    level: int
    span: Span


def ask(question: PartsQuestion, context: Context) -> Answer:
    """Hold if none of the faults is found. Evidence: headings; {missing}, {renamed}, {misplaced}, {extra}: which."""
    found = [part for name in question.parts if (part := _part(name, question, context))]
    faults: Mapping[Fault, list[tuple[Words, Span | None]]] = {
        "missing": [
            (_title(name, context), None) for name in question.parts if name not in {part.name for part in found}
        ],
        "renamed": [(_renamed(part, context), part.span) for part in found if not part.exact],
        "misplaced": [(_title(part.name, context), part.span) for part in _misplaced(found)],
        "extra": [(_told(s), (s.start, s.heading_end)) for s in _extra(question, found, context)],
    }
    wrong = [fault for name in question.wrong for fault in faults[name]]
    spans = [span for _, span in wrong if span]
    if not spans and len(found) == 1:
        spans = [found[0].span]
    values = {str(name): _listed([words for words, _ in told]) for name, told in faults.items()}
    return Answer(not wrong, tuple(spans), values)


def _part(name: str, question: PartsQuestion, context: Context) -> Part | None:
    """Return where the element's part begins: under the exact heading if it stands anywhere, else under a similar one.

    A line that lost its number, so that it looks like no heading, counts if it says nothing else.
    """
    keys = _keys(name, context)
    parts = [Part(name, _is_exact(s, keys), s.level, (s.heading_start, s.heading_end)) for s in context.sections(name)]
    lines = {} if any(part.exact for part in parts) else _lines(context.text)
    parts += [Part(name, True, question.level, lines[key]) for key in keys if key in lines]
    fitting = [part for part in parts if part.exact or part.level <= question.level]
    return min(fitting, key=lambda part: (not part.exact, part.level, part.span), default=None)


@lru_cache(maxsize=4)
def _lines(text: str) -> Mapping[str, Span]:
    """Return where each short line of the whole text first stands, by its text without number and signs."""
    found: dict[str, Span] = {}
    at = 0
    for line in text.split("\n"):
        if line and len(line) <= _LONGEST_LINE:
            found.setdefault(_key(line[_number_end(line) :]), (at, at + len(line)))
        at += len(line) + 1
    return found


def _keys(name: str, context: Context) -> tuple[str, ...]:
    return tuple(_key(title) for title in context.elements[name].title)


def _key(heading: str) -> str:
    """Return a heading without signs, spaces and a note in brackets behind it."""
    key: str = _NO_WORD.sub("", _NOTE.sub("", heading)).lower()
    return key


def _number_end(text: str) -> int:
    m = _NUMBER.match(text)
    return m.end() if m else 0


def _is_exact(section: Section, keys: tuple[str, ...]) -> bool:
    key = _key(section.heading)
    return key in keys or (section.fused and key.startswith(keys))


def _title(name: str, context: Context) -> Words:
    title = context.elements[name].title
    return Words(f"“{title.zh}”", f"“{title.en}”")


def _renamed(part: Part, context: Context) -> Words:
    heading = context.text[part.span[0] : part.span[1]].strip()[: 2 * _TOLD]
    title = context.elements[part.name].title
    return Words(f"“{heading}”应为“{title.zh}”", f"“{heading}” should be “{title.en}”")


def _told(section: Section) -> Words:
    heading = section.heading[:_TOLD]
    return Words(f"“{heading}”", f"“{heading}”")


def _misplaced(found: Sequence[Part]) -> list[Part]:
    """Return the fewest parts that would have to move so that all stand in order."""
    kept: list[list[Part]] = []  # the longest run in order that ends with each part
    for part in found:
        before = [run for run in kept if run[-1].span < part.span]
        kept.append([*max(before, key=len, default=[]), part])
    longest = max(kept, key=len, default=[])
    return [part for part in found if part not in longest]


def _extra(question: PartsQuestion, found: Sequence[Part], context: Context) -> list[Section]:
    """Return the numbered headings as high as the parts that belong to none of them."""
    own = {s.ordinal for name in question.parts for s in context.sections(name)}
    starts = {part.span[0] for part in found}
    others = [
        s
        for s in context.outline.sections
        if s.level <= question.level and s.family != "plain" and s.ordinal not in own and s.heading_start not in starts
    ]
    if not question.besides:
        return others
    pattern = joined(question.besides, context.facts.report_year)
    return [s for s in others if not pattern.search(s.heading, timeout=TIMEOUT)]


def _listed(words: Sequence[Words]) -> Words:
    return Words("、".join(w.zh for w in words), ", ".join(w.en for w in words))


KIND = Kind("parts", PartsQuestion, ask, ("missing", "renamed", "misplaced", "extra"), of_all=True)

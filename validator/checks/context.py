"""One report as the checks see it: which headings belong to which element, and searches in parts of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import regex

from validator.model.outline import Facts, Outline, Section
from validator.model.pack import Element, Question
from validator.text import Span

TIMEOUT = 0.25
"""Seconds that one search may take; a pattern that needs more is the pack's fault."""

_ANY_YEAR = r"20\d\d"
_SENTENCE_END = frozenset("。；！？\n")


@lru_cache(maxsize=4096)
def compiled(patterns: tuple[str, ...], year: int | None = None) -> regex.Pattern[str]:
    """Return one pattern that matches where any of *patterns* does; ``^`` and ``$`` are line ends.

    ``{year}`` and ``{next_year}`` stand for the year reported on and the one after it, for any year if it is unknown.
    """
    joined = "|".join(f"(?:{p})" for p in patterns)
    if "year}" in joined:
        joined = joined.replace("{year}", str(year) if year else _ANY_YEAR)
        joined = joined.replace("{next_year}", str(year + 1) if year else _ANY_YEAR)
    return regex.compile(joined, regex.MULTILINE)


class Context:
    """The questions of all rules about one report share what was found once. All spans are shadow offsets."""

    def __init__(
        self,
        outline: Outline,
        facts: Facts,
        elements: Mapping[str, Element],
        answer: Callable[[Question, Context], Any],
    ) -> None:
        self._answer = answer
        self.outline = outline
        self.facts = facts
        self.elements = elements
        self.text = outline.shadow.text
        self._claims: dict[str, tuple[Section, ...]] = {}
        self._mentions: dict[str, tuple[Span, ...]] = {}

    def ask(self, question: Question) -> Any:
        """Return the answer to a question about this report. Raise TimeoutError if a pattern takes too long."""
        return self._answer(question, self)

    def sections(self, name: str) -> tuple[Section, ...]:
        """Return the sections whose heading belongs to the element *name*, in order."""
        found = self._claims.get(name)
        if found is None:
            element = self.elements[name]
            found = self._claimed(element)
            if element.unclaimed:
                found = self._with_unclaimed(element, found)
            self._claims[name] = found
        return found

    def mentions(self, name: str) -> tuple[Span, ...]:
        """Return where a sentence of the body speaks of the element *name*."""
        found = self._mentions.get(name)
        if found is None:
            found = self._mentions[name] = tuple(self.mentions_in(name, [self.outline.body]))
        return found

    def mentions_in(self, name: str, areas: Iterable[Span]) -> list[Span]:
        """Return where a sentence inside *areas* speaks of the element *name*."""
        element = self.elements[name]
        if not element.mention:
            return []
        spans = self.search(element.mention, areas, element.mention_anchors)
        spans = [(self._past_stop(a), b) for a, b in spans]
        if spans and element.not_mention:
            spans = [s for s in spans if not self.search(element.not_mention, [self.sentence(s)])]
        return spans

    def search(self, patterns: tuple[str, ...], spans: Iterable[Span], anchors: Sequence[str] = ()) -> list[Span]:
        """Return where *patterns* match inside *spans*. Raise TimeoutError if a pattern takes too long."""
        found: list[Span] = []
        for start, end in spans:
            if anchors and not any(self.text.find(a, start, end) >= 0 for a in anchors):
                continue
            for m in compiled(patterns, self.facts.report_year).finditer(self.text, start, end, timeout=TIMEOUT):
                found.append(m.span())
        return found

    def sentence(self, span: Span) -> Span:
        """Return the sentence around the start of *span*."""
        start = end = span[0]
        while start > 0 and self.text[start - 1] not in _SENTENCE_END:
            start -= 1
        while end < len(self.text) and self.text[end] not in _SENTENCE_END:
            end += 1
        return start, end

    def _past_stop(self, offset: int) -> int:
        """A pattern may begin with the stop of the sentence before; what it mentions begins behind it."""
        while self.text[offset] in _SENTENCE_END or self.text[offset].isspace():
            offset += 1
        return offset

    def section_at(self, offset: int) -> Section | None:
        """Return the innermost section that holds *offset*."""
        found = None
        for section in self.outline.sections:
            if section.start > offset:
                break
            if offset < section.end:
                found = section
        return found

    def characters(self, start: int, end: int) -> int:
        """Return how many characters between two offsets are not white space."""
        return len("".join(self.text[start:end].split()))

    def _with_unclaimed(self, element: Element, own: tuple[Section, ...]) -> tuple[Section, ...]:
        """Add the topmost sections that no other element claims."""
        mine = {s.ordinal for s in own}
        others = {s.ordinal for e in self.elements.values() if not e.unclaimed for s in self.sections(e.name)}
        return tuple(
            s
            for s in self.outline.sections
            if s.ordinal in mine or (s.level == 1 and s.parent < 0 and s.ordinal not in others)
        )

    def _claimed(self, element: Element) -> tuple[Section, ...]:
        if not element.heading:
            return ()
        anchors = element.anchors
        return tuple(
            s
            for s in self.outline.sections
            if (not anchors or any(a in s.heading for a in anchors))
            and self._fits(element.heading, s.heading)
            and not (element.not_heading and self._fits(element.not_heading, s.heading))
        )

    def _fits(self, patterns: tuple[str, ...], heading: str) -> bool:
        return compiled(patterns, self.facts.report_year).search(heading, timeout=TIMEOUT) is not None

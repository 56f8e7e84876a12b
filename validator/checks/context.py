"""One report as the checks see it: which headings belong to which element, and searches in parts of the text."""

from __future__ import annotations

from bisect import bisect_right
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
        self._headings = "\n".join([s.heading for s in outline.sections])
        starts = [0]
        for section in outline.sections:
            starts.append(starts[-1] + len(section.heading) + 1)
        self._starts = starts

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
                others = {s.ordinal for other in self.elements if other != name for s in self._by_heading(other)}
                mine = {s.ordinal for s in found}
                found = tuple(
                    s
                    for s in self.outline.sections
                    if s.ordinal in mine or (s.level == 1 and s.ordinal not in others and not self._is_nested(s))
                )
            self._claims[name] = found
        return found

    def mentions(self, name: str) -> tuple[Span, ...]:
        """Return where a sentence of the body speaks of the element *name*."""
        found = self._mentions.get(name)
        if found is None:
            element = self.elements[name]
            spans = self.search(element.mention, [self.outline.body], element.anchors) if element.mention else []
            spans = [(self._past_stop(a), b) for a, b in spans]
            if element.not_mention:
                spans = [s for s in spans if not self.search(element.not_mention, [self.sentence(s)])]
            found = self._mentions[name] = tuple(spans)
        return found

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

    def _by_heading(self, name: str) -> tuple[Section, ...]:
        element = self.elements[name]
        return () if element.unclaimed else self.sections(name)

    def _is_nested(self, section: Section) -> bool:
        return section.parent >= 0

    def _claimed(self, element: Element) -> tuple[Section, ...]:
        if not element.heading or not self._headings:
            return ()
        if element.anchors and not any(a in self._headings for a in element.anchors):
            return ()
        hits = self._lines(element.heading)
        if hits and element.not_heading:
            hits -= self._lines(element.not_heading)
        return tuple(self.outline.sections[i] for i in sorted(hits))

    def _lines(self, patterns: tuple[str, ...]) -> set[int]:
        """Return the indexes of the headings in which one of *patterns* matches."""
        found = compiled(patterns, self.facts.report_year).finditer(self._headings, timeout=TIMEOUT)
        return {bisect_right(self._starts, m.start()) - 1 for m in found}

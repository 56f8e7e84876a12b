"""One report as the checks see it: which headings belong to which element, and searches in parts of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any

from validator.checks.tables import tables_of
from validator.model.outline import Facts, Outline, Section, Table
from validator.model.pack import Element, Question
from validator.patterns import LINES, Pattern, compiled
from validator.text import Span

TIMEOUT = 0.25
"""Seconds that one search may take; a pattern that needs more is the pack's fault."""

_NO_YEAR = "(?!)"  # matches nothing
_TO_FILL_IN = "×_＿"
_SENTENCE_ENDS = "。；！？\n"


@lru_cache(maxsize=4096)
def joined(patterns: tuple[str, ...], year: int | None = None) -> Pattern:
    """Return one pattern that matches where any of *patterns* does; ``^`` and ``$`` are line ends.

    ``{year}`` and ``{next_year}`` stand for the year reported on and the one after it; they match nothing while it is
    unknown.
    """
    source = "|".join(f"(?:{p})" for p in patterns)
    if "year}" in source:
        source = source.replace("{year}", str(year) if year else _NO_YEAR)
        source = source.replace("{next_year}", str(year + 1) if year else _NO_YEAR)
    return compiled(source, LINES)


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
        self._signs: dict[str, bool] = {}
        self._tables: tuple[Table, ...] | None = None
        self._headings = "\n".join([s.heading for s in outline.sections])
        self._starts = [0, *accumulate(len(s.heading) + 1 for s in outline.sections)]

    def ask(self, question: Question) -> Any:
        """Return the answer to a question about this report. Raise TimeoutError if a pattern takes too long."""
        return self._answer(question, self)

    def tables(self) -> tuple[Table, ...]:
        """Return the tables of the whole text, in order; they are looked for when a rule first asks."""
        if self._tables is None:
            self._tables = tables_of(self.outline)
        return self._tables

    def sections(self, name: str) -> tuple[Section, ...]:
        """Return the sections whose heading belongs to the element *name*, in order."""
        found = self._claims.get(name)
        if found is None:
            element = self.elements[name]
            found = self._claimed(element)
            if element.unclaimed:
                found = self._with_unclaimed(found)
            self._claims[name] = found
        return found

    def mentions(self, name: str) -> tuple[Span, ...]:
        """Return where sentences of the body speak of the element *name*."""
        found = self._mentions.get(name)
        if found is None:
            found = self._mentions[name] = tuple(self.mentions_in(name, [self.outline.body]))
        return found

    def mentions_in(self, name: str, areas: Iterable[Span]) -> Iterator[Span]:
        """Yield where sentences inside *areas* speak of the element *name*; the search goes no further than asked."""
        element = self.elements[name]
        if not element.mention:
            return
        areas = [a for a in areas if not element.mention_anchors or self._has_any(element.mention_anchors, *a)]
        for pattern in element.mention:  # one after the other: most texts satisfy one of the first
            for start, end in self.found((pattern,), areas):
                span = (self._past_stop(start), end)
                if not element.not_mention or not self.search(element.not_mention, [self.sentence(span)]):
                    yield span

    def search(self, patterns: tuple[str, ...], areas: Iterable[Span], anchors: Sequence[str] = ()) -> list[Span]:
        """Return where *patterns* match inside *areas*. Raise TimeoutError if a pattern takes too long."""
        return list(self.found(patterns, areas, anchors))

    def found(self, patterns: tuple[str, ...], areas: Iterable[Span], anchors: Sequence[str] = ()) -> Iterator[Span]:
        """Yield where *patterns* match inside *areas*; an area without any of *anchors* is not searched."""
        for start, end in areas:
            if anchors and not self._has_any(anchors, start, end):
                continue
            pattern = joined(patterns, self.facts.report_year)
            for m in pattern.finditer(self.text, start, end, timeout=TIMEOUT):
                yield m.span()

    def begins(self, patterns: tuple[str, ...], areas: Iterable[Span], anchors: Sequence[str] = ()) -> list[Span]:
        """Return the matches of *patterns* at the very start of *areas*."""
        found = []
        for start, end in areas:
            if not anchors or self._has_any(anchors, start, end):
                m = joined(patterns, self.facts.report_year).match(self.text, start, end, timeout=TIMEOUT)
                found += [m.span()] if m else []
        return found

    def _has_any(self, words: Sequence[str], start: int, end: int) -> bool:
        # Looking for one character costs a tenth of looking for a word, and most rare words have a rare character.
        signs, text = self._signs, self.text
        for word in words:
            for sign in word:
                present = signs.get(sign)
                if present is None:
                    present = signs[sign] = sign in text
                if not present:
                    break
            else:
                if text.find(word, start, end) >= 0:
                    return True
        return False

    def sentence(self, span: Span) -> Span:
        """Return the sentence around the start of *span*, without its stop."""
        at = span[0]
        start = max(self.text.rfind(stop, 0, at) for stop in _SENTENCE_ENDS) + 1
        ends = [end for stop in _SENTENCE_ENDS if (end := self.text.find(stop, at)) >= 0]
        return start, min(ends, default=len(self.text))

    def _past_stop(self, offset: int) -> int:
        """A pattern may begin with the stop of the sentence before; what it mentions begins behind it."""
        while self.text[offset] in _SENTENCE_ENDS or self.text[offset].isspace():
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
        """Return how many characters between two offsets are neither white space nor blanks to fill in (××, ___)."""
        text = "".join(self.text[start:end].split())
        return len(text) - sum(text.count(sign) for sign in _TO_FILL_IN if sign in text)

    def _with_unclaimed(self, own: tuple[Section, ...]) -> tuple[Section, ...]:
        """Add the topmost sections that no other element claims."""
        mine = {s.ordinal for s in own}
        others = {s.ordinal for e in self.elements.values() if not e.unclaimed for s in self.sections(e.name)}
        return tuple(
            s
            for s in self.outline.sections
            if s.ordinal in mine or (s.level == 1 and s.parent < 0 and s.ordinal not in others)
        )

    def _claimed(self, element: Element) -> tuple[Section, ...]:
        if not element.heading or not self.outline.sections:
            return ()
        candidates = self._anchored(element.anchors) if element.anchors else list(self.outline.sections)
        hits = self._fitting(element.heading, candidates)
        if hits and element.not_heading:
            excluded = {s.ordinal for s in self._fitting(element.not_heading, hits)}
            hits = [s for s in hits if s.ordinal not in excluded]
        return tuple(hits)

    def _anchored(self, anchors: Sequence[str]) -> list[Section]:
        """Return the sections in whose heading one of *anchors* occurs."""
        year = self.facts.report_year
        hits: set[int] = set()
        for anchor in anchors:
            word = str(year + 1) if year and anchor == "{next_year}" else anchor
            at = self._headings.find(word)
            while at >= 0:
                hits.add(bisect_right(self._starts, at) - 1)
                at = self._headings.find(word, at + 1)
        return [self.outline.sections[i] for i in sorted(hits)]

    def _fitting(self, patterns: tuple[str, ...], sections: Sequence[Section]) -> list[Section]:
        """Return those of *sections* in whose heading one of *patterns* matches: one search for all of them."""
        if not sections:
            return []
        headings = "\n".join([s.heading for s in sections])
        found = joined(patterns, self.facts.report_year).finditer(headings, timeout=TIMEOUT)
        lines = dict.fromkeys(headings.count("\n", 0, m.start()) for m in found)
        return [sections[i] for i in lines]

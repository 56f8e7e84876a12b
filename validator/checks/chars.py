"""chars: how long is a part of the report?"""

from __future__ import annotations

from typing import NamedTuple

from validator.checks.answer import Answer, Kind
from validator.checks.context import Context
from validator.checks.region import Region, spans_of
from validator.words import Words


class CharsQuestion(NamedTuple):
    """*min* and *max* characters, white space not counted, of the paragraphs of a region.

    *having*: only paragraphs in which one of these patterns matches; *without*: only up to where one of these
    elements is mentioned.
    """

    chars: Region
    min: int = 0
    max: int = 10_000_000
    having: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def ask(question: CharsQuestion, context: Context) -> Answer:
    """Hold if the length lies within the bounds. Evidence: the paragraphs; {chars}: their length."""
    paragraphs = _paragraphs(question, context)
    total = sum(context.characters(a, b) for a, b in paragraphs)
    holds = question.min <= total <= question.max
    return Answer(holds, tuple(paragraphs), {"chars": Words(str(total), str(total))})


def _paragraphs(question: CharsQuestion, context: Context) -> list[tuple[int, int]]:
    spans = spans_of(question.chars, context)
    if question.without:
        others = [m[0] for name in question.without for m in context.mentions(name)]
        spans = [(a, min([b, *(context.sentence((m, m))[0] for m in others if a <= m < b)])) for a, b in spans]
        spans = [(a, b) for a, b in spans if a < b]
    if question.having:
        spans = [span for span in spans if context.search(question.having, [span])]
    return spans


KIND = Kind("chars", CharsQuestion, ask, ("chars",), of_all=True)

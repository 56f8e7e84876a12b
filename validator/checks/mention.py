"""mention: does running text speak of this element, outside the parts where that means something else?"""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from validator.checks.answer import Answer, Kind
from validator.checks.context import Context
from validator.text import Span

_ENOUGH = 2  # sentences that are quoted; the search ends with them


class MentionQuestion(NamedTuple):
    """*inside*: only in sections of these elements; *outside*: not in sections of these.

    *beside*: only from where one of these elements is mentioned to the end of the section that mentions it.
    """

    mention: str
    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


def ask(question: MentionQuestion, context: Context) -> Answer:
    """Hold if a sentence of the body mentions the element. Evidence: the sentences."""
    areas = [context.outline.body]
    if question.inside:
        areas = [(s.body_start, s.end) for name in question.inside for s in context.sections(name)]
    if question.beside:
        near = [_beside(m, context) for name in question.beside for m in context.mentions(name)]
        areas = [(max(a, c), min(b, d)) for a, b in areas for c, d in near if max(a, c) < min(b, d)]
    closed = [(s.start, s.end) for name in question.outside for s in context.sections(name)]
    spans = (s for s in context.mentions_in(question.mention, areas) if not any(a <= s[0] < b for a, b in closed))
    sentences = dict.fromkeys(context.sentence(s) for s in islice(spans, _ENOUGH))
    return Answer(bool(sentences), tuple(sorted(sentences)))


def _beside(mention: Span, context: Context) -> Span:
    section = context.section_at(mention[0])
    return context.sentence(mention)[0], section.end if section else context.outline.body[1]


KIND = Kind("mention", MentionQuestion, ask, of_all=True)

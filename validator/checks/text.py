"""text: do these patterns match in a part of the report?"""

from __future__ import annotations

from typing import NamedTuple

from validator.checks.answer import Answer, Kind, quoted
from validator.checks.context import TIMEOUT, Context, joined
from validator.checks.region import Region, spans_of
from validator.model.pack import Term
from validator.text import has_any


class TextQuestion(NamedTuple):
    """*within*: a region, or else *inside*: the sections of these elements.

    *unless*: a match inside a stretch that these patterns match does not count; *min_count* matches are needed.
    *at_start*: only at the start of a paragraph of the region. *anchors*: words without which no pattern can match.
    *lexicon*: besides *text*, the names of this lexicon that are *valid* in the report year, or that are not.
    """

    text: tuple[str, ...]
    within: Region = "document"
    inside: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    min_count: int = 1
    anchors: tuple[str, ...] = ()
    at_start: bool = False
    lexicon: tuple[Term, ...] = ()
    valid: bool = True


def ask(question: TextQuestion, context: Context) -> Answer:
    """Hold if the patterns match often enough. Evidence: the matches; {found}: what they are.

    Which names of a lexicon are valid cannot be known without a report year.
    """
    if question.lexicon:
        year = context.facts.report_year
        if year is None:
            return Answer(None)
        names = tuple(term[0] for term in question.lexicon if _holds(term, year) is question.valid)
        question = question._replace(text=(*question.text, *names), lexicon=())
    if not question.text:
        return Answer(False)
    if question.within == "title" and context.outline.title and not question.inside:
        title = context.outline.title
        if question.anchors and not has_any(title.text, question.anchors):
            return Answer(False)
        hit = joined(question.text).search(title.text, timeout=TIMEOUT)
        if hit and question.unless and joined(question.unless).search(title.text, timeout=TIMEOUT):
            hit = None
        return Answer(True, title.spans, {"found": quoted(title.text, [hit.span()])}) if hit else Answer(False)
    if question.inside:
        areas = [(s.body_start, s.end) for name in question.inside for s in context.sections(name)]
    else:
        areas = spans_of(question.within, context)
    search = context.begins if question.at_start else context.search
    spans = search(question.text, areas, question.anchors)
    if spans and question.unless:
        harmless = context.search(question.unless, areas)
        spans = [s for s in spans if not any(a <= s[0] and s[1] <= b for a, b in harmless)]
    spans = sorted(set(spans))
    values = {"found": quoted(context.text, spans)} if spans else {}
    return Answer(len(spans) >= question.min_count, tuple(spans), values)


def _holds(term: Term, year: int) -> bool:
    _, first, last = term
    return (first is None or first <= year) and (last is None or year <= last)


KIND = Kind("text", TextQuestion, ask, ("found",))

"""fact: is this known about the report, and is it one of these values?"""

from __future__ import annotations

from typing import Literal, NamedTuple

from validator.checks.answer import Answer, Kind
from validator.checks.context import Context
from validator.words import Words

Name = Literal[
    "title",
    "unit",
    "title_unit",
    "unit_type",
    "report_year",
    "issued_on",
    "published_on",
    "document_number",
    "addressee",
]


class FactQuestion(NamedTuple):
    """*equals*: one of these values (empty: any)."""

    fact: Name
    equals: tuple[str, ...] = ()


def ask(question: FactQuestion, context: Context) -> Answer:
    """Hold if the fact is known. Evidence: where it stands; {value}: what it is."""
    value = getattr(context.facts, question.fact)
    name = "unit" if question.fact == "title_unit" else question.fact
    spans = tuple(span for fact, span in context.facts.spans if fact == name)
    if value is None:
        return Answer(False)
    words = Words(str(value), str(value))
    return Answer(not question.equals or str(value) in question.equals, spans, {"value": words})


KIND = Kind("fact", FactQuestion, ask, ("value",))

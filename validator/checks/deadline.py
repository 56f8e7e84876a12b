"""deadline: was it done in time?"""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from validator.checks.answer import Answer, Kind
from validator.checks.context import Context
from validator.words import Words


class DeadlineQuestion(NamedTuple):
    """*deadline*: the date that counts; *by*: MM-DD of the year after the one reported on.

    *exceptions*: ``kind of unit=MM-DD`` where another day holds.
    """

    deadline: Literal["issued_on", "published_on"]
    by: str
    exceptions: tuple[str, ...] = ()


def ask(question: DeadlineQuestion, context: Context) -> Answer:
    """Hold if the date is not after the deadline; unknown without date or year. Evidence: the date."""
    facts = context.facts
    done = getattr(facts, question.deadline)
    spans = tuple(span for name, span in facts.spans if name == question.deadline)
    if not done or not facts.report_year:
        return Answer(None, spans)
    limit = limit_of(question, facts.unit_type, facts.report_year)
    late = (date.fromisoformat(done) - limit).days
    values = {
        "date": Words(done, done),
        "limit": Words(f"{limit.year}年{limit.month}月{limit.day}日", limit.isoformat()),
        "days": Words(str(late), str(late)),
    }
    return Answer(late <= 0, spans, values)


def limit_of(question: DeadlineQuestion, unit_type: str | None, report_year: int) -> date:
    """Return the last day in time for a report on *report_year* by a unit of the kind *unit_type*."""
    other = dict(e.split("=", 1) for e in question.exceptions)
    return date.fromisoformat(f"{report_year + 1}-{other.get(unit_type or '', question.by)}")


KIND = Kind("deadline", DeadlineQuestion, ask, ("date", "limit", "days"))

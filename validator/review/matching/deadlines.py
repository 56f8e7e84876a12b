"""When a unit's report was due, when it came, and by how many days it is late."""

from __future__ import annotations

from datetime import date
from typing import Literal

from validator.checks import deadlines_of
from validator.checks.deadline import limit_of
from validator.checks.fact import FactQuestion
from validator.model.outline import Facts
from validator.model.pack import Pack, Rule
from validator.model.result import Result
from validator.model.review import Filed, Timing
from validator.model.roster import Unit

_ANSWERED = ("pass", "partial", "fail", "unknown", "waived")
_OF_ANY_REPORT = ("report_year", "issued_on")  # facts that a report has once it is there


def timing(unit: Unit, current: Filed | None, pack: Pack, year: int) -> Timing:
    """Return how a unit stood to the deadline of its report on *year*; *current* is the file that counts, if any.

    The roster's day goes before the pack's, the day on which the office received it before the one under the report.
    Without a file that counts nothing was sent, whatever the roster says of the day on which something came.
    """
    due, due_from = _due(unit, current, pack, year)
    sent, sent_from = _sent(unit, current, year)
    days = (date.fromisoformat(sent) - date.fromisoformat(due)).days if due and sent else None
    return Timing(due, due_from, sent, sent_from, days)


def believable(day: str, year: int) -> bool:
    """Tell whether a report on *year* can have been issued or received on *day*, YYYY-MM-DD.

    It may be written in its last month; two years later it is a slip of the pen.
    """
    return f"{year}-12-01" <= day <= f"{year + 2}-12-31"


def _due(
    unit: Unit, current: Filed | None, pack: Pack, year: int
) -> tuple[str | None, Literal["roster", "pack"] | None]:
    if unit.due:
        return unit.due, "roster"
    limits = [limit for rule in pack.rules if (limit := _limit(rule, unit, current, pack, year))]
    return (min(limits).isoformat(), "pack") if limits else (None, None)


def _sent(unit: Unit, current: Filed | None, year: int) -> tuple[str | None, Literal["received", "issued"] | None]:
    if current is None:
        return None, None
    if unit.received and believable(unit.received, year):
        return unit.received, "received"
    issued = current.submission.assessment.facts.issued_on
    return (issued, "issued") if issued and believable(issued, year) else (None, None)


def _limit(rule: Rule, unit: Unit, current: Filed | None, pack: Pack, year: int) -> date | None:
    """Return the day that a rule sets this unit: of several the earliest, or the one under which its report passed."""
    facts = current.submission.assessment.facts if current else Facts()
    kind = unit.kind or facts.unit_type
    result = _result(rule, current)
    if not _applies(rule, kind, pack, year) or not _asked(rule, result):
        return None
    limits = sorted(limit_of(q, kind, year) for q in deadlines_of(rule))
    if result and result.outcome == "pass" and facts.issued_on:
        kept = [limit for limit in limits if facts.issued_on <= limit.isoformat()]
        limits = kept or limits
    return limits[0] if limits else None


def _result(rule: Rule, current: Filed | None) -> Result | None:
    results = current.submission.assessment.results if current else ()
    return next((result for result in results if result.rule == rule.id), None)


def _applies(rule: Rule, kind: str | None, pack: Pack, year: int) -> bool:
    if rule.off or (rule.places and not set(rule.places) & set(pack.places)):
        return False
    if rule.unit_types and kind not in rule.unit_types:
        return False
    return (rule.year_from or year) <= year <= (rule.year_to or year)


def _asked(rule: Rule, result: Result | None) -> bool:
    """Tell whether what a rule requires holds; of a report that is not there only what any report would have."""
    if rule.requires is None:
        return True
    if result is None:
        return isinstance(rule.requires, FactQuestion) and rule.requires.fact in _OF_ANY_REPORT
    return result.outcome in _ANSWERED

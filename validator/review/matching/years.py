"""Years and days that cannot be right: a title left over from last year, a date in a year that has not come."""

from __future__ import annotations

from collections.abc import Sequence

from validator.model.result import Assessment, Result
from validator.model.roster import Unit
from validator.review.matching.deadlines import believable
from validator.review.matching.reasons import rows
from validator.words import Words


def is_slip(assessment: Assessment, year: int, rule: str) -> bool:
    """Tell whether a report on *year* only has the year before in its title.

    So it is when it was issued in the year after *year* and its headings or its plan contradict the title, as the
    *rule* says that compares them.
    """
    facts = assessment.facts
    in_title = facts.report_year == year - 1 and str(year - 1) in (facts.title or "")
    issued = (facts.issued_on or "").startswith(f"{year + 1}-")
    return (
        in_title and issued and any(_contradicts(result, year) for result in assessment.results if result.rule == rule)
    )


def slipped(year: int) -> Words:
    """Say that a report counts although its title has the wrong year."""
    return Words(
        f"标题写{year - 1}年度，正文和日期是{year}年度的，请核对。",
        f"The title says {year - 1}, text and date are those of {year}: please look.",
    )


def unbelievable(issued: str | None, received: str | None, year: int) -> Words | None:
    """Say which days of a report on *year*, YYYY-MM-DD, are taken for unknown; None if there are none."""
    wrong = [(zh, en, day) for zh, en, day in _days(issued, received) if not believable(day, year)]
    if not wrong:
        return None
    zh = "，".join(f"{name}{day}" for name, _, day in wrong)
    en = ", ".join(f"{name} {day}" for _, name, day in wrong)
    return Words(f"{zh}与{year}年度报告对不上，没有采用，请核对。", f"Not used, as no day of a report on {year}: {en}.")


def reversed_days(issued: str | None, received: str | None, year: int) -> Words | None:
    """Say that a report came before it was written; days that are taken for unknown say nothing."""
    if not (issued and received and received < issued and believable(issued, year) and believable(received, year)):
        return None
    return Words(
        f"名册上的收到日期{received}早于成文日期{issued}，请核对。",
        f"Received on {received} by the roster, before it was written on {issued}: please look.",
    )


def on_receipts(units: Sequence[Unit], year: int) -> list[Words]:
    """Return a remark on the roster's days of receipt that are not used, as no report on *year* can have come then."""
    wrong = rows([(u.row, u.received) for u in units if u.received and not believable(u.received, year)])
    what = Words(
        f"名册上的收到日期与{year}年度报告对不上，没有采用，请核对年份：{wrong.zh}。",
        f"Days of receipt in the roster that no report on {year} can have, not used: {wrong.en}.",
    )
    return [what] if wrong.zh else []


def _days(issued: str | None, received: str | None) -> list[tuple[str, str, str]]:
    days = (("成文日期", "date of issue", issued), ("名册上的收到日期", "the roster's day of receipt", received))
    return [(zh, en, day) for zh, en, day in days if day]


def _contradicts(result: Result, year: int) -> bool:
    """Tell whether the rule on years failed over a place that speaks of *year* or of the plan for the next one."""
    if result.outcome != "fail":
        return False
    return any(str(right) in evidence.text for evidence in result.evidence for right in (year, year + 1))

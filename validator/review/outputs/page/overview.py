"""The rows that the page shows at once: the ranking, and the heat map of units and elements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from validator.model.result import Outcome
from validator.model.review import Review, Standing, UnitReview
from validator.renderers import wording as w
from validator.review.outputs.judged import counted
from validator.review.outputs.precedence import precedence
from validator.review.outputs.saying import (
    AGAIN,
    GROUPS,
    PLACES,
    STANDINGS,
    again,
    handled,
    kind,
    late,
    outcome,
    percent,
)
from validator.review.outputs.tally import UNFIT, elements, ranking, ranks, waiting
from validator.words import Lang, Words, say

LONGEST_NAME = 60
LEVELS: Mapping[str, str] = {
    "pass": "full",
    "partial": "half",
    "fail": "empty",
    "unknown": "open",
    "error": "open",
    "complete": "full",
    "incomplete": "empty",
    "undecided": "open",
    "submitted": "full",
    "doubtful": "open",
    "other_year": "half",
    "other_kind": "half",
    "unreadable": "half",
    "missing": "empty",
    "taken_up": "full",
    "partly": "half",
    "no_trace": "none",
}
"""Outcome, verdict, standing or fate of a task → class of its mark; every other one is ``none``."""

FLAGS: Mapping[str, Words] = {
    "sent": GROUPS["submitted"],
    "missing": GROUPS["missing"],
    "unfit": GROUPS["unfit"],
    "late": Words("逾期", "late"),
    "undated": Words("报送日期不明", "day of sending unknown"),
    "doubtful": GROUPS["doubtful"],
    "complete": Words("齐全", "complete"),
    "incomplete": Words("不齐全", "incomplete"),
    "copied": Words("有雷同", "copied text"),
    "repeated": Words("不足与上年雷同", "repeats last year's shortcomings"),
    "accepted": Words("已接受", "accepted"),
    "returned": Words("已退回", "returned"),
    "open": Words("还没有处理", "nothing decided"),
    "again": AGAIN,
}
"""What the list can be narrowed to by one button or one choice."""

_ORDER: Mapping[Standing, int] = {standing: i for i, standing in enumerate(STANDINGS)}


class Column(NamedTuple):
    """An element: the head of a column of the heat map. *missing*, *partly*: counts of units."""

    rule: str
    title: str
    missing: int
    partly: int


class Row(NamedTuple):
    """A unit. *number*: in ``Review.units``; *order*: of its standing, for sorting; *bar*: least and most per cent.

    *place*: whether its copied text stood there before that of others. *lacks*: numbers of the columns in which it is
    below pass. *cells*: level and word of each column, empty without a report. *flags*: those of FLAGS that hold, with
    blanks between. Texts are safe to show.
    """

    number: int
    rank: int | None
    name: str
    kind: str
    standing: str
    level: str
    order: int
    score: str
    bar: tuple[float, float] | None
    verdict: str
    verdict_level: str
    days: int | None
    copied: str
    share: float
    place: str
    change: float | None
    state: str
    flags: str
    lacks: tuple[int, ...]
    cells: tuple[tuple[str, str], ...]


def level(found: str) -> str:
    """Return the class of the mark of an outcome, a verdict, a standing or the fate of a task."""
    return LEVELS.get(found, "none")


def name(text: str) -> str:
    """Return a name of a unit or a file as lists show it: on one line, cut, safe."""
    safe = w.shown(text[:LONGEST_NAME])  # a name may be as long as somebody likes
    return safe if len(text) <= LONGEST_NAME else safe + "…"


def columns(review: Review, lang: Lang) -> list[Column]:
    """Return the scored elements of all reports that count, in the order of the packs."""
    return [Column(e.rule, w.said(e.title, lang), e.missing, e.partly) for e in elements(review)]


def rows(review: Review, heads: list[Column], lang: Lang) -> list[Row]:
    """Return the units, the best first."""
    places = {u.unit.name: i for i, u in enumerate(review.units)}
    rank, order = ranks(review), precedence(review)
    numbers = {c.rule: i for i, c in enumerate(heads)}
    return [
        _row(places[u.unit.name], u, rank.get(u.unit.name), numbers, lang)._replace(
            place=say(PLACES[order[u.unit.name]], lang) if u.copied and u.unit.name in order else ""
        )
        for u in ranking(review)
    ]


def _row(number: int, u: UnitReview, rank: int | None, numbers: Mapping[str, int], lang: Lang) -> Row:
    a = counted(u)
    score = a.score if a else None
    found: dict[int, Outcome] = {}
    if a:
        found = {numbers[r.rule]: outcome(u, r) for r in a.results if r.rule in numbers}
    return Row(
        number=number,
        rank=rank,
        name=name(u.unit.name),
        kind=name(kind(u.unit.kind, lang)),
        standing=say(STANDINGS[u.standing], lang),
        level=level(u.standing),
        order=_ORDER[u.standing],
        score=w.score(score) if score else "",
        bar=(score.low, score.high) if score and score.low is not None and score.high is not None else None,
        verdict=w.verdict(a, lang) if a else "",
        verdict_level=level(a.verdict or "") if a else "none",
        days=u.timing.days,
        copied=percent(u.copied) if u.copied else "",
        share=u.copied,
        place="",
        change=change(u),
        state=handled(u, lang),
        flags=" ".join(_flags(u)),
        lacks=tuple(i for i, o in found.items() if o in ("fail", "partial")),
        cells=_cells(found, len(numbers), lang),
    )


def _cells(found: Mapping[int, Outcome], count: int, lang: Lang) -> tuple[tuple[str, str], ...]:
    if not found:
        return ()
    outcomes = (found.get(i, "not_applicable") for i in range(count))
    return tuple((level(o), w.outcome(o, lang)) for o in outcomes)


def change(u: UnitReview) -> float | None:
    """Return by how many points the score differs from last year's; None unless both are known."""
    a, before = counted(u), u.before
    last = before.filed.submission.assessment.score if before else None
    if not (a and a.score and last) or a.score.low is None or last.low is None:
        return None
    return round(a.score.low - last.low, 1)


def _flags(u: UnitReview) -> list[str]:
    a, sent = counted(u), u.standing == "submitted"
    tests = {
        "sent": sent,
        "missing": u.standing == "missing",
        "unfit": u.standing in UNFIT,
        "late": sent and late(u.timing),
        "undated": sent and u.timing.days is None,
        "doubtful": u.standing == "doubtful",
        "complete": a is not None and a.verdict == "complete",
        "incomplete": a is not None and a.verdict == "incomplete",
        "copied": u.copied > 0,
        "repeated": u.before is not None and bool(u.before.repeated),
        "accepted": u.state == "accepted",
        "returned": u.state == "returned",
        "open": waiting(u),
        "again": again(u),
    }
    return [flag for flag, holds in tests.items() if holds]

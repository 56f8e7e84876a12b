"""validator.review.matching.deadlines: when it was due, when it came."""

from __future__ import annotations

from functools import cache

import pytest

from tests.review.filing import SAID, filed
from validator.checks.combine import All, Any, Not
from validator.checks.deadline import DeadlineQuestion
from validator.checks.fact import FactQuestion
from validator.model.pack import Pack, Rung
from validator.model.result import Outcome, Result
from validator.model.review import Filed
from validator.model.roster import Unit
from validator.packs.selection import load_all
from validator.review.matching.deadlines import believable, timing


@cache
def pack(name: str = "fazhi-zhengfu", place: str = "", by: str = "") -> Pack:
    return load_all([name], place, {"report_by": by} if by else None)[0]


def came(issued: str | None, **outcomes: Outcome) -> Filed:
    file = filed("a.docx", issued_on=issued)
    results = tuple(Result(rule.replace("_", "-"), outcome, None, SAID) for rule, outcome in outcomes.items())
    assessment = file.submission.assessment._replace(results=results)
    return file._replace(submission=file.submission._replace(assessment=assessment))


@pytest.mark.parametrize(
    ("kind", "due"),
    [("town", "2026-03-01"), ("department", "2026-03-01"), (None, "2026-03-01"), ("province", "2026-04-01")],
)
def test_the_packs_day(kind: str | None, due: str) -> None:
    assert timing(Unit("甲", kind), None, pack(), 2025) == (due, "pack", None, None, None)


def test_parameter_of_the_project_moves_it() -> None:
    assert timing(Unit("甲", "town"), None, pack(by="02-20"), 2025).due == "2026-02-20"


@pytest.mark.parametrize(
    ("due", "received", "issued", "expected"),
    [
        (None, None, "2026-03-01", ("2026-03-01", "pack", "2026-03-01", "issued", 0)),
        (None, None, "2026-03-11", ("2026-03-01", "pack", "2026-03-11", "issued", 10)),
        (None, None, "2026-02-27", ("2026-03-01", "pack", "2026-02-27", "issued", -2)),
        (None, "2026-03-04", "2026-02-27", ("2026-03-01", "pack", "2026-03-04", "received", 3)),
        ("2026-02-20", None, "2026-02-27", ("2026-02-20", "roster", "2026-02-27", "issued", 7)),
        ("2026-02-20", "2026-02-20", None, ("2026-02-20", "roster", "2026-02-20", "received", 0)),
        (None, None, None, ("2026-03-01", "pack", None, None, None)),
    ],
)
def test_late_by(due: str | None, received: str | None, issued: str | None, expected: tuple[object, ...]) -> None:
    assert timing(Unit("甲", "town", due=due, received=received), came(issued), pack(), 2025) == expected


def test_what_came_and_is_no_report_that_counts_was_not_sent() -> None:
    told = timing(Unit("甲", "town", received="2026-02-20"), None, pack(), 2025)
    assert told == ("2026-03-01", "pack", None, None, None)


def test_kind_of_a_unit_that_the_roster_does_not_know() -> None:
    file = filed("a.docx", unit_type="province", issued_on="2026-03-20")
    assert timing(Unit("甲"), file, pack(), 2025).due == "2026-04-01"
    assert timing(Unit("甲", "town"), file, pack(), 2025).due == "2026-03-01"


@pytest.mark.parametrize(
    ("outcome", "due"),
    [("not_applicable", "2026-03-01"), ("fail", "2026-01-31"), ("pass", "2026-01-31"), (None, "2026-03-01")],
)
def test_model_areas_of_jilin(outcome: Outcome | None, due: str) -> None:
    results: dict[str, Outcome] = {"jilin_model_area": outcome} if outcome else {}
    assert timing(Unit("甲", "county"), came("2026-02-05", **results), pack(place="jilin"), 2025).due == due


def test_reports_on_the_years_before_2019() -> None:
    legacy = pack(place="legacy-2015")
    assert timing(Unit("甲", "town"), None, legacy, 2017).due == "2018-03-31"
    assert timing(Unit("甲", "town"), None, legacy, 2019).due == "2020-03-01"


def test_departments_alone_have_a_day_for_open_government() -> None:
    other = pack("xinxi-gongkai")
    assert timing(Unit("甲", "department"), came("2026-02-02", late_report="fail"), other, 2025).days == 2
    assert timing(Unit("甲", "department"), came("2026-02-02", late_report="not_applicable"), other, 2025).due is None
    assert timing(Unit("甲", "town"), came("2026-02-02", late_report="not_applicable"), other, 2025).due is None


FIRST, SECOND = DeadlineQuestion("issued_on", "02-01"), DeadlineQuestion("issued_on", "03-31")
NEVER = DeadlineQuestion("published_on", "01-01")


@pytest.mark.parametrize(
    ("when", "outcome", "due"),
    [
        (FIRST, "fail", "2026-02-01"),
        (All((FactQuestion("issued_on"), SECOND)), "fail", "2026-03-31"),
        (Any((SECOND, FIRST)), "fail", "2026-02-01"),
        (Any((FIRST, All((SECOND,)))), "pass", "2026-03-31"),
        (Not(FIRST), "fail", None),
        (NEVER, "fail", None),
    ],
)
def test_deadlines_inside_other_questions(when: object, outcome: Outcome, due: str | None) -> None:
    late = next(rule for rule in pack().rules if rule.id == "late-report")
    own = pack()._replace(rules=(late._replace(grade=(Rung(100, when),)),))
    assert timing(Unit("甲", "town"), came("2026-03-10", late_report=outcome), own, 2025).due == due


def test_a_rule_that_is_off_or_elsewhere_sets_no_day() -> None:
    late = next(rule for rule in pack().rules if rule.id == "late-report")
    for changed in (
        late._replace(off=SAID),
        late._replace(places=("jilin",)),
        late._replace(unit_types=("city",)),
        late._replace(year_from=2026),
        late._replace(year_to=2024),
    ):
        assert timing(Unit("甲", "town"), None, pack()._replace(rules=(changed,)), 2025).due is None


@pytest.mark.parametrize(
    ("day", "sound"),
    [("2025-11-30", False), ("2025-12-01", True), ("2026-03-01", True), ("2027-12-31", True), ("2028-01-01", False)],
)
def test_days_that_can_be(day: str, sound: bool) -> None:
    assert believable(day, 2025) is sound
    late = timing(Unit("甲", "town", received=day), came(None), pack(), 2025)
    issued = timing(Unit("甲", "town"), came(day), pack(), 2025)
    assert (late.sent, issued.sent) == ((day, day) if sound else (None, None))


def test_impossible_day_of_receipt_leaves_the_one_under_the_report() -> None:
    told = timing(Unit("甲", "town", received="2036-03-05"), came("2026-02-27"), pack(), 2025)
    assert (told.sent, told.sent_from, told.days) == ("2026-02-27", "issued", -2)

"""From one complete report every required element is taken away in turn: exactly its own rule turns."""

from __future__ import annotations

import pytest

from tests.support import REPORT, check, outcomes, report

_EXPECTED = {
    "title": {"title"},
    "achievements": {"achievements"},
    # Causes are causes of shortcomings, and the hint on vague wording has nothing left to look at.
    "shortcomings": {"shortcomings", "causes", "vague-shortcomings"},
    "causes": {"causes"},
    "first": {"first-responsible-person"},
    "plan": {"next-year-plan"},
    "signature": {"issuing-body"},
    # Without a date of issue nobody can tell whether the report was in time, or dated a year too early.
    "date": {"date", "late-report", "early-date"},
}
_AFTERWARDS = {
    "title": ("title", "fail"),
    "achievements": ("achievements", "fail"),
    "shortcomings": ("shortcomings", "fail"),
    "causes": ("causes", "fail"),
    "first": ("first-responsible-person", "fail"),
    "plan": ("next-year-plan", "fail"),
    "signature": ("issuing-body", "partial"),  # the title still names the unit
    "date": ("date", "fail"),
}


def test_complete_report_passes_everything() -> None:
    found = outcomes(REPORT)
    assert {rule for rule, outcome in found.items() if outcome not in ("pass", "not_applicable")} == set()
    assessment = check(REPORT.encode())
    assert (assessment.verdict, assessment.missing) == ("complete", ())
    assert assessment.score is not None
    assert (assessment.score.low, assessment.score.high) == (100.0, 100.0)


@pytest.mark.parametrize("element", _EXPECTED)
def test_deleting_an_element_flips_exactly_its_rule(element: str) -> None:
    before, after = outcomes(REPORT), outcomes(report(element))
    assert {rule for rule in before if before[rule] != after[rule]} == _EXPECTED[element]


@pytest.mark.parametrize(("element", "expected"), _AFTERWARDS.items())
def test_what_the_rule_says_then(element: str, expected: tuple[str, str]) -> None:
    rule, outcome = expected
    assert outcomes(report(element))[rule] == outcome


@pytest.mark.parametrize("element", _EXPECTED)
def test_report_without_an_element_is_incomplete(element: str) -> None:
    assessment = check(report(element).encode())
    assert assessment.status == "assessed"
    assert assessment.verdict == "incomplete"
    assert assessment.score is not None
    assert assessment.score.value is not None
    assert assessment.score.value < 100
    assert _AFTERWARDS[element][0] in assessment.missing


def test_causes_turn_with_shortcomings_only() -> None:
    assert outcomes(report("causes"))["shortcomings"] == "pass"
    assert outcomes(report("shortcomings"))["causes"] == "fail"


def test_nothing_names_the_unit_without_title_and_signature() -> None:
    assert outcomes(report("title", "signature"))["issuing-body"] == "fail"


def test_element_told_in_running_text_is_partial() -> None:
    running = report("first").replace("案卷评查全部合格。", "案卷评查全部合格。镇长认真履行法治建设第一责任人职责。")
    assert outcomes(running)["first-responsible-person"] == "partial"
    running = report("plan").replace("集中在镇区。", "集中在镇区。下一步，我镇将组织执法培训4期。")
    assert outcomes(running)["next-year-plan"] == "partial"


def test_order_of_the_parts_does_not_matter() -> None:
    parts = report().split("\n一、")[0], report().index("\n三、"), report().index("\n四、")
    first = REPORT[parts[1] : parts[2]]
    moved = REPORT.replace(first, "").replace("\n一、", f"{first}\n一、")
    moved = (
        moved.replace("二、存在", "三、存在").replace("\n一、主要", "\n二、主要").replace("\n三、党政", "\n一、党政")
    )
    assert outcomes(moved) == outcomes(REPORT)

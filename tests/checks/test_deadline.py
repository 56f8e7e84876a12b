"""validator.checks.deadline: was it done in time?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import ask, question, quoted
from validator.checks import about_sending
from validator.checks.answer import Answer
from validator.checks.deadline import DeadlineQuestion
from validator.model.pack import Rung
from validator.pipeline import load_pack


def text(day: date, unit: str = "云川县水利局") -> str:
    return (
        f"{unit}2024年度法治政府建设情况报告\n一、成效\n全年开展检查46次，没有败诉案件。\n"
        f"{unit}\n{day.year}年{day.month}月{day.day}日\n"
    )


def deadline(day: date, unit: str = "云川县水利局") -> Answer:
    return ask(text(day, unit), "deadline", "issued_on", "03-01", exceptions=("province=04-01",))


@given(st.integers(-59, 200))
def test_the_day_itself_is_in_time(days: int) -> None:
    answer = deadline(date(2025, 3, 1) + timedelta(days))
    assert answer.holds is (days <= 0)
    assert answer.values["days"].zh == str(days)


def test_exception_for_a_kind_of_unit() -> None:
    assert deadline(date(2025, 4, 1), "云川省人民政府").holds is True
    assert deadline(date(2025, 4, 2), "云川省人民政府").holds is False
    assert deadline(date(2025, 4, 1)).holds is False


def test_words_and_evidence() -> None:
    answer = deadline(date(2025, 3, 5))
    assert answer.values["limit"].zh == "2025年3月1日"
    assert answer.values["limit"].en == "2025-03-01"
    assert answer.values["date"].zh == "2025-03-05"
    assert quoted(text(date(2025, 3, 5)), answer) == ["2025年3月5日"]


def test_unknown_without_date_or_year() -> None:
    without_date = "云川县水利局2024年度法治政府建设情况报告\n一、成效\n检查46次。\n"
    assert ask(without_date, "deadline", "issued_on", "03-01").holds is None
    assert ask("一、成效\n检查46次。\n", "deadline", "issued_on", "03-01").holds is None


def test_published_on() -> None:
    below = "云川县水利局2024年度法治政府建设情况报告\n一、成效\n检查46次。\n"
    assert ask("发布日期：2025-04-01\n" + below, "deadline", "published_on", "04-01").holds is True
    assert ask("发布日期：2025-04-02\n" + below, "deadline", "published_on", "04-01").holds is False


def test_last_day_of_february_in_a_year_that_has_none() -> None:
    assert deadline(date(2025, 2, 28)).holds is True


ISSUED, PUBLISHED = DeadlineQuestion("issued_on", "03-01"), DeadlineQuestion("published_on", "03-01")


@pytest.mark.parametrize(
    ("when", "role", "expected"),
    [
        (ISSUED, "unscored", True),
        (PUBLISHED, "unscored", False),
        (ISSUED, "scored", False),
        (question("any", (question("fact", "issued_on"), question("all", (ISSUED,)))), "unscored", True),
        (question("not", ISSUED), "unscored", False),
    ],
)
def test_rules_about_the_day_of_issue(when: object, role: Literal["scored", "unscored"], expected: bool) -> None:
    rule = next(rule for rule in load_pack().rules if rule.id == "title")._replace(role=role)
    assert about_sending(rule._replace(grade=(Rung(100, when),))) is expected
    assert not about_sending(rule._replace(grade=()))

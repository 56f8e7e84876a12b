"""validator.checks.years: the years in title, opening, headings and plan."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import REPORT, ask, quoted
from validator.checks.answer import Answer


def text(title: int = 2024, opening: int = 2024, heading: int = 2024, plan: int = 2025) -> str:
    return (
        f"云川县水利局{title}年度法治政府建设情况报告\n"
        f"{opening}年，我局认真落实上级各项部署，各项工作有序推进，全部任务按期完成，没有发生败诉案件。\n"
        f"一、{heading}年主要举措和成效\n全年开展检查46次。\n"
        f"二、{plan}年工作安排\n加强培训。\n"
    )


def years(report: str) -> Answer:
    return ask(report, "years", "agree", same=("achievements", "shortcomings"), next=("next_year_plan",))


@given(st.integers(2016, 2035))
def test_years_that_agree(year: int) -> None:
    assert years(text(year, year, year, year + 1)).holds is True


@pytest.mark.parametrize(
    ("wrong", "due"),
    [({"opening": 2023}, 2024), ({"heading": 2023}, 2024), ({"plan": 2024}, 2025), ({"plan": 2026}, 2025)],
)
def test_one_wrong_year(wrong: dict[str, int], due: int) -> None:
    answer = years(text(**wrong))
    (year,) = wrong.values()
    assert answer.holds is False
    assert f"写的是{year}年，应为{due}年" in answer.values["years"].zh
    assert f"says {year}, due is {due}" in answer.values["years"].en
    assert any(str(year) in q for q in quoted(text(**wrong), answer))


@given(st.integers(2016, 2035), st.sampled_from(["opening", "heading", "plan"]), st.sampled_from([-2, -1, 2, 3]))
def test_any_wrong_year_is_found(year: int, where: str, by: int) -> None:
    right = {"title": year, "opening": year, "heading": year, "plan": year + 1}
    assert years(text(**{**right, where: right[where] + by})).holds is False


def test_words_of_the_norm_are_no_years() -> None:
    report = text().replace("2024年主要", "上一年度主要").replace("2025年工作安排", "下一年度主要安排")
    assert years(report).holds is True


def test_years_of_a_programme_are_no_conflict() -> None:
    report = text().replace("认真落实", "落实《法治政府建设实施纲要（2021—2025年）》，认真落实")
    assert years(report).holds is True


def test_comparison_with_an_earlier_year_is_no_conflict() -> None:
    assert years(text().replace("检查46次", "检查46次，比2022年多12次")).holds is True


def test_unknown_without_a_report_year() -> None:
    assert years("一、主要举措和成效\n全年开展检查46次。\n").holds is None


def test_complete_report() -> None:
    assert years(REPORT).holds is True

"""validator.review.matching.years: years and days that cannot be right."""

from __future__ import annotations

import pytest

from tests.review.filing import roster
from validator.model.roster import Unit
from validator.review.matching.years import on_receipts, reversed_days, slipped, unbelievable


@pytest.mark.parametrize(
    ("issued", "received", "says"),
    [
        (None, None, ""),
        ("2026-02-05", "2026-03-01", ""),
        ("2025-02-05", "2026-03-01", "成文日期2025-02-05与2025年度报告对不上，没有采用，请核对。"),
        ("2026-02-05", "2036-03-01", "名册上的收到日期2036-03-01与2025年度报告对不上，没有采用，请核对。"),
    ],
)
def test_days(issued: str | None, received: str | None, says: str) -> None:
    told = unbelievable(issued, received, 2025)
    assert (told.zh if told else "") == says


@pytest.mark.parametrize(
    ("issued", "received", "told"),
    [
        ("2026-02-26", "2026-01-28", True),
        ("2026-02-26", "2026-02-26", False),
        ("2026-02-26", "2026-03-01", False),
        ("2026-02-26", "2025-01-28", False),  # not used, which is told already
        ("2026-02-26", None, False),
        (None, "2026-01-28", False),
    ],
)
def test_a_report_that_came_before_it_was_written(issued: str | None, received: str | None, told: bool) -> None:
    words = reversed_days(issued, received, 2025)
    assert (words.zh if words else "") == ("名册上的收到日期2026-01-28早于成文日期2026-02-26，请核对。" if told else "")


def test_days_of_receipt_that_are_not_used_are_told_of_the_roster() -> None:
    units = roster(Unit("甲局", received="2025-01-25"), Unit("乙局", received="2026-01-25"), Unit("丙局"))
    (told,) = on_receipts(units.units, 2025)
    assert told.zh == "名册上的收到日期与2025年度报告对不上，没有采用，请核对年份：第2行“2025-01-25”。"
    assert "2025-01-25" in told.en
    many = roster(*(Unit(f"{i}局", received="2025-01-25") for i in range(8)))
    assert on_receipts(many.units, 2025)[0].zh.endswith("第7行“2025-01-25”等8行。")
    assert on_receipts(units.units[1:], 2025) == []


def test_slip_names_both_years() -> None:
    assert slipped(2025).zh == "标题写2024年度，正文和日期是2025年度的，请核对。" and "2024" in slipped(2025).en

"""validator.review.matching.years: years and days that cannot be right."""

from __future__ import annotations

import pytest

from validator.review.matching.years import slipped, unbelievable


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


def test_slip_names_both_years() -> None:
    assert slipped(2025).zh == "标题写2024年度，正文和日期是2025年度的，请核对。" and "2024" in slipped(2025).en

"""validator.review.matching.versions: words of a file name that tell a draft from what was sent in the end."""

from __future__ import annotations

import pytest

from validator.review.matching.versions import AGAIN, DRAFT, FINAL, PLAIN, REVISED, version_of


@pytest.mark.parametrize(
    "name",
    [
        "青禾镇2025年报告.docx", "报告2026.docx", "报告第五批.docx", "报告5.docx", "(2)报告.docx", "县发改局报告.docx", "县发改.docx",
        "改革办报告.docx", "城市更新局报告.docx", "整改报告.docx", "有关规定.docx",
    ],
)  # fmt: skip
def test_names_that_say_nothing(name: str) -> None:
    assert version_of(name) == (PLAIN, 0, "", "")


@pytest.mark.parametrize(
    ("name", "rank"),
    [
        ("报告初稿", DRAFT),
        ("报告（未修改）", DRAFT),
        ("报告修改前", DRAFT),
        ("报告（待定稿）", DRAFT),
        ("报告改2", REVISED),
        ("报告修改后", REVISED),
        ("报告更新", REVISED),
        ("报告定", FINAL),
        ("报告打死也不改", FINAL),
        ("报告盖章更正", AGAIN),
        ("报告重新报送", AGAIN),
        ("报告重报（盖章）", AGAIN),
    ],
)
def test_ranks(name: str, rank: int) -> None:
    assert version_of(f"{name}.docx").rank == rank


def test_words_of_the_units_own_name_do_not_count() -> None:
    assert version_of("老城改造更新办报告.docx", ["老城改造更新办"]).rank == PLAIN
    assert version_of("老城改造更新办报告修改.docx", ["老城改造更新办"]).rank == REVISED


def test_series() -> None:
    one, two = version_of("报告修改.docx"), version_of("别处/报告修改2.pdf")
    assert one.series == two.series != "" and (one.number, two.number) == (1, 2)
    assert version_of("报告(2).docx").series == "" and version_of("报告.docx").series == ""
    assert version_of("报告v2.docx").series != version_of("总结v2.docx").series

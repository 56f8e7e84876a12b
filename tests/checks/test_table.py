"""validator.checks.table: a table found by its words, and its rows."""

from __future__ import annotations

import pytest

from tests.support import ask, quoted

TEXT = "一、数据\n类别 | 本年 | 上年\n许可 | 3 | 4\n处罚 | 5 | 6\n"
ROWS = ("许可=^许可", "处罚=^处罚", "强制=^强制")


def test_all_rows() -> None:
    answer = ask(TEXT, "table", ("类别", "本年"), ROWS[:2])
    assert answer.holds is True
    assert quoted(TEXT, answer) == ["类别 | 本年 | 上年"]


def test_missing_row() -> None:
    answer = ask(TEXT, "table", ("类别",), ROWS)
    assert answer.holds is False
    assert answer.values["missing"] == ("强制", "强制")


@pytest.mark.parametrize("text", ["", "一、数据\n许可3件，处罚5件。", TEXT.replace("类别", "种类")])
def test_without_the_table_nothing_is_known(text: str) -> None:
    assert ask(text, "table", ("类别",), ROWS).holds is None


def test_every_word_must_be_in_the_same_table() -> None:
    text = "甲 | 1 | 2\n以上数据来自各科室的台账，已经逐项核对过。\n乙 | 3 | 4\n"
    assert ask(text, "table", ("甲", "乙"), ()).holds is None
    assert ask(text, "table", ("乙",), ()).holds is True


def test_a_label_that_is_broken_over_two_lines_is_not_missing() -> None:
    text = TEXT + "强制执\n行措施 | 0 | 0\n"
    assert ask(text, "table", ("类别",), ("强制执行措施=强制执行措施",)).holds is True


def test_a_table_that_was_broken_on_the_way_says_nothing() -> None:
    whole = TEXT + "强制 | 7 | 8\n"
    assert ask(whole, "table", ("类别",), figures=2).holds is True
    assert ask(whole.replace("7 | 8", "7"), "table", ("类别",), ROWS[:2], figures=2).holds is True
    assert ask(whole, "table", ("类别",), ROWS, figures=7).holds is None

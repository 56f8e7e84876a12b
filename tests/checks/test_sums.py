"""validator.checks.sums: equations over the rows and columns of a table."""

from __future__ import annotations

import pytest

from tests.support import ask, quoted
from validator.checks.sums import Equation, parsed

ROWS = ("新收=^新收", "结转=^结转", "办结=^办结", "继续=^继续")
COLUMNS = ("个人", "单位", "合计")
DOWN = ("新收 + 结转 = 办结 + 继续",)
ACROSS = ("个人 + 单位 = 合计",)


def text(*rows: str) -> str:
    return "一、数据\n | 个人 | 单位 | 合计\n" + "\n".join(rows) + "\n"


GOOD = text("新收 | 4 | 1 | 5", "结转 | 1 | 0 | 1", "办结 | 4 | 1 | 5", "继续 | 1 | 0 | 1")


def test_right() -> None:
    answer = ask(GOOD, "sums", (*DOWN, *ACROSS), ("新收",), ROWS, COLUMNS)
    assert answer.holds is True
    assert answer.spans == ()


def test_wrong_over_rows() -> None:
    bad = GOOD.replace("继续 | 1 | 0 | 1", "继续 | 0 | 0 | 0")
    answer = ask(bad, "sums", DOWN, ("新收",), ROWS, COLUMNS)
    assert answer.holds is False
    assert answer.values["sums"].zh == ("“个人”列新收 4 + 结转 1 = 5，而办结 4；“合计”列新收 5 + 结转 1 = 6，而办结 5")
    assert answer.values["sums"].en.startswith("column 个人: 新收 4 + 结转 1 = 5, but 办结 4")
    assert quoted(bad, answer) == ["新收 | 4 | 1 | 5", "结转 | 1 | 0 | 1", "办结 | 4 | 1 | 5", "继续 | 0 | 0 | 0"]


def test_wrong_over_columns() -> None:
    bad = GOOD.replace("办结 | 4 | 1 | 5", "办结 | 4 | 1 | 6")
    answer = ask(bad, "sums", ACROSS, ("新收",), (), COLUMNS)
    assert answer.holds is False
    assert answer.values["sums"].zh == "“办结”行个人 4 + 单位 1 = 5，而合计 6"
    assert quoted(bad, answer) == ["办结 | 4 | 1 | 6"]


def test_rows_that_lost_a_cell_are_left_out() -> None:
    short = GOOD.replace("继续 | 1 | 0 | 1", "继续 | 0 | 0")
    assert ask(short, "sums", DOWN, ("新收",), ROWS, COLUMNS).holds is None
    assert ask(short, "sums", DOWN, ("新收",), ROWS).holds is None
    assert ask(short, "sums", ACROSS, ("新收",), (), COLUMNS).holds is True


def test_a_missing_row_or_table_leaves_it_open() -> None:
    assert ask(GOOD.replace("结转", "其他"), "sums", DOWN, ("新收",), ROWS, COLUMNS).holds is None
    assert ask("一、数据\n新收5件。", "sums", DOWN, ("新收",), ROWS, COLUMNS).holds is None


def test_without_columns_they_are_counted() -> None:
    bad = GOOD.replace("继续 | 1 | 0 | 1", "继续 | 1 | 0 | 3")
    answer = ask(bad, "sums", DOWN, ("新收",), ROWS)
    assert answer.values["sums"].zh == "第3列新收 5 + 结转 1 = 6，而办结 5 + 继续 3 = 8"


def test_decimals() -> None:
    money = "一、数据\n甲 | 0.1\n乙 | 0.2\n总额 | 0.3\n"
    assert ask(money, "sums", ("甲 + 乙 = 总额",), ("总额",), ("甲=甲", "乙=乙", "总额=总额")).holds is True


def test_equations() -> None:
    assert parsed("a+b = c") == Equation(("a", "b"), ("c",))
    assert parsed("new cases = done + still open") == Equation(("new cases",), ("done", "still open"))


@pytest.mark.parametrize("wrong", ["", "a + b", "a = b = c", "a + = b", "= a", "a ++ b = c"])
def test_what_is_no_equation(wrong: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parsed(wrong)

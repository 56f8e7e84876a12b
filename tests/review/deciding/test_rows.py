"""validator.review.deciding.rows: what one row of the sheet says."""

from __future__ import annotations

import pytest

from tests.ledger_support import DIGEST, OTHER, UNIT, line
from validator.review.deciding.rows import Emptied, Mistake, Row, origin, row_of


def of(**cells: object) -> Row | Emptied | Mistake | None:
    return row_of(7, {field: str(cell) for field, cell in {**line(), **cells}.items()})


def test_a_row_without_an_opinion_says_nothing() -> None:
    assert of() is None
    assert of(reason="还没有想好", who="王某", known=0) is None


def test_a_row_that_was_made_with_a_decision_and_is_empty() -> None:
    assert of(known=3) == Emptied(7, UNIT, 3, DIGEST, "fail")
    assert of(known=3, reason="理由还在", who="王某") == Emptied(7, UNIT, 3, DIGEST, "fail")
    assert of(known=3, element="标题") is None  # its cells went elsewhere


@pytest.mark.parametrize(
    ("cells", "field", "wrong"),
    [
        ({"element": "标题"}, "要素", "标题"),
        ({"unit": OTHER}, "单位", OTHER),
        ({"unit": OTHER, "element": "标题"}, "单位", OTHER),
    ],
)
def test_cells_that_do_not_fit_the_codes(cells: dict[str, str], field: str, wrong: str) -> None:
    m = of(action="维持", **cells)
    assert isinstance(m, Mistake)
    assert (m.number, m.column.zh) == (7, field)
    assert m.what.zh == f"“{wrong}”和后面的代码对不上，代码是“{UNIT}：causes”的"
    assert "请在原来的工作簿里重新填这一行" in m.hint.zh


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"unit": f" {UNIT}\u3000"},
        {"element": "ＣＡＵＳＥＳ"},
        {"element": ""},
        {"origin": ""},  # of an older version
        {"origin": origin(UNIT, "不足的 原因"), "element": "不足的原因"},
    ],
)
def test_cells_that_fit(cells: dict[str, str]) -> None:
    assert isinstance(of(action="维持", **cells), Row)

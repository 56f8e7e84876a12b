"""validator.demo.wording.grammar: clauses with blanks."""

from __future__ import annotations

import re

import pytest

from validator.demo.luck import luck
from validator.demo.wording.grammar import Blank, Choice, Number, parts, said, stock

STOCKS = ("achievements", "shortcomings", "plans", "heads", "opening")


def test_parts_of_a_clause() -> None:
    assert parts("查{物}<3-9>次，[快|慢{地}]") == (
        "查",
        Blank("物"),
        Number(3, 9),
        "次，",
        Choice((("快",), ("慢", Blank("地")))),
    )


def test_every_figure_of_a_range_is_said() -> None:
    assert {said(parts("<3-5>"), {}, luck(n)) for n in range(40)} == {"3", "4", "5"}


def test_blanks_are_filled_and_unknown_ones_stay() -> None:
    assert said(parts("{物}在{地}"), {"物": ("渡船",)}, luck(1)) == "渡船在{地}"


@pytest.mark.parametrize("name", STOCKS)
def test_stock_is_well_formed(name: str) -> None:
    known = {"产", "物", "人", "法", "股", "地", "首", "我们", "年"}
    for theme in stock(name):
        assert theme.leads and set(theme.kinds) <= set("tdc")
        for clause in (*theme.headings, *theme.leads, *theme.acts, *theme.results):
            text = said(clause.parts, dict.fromkeys(known, ("",)), luck(1))
            assert not re.search(r"[\[\]{}<>|#]", text), clause
            assert not re.search(r"[。；]", text) or name == "opening", clause


@pytest.mark.parametrize("name", STOCKS)
def test_no_clause_stands_twice(name: str) -> None:
    clauses = [c.parts for t in stock(name) for c in (*t.leads, *t.acts, *t.results)]
    assert len(set(clauses)) == len(clauses)

"""validator.review.roster.formulas: formulas that no program has worked out."""

from __future__ import annotations

import pytest

from tests.review.roster.test_rows import book
from validator.review.roster.formulas import unsolved


def test_places() -> None:
    data = book(("单位", "日期"), ('="青"&"禾镇"', 5), ("司法局", "=1+1"))
    assert unsolved(data, "名册.xlsx") == {"Sheet": frozenset({(1, 0), (2, 1)})}


def test_errors_have_no_value_either() -> None:
    assert unsolved(book(("单位", "日期"), ("司法局", "#REF!")), "名册.xlsx") == {"Sheet": frozenset({(1, 1)})}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", "单位\n".encode()])
def test_what_is_no_workbook_has_none(data: bytes) -> None:
    assert unsolved(data, "名册.xlsx") == {}


def test_book_without_formulas() -> None:
    assert unsolved(book(("单位",)), "名册.xlsx") == {"Sheet": frozenset()}

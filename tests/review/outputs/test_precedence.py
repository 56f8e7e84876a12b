"""validator.review.outputs.precedence: whose text was there first."""

from __future__ import annotations

from typing import Literal

from tests.review.outputs.reviews_by_hand import YEAR, pair, review
from validator.model.review import Pair
from validator.review.outputs.precedence import precedence


def of(*pairs: Pair) -> dict[str, str]:
    return dict(precedence(review()._replace(pairs=pairs)))


def dated(here: str, there: str, earlier: Literal["here", "there"] | None, year: int = YEAR) -> Pair:
    return pair(here, there, year)._replace(earlier=earlier)


def test_both_sides_of_a_pair() -> None:
    assert of(dated("甲", "乙", "here")) == {"甲": "first", "乙": "later"}
    assert of(dated("甲", "乙", "there")) == {"甲": "later", "乙": "first"}
    assert of(dated("甲", "乙", None)) == {"甲": "unknown", "乙": "unknown"}


def test_one_report_before_it_is_enough() -> None:
    assert of(dated("甲", "乙", "here"), dated("丙", "甲", "here"))["甲"] == "later"
    assert of(dated("甲", "乙", "here"), dated("甲", "丙", None))["甲"] == "unknown"
    assert of(dated("甲", "乙", "here"), dated("甲", "丙", "here"))["甲"] == "first"


def test_last_year_was_before() -> None:
    assert of(dated("甲", "乙", None, YEAR - 1)) == {"甲": "later"}
    assert of(dated("甲", "甲", None, YEAR - 1)) == {}

"""validator.checks.answer: what the blank {found} says."""

from __future__ import annotations

from validator.checks.answer import quoted

TEXT = "甲乙，丙丁，甲乙，戊己，庚辛。"
TWO, FOUR, SIX, EIGHT, TEN = (0, 2), (3, 5), (6, 8), (9, 11), (12, 14)


def test_in_the_order_of_the_text_and_each_wording_once() -> None:
    assert quoted(TEXT, [EIGHT, SIX, FOUR, TWO, FOUR]).zh == "“甲乙”、“丙丁”、“戊己”"
    assert quoted(TEXT, [EIGHT, FOUR]).en == "“丙丁”, “戊己”"


def test_of_many_wordings_the_first_three_and_how_many_places() -> None:
    words = quoted(TEXT, [TEN, EIGHT, SIX, FOUR, TWO])
    assert words.zh == "“甲乙”、“丙丁”、“戊己”等5处"
    assert words.en == "“甲乙”, “丙丁”, “戊己” and others, 5 places in all"


def test_a_long_quotation_is_cut() -> None:
    assert (
        quoted("（此处填写本单位的养老服务典型案例，二百字以内）", [(0, 24)]).zh
        == "“（此处填写本单位的养老服务典型案例，二…”"
    )

"""validator.readers.web.listing: the numbers in front of the items of a list."""

from __future__ import annotations

import pytest

from validator.readers.web.listing import Lists


def labels(ordered: bool, attributes: dict[str, str], *items: dict[str, str], text: str = "甲") -> list[str]:
    lists = Lists()
    lists.begin(ordered, attributes)
    found = []
    for item in items or ({}, {}):
        lists.item(item)
        found.append(lists.take(text))
    return found


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({}, ["1.", "2."]),
        ({"type": "1", "start": "9"}, ["9.", "10."]),
        ({"type": "a"}, ["a.", "b."]),
        ({"type": "A", "start": " 3 "}, ["C.", "D."]),
        ({"type": "I"}, ["I.", "II."]),
        ({"start": "x"}, ["1.", "2."]),
        ({"style": "list-style-type:cjk-ideographic"}, ["一、", "二、"]),
        ({"style": "color:red; LIST-STYLE: trad-chinese-informal outside", "start": "20"}, ["二十、", "二十一、"]),
        ({"style": "list-style-type: upper-roman"}, ["I.", "II."]),
        ({"style": "list-style: none", "type": "1"}, ["", ""]),
        ({"style": "margin: 0"}, ["1.", "2."]),
        ({"class": "nav-list"}, ["", ""]),
    ],
)
def test_ordered(attributes: dict[str, str], expected: list[str]) -> None:
    assert labels(True, attributes) == expected


def test_unordered_lists_have_numbers_only_by_their_style() -> None:
    assert labels(False, {}) == ["", ""]
    assert labels(False, {"style": "list-style-type: decimal"}) == ["1.", "2."]


def test_items() -> None:
    assert labels(True, {}, {"value": "4"}, {}, {"style": "list-style:none"}, {}) == ["4.", "5.", "", "7."]


@pytest.mark.parametrize("text", ["一、甲", "1.甲", "（二）甲", "第一部分 甲", "①甲"])
def test_a_text_with_its_own_number_gets_no_other(text: str) -> None:
    assert labels(True, {}, {}, text=text) == [""]


def test_a_digit_is_kept_apart() -> None:
    assert labels(True, {}, {}, text="2024年") == ["1. "]


def test_a_number_is_taken_once() -> None:
    lists = Lists()
    lists.begin(True, {})
    lists.item({})
    assert [lists.take("甲"), lists.take("乙")] == ["1.", ""]
    lists.item({})
    lists.end_item()
    assert lists.take("丙") == ""


def test_lists_within_lists() -> None:
    lists = Lists()
    lists.begin(True, {})
    lists.item({})
    lists.take("甲")
    lists.begin(True, {"type": "a"})
    lists.item({})
    assert lists.take("乙") == "a."
    lists.end()
    lists.item({})
    assert lists.take("丙") == "2."
    lists.end()
    lists.end()
    lists.item({})
    assert lists.take("丁") == ""

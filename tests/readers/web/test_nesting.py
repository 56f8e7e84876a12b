"""validator.readers.web.nesting: what stands around a place of a page."""

from __future__ import annotations

import re

import pytest

from validator.readers.web.nesting import Nesting


def after(*tags: str) -> Nesting:
    """Follow tags; ``x`` is text."""
    nesting = Nesting()
    for tag in tags:
        if tag == "x":
            nesting.text()
        else:
            name, _, attributes = tag.partition(" ")
            nesting.tag(name, attributes)
    return nesting


@pytest.mark.parametrize(
    ("tags", "level"),
    [
        ("h2", 2),
        ("h2 x /h2", 0),
        ("h2 div x", 2),
        ("h2 x div", 0),
        ("h1 x /h2", 0),
        ("h6 x b x", 6),
        ("hr x", 0),
        ("header x", 0),
    ],
)
def test_levels(tags: str, level: int) -> None:
    assert after(*tags.split()).level == level


@pytest.mark.parametrize(
    ("tags", "cell"),
    [
        ("p", 0),
        ("table tr td", 1),
        ("table tr td td", 2),
        ("table tr td table tr td /table", 1),
        ("table tr td /table", 0),
        ("/table /table", 0),
    ],
)
def test_cells(tags: str, cell: int) -> None:
    assert after(*tags.split()).cell == cell


def test_blocks() -> None:
    assert after("p").block
    assert not after("p", "x", "b").block
    assert after("p", "x", "/div").block
    assert not after("p", "x", "br").block


def test_tags_of_use() -> None:
    nesting = Nesting()
    assert nesting.tag("div", "")
    assert nesting.is_open("div")
    assert nesting.tag("/div", "")
    assert not nesting.tag("/div", "")
    assert not nesting.is_open("div")
    assert nesting.tag("/p", "")
    assert not nesting.tag("meta", "")


@pytest.mark.parametrize(("tags", "listed"), [("ul li", True), ("aside div", True), ("ol /ol", False), ("div", False)])
def test_lists(tags: str, listed: bool) -> None:
    assert after(*tags.split()).listed == listed


def test_too_deep() -> None:
    nesting = Nesting()
    seen = [nesting.tag("div", "") for _ in range(5000)]
    assert seen.count(True) == nesting.depth == 1000
    assert nesting.tag("li", "")


@pytest.mark.parametrize(
    ("tags", "shown"),
    [
        ("div_style='white-space:pre'", True),
        ("div_style='white-space:pre' div /div", True),
        ("div_style='white-space:pre' div /div /div", False),
        ("div_style='white-space:pre' span /span /div", False),
        ("p_style='white-space:pre' p", False),
        ("div_style='white-space:nowrap'", False),
    ],
)
def test_line_ends_that_a_style_shows(tags: str, shown: bool) -> None:
    assert after(*(re.sub("_", " ", tag) for tag in tags.split())).shows_line_ends is shown

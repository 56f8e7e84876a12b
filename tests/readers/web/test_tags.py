"""validator.readers.web.tags: attributes, and what styles do to text."""

from __future__ import annotations

import time

import pytest

from validator.readers.web.tags import (
    TAG,
    TOKEN,
    attributes_of,
    has_style,
    hides,
    is_link,
    shows_line_ends,
    value_offset,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" a=1 B = 'x y' c=\"&lt;z\" d", {"a": "1", "b": "x y", "c": "<z"}),
        ("a=1 a=2", {"a": "1"}),
        (" data-a:b.c='1'/", {"data-a:b.c": "1"}),
        ("a='' b=\"\"", {"a": "", "b": ""}),
        ("a=", {}),
    ],
)
def test_attributes(text: str, expected: dict[str, str]) -> None:
    assert attributes_of(text) == expected


def test_offset_of_a_value() -> None:
    text = " NAME=a content = '甲'"
    assert text[value_offset(text, "content")] == "甲"
    assert text[value_offset(text, "name")] == "a"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" HREF=x", True),
        (" href=x name=y", True),
        ("", True),
        (" onclick='x()'", True),
        (" name=_Toc1", False),
        (" ID = y", False),
        (" data-id=y", True),
    ],
)
def test_links(text: str, expected: bool) -> None:
    assert is_link(text) == expected


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        (" hidden", True),
        (" HIDDEN=''", True),
        (" style='a:b;display:none'", True),
        (' STYLE="DISPLAY : None"', True),
        (" style='visibility:hidden'", True),
        (" style='mso-hide:all'", True),
        (" class='hidden'", False),
        (" type=hidden", False),
        (" aria-hidden='true'", False),
        (" data-x='display:none'", False),
        (" style='text-decoration:none'", False),
    ],
)
def test_hiding(text: str, hidden: bool) -> None:
    assert hides(text) is hidden
    assert has_style(text) or not hidden


def test_line_ends() -> None:
    assert shows_line_ends(" style='White-Space: pre-wrap'")
    assert not shows_line_ends(" style='white-space: nowrap'")
    assert not shows_line_ends(" class='white-space:pre'")


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("a&lt;b", [1, 2, 1]),
        ("<b><i></B>x", [4, 1]),
        ("<p a='>'>x</p>", [6, 1, 6]),
        ("<script>a<b</script >x", [3, 1]),
        ("<script src=x />x", [6, 1]),
        ("<!-- > --><!DOCTYPE x><?xml?></ >", [None] * 4),
        ("<!--><!--->x", [None, None, 1]),
        ("< &", [7, 1, 7]),
        ("<p", [6]),
    ],
)
def test_tokens(source: str, kinds: list[int | None]) -> None:
    found = list(TOKEN.finditer(source))
    assert [m.lastindex for m in found] == kinds
    assert "".join(m[0] for m in found) == source


def test_names_of_tags() -> None:
    assert [m[1] for m in TAG.finditer("<o:p></o:p><H1 a='<b>'>")] == ["o:p", "/o:p", "H1"]


@pytest.mark.parametrize(
    "piece", ["<", "<a ", '<a b="', "<a b='", "<!--", "<!-- -", "<script", "<script>", "=", "&", "a=", "a "]
)
def test_nothing_takes_long(piece: str) -> None:
    start = time.process_time()
    for text in (piece * 200_000, "<p " + piece * 200_000):
        list(TOKEN.finditer(text))
        attributes_of(text)
        hides(text)
    assert time.process_time() - start < 5

"""The marks in a page: characters that no text uses, and what is known of the run of text behind each."""

from __future__ import annotations

import re
from typing import NamedTuple

FIRST_MARK = 0xF0000
MOST_MARKS = 0x10FFFE - FIRST_MARK
MARK = re.compile(f"([{chr(FIRST_MARK)}-{chr(FIRST_MARK + MOST_MARKS - 1)}])")
"""One mark; ``mark_index`` tells which."""


class Mark(NamedTuple):
    """What is known of a run of text. *line*, *column*: 1-based, in the source.

    *level*: of the heading it stands in; *label*: the number that a list shows in front of it; *cell*: the number of
    the table cell it stands in, 0 outside; *block*: it begins a block, so nothing above it is of its paragraph;
    *broken*: a line end of the source stands in front of it; *kept*: its blanks are shown; *link*: the number of the
    link that it is part of, 0 for none; *listed*: that link stands in a list.
    """

    line: int
    column: int
    level: int = 0
    label: str = ""
    cell: int = 0
    block: bool = False
    broken: bool = False
    kept: bool = False
    link: int = 0
    listed: bool = False


class Meta(NamedTuple):
    """What a meta tag says, and where."""

    content: str
    line: int
    column: int


class Marked(NamedTuple):
    """A page to be parsed, its marks in order, its meta tags by their names in small letters.

    *whole*: there were marks enough for all of it.
    """

    page: str
    marks: list[Mark]
    metas: dict[str, Meta]
    whole: bool


def mark_index(sign: str) -> int:
    """Return the place of a mark in ``Marked.marks``."""
    return ord(sign) - FIRST_MARK

"""What a reader returns."""

from __future__ import annotations

from typing import NamedTuple

from validator.words import Words


class Block(NamedTuple):
    """A piece of a laid-out document. *start*, *end*: half-open offsets in ``Document.text``.

    *line*, *page* and *paragraph* are 1-based places as the user sees them; *level* is a heading level that the
    format itself states (a Word style, an h-tag), 0 if it states none.
    """

    start: int
    end: int
    line: int | None = None
    page: int | None = None
    paragraph: int | None = None
    level: int = 0


class Document(NamedTuple):
    """A report as one string in reading order; line ends are ``\\n``.

    Plain text has no *blocks*: its places are counted in *text* when somebody asks. *notes* tell what the reader
    had to do so that the text could be read.
    """

    name: str
    format: str
    text: str
    sha256: str
    blocks: tuple[Block, ...] = ()
    notes: tuple[Words, ...] = ()

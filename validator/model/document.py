"""What a reader returns."""

from __future__ import annotations

from typing import Literal, NamedTuple

from validator.words import Words

Doubt = Literal["ocr", "date-field"]
"""Why a person should look at a quotation: read from a picture by a machine, or changed by whatever opens the file."""


class Cell(NamedTuple):
    """A cell of a table, all numbers 1-based; *table* counts the tables of the document."""

    table: int
    row: int
    column: int


class Block(NamedTuple):
    """A piece of a laid-out document. *start*, *end*: half-open offsets in ``Document.text``.

    *line*, *column*, *page*, *paragraph* and *cell* are 1-based places as the user sees them; *column* is that of the
    first character. *level* is a heading level that the format itself states (a Word style, an h-tag), 0 if it states
    none. The first *label* characters are an automatic number that the file does not hold as text.
    """

    start: int
    end: int
    line: int | None = None
    page: int | None = None
    paragraph: int | None = None
    level: int = 0
    column: int = 1
    cell: Cell | None = None
    label: int = 0
    review: Doubt | None = None


class Document(NamedTuple):
    """A report as one string in reading order; line ends are ``\n``.

    Plain text has no *blocks*: its places are counted in *text* when somebody asks. *notes* tell what the reader
    had to do so that the text could be read. *apart* is text that stands outside the report's own: page headers and
    footers. *unread* names parts that could not be read (a scanned page); what is not in *text* may stand there.
    """

    name: str
    format: str
    text: str
    sha256: str
    blocks: tuple[Block, ...] = ()
    notes: tuple[Words, ...] = ()
    apart: tuple[str, ...] = ()
    unread: tuple[Words, ...] = ()

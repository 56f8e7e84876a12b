"""What a document looks like: front, sections, back. All offsets are offsets in the shadow text."""

from __future__ import annotations

from typing import Literal, NamedTuple

from validator.dates import FoundDate
from validator.text import Shadow, Span


class Marker(NamedTuple):
    """A number in front of a heading. *length*: its characters, with the stop and spaces behind it.

    *family*: part, cn, cnp, ordinal, num, dec, nump or circle (第一部分、一、（一）第一，1. 1.1（1）①). *number* is
    None if lost.
    """

    family: str
    number: int | None
    length: int
    damaged: bool


class Paragraph(NamedTuple):
    """A line of the shadow without indent. *start*, *end*: half-open offsets; *level*: stated by the format, or 0."""

    start: int
    end: int
    text: str
    level: int = 0
    marker: Marker | None = None


class Section(NamedTuple):
    """A heading and what stands under it.

    *level* is 1 for the topmost kind of marker that this document uses. *number* is None when the marker was lost
    or never there. *own_end* is where the first section below it begins, *end* where the next one of its level
    begins. A *fused* heading has no stop between it and its body. *damaged*: part of the marker is missing.
    """

    ordinal: int
    parent: int
    level: int
    family: str
    number: int | None
    heading: str
    start: int
    heading_start: int
    heading_end: int
    body_start: int
    own_end: int
    end: int
    fused: bool = False
    damaged: bool = False


class Row(NamedTuple):
    """A row of a table: the cells in front of its first figure, and the figures. *span*: of all its cells."""

    labels: tuple[str, ...]
    values: tuple[float, ...]
    span: Span


class Table(NamedTuple):
    """Rows that stand together. *span*: from the first to the last."""

    rows: tuple[Row, ...]
    span: Span


class HeaderField(NamedTuple):
    """A key and its value from the table above a published report. *span*: of the value."""

    key: str
    value: str
    span: Span


class Title(NamedTuple):
    """The title, its lines joined. *spans*: one per line; *from_header*: it stands only in the header table."""

    text: str
    lines: tuple[str, ...]
    spans: tuple[Span, ...]
    from_header: bool = False


class Signature(NamedTuple):
    """Who signed, one name per body, and where."""

    names: tuple[str, ...]
    spans: tuple[Span, ...]


class Closing(NamedTuple):
    """Signature and date as they stand together, after the body or in a covering letter."""

    signature: Signature | None = None
    dates: tuple[FoundDate, ...] = ()


class Outline(NamedTuple):
    """The parts of a document. *lead* is body text before the first heading; *body*: first to last body offset.

    *front_text* is everything above the body; *letter* is the closing of a covering letter, or a speech's date.
    """

    shadow: Shadow
    paragraphs: tuple[Paragraph, ...]
    title: Title | None
    header: tuple[HeaderField, ...]
    addressee: tuple[str, Span] | None
    document_number: tuple[str, Span] | None
    front: Span
    lead: tuple[Span, ...]
    sections: tuple[Section, ...]
    body: Span
    closing: Closing
    letter: Closing


UnitType = Literal["province", "city", "county", "town", "township", "street", "zone", "department", "party_joint"]


Origin = Literal["closing", "header", "letter"]
"""Where the date of issue stands."""


class Facts(NamedTuple):
    """What the report says about itself; None where it does not say it. *issued_from*: closing, header, letter."""

    title: str | None = None
    title_unit: str | None = None
    unit: str | None = None
    unit_type: str | None = None
    report_year: int | None = None
    issued_on: str | None = None
    issued_from: Origin | None = None
    published_on: str | None = None
    document_number: str | None = None
    addressee: str | None = None
    spans: tuple[tuple[str, Span], ...] = ()

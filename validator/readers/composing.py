"""Pieces with places → one text with blocks: how every reader of a laid-out format ends."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from validator.model.document import Block, Cell, Doubt


class Piece(NamedTuple):
    """A run of text with one place; its fields are those of ``Block``.

    *text* holds no line end. A piece begins a new line of the document's text, unless *joined*: then it goes on where
    the piece before it ended. Without *line* the place is the line of the document's own text.
    """

    text: str
    line: int | None = None
    column: int = 1
    page: int | None = None
    paragraph: int | None = None
    level: int = 0
    cell: Cell | None = None
    label: int = 0
    review: Doubt | None = None
    joined: bool = False


def composed(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Return the text of *pieces* and their blocks, in order. A block ends before the line end behind it."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    line = 1
    for i, p in enumerate(pieces):
        if i and not p.joined:
            parts.append("\n")
            at += 1
            line += 1
        parts.append(p.text)
        end = at + len(p.text)
        blocks.append(Block(at, end, p.line or line, p.page, p.paragraph, p.level, p.column, p.cell, p.label, p.review))
        at = end
    return "".join(parts), tuple(blocks)

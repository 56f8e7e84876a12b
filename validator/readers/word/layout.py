"""Paragraphs and tables of a Word file → pieces: which of them make a line of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from validator.model.document import Cell
from validator.readers.composing import Piece
from validator.readers.word.body import Box, Item, Para, Table

_LONG_CELL = 100  # characters; a longer cell is a text and not a value
_LONGEST_HEADING = 60
_LONGEST_SENTENCE = 30
_LONGEST_OUTLINE_SENTENCE = 120  # 广东: a whole outline sentence is the heading
_FEW = 8  # paragraphs, of which all may be headings
_MOST_HEADINGS = 0.75
_BETWEEN_CELLS = " | "
# What a report is signed with, side by side in a table without lines.
_SIGNED = re.compile(
    r"[^：:|。]{2,40}(?:政府|委员会|委|局|厅|院|办公室|办事处|中心|党组|处)\s*|\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*"
)


def pieces_of(items: Iterable[Item]) -> list[Piece]:
    """Return the pieces of *items*, without the table of contents."""
    pieces = list(_pieces(items, None))
    return pieces if _styles_tell(items) else [p._replace(level=0) for p in pieces]


def _styles_tell(items: Iterable[Item]) -> bool:
    """Tell whether headings have their own style; in some files all paragraphs have one, pasted from elsewhere."""
    filled = [(p.level > 0, text) for p in paragraphs_of(items) if (text := _text(p)).strip()]
    texts = [styled for styled, text in filled if not _may_be_heading(text)]
    styled = sum(styled for styled, _ in filled)
    return 2 * sum(texts) <= len(texts) and (len(filled) < _FEW or styled <= _MOST_HEADINGS * len(filled))


def _pieces(items: Iterable[Item], cell: Cell | None) -> Iterator[Piece]:
    for item in items:
        if isinstance(item, Table):
            for number, row in enumerate(item.rows, 1):
                yield from _row(row, item.number, number)
        elif not item.contents:
            yield from _lines(item, cell)


def text_of(items: Iterable[Item]) -> str:
    """Return the text of *items*, one line per paragraph, as far as there is any."""
    return "\n".join(text for p in paragraphs_of(items) if (text := _text(p)).strip())


def paragraphs_of(items: Iterable[Item]) -> Iterator[Para]:
    """Yield all paragraphs, also those in tables."""
    for item in items:
        if isinstance(item, Table):
            for row in item.rows:
                for box in row:
                    yield from paragraphs_of(box.items)
        else:
            yield item


def _text(para: Para) -> str:
    return para.label + "".join(run.text for run in para.runs)


def _row(row: Sequence[Box], table: int, number: int) -> Iterator[Piece]:
    """Yield the cells of a row: values on one line, texts and signatures one below the other."""
    filled = [(box, text) for box in row if (text := text_of(box.items))]
    cells = [list(_pieces(box.items, Cell(table, number, box.column))) for box, _ in filled]
    signed = all(_SIGNED.fullmatch(text) for _, text in filled)
    if len(cells) == 1 or signed or any(len(text) > _LONG_CELL for _, text in filled):
        for cell in cells:
            yield from cell
    else:
        yield from _in_one_line(cells)


def _in_one_line(cells: Iterable[Sequence[Piece]]) -> Iterator[Piece]:
    before: Piece | None = None
    for cell in cells:
        between = _BETWEEN_CELLS
        for piece in cell:
            if not piece.text.strip():
                continue
            if before:
                yield before if piece.joined else before._replace(text=before.text.rstrip() + between)
            before = piece._replace(level=0, joined=before is not None)
            between = " "
    if before:
        yield before


def _lines(para: Para, cell: Cell | None) -> Iterator[Piece]:
    """Yield the lines of a paragraph; a date that changes is a piece of its own."""
    text = _text(para)
    level = para.level if _may_be_heading(text) else 0
    label = len(para.label)
    if "\n" not in text and not any(run.dated for run in para.runs):
        yield Piece(text, paragraph=para.number, level=level, cell=cell, label=label)
        return
    column = 1
    for i, (part, dated, joined) in enumerate(_parts(para)):
        column = column if joined else 1
        yield Piece(
            part,
            column=column,
            paragraph=para.number,
            level=0 if i else level,
            cell=cell,
            label=0 if i else label,
            review="date-field" if dated else None,
            joined=joined,
        )
        column += len(part)


def _parts(para: Para) -> Iterator[tuple[str, bool, bool]]:
    """Yield ``(text, dated, joined)``: runs put together or cut at line breaks; *joined* goes on in the same line."""
    text, dated, joined = para.label, False, False
    for run in para.runs:
        if run.dated != dated and text:
            yield text, dated, joined
            text, joined = "", True
        dated = run.dated
        first, *others = run.text.split("\n")
        text += first
        for other in others:
            yield text, dated, joined
            text, joined = other, False
    yield text, dated, joined


def _may_be_heading(text: str) -> bool:
    """Tell whether a paragraph with a heading's style can be one; the style also strays to body text."""
    if text.endswith("。"):
        return len(text) <= _LONGEST_SENTENCE and text.count("。") == 1
    return len(text) <= (_LONGEST_HEADING if "。" in text else _LONGEST_OUTLINE_SENTENCE)

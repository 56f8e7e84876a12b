"""Printed lines made from texts, for tests of what is read from geometry alone. One em is 10 wide."""

from __future__ import annotations

from collections.abc import Sequence

from validator.readers.composing import composed
from validator.readers.pages.glyphs import Glyph, Line, Page
from validator.readers.pages.lines import lines_of
from validator.readers.pages.page import pieces_of

EM = 10.0
WIDTH, HEIGHT = 360.0, 600.0
LEFT, TOP, PITCH = 40.0, 60.0, 18.0
PER_LINE = 28


def glyphs(text: str, x: float = LEFT, y: float = TOP, em: float = EM) -> list[Glyph]:
    """Return the characters of *text* side by side; a space is a gap without a glyph, ␣ a glyph for a space."""
    found = []
    for sign in text:
        width = em if sign > "\u2e7f" and sign != "␣" else em / 2
        if sign != " ":
            found.append(Glyph(sign.replace("␣", " "), x, x + width, y, em))
        x += width
    return found


def line(text: str, x: float = LEFT, y: float = TOP, em: float = EM) -> Line:
    (found,) = lines_of(glyphs(text, x, y, em))
    return found


def broken(text: str, indent: float = 0.0) -> list[str]:
    """Return *text* cut where the next character has no room; the first line has *indent* em less."""
    lines, used = [""], indent
    for sign in text:
        width = 1.0 if sign > "\u2e7f" else 0.5
        if used + width > PER_LINE:
            lines.append("")
            used = 0.0
        lines[-1] += sign
        used += width
    return lines


def page(number: int, lines: Sequence[Line]) -> Page:
    return Page(number, WIDTH, HEIGHT, lines)


def pages(*paragraphs: str, indent: float = 2.0, gap: float = 0.0, rows: int = 26) -> list[Page]:
    """Return pages of paragraphs broken at the margin, *rows* lines on each; *indent* in em, *gap* between them."""
    found: list[list[Line]] = [[]]
    y = TOP
    for text in paragraphs:
        for k, part in enumerate(broken(text, indent)):
            if len(found[-1]) == rows:
                found.append([])
                y = TOP
            found[-1].append(line(part, LEFT + (indent * EM if k == 0 else 0.0), y))
            y += PITCH
        y += gap
    return [page(i, lines) for i, lines in enumerate(found, 1)]


def read(found: Sequence[Page]) -> list[str]:
    """Return the paragraphs that are read from pages."""
    pieces, _ = pieces_of(found)
    return [text for text in composed(pieces)[0].split("\n") if text]

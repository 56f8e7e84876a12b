"""Shadow text → paragraphs: lines without indent, empty ones left out, each with its marker."""

from __future__ import annotations

from bisect import bisect_right

from validator.model.document import Document
from validator.model.outline import Paragraph
from validator.outline.markers import is_row, marker_of
from validator.patterns import compiled
from validator.text import Shadow, original_offset

_EDGE = " \t\u00a0\u2000\u2002\u2003\u3000\ufeff?？*"
_TRAILING = " \t\u00a0\u3000*"
_MARKDOWN = compiled(r"(#{1,6})\s+")


def paragraph(start: int, text: str, level: int = 0) -> Paragraph:
    """Return the paragraph with *text* at the shadow offset *start*."""
    return Paragraph(start, start + len(text), text, level, None if is_row(text) else marker_of(text))


def paragraphs_of(document: Document, shadow: Shadow) -> list[Paragraph]:
    """Return the paragraphs in order; a heading level comes from the format (Word style, h-tag, markdown #)."""
    found: list[Paragraph] = []
    at = 0
    for line in shadow.text.split("\n"):
        if line:
            text = line.rstrip(_TRAILING)
            size = len(text)
            text = text.lstrip(_EDGE)
            if text:
                found.append(paragraph(at + size - len(text), text))
        at += len(line) + 1
    if document.blocks:
        return [_with_level(p, document, shadow) for p in found]
    if "\n#" in shadow.text or shadow.text.startswith("#"):
        return [_without_hashes(p) for p in found]
    return found


def _with_level(p: Paragraph, document: Document, shadow: Shadow) -> Paragraph:
    offset = original_offset(shadow, p.start)
    i = bisect_right(document.blocks, offset, key=lambda b: b.start) - 1
    return p._replace(level=document.blocks[i].level) if i >= 0 else p


def _without_hashes(p: Paragraph) -> Paragraph:
    m = _MARKDOWN.match(p.text)
    if not m:
        return p
    text = p.text[m.end() :].rstrip(_TRAILING)
    bare = text.lstrip(_EDGE)
    return paragraph(p.start + m.end() + len(text) - len(bare), bare, len(m[1]))

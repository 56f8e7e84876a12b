"""Shadow text → paragraphs: lines without indent, empty ones left out."""

from __future__ import annotations

import re
from bisect import bisect_right

from validator.model.document import Document
from validator.model.outline import Paragraph
from validator.text import Shadow, original_offset

_EDGE = " \t\u00a0\u2000\u2002\u2003\u3000\ufeff?？*"
_TRAILING = " \t\u00a0\u3000*"
_MARKDOWN = re.compile(r"(#{1,6})\s+")


def paragraphs_of(document: Document, shadow: Shadow) -> list[Paragraph]:
    """Return the paragraphs in order; a heading level comes from the format (Word style, h-tag, markdown #)."""
    found: list[Paragraph] = []
    at = 0
    for line in shadow.text.split("\n"):
        text = line.strip(_TRAILING)
        if text:
            text = text.lstrip(_EDGE)
        if text:
            start = at + line.index(text)
            found.append(Paragraph(start, start + len(text), text))
        at += len(line) + 1
    if document.blocks:
        return [_with_level(p, document, shadow) for p in found]
    if "\n#" in shadow.text or shadow.text.startswith("#"):
        return [_without_hashes(p) for p in found]
    return found


def _with_level(paragraph: Paragraph, document: Document, shadow: Shadow) -> Paragraph:
    offset = original_offset(shadow, paragraph.start)
    i = bisect_right(document.blocks, offset, key=lambda b: b.start) - 1
    return paragraph._replace(level=document.blocks[i].level) if i >= 0 else paragraph


def _without_hashes(paragraph: Paragraph) -> Paragraph:
    m = _MARKDOWN.match(paragraph.text)
    if not m:
        return paragraph
    start = paragraph.start + m.end()
    text = paragraph.text[m.end() :].strip(_EDGE)
    return Paragraph(start, start + len(text), text, len(m[1]))

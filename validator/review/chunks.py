"""Outline → chunks: the running text of a report, cut where sentences end, and keyed by its characters alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from validator.checks.context import joined
from validator.evidence import Quoter
from validator.model.outline import Outline
from validator.model.pack import Guide
from validator.model.submission import Chunk
from validator.patterns import compiled
from validator.text import Shadow, Span, original_span

WHOLE = 50
"""Characters of a key from which a sentence is a chunk of its own; shorter ones are joined with the next."""

LEAST = 20
"""Characters of a key below which a chunk says too little to be compared."""

_OTHER = compiled(r"[^\u3400-\u4dbf\u4e00-\u9fff*]+")
_SENTENCE = compiled(r"[^。；！？\n]*(?:[。；！？]+|\n|$)")
_TIMEOUT = 0.25


def chunks_of(outline: Outline, quoter: Quoter, shadow: str, guide: Guide) -> tuple[Chunk, ...]:
    """Return the chunks of the body in order. *shadow*: its text with private data hidden."""
    chunks = []
    for start, end in _paragraphs(outline, shadow):
        for span in _cut(shadow, start, end):
            key = key_of(shadow[span[0] : span[1]], guide)
            if len(key) >= LEAST:
                chunks.append(placed(span, key, outline.shadow, quoter))
    return tuple(chunks)


def key_of(text: str, guide: Guide) -> str:
    """Return the characters that are compared: no punctuation, figures or Latin letters, nothing that all quote."""
    with suppress(TimeoutError):  # a slow pattern of the pack costs some precision here, not the review
        text = joined(guide.common).sub("", text, timeout=_TIMEOUT) if guide.common else text
    key: str = _OTHER.sub("", text)
    return key


def placed(span: Span, key: str, shadow: Shadow, quoter: Quoter) -> Chunk:
    """Return the chunk at *span* of the shadow, with its place in the original."""
    start, end = original_span(shadow, span)
    return Chunk(start, end, key, *quoter.place(start))


def _paragraphs(outline: Outline, text: str) -> Iterator[Span]:
    """Yield the paragraphs below headings and above the first one, without the headings."""
    areas = [*outline.lead, *((s.body_start, s.own_end) for s in outline.sections)]
    for start, end in sorted(areas):
        at = start
        for line in text[start:end].split("\n"):
            if line.strip():
                yield at, at + len(line)
            at += len(line) + 1


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield sentences, short ones joined: the same paragraph is cut the same way wherever it stands."""
    first, size = start, 0
    for m in _SENTENCE.finditer(text, start, end):
        if not m[0]:
            continue
        size += len(_OTHER.sub("", m[0]))
        if size >= WHOLE:
            yield first, m.end()
            first, size = m.end(), 0
    if size:
        yield first, end

"""Outline → stream: the characters of the running text in one line, and where each sentence of it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from validator.checks.context import joined
from validator.evidence import Quoter
from validator.model.outline import Outline, Section
from validator.model.pack import Guide
from validator.model.submission import Item, Sentence
from validator.patterns import compiled
from validator.text import Span, original_span, trimmed

_OTHER = compiled(r"[^\u3400-\u4dbf\u4e00-\u9fff*]+")
_SENTENCE = compiled(r"[^。；！？]+[。；！？]*")  # line breaks may stand inside a sentence
_TIMEOUT = 0.25
_LEAST = 4
"""Characters of a sentence below which it is not kept."""

_SAYING, _SHORT = 18, 12
"""Characters of a heading from which it says something itself: of any, and of one with a comma or a stop in it."""

_STOPS = compiled("[，。；、]")

_QUOTED = 0.45
"""Share of a sentence's characters that all quote, from which nothing of it is the unit's own."""


class Stream(NamedTuple):
    """The characters, the sentences that they come from, and the asides: see Submission."""

    text: str
    sentences: tuple[Sentence, ...]
    asides: tuple[Item, ...]


def stream_of(outline: Outline, quoter: Quoter, shadow: str, guide: Guide, formal: Sequence[Span] = ()) -> Stream:
    """Return the running text of the body. *shadow*: its text with private data hidden; *formal*: see Sentence."""
    quoted = (*guide.common, *guide.names)
    parts: list[str] = []
    sentences: list[Sentence] = []
    asides = [item_at(span, outline, quoter, shadow) for span in _short_headings(outline, shadow)]
    at = 0
    for start, end in _areas(outline, shadow):
        for m in _SENTENCE.finditer(shadow, start, end):
            whole = characters(m[0])
            own = own_words(m[0], quoted)
            if len(own) >= _LEAST:
                said = any(a <= m.start() < b for a, b in formal)
                sentences.append(_sentence(at, trimmed(shadow, m.span()), outline, quoter, said))
                parts.append(own)
                at += len(own)
            if len(own) < len(whole) >= _LEAST:
                asides.append(item_at(trimmed(shadow, m.span()), outline, quoter, shadow))
    return Stream("".join(parts), tuple(sentences), tuple(asides))


def own_words(text: str, quoted: tuple[str, ...]) -> str:
    """Return the Chinese characters of a sentence without what all quote; nothing if they are a large part of it."""
    whole = characters(text)
    if not quoted:
        return whole
    rest = whole
    with suppress(TimeoutError):  # a slow pattern of the pack costs some precision here, not the review
        rest = characters(joined(quoted).sub("", text, timeout=_TIMEOUT))
    return rest if len(whole) - len(rest) < _QUOTED * len(whole) else ""


def item_at(span: Span, outline: Outline, quoter: Quoter, shadow: str) -> Item:
    """Return what stands at *span* of the shadow, with its place."""
    first, last = original_span(outline.shadow, span)
    return Item(first, last, characters(shadow[span[0] : span[1]]), *quoter.place(first))


def characters(text: str) -> str:
    """Return the Chinese characters of *text*, and the stars that hide private data."""
    found: str = _OTHER.sub("", text)
    return found


def _sentence(at: int, span: Span, outline: Outline, quoter: Quoter, formal: bool) -> Sentence:
    start, end = original_span(outline.shadow, span)
    return Sentence(at, start, end, *quoter.place(start), formal)


def _areas(outline: Outline, text: str) -> Iterator[Span]:
    """Yield what stands above the first heading and below each heading.

    A heading that is a sentence is the text itself: （一）开展排水户普查登记，做到一户一档。
    """
    areas = [*outline.lead, *((s.body_start, s.own_end) for s in outline.sections)]
    areas += [(s.heading_start, s.heading_end) for s in outline.sections if _is_saying(s, text)]
    yield from sorted(areas)


def _is_saying(section: Section, text: str) -> bool:
    heading = text[section.heading_start : section.heading_end]
    size = len(characters(heading))
    return size >= _SAYING or (size >= _SHORT and bool(_STOPS.search(heading)))


def _short_headings(outline: Outline, text: str) -> Iterator[Span]:
    """Yield the headings that are no running text, each with the first sentence below it."""
    for s in outline.sections:
        if not _is_saying(s, text):
            first = _SENTENCE.match(text, s.body_start, s.own_end)
            yield trimmed(text, (s.heading_start, first.end() if first else s.heading_end))

"""Outline → stream: the characters of the running text in one line, and where each sentence of it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from validator.checks.context import joined
from validator.evidence import Quoter
from validator.model.outline import Outline
from validator.model.pack import Guide
from validator.model.submission import Sentence
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
    """The characters, and the sentences that they come from."""

    text: str
    sentences: tuple[Sentence, ...]


def stream_of(outline: Outline, quoter: Quoter, shadow: str, guide: Guide, formal: Sequence[Span] = ()) -> Stream:
    """Return the running text of the body. *shadow*: its text with private data hidden; *formal*: see Sentence."""
    parts: list[str] = []
    sentences: list[Sentence] = []
    at = 0
    for start, end in _areas(outline, shadow):
        for m in _SENTENCE.finditer(shadow, start, end):
            own = own_words(m[0], guide)
            if len(own) >= _LEAST:
                said = any(a <= m.start() < b for a, b in formal)
                sentences.append(_sentence(at, trimmed(shadow, m.span()), outline, quoter, said))
                parts.append(own)
                at += len(own)
    return Stream("".join(parts), tuple(sentences))


def own_words(text: str, guide: Guide) -> str:
    """Return the Chinese characters of a sentence without what all quote; nothing if they are a large part of it."""
    whole = characters(text)
    if not guide.common:
        return whole
    rest = whole
    with suppress(TimeoutError):  # a slow pattern of the pack costs some precision here, not the review
        rest = characters(joined(guide.common).sub("", text, timeout=_TIMEOUT))
    return rest if len(whole) - len(rest) < _QUOTED * len(whole) else ""


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
    areas = [*outline.lead]
    for s in outline.sections:
        areas.append((s.body_start, s.own_end))
        heading = text[s.heading_start : s.heading_end]
        if len(characters(heading)) >= _SAYING or (len(characters(heading)) >= _SHORT and _STOPS.search(heading)):
            areas.append((s.heading_start, s.heading_end))
    yield from sorted(areas)

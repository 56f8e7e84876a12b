"""Two quotations next to each other: what differs between them, and the words that give one away as copied."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from validator.model.review import Trace
from validator.renderers import wording as w

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 6_000
"""Characters of a quotation that a page shows."""

LONGEST_SAID = 600

_BLANK_LINES = re.compile(r"\n\s*\n")  # formats differ in how many they keep

SAME, DIFFERENT, TRACE = 0, 1, 2
_NOISE = 2  # two texts share a character or two by chance; marks around them would only confuse

Pieces = list[int | str]
"""A quotation in pieces: kind, text, kind, text, … kinds as above."""


def compared(here: str, there: str, traces: Iterable[Trace] = (), traces_there: Iterable[Trace] = ()) -> list[Pieces]:
    """Return both quotations in pieces; only the first if they are the same and hold no traces."""
    left, right = _BLANK_LINES.sub("\n", here[:LONGEST]), _BLANK_LINES.sub("\n", there[:LONGEST])
    marks = [bytearray(len(left)), bytearray(len(right))]
    if left != right:
        _mark_differences(left, right, marks)
    for text, mark, found in ((left, marks[0], traces), (right, marks[1], traces_there)):
        for t in found:
            _mark_words(text, t.words, mark)
    pieces = [_pieces(left, marks[0], len(here) > LONGEST), _pieces(right, marks[1], len(there) > LONGEST)]
    return pieces[:1] if pieces[0] == pieces[1] else pieces


def _mark_differences(left: str, right: str, marks: Sequence[bytearray]) -> None:
    from rapidfuzz.distance import Levenshtein  # loads what other outputs do not need

    steps = Levenshtein.opcodes(left, right)
    for i, step in enumerate(steps):
        a, b, c, d = step.src_start, step.src_end, step.dest_start, step.dest_end
        inside = 0 < i < len(steps) - 1
        if step.tag != "equal" or (inside and b - a <= _NOISE):
            _mark(left, a, b, marks[0])
            _mark(right, c, d, marks[1])


def _mark(text: str, start: int, end: int, mark: bytearray) -> None:
    """Mark what differs; indents and line ends are no difference in words."""
    if not text[start:end].isspace():
        mark[start:end] = bytes([DIFFERENT]) * (end - start)


def _mark_words(text: str, words: str, mark: bytearray) -> None:
    at = text.find(words) if words else -1
    while at >= 0:
        mark[at : at + len(words)] = bytes([TRACE]) * len(words)
        at = text.find(words, at + len(words))


def _pieces(text: str, mark: bytearray, cut: bool) -> Pieces:
    pieces: Pieces = []
    start = 0
    for i in range(1, len(mark) + 1):
        if i == len(mark) or mark[i] != mark[start]:
            pieces += [mark[start], lines(text[start:i])]
            start = i
    if cut:
        pieces += [SAME, "……"]
    return pieces


def brief(text: str) -> str:
    """Return a sentence of ours that may quote somebody, cut where the quotation is endless."""
    return text if len(text) <= LONGEST_SAID else text[:LONGEST_SAID] + "……"


def lines(text: str) -> str:
    """Return *text* with its line ends, without blank lines, and with nothing in it that works in secret."""
    if text.isprintable():
        return text
    return "\n".join(w.shown(line) for line in _BLANK_LINES.sub("\n", text).split("\n"))

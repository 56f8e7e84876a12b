"""Shadow spans → quotations of the original, with places, cut to length, safe to print, private data hidden."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from hashlib import sha256

from validator.model.document import Document
from validator.model.outline import Outline
from validator.model.result import Evidence
from validator.patterns import Match, compiled
from validator.text import Span, original_span
from validator.words import Words

MAX_QUOTE = 200
MAX_EVIDENCE = 8
# \d takes full-width digits, too.
_PRIVATE = compiled(
    r"(?<!\d)(?:[1-9１-９]\d{16}[\dXxＸｘ]|[1１][3-9３-９]\d[ -]?\d{4}[ -]?\d{4}|[3-6３-６]\d{15,18})(?![\d/])"
)
# Control and direction characters could rewrite what a terminal shows; they are made visible.
_UNSAFE = compiled("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACE = compiled(r"\s+")
_SECTION_HEADING = 30
_SHORTEST_NUMBER = 11
_FIRST_DIGITS = frozenset("13456789１３４５６７８９")  # of an ID, mobile or card number; 2 begins most years
_MARGIN = 24


def digest(text: str) -> str:
    """Return 16 hexadecimal digits that stand for *text*, white space aside."""
    return sha256("".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Quoter:
    """Quotes one document."""

    def __init__(self, document: Document, outline: Outline, masks: Sequence[Span] = ()) -> None:
        """Take the spans of names to hide (shadow offsets): as the shadow and as the original writes them."""
        self._document = document
        self._outline = outline
        original = (document.text[a:b] for a, b in (original_span(outline.shadow, m) for m in masks))
        names = {*(outline.shadow.text[a:b] for a, b in masks), *original}
        self._names = sorted(names, key=len, reverse=True)
        self._lines = _line_starts(document.text)
        self._found: dict[Span, Evidence] = {}

    def evidence(self, spans: Sequence[Span]) -> tuple[Evidence, ...]:
        """Return the quotations at *spans* (shadow offsets), in that order, at most MAX_EVIDENCE."""
        found = self._found
        for span in spans[:MAX_EVIDENCE]:
            if span not in found:  # many rules rest on the same heading
                found[span] = self._quote(span)
        return tuple(found[span] for span in spans[:MAX_EVIDENCE])

    def hidden(self, words: Words) -> Words:
        """Return *words* with private data hidden."""
        return Words(self.hide(words.zh), self.hide(words.en))

    def place(self, offset: int) -> tuple[int, int | None, int | None]:
        """Return line, page and paragraph of the character at *offset* of the original, as in ``Evidence``."""
        blocks = self._document.blocks
        if not blocks:
            return bisect_right(self._lines, offset), None, None
        block = blocks[max(bisect_right(blocks, offset, key=lambda b: b.start) - 1, 0)]
        return block.line or 1, block.page, block.paragraph

    def _quote(self, span: Span) -> Evidence:
        start, end = original_span(self._outline.shadow, span)
        text = self._document.text
        cut = min(end, start + MAX_QUOTE)
        # Hidden with what stands around it and before it is cut: half a number or name is private, too.
        before = max(start - _MARGIN, 0)
        quote = self.hide(text[before : cut + _MARGIN])[start - before : cut - before]
        if "  " in quote or not quote.isprintable():  # formats differ in how many blanks they keep
            quote = visible(_SPACE.sub(" ", quote)).strip()
        quote += "…" if cut < end else ""
        section = self._section(span[0])
        if self._document.blocks:
            return self._placed(start, end, quote, section)
        lines = self._lines
        line, end_line = bisect_right(lines, start), bisect_right(lines, end)
        column, end_column = start - lines[line - 1] + 1, end - lines[end_line - 1] + 1
        return Evidence(line, column, end_line, end_column, quote, section, start=start, end=end)

    def _placed(self, start: int, end: int, quote: str, section: str | None) -> Evidence:
        blocks = self._document.blocks
        i = max(bisect_right(blocks, start, key=lambda b: b.start) - 1, 0)
        k = max(bisect_right(blocks, max(end - 1, start), key=lambda b: b.start) - 1, 0)
        first, last = blocks[i], blocks[k]
        return Evidence(
            first.line or 1,
            start - first.start + first.column,
            last.line or 1,
            end - last.start + last.column,
            quote,
            section,
            first.page,
            first.paragraph,
            first.cell,
            next((b.review for b in blocks[i : k + 1] if b.review), None),
            start,
            end,
        )

    def _section(self, offset: int) -> str | None:
        top = None
        for s in self._outline.sections:
            if s.start > offset:
                break
            if s.level == 1 and offset < s.end:
                top = s
        if top is None:
            return None
        return self.hide(self._outline.shadow.text[top.start : top.heading_end].strip()[:_SECTION_HEADING])

    def hide(self, text: str) -> str:
        """Return *text*, original or shadow, with private data hidden; no offset changes."""
        text = without_numbers(text)
        for name in self._names:
            text = text.replace(name, name[0] + "*" * (len(name) - 1))
        return text


def without_numbers(text: str) -> str:
    """Return *text* with numbers of identity cards, mobile phones and bank cards hidden; no offset changes."""
    if len(text) >= _SHORTEST_NUMBER and not _FIRST_DIGITS.isdisjoint(text):
        text = _PRIVATE.sub(_starred, text)
    return text


def _starred(m: Match) -> str:
    number: str = m[0]
    return number[:3] + "*" * (len(number) - 5) + number[-2:]


def visible(text: str) -> str:
    """Return *text* with control and direction characters written out as ``\\u202e``."""
    shown: str = _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)
    return shown


def _line_starts(text: str) -> list[int]:
    """Return the offsets at which the lines of *text* begin; line ends are ``\\n``."""
    starts = [0]
    at = text.find("\n") + 1
    while at:
        starts.append(at)
        at = text.find("\n", at) + 1
    return starts

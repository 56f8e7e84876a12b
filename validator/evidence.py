"""Shadow spans → quotations of the original, with places, cut to length, safe to print, private data hidden."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from validator.checks.private_numbers import private_numbers, starred
from validator.model.document import Document
from validator.model.outline import Facts, Outline
from validator.model.result import Evidence
from validator.patterns import Match, compiled
from validator.text import Shadow, Span, original_offset, original_span
from validator.words import Words

MAX_QUOTE = 200
MAX_EVIDENCE = 8
# Control and direction characters could rewrite what a terminal shows; they are made visible.
_UNSAFE = compiled("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACE = compiled(r"\s+")
_STAR = compiled(r"\*")
_SECTION_HEADING = 30
_SHORTEST_NUMBER = 8  # characters
_DIGITS = frozenset("0123456789０１２３４５６７８９")
# The addresses of offices end in gov.cn; any other mailbox may be somebody's own.
_MAILBOX = compiled(r"(?<![\w.+-])[A-Za-z0-9._+-]{2,64}(?=[@＠](?![\w.-]{0,200}\bgov\.cn\b)[A-Za-z0-9-]+\.[A-Za-z])")
# What may stand between the characters of a name: blanks, one line break, a reading in pinyin.
_APART = compiled(r"[\s\u200b-\u200d\u2060\ufeff\u00ad]{1,8}|[（(]?[a-zü\u00e0-\u01dc]{1,7}[）)]?")


def digest(text: str) -> str:
    """Return 16 hexadecimal digits that stand for *text*, white space aside."""
    return sha256("".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Quoter:
    """Quotes one document."""

    def __init__(self, document: Document, outline: Outline, masks: Sequence[Span] = ()) -> None:
        """Take the spans of names to hide (shadow offsets): as the shadow and as the original writes them."""
        self._document = document
        self._outline = outline
        self._names = _names(document.text, outline.shadow, masks)
        self._shadow: str | None = None
        self._text: str | None = None
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
        cut = min(end, start + MAX_QUOTE)
        quote = self._hidden_text()[start:cut]  # cut when hidden: half a number or name is private, too
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
        return self._hidden_shadow()[top.start : top.heading_end].strip()[:_SECTION_HEADING]

    def hidden_facts(self, facts: Facts) -> Facts:
        """Return *facts* with private data hidden in what they quote."""
        title, unit = facts.title and self.hide(facts.title), facts.unit and self.hide(facts.unit)
        addressee = facts.addressee and self.hide(facts.addressee)
        return facts._replace(title=title, unit=unit, addressee=addressee)

    def hide(self, text: str) -> str:
        """Return *text* with private data hidden; no offset changes.

        In the whole original and the whole shadow all is hidden that can be seen in either of them.
        """
        if text == self._document.text:
            return self._hidden_text()
        return self._hidden_shadow() if text == self._outline.shadow.text else self._hide(text)

    def _hide(self, text: str) -> str:
        return _with_stars(without_numbers(text), [at for name in self._names for at in _given(text, name)])

    def _hidden_shadow(self) -> str:
        if self._shadow is None:
            self._shadow = self._hide(self._outline.shadow.text)
        return self._shadow

    def _hidden_text(self) -> str:
        """Return the original, hidden also where page numbers, readings or a broken line stand inside a number."""
        if self._text is None:
            shadow, seen = self._outline.shadow, self._hidden_shadow()
            self._text = self._hide(self._document.text)
            if seen != shadow.text:
                stars = [m.start() for m in _STAR.finditer(seen) if shadow.text[m.start()] != "*"]
                self._text = _with_stars(self._text, [original_offset(shadow, i) for i in stars])
        return self._text


def without_numbers(text: str) -> str:
    """Return *text* with numbers of persons and their mailboxes hidden; no offset changes.

    Numbers are those of identity cards, mobile phones, bank cards and accounts. It fits names of files, too.
    """
    if "@" in text or "＠" in text:
        text = _MAILBOX.sub(_initial, text)
    if len(text) < _SHORTEST_NUMBER or _DIGITS.isdisjoint(text):
        return text
    return _with_stars(text, [at for number in private_numbers(text) for at in starred(text, number.span)])


def _with_stars(text: str, offsets: Iterable[int]) -> str:
    pieces, at = [], 0
    for offset in sorted(set(offsets)):
        pieces += [text[at:offset], "*"]
        at = offset + 1
    return "".join([*pieces, text[at:]]) if pieces else text


def _names(text: str, shadow: Shadow, masks: Sequence[Span]) -> set[str]:
    """Return the names at *masks* as the shadow and as the original writes them, without blanks and readings."""
    original = {"".join(text[original_offset(shadow, i)] for i in range(a, b)) for a, b in masks}
    return {"".join(name.split()) for name in {*original, *(shadow.text[a:b] for a, b in masks)}} - {""}


def _given(text: str, name: str) -> Iterator[int]:
    """Yield the offsets of all but the first character of *name* wherever it stands, however it is set."""
    start = text.find(name[0])
    while start >= 0:
        end = start + 1
        for sign in name[1:]:
            if text[end : end + 1] != sign:
                apart = _APART.match(text, end)
                end = apart.end() if apart else end
            if text[end : end + 1] != sign:
                break
            end += 1
        else:
            yield from (i for i in range(start + 1, end) if not (text[i].isspace() or text[i] in "（）()"))
        start = text.find(name[0], start + 1)


def _initial(m: Match) -> str:
    found: str = m[0]
    return found[0] + "*" * (len(found) - 1)


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

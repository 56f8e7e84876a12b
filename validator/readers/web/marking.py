"""A page's source → the same page with a mark in front of every run of text that tells where the run stands.

The marks are characters that no text uses. An HTML parser leaves them where they are, so each run of text that it
returns still knows its line, its column, and what the tags around it say of it.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from functools import lru_cache

from validator.readers.web.listing import Lists
from validator.readers.web.marks import FIRST_MARK, MARK, MOST_MARKS, Mark, Marked, Meta
from validator.readers.web.nesting import Nesting
from validator.readers.web.tags import (
    BLANK,
    BLANKS,
    SAME_AS_PRE,
    TAG,
    TOKEN,
    attributes_of,
    has_style,
    hides,
    is_link,
    value_offset,
)

MOST_TAGS = 1_000_000
_UNSEEN = "\u200b"  # in place of a mark that the page has itself: the columns stay
_METAS = ("articletitle", "pubdate", "contentsource")
_TEXT_FIELDS = ("", "text", "search")


class TooManyTagsError(Exception):
    """A page has more than MOST_TAGS tags."""


def marked(source: str) -> Marked:
    """Return the page *source* (line ends: ``\\n``) with marks. Raise TooManyTagsError.

    Of tags only the names are left, and ``hidden`` on what a style hides: text needs no more, and parsers need very
    long for many attributes.
    """
    data = source.encode("utf-8", "surrogatepass")
    if b"\xf3" in data or b"\xf4" in data:  # so begin the characters that serve as marks, and few others
        source = MARK.sub(_UNSEEN, source)
    return _Marking(source).result()


class _Marking:
    """Goes through one page."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.out: list[str] = []
        self.marks: list[Mark] = []
        self.metas: dict[str, Meta] = {}
        self.at = self.line_start = 0
        self.line = 1
        self.nesting = Nesting()
        self.lists = Lists()
        self.followed = 0  # inline tags that are open and matter
        self.broken = False
        self.xml = source[:100].lstrip("\ufeff \n").startswith("<?xml")
        self.actions: dict[str, Callable[[str, int], None]] = {
            "ol": lambda text, _: self.lists.begin(not self._is_beside(), attributes_of(text)),
            "ul": lambda text, _: self.lists.begin(False, attributes_of(text)),
            "/ol": lambda _text, _: self.lists.end(),
            "/ul": lambda _text, _: self.lists.end(),
            "li": lambda text, _: self.lists.item(attributes_of(text)),
            "/li": lambda _text, _: self.lists.end_item(),
            "meta": self._meta,
            "input": self._input,
        }

    def result(self) -> Marked:
        """Read the page through."""
        for i, m in enumerate(TOKEN.finditer(self.source)):
            if i > MOST_TAGS:
                raise TooManyTagsError
            kind = m.lastindex
            if kind == 1:
                self._text(m[1], m.start())
            elif kind == 4:
                self._inline(m[4], m.start())
            elif kind == 6:
                self._tag(m[5].lower(), m[6], m.start())
            elif kind == 2:
                self._entity(m[2], m.start())
            elif kind == 7:
                self.out += self._mark(m[7], m.start()), html.escape(m[7])
        return Marked("".join(self.out), self.marks, self.metas, len(self.marks) < MOST_MARKS)

    def _text(self, text: str, start: int) -> None:
        """Put a mark in front of *text*, and again behind white space that the page does not show as it is."""
        at = 0
        if text[0] in BLANK:
            at = len(text) - len(text.lstrip(BLANK))
            self._blank(text[:at])
        if text.isspace():
            self.out.append(text[at:])
            return
        self.out.append(self._mark(text[at : at + 9], start + at))
        for m in BLANKS.finditer(text, at):
            self.out.append(text[at : m.start()])
            self._blank(m[0])
            at = m.end()
            if at < len(text):
                self.out.append(self._mark(text[at : at + 9], start + at))
            if len(self.marks) >= MOST_MARKS:
                break
        self.out.append(text[at:])

    def _blank(self, text: str) -> None:
        if "\n" in text:
            self.broken = True
            if self.nesting.shows_line_ends:
                text = text.replace("\n", "<br>")
        self.out.append(text)

    def _entity(self, text: str, start: int) -> None:
        shown = _shown(text)
        if shown.isspace():
            self.out.append(text)
        elif ord(shown[0]) >= FIRST_MARK:
            self.out.append(_UNSEEN)
        else:
            self.out += self._mark(shown, start), text

    def _mark(self, text: str, offset: int) -> str:
        """Return a mark for *text*, which begins at *offset*; nothing when all are used: its place will be the last."""
        i = len(self.marks)
        if i >= MOST_MARKS:
            return ""
        line, column = self._place(offset)
        label = self.lists.take(text) if self.lists.label else ""
        near = self.nesting
        kept = near.is_open("pre")
        link, listed = near.link, bool(near.link) and near.listed
        mark = Mark(line, column, near.level, label, near.cell, near.block, self.broken, kept, link, listed)
        self.marks.append(mark)
        self.broken = False
        near.text()
        return chr(FIRST_MARK + i)

    def _place(self, offset: int) -> tuple[int, int]:
        """Return line and column of *offset*, which is behind the offset asked for before."""
        last = self.source.rfind("\n", self.at, offset)
        if last >= 0:
            self.line += self.source.count("\n", self.at, offset)
            self.line_start = last + 1
        self.at = offset
        return self.line, offset - self.line_start + 1

    def _inline(self, tags: str, start: int) -> None:
        """Leave out tags that change nothing of the text: not those that hide some of it, nor those that close them."""
        self.nesting.inline(tags)
        if self.followed or self.lists.label or has_style(tags):
            for m in TAG.finditer(tags):
                name, attributes = m[1].lower(), m[2]
                if name == "a" and self.lists.label and is_link(attributes):
                    self.lists.end_item()  # an entry of a menu, which a style sheet shows without numbers
                if self.nesting.is_open(name.lstrip("/")) or has_style(attributes):
                    depth = self.nesting.depth
                    self._tag(name, attributes, start + m.start())
                    self.followed += self.nesting.depth - depth

    def _tag(self, name: str, attributes: str, start: int) -> None:
        name = SAME_AS_PRE.get(name, name)
        action = self.actions.get(name)
        if action:
            action(attributes, start)
        if not self.nesting.tag(name, attributes):
            return
        hidden = " hidden" if name == "noscript" or (attributes and has_style(attributes) and hides(attributes)) else ""
        # A parser would take the text of a <noscript> above the body out of it.
        self.out.append(f"<{name.replace('noscript', 'span')}{hidden}>")
        if self.xml and attributes.endswith("/") and self.nesting.is_open(name):
            self.nesting.tag(f"/{name}", "")
            self.out.append(f"</{name}>")

    def _is_beside(self) -> bool:
        """Tell whether this place is beside the page's text: the lists there are menus."""
        return any(map(self.nesting.is_open, ("nav", "header", "footer", "aside")))

    def _meta(self, text: str, start: int) -> None:
        found = attributes_of(text)
        name, content = found.get("name", "").strip().lower(), _clean(found.get("content", ""))
        if name in _METAS and content and name not in self.metas:
            at = start + len("<meta") + value_offset(text, "content")
            self.metas[name] = Meta(content, *self._place(at))

    def _input(self, text: str, start: int) -> None:
        """Show what is written in a field for text; it stands in an attribute, which no parser returns as text."""
        found = attributes_of(text)
        value = _clean(found.get("value", ""))
        if value and found.get("type", "").strip().lower() in _TEXT_FIELDS and not hides(text):
            at = start + len("<input") + value_offset(text, "value")
            self.out += " ", self._mark(value, at), html.escape(value), " "


@lru_cache(maxsize=512)
def _shown(entity: str) -> str:
    return html.unescape(entity)


def _clean(value: str) -> str:
    """Return the value of an attribute without line ends and marks."""
    return MARK.sub(_UNSEEN, " ".join(value.split()))

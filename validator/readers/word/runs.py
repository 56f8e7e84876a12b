"""What stands in one of Word's paragraphs → runs of text: fields, line breaks, symbols, text boxes, changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from validator.readers.word.numbering import VAL, W
from validator.readers.word.styles import hidden_in

if TYPE_CHECKING:
    from lxml.etree import _Element

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_BOX = W + "txbxContent"
WRAPPERS = frozenset(
    W + name for name in ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "bdo", "dir")
)
"""What only wraps its content: links, tags, accepted insertions, content controls, text set right to left."""
DELETED = (W + "del", W + "moveFrom")
_INSERTED = (W + "ins", W + "moveTo")
_DATES = frozenset(("DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE"))
_ENCIRCLED = re.compile(r"\s*EQ\s*\\o\s*\\ac\s*\(\s*[○〇◯]\s*[,，;]\s*(\d{1,2})\s*\)", re.IGNORECASE)
_ODD_SPACE = re.compile("[\n\r\x85\u2028\u2029]+")
_CODE = re.compile("[0-9A-Fa-f]{2,4}")
_PRIVATE = range(0xE000, 0xF900)
_CIRCLED_DIGITS = range(0xF081, 0xF08B)  # ① to ⑩ in the font Wingdings


class Run(NamedTuple):
    """Text of a paragraph; ``\\n`` is a line break in it. *dated*: a date that changes when the file is opened."""

    text: str
    dated: bool = False


class Line:
    """A paragraph while it is read: its runs, and the text boxes above and below what is written in it.

    *listed*: how many of the runs belong to a table of contents.
    """

    __slots__ = ("above", "below", "listed", "runs")

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.listed = 0
        self.above: list[_Element] = []
        self.below: list[_Element] = []

    def size(self) -> int:
        """Return a number that grows with whatever is read."""
        return len(self.runs) + len(self.above) + len(self.below)

    def add_box(self, box: _Element) -> None:
        """Keep a text box for later."""
        written = any(not run.text.isspace() for run in self.runs)
        (self.below if written else self.above).append(box)


class Field:
    """A field: its instruction, of which *kind* is the first word, and whether its result has begun."""

    __slots__ = ("in_result", "instruction", "kind")

    def __init__(self, instruction: str = "") -> None:
        self.instruction = instruction
        self.kind = ""
        self.in_result = False

    def begin_result(self) -> None:
        """End the instruction."""
        self.in_result = True
        self.kind = (self.instruction.split() or [""])[0].upper()


class Reading:
    """What is known while a text is read: the fields that are open, and whether changes were met.

    *hides*: tells whether a character style hides its text.
    """

    def __init__(self, hides: Callable[[str], bool]) -> None:
        self.hides = hides
        self.fields: list[Field] = []
        self.changed = False

    def inline(self, parent: _Element, line: Line, hidden: bool) -> None:
        """Read what stands in a paragraph, or in a part of one, into *line*; not what is *hidden*."""
        for child in parent:
            visit = _INLINE.get(child.tag)
            if visit:
                visit(self, child, line, hidden)

    def write(self, text: str, line: Line, hidden: bool) -> None:
        """Add *text* to *line*, unless it is hidden or belongs to an instruction."""
        if hidden or not text:
            return
        if not self.fields:
            line.runs.append(Run(text))
        elif all(f.in_result for f in self.fields):
            line.runs.append(Run(text, any(f.kind in _DATES for f in self.fields)))
            line.listed += self.lists_contents()

    def lists_contents(self) -> bool:
        """Tell whether a table of contents has begun and not ended."""
        return any(f.kind == "TOC" for f in self.fields)

    def end_paragraph(self) -> None:
        """Give up instructions that have no end, or they would swallow the rest."""
        if self.fields:
            self.fields = [f for f in self.fields if f.in_result]


def _wrapper(reading: Reading, element: _Element, line: Line, hidden: bool) -> None:
    reading.changed |= element.tag in _INSERTED
    reading.inline(element, line, hidden)


def _deletion(reading: Reading, _element: _Element, _line: Line, _hidden: bool) -> None:
    reading.changed = True


def _run(reading: Reading, element: _Element, line: Line, hidden: bool) -> None:
    properties = element.find(W + "rPr")
    if properties is not None:
        own = hidden_in(properties)
        style = properties.find(W + "rStyle")
        if own is not None:
            hidden = own
        elif style is not None:
            hidden = hidden or reading.hides(style.get(VAL, ""))
    reading.inline(element, line, hidden)


def _text(reading: Reading, element: _Element, line: Line, hidden: bool) -> None:
    text = element.text or ""
    if element.get(_SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    reading.write(_ODD_SPACE.sub(" ", text), line, hidden)


def _sign(text: str) -> _Visit:
    return lambda reading, _element, line, hidden: reading.write(text, line, hidden)


def _break(reading: Reading, element: _Element, line: Line, hidden: bool) -> None:
    if element.get(W + "type", "textWrapping") == "textWrapping":
        reading.write("\n", line, hidden)


def _symbol(reading: Reading, element: _Element, line: Line, hidden: bool) -> None:
    code = element.get(W + "char", "")
    at = int(code, 16) if _CODE.fullmatch(code) else 0
    if element.get(W + "font") == "Wingdings" and at in _CIRCLED_DIGITS:
        reading.write(chr(ord("①") + at - _CIRCLED_DIGITS[0]), line, hidden)
    elif chr(at).isprintable() and at not in _PRIVATE:
        reading.write(chr(at), line, hidden)


def _field_sign(reading: Reading, element: _Element, line: Line, hidden: bool) -> None:
    kind = element.get(W + "fldCharType")
    if kind == "begin":
        reading.fields.append(Field())
    elif reading.fields and kind == "separate":
        reading.fields[-1].begin_result()
    elif reading.fields and kind == "end":
        field = reading.fields.pop()
        m = _ENCIRCLED.match(field.instruction) if not field.in_result else None
        if m and 0 < int(m[1]) <= 20:  # a number in a circle is a field without result
            reading.write(chr(ord("①") + int(m[1]) - 1), line, hidden)


def _instruction(reading: Reading, element: _Element, _line: Line, _hidden: bool) -> None:
    if reading.fields:
        reading.fields[-1].instruction += element.text or ""


def _simple_field(reading: Reading, element: _Element, line: Line, hidden: bool) -> None:
    field = Field(element.get(W + "instr", ""))
    field.begin_result()
    reading.fields.append(field)
    reading.inline(element, line, hidden)
    reading.fields.remove(field)


def _ruby(reading: Reading, element: _Element, line: Line, hidden: bool) -> None:
    for base in element.iterchildren(W + "rubyBase"):
        reading.inline(base, line, hidden)


def _formula(reading: Reading, element: _Element, line: Line, hidden: bool) -> None:
    reading.write("".join(t.text or "" for t in element.iter(_MATH + "t")), line, hidden)


def _alternate(reading: Reading, element: _Element, line: Line, hidden: bool) -> None:
    """Read the first alternative that has something to read: all of them show the same."""
    before = line.size()
    for branch in element:
        reading.inline(branch, line, hidden)
        _shapes(reading, branch, line, hidden)
        if line.size() > before:
            return


def _shapes(reading: Reading, element: _Element, line: Line, hidden: bool) -> None:
    """Read the text boxes of a drawing."""
    for child in element if not hidden else ():
        if child.tag == _BOX:
            line.add_box(child)
        elif child.tag == ALTERNATE:
            _alternate(reading, child, line, hidden)
        elif child.tag not in _INLINE:
            _shapes(reading, child, line, hidden)


_Visit: TypeAlias = Callable[[Reading, "_Element", Line, bool], None]
_INLINE: Mapping[str, _Visit] = {
    W + "r": _run,
    W + "t": _text,
    W + "tab": _sign("\t"),
    W + "ptab": _sign("\t"),
    W + "br": _break,
    W + "cr": _sign("\n"),
    W + "noBreakHyphen": _sign("-"),
    W + "sym": _symbol,
    W + "fldChar": _field_sign,
    W + "instrText": _instruction,
    W + "fldSimple": _simple_field,
    W + "ruby": _ruby,
    W + "drawing": _shapes,
    W + "pict": _shapes,
    W + "object": _shapes,
    _MATH + "oMath": _formula,
    _MATH + "oMathPara": _formula,
    ALTERNATE: _alternate,
    **dict.fromkeys(WRAPPERS, _wrapper),
    **dict.fromkeys(DELETED, _deletion),
}

"""Word's XML → paragraphs and tables in reading order, as somebody sees them who accepts all changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from validator.readers.word.numbering import LEVELS, VAL, Counts, Lists, Num, W, joint, label_of, num_of
from validator.readers.word.runs import ALTERNATE, DELETED, WRAPPERS, Line, Reading, Run
from validator.readers.word.styles import Look, NumProperties, Sheet, hidden_in, look_of, num_in, outline_in

if TYPE_CHECKING:
    from lxml.etree import _Element

_P, _TABLE, _ROW, _CELL = W + "p", W + "tbl", W + "tr", W + "tc"


class Para(NamedTuple):
    """A paragraph. *number*: 1-based; *label*: its automatic number, with the space behind it if it needs one.

    *level*: of a heading, 1 to 9, else 0; *contents*: a line of a table of contents.
    """

    number: int
    label: str
    runs: tuple[Run, ...]
    level: int = 0
    contents: bool = False


class Box(NamedTuple):
    """A cell of a table with its 1-based column, counted in grid columns."""

    column: int
    items: tuple[Item, ...]


class Table(NamedTuple):
    """A table, its number in the document, its rows; cells that only continue another one are left out."""

    number: int
    rows: tuple[tuple[Box, ...], ...]


Item: TypeAlias = "Para | Table"


class Story(NamedTuple):
    """A text with its paragraphs and tables.

    *changed*: some changes in it are neither accepted nor rejected; *foreign*: a file of another kind is put into it.
    """

    items: tuple[Item, ...]
    changed: bool
    foreign: bool


def story_of(root: _Element, sheet: Sheet, lists: Lists) -> Story:
    """Return what stands in *root*: a body, a header, a footer, a note."""
    walk = _Walk(sheet, lists)
    items: list[Item] = []
    walk.story(root, items)
    if walk.reading.lists_contents():  # to the end of the text: the table of contents has lost its own
        items = [item._replace(contents=False) if isinstance(item, Para) else item for item in items]
    return Story(tuple(items), walk.reading.changed, walk.foreign)


class _Properties(NamedTuple):
    """What a paragraph says of itself. *deleted*, *hidden*: its end mark is, so the next one goes on in it."""

    style: str
    outline: int | None = None
    num: NumProperties = NumProperties()
    deleted: bool = False
    hidden: bool = False


class _Walk:
    """One way through a text: the paragraph reached, the numbers counted so far, the fields that are open."""

    def __init__(self, sheet: Sheet, lists: Lists) -> None:
        self.sheet = sheet
        self.lists = lists
        self.counts = Counts({}, set())
        self.looks: dict[str, Look] = {}
        self.nums: dict[str, Num | None] = {}
        self.reading = Reading(lambda style: self.look(style).hidden)
        self.paragraphs = 0
        self.tables = 0
        self.foreign = False
        self.carried: Para | None = None  # text of a paragraph that goes on in the next one

    def look(self, style: str) -> Look:
        found = self.looks.get(style)
        if found is None:
            found = self.looks[style] = look_of(self.sheet, style)
        return found

    def story(self, parent: _Element, items: list[Item]) -> None:
        """Read a text of its own: a body, a cell, a text box."""
        outer, self.carried = self.carried, None
        self.blocks(parent, items)
        self.flush(items)
        self.carried = outer

    def flush(self, items: list[Item]) -> None:
        if self.carried:
            items.append(self.carried)
            self.carried = None

    def blocks(self, parent: _Element, items: list[Item]) -> None:
        for child in parent:
            tag = child.tag
            if tag == _P:
                self.paragraph(child, items)
            elif tag == _TABLE:
                self.flush(items)
                self.table(child, items)
            elif tag in WRAPPERS:
                self.blocks(child, items)
            elif tag == ALTERNATE:
                for branch in child[:1]:
                    self.blocks(branch, items)
            elif tag == W + "altChunk":
                self.foreign = True

    def paragraph(self, element: _Element, items: list[Item]) -> None:
        self.paragraphs += 1
        properties = self.properties(element)
        line = Line()
        para = self.read(element, properties, line)
        if self.carried:
            para, self.carried = _joined(self.carried, para), None
        for box in line.above:
            self.story(box, items)
        if not properties.deleted and not properties.hidden:
            items.append(para)
        elif para.runs:
            self.carried = para
        for box in line.below:
            self.story(box, items)

    def read(self, element: _Element, properties: _Properties, line: Line) -> Para:
        look = self.look(properties.style)
        self.reading.inline(element, line, look.hidden)
        self.reading.end_paragraph()
        para = Para(self.paragraphs, "", tuple(line.runs))
        if properties.deleted or (properties.hidden and not para.runs):
            return para  # no list counts it
        return para._replace(
            label=self.label(properties, look, line),
            level=look.level if properties.outline is None else (properties.outline + 1) % 10,
            contents=look.contents or 0 < line.listed == len(line.runs),
        )

    def properties(self, paragraph: _Element) -> _Properties:
        element = paragraph.find(W + "pPr")
        if element is None:
            return _Properties(self.sheet.usual, hidden=self.look(self.sheet.usual).hidden)
        named = element.find(W + "pStyle")
        style = named.get(VAL, "") if named is not None else self.sheet.usual
        mark = element.find(W + "rPr")
        hidden = hidden_in(mark) if mark is not None else None
        deleted = mark is not None and any(mark.find(tag) is not None for tag in DELETED)
        self.reading.changed |= deleted
        return _Properties(
            style,
            outline_in(element),
            num_in(element.find(W + "numPr")),
            deleted,
            self.look(style).hidden if hidden is None else hidden,
        )

    def label(self, properties: _Properties, look: Look, line: Line) -> str:
        own = properties.num
        num_id = look.num if own.num is None else own.num
        if not num_id or num_id == "0":
            return ""
        if num_id not in self.nums:
            self.nums[num_id] = num_of(self.lists, num_id)
        num = self.nums[num_id]
        if num is None:
            return ""
        level = own.level
        if level is None:
            linked = (i for name in look.names for i, at in enumerate(num.levels) if at.style == name)
            level = next(linked, look.num_level or 0)
        level = min(level, LEVELS - 1)
        label = label_of(num, num_id, level, self.counts)
        return label + joint(label, num.levels[level].gap, line.runs[0].text if line.runs else "")

    def table(self, element: _Element, items: list[Item]) -> None:
        self.tables += 1
        number = self.tables
        rows = tuple(self.row(row) for row in _inside(element, _ROW))
        items.append(Table(number, rows))

    def row(self, row: _Element) -> tuple[Box, ...]:
        properties = row.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            self.reading.changed = True
            return ()
        column = 1 + _number(properties, "gridBefore", 0)
        boxes = []
        for cell in _inside(row, _CELL):
            properties = cell.find(W + "tcPr")
            if _is_merged(properties):
                self.paragraphs += sum(1 for _ in cell.iter(_P))
            else:
                items: list[Item] = []
                self.story(cell, items)
                boxes.append(Box(column, tuple(items)))
            column += max(_number(properties, "gridSpan", 1), 1)
        return tuple(boxes)


def _joined(before: Para, after: Para) -> Para:
    """Return two paragraphs as the one that is seen."""
    return after._replace(
        label=before.label or after.label, runs=before.runs + after.runs, level=before.level or after.level
    )


def _inside(element: _Element, tag: str) -> Iterator[_Element]:
    """Yield the rows of a table or the cells of a row, also those in a content control."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from _inside(child, tag)


def _number(properties: _Element | None, name: str, default: int) -> int:
    element = properties.find(W + name) if properties is not None else None
    text = element.get(VAL, "") if element is not None else ""
    return int(text) if text.isdecimal() and len(text) < 5 else default


def _is_merged(properties: _Element | None) -> bool:
    """Tell whether a cell only continues the one above or before it."""
    merges = [properties.find(W + name) for name in ("vMerge", "hMerge")] if properties is not None else []
    return any(m is not None and m.get(VAL, "continue") == "continue" for m in merges)

"""What stands around a place of a page: the tags that are open, the heading, the cell of a table, the link."""

from __future__ import annotations

from validator.readers.web.tags import BLOCKS, LOOSE, NO_TEXT, TAG, has_style, is_link, shows_line_ends

_TABLES = frozenset(["table", "/table", "td", "th"])
_LISTS = ("ul", "ol", "dl", "nav", "aside")
_DEEPEST = 1000  # open tags; for every tag a parser needs time in proportion to them


class Nesting:
    """Follows the tags of one page.

    *level*: of the heading, 0 outside; *link*: the number of the link, 0 outside; *block*: a block began or ended
    since the last text.
    """

    def __init__(self) -> None:
        self.level = 0
        self.block = True
        self.depth = 0
        self.link = 0
        self._links = 0
        self._open: dict[str, int] = {}
        self._begun = False  # the heading has text
        self._cells = [0]  # of the tables around, outermost first
        self._last_cell = 0
        self._showing = ""  # the tag whose style shows line ends
        self._showing_depth = 0

    @property
    def cell(self) -> int:
        """Return the number of the innermost cell of a table, 0 outside."""
        return self._cells[-1]

    @property
    def shows_line_ends(self) -> bool:
        """Tell whether a style shows the line ends of the source."""
        return bool(self._showing)

    @property
    def listed(self) -> bool:
        """Tell whether a list is open, or a part of the page beside its text."""
        return any(map(self.is_open, _LISTS))

    def is_open(self, name: str) -> bool:
        """Tell whether a tag of this name is open; tags that need no closing one are not known."""
        return self._open.get(name, 0) > 0

    def text(self) -> None:
        """Take note that text stands here."""
        self.block = False
        self._begun = True

    def tag(self, name: str, attributes: str) -> bool:
        """Follow a tag (*name* in small letters); tell whether a parser must see it."""
        if name in BLOCKS:
            self._block(name)
        if name in _TABLES:
            self._table(name)
        bare = name.lstrip("/")
        if bare in NO_TEXT or (bare not in LOOSE and not self._balanced(name, bare)):
            return False
        if self._showing or (attributes and has_style(attributes)):
            self._follow_style(name, bare, attributes)
        return True

    def inline(self, tags: str) -> None:
        """Follow the links among inline *tags*."""
        if "<a" in tags or "/a" in tags or "<A" in tags or "/A" in tags:
            for m in TAG.finditer(tags):
                if m[1] in ("a", "A"):
                    self._links += 1
                    self.link = self._links if is_link(m[2]) else 0
                elif m[1] in ("/a", "/A"):
                    self.link = 0

    def _balanced(self, name: str, bare: str) -> bool:
        """Count a tag; tell whether it is of use: it closes something, or opens something that is not too deep."""
        count = self._open.get(bare, 0)
        step = -1 if name[0] == "/" else 1
        if (step < 0 and not count) or (step > 0 and self.depth >= _DEEPEST):
            return False
        self._open[bare] = count + step
        self.depth += step
        return True

    def _block(self, name: str) -> None:
        self.block = True
        self.link = 0  # a link that nothing closes ends with its block
        if name[0] == "h" and name[1:].isdigit():
            self.level, self._begun = int(name[1:]), False
        elif self._begun or name[:2] == "/h":  # a heading that nothing closes ends where the next block begins
            self.level = 0

    def _table(self, name: str) -> None:
        if name == "table":
            self._cells.append(0)
        elif name == "/table":
            del self._cells[max(len(self._cells) - 1, 1) :]
        else:
            self._last_cell += 1
            self._cells[-1] = self._last_cell

    def _follow_style(self, name: str, bare: str, attributes: str) -> None:
        if not self._showing:
            if name == bare and shows_line_ends(attributes):
                self._showing, self._showing_depth = name, 1
        elif bare == self._showing:
            self._showing_depth += -1 if name != bare or name in LOOSE else 1
            if self._showing_depth < 1:
                self._showing = ""

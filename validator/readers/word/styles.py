"""Word's styles as far as a reader needs them: heading level, list, hidden text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from validator.readers.word.numbering import VAL, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"(?:heading|标题)\s?([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s?[1-9]", re.IGNORECASE)
_TITLES = ("title", "标题")
_DEEPEST = 20  # styles that stand on each other
BODY_LEVEL = 9  # Word's outline level of text that is no heading


class Style(NamedTuple):
    """A style's own words. *outline*: 0 to 8 a heading, 9 text; *num*: its list, "0" for none; None: not said."""

    name: str = ""
    base: str = ""
    outline: int | None = None
    num: str | None = None
    level: int | None = None
    hidden: bool | None = None


class Sheet(NamedTuple):
    """The styles of a document by id; *usual* is that of paragraphs that name none."""

    styles: Mapping[str, Style]
    usual: str = ""


class Look(NamedTuple):
    """A style with what it takes over. *level*: heading level 1 to 9, else 0; *names*: its id and those below it."""

    level: int = 0
    num: str = ""
    num_level: int | None = None
    hidden: bool = False
    contents: bool = False
    names: tuple[str, ...] = ()


class NumProperties(NamedTuple):
    """What a numPr says: the list and the level in it; None: not said."""

    num: str | None = None
    level: int | None = None


def sheet_of(root: _Element | None) -> Sheet:
    """Return the styles of the styles part *root*."""
    styles: dict[str, Style] = {}
    usual = ""
    for element in root.iterchildren(W + "style") if root is not None else ():
        if element.get(W + "type") == "table":
            continue  # most of the styles of a new file
        key = element.get(W + "styleId", "")
        styles[key] = _style(element)
        if element.get(W + "default") in ("1", "true", "on") and element.get(W + "type") == "paragraph":
            usual = key
    return Sheet(styles, usual)


def _style(element: _Element) -> Style:
    found: dict[str, str] = {}
    num = NumProperties()
    outline = hidden = None
    for child in element:
        tag = child.tag
        if tag == W + "pPr":
            outline = outline_in(child)
            num = num_in(child.find(W + "numPr"))
        elif tag == W + "rPr":
            hidden = hidden_in(child)
        elif tag in (W + "name", W + "basedOn"):
            found[tag] = child.get(VAL, "")
    return Style(found.get(W + "name", ""), found.get(W + "basedOn", ""), outline, num.num, num.level, hidden)


def look_of(sheet: Sheet, key: str) -> Look:
    """Return what the style *key* amounts to."""
    chain = list(_chain(sheet, key))
    # Without a styles part the names that Word gives its own styles (Heading1) still say something.
    styles = [sheet.styles[k] for k in chain] or [Style(key)]
    numbered = next((s for s in styles if s.num is not None), None)
    return Look(
        level=next((level for s in styles if (level := _heading_level(s)) is not None), 0),
        num=numbered.num or "" if numbered else "",
        num_level=next((s.level for s in styles if s.level is not None), None),
        hidden=next((s.hidden for s in styles if s.hidden is not None), False),
        contents=any(_CONTENTS.fullmatch(s.name) for s in styles),
        names=tuple(chain),
    )


def _chain(sheet: Sheet, key: str) -> Iterator[str]:
    for _ in range(_DEEPEST):
        style = sheet.styles.get(key)
        if style is None:
            return
        yield key
        key = style.base


def _heading_level(style: Style) -> int | None:
    """Return 1 to 9 for a heading, 0 for text, None where the style below decides."""
    if style.outline is not None:
        return style.outline + 1 if 0 <= style.outline < BODY_LEVEL else 0
    if style.name.lower() in _TITLES:
        return 0
    m = _HEADING.fullmatch(style.name)
    return int(m[1]) if m else None


def outline_in(properties: _Element) -> int | None:
    """Return the outline level that paragraph properties state, 0 to 9."""
    element = properties.find(W + "outlineLvl")
    return _digit(element.get(VAL)) if element is not None else None


def num_in(element: _Element | None) -> NumProperties:
    """Return what a numPr says."""
    if element is None:
        return NumProperties()
    num, level = element.find(W + "numId"), element.find(W + "ilvl")
    return NumProperties(
        num.get(VAL, "0") if num is not None else None, _digit(level.get(VAL)) if level is not None else None
    )


def hidden_in(properties: _Element) -> bool | None:
    """Return whether run properties hide their text, None when they do not say."""
    element = properties.find(W + "vanish")
    return None if element is None else is_on(element)


def is_on(element: _Element) -> bool:
    """Tell whether a switch is on: it is when it stands there without a value."""
    return element.get(VAL) not in ("0", "false", "off")


def _digit(text: str | None) -> int | None:
    return int(text) if text and len(text) == 1 and text.isdecimal() else None

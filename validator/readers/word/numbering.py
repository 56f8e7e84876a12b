"""Word's automatic numbers, which stand in no text: what a list looks like, and the label of its next paragraph.

ECMA-376 part 1, §17.9: a paragraph names a *num*, that an *abstractNum* with nine levels; *num* may override levels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from validator.patterns import compiled
from validator.readers.numerals import numeral

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"
LEVELS = 9
_MAX_LINKS = 10
_BLANK = compiled("%([1-9])")
_CLOSED = ("、", "，", ".", "．", "。", ")", "）", "：", ":", "〕", "]", "】", "》")
_CIRCLED = compiled("[\u2460-\u24ff\u2776-\u2793\u3220-\u3243\u3251-\u325f\u3280-\u32bf]$")
_LIKE_A_NUMBER = compiled(r"\d[.．]$")


class Level(NamedTuple):
    """One level of a list. *text* holds %1 … %9 for the numbers; *restart*: of the levels up to it, 0 for never."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    gap: bool = True
    style: str = ""


class Lists(NamedTuple):
    """The lists of a document, as they stand in its numbering part; *style_num* gives the num of a list style."""

    nums: Mapping[str, _Element]
    abstracts: Mapping[str, _Element]
    style_num: Callable[[str], str]


class Num(NamedTuple):
    """A list: lists with the same *abstract* count on together; *starts*: where this one begins its own count."""

    abstract: str
    levels: tuple[Level, ...]
    starts: Mapping[int, int]


class Counts(NamedTuple):
    """How far the lists have counted: numbers per abstract list, and the beginnings that were made already."""

    values: dict[str, list[int | None]]
    begun: set[tuple[str, int]]


def lists_of(root: _Element | None, style_num: Callable[[str], str] = lambda _: "") -> Lists:
    """Return the lists of the numbering part *root*."""
    nums = _by_id(root.iterchildren(W + "num") if root is not None else (), "numId")
    abstracts = _by_id(root.iterchildren(W + "abstractNum") if root is not None else (), "abstractNumId")
    return Lists(nums, abstracts, style_num)


def _by_id(elements: Iterable[_Element], key: str) -> dict[str, _Element]:
    return {e.get(W + key, ""): e for e in elements}


def num_of(lists: Lists, num_id: str) -> Num | None:
    """Return the list *num_id*, None when the document has none of that number."""
    element = lists.nums.get(num_id)
    if element is None:
        return None
    abstract_id, abstract = _abstract(lists, element)
    if abstract is None:
        return None
    levels = [Level("none")] * LEVELS
    for lvl in abstract.iterchildren(W + "lvl"):
        levels[_index(lvl)] = _level(lvl)
    starts = {}
    for override in element.iterchildren(W + "lvlOverride"):
        i = _index(override)
        own, start = override.find(W + "lvl"), override.find(W + "startOverride")
        if own is not None:
            levels[i] = _level(own)
        if start is not None:
            starts[i] = _number(start.get(VAL), 1)
    return Num(abstract_id, tuple(levels), starts)


def _abstract(lists: Lists, num: _Element) -> tuple[str, _Element | None]:
    """Return the abstract list behind *num*; some only name a list style, whose own list says how it looks."""
    for _ in range(_MAX_LINKS):
        named = num.find(W + "abstractNumId")
        abstract_id = named.get(VAL, "") if named is not None else ""
        abstract = lists.abstracts.get(abstract_id)
        link = abstract.find(W + "numStyleLink") if abstract is not None else None
        linked = lists.nums.get(lists.style_num(link.get(VAL, ""))) if link is not None else None
        if linked is None or linked is num:
            return abstract_id, abstract
        num = linked
    return "", None


def _index(element: _Element) -> int:
    return min(max(_number(element.get(W + "ilvl"), 0), 0), LEVELS - 1)


def _level(lvl: _Element) -> Level:
    # Word writes a format that older programs do not know as an alternative; the usual one stands in the fallback.
    formats = [f.get(VAL, "") for f in lvl.iter(W + "numFmt")]
    style = lvl.find(W + "pStyle")
    restart = lvl.find(W + "lvlRestart")
    return Level(
        format=next((f for f in formats if f != "custom"), "decimal"),
        text=_value(lvl, "lvlText", ""),
        start=_number(_value(lvl, "start", "0"), 0),
        restart=_number(restart.get(VAL), 0) if restart is not None else None,
        legal=lvl.find(W + "isLgl") is not None and _value(lvl, "isLgl", "1") not in ("0", "false", "off"),
        gap=_value(lvl, "suff", "tab") != "nothing",
        style=style.get(VAL, "") if style is not None else "",
    )


def _value(lvl: _Element, name: str, default: str) -> str:
    element = lvl.find(W + name)
    return str(element.get(VAL, default)) if element is not None else default


def _number(text: str | None, default: int) -> int:
    return int(text) if text and len(text) < 10 and text.lstrip("-").isdecimal() else default


def label_of(num: Num, num_id: str, level: int, counts: Counts) -> str:
    """Count one more paragraph of *num* at *level* (0 to 8) and return its label as Word shows it, if any."""
    values = _counted(num, num_id, level, counts)
    own = num.levels[level]
    if own.format == "bullet":
        return ""

    def shown(k: int) -> str:
        at = num.levels[k]
        value = values[k]
        return numeral("decimal" if own.legal else at.format, at.start if value is None else value)

    return str(_BLANK.sub(lambda m: shown(int(m[1]) - 1), own.text))


def _counted(num: Num, num_id: str, level: int, counts: Counts) -> list[int | None]:
    values = counts.values.setdefault(num.abstract, [None] * LEVELS)
    if level in num.starts and (num_id, level) not in counts.begun:
        counts.begun.add((num_id, level))
        values[level] = None
    before = values[level]
    values[level] = num.starts.get(level, num.levels[level].start) if before is None else before + 1
    for k in range(level + 1, LEVELS):
        restart = num.levels[k].restart
        if restart is None or level < restart:
            values[k] = None
    return values


def joint(label: str, gap: bool, text: str) -> str:
    """Return what stands between *label* and *text* so that the two read as if they were typed."""
    if not label or not gap or not text:
        return ""
    if _LIKE_A_NUMBER.search(label) and text[:1].isdecimal():
        return " "  # 1. and 5个 would read 1.5个
    return "" if label.endswith(_CLOSED) or _CIRCLED.search(label) else " "

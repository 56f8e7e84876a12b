"""The numbers that a browser puts in front of the items of a list: they are seen and stand nowhere in the source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from validator.readers.numerals import numeral

_CHINESE = "chineseCountingThousand"
_NUMERALS: Mapping[str, str] = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "decimal": "decimal", "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "lower-roman": "lowerRoman",
    "upper-alpha": "upperLetter", "upper-latin": "upperLetter", "upper-roman": "upperRoman",
    "cjk-ideographic": _CHINESE, "simp-chinese-informal": _CHINESE, "trad-chinese-informal": _CHINESE,
    "cjk-decimal": _CHINESE, "simp-chinese-formal": "chineseLegalSimplified",
    "trad-chinese-formal": "ideographLegalTraditional", "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac", "none": "", "disc": "", "circle": "", "square": "",
}  # fmt: skip
_LATIN = ("decimal", "lower", "upper")
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]*)")
_WORD = re.compile(r"[a-z][a-z-]*")
_WHOLE = re.compile(r"-?\d{1,6}")
# The numbers of such lists are hidden by a style sheet that nobody has beside the page.
_NAVIGATION = re.compile(r"crumb|nav|menu|pagin|swiper|carousel|indicator", re.I)
_OWN_NUMBER = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）]|第[一二三四五六七八九十]{1,3}(?:部分|章|条)|[①-⑳]"
)


class _List(NamedTuple):
    """A list that is open: how its numbers are written, the next of them."""

    numerals: str
    next: int


class Lists:
    """The lists around a place of a page, outermost first, and the number of the item that begins there."""

    def __init__(self) -> None:
        self._open: list[_List] = []
        self.label = ""

    def begin(self, ordered: bool, attributes: Mapping[str, str]) -> None:
        """Open a list with these *attributes*."""
        numerals = _numerals(attributes) if ordered or "style" in attributes else ""
        if numerals is None:
            numerals = "decimal" if ordered else ""
        start = attributes.get("start", "").strip()
        self._open.append(_List(numerals, int(start) if _WHOLE.fullmatch(start) else 1))

    def end(self) -> None:
        """Close the innermost list."""
        del self._open[-1:]
        self.label = ""

    def item(self, attributes: Mapping[str, str]) -> None:
        """Begin an item: *label* is what stands in front of it, until somebody takes it."""
        self.label = ""
        if not self._open or not self._open[-1].numerals:
            return
        numerals, number = self._open[-1]
        value = attributes.get("value", "").strip()
        number = int(value) if _WHOLE.fullmatch(value) else number
        self._open[-1] = _List(numerals, number + 1)
        own = _numerals({"style": attributes.get("style", "")})
        self.label = _label(numerals if own is None else own, number)

    def end_item(self) -> None:
        """Forget the number that nothing has taken."""
        self.label = ""

    def take(self, text: str) -> str:
        """Return the label in front of *text*, once; a text with a number of its own shows no other."""
        label, self.label = self.label, ""
        if not label or has_number(text):
            return ""
        return f"{label} " if label.endswith(".") and text[0].isdigit() else label


def has_number(text: str) -> bool:
    """Tell whether *text* begins with a number of its own."""
    return bool(_OWN_NUMBER.match(text))


def _numerals(attributes: Mapping[str, str]) -> str | None:
    """Return how the attributes of a list say that it writes its numbers; nothing for “not at all”, None: unsaid."""
    if _NAVIGATION.search(attributes.get("class", "") + attributes.get("id", "")):
        return ""
    for m in _STYLE.finditer(attributes.get("style", "").lower()):
        for word in _WORD.findall(m[1]):
            if word in _NUMERALS:
                return _NUMERALS[word]
    return _NUMERALS.get(attributes.get("type", "").strip())


def _label(numerals: str, number: int) -> str:
    if not numerals:
        return ""
    return numeral(numerals, number) + ("." if numerals.startswith(_LATIN) else "、")

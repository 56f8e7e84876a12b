"""Dates and numerals as Chinese offices write them, whole or damaged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from validator.patterns import LINES, Match, compiled

Wholeness = Literal["complete", "incomplete", "damaged"]


class FoundDate(NamedTuple):
    """A date in a text. *span*: half-open character offsets.

    *value* is set when *wholeness* is complete. A damaged date (202428日: 年 and 月 lost; 2O24年l月9日: letters for
    digits) has *readings*: every calendar date that its digits allow.
    """

    span: tuple[int, int]
    wholeness: Wholeness
    value: date | None = None
    readings: tuple[date, ...] = ()


_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "Ｏ": 0, "O": 0, "两": 2, "0": 0}
_OLD_FORMS = {"元": "一", "廿": "二十", "卅": "三十"}
_NIL = "〇○零OＯ0"
_CN = f"{_NIL}一二三四五六七八九"
_MISREAD = "[0-9OolI]"  # digits with the letters that a machine reads for 0 and 1
_BLANK = r"[\s_×xX＿\-—\ufffd]"
_DIGIT_OF = str.maketrans("OolI", "0011")
_GAP = r"[ \u3000\u00a0]*"
_FORMS = (
    rf"(?P<y1>(?:19|20)\d\d|[二一][{_CN}]{{3}}){_GAP}年{_GAP}(?P<m1>\d{{1,2}}|元|[{_CN}十]{{1,3}}){_GAP}月{_GAP}"
    rf"(?P<d1>\d{{1,2}}|[{_CN}十廿卅]{{1,4}}){_GAP}[日号]",
    rf"(?<![\d.])(?P<y2>(?:19|20)\d\d){_GAP}(?P<s2>[-/.]){_GAP}(?P<m2>\d{{1,2}}){_GAP}(?P=s2){_GAP}(?P<d2>\d{{1,2}})(?![\d.]*\d)",
    rf"(?<![0-9A-Za-z])(?P<y7>(?:19|2[0Oo]){_MISREAD}{{2}}){_GAP}年{_GAP}(?P<m7>{_MISREAD}{{1,2}}){_GAP}月{_GAP}"
    rf"(?P<d7>{_MISREAD}{{1,2}}){_GAP}[日号]",
    r"(?<!\d)(?P<y6>(?:19|20)\d\d)年(?P<m6>\d{1,2})月(?P<d6>\d{1,2})(?=\s*$)",
    rf"(?P<y4>(?:19|20)\d\d|[二一][{_CN}]{{3}}|{_BLANK}{{2,}}){_GAP}年"
    rf"(?:{_BLANK}*(?:\d{{0,2}}|[{_CN}十]{{1,3}}){_BLANK}*月(?:{_BLANK}*\d{{0,2}}{_BLANK}*[日号])?|{_BLANK}*$)",
    r"(?<!\d)(?P<y5>(?:19|20)\d\d)(?P<r5>年?\d{2,4}|年\d)日",
    rf"(?<!\d)(?<!\d[ \u3000])\d\d{_GAP}年{_GAP}\d{{1,2}}{_GAP}月{_GAP}\d{{1,2}}{_GAP}[日号]",
)
_ANY = compiled("|".join(_FORMS), LINES)


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[FoundDate]:
    """Return the dates of *text* between two offsets, in order of appearance."""
    stop = len(text) if end is None else end
    # Every form has one of these, and str.find is far cheaper than the pattern.
    if not any(text.find(sign, start, stop) >= 0 for sign in ("年", "日", "-", ".", "/")):
        return []
    return [_found(m) for m in _ANY.finditer(text, start, stop)]


def _found(m: Match) -> FoundDate:
    for y, mo, d in (("y1", "m1", "d1"), ("y2", "m2", "d2")):
        if m[y]:
            value = _calendar(number(m[y]), number(m[mo]), number(m[d]))
            return FoundDate(m.span(), "complete" if value else "damaged", value)
    if m["y5"]:
        return FoundDate(m.span(), "damaged", readings=_readings(int(m["y5"]), m["r5"].lstrip("年")))
    if m["y6"]:
        return FoundDate(m.span(), "damaged", readings=_cut_short(int(m["y6"]), int(m["m6"]), m["d6"]))
    if m["y7"]:
        value = _calendar(*(int(m[name].translate(_DIGIT_OF)) for name in ("y7", "m7", "d7")))
        return FoundDate(m.span(), "damaged", readings=(value,) if value else ())
    return FoundDate(m.span(), "incomplete")


def _calendar(year: int | None, month: int | None, day: int | None) -> date | None:
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


def _readings(year: int, digits: str) -> tuple[date, ...]:
    """Return the dates that the digits between year and 日 can mean: month and day run together, or the day alone."""
    split = [(int(digits[:i]), int(digits[i:])) for i in range(1, len(digits))]
    lost = [(month, int(digits)) for month in range(1, 13)] if len(digits) <= 2 else []
    return _existing(year, [*split, *lost])


def _cut_short(year: int, month: int, day: str) -> tuple[date, ...]:
    """Return the dates that a day can mean whose end is lost: 1 may be what is left of 10 to 19."""
    longer = range(int(day) * 10, int(day) * 10 + 10) if len(day) == 1 else ()
    return _existing(year, [(month, d) for d in (int(day), *longer)])


def _existing(year: int, days: Sequence[tuple[int, int]]) -> tuple[date, ...]:
    found = (_calendar(year, month, day) for month, day in days)
    return tuple(dict.fromkeys(value for value in found if value))


def number(text: str) -> int | None:
    """Return the value of an Arabic or Chinese numeral up to 99, or of a year digit by digit; None if it is none."""
    if text.isdigit() and text.isascii():
        return int(text)
    text = _OLD_FORMS.get(text[:1], text[:1]) + text[1:]
    if "十" not in text:
        digits = [_DIGITS.get(c) for c in text]
        if not digits or None in digits:
            return None
        return int("".join(str(d) for d in digits))
    tens, _, ones = text.partition("十")
    high = _DIGITS.get(tens, 1 if not tens else None)
    low = _DIGITS.get(ones, 0 if not ones else None)
    return None if high is None or low is None else high * 10 + low


_YEAR = compiled(rf"(?<![\d〔])((?:19|20)\d\d)(?:{_GAP}年|(?=年|推进|法治|依法))|([二][{_CN}]{{3}}){_GAP}年")
_RANGE = compiled(r"(?:19|20)\d\d年?[-—–~～至到]{1,2}\s*(?:19|20)\d\d")


def years_in(text: str) -> list[tuple[int, int]]:
    """Return ``(year, offset)`` of each year named in *text*; ranges such as 2021—2025年 are not years."""
    if "20" not in text and "19" not in text and "二" not in text:
        return []
    ranges = [m.span() for m in _RANGE.finditer(text)]
    found = []
    for m in _YEAR.finditer(text):
        year = number(m[1] or m[2])
        if year and not any(a <= m.start() < b for a, b in ranges):
            found.append((year, m.start()))
    return found

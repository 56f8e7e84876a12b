"""What the cells of a roster say: names with their notes, days, kinds. What cannot be read is unknown."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from validator.dates import find_dates
from validator.facts import unit_type
from validator.review.naming.names import core, tidy, without_notes

_KINDS = {
    "直辖市": "province", "地市": "city", "县市区": "county", "县区": "county", "区县": "county", "建制镇": "town",
    "街办": "street", "功能区": "zone", "党政联合": "party_joint", "联合": "party_joint",
}  # fmt: skip
_UNIT_TYPES = ("province", "city", "county", "town", "township", "street", "zone", "department", "party_joint")
_OF_SEVERAL = re.compile(r"(?:乡|镇|街道|街|、|/|和|\(|\)){2,}")  # 乡镇(街道): the name says which
_DEPARTMENTS = re.compile(r".*(?:部门|单位|机关|组织)")
NOTHING = re.compile(r"[-—–/\\无没有未报收到暂否×0Nno]*|不适用|none", re.IGNORECASE)
"""What stands in a cell that says nothing."""
_NATURE = re.compile(r"行政(?:机关|单位)|(?:参公)?事业(?:单位)?|机关")  # says nothing of a town or a department
_MUST = re.compile(r"不免.*|不能免.*|[须应要需]报.*|正常.*")
_YES = re.compile(r"[是√✓✔1Yy]|免报?|yes|true", re.IGNORECASE)
_WITHIN = re.compile(r"[\s\u3000]+")
_MARKS = re.compile(r"^[*＊★☆※△▲#]+|[*＊★☆※△▲#]+$")
_NUMBER = re.compile(r"^(?:[(（]?\d{1,3}[)）][.、]?|\d{1,3}(?:[.．、:：]|[\s\u3000])+|[①-⑳])\s*(?=[\u4e00-\u9fff])")
_PART = re.compile(r"^[(（]?[一二三四五六七八九十]+[)）]?[、.．]?(?<=[)）、.．])")
_CATEGORY = re.compile(
    r"(?:直属|直管|垂直管理|垂管|双管|驻|中央|各|省|市|州|县|区|旗|直|属|级|党群|党政|党委|县委|市委|区委|政府|人大|政协|群团|人民"
    r"|法检|政法|行政|企?事业|企业|国有|参公|参照公务员法?|管理|工作|重点|执法|综合|其他|以上|以下|乡镇|镇街|乡|镇|街道|街|办事处"
    r"|机关|部门|单位|组织|团体|机构|类|系统|序列|口|名单|[、和与及/·()（）])+"
)
_CATEGORY_END = re.compile(r"(?:部门|单位|机关|组织|团体|机构|企业|[乡镇街]|街道|类|系统|序列|口|名单|其他)$")
_BRACKETS = re.compile(r"[(（\[【]([^()（）\[\]【】]+)[)）\]】]")
_FORMER = re.compile(r"(?:原为?|曾用名|原名)[:：]?(?P<name>..+)")
_ALIAS = re.compile(r"(?:(?:以下)?简称|又称|别名|也称)[:：“]?(?P<name>..+?)”?|(?:加?挂|并挂)(?P<sign>.+?)(?:的?牌子?)?")
_TIME = re.compile(
    r"(?:[T\s]*\d{1,2}[:：时]\d{0,2}分?(?:[:：]\d\d)?|[上下]午|之?前|以前|截止|[(（][^()（）]*[)）]|\s|补?[报交]送?|收到?)*"
)
_MONTH_DAY = re.compile(r"(\d{1,2})(?:月|[-/.])(\d{1,2})[日号]?")
_NUMBERS = re.compile(r"(?:(20\d\d)(?:年|[-/.]))?(\d{1,2})(?:月|[-/.])(\d{1,2})(?!\d)")
_RUN_TOGETHER = re.compile(r"(20\d\d)(\d\d)(\d\d)")
_SERIAL = range(36526, 73051)  # days since 30 December 1899, as Excel counts them: 2000 to 2099

_LEAP = 2024  # a year that has all days


class Called(NamedTuple):
    """A unit's name as the roster shows it, and the other names that notes behind it give."""

    name: str
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()


def read_name(text: str) -> Called:
    """Return the name in a cell less its number and asterisk; of the notes in brackets only what they call a name."""
    name = _MARKS.sub("", _WITHIN.sub("", _NUMBER.sub("", _MARKS.sub("", text.strip()))))
    if is_part(name) and not is_category(name):
        name = _PART.sub("", name)
    aliases, former = [], []
    for note in _BRACKETS.findall(name):
        if m := _FORMER.fullmatch(note):
            former.append(m["name"])
        elif m := _ALIAS.fullmatch(note):
            aliases.append(m["name"] or m["sign"])
    plain = without_notes(name)
    return Called(name, (*([plain] if plain != tidy(name) else []), *aliases), tuple(former))


def is_part(name: str) -> bool:
    """Tell whether a name begins as the heading of a part: 一、."""
    return bool(_PART.match(name))


def is_category(name: str) -> bool:
    """Tell whether a name is that of many units: 县直部门, 乡镇（街道）."""
    plain = without_notes(_PART.sub("", _WITHIN.sub("", name)))
    return bool(_CATEGORY.fullmatch(plain) and _CATEGORY_END.search(plain))


def is_body(name: str) -> bool:
    """Tell whether a name ends as that of one body does."""
    return kind_by_name(name) is not None and not is_category(name)


def kind_by_name(name: str) -> str | None:
    """Return the kind that a unit's name shows; None if it shows none."""
    plain = without_notes(name)
    return unit_type((core(plain),)) or unit_type((plain,))


def read_kind(text: str) -> str | None:
    """Return the kind that a cell writes; empty if it leaves that to the name, None if it is no known one."""
    word = tidy(text).removesuffix("级")
    if NOTHING.fullmatch(word) or _OF_SEVERAL.fullmatch(word) or _NATURE.fullmatch(word):
        return ""
    if word.lower() in _UNIT_TYPES:
        return word.lower()
    return _KINDS.get(word) or ("department" if _DEPARTMENTS.fullmatch(word) else unit_type((word,)))


def read_exempt(text: str) -> str:
    """Return why a unit need not report; empty when it must."""
    if NOTHING.fullmatch(text) or _MUST.fullmatch(text):
        return ""
    return "免报" if _YES.fullmatch(text) else text


def read_date(text: str) -> date | None:
    """Return the one date that *text* is, in any usual writing, a time of day or a note behind it left aside."""
    text = tidy(text) if not text.isascii() else text.strip()
    if text.isdigit() and len(text) == 5 and int(text) in _SERIAL:
        return date(1899, 12, 30) + timedelta(days=int(text))
    if re.fullmatch(r"20\d{6}", text):
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    day = re.match(r"20\d\d([-/.年])\d{1,2}[-/.月]\d{1,2}日?", text)
    head = day[0] if day else text
    dates = find_dates(head if day else text)
    if len(dates) != 1 or head[: dates[0].span[0]].strip():
        return None
    rest = text[len(head) :] if day else text[dates[0].span[1] :]
    readings = (dates[0].value,) if dates[0].value else dates[0].readings
    return readings[0] if len(readings) == 1 and _TIME.fullmatch(rest) else None


def read_day(text: str, year: int) -> date | None:
    """Return month and day of *text* in a year; None if it is no day of that year."""
    text = tidy(text)
    m = _MONTH_DAY.match(text)
    if not m or not _TIME.fullmatch(text[m.end() :]):
        return None
    try:
        return date(year, int(m[1]), int(m[2]))
    except ValueError:
        return None


def is_no_day(text: str, year: int | None) -> bool:
    """Tell whether *text* is written as a date that no calendar has: 2026-02-30, 2月30日 in *year*."""
    text = tidy(text)
    m = _RUN_TOGETHER.fullmatch(text) or _NUMBERS.match(text)
    if not m:
        return False
    try:
        date(int(m[1] or year or _LEAP), int(m[2]), int(m[3]))
    except ValueError:
        return True
    return False

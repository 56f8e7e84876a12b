"""The roster: a table of the units that have to report → Roster. Columns are known by their headings, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple, NoReturn

from validator.dates import find_dates
from validator.errors import UsageError
from validator.facts import unit_type
from validator.model.roster import Roster, Unit
from validator.review.names import core, home_of, tidy
from validator.review.rows import Row, tables_of
from validator.words import Words

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("单位名称", "单位全称", "单位", "名称", "全称", "报送单位", "填报单位", "name", "unit", "unitname"),
    "kind": ("类别", "单位类别", "类型", "单位类型", "性质", "单位性质", "kind", "type"),
    "aliases": ("简称", "单位简称", "别名", "其他名称", "alias", "aliases"),
    "former": ("曾用名", "原名", "原名称", "原单位名称", "former", "formername"),
    "due": ("报送期限", "期限", "截止日期", "截止时间", "报送截止日期", "due", "deadline"),
    "received": ("收到日期", "收到时间", "收件日期", "报送日期", "报送时间", "实际报送日期", "received"),
    "exempt": ("免报", "免报原因", "免报说明", "免报理由", "exempt"),
    "files": ("文件", "文件名", "报告文件", "files", "file"),
}  # fmt: skip
_HEADINGS = {heading: column for column, headings in _COLUMNS.items() for heading in headings}
_LISTS = ("aliases", "former", "files")
_FIRST_ROWS = 20  # among which the headings are looked for
_KINDS = {
    "直辖市": "province", "地市": "city", "县市区": "county", "县区": "county", "区县": "county", "建制镇": "town",
    "街办": "street", "功能区": "zone", "党政联合": "party_joint", "联合": "party_joint",
}  # fmt: skip
_UNIT_TYPES = ("province", "city", "county", "town", "township", "street", "zone", "department", "party_joint")
_OF_SEVERAL = re.compile(r"(?:乡|镇|街道|街|、|/|和|\(|\)){2,}")  # 乡镇(街道): the name says which
_DEPARTMENTS = re.compile(r".*(?:部门|单位|机关|组织)")
_SUM = re.compile(r"(?:合计|总计|小计|共计|共\d+[家个]|(?:注|备注|说明|填表|制表|审核|联系)[^局委办]{0,4}[:：])")
_PART = re.compile(r"[一二三四五六七八九十]+、")  # 一、乡镇: a heading inside the table
_NOTHING = re.compile(r"[-—–/\\无没有未报收到暂否×0Nno]*|不适用|none", re.IGNORECASE)
_YES = re.compile(r"[是√✓✔1Yy]|免报?|yes|true", re.IGNORECASE)
_NAMES_APART = re.compile(r"[、，,；;/\n\r|]+")
_FILES_APART = re.compile(r"[、，,；;\n\r]+")
_WITHIN = re.compile(r"[\s\u3000]+")
_TIME = re.compile(r"(?:[T\s]*\d{1,2}[:：时]\d{0,2}分?(?:[:：]\d\d)?|[上下]午|之?前|以前|截止)*")
_SERIAL = range(36526, 73051)  # days since 30 December 1899, as Excel counts them: 2000 to 2099
_NO_HINT = Words("", "")
_NO_NAMES = Words(
    "找不到单位名称这一列（表头写“单位”或“单位名称”）",
    "no column with the units' names (heading: 单位, 单位名称 or name)",
)
_EMPTY = Words("名册里没有单位", "the roster names no unit")
_ONE_PER_ROW = Words("在表头下面一行写一个单位", "Write one unit in every row under the headings")
_DATE = Words("写成 2026-03-01 或 2026年3月1日", "Write 2026-03-01")
_KIND = Words(
    "写省、市、县、区、镇、乡、街道、部门或开发区，或者留空", "Write 县, 镇, 乡, 街道, 部门 or 开发区, or nothing"
)


class _Table(NamedTuple):
    """*columns*: what a column holds → its places, 0-based. *headings*: as they are written."""

    path: str
    columns: Mapping[str, Sequence[int]]
    headings: tuple[str, ...]
    rows: Sequence[Row]


def read_roster(data: bytes, path: str) -> Roster:
    """Return the roster in *data*: CSV, or a book by its ending or first bytes; the first sheet that has headings.

    Raise UsageError for what must be mended, with its row and column; what is only doubtful is a remark.
    """
    table = _table(data, path)
    units = [unit for row in table.rows if (unit := _unit(row, table))]
    if not units:
        raise UsageError(path, _EMPTY, _ONE_PER_ROW)
    _refuse_repeated(units, path)
    return Roster(path, tuple(units), tuple(_remarks(units)))


def _table(data: bytes, path: str) -> _Table:
    """Return the table with the most known headings; of several with as many the first."""
    best: _Table | None = None
    for rows in tables_of(data, path):
        found = _headed(rows, path)
        if found and (best is None or len(found.columns) > len(best.columns)):
            best = found
    if best is None:
        raise UsageError(path, _NO_NAMES, _ONE_PER_ROW)
    return best


def _headed(rows: Sequence[Row], path: str) -> _Table | None:
    for i, row in enumerate(rows[:_FIRST_ROWS]):
        columns: dict[str, list[int]] = {}
        for at, cell in enumerate(row.cells):
            heading = re.sub(r"[（(].*?[）)]|[\s*_：:\-]", "", cell).lower()
            if column := _HEADINGS.get(heading):
                columns.setdefault(column, []).append(at)
        if "name" in columns:
            table = _Table(path, columns, row.cells, rows[i + 1 :])
            _refuse_twice(table, row.number)
            return table
    return None


def _refuse_twice(table: _Table, row: int) -> None:
    for column, places in table.columns.items():
        if len(places) > 1 and column not in (*_LISTS, "name"):
            names = [table.headings[at] for at in places]
            what = Words(f"“{'”和“'.join(names)}”说的是一回事", f"the columns {' and '.join(names)} mean the same")
            raise UsageError(f"{table.path}:{row}", what, Words("留下一列", "Keep one of them"))


def _unit(row: Row, table: _Table) -> Unit | None:
    """Return the unit of a row; None for an empty row, a sum or a note."""
    names = [_WITHIN.sub("", name) for name in _cells(row, table, "name")]
    if any(map(_SUM.match, row.cells[: table.columns["name"][0] + 1])) or (names and _PART.match(names[0])):
        return None
    if not names:
        if any(_cells(row, table, column) for column in table.columns):
            _refuse(row, table, "name", Words("没有单位名称", "no name of a unit"), _ONE_PER_ROW)
        return None
    aliases = [*names[1:], *_several(row, table, "aliases", _NAMES_APART)]
    return Unit(
        names[0],
        _kind(row, table, names[0]),
        tuple(alias for alias in dict.fromkeys(aliases) if alias != names[0]),
        _several(row, table, "former", _NAMES_APART),
        _day(row, table, "due"),
        _day(row, table, "received"),
        _exempt(_cell(row, table, "exempt")),
        _several(row, table, "files", _FILES_APART),
        row.number,
    )


def _cells(row: Row, table: _Table, column: str) -> list[str]:
    places = table.columns.get(column, ())
    return [row.cells[at] for at in places if at < len(row.cells) and row.cells[at]]


def _cell(row: Row, table: _Table, column: str) -> str:
    return next(iter(_cells(row, table, column)), "")


def _several(row: Row, table: _Table, column: str, apart: re.Pattern[str]) -> tuple[str, ...]:
    parts = [part.strip() for cell in _cells(row, table, column) for part in apart.split(cell)]
    return tuple(dict.fromkeys(part for part in parts if part and not _NOTHING.fullmatch(part)))


def _kind(row: Row, table: _Table, name: str) -> str | None:
    written = _cell(row, table, "kind")
    word = tidy(written).removesuffix("级")
    if _NOTHING.fullmatch(word) or _OF_SEVERAL.fullmatch(word):
        return unit_type((core(name),)) or unit_type((name,))
    if word.lower() in _UNIT_TYPES:
        return word.lower()
    found = _KINDS.get(word) or ("department" if _DEPARTMENTS.fullmatch(word) else unit_type((word,)))
    if not found:
        _refuse(row, table, "kind", Words(f"不认识“{written}”", f"unknown kind {written}"), _KIND)
    return found


def _day(row: Row, table: _Table, column: str) -> str | None:
    """Return the date of a cell as YYYY-MM-DD."""
    text = _cell(row, table, column)
    if _NOTHING.fullmatch(text):
        return None
    found = read_date(text)
    if not found:
        _refuse(row, table, column, Words(f"“{text}”不是完整的日期", f"{text} is no whole date"), _DATE)
    return found.isoformat()


def read_date(text: str) -> date | None:
    """Return the one date that *text* is, in any usual writing, a time of day behind it left aside; None if none."""
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


def _exempt(text: str) -> str:
    if _NOTHING.fullmatch(text):
        return ""
    return "免报" if _YES.fullmatch(text) else text


def _refuse(row: Row, table: _Table, column: str, what: Words, hint: Words) -> NoReturn:
    heading = table.headings[table.columns[column][0]]
    told = Words(f"“{heading}”列：{what.zh}", f"column {heading}: {what.en}")
    raise UsageError(f"{table.path}:{row.number}", told, hint)


def _refuse_repeated(units: Sequence[Unit], path: str) -> None:
    rows: dict[str, int] = {}
    for unit in units:
        first = rows.setdefault(tidy(unit.name), unit.row)
        if first != unit.row:
            what = Words(f"“{unit.name}”在第{first}行已经有了", f"{unit.name} stands in row {first} already")
            raise UsageError(f"{path}:{unit.row}", what, Words("同一个单位只留一行", "Keep one row for a unit"))


def _remarks(units: Sequence[Unit]) -> Iterator[Words]:
    """Yield what makes it doubtful whose file is whose: names and other names that are those of two units."""
    home = home_of(unit.name for unit in units)
    names: dict[str, Unit] = {}
    for unit in units:
        first = names.setdefault(core(unit.name, home), unit)
        if first is not unit:
            yield _alike(first, unit)
    seen: dict[str, Unit] = {}
    for unit in units:
        for other in (*unit.aliases, *unit.former):
            key = core(other, home)
            first = names.get(key) or seen.setdefault(key, unit)
            if first is not unit:
                yield _shared(other, first, unit)


def _alike(first: Unit, unit: Unit) -> Words:
    return Words(
        f"名册第{first.row}行“{first.name}”和第{unit.row}行“{unit.name}”像是同一个单位，名字写全的文件才分得开。",
        f"Rows {first.row} and {unit.row} of the roster, {first.name} and {unit.name}, seem to be one unit: only files "
        "with the full name can be told apart.",
    )


def _shared(other: str, first: Unit, unit: Unit) -> Words:
    return Words(
        f"名册第{unit.row}行“{unit.name}”的别名“{other}”也指第{first.row}行“{first.name}”，只写“{other}”的文件请核对。",
        f"{other}, another name of {unit.name} (row {unit.row}), means {first.name} (row {first.row}) too: look at "
        f"files that only say {other}.",
    )

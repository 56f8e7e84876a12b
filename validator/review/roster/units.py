"""The roster: tables of the units that have to report → Roster. What a row does not say clearly becomes a remark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from validator.errors import UsageError
from validator.evidence import without_numbers
from validator.model.roster import Roster, Unit
from validator.review.naming.names import tidy
from validator.review.roster import cells
from validator.review.roster.columns import (
    Table,
    cell_of,
    cells_of,
    heading_of,
    is_of_headings,
    likely_headings,
    overlooked,
    tables_in,
)
from validator.review.roster.remarks import Notes, note, noted, on_names
from validator.review.roster.rows import Row
from validator.words import Words

_SUM = re.compile(r"(?:合计|总计|小计|共计|共\d+[家个]|(?:注|备注|说明|填表|制表|审核|联系)[^局委办]{0,4}[:：])")
_NAMES_APART = re.compile(r"[、，,；;/\n\r|]+")
_FILES_APART = re.compile(r"[、，,；;\n\r]+")
_HAN_NUMBER = re.compile(r"[(（]?[一二三四五六七八九十]+[)）]?[、.]?")
_LETTER = re.compile(r"[^\W\d_]")
_SHOWN = 8  # cells of a row that an error quotes
_MANY = 3  # rows with one and the same day that make it a deadline
_NO_NAMES = Words(
    "找不到单位名称这一列，表头要写“单位名称”或“单位”",
    "no column with the units' names, headed 单位名称, 单位 or name",
)
_NAME_IT = Words("请把这一列的表头改成“单位名称”", "Call that column 单位名称 or name")
_ADD_ONE = Words(
    "请在名单上面加一行表头，单位名称那一列写“单位名称”",
    "Put a row of headings above, with 单位名称 or name over the names",
)
_EMPTY = Words("名册里没有单位", "the roster names no unit")
_ONE_PER_ROW = Words("在表头下面一行写一个单位", "Write one unit in every row under the headings")
_CATEGORY = Words("是分类标题，不算单位", "is a heading, no unit")
_NO_UNIT = Words("不像单位名称，没有算", "is no name of a unit and was left out")
_NAMELESS = Words("没有单位名称，没有算", "has no name of a unit and was left out")
_FORMULA = Words(
    "是没有算出结果的公式，或者结果是 #REF! 一类的错误值，没有算；请用 Excel 或 WPS 打开，改好再存一次",
    "is a formula without a result, or an error like #REF!, and was left out: mend it in Excel and save it",
)
_TWICE = Words("前面已经有了，只算前面一行", "stands there already: only the row before counts")
_KIND = Words("不是认识的类别，按单位名称判断", "is no known kind: the name decides")
_NO_DATE = Words(
    "不是完整的日期，当作没填；日期请按“年-月-日”写全，例如 2026-03-01",
    "is no whole date and taken for empty: write year, month and day, as in 2026-03-01",
)
_NO_DAY = Words("没有这一天，当作没填，请核对", "is no day of the calendar and taken for empty: please look")


def read_roster(data: bytes, path: str) -> Roster:
    """Return the roster in *data*: CSV, or all sheets of a book that have a column of names.

    Raise UsageError when it cannot be read, has no such column or no units; all else that is doubtful is a remark.
    """
    tables = tables_in(data, path)
    if not tables:
        raise _nameless(data, path)
    notes: Notes = {}
    remarks: list[Words] = []
    units: list[Unit] = []
    for table in tables:
        read, told = _days_checked(_units(table, notes), table)
        units += read
        remarks += [*_twice(table), *overlooked(table), *told]
    kept = _once(units, notes)
    if not kept:
        zh, en = (sign.join(filter(None, tables[0].headings)) for sign in ("、", ", "))
        what = Words(f"{_EMPTY.zh}，表头读作“{zh}”", f"{_EMPTY.en}; these were taken for headings: {en}")
        raise UsageError(path, what, _ONE_PER_ROW)
    several = len({table.sheet for table in tables}) > 1
    return Roster(path, tuple(kept), (*noted(notes, several), *remarks, *on_names(kept)))


def _nameless(data: bytes, path: str) -> UsageError:
    """Return what is wrong with a roster without a column of names: which heading is missing, and what is written."""
    row, known = likely_headings(data, path)
    if not row.number:
        return UsageError(path, Words("名册是空的", "the roster is empty"), _ONE_PER_ROW)
    cells = [cell for cell in row.cells if cell]
    zh, en = (without_numbers(sign.join(cells[:_SHOWN])) + "…" * (len(cells) > _SHOWN) for sign in ("、", ", "))
    what = Words(f"{_NO_NAMES.zh}；第{row.number}行写的是“{zh}”", f"{_NO_NAMES.en}; row {row.number} says: {en}")
    return UsageError(path, what, _NAME_IT if known else _ADD_ONE)


def _units(table: Table, notes: Notes) -> list[Unit]:
    usual = _others_are_usual(table)
    years = {column: _usual_year(table, column) for column in ("due", "received", "sent")}
    return [unit for row in table.rows if (unit := _unit(row, table, usual, years, notes))]


def _unit(row: Row, table: Table, usual: bool, years: dict[str, int | None], notes: Notes) -> Unit | None:
    """Return the unit of a row; None for an empty row, a sum, a note, the heading of a part or headings again."""
    names = cells_of(row, table, "name")
    if is_of_headings(row, table) or any(map(_SUM.match, row.cells[table.start : table.columns["name"][0] + 1])):
        return None
    if not names:
        _note_nameless(row, table, notes)
        return None
    what = _no_unit(row, table, names[0], usual)
    if what:
        note(notes, row, names[0], what)
        return None
    for column in table.columns:
        if column != "serial" and any(at in row.unsolved for at in table.columns[column]):
            note(notes, row, heading_of(table, column), _FORMULA)
    called = cells.read_name(names[0])
    own = [
        *called.aliases,
        *(cells.read_name(name).name for name in names[1:]),
        *_several(row, table, "aliases", _NAMES_APART),
    ]
    former = [*called.former, *_several(row, table, "former", _NAMES_APART)]
    received = "sent" if "received" not in table.columns else "received"
    return Unit(
        called.name,
        _kind(row, table, called, notes),
        tuple(alias for alias in dict.fromkeys(own) if alias != called.name),
        tuple(dict.fromkeys(former)),
        _day(row, table, "due", years, notes),
        _day(row, table, received, years, notes),
        cells.read_exempt(cell_of(row, table, "exempt")),
        _several(row, table, "files", _FILES_APART),
        row.number,
    )


def _no_unit(row: Row, table: Table, name: str, usual: bool) -> Words | None:
    """Return why a row that has a name is no unit's, if it is none."""
    if not _LETTER.search(name):
        return _NO_UNIT
    if cells.is_category(name):
        return _CATEGORY
    serial = cell_of(row, table, "serial")
    lonely = usual and not _others(row, table)
    apart = lonely or cells.is_part(name) or _HAN_NUMBER.fullmatch(serial)
    return _CATEGORY if apart and not cells.is_body(cells.read_name(name).name) else None


def _note_nameless(row: Row, table: Table, notes: Notes) -> None:
    if any(at in row.unsolved for at in table.columns["name"]):
        note(notes, row, "", _FORMULA)
    elif any(cells_of(row, table, column) for column in table.columns if column != "serial"):
        note(notes, row, "", _NAMELESS)


def _others(row: Row, table: Table) -> bool:
    """Tell whether a row says anything beside number and name."""
    aside = {*table.columns["name"], *table.columns.get("serial", ())}
    return any(cell for at, cell in enumerate(row.cells[table.start : table.end], table.start) if at not in aside)


def _others_are_usual(table: Table) -> bool:
    named = [row for row in table.rows if cells_of(row, table, "name")]
    return sum(_others(row, table) for row in named) > len(named) / 2


def _several(row: Row, table: Table, column: str, apart: re.Pattern[str]) -> tuple[str, ...]:
    parts = [part.strip() for cell in cells_of(row, table, column) for part in apart.split(cell)]
    return tuple(dict.fromkeys(part for part in parts if part and not cells.NOTHING.fullmatch(part)))


def _kind(row: Row, table: Table, called: cells.Called, notes: Notes) -> str | None:
    written = cell_of(row, table, "kind")
    kind = cells.read_kind(written)
    if kind is None:
        note(notes, row, written, _KIND)
    return kind or cells.kind_by_name(called.name)


def _usual_year(table: Table, column: str) -> int | None:
    """Return the year that most whole dates of a column have."""
    days = (cells.read_date(cell) for row in table.rows if (cell := cell_of(row, table, column)))
    return next((year for year, _ in Counter(day.year for day in days if day).most_common(1)), None)


def _day(row: Row, table: Table, column: str, years: dict[str, int | None], notes: Notes) -> str | None:
    """Return the date of a cell as YYYY-MM-DD; one without its year has that of the others of the column."""
    text = cell_of(row, table, column)
    if cells.NOTHING.fullmatch(text):
        return None
    year = years[column]
    found = cells.read_date(text) or (cells.read_day(text, year) if year else None)
    if not found:
        what = _NO_DAY if cells.is_no_day(text, year) else _NO_DATE
        note(notes, row, f"{heading_of(table, column)} {text}", what)
    return found.isoformat() if found else None


def _days_checked(units: Sequence[Unit], table: Table) -> tuple[list[Unit], list[Words]]:
    """Take the days of a column 报送时间 for unknown where all are one day: that is when reports were due."""
    days = {unit.received for unit in units}
    if "received" in table.columns or len(units) < _MANY or len(days) > 1 or None in days:
        return list(units), []
    heading, day = heading_of(table, "sent"), units[0].received
    told = Words(
        f"名册“{heading}”列都是{day}，像是期限，没有采用：是期限就改成“报送期限”，是收到的日子就改成“收到日期”。",
        f"Every row of the roster has {day} as {heading}, which looks like a deadline and was not used: call it "
        "报送期限 (deadline) or 收到日期 (day of receipt).",
    )
    return [unit._replace(received=None) for unit in units], [told]


def _twice(table: Table) -> Iterator[Words]:
    for column in ("kind", "due", "received", "sent", "exempt"):
        places = table.columns.get(column, ())
        if len(places) > 1:
            first, second = (table.headings[at] for at in places[:2])
            yield Words(
                f"名册的“{first}”和“{second}”说的是一回事，先看“{first}”。",
                f"The columns {first} and {second} of the roster mean the same: {first} goes first.",
            )


def _once(units: Iterable[Unit], notes: Notes) -> list[Unit]:
    """Return the units, each once."""
    kept: dict[str, Unit] = {}
    for unit in units:
        if kept.setdefault(tidy(unit.name), unit) is not unit:
            notes.setdefault(("", _TWICE), []).append((unit.row, unit.name))
    return list(kept.values())

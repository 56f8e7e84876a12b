"""The roster: tables of the units that have to report → Roster. What a row does not say clearly becomes a remark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from validator.errors import UsageError
from validator.model.roster import Roster, Unit
from validator.review.naming.names import tidy
from validator.review.roster import cells
from validator.review.roster.columns import Table, cell_of, cells_of, heading_of, tables_in
from validator.review.roster.remarks import Notes, note, noted, on_names
from validator.review.roster.rows import Row
from validator.words import Words

_SUM = re.compile(r"(?:合计|总计|小计|共计|共\d+[家个]|(?:注|备注|说明|填表|制表|审核|联系)[^局委办]{0,4}[:：])")
_NAMES_APART = re.compile(r"[、，,；;/\n\r|]+")
_FILES_APART = re.compile(r"[、，,；;\n\r]+")
_HAN_NUMBER = re.compile(r"[(（]?[一二三四五六七八九十]+[)）]?[、.]?")
_LETTER = re.compile(r"[^\W\d_]")
_MANY = 3  # rows with one and the same day that make it a deadline
_NO_NAMES = Words(
    "找不到单位名称这一列（表头写“单位”或“单位名称”）",
    "no column with the units' names (heading: 单位, 单位名称 or name)",
)
_EMPTY = Words("名册里没有单位", "the roster names no unit")
_ONE_PER_ROW = Words("在表头下面一行写一个单位", "Write one unit in every row under the headings")
_CATEGORY = Words("是分类标题，不算单位", "is a heading, no unit")
_NO_UNIT = Words("不像单位名称，没有算", "is no name of a unit and was left out")
_NAMELESS = Words("没有单位名称，没有算", "has no name of a unit and was left out")
_FORMULA = Words(
    "是没有算出结果的公式，没有算；请用 Excel 或 WPS 打开再存一次",
    "is a formula without a result and was left out: open the file in Excel and save it",
)
_TWICE = Words("前面已经有了，只算前面一行", "stands there already: only the row before counts")
_KIND = Words("不是认识的类别，按单位名称判断", "is no known kind: the name decides")
_NO_DATE = Words(
    "不是完整的日期，当作没填；请写成 2026-03-01", "is no whole date and taken for empty: write 2026-03-01"
)


def read_roster(data: bytes, path: str) -> Roster:
    """Return the roster in *data*: CSV, or all sheets of a book that have a column of names.

    Raise UsageError when it cannot be read, has no such column or no units; all else that is doubtful is a remark.
    """
    tables = tables_in(data, path)
    if not tables:
        raise UsageError(path, _NO_NAMES, _ONE_PER_ROW)
    notes: Notes = {}
    remarks: list[Words] = []
    units: list[Unit] = []
    for table in tables:
        read, told = _days_checked(_units(table, notes), table)
        units += read
        remarks += [*_twice(table), *told]
    kept = _once(units, notes)
    if not kept:
        raise UsageError(path, _EMPTY, _ONE_PER_ROW)
    several = len({table.sheet for table in tables}) > 1
    return Roster(path, tuple(kept), (*noted(notes, several), *remarks, *on_names(kept)))


def _units(table: Table, notes: Notes) -> list[Unit]:
    usual = _others_are_usual(table)
    years = {column: _usual_year(table, column) for column in ("due", "received", "sent")}
    return [unit for row in table.rows if (unit := _unit(row, table, usual, years, notes))]


def _unit(row: Row, table: Table, usual: bool, years: dict[str, int | None], notes: Notes) -> Unit | None:
    """Return the unit of a row; None for an empty row, a sum, a note or the heading of a part."""
    names = cells_of(row, table, "name")
    if any(map(_SUM.match, row.cells[table.start : table.columns["name"][0] + 1])):
        return None
    if not names:
        _note_nameless(row, table, notes)
        return None
    what = _no_unit(row, table, names[0], usual)
    if what:
        note(notes, row, names[0], what)
        return None
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
    if any(at in row.unsolved for at in table.columns.get(column, ())):
        note(notes, row, heading_of(table, column), _FORMULA)
    if cells.NOTHING.fullmatch(text):
        return None
    year = years[column]
    found = cells.read_date(text) or (cells.read_day(text, year) if year else None)
    if not found:
        note(notes, row, f"{heading_of(table, column)} {text}", _NO_DATE)
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

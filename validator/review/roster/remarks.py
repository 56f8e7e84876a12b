"""What whoever keeps the roster should know: cells that say nothing clear, and names that are those of two units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from validator.model.roster import Unit
from validator.review.naming.names import core, home_of, without_notes
from validator.review.roster.rows import Row
from validator.words import Words

_TOLD = 6  # rows that a remark names

Notes = dict[tuple[str, Words], list[tuple[int, str]]]
"""Sheet, and what is to be said → the rows of which it is said, with the text of the cell."""


def note(notes: Notes, row: Row, text: str, what: Words) -> None:
    """Keep what is to be said of the *text* of a cell."""
    notes.setdefault((row.sheet, what), []).append((row.number, text))


def noted(notes: Notes, with_sheets: bool) -> Iterator[Words]:
    """Yield one remark on all cells about which the same is to be said."""
    for (sheet, what), rows in notes.items():
        where = Words(f"“{sheet}”表", f" (sheet {sheet})") if sheet and with_sheets else Words("", "")
        zh = "、".join(f"第{row}行" + (f"“{text}”" if text else "") for row, text in rows[:_TOLD])
        en = ", ".join(f"row {row}" + (f" ({text})" if text else "") for row, text in rows[:_TOLD])
        if len(rows) > _TOLD:
            zh, en = f"{zh}等{len(rows)}行", f"{en} and {len(rows) - _TOLD} more"
        yield Words(f"名册{where.zh}{zh}{what.zh}。", f"Roster{where.en}, {en}: {what.en}.")


def on_names(units: Sequence[Unit]) -> Iterator[Words]:
    """Yield what makes it doubtful whose file is whose: names and other names that are those of two units."""
    home = home_of(without_notes(unit.name) for unit in units)
    names: dict[str, Unit] = {}
    for unit in units:
        first = names.setdefault(core(without_notes(unit.name), home), unit)
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

"""table: is there a table with these words, and does it have the rows that it must have?"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from validator.checks.answer import Answer, Kind
from validator.checks.context import TIMEOUT, Context, joined
from validator.model.outline import Row, Table
from validator.patterns import compiled
from validator.words import Words

_BETWEEN = compiled(r"[\s\d|]+")  # may stand inside the words of a cell that was broken over lines


class TableQuestion(NamedTuple):
    """*table*: patterns that all match in the rows of the table; *rows*: ``name=pattern`` of a cell in each row.

    *figures*: how many of them most rows of figures have (0: any number).
    """

    table: tuple[str, ...]
    rows: tuple[str, ...] = ()
    figures: int = 0


def ask(question: TableQuestion, context: Context) -> Answer:
    """Hold if no row is missing. Evidence: the table's first row; {missing}: names of rows.

    Unknown without the table, or if it was broken on the way, as in a PDF, so that most rows lost figures. A row whose
    words stand anywhere in the text is not missing: a cell may be broken over lines.
    """
    table = table_with(question.table, context)
    if table is None or _is_broken(table, question.figures):
        return Answer(None)
    rows = rows_of(table, question.rows)
    absent = [name for name, pattern in named(question.rows) if not (rows[name] or _is_anywhere(pattern, context))]
    names = "、".join(absent)
    first = next(row for row in table.rows if row.values or len(row.labels) > 1)  # what stands above may be a heading
    return Answer(not absent, (first.span,), {"missing": Words(names, names.replace("、", ", "))})


def table_with(patterns: tuple[str, ...], context: Context) -> Table | None:
    """Return the first table in which every one of *patterns* matches."""
    for table in context.tables():
        if all(context.search((pattern,), [table.span]) for pattern in patterns):
            return table
    return None


def named(rows: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return name and pattern of each row."""
    return [(name.strip(), pattern.strip()) for name, _, pattern in (row.partition("=") for row in rows)]


def rows_of(table: Table, rows: tuple[str, ...]) -> dict[str, Row | None]:
    """Return the rows ``name=pattern`` by name: the first with a label that fits, one with figures if there is any."""
    labelled = [(row, label) for row in table.rows for label in row.labels]
    text = "\n".join([label for _, label in labelled])
    starts = [0, *accumulate(len(label) + 1 for _, label in labelled)]
    found: dict[str, Row | None] = {}
    for name, pattern in named(rows):
        hits = joined((pattern,)).finditer(text, timeout=TIMEOUT)
        fitting = [labelled[bisect_right(starts, m.start()) - 1][0] for m in hits]
        found[name] = next((row for row in fitting if row.values), fitting[0] if fitting else None)
    return found


def _is_broken(table: Table, figures: int) -> bool:
    found = [len(row.values) for row in table.rows if row.values]
    return bool(figures) and 2 * found.count(figures) < len(found)


def _is_anywhere(pattern: str, context: Context) -> bool:
    text = context.text if pattern.startswith("^") else _BETWEEN.sub("", context.text)
    return bool(joined((pattern,)).search(text, timeout=TIMEOUT))


KIND = Kind("table", TableQuestion, ask, ("missing",), of_all=True)

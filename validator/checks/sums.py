"""sums: do the figures of a table add up?

An equation is ``name + name = name + name`` over rows or over columns, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from validator.checks.answer import Answer, Kind
from validator.checks.context import Context
from validator.checks.table import rows_of, table_with
from validator.model.outline import Row, Table
from validator.text import Span
from validator.words import Words

NAME = re.compile(r"[^\s+=]+(?: [^\s+=]+)*")
_SLACK = 0.005  # of sums of decimals
_MOST_TOLD = 4


class SumsQuestion(NamedTuple):
    """*sums*: equations, each over names of *rows* or over names of *columns*.

    *having*: patterns that all match in the table; *rows*: ``name=pattern`` of a cell in front of the row's figures;
    *columns*: names of all columns of figures, in order. A row with more or fewer figures is left out.
    """

    sums: tuple[str, ...]
    having: tuple[str, ...]
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


class Equation(NamedTuple):
    """The names on both sides of the sign."""

    left: tuple[str, ...]
    right: tuple[str, ...]


class Sum(NamedTuple):
    """An equation with figures. *at*: the column or row that it was worked out for."""

    left: tuple[tuple[str, float], ...]
    right: tuple[tuple[str, float], ...]
    at: Words
    spans: tuple[Span, ...]


@lru_cache(maxsize=256)
def parsed(text: str) -> Equation:
    """Return the equation in *text*. Raise ValueError if it is none."""
    sides = text.split("=")
    if len(sides) != 2:
        raise ValueError("=")
    left, right = (tuple(name.strip() for name in side.split("+")) for side in sides)
    for name in (*left, *right):
        if not NAME.fullmatch(name):
            raise ValueError(name)
    return Equation(left, right)


def ask(question: SumsQuestion, context: Context) -> Answer:
    """Hold if both sides of every equation are the same; unknown without a row that can be worked out.

    Evidence: the rows of what does not agree; {sums}: the figures.
    """
    table = table_with(question.having, context)
    worked = list(_worked(question, table)) if table else []
    if not worked:
        return Answer(None)
    wrong = [s for s in worked if abs(_total(s.left) - _total(s.right)) > _SLACK]
    told = [_told(s) for s in wrong[:_MOST_TOLD]]
    values = {"sums": Words("；".join(t.zh for t in told), "; ".join(t.en for t in told))}
    return Answer(not wrong, tuple(dict.fromkeys(span for s in wrong for span in s.spans)), values)


def _worked(question: SumsQuestion, table: Table) -> Iterator[Sum]:
    rows = rows_of(table, question.rows)
    for text in question.sums:
        equation = parsed(text)
        if set(equation.left + equation.right) <= set(rows):
            yield from _down(equation, rows, question.columns)
        else:
            yield from _across(equation, table, question.columns)


def _down(equation: Equation, rows: Mapping[str, Row | None], columns: Sequence[str]) -> Iterator[Sum]:
    """Work out an equation over rows, for each column."""
    found = {name: rows[name] for name in equation.left + equation.right}
    used = {name: row for name, row in found.items() if row}
    widths = {len(row.values) for row in used.values()}
    if len(used) < len(found) or len(widths) != 1 or not widths <= {len(columns) or max(widths)}:
        return
    for i in range(max(widths)):
        left, right = (tuple((name, used[name].values[i]) for name in side) for side in equation)
        spans = tuple(sorted(used[name].span for name, value in (*left, *right) if value or name in equation.right))
        number = Words(f"第{i + 1}列", f"column {i + 1}")
        yield Sum(left, right, Words(f"“{columns[i]}”列", f"column {columns[i]}") if columns else number, spans)


def _across(equation: Equation, table: Table, columns: Sequence[str]) -> Iterator[Sum]:
    """Work out an equation over columns, for each row."""
    for row in table.rows:
        if len(row.values) == len(columns):
            values = dict(zip(columns, row.values, strict=True))
            left, right = (tuple((name, values[name]) for name in side) for side in equation)
            label = row.labels[-1][:20] if row.labels else ""
            at = Words(f"“{label}”行", f"row {label}") if label else Words("数据行", "row of figures")
            yield Sum(left, right, at, (row.span,))


def _total(side: Sequence[tuple[str, float]]) -> float:
    return sum(value for _, value in side)


def _told(s: Sum) -> Words:
    left, right = _side(s.left), _side(s.right)
    return Words(f"{s.at.zh}{left}，而{right}", f"{s.at.en}: {left}, but {right}")


def _side(side: Sequence[tuple[str, float]]) -> str:
    """Return ``name figure + name figure = total``; terms of nothing are left out."""
    terms = [f"{name} {value:g}" for name, value in side if value] or [f"{side[0][0]} 0"]
    return " + ".join(terms) + (f" = {_total(side):g}" if len(terms) > 1 else "")


KIND = Kind("sums", SumsQuestion, ask, ("sums",), of_all=True)

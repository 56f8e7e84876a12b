"""Who has to report."""

from __future__ import annotations

from typing import NamedTuple

from validator.words import Words


class Unit(NamedTuple):
    """A row of the roster. *name* is how the office calls the unit; it is unique.

    *kind*: a UnitType. *aliases* and *former* are other names it may sign with, today's and those of earlier years.
    *due* replaces the pack's deadline; *received* is the day on which the office got the report (both YYYY-MM-DD).
    *exempt* says why no report is asked of it. *files*: patterns of paths that are its own, whatever they say.
    *row*: 1-based line or row of the roster.
    """

    name: str
    kind: str | None = None
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    due: str | None = None
    received: str | None = None
    exempt: str = ""
    files: tuple[str, ...] = ()
    row: int = 0


class Roster(NamedTuple):
    """All units of a review, in the order of the roster. *remarks*: what a reader of it should know."""

    path: str
    units: tuple[Unit, ...]
    remarks: tuple[Words, ...] = ()

"""The ledger of a review: what was found and what was decided, one row after another, none ever changed."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from validator.errors import UsageError
from validator.model.decision import Decision, Seen
from validator.renderers.wording import shown
from validator.review.deciding.ledger_file import CHECK_NAME, DAMAGED, WAIT, opened, opened_existing, told, writing
from validator.words import Words

ENDING = ".chaque-ledger"

_DECISIONS = (
    "SELECT id, at, who, unit, year, action, rule, old, new, reason, digest, file, withdrawn FROM decisions"
    " WHERE (?1 IS NULL OR unit = ?1) AND (?2 IS NULL OR year = ?2) ORDER BY id"
)
_SEEN_COLUMNS = "at, unit, year, standing, file, digest, pack, low, high, verdict, results, called, timed"
_SEEN = (
    f"SELECT id, {_SEEN_COLUMNS} FROM seen"  # noqa: S608
    " WHERE (?1 IS NULL OR unit = ?1) AND (?2 IS NULL OR year = ?2) ORDER BY id"
)
_LATEST = (
    f"SELECT id, {_SEEN_COLUMNS} FROM seen"  # noqa: S608
    " WHERE id IN (SELECT max(id) FROM seen WHERE year = ? GROUP BY unit) ORDER BY id"
)
_ADD_DECISION = (
    "INSERT INTO decisions (at, who, unit, year, action, rule, old, new, reason, digest, file, withdrawn)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_ADD_SEEN = f"INSERT INTO seen ({_SEEN_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
_LISTS = Seen._fields.index("results")
"""From here on the columns hold JSON."""


def ledger_of(folder: str) -> str:
    """Return the path of the ledger of a reviewed folder: beside it, with its name."""
    path = os.path.normpath(folder)
    if os.path.basename(path) in ("", ".", ".."):
        path = os.path.abspath(path)
    return path + ENDING


def nearest_ledger(folder: str = ".") -> str:
    """Return the only ledger in *folder* or one level below. Raise UsageError when there is none, or several."""
    found = sorted(_ledgers(folder))
    if not found:
        what = Words("这里没有审核台账", "there is no ledger here")
        raise UsageError("", what, _REVIEW_FIRST)
    if len(found) > 1:
        names = [shown(os.path.normpath(path)) for path in found]
        what = Words(f"这里有{len(found)}个审核台账：{'、'.join(names)}", f"{len(found)} ledgers: {', '.join(names)}")
        raise UsageError("", what, Words(f"请写明用哪一个：--ledger {names[0]}", f"Say which: --ledger {names[0]}"))
    return os.path.normpath(found[0])


_REVIEW_FIRST = Words("先运行 chaque review，或写 --ledger 文件", "Run chaque review first, or write --ledger FILE")


def _ledgers(folder: str, *, deeper: bool = True) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.endswith(ENDING) and entry.is_file():
            yield entry.path
        elif deeper and entry.is_dir(follow_symlinks=False):
            yield from _ledgers(entry.path, deeper=False)


def now() -> str:
    """Return the time as a ledger writes it: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Ledger:
    """An open ledger; a context manager. Every method raises UsageError for what is wrong with the file."""

    def __init__(self, path: str, *, existing: bool = False, wait: float = WAIT) -> None:
        """Open the ledger at *path*; *wait*: seconds for other processes.

        It is made if need be; an *existing* one must be there, and may lie where nothing can be written.
        """
        self.path = path
        if existing and not os.path.isfile(path):
            raise UsageError(path, Words("没有这个审核台账", "no such ledger"), CHECK_NAME)
        self._connection = opened_existing(path, wait) if existing else opened(path, wait)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the last one to close it leaves nothing beside it."""
        with told(self.path):
            self._connection.close()

    def add(self, decision: Decision) -> Decision:
        """Append a decision and return it with its id, and with the time if it had none, safe on the disk."""
        return self.add_all((decision,))[0]

    def add_all(self, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
        """Append decisions, all or none, and return them with their ids. Raise ValueError for one that cannot be."""
        with self._appending():
            return self._added(decisions)

    def add_chosen(self, choose: Callable[[Sequence[Decision]], Iterable[Decision]]) -> tuple[Decision, ...]:
        """Append what *choose* makes of all decisions that are there, and return it; nobody else writes meanwhile."""
        with self._appending():
            return self._added(choose(self.decisions()))

    @contextmanager
    def _appending(self) -> Iterator[None]:
        try:
            with told(self.path), writing(self._connection):
                yield
        except sqlite3.IntegrityError as error:
            raise ValueError(f"no decision: {error}") from error

    def _added(self, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
        rows = (d._replace(at=d.at or now()) for d in decisions)
        return tuple(d._replace(id=self._inserted(_ADD_DECISION, d[1:])) for d in rows)

    def _inserted(self, statement: str, values: Sequence[object]) -> int:
        return self._connection.execute(statement, values).lastrowid or 0

    def decisions(self, unit: str | None = None, year: int | None = None) -> tuple[Decision, ...]:
        """Return the decisions about *unit* and *year* (None: all), the oldest first."""
        return tuple(Decision(*row) for row in self._rows(_DECISIONS, unit, year))

    def note_seen(self, rows: Iterable[Seen]) -> tuple[Seen, ...]:
        """Append what differs from the last row of that unit and year, whatever their id and time; return it."""
        found = list(rows)
        time = now()
        with told(self.path), writing(self._connection):
            last: dict[tuple[str, int], Seen] = {}
            for year in {s.year for s in found}:
                last |= {(unit, year): s for unit, s in self.latest(year).items()}
            added = []
            for s in found:
                before = last.get((s.unit, s.year))
                if before is None or before[2:] != s[2:]:
                    s = self._noted(s._replace(at=s.at or time))
                    last[s.unit, s.year] = s
                    added.append(s)
        return tuple(added)

    def _noted(self, s: Seen) -> Seen:
        lists = (json.dumps(value, ensure_ascii=False, sort_keys=True) for value in s[_LISTS:])
        return s._replace(id=self._inserted(_ADD_SEEN, (*s[1:_LISTS], *lists)))

    def seen(self, unit: str | None = None, year: int | None = None) -> tuple[Seen, ...]:
        """Return what was seen of *unit* and *year* (None: all), the oldest first."""
        return tuple(self._seen(row) for row in self._rows(_SEEN, unit, year))

    def latest(self, year: int) -> dict[str, Seen]:
        """Return unit → what was seen of it last for *year*."""
        return {s.unit: s for s in map(self._seen, self._rows(_LATEST, year))}

    def years(self, unit: str | None = None) -> tuple[int, ...]:
        """Return the years of which something was seen, of *unit* or at all, the newest first."""
        select = "SELECT DISTINCT year FROM seen WHERE ?1 IS NULL OR unit = ?1 ORDER BY year DESC"
        return tuple(row[0] for row in self._rows(select, unit))

    def _rows(self, select: str, *values: object) -> list[tuple[Any, ...]]:
        with told(self.path):
            return self._connection.execute(select, values).fetchall()

    def _seen(self, row: Sequence[Any]) -> Seen:
        try:
            results, called, timed = map(json.loads, row[_LISTS:])
            return Seen._make((*row[:_LISTS], results, tuple(called), tuple(timed)))
        except (TypeError, ValueError) as error:
            raise UsageError(self.path, DAMAGED) from error

"""What was found in files that have not changed since. A convenience: whatever goes wrong here is ignored.

It lies in the user's cache folder and not beside the outputs, which are handed on; private data are hidden in it.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from contextlib import suppress
from functools import cache
from hashlib import sha256
from types import TracebackType
from typing import Any

import validator
from validator.model.document import Cell
from validator.model.outline import Facts
from validator.model.pack import Pack
from validator.model.result import Assessment, Evidence, Result, Score
from validator.model.submission import Item, Sentence, Submission
from validator.patterns import cache_folder
from validator.version import __version__
from validator.words import Words

_KEPT_DAYS = 120
_EVERY = 100  # rows that wait to be written together: what is done stays done when somebody interrupts
_MOST = 1000  # rows that may wait while another process writes
_TABLE = "CREATE TABLE IF NOT EXISTS found (key BLOB PRIMARY KEY, used INTEGER NOT NULL, data BLOB NOT NULL)"


def key_of(data: bytes, name: str, pack: Pack) -> bytes:
    """Return the key of a file: its content, its ending, the rules with their parameters, and the program."""
    rules = "\0".join([p.id + p.sha256 + repr(sorted(p.params.items())) for p in (pack, *pack.others)])
    ending = os.path.splitext(name)[1].lower()
    asked = f"{_program()}\0{rules}\0{ending}\0".encode("utf-8", "replace")
    return sha256(asked + sha256(data).digest()).digest()


@cache
def _program() -> str:
    """Return what changes when any module of the program does; who edits it keeps the version."""
    top = os.path.dirname(validator.__file__)
    found = [__version__]
    with suppress(OSError):
        for folder, _, names in sorted(os.walk(top)):
            stats = [(name, os.stat(os.path.join(folder, name))) for name in sorted(names) if name.endswith(".py")]
            found += [f"{folder[len(top) :]}/{name} {s.st_size} {s.st_mtime_ns}" for name, s in stats]
    return sha256("\n".join(found).encode("utf-8", "replace")).hexdigest()


class Cache:
    """Submissions by key, in one SQLite file; a cache that cannot be opened keeps nothing.

    Rows are gathered and written in short transactions, so that another review may write in between.
    """

    def __init__(self, path: str | None = None) -> None:
        """Take the *path* of the file; without one it lies in the user's cache folder."""
        self._path = path or os.path.join(cache_folder(), "submissions.sqlite")
        self._file: sqlite3.Connection | None = None
        self._new: list[tuple[bytes, bytes]] = []
        self._used: list[tuple[bytes]] = []

    def __enter__(self) -> Cache:
        with suppress(OSError, sqlite3.Error):
            os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
            os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
            self._file = sqlite3.connect(self._path, timeout=2, isolation_level=None)
            self._do("PRAGMA journal_mode = WAL")
            self._do("PRAGMA synchronous = OFF")
            self._do(_TABLE)
            self._do("DELETE FROM found WHERE used < unixepoch() - ?", _KEPT_DAYS * 86400)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._file:
            self._write()
            with suppress(sqlite3.Error):
                self._file.close()

    def get(self, key: bytes) -> Submission | None:
        """Return what is known under *key*."""
        row = self._do("SELECT data, used < unixepoch() - 86400 FROM found WHERE key = ?", key)
        if not row:
            return None
        if row[1]:
            self._used.append((key,))
        with suppress(ValueError, TypeError, LookupError, zlib.error):
            return _unpacked(json.loads(zlib.decompress(row[0]).decode("utf-8", "surrogatepass")))
        return None

    def put(self, key: bytes, found: Submission) -> None:
        """Remember *found*, unless it may be better next time."""
        if found.assessment.status == "unreadable":
            return
        data = json.dumps(found, ensure_ascii=False).encode("utf-8", "surrogatepass")
        self._new.append((key, zlib.compress(data, 1)))
        if len(self._new) % _EVERY == 0:
            self._write()

    def _write(self) -> None:
        """Write what waits; what another process holds up for too long waits for the next time."""
        if not self._file or not (self._new or self._used):
            return
        try:
            with self._file:
                self._file.execute("BEGIN IMMEDIATE")
                self._file.executemany("INSERT OR REPLACE INTO found VALUES (?, unixepoch(), ?)", self._new)
                self._file.executemany("UPDATE found SET used = unixepoch() WHERE key = ?", self._used)
            self._new, self._used = [], []
        except sqlite3.Error:
            self._new = self._new[-_MOST:]

    def _do(self, statement: str, *values: Any) -> Any:
        if not self._file:
            return None
        try:
            return self._file.execute(statement, values).fetchone()
        except sqlite3.Error:
            return None


# What is kept is a named tuple of named tuples, as lists: put together by hand it is there in half the time that a
# validating library takes, and what is not as it should be is no entry.


def _unpacked(row: Any) -> Submission:
    assessment, text, digest, stream, sentences, asides, plan, shortcomings, modified = row
    return Submission(
        _assessment(*assessment),
        text,
        digest,
        stream,
        tuple([Sentence(*sentence) for sentence in sentences]),
        _items(asides),
        _items(plan),
        _items(shortcomings),
        modified,
    )


def _items(rows: Any) -> tuple[Item, ...]:
    return tuple([Item(*item) for item in rows])


def _assessment(*row: Any) -> Assessment:
    a = Assessment(*row)
    return a._replace(
        reason=_words(a.reason),
        facts=Facts(*a.facts[:-1], tuple([(name, (start, end)) for name, (start, end) in a.facts[-1]])),
        score=Score(*a.score) if a.score else None,
        missing=tuple(a.missing),
        results=tuple([_result(*result) for result in a.results]),
        notes=tuple([Words(*note) for note in a.notes]),
    )


def _result(*row: Any) -> Result:
    r = Result(*row)
    return r._replace(message=Words(*r.message), evidence=tuple([_evidence(*e) for e in r.evidence]), fix=_words(r.fix))


def _evidence(*row: Any) -> Evidence:
    e = Evidence(*row)
    return e._replace(cell=Cell(*e.cell)) if e.cell else e


def _words(row: Any) -> Words | None:
    return Words(*row) if row else None

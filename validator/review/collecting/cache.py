"""What was found in files that have not changed since. A convenience: whatever goes wrong here is ignored.

It lies in the user's cache folder and not beside the outputs, which are handed on; private data are hidden in it.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from contextlib import suppress
from hashlib import sha256
from types import TracebackType
from typing import Any

from validator.model.document import Cell
from validator.model.outline import Facts
from validator.model.pack import Pack
from validator.model.result import Assessment, Evidence, Result, Score
from validator.model.submission import Item, Sentence, Submission
from validator.patterns import cache_folder
from validator.version import __version__
from validator.words import Words

_FORM = 5  # of the stored data; raise it when Submission or what fills it changes
_KEPT_DAYS = 120
_EVERY = 100  # puts between two commits: what is done stays done when somebody interrupts
_TABLE = "CREATE TABLE IF NOT EXISTS found (key BLOB PRIMARY KEY, used INTEGER NOT NULL, data BLOB NOT NULL)"


def key_of(data: bytes, name: str, pack: Pack) -> bytes:
    """Return the key of a file: its content, its ending, the rules with their parameters, and the program."""
    rules = "\0".join([p.id + p.sha256 + repr(sorted(p.params.items())) for p in (pack, *pack.others)])
    ending = os.path.splitext(name)[1].lower()
    return sha256(
        f"{_FORM}\0{__version__}\0{rules}\0{ending}\0".encode("utf-8", "replace") + sha256(data).digest()
    ).digest()


class Cache:
    """Submissions by key, in one SQLite file; a cache that cannot be opened keeps nothing."""

    def __init__(self, path: str | None = None) -> None:
        """Take the *path* of the file; without one it lies in the user's cache folder."""
        self._path = path or os.path.join(cache_folder(), "submissions.sqlite")
        self._file: sqlite3.Connection | None = None
        self._waiting = 0

    def __enter__(self) -> Cache:
        with suppress(OSError, sqlite3.Error):
            os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
            os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
            self._file = sqlite3.connect(self._path, timeout=2)
            self._do("PRAGMA journal_mode = WAL")
            self._do("PRAGMA synchronous = OFF")
            self._do(_TABLE)
            self._do("DELETE FROM found WHERE used < unixepoch() - ?", _KEPT_DAYS * 86400)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._file:
            with suppress(sqlite3.Error):
                self._file.commit()
                self._file.close()

    def get(self, key: bytes) -> Submission | None:
        """Return what is known under *key*."""
        row = self._do("SELECT data FROM found WHERE key = ?", key)
        if not row:
            return None
        self._do("UPDATE found SET used = unixepoch() WHERE key = ? AND used < unixepoch() - 86400", key)
        with suppress(ValueError, TypeError, zlib.error):
            return _unpacked(json.loads(zlib.decompress(row[0]).decode("utf-8", "surrogatepass")))
        return None

    def put(self, key: bytes, found: Submission) -> None:
        """Remember *found*, unless it may be better next time."""
        if found.assessment.status == "unreadable":
            return
        self._do(
            "INSERT OR REPLACE INTO found VALUES (?, unixepoch(), ?)",
            key,
            zlib.compress(json.dumps(found, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1),
        )
        self._waiting += 1
        if self._file and self._waiting % _EVERY == 0:
            with suppress(sqlite3.Error):
                self._file.commit()

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

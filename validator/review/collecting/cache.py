"""What was found in files that have not changed since. A convenience: whatever goes wrong here is ignored.

It lies in the user's cache folder and not beside the outputs, which are handed on; private data are hidden in it.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from contextlib import suppress
from hashlib import sha256
from types import TracebackType
from typing import Any

from validator.model.pack import Pack
from validator.model.submission import Submission
from validator.patterns import cache_folder
from validator.version import __version__

_FORM = 2  # of the stored data; raise it when Submission or what fills it changes
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
        from pydantic import TypeAdapter

        self._shape: TypeAdapter[Submission] = TypeAdapter(Submission)
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
        with suppress(ValueError, zlib.error):
            return self._shape.validate_json(zlib.decompress(row[0]))
        return None

    def put(self, key: bytes, found: Submission) -> None:
        """Remember *found*, unless it may be better next time."""
        if found.assessment.status == "unreadable":
            return
        self._do(
            "INSERT OR REPLACE INTO found VALUES (?, unixepoch(), ?)",
            key,
            zlib.compress(self._shape.dump_json(found), 1),
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

"""The tables of a ledger, and the triggers that keep it append-only."""

from __future__ import annotations

from collections.abc import Iterator
from sqlite3 import complete_statement

APPLICATION = int.from_bytes(b"chaq", "big")
"""Marks the file as a ledger among all SQLite files."""

_ACTIONS = "('confirm', 'correct', 'return', 'accept', 'withdraw')"
_NEW = "('pass', 'partial', 'fail', 'not_applicable', 'waived')"
# A REPLACE deletes without asking the triggers on DELETE: so no row may come where one is or was.
_APPEND_ONLY = """
CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END;
CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END;
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN NEW.id > 0 AND NEW.id <= (SELECT max(id) FROM {table})
BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END;
"""
_FIRST = f"""
CREATE TABLE decisions (
  id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id > 0),
  at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  who TEXT NOT NULL CHECK (who <> ''),
  unit TEXT NOT NULL CHECK (unit <> ''),
  year INTEGER NOT NULL,
  action TEXT NOT NULL CHECK (action IN {_ACTIONS}),
  rule TEXT NOT NULL CHECK (action NOT IN ('confirm', 'correct') OR rule <> ''),
  old TEXT NOT NULL,
  new TEXT NOT NULL CHECK ((action = 'correct') = (new <> '') AND (new = '' OR new IN {_NEW})),
  reason TEXT NOT NULL,
  digest TEXT NOT NULL,
  file TEXT NOT NULL,
  withdrawn INTEGER NOT NULL CHECK ((action = 'withdraw') = (withdrawn > 0)),
  CHECK (action NOT IN ('return', 'accept') OR rule = '')
) STRICT;
CREATE TABLE seen (
  id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id > 0),
  at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  unit TEXT NOT NULL CHECK (unit <> ''),
  year INTEGER NOT NULL,
  standing TEXT NOT NULL,
  file TEXT NOT NULL,
  digest TEXT NOT NULL,
  pack TEXT NOT NULL,
  low REAL,
  high REAL,
  verdict TEXT NOT NULL,
  results TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_of ON decisions (unit, year);
CREATE INDEX seen_of ON seen (year, unit, id);
{_APPEND_ONLY.format(table="decisions")}
{_APPEND_ONLY.format(table="seen")}
"""
_SECOND = """
ALTER TABLE seen ADD COLUMN called TEXT NOT NULL DEFAULT '[]';
ALTER TABLE seen ADD COLUMN timed TEXT NOT NULL DEFAULT '[]';
"""
MIGRATIONS = (_FIRST, _SECOND)
"""What makes version n + 1 of the file out of version n; a ledger is never taken back."""


def statements(script: str) -> Iterator[str]:
    """Yield single statements: ``executescript`` would end the transaction first."""
    statement = ""
    for line in script.strip().split("\n"):
        statement += line + "\n"
        if complete_statement(statement):
            yield statement
            statement = ""

"""The SQLite file of a ledger: made, recognised, brought up to date, and what can be wrong with it in plain words."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from validator.errors import UsageError, cannot
from validator.review.deciding.ledger_schema import APPLICATION, MIGRATIONS, statements
from validator.words import Words

WAIT = 30.0
"""Seconds to wait for other processes that write."""


def opened(path: str, wait: float = WAIT) -> sqlite3.Connection:
    """Return a connection to the ledger at *path*, which is made if need be; *wait*: seconds for other processes.

    Raise UsageError for a file that is no ledger, is damaged or newer than this program, or cannot be written.
    """
    with told(path):
        if not os.path.exists(path):
            _create(path)
        try:
            return _ready(path, wait, logged=not _is_remote(path))
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _NO_SHARED_MEMORY:
                raise
            return _ready(path, wait, logged=False)


def _ready(path: str, wait: float, *, logged: bool) -> sqlite3.Connection:
    """Return a connection to a ledger of this version; *logged*: the file system can bear a write-ahead log."""
    if not logged:
        _leave_log(path, wait)
    connection = _connected(path, wait)
    try:
        _recognise(connection, path)
        if _migrate(connection) and logged:
            _begin_log(connection, wait)
    except BaseException:
        connection.close()
        raise
    return connection


def opened_existing(path: str, wait: float = WAIT) -> sqlite3.Connection:
    """Return a connection to an existing ledger, which may lie where nothing can be written. Raise UsageError."""
    folder = os.path.dirname(os.path.abspath(path))
    if os.access(folder, os.W_OK) or os.path.exists(f"{path}-wal"):
        return opened(path, wait)
    with told(path):  # nobody writes there, so it may be read as it lies
        connection = _connected(f"{Path(path).absolute().as_uri()}?immutable=1", wait)
        try:
            _recognise(connection, path)
            return _as_of_today(connection)
        except BaseException:
            connection.close()
            raise


def _as_of_today(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return an older ledger that cannot be written as a copy that is up to date, in memory and only to be read."""
    if _number(connection, "user_version") == len(MIGRATIONS):
        return connection
    copy = _connected(":memory:", WAIT)
    connection.backup(copy)
    connection.close()
    _migrate(copy)
    copy.execute("PRAGMA query_only = ON")
    return copy


def _connected(path: str, wait: float, *, alone: bool = False) -> sqlite3.Connection:
    """Return a connection; one that is *alone* with the file needs no shared memory."""
    connection = sqlite3.connect(path, timeout=wait, isolation_level=None, uri=path.startswith("file:"))
    try:
        if alone:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # before anything is read
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA trusted_schema = OFF")
    except BaseException:
        connection.close()
        raise
    return connection


def _create(path: str) -> None:
    """Make an empty file that only its owner can read; SQLite gives its side files the same mode."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return  # another process was first
    except OSError as error:
        what = cannot("不能在这里建立审核台账", "cannot make the ledger here", error)
        raise UsageError(path, what, _ELSEWHERE) from error


def _recognise(connection: sqlite3.Connection, path: str) -> None:
    """Refuse another program's SQLite file, and a ledger of a newer version, before anything is changed."""
    connection.execute("BEGIN")  # one look, or another process makes the ledger between two
    try:
        version, owner = _number(connection, "user_version"), _number(connection, "application_id")
        used = version or owner or _has_tables(connection)
    finally:
        connection.execute("ROLLBACK")
    if owner != APPLICATION and used:
        raise UsageError(path, _NO_LEDGER, CHECK_NAME)
    if version > len(MIGRATIONS):
        raise UsageError(path, _NEWER, Words("请升级 chaque 后再用", "Update chaque"))


def _has_tables(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _migrate(connection: sqlite3.Connection) -> bool:
    """Bring the file up to date, all of it or nothing; tell whether it was new."""
    if _number(connection, "user_version") == len(MIGRATIONS):
        return False
    with writing(connection):
        before = _number(connection, "user_version")
        for script in MIGRATIONS[before:]:
            for statement in statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    return before == 0


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Write as one transaction; the lock is taken at once, so that two writers wait and never fail half-way."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


_NO_SHARED_MEMORY = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PROTOCOL)
"""How SQLite fails where a file system lets it begin a log and then cannot share the memory that goes with it."""


def _begin_log(connection: sqlite3.Connection, wait: float) -> None:
    """Give a new ledger a write-ahead log for good; a system without one keeps the journal, as safe but slower."""
    end = time.monotonic() + wait
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            _has_tables(connection)  # fails here, not above, where memory cannot be shared
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            if time.monotonic() > end:
                return
            time.sleep(0.02)  # SQLite does not wait for this lock by itself


def _leave_log(path: str, wait: float) -> None:
    """Turn the log of a ledger into a journal: two machines cannot share a log, some disks cannot bear one."""
    connection = _connected(path, wait, alone=True)
    try:
        _recognise(connection, path)
        if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
            connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()


_REMOTE = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "fuse.sshfs", "vboxsf", "davfs"})


def _is_remote(path: str, mounts: str = "/proc/self/mounts") -> bool:
    """Tell whether *path* lies on another machine's disk: as far as the system says so."""
    real = os.path.realpath(path)
    if real.startswith("\\\\"):
        return True
    best = ("", "")
    with suppress(OSError), open(mounts, encoding="utf-8", errors="replace") as file:
        for line in file:
            _, point, kind, *_ = line.split(" ")
            point = point.replace("\\040", " ")
            inside = real == point or real.startswith(point.rstrip("/") + "/")
            if inside and len(point) >= len(best[0]):
                best = (point, kind)
    return best[1] in _REMOTE


@contextmanager
def told(path: str) -> Iterator[None]:
    """Turn what SQLite complains of into a UsageError about *path*; our own mistakes stay as they are."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        what, hint = _TOLD.get(getattr(error, "sqlite_errorcode", -1) & 0xFF, (None, _ELSEWHERE))
        raise UsageError(path, what or Words("审核台账出错", f"the ledger failed: {error}"), hint) from error


_ELSEWHERE = Words(
    "请换一个能写的文件夹，或用 --ledger 指定文件", "Use a folder that can be written to, or --ledger FILE"
)
CHECK_NAME = Words("请核对 --ledger 后面的文件名", "Check the name after --ledger")
_NO_LEDGER = Words("这不是审核台账", "this is no ledger")
_NEWER = Words("审核台账是用更新的版本建立的", "the ledger was made by a newer version")
DAMAGED = Words("审核台账已损坏", "the ledger is damaged")
_RESTORE = Words(
    "请从备份恢复；旁边若有 -wal 文件，请一起保留", "Restore it from a backup; keep a -wal file beside it, if any"
)
_BUSY = (
    Words("审核台账一直被另一个程序占用", "another program keeps the ledger locked"),
    Words("请等它做完再试", "Wait until it is done and try again"),
)
_TOLD: dict[int, tuple[Words, Words]] = {
    sqlite3.SQLITE_NOTADB: (_NO_LEDGER, CHECK_NAME),
    sqlite3.SQLITE_CORRUPT: (DAMAGED, _RESTORE),
    sqlite3.SQLITE_ERROR: (DAMAGED, _RESTORE),
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_PROTOCOL: _BUSY,
    sqlite3.SQLITE_READONLY: (Words("审核台账不能写", "the ledger cannot be written"), _ELSEWHERE),
    sqlite3.SQLITE_CANTOPEN: (Words("打不开审核台账", "the ledger cannot be opened"), _ELSEWHERE),
    sqlite3.SQLITE_PERM: (Words("没有权限打开审核台账", "no permission to open the ledger"), _ELSEWHERE),
    sqlite3.SQLITE_FULL: (
        Words("磁盘已满，没有记下", "the disk is full; nothing was recorded"),
        Words("请腾出空间再试", "Make room and try again"),
    ),
    sqlite3.SQLITE_IOERR: (
        Words("读写审核台账时磁盘出错", "the disk failed while the ledger was used"),
        Words("请把台账放在本机硬盘上再试", "Put the ledger on a local disk and try again"),
    ),
}

"""validator.review.deciding.ledger: nothing is lost, nothing is changed, whatever happens."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.ledger_support import OTHER, UNIT, decision, ledger, seen
from tests.support import ROOT, environment
from validator.errors import UsageError
from validator.model.decision import Decision
from validator.review.deciding import ledger_file
from validator.review.deciding.ledger import Ledger, ledger_of, nearest_ledger
from validator.review.deciding.ledger_schema import APPLICATION, MIGRATIONS, statements

WRITER = """
import sys
from tests.ledger_support import decision
from validator.review.deciding.ledger import Ledger
with Ledger(sys.argv[1]) as book:
    print("ready", flush=True)
    sys.stdin.readline()
    for i in range(int(sys.argv[3])):
        print(book.add(decision(who=sys.argv[2], reason=f"第{i}条")).id, flush=True)
"""


def writer(path: Path, who: str, rows: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), who, str(rows)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment(),
    )


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()


def plain(path: str | Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "2025.chaque-ledger")


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("2025", "2025"),
        ("2025/", "2025"),
        ("./2025/", "2025"),
        ("/a/b/", "/a/b"),
        ("a/../b", "b"),
        ("报送 1", "报送 1"),
    ],
)
def test_beside_the_folder(folder: str, expected: str) -> None:
    assert ledger_of(folder) == os.path.normpath(expected) + ".chaque-ledger"


def test_beside_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert ledger_of(".") == f"{tmp_path}.chaque-ledger"
    (tmp_path / "a").mkdir()
    monkeypatch.chdir("a")
    assert ledger_of("..") == f"{tmp_path}.chaque-ledger"


def test_nearest(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="没有审核台账"):
        nearest_ledger(str(tmp_path))
    (tmp_path / "a" / "b").mkdir(parents=True)
    ledger(tmp_path / "a" / "b")
    with pytest.raises(UsageError, match="没有审核台账"):
        nearest_ledger(str(tmp_path))
    path = ledger(tmp_path / "a")
    assert nearest_ledger(str(tmp_path)) == path
    assert nearest_ledger(str(tmp_path / "a" / "b")) == str(tmp_path / "a" / "b" / "2025.chaque-ledger")
    ledger(tmp_path)
    with pytest.raises(UsageError, match="2个审核台账"):
        nearest_ledger(str(tmp_path))


def test_what_was_added_is_there_again(path: str) -> None:
    with Ledger(path) as book:
        first = book.add(decision())
        both = book.add_all([decision(unit=OTHER, at="2026-03-05T08:30:00Z"), decision(year=2024)])
    assert (first.id, [d.id for d in both]) == (1, [2, 3])
    assert first == decision(id=1, at=first.at)
    assert abs(time.time() - time.mktime(time.strptime(first.at, "%Y-%m-%dT%H:%M:%SZ")) + time.timezone) < 60
    assert both[0].at == "2026-03-05T08:30:00Z"
    with Ledger(path) as book:
        assert book.decisions() == (first, *both)
        assert book.decisions(UNIT) == (first, both[1])
        assert book.decisions(UNIT, 2025) == (first,)
        assert book.decisions(year=2024) == (both[1],)
        assert book.decisions("没有") == ()


def test_only_the_owner_can_read_it_and_nothing_is_left_beside_it(path: str) -> None:
    with Ledger(path) as book:
        book.add(decision())
        names = sorted(os.listdir(os.path.dirname(path)))
        assert [stat.S_IMODE(os.stat(f"{path}{end}").st_mode) for end in ("", "-wal", "-shm")] == [0o600] * 3
    assert names == [f"2025.chaque-ledger{end}" for end in ("", "-shm", "-wal")]
    assert os.listdir(os.path.dirname(path)) == ["2025.chaque-ledger"]
    connection = plain(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_every_commit_reaches_the_disk(path: str) -> None:
    with Ledger(path) as book:
        assert book._connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_a_decision_that_cannot_be_takes_all_with_it(path: str) -> None:
    wrong = [
        decision(action="judge"),
        decision(new=""),
        decision(new="unknown"),
        decision(action="confirm"),
        decision(rule=""),
        decision(action="return", new=""),
        decision(who=""),
        decision(unit=""),
        decision(withdrawn=1),
        decision(action="withdraw", new=""),
        decision(at="yesterday"),
    ]
    with Ledger(path) as book:
        for d in wrong:
            with pytest.raises(ValueError, match="CHECK"):
                book.add_all([decision(), d])
        assert book.decisions() == ()


def test_what_is_chosen_sees_what_is_there_and_keeps_others_out(path: str) -> None:
    with Ledger(path) as book, Ledger(path, wait=0.1) as other:
        first = book.add(decision())

        def choose(there: Sequence[Decision]) -> list[Decision]:
            assert there == (first,)
            with pytest.raises(UsageError):
                other.add(decision(reason="同时写的"))
            return [decision(reason="另一个理由")]

        assert [d.id for d in book.add_chosen(choose)] == [2]
        assert [d.reason for d in other.decisions()] == [first.reason, "另一个理由"]


def test_seen_is_noted_only_when_it_changes(path: str) -> None:
    with Ledger(path) as book:
        first = book.note_seen([seen(), seen(OTHER)])
        assert [s.id for s in first] == [1, 2]
        assert book.note_seen([seen(), seen(OTHER)]) == ()
        changed = book.note_seen([seen(digest="f" * 16), seen(OTHER), seen(year=2024), seen(low=None, high=None)])
        assert [(s.id, s.year, s.digest[:1], s.low) for s in changed] == [
            (3, 2025, "f", 82.5),
            (4, 2024, "0", 82.5),
            (5, 2025, "0", None),
        ]
        (back,) = book.note_seen([seen()])
        assert book.seen(UNIT, 2025) == (first[0], changed[0], changed[2], back)
        assert book.latest(2025) == {UNIT: back, OTHER: first[1]}
        assert book.years() == (2025, 2024)
        assert book.years(OTHER) == (2025,)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE decisions SET new = 'fail'",
        "DELETE FROM decisions",
        "UPDATE seen SET verdict = 'complete'",
        "DELETE FROM seen WHERE id = 1",
        "INSERT OR REPLACE INTO decisions SELECT 1, at, '别人', unit, year, action, rule, old, new, reason, digest, file, withdrawn FROM decisions",
        "INSERT OR REPLACE INTO seen SELECT id, at, unit, year, 'missing', file, digest, pack, low, high, verdict, results, called, timed FROM seen",
    ],
)
def test_no_other_program_changes_a_row_by_mistake(tmp_path: Path, statement: str) -> None:
    path = ledger(tmp_path)
    with Ledger(path) as book:
        book.add_all([decision(), decision(unit=OTHER)])
        before = book.decisions(), book.seen()
    connection = plain(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()
    with Ledger(path) as book:
        assert (book.decisions(), book.seen()) == before


def test_two_processes_append_at_the_same_time(tmp_path: Path) -> None:
    path = tmp_path / "2025.chaque-ledger"
    processes = [writer(path, who, 200) for who in ("甲", "乙")]
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    with Ledger(str(path)) as book:
        book._connection.execute("BEGIN IMMEDIATE")  # both wait for it, and go on at the same moment
        for process in processes:
            go(process)
        time.sleep(0.3)
        book._connection.execute("ROLLBACK")
    ids = [[int(line) for line in process.communicate(timeout=120)[0].split()] for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    with Ledger(str(path)) as book:
        rows = book.decisions()
    assert len(rows) == 400
    assert sorted(ids[0] + ids[1]) == [d.id for d in rows] == list(range(1, 401))
    for who, own in zip("甲乙", ids, strict=True):
        assert [(d.id, d.reason) for d in rows if d.who == who] == [(n, f"第{i}条") for i, n in enumerate(own)]
    assert os.listdir(tmp_path) == [path.name]


def test_many_processes_make_the_same_ledger(tmp_path: Path) -> None:
    path = tmp_path / "2025.chaque-ledger"
    processes = [writer(path, str(n), 1) for n in range(6)]
    for process in processes:
        go(process)
    for process in processes:
        process.communicate(timeout=60)
    assert [process.returncode for process in processes] == [0] * 6
    with Ledger(str(path)) as book:
        assert sorted(d.who for d in book.decisions()) == list("012345")


def test_killed_at_any_moment_nothing_that_was_acknowledged_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "2025.chaque-ledger"
    moments = random.Random(20260305)  # noqa: S311
    acknowledged: dict[int, tuple[str, str]] = {}
    killed_with_log = n = 0
    while n < 24 or (len(acknowledged) <= 100 and n < 120):  # more rounds where the disk is slow
        process = writer(path, f"第{n}次", 100_000)
        assert process.stdout
        if n % 4:  # every fourth round it may die while it opens the file
            assert process.stdout.readline() == "ready\n"
            go(process)
            time.sleep(moments.uniform(0, 0.08))
        else:
            go(process)
            time.sleep(moments.uniform(0.05, 0.25))
        process.send_signal(signal.SIGKILL)
        lines = process.stdout.read().split("\n")[:-1]  # what has no line end was not told in full
        process.wait()
        assert process.returncode == -signal.SIGKILL
        process.stdout.close()
        if process.stdin:
            process.stdin.close()
        told = [int(line) for line in lines if line != "ready"]
        acknowledged |= {number: (f"第{n}次", f"第{i}条") for i, number in enumerate(told)}
        killed_with_log += os.path.exists(f"{path}-wal")
        with Ledger(str(path)) as book:
            rows = {d.id: (d.who, d.reason) for d in book.decisions()}
            assert book._connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert acknowledged.items() <= rows.items()
        n += 1
        assert len(rows) - len(acknowledged) <= n  # at most one row per kill was written and not yet told
    assert len(acknowledged) > 100
    assert killed_with_log >= 0.6 * n


def test_a_reader_sees_whole_transactions_while_another_writes(path: str) -> None:
    with Ledger(path) as book, Ledger(path, wait=1) as other:
        book._connection.execute("BEGIN IMMEDIATE")
        assert other.decisions() == ()
        with pytest.raises(UsageError, match="被另一个程序占用"):
            Ledger(path, wait=0.1).add(decision())
        book._connection.execute("ROLLBACK")
        other.add(decision())
        assert len(book.decisions()) == 1


def test_another_sqlite_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.chaque-ledger"
    connection = plain(path)
    connection.execute("CREATE TABLE decisions (id)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(UsageError, match="这不是审核台账"):
        Ledger(str(path))
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == [path.name]


@pytest.mark.parametrize("data", [b"hello", b"x" * 5000, b"SQLite format 3\x00" + b"\xff" * 2000])
def test_another_file_is_refused_and_left_alone(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.chaque-ledger"
    path.write_bytes(data)
    with pytest.raises(UsageError, match=r"这不是审核台账|已损坏"):
        Ledger(str(path))
    assert path.read_bytes() == data


def test_a_newer_ledger_is_refused(path: str) -> None:
    Ledger(path).close()
    connection = plain(path)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(UsageError, match=r"更新的版本.*请升级"):
        Ledger(path)


def test_an_older_ledger_is_brought_up_to_date_or_left_as_it_was(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(path) as book:
        book.add(decision())
    broken = "ALTER TABLE decisions ADD COLUMN more TEXT;\nCREATE TABLE seen (id);"
    monkeypatch.setattr(ledger_file, "MIGRATIONS", (*MIGRATIONS, broken))
    with pytest.raises(UsageError):
        Ledger(path)
    connection = plain(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    assert "more" not in [row[1] for row in connection.execute("PRAGMA table_info(decisions)")]
    connection.close()
    monkeypatch.setattr(ledger_file, "MIGRATIONS", (*MIGRATIONS, "ALTER TABLE decisions ADD COLUMN more TEXT;"))
    with Ledger(path) as book:
        assert len(book.decisions()) == 1
        assert book._connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) + 1,)
        assert book._connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)


def first_version(path: str) -> None:
    """Make a ledger of the first version: without the other names of units."""
    connection = plain(path)
    for statement in statements(MIGRATIONS[0]):
        connection.execute(statement)
    connection.execute(
        "INSERT INTO seen (at, unit, year, standing, file, digest, pack, low, high, verdict, results)"
        " VALUES ('2026-03-05T08:30:00Z', ?, 2025, 'submitted', 'a.docx', 'd', 'p', 1, 2, '', '{\"causes\": \"fail\"}')",
        (UNIT,),
    )
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute("PRAGMA user_version = 1")
    connection.close()


def test_a_ledger_of_the_first_version_still_opens(path: str) -> None:
    first_version(path)
    with Ledger(path, existing=True) as book:
        (old,) = book.seen()
        assert (old.unit, old.results, old.called, old.timed) == (UNIT, {"causes": "fail"}, (), ())
        (new,) = book.note_seen([old._replace(called=("青禾",), timed=("late-report",))])
        assert book.latest(2025) == {UNIT: new}
        book.add(decision())
    with Ledger(path) as book:
        assert book.seen() == (old, new) and len(book.decisions()) == 1


def test_an_old_one_that_cannot_be_written_is_brought_up_to_date_in_memory(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first_version(path)
    before = Path(path).read_bytes()
    monkeypatch.setattr(ledger_file.os, "access", lambda *_: False)
    with Ledger(path, existing=True) as book:
        assert [s.called for s in book.seen()] == [()]
        with pytest.raises(UsageError, match="审核台账不能写"):
            book.add(decision())
    assert Path(path).read_bytes() == before


def test_other_names_and_timed_rules_are_kept(path: str) -> None:
    named = seen(called=("青禾镇", "青禾乡"), timed=("late-report",))
    with Ledger(path) as book:
        (noted,) = book.note_seen([named])
        assert book.note_seen([named]) == ()
        assert book.latest(2025) == {UNIT: noted}
        assert (noted.called, noted.timed) == (named.called, named.timed)


def test_a_damaged_ledger_says_so(path: str) -> None:
    with Ledger(path) as book:
        book.add_all(decision(reason="理由" * 200) for _ in range(200))
    data = bytearray(Path(path).read_bytes())
    data[4096 * 3 :] = os.urandom(len(data) - 4096 * 3)
    Path(path).write_bytes(data)
    with pytest.raises(UsageError, match=r"已损坏.*备份"), Ledger(path) as book:
        book.decisions()


def test_an_existing_one_must_be_there(path: str) -> None:
    with pytest.raises(UsageError, match="没有这个审核台账"):
        Ledger(path, existing=True)
    assert not os.path.exists(path)


def test_no_ledger_where_there_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="不能在这里建立审核台账（文件夹或文件不存在）"):
        Ledger(str(tmp_path / "none" / "x.chaque-ledger"))
    with pytest.raises(UsageError):
        Ledger(str(tmp_path))


def test_text_stays_as_it_is(path: str) -> None:
    odd = "一\x00二\u202e'; DROP TABLE decisions; --\n三😀"
    with Ledger(path) as book:
        book.add(decision(reason=odd, who=odd))
    with Ledger(path) as book:
        assert [(d.reason, d.who) for d in book.decisions()] == [(odd, odd)]


UNPRIVILEGED = """
import os, sys, pathlib, urllib.parse
from tests.ledger_support import decision
from validator.errors import UsageError
from validator.review.deciding.ledger import Ledger
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
path = sys.argv[1]
with Ledger(path, existing=True) as book:
    print(len(book.decisions()))
    try:
        book.add(decision())
    except UsageError as error:
        print(error.what.zh)
for name in (path, path + "2"):
    try:
        Ledger(name)
    except UsageError as error:
        print(error.what.zh)
"""


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_where_nothing_can_be_written_it_can_still_be_read(tmp_path: Path) -> None:
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="chaque-ledger-"))
    try:
        path = folder / "2025.chaque-ledger"
        with Ledger(str(path)) as book:
            book.add(decision())
        path.chmod(0o444)
        folder.chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", UNPRIVILEGED, str(path)], capture_output=True, text=True, cwd=ROOT, env=environment()
        )
        assert done.stderr == ""
        assert done.stdout.splitlines() == [
            "1",
            "审核台账不能写",
            "审核台账不能写",
            "不能在这里建立审核台账（没有权限）",
        ]
        assert os.listdir(folder) == [path.name]
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_over_a_network_there_is_no_log(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(path) as book:
        book.add(decision())
    monkeypatch.setattr(ledger_file, "_is_remote", lambda _: True)
    with Ledger(path) as book:
        book.add(decision(year=2024))
        assert book._connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert len(book.decisions()) == 2
    new = path.replace("2025", "2024")
    with Ledger(new) as book:
        book.add(decision())
        assert book._connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


@pytest.mark.parametrize(
    ("place", "remote"),
    [
        ("/srv/share/x", True),
        ("/srv/share 2/x", True),
        ("/srv/shared/x", False),
        ("/srv/share/local/x", False),
        ("/home/x", False),
    ],
)
def test_which_disks_are_remote(tmp_path: Path, place: str, remote: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/a / ext4 rw 0 0\nhost:/share /srv/share nfs4 rw 0 0\n/dev/b /srv/share/local ext4 rw 0 0\n"
        "//host/y /srv/share\\0402 cifs rw 0 0\n"
    )
    assert ledger_file._is_remote(place, str(mounts)) is remote


@pytest.mark.skipif(os.name != "posix", reason="needs a FIFO")
def test_a_log_that_cannot_share_memory_is_left(path: str) -> None:
    with Ledger(path) as book:
        book.add(decision())
    os.mkfifo(f"{path}-shm")  # cannot be shared: as good as a file system that refuses it
    with Ledger(path) as book:
        assert len(book.decisions()) == 1
        book.add(decision(year=2024))
    Path(f"{path}-shm").unlink(missing_ok=True)
    with Ledger(path) as book:
        assert len(book.decisions()) == 2

import json
import os
import sqlite3
import stat
import zlib
from pathlib import Path

import pytest

from tests.review.texts import read
from tests.support import REPORT
from validator.pipeline import load_pack
from validator.review.collecting.cache import Cache, _program, key_of

PACK = load_pack()
KEY = key_of(b"x", "a.txt", PACK)


def test_what_was_put_is_what_comes_back(tmp_path: Path) -> None:
    found = read(REPORT.replace("2025年2月18日", "2025年2月×日"))
    assert any(result.fix for result in found.assessment.results)
    with Cache(str(tmp_path / "c.sqlite")) as cache:
        assert cache.get(KEY) is None
        cache.put(KEY, found)
    with Cache(str(tmp_path / "c.sqlite")) as cache:
        assert cache.get(KEY) == found


def test_the_key_is_content_ending_rules_and_parameters() -> None:
    keys = {
        KEY,
        key_of(b"y", "a.txt", PACK),
        key_of(b"x", "a.docx", PACK),
        key_of(b"x", "a.txt", load_pack("xinxi-gongkai")),
        key_of(b"x", "a.txt", load_pack(params={"min_chars": 200})),
        key_of(b"x", "a.txt", load_pack("fazhi-zhengfu+jilin")),
    }
    assert len(keys) == 6
    assert key_of(b"x", "folder/b.TXT", PACK) == KEY


def test_what_could_not_be_read_is_tried_again(tmp_path: Path) -> None:
    with Cache(str(tmp_path / "c.sqlite")) as cache:
        broken = read("")
        assert broken.assessment.status == "unreadable"
        cache.put(KEY, broken)
        assert cache.get(KEY) is None


def test_a_damaged_cache_is_no_cache(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(b"this is no database" * 100)
    with Cache(str(path)) as cache:
        cache.put(KEY, read(REPORT))
        assert cache.get(KEY) is None


def test_two_reviews_at_a_time_both_remember(tmp_path: Path) -> None:
    path, found = str(tmp_path / "c.sqlite"), read(REPORT)
    with Cache(path) as first:
        first.put(b"first", found)
        with Cache(path) as second:
            second.put(b"second", found)
        first.put(b"third", found)
    with Cache(path) as cache:
        assert [cache.get(key) for key in (b"first", b"second", b"third")] == [found] * 3


def test_what_another_process_holds_up_is_written_at_the_end(tmp_path: Path) -> None:
    path, found = str(tmp_path / "c.sqlite"), read(REPORT)
    with Cache(path) as cache:
        cache._do("PRAGMA busy_timeout = 1")
        with sqlite3.connect(path, isolation_level=None) as other:
            other.execute("BEGIN IMMEDIATE")
            for i in range(150):
                cache.put(b"%d" % i, found)
            other.execute("COMMIT")
        other.close()
    with Cache(path) as cache:
        assert [i for i in range(150) if cache.get(b"%d" % i) != found] == []


def test_the_key_changes_with_the_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "__init__.py").write_text("x = 1\n")
    monkeypatch.setattr("validator.__file__", str(tmp_path / "__init__.py"))
    keys = []
    for text in ("x = 1\n", "x = 1\n", "x = 22\n"):
        (tmp_path / "engine.py").write_text(text)
        os.utime(tmp_path / "engine.py", ns=(1, len(text)))
        _program.cache_clear()
        keys.append(key_of(b"x", "a.txt", PACK))
    _program.cache_clear()
    assert keys[0] == keys[1] != keys[2]


@pytest.mark.parametrize("data", [b"\x00", zlib.compress(b"[]"), zlib.compress(json.dumps([[]] * 9).encode())])
def test_a_damaged_entry_is_no_entry(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "c.sqlite"
    with Cache(str(path)) as cache:
        cache.put(KEY, read(REPORT))
    with sqlite3.connect(path) as file:
        file.execute("UPDATE found SET data = ?", (data,))
    with Cache(str(path)) as cache:
        assert cache.get(KEY) is None


def test_a_folder_that_cannot_be_made_is_no_error() -> None:
    with Cache(os.path.join(os.devnull, "c.sqlite")) as cache:
        cache.put(KEY, read(REPORT))
        assert cache.get(KEY) is None


def test_only_its_owner_reads_it_and_private_data_are_hidden(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    with Cache(str(path)) as cache:
        cache.put(KEY, read(REPORT.replace("9个", "9个，电话13812345678")))
        assert "13812345678" not in str(cache.get(KEY))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600

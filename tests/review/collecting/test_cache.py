import os
import sqlite3
import stat
from pathlib import Path

from tests.review.texts import read
from tests.support import REPORT
from validator.pipeline import load_pack
from validator.review.collecting.cache import Cache, key_of

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


def test_a_damaged_entry_is_no_entry(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    with Cache(str(path)) as cache:
        cache.put(KEY, read(REPORT))
    with sqlite3.connect(path) as file:
        file.execute("UPDATE found SET data = x'00'")
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

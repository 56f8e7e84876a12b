"""validator.packs.cache: packs that were validated before; never a source of harm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support import PACK, write_pack
from validator.packs import cache, load, loading


def test_put_and_get(cold_cache: Path) -> None:
    assert cache.get("a" * 64) is None
    cache.put("a" * 64, "{}")
    assert cache.get("a" * 64) == "{}"
    assert [f for f in cold_cache.rglob("*") if f.is_file()] != []


def test_loading_fills_the_cache_and_reads_it(cold_cache: Path, tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "p")
    first = load(folder)
    (stored,) = [f for f in cold_cache.rglob("*") if f.is_file()]
    assert json.loads(stored.read_text(encoding="utf-8"))["pack"] == "small"
    loading._built.cache_clear()
    assert load(folder) == first


@pytest.mark.parametrize("rubbish", ["", "{", "[]", "null", "{}", '{"pack": 1}', '{"norms": {}}', "\x00"])
def test_damaged_cache_does_no_harm(cold_cache: Path, tmp_path: Path, rubbish: str) -> None:
    folder = write_pack(tmp_path / "p")
    first = load(folder)
    for stored in [f for f in cold_cache.rglob("*") if f.is_file()]:
        stored.write_text(rubbish, encoding="utf-8")
    loading._built.cache_clear()
    assert load(folder) == first


def test_binary_rubbish_does_no_harm(cold_cache: Path, tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "p")
    first = load(folder)
    for stored in [f for f in cold_cache.rglob("*") if f.is_file()]:
        stored.write_bytes(b"\xff\xfe\x80")
    loading._built.cache_clear()
    assert load(folder) == first


def test_cache_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("CHAQUE_CACHE", str(tmp_path / "file"))
    loading._built.cache_clear()
    assert load(write_pack(tmp_path / "p", PACK.replace("小包", "别包"))).title.zh == "别包"


def test_wrong_pack_is_not_remembered(cold_cache: Path, tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "p", PACK.replace("level: error", "level: eror"))
    for _ in range(2):
        with pytest.raises(Exception, match="eror"):
            load(folder)
    assert [f for f in cold_cache.rglob("*") if f.is_file()] == []

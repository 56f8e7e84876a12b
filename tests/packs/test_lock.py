"""The lock file: which packs, to the last byte."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support import PACK, write_pack
from validator.errors import UsageError
from validator.packs import load
from validator.packs.lock import compare, written


def test_what_is_locked_is_accepted(tmp_path: Path) -> None:
    packs = [load("fazhi-zhengfu+jilin"), load(write_pack(tmp_path))]
    text = written(packs)
    compare(text.encode(), "chaque.lock", packs)
    assert [e["id"] for e in json.loads(text)["packs"]] == ["fazhi-zhengfu+jilin", "small"]
    assert json.loads(text)["packs"][0]["sha256"] == packs[0].sha256


def test_packs_behind_others_are_locked_too(tmp_path: Path) -> None:
    both = load("fazhi-zhengfu")._replace(others=(load(write_pack(tmp_path)),))
    with pytest.raises(UsageError, match="small"):
        compare(written([load("fazhi-zhengfu")]).encode(), "chaque.lock", [both])
    compare(written([both]).encode(), "chaque.lock", [both])


def refused(lock: str, name: str, params: dict[str, int] | None = None) -> UsageError:
    with pytest.raises(UsageError) as raised:
        compare(lock.encode(), "chaque.lock", [load(name, params)])
    assert "\n" not in str(raised.value)
    assert raised.value.where == "chaque.lock"
    return raised.value


def test_changed_file(tmp_path: Path) -> None:
    lock = written([load(write_pack(tmp_path))])
    assert "不同" in refused(lock, write_pack(tmp_path, PACK + "# a remark\n")).what.zh
    assert "1.0.1" in refused(lock, write_pack(tmp_path, PACK.replace("1.0.0", "1.0.1"))).what.zh


def test_changed_overlay_and_parameter() -> None:
    lock = written([load("fazhi-zhengfu")])
    assert "没有锁定规则包 fazhi-zhengfu+jilin" in refused(lock, "fazhi-zhengfu+jilin").what.zh
    assert "min_chars" in refused(lock, "fazhi-zhengfu", {"min_chars": 7}).what.zh


@pytest.mark.parametrize("rubbish", ["", "{", "[]", "{}", '{"packs": [1]}', '{"packs": [{}]}', "\x00"])
def test_rubbish(rubbish: str) -> None:
    assert "chaque packs lock" in refused(rubbish, "fazhi-zhengfu").hint.zh

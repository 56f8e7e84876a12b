"""validator.config: where settings come from, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import write
from validator.config import DEFAULTS, load, nearest, parsed
from validator.errors import UsageError


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    found = load()
    assert (found.values, found.origins) == (DEFAULTS, {})


def test_nearest_upwards(tmp_path: Path) -> None:
    write(tmp_path, {".chaque.toml": "", "a/b/c/x.txt": "", "a/pyproject.toml": "[tool.other]\n"})
    assert nearest(str(tmp_path / "a" / "b" / "c")) == str(tmp_path / ".chaque.toml")
    write(tmp_path, {"a/b/pyproject.toml": "[tool.chaque]\n"})
    assert nearest(str(tmp_path / "a" / "b" / "c")) == str(tmp_path / "a" / "b" / "pyproject.toml")


def test_own_file_before_the_shared_one(tmp_path: Path) -> None:
    write(tmp_path, {".chaque.toml": "", "pyproject.toml": "[tool.chaque]\n"})
    assert nearest(str(tmp_path)) == str(tmp_path / ".chaque.toml")


def test_the_search_ends_at_the_top_of_the_repository(tmp_path: Path) -> None:
    write(tmp_path, {".chaque.toml": "", "repo/.git/HEAD": "", "repo/a/x.txt": ""})
    assert nearest(str(tmp_path / "repo" / "a")) is None


def test_values_lines_and_root(tmp_path: Path) -> None:
    data = b'# x\ngate = "strict"\n\n[packs]\n"2016/**" = "old"\n'
    found = parsed(data, str(tmp_path / ".chaque.toml"))
    assert found.values["gate"] == "strict"
    assert found.values["packs"] == {"2016/**": "old"}
    assert found.values["lang"] == "zh"
    assert [o.rpartition(":")[2] for o in found.origins.values()] == ["2", "4"]
    assert found.root == str(tmp_path)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('gat = "x"', "1", "没有“gat”这个设置。是不是“gate”？"),
        ('\nlang = "fr"', "2", "“lang”不能是“fr”"),
        ("gate = 3", "1", "“gate”应当是一段文字"),
        ('format = "json"', "1", "“format”应当是文字的列表"),
        ("include = [3]", "1", "“include”应当是文字的列表"),
        ("quotes = 1", "1", "“quotes”只能写 true 或 false"),
        ("jobs = true", "1", "“jobs”应当是整数"),
        ("jobs = -1", "1", "“jobs”不能小于 0"),
        ("[packs]\na = 1", "1", "“packs”应当是"),
        ("gate =", "", "TOML 写得不对"),
    ],
)
def test_mistakes(text: str, line: str, told: str) -> None:
    with pytest.raises(UsageError) as raised:
        parsed(text.encode(), ".chaque.toml")
    message = str(raised.value)
    assert told in message
    assert message.startswith(f".chaque.toml:{line}" if line else ".chaque.toml")
    assert raised.value.what.en


def test_file_in_another_encoding() -> None:
    with pytest.raises(UsageError) as raised:
        parsed('pack = "规则"'.encode("gb18030"), ".chaque.toml")
    assert raised.value.what.zh == "不是 UTF-8 文本"


def test_missing_file() -> None:
    with pytest.raises(UsageError) as raised:
        load("nowhere/.chaque.toml")
    assert "读不了配置文件" in raised.value.what.zh

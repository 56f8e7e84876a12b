"""chaque demo-county: the invented county on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from validator.cli.demo_county import command
from validator.demo.county import county
from validator.errors import UsageError


def test_writes_the_county_and_tells_what_to_type(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new" / "demo"
    assert command(str(folder)) == 0
    written = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert written == county().files
    out = capsys.readouterr().out
    assert f"chaque review {folder}/2025 --roster {folder}/roster.csv --year 2025 --last-year {folder}/2024" in out
    assert "60个单位" in out and f"-o {folder}/review" in out
    assert [path.name for path in folder.parent.iterdir()] == ["demo"]


def test_english_and_a_folder_with_a_space(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "my demo"
    folder.mkdir()
    assert command(str(folder), lang="en") == 0
    out = capsys.readouterr().out
    assert "60 units" in out and f"'{folder}/2025'" in out


def test_refuses_a_folder_with_something_in_it(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="已经有东西"):
        command(str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_refuses_a_file_and_a_place_below_one(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="已经有东西"):
        command(str(tmp_path / "file"))
    with pytest.raises(UsageError, match="写不进去"):
        command(str(tmp_path / "file" / "demo"))

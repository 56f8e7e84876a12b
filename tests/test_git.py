"""validator.git: what a repository says has changed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.support import GIT, environment, write
from validator.errors import UsageError
from validator.git import changed_since, top


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, {"同.txt": "a", "改.txt": "a", "删.txt": "a", "sub/x y.txt": "a"})
    for args in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "one"]):
        subprocess.run(["git", *args], cwd=tmp_path, env=environment(**GIT), check=True)
    return tmp_path


def names(folder: Path, revision: str = "HEAD") -> set[str]:
    return {os.path.relpath(p, os.path.realpath(folder)) for p in changed_since(revision, str(folder))}


def test_changed_new_staged_and_gone(folder: Path) -> None:
    assert names(folder) == set()
    write(folder, {"改.txt": "b", "新.txt": "b", "sub/x y.txt": "b", ".gitignore": "*.tmp\n", "x.tmp": ""})
    (folder / "删.txt").unlink()
    subprocess.run(["git", "add", "改.txt"], cwd=folder, check=True)
    assert names(folder) == {"改.txt", "新.txt", os.path.join("sub", "x y.txt"), ".gitignore"}


def test_asked_from_a_folder_below(folder: Path) -> None:
    write(folder, {"改.txt": "b"})
    assert {os.path.basename(p) for p in changed_since("HEAD", str(folder / "sub"))} == {"改.txt"}


@pytest.mark.parametrize("revision", ["nonsense", "--output=x", "-O"])
def test_unknown_revision(folder: Path, revision: str) -> None:
    with pytest.raises(UsageError):
        changed_since(revision, str(folder))
    assert not (folder / "x").exists()


def test_no_repository(tmp_path: Path) -> None:
    assert top(str(tmp_path)) is None
    with pytest.raises(UsageError) as raised:
        changed_since("HEAD", str(tmp_path))
    assert "不是 git 仓库" in raised.value.what.zh


def test_programs_named_by_the_repository_do_not_run(folder: Path) -> None:
    write(folder, {".gitattributes": "*.txt diff=evil\n", "改.txt": "b"})
    for key in ("diff.evil.textconv", "diff.evil.command", "diff.external"):
        subprocess.run(["git", "config", key, f"touch {folder}/ran"], cwd=folder, check=True)
    assert "改.txt" in names(folder)
    assert not (folder / "ran").exists()

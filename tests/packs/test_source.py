"""validator.packs.source: where packs live and which files they have."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support import PACK, write_pack
from validator.errors import PackError, UsageError
from validator.packs.source import MAX_BYTES, MAX_INCLUDES, find, names, read_files, rules_folder


def refused(folder: Path, text: str, **included: str) -> PackError:
    write_pack(folder, text, **included)
    with pytest.raises(PackError) as raised:
        read_files(folder / "pack.yaml")
    return raised.value


def including(*files: str) -> str:
    return PACK.replace("norms:", f"include: [{', '.join(files)}]\nnorms:", 1)


def test_built_in_packs() -> None:
    assert "fazhi-zhengfu" in names()
    assert find("fazhi-zhengfu") == rules_folder() / "fazhi-zhengfu" / "pack.yaml"


def test_folder_or_file(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "p")
    assert find(folder) == tmp_path / "p" / "pack.yaml"
    assert find(f"{folder}/pack.yaml") == tmp_path / "p" / "pack.yaml"


@pytest.mark.parametrize("name", ["no-such-pack", "./nowhere", "", "../fazhi-zhengfu", "FAZHI"])
def test_unknown_pack_names_the_built_in_ones(name: str) -> None:
    with pytest.raises(UsageError) as raised:
        find(name)
    assert raised.value.where == name
    assert "fazhi-zhengfu" in raised.value.hint.zh
    assert "fazhi-zhengfu" in raised.value.hint.en


def test_includes_are_read_in_order(tmp_path: Path) -> None:
    write_pack(tmp_path, including("b.yaml", "a.yaml"), a="rules: []", b="rules: []")
    files = read_files(tmp_path / "pack.yaml")
    assert [os.path.basename(path) for path, _ in files.files] == ["pack.yaml", "b.yaml", "a.yaml"]


def test_hash_is_that_of_all_files(tmp_path: Path) -> None:
    write_pack(tmp_path, including("a.yaml"), a="rules: []")
    before = read_files(tmp_path / "pack.yaml").sha256
    assert read_files(tmp_path / "pack.yaml").sha256 == before
    (tmp_path / "a.yaml").write_text("rules: [] ", encoding="utf-8")
    assert read_files(tmp_path / "pack.yaml").sha256 != before


@pytest.mark.parametrize("name", ["../a.yaml", "/etc/passwd", "a.txt", "no.yaml", "sub/a.yaml", ".a.yaml", "A.yaml"])
def test_include_outside_the_folder_or_missing(tmp_path: Path, name: str) -> None:
    error = refused(tmp_path / "p", including(name), a="rules: []")
    assert error.where == str(tmp_path / "p" / "pack.yaml")
    assert name in error.what.zh
    assert ".yaml" in error.hint.zh


def test_include_that_is_a_link(tmp_path: Path) -> None:
    (tmp_path / "outside.yaml").write_text("rules: []", encoding="utf-8")
    write_pack(tmp_path / "p", including("a.yaml"))
    (tmp_path / "p" / "a.yaml").symlink_to(tmp_path / "outside.yaml")
    with pytest.raises(PackError):
        read_files(tmp_path / "p" / "pack.yaml")


def test_too_many_includes(tmp_path: Path) -> None:
    files = {f"r{i}": "rules: []" for i in range(MAX_INCLUDES + 1)}
    error = refused(tmp_path, including(*(f"{name}.yaml" for name in files)), **files)
    assert str(MAX_INCLUDES) in error.what.zh


def test_too_large(tmp_path: Path) -> None:
    error = refused(tmp_path, PACK + "#" * MAX_BYTES)
    assert "256 KB" in error.what.zh
    assert "256 KB" in error.what.en


def test_include_written_as_a_block_list(tmp_path: Path) -> None:
    text = PACK.replace("norms:", "include:\n  - a.yaml\nnorms:", 1)
    write_pack(tmp_path, text, a="rules: []")
    assert len(read_files(tmp_path / "pack.yaml").files) == 2

"""Where packs live: the built-in ones by id, others by path. The files of a pack, as bytes."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from validator.errors import PackError, UsageError
from validator.words import Words

MAIN = "pack.yaml"
MAX_BYTES = 256 * 1024
MAX_INCLUDES = 20
_INCLUDE = re.compile(rb"^include:[ \t]*(?:\[([^\]]*)\]|\r?\n((?:[ \t]*-[^\n]*(?:\n|\Z))+))", re.MULTILINE)
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*\.yaml")


class PackFiles(NamedTuple):
    """The files of a pack in reading order, ``(path, bytes)``, and the hash of all of them."""

    files: tuple[tuple[str, bytes], ...]
    sha256: str


def rules_folder() -> Path:
    """Return the folder of the built-in packs: in the wheel, or at the top of a checkout."""
    packaged = Path(__file__).parent.parent / "_rules"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent.parent / "rules"


def names() -> list[str]:
    """Return the ids of the built-in packs."""
    return sorted(p.parent.name for p in rules_folder().glob(f"*/{MAIN}"))


def find(name: str) -> Path:
    """Return the main file of the pack that *name* means: an id, a folder or a file. Raise UsageError if none."""
    if re.fullmatch(r"[a-z0-9-]+", name) and (built_in := rules_folder() / name / MAIN).is_file():
        return built_in
    path = Path(name)
    for candidate in (path / MAIN, path):
        if candidate.is_file():
            return candidate
    known = "、".join(names())
    raise UsageError(
        name,
        Words("没有这个规则包", "no such rule pack"),
        Words(
            f"内置规则包：{known}；也可以写规则包文件夹的路径",
            f"Built in: {known}; or give the path of a pack's folder",
        ),
    )


def read_files(main: Path) -> PackFiles:
    """Read the main file and what it includes. Raise PackError for a wrong include or size."""
    data = read_file(main)
    files = [(str(main), data)]
    found = _INCLUDE.search(data)
    listed = (found[1].split(b",") if found[1] is not None else found[2].split(b"\n")) if found else []
    included = [name for n in listed if (name := n.strip(b" \t\r-\"'").decode("utf-8", "replace"))]
    if len(included) > MAX_INCLUDES:
        raise PackError(str(main), Words(f"include 超过 {MAX_INCLUDES} 个文件", f"more than {MAX_INCLUDES} includes"))
    for name in included:
        path = main.parent / name
        if not _NAME.fullmatch(name) or path.is_symlink() or not path.is_file():
            raise PackError(
                str(main),
                Words(f"include 的文件 {name} 不可用", f"cannot include {name}"),
                Words("只能写同一文件夹里的 .yaml 文件名", "Only names of .yaml files in the same folder are allowed"),
            )
        files.append((str(path), read_file(path)))
    digest = sha256(b"\0".join(data for _, data in files)).hexdigest()
    return PackFiles(tuple(files), digest)


def read_file(path: Path) -> bytes:
    """Return the bytes of one file of a pack. Raise PackError if it cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise PackError(str(path), Words("读不了这个规则文件", f"cannot read: {error.strerror}")) from error
    if len(data) > MAX_BYTES:
        raise PackError(str(path), Words(f"规则文件超过 {MAX_BYTES // 1024} KB", f"larger than {MAX_BYTES // 1024} KB"))
    return data

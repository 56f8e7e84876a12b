"""Outputs → a folder: each file whole or not at all, and what people have changed in it is kept."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from itertools import count
from typing import NamedTuple

from validator.errors import UsageError, cannot
from validator.words import Words

MANIFEST = ".chaque-files"
"""Path → SHA-256 of every file that an earlier run wrote: one that differs was changed by somebody. A run that was
stopped leaves two, of what was there and of what it was about to write.
"""

_CLOSE_IT = Words("请先关闭打开它的程序，或换一个输出文件夹", "Close what has it open, or choose another folder")


class Aside(NamedTuple):
    """A file that somebody had changed. *path*: in the folder, of the one made anew; *moved*: where theirs is now."""

    path: str
    moved: str


def written(files: Mapping[str, bytes], folder: str) -> list[Aside]:
    """Write *files* into *folder* and return those that people had changed, which have other names now.

    A file of an earlier run that is not made any more is removed, unless somebody has changed it. Raise UsageError.
    """
    known = _known(folder)
    made = {path: [sha256(data).hexdigest()] for path, data in files.items()}
    _note({path: [*known.get(path, []), *made.get(path, [])] for path in (*known, *made)}, folder)
    kept = []
    for path, data in files.items():
        target = os.path.join(folder, *path.split("/"))
        now = _digest(target)
        if now and now not in (*made[path], *known.get(path, [])):
            kept.append(Aside(path, _put_aside(target)))
        if now not in made[path]:
            _put(target, data)
    for path in [p for p in known if p not in files]:
        target = os.path.join(folder, *path.split("/"))
        if _digest(target) in known[path]:
            with suppress(OSError):
                os.remove(target)
    _note(made, folder)
    return kept


def _note(digests: Mapping[str, list[str]], folder: str) -> None:
    told = {path: list(dict.fromkeys(found)) for path, found in digests.items()}
    _put(os.path.join(folder, MANIFEST), json.dumps(told, ensure_ascii=False, indent=0).encode())


def _known(folder: str) -> dict[str, list[str]]:
    """Return what an earlier run wrote; paths that lead out of the folder are none of ours."""
    try:
        with open(os.path.join(folder, MANIFEST), encoding="utf-8") as file:
            found = json.load(file)
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    every = {p: [d] if isinstance(d, str) else d for p, d in found.items() if not os.path.isabs(p)}
    inside = {p: d for p, d in every.items() if ".." not in p.split("/") and "\\" not in p and ":" not in p}
    return {p: [x for x in d if isinstance(x, str)] for p, d in inside.items() if isinstance(d, list)}


def _digest(path: str) -> str | None:
    try:
        with open(path, "rb") as file:
            return sha256(file.read()).hexdigest()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageError(path, cannot("读不了这个文件", "cannot read", error), _CLOSE_IT) from error


def _put_aside(path: str) -> str:
    stem, ending = os.path.splitext(path)
    name = f"{stem}-{datetime.now():%Y%m%d-%H%M%S}"
    aside = next(p for i in count() if not os.path.exists(p := f"{name}{f'-{i}' if i else ''}{ending}"))
    try:
        os.replace(path, aside)
    except OSError as error:
        raise UsageError(
            path, cannot("这个文件有改动，要另存时出错", "cannot keep what was changed", error), _CLOSE_IT
        ) from error
    return aside


def _put(path: str, data: bytes) -> None:
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(temporary, "wb") as file:
            file.write(data)
        os.replace(temporary, path)
    except OSError as error:
        with suppress(OSError):
            os.remove(temporary)
        raise UsageError(path, cannot("写不了这个文件", "cannot write", error), _CLOSE_IT) from error

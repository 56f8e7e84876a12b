"""Outputs → a folder: each file whole or not at all, and what people have changed in it is kept."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from hashlib import sha256

from validator.errors import UsageError, cannot
from validator.words import Words

MANIFEST = ".chaque-files"
"""Path → SHA-256 of every file that an earlier run wrote: one that differs was changed by somebody."""

_CLOSE_IT = Words("请先关闭打开它的程序，或换一个输出文件夹", "Close what has it open, or choose another folder")


def written(files: Mapping[str, bytes], folder: str) -> list[str]:
    """Write *files* into *folder* and return the new names of those that people had changed.

    A file of an earlier run that is not made any more is removed, unless somebody has changed it. Raise UsageError.
    """
    known = _known(folder)
    kept = []
    for path, data in files.items():
        target = os.path.join(folder, *path.split("/"))
        digest = sha256(data).hexdigest()
        now = _digest(target)
        if now and now not in (digest, known.get(path)):
            kept.append(_put_aside(target))
        if now != digest:
            _put(target, data)
        known[path] = digest
    for path in [p for p in known if p not in files]:
        target = os.path.join(folder, *path.split("/"))
        if _digest(target) == known.pop(path):
            with suppress(OSError):
                os.remove(target)
    _put(os.path.join(folder, MANIFEST), json.dumps(known, ensure_ascii=False, indent=0).encode())
    return kept


def _known(folder: str) -> dict[str, str]:
    """Return what an earlier run wrote; paths that lead out of the folder are none of ours."""
    try:
        with open(os.path.join(folder, MANIFEST), encoding="utf-8") as file:
            found = json.load(file)
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    inside = {p: d for p, d in found.items() if isinstance(d, str) and not os.path.isabs(p)}
    return {p: d for p, d in inside.items() if ".." not in p.split("/") and "\\" not in p and ":" not in p}


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
    aside = f"{stem}-{datetime.now():%Y%m%d-%H%M%S}{ending}"
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

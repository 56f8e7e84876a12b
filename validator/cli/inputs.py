"""Paths on the command line → the files to check."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

from validator.config import Config
from validator.errors import ChaqueError, UsageError
from validator.evidence import visible
from validator.globs import matches
from validator.sources import STDIN, Source, name_of, sources_of, unread_under
from validator.words import Lang, Words

_NO_PATH = Words("没有这个文件或文件夹", "no such file or folder")
_NO_FILES = Words("文件夹里没有可以检查的文件", "the folder holds no file that can be checked")
_KNOWN_FILES = Words(
    "报告应是 Word、WPS、PDF、OFD、网页或文本文件", "Reports are Word, WPS, PDF, OFD, web or text files"
)
_ALL_LEFT_OUT = Words("include、exclude 把文件夹里的文件都排除了", "include and exclude leave no file of the folder")
_SHOWN = 5
_CHECK_PATH = Words("请核对路径", "Check the path")


class Inputs(NamedTuple):
    """*sources*: what to check. *missing*: a path did not exist. *folders*: real paths that were walked through."""

    sources: tuple[Source, ...]
    missing: bool
    folders: tuple[str, ...]


def collected(
    paths: Sequence[str], config: Config, lang: Lang, stdin_name: str, changed: frozenset[str] | None, empty: bool
) -> Inputs:
    """Return the files that *paths* mean; what is wrong with a path is said at once, the others are checked.

    A file that is named itself is checked whatever the patterns of the settings say. *changed*: only these real
    paths count. *empty*: a folder without reports is no mistake.
    """
    files: list[Source] = []
    missing = False
    for path in paths:
        if path == STDIN:
            files.append(Source(stdin_name or path, data=sys.stdin.buffer.read()))
        elif not os.path.exists(path):
            complain(UsageError(path, _NO_PATH, _CHECK_PATH), lang)
            missing = True
        else:
            found = sources_of(path)
            wanted = [s for s in found if is_wanted(name_of(s), config)] if os.path.isdir(path) else found
            if not wanted and not empty:
                complain(UsageError(path, _ALL_LEFT_OUT if found else _NO_FILES, _KNOWN_FILES), lang)
                missing = True
            files += wanted
            _tell_unread(path, changed, lang)
    if changed is not None:
        files = [f for f in files if f.data is not None or os.path.realpath(f.path) in changed]
    folders = tuple(os.path.realpath(path) for path in paths if os.path.isdir(path))
    return Inputs(_once(files), missing, folders)


def _tell_unread(path: str, changed: frozenset[str] | None, lang: Lang) -> None:
    """Say which files of a folder may be a submission and are of a kind that is not read: scans, tables, slides."""
    if changed is not None or not os.path.isdir(path):
        return
    unread = unread_under(path)
    if unread:
        shown = "、".join(map(visible, unread[:_SHOWN])) + ("…" if len(unread) > _SHOWN else "")
        what = Words(
            f"另有{len(unread)}个图片、表格等文件没有查",
            f"{len(unread)} pictures, tables and the like were not checked",
        )
        complain(ChaqueError(path, what, Words(shown, shown)), lang)


def _once(files: Sequence[Source]) -> tuple[Source, ...]:
    once = {(os.path.realpath(f.path), f.entry) if f.data is None else STDIN: f for f in reversed(files)}
    return tuple(reversed(once.values()))


def is_wanted(path: str, config: Config) -> bool:
    """Tell whether the patterns of the settings let a file of a folder be checked."""
    include, exclude = config.values["include"], config.values["exclude"]
    if not include and not exclude:
        return True
    relative = from_root(path, config.root)
    return (not include or matches(relative, include)) and not matches(relative, exclude)


def from_root(path: str, root: str) -> str:
    """Return *path* relative to *root* with ``/`` between its parts; one outside stays as it is."""
    absolute = os.path.abspath(path)
    inside = absolute == root or absolute.startswith(root.rstrip(os.sep) + os.sep)
    return (os.path.relpath(absolute, root) if inside else path).replace(os.sep, "/")


def complain(error: ChaqueError, lang: Lang) -> None:
    """Say at once what is wrong; the rest is done all the same."""
    print(error.in_language(lang), file=sys.stderr)

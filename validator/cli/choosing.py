"""Which packs a run uses: those of the settings and the command line, at a place, with parameters, locked or not."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence

from validator.cli.inputs import from_root
from validator.config import Config, contents
from validator.errors import ChaqueError, UsageError
from validator.globs import matches
from validator.model.pack import Pack
from validator.model.result import Assessment
from validator.packs import lock
from validator.packs.selection import load_all
from validator.sources import Source, name_of
from validator.words import Words

_RENAME = Words("请给其中一个改 pack 编号", "Give one of them another id")
_NAME_VALUE = Words("写成 --param 名称=值，例如 --param min_chars=200", "Write --param NAME=VALUE: min_chars=200")
_LOCK_FIRST = Words("先运行 chaque packs lock", "Run chaque packs lock first")


def with_params(settings: Config, written: Sequence[str] | None) -> Config:
    """Return *settings* with the parameters of the command line above those of the file. Raise UsageError."""
    given: dict[str, str] = {}
    for text in written or []:
        name, sign, value = text.partition("=")
        if not sign or not name:
            raise UsageError(f"--param {text}", Words("缺少“=”", "no “=”"), _NAME_VALUE)
        given[name] = value
    if not given:
        return settings
    values = {**settings.values, "params": {**settings.values["params"], **given}}
    return Config(values, {**settings.origins, "params": "--param"}, settings.root)


def packs_of(settings: Config, place: str, written: Sequence[str] | None = None) -> dict[str, Pack]:
    """Return every pack of the settings under the pattern of its files; the one for all others first, under ''."""
    names = {"": settings.values["pack"]}
    if settings.origins.get("pack") != "--pack":  # the command line is above the patterns of the file
        names |= settings.values["packs"]
    try:
        packs = dict(zip(names, load_all(list(names.values()), place, settings.values["params"]), strict=True))
    except ChaqueError as error:
        raise _placed(error, settings, written) from error
    by_id = {p.id: p.sha256 for p in every(packs.values())}
    if any(by_id[p.id] != p.sha256 for p in every(packs.values())):
        raise UsageError("packs", Words("两个不同的规则包用了同一个编号", "two packs have the same id"), _RENAME)
    return packs


def _placed(error: ChaqueError, settings: Config, written: Sequence[str] | None) -> ChaqueError:
    """A parameter of the settings file is wrong there and not on the command line."""
    _, is_param, name = error.where.partition("--param ")
    if not is_param or any(text.startswith(f"{name}=") for text in written or []):
        return error
    return UsageError(f"{settings.origins.get('params', 'params')} {name}", error.what, error.hint)


def every(packs: Iterable[Pack]) -> list[Pack]:
    """Return *packs* and those that stand behind them."""
    return [each for pack in packs for each in (pack, *pack.others)]


def pack_of(source: Source, packs: Mapping[str, Pack], root: str) -> Pack:
    """Return the pack for a file: that of the first pattern it matches, else the one for all others."""
    relative = from_root(name_of(source), root)
    return next((p for pattern, p in packs.items() if pattern and matches(relative, [pattern])), packs[""])


def used(packs: Iterable[Pack], assessments: Sequence[Assessment]) -> dict[str, Pack]:
    """Return the packs of a run under their ids: with ``auto`` those that files were checked by, else all."""
    listed = list(packs)
    found = {p.id: p for p in every(listed)}
    if not any(p.others for p in listed):
        return found
    needed = {a.pack for a in assessments} or {listed[0].id}
    return {name: p for name, p in found.items() if name in needed}


def refuse_unlocked(packs: Iterable[Pack], root: str) -> None:
    """Raise UsageError if a pack is not as the project's lock file says."""
    path = os.path.relpath(os.path.join(root, lock.FILE))
    lock.compare(contents(path, "读不了锁定文件", "cannot read the lock file", _LOCK_FIRST), path, packs)

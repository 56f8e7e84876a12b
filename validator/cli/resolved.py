"""For ``chaque packs``: how each rule of a resolved pack came about, and the lock file."""

from __future__ import annotations

import os
from collections.abc import Sequence

from validator.cli.choosing import packs_of
from validator.cli.explain import LEVELS
from validator.cli.settings import merged
from validator.config import load
from validator.errors import UsageError, cannot
from validator.model.pack import Pack, Rule, Step
from validator.packs.lock import written
from validator.packs.selection import load_all
from validator.packs.source import rules_folder
from validator.words import Lang, Words, say


def show_resolved(pack: str, place: str | None, lang: Lang) -> list[str]:
    """Return the lines that tell for every rule which files shaped it, and why."""
    found = load_all([pack], place or "")[0]
    lines = [f"{found.id}  {found.version}  {say(found.title, lang)}", f"sha256 {found.sha256}", *_values(found)]
    for rule in found.rules:
        lines += ["", _head(rule, lang), *(f"  {_told(step, lang)}" for step in rule.history)]
    return lines


def _values(pack: Pack) -> list[str]:
    shown = {name: "、".join(v) if isinstance(v, tuple) else v for name, v in pack.params.items()}
    return [f"{name} = {value}" for name, value in shown.items()]


def _head(rule: Rule, lang: Lang) -> str:
    unscored = say(Words("不计分", "not scored"), lang)
    points = unscored if rule.role == "unscored" else say(Words(f"{rule.weight}分", f"{rule.weight} points"), lang)
    state = f" · {say(Words('已停用', 'disabled'), lang)}" if rule.off else " · final" if rule.final else ""
    return f"{rule.id}  {say(rule.title, lang)}  {say(LEVELS[rule.level], lang)} · {points}{state}"


def _told(step: Step, lang: Lang) -> str:
    reason = say(step.reason, lang)
    where = f"{_shown(step.file)}:{step.line}" if step.line else step.file
    return f"{where}  {say(step.what, lang)}" + (say(Words(f"（{reason}）", f" ({reason})"), lang) if reason else "")


def _shown(path: str) -> str:
    """Return a path from here, or for a built-in pack from the folder of all packs."""
    built_in = os.path.relpath(path, rules_folder())
    if not built_in.startswith(".."):
        return built_in.replace(os.sep, "/")
    here = os.path.relpath(path)
    return path if here.startswith("..") else here


def lock(packs: Sequence[str], path: str) -> None:
    """Write the lock file of *packs*, without any of the packs that the settings name. Raise UsageError."""
    settings = merged(load(None), {})
    params = settings.values["params"]
    found = load_all(list(packs), "", params) if packs else list(packs_of(settings, "").values())
    try:
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(written(found) + "\n")
    except OSError as error:
        raise UsageError(path, cannot("写不了锁定文件", "cannot write the lock file", error)) from error

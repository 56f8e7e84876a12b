"""The project's settings: ``.chaque.toml``, or ``[tool.chaque]`` in pyproject.toml, nearest upwards."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from validator.errors import UsageError, cannot
from validator.words import LANGS, Words

FILE = ".chaque.toml"
SHARED_FILE = "pyproject.toml"
DEFAULTS: Mapping[str, Any] = {
    "pack": "fazhi-zhengfu",
    "packs": {},
    "params": {},
    "gate": "error",
    "format": ["table"],
    "lang": "zh",
    "include": [],
    "exclude": [],
    "baseline": "",
    "waivers": "",
    "quotes": True,
    "jobs": 0,
}
"""Every key that a file may have, and what holds without it."""

_NO_HINT = Words("", "")
_TYPES: Mapping[str, Words] = {
    "str": Words("应当是一段文字", "must be a string"),
    "list": Words("应当是文字的列表", "must be a list of strings"),
    "dict": Words('应当是“"路径" = "规则包"”的表', 'must be a table of "paths" = "pack"'),
    "bool": Words("只能写 true 或 false", "must be true or false"),
    "int": Words("应当是整数", "must be a whole number"),
}


class Config(NamedTuple):
    """*values*: key → value; *origins*: key → where it was written, empty for what holds by default.

    *root* is the folder against which paths and patterns of the file are read.
    """

    values: Mapping[str, Any]
    origins: Mapping[str, str]
    root: str


def load(path: str | None = None) -> Config:
    """Return the settings of the file at *path*, else of the nearest one upwards, else what holds by default.

    Raise UsageError for a file that is missing or wrong.
    """
    found = path or nearest(os.getcwd())
    if not found:
        return Config(DEFAULTS, {}, os.getcwd())
    return parsed(contents(found, "读不了配置文件", "cannot read the settings"), found)


def contents(path: str, zh: str, en: str, hint: Words = _NO_HINT) -> bytes:
    """Return what a file of the project holds. Raise UsageError that says what could not be read, and why."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise UsageError(path, cannot(zh, en, error), hint) from error


def day(text: str, where: str) -> date:
    """Return a date that a file of the project writes as YYYY-MM-DD. Raise UsageError."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        hint = Words("写成 2026-12-31 的样子", "Write it as 2026-12-31")
        raise UsageError(where, Words(f"“{text}”不是日期", f"“{text}” is no date"), hint) from error


def nearest(folder: str) -> str | None:
    """Return the settings file of *folder* or the nearest folder above it, up to the top of the repository."""
    while True:
        own, shared = os.path.join(folder, FILE), os.path.join(folder, SHARED_FILE)
        if os.path.isfile(own):
            return own
        if os.path.isfile(shared) and _has_section(shared):
            return shared
        above = os.path.dirname(folder)
        if os.path.exists(os.path.join(folder, ".git")) or above == folder:
            return None
        folder = above


def _has_section(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return b"tool.chaque" in file.read()
    except OSError:
        return False


def parsed(data: bytes, path: str) -> Config:
    """Return the settings in *data*. Raise UsageError that names the line and the nearest right key."""
    import tomllib

    try:
        whole = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise no_toml(path, error) from error
    table = whole.get("tool", {}).get("chaque", {}) if os.path.basename(path) == SHARED_FILE else whole
    lines = data.decode("utf-8-sig").split("\n")
    shown = os.path.relpath(path)
    for key, value in table.items():
        _check(key, value, f"{shown}:{_line(lines, key)}")
    origins = {key: f"{shown}:{_line(lines, key)}" for key in table}
    return Config({**DEFAULTS, **table}, origins, os.path.dirname(os.path.abspath(path)))


def no_toml(path: str, error: ValueError) -> UsageError:
    """Return what is wrong with a TOML file that cannot be read, and where."""
    if isinstance(error, UnicodeDecodeError):
        what = Words("不是 UTF-8 文本", "is not UTF-8 text")
        return UsageError(path, what, Words("请另存为 UTF-8 编码", "Save it as UTF-8"))
    place = re.search(r"line (\d+), column (\d+)", str(error))
    where = f"{path}:{place[1]}:{place[2]}" if place else path
    hint = Words("值是文字的要加引号，表名写在方括号里", "Quote strings; write tables in brackets")
    return UsageError(where, Words("TOML 写得不对", f"not valid TOML: {error}"), hint)


def _check(key: str, value: Any, where: str) -> None:
    if key not in DEFAULTS:
        raise UsageError(where, Words(f"没有“{key}”这个设置", f"no setting “{key}”"), _nearest_key(key))
    kind = type(DEFAULTS[key])
    right = type(value) is kind
    if kind is list:
        right = right and all(isinstance(item, str) for item in value)
    if key == "params":
        right = right and all(_is_value(item) for item in value.values())
    elif kind is dict:
        right = right and all(isinstance(item, str) for item in value.values())
    if not right:
        wanted = _PARAMS if key == "params" else _TYPES[kind.__name__]
        raise UsageError(where, Words(f"“{key}”{wanted.zh}", f"“{key}” {wanted.en}"))
    if key == "jobs" and value < 0:
        raise UsageError(where, Words("“jobs”不能小于 0", "“jobs” cannot be less than 0"))
    if key == "lang" and value not in LANGS:
        raise UsageError(where, Words(f"“lang”不能是“{value}”", f"“lang” cannot be “{value}”"), _LANGS)


def _is_value(item: Any) -> bool:
    if isinstance(item, list):
        return all(isinstance(part, str) for part in item)
    return isinstance(item, int | str) and not isinstance(item, bool)


_PARAMS = Words("应当是“参数 = 整数、文字或文字的列表”的表", "must be a table of name = number, text or list of texts")


def _nearest_key(key: str) -> Words:
    from difflib import get_close_matches

    near = get_close_matches(key, DEFAULTS, n=1)
    known = "、".join(DEFAULTS)
    if near:
        return Words(f"是不是“{near[0]}”？可以写：{known}", f"Did you mean “{near[0]}”? Allowed: {known}")
    return Words(f"可以写：{known}", f"Allowed: {known}")


_LANGS = Words("可以写 zh 或 en", "Allowed: zh, en")


def _line(lines: list[str], key: str) -> int:
    """Return the line on which *key* is set, 1-based; as a key, or as the head of a table."""
    quoted = re.escape(key)
    own = re.compile(rf"""\s*(?:["']?{quoted}["']?\s*=|\[[\w."' -]*\b{quoted}["']?\s*\])""")
    return next((i for i, line in enumerate(lines, 1) if own.match(line)), 1)

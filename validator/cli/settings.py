"""Command line over settings file over defaults, and where each value comes from."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from validator.config import Config
from validator.words import Lang, Words, say

_OPTIONS: Mapping[str, str] = {
    "pack": "--pack",
    "gate": "--gate",
    "format": "--format",
    "lang": "--lang",
    "exclude": "--exclude",
    "baseline": "--baseline",
    "waivers": "--waivers",
    "quotes": "--no-quotes",
    "jobs": "--jobs",
}
_PATHS = ("baseline", "waivers")
_DEFAULT = Words("默认", "default")
_HEADERS = {"zh": ["设置", "值", "出处"], "en": ["Setting", "Value", "From"]}


def merged(config: Config, given: Mapping[str, Any]) -> Config:
    """Return *config* with what the command line gives (None: not given); the file's paths start at its folder."""
    values = dict(config.values)
    for key in _PATHS:
        if values[key]:
            values[key] = os.path.relpath(os.path.join(config.root, values[key]))
    values["pack"] = _pack_path(values["pack"], config.root)
    values["packs"] = {glob: _pack_path(pack, config.root) for glob, pack in values["packs"].items()}
    if given.get("exclude"):  # it adds to those of the file
        given = {**given, "exclude": [*values["exclude"], *given["exclude"]]}
    chosen = {key: value for key, value in given.items() if value is not None}
    origins = {**config.origins, **{key: _OPTIONS[key] for key in chosen}}
    return Config({**values, **chosen}, origins, config.root)


def _pack_path(pack: str, root: str) -> str:
    """Return a pack that the file names by its path as a path that can be opened from here."""
    return os.path.relpath(os.path.join(root, pack)) if "/" in pack or os.sep in pack or pack.startswith(".") else pack


def shown(config: Config, lang: Lang) -> str:
    """Return a table of every setting, its value, and where it was set."""
    from tabulate import tabulate  # a check that prints JSON does not load it

    rows = [[key, _told(value), config.origins.get(key) or say(_DEFAULT, lang)] for key, value in config.values.items()]
    return tabulate(rows, headers=_HEADERS[lang], tablefmt="simple", disable_numparse=True)


def _told(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "；".join(f"{key} → {item}" for key, item in value.items())
    if isinstance(value, list | tuple):
        return "；".join(map(str, value))
    return str(value)

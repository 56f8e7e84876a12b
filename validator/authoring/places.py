"""Where the parts of a pack stand in its files, and what of them the pack itself does not keep."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from validator.authoring.parts import Path, written
from validator.model.pack import Pack
from validator.packs.chain import chain_of
from validator.packs.yaml import Lines, read_yaml

Places = Mapping[Path, str]
"""Path in the words of the files, a rule by its id → path:line:column."""


def places_of(name: str) -> dict[Path, str]:
    """Return where everything in the files of a pack and its overlays stands. *name*: as for loading it."""
    found: dict[Path, str] = {}
    for path, content, lines in _files(name):
        for at, (line, column) in lines.items():
            found.setdefault(_named(at, content), f"{path}:{line}:{column}")
    return found


def norms_of(name: str) -> dict[str, str]:
    """Return the Chinese names of the norms that the files of a pack list."""
    found: dict[str, str] = {}
    for _, content, _ in _files(name):
        found |= {norm: said["zh"] for norm, said in (content.get("norms") or {}).items()}
    return found


def _files(name: str) -> Iterator[tuple[str, Any, Lines]]:
    chain = chain_of(name)
    for path, data in (*chain.files, *((o.path, o.data) for o in chain.overlays)):
        content, lines = read_yaml(data, path)
        yield path, content or {}, lines


def _named(at: tuple[str | int, ...], content: Any) -> Path:
    if at[:1] == ("rules",) and len(at) > 1:
        return ("rules", str(content["rules"][at[1]].get("id", at[1])), *at[2:])
    return at


def place(path: Path, pack: Pack, places: Places) -> str:
    """Return path:line:column of the innermost part of *path* that stands in a file."""
    wanted = written(path, pack)
    known = (wanted[:length] for length in range(len(wanted), -1, -1))
    return next(places[part] for part in known if part in places)


def near(where: str) -> str:
    """Return a place with its path from here, if it lies below."""
    path, sign, rest = where.partition(".yaml")
    relative = os.path.relpath(path) if os.path.isabs(path) else path
    return f"{path if relative.startswith(os.pardir) else relative}{sign}{rest}"

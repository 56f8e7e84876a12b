"""Load a pack: from the cache when its files were validated before, else read, validate, verify, and remember."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from validator.checks import KINDS
from validator.errors import PackError
from validator.model.pack import Pack
from validator.packs import cache
from validator.packs.build import build
from validator.packs.source import PackFiles, find, names, read_files
from validator.words import Words

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from validator.packs.yaml import Lines


def available() -> list[str]:
    """Return the ids of the built-in packs."""
    return names()


def load(name: str) -> Pack:
    """Return the pack that *name* means: an id, a folder or a file. Raise UsageError or PackError."""
    main = find(name)
    files = read_files(main)
    return _built(str(main), files)


@lru_cache(maxsize=16)
def _built(main: str, files: PackFiles) -> Pack:
    known = cache.get(files.sha256)
    if known is not None:
        # A cache from another time or a damaged one is worth nothing, and must do no harm.
        with suppress(ValueError, LookupError, TypeError, StopIteration):
            return build(json.loads(known), files.sha256, main)
    data = _validated(Path(main), files)
    cache.put(files.sha256, json.dumps(data, ensure_ascii=False))
    return build(data, files.sha256, main)


def _validated(main: Path, files: PackFiles) -> dict[str, Any]:
    from pydantic import ValidationError

    from validator.packs.schema import PackFile
    from validator.packs.verify import problems
    from validator.packs.yaml import read_yaml

    merged: dict[str, Any] = {}
    places: dict[tuple[str | int, ...], str] = {}
    for path, data in files.files:
        content, lines = read_yaml(data, path)
        _merge(merged, content, path, lines, places)
    try:
        result = PackFile.model_validate(merged).model_dump(mode="json", by_alias=True)
    except ValidationError as error:
        details = error.errors()[0]
        raise _schema_error(details, str(main), places) from error
    for at, what, hint in problems(result):
        raise PackError(_place(at, str(main), places), what, hint)
    for i, rule in enumerate(result["rules"]):
        for k, test in enumerate(rule["tests"]):
            test["line"] = int(_place(("rules", i, "tests", k), str(main), places).rsplit(":", 2)[-2])
    return result


def _merge(
    merged: dict[str, Any], content: Any, path: str, lines: Lines, places: dict[tuple[str | int, ...], str]
) -> None:
    """Add a file to the pack; only the list of rules may come from several files."""
    if not isinstance(content, dict):
        raise PackError(f"{path}:1", Words("文件应当是“键: 值”的形式", "the file is not a mapping"))
    shift = len(merged.get("rules", []))
    for at, (line, column) in lines.items():
        moved = ("rules", int(at[1]) + shift, *at[2:]) if at[:1] == ("rules",) and len(at) > 1 else at
        places.setdefault(moved, f"{path}:{line}:{column}")
    for key, value in content.items():
        if key == "rules" and isinstance(value, list):
            merged.setdefault("rules", []).extend(value)
        elif key in merged:
            raise PackError(places.get((key,), path), Words(f"“{key}”在两个文件里都写了", f"“{key}” is in two files"))
        else:
            merged[key] = value


def _place(at: tuple[str | int, ...], main: str, places: dict[tuple[str | int, ...], str]) -> str:
    """Return path:line:column of the innermost part of *at* that stands in a file."""
    kept: tuple[str | int, ...] = ()
    best = places.get((), f"{main}:1:1")
    for part in at:
        if (*kept, part) in places:
            kept = (*kept, part)
            best = places[kept]
    return best


def _schema_error(details: ErrorDetails, main: str, places: dict[tuple[str | int, ...], str]) -> PackError:
    from validator.packs.wording import explained

    what, hint = explained(details)
    return PackError(_place(_without_tags(details["loc"]), main, places), what, hint)


def _without_tags(loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Leave out the name of the kind that pydantic adds where a condition stands; it is no key of the file."""
    kept: list[str | int] = []
    tag_is_due = False
    for part in loc:
        if tag_is_due and part in KINDS:
            tag_is_due = False
            continue
        in_list = isinstance(part, int) and kept[-1:] in (["any"], ["all"])
        tag_is_due = in_list or part in ("when", "accept", "not")
        kept.append(part)
    return tuple(kept)

"""Compiled patterns, kept between runs: compiling them all costs more than checking a report.

The store is a file in the user's cache folder, keyed by the versions of Python, regex and this program. Whatever is
wrong with it, patterns are compiled as if it were not there. Only compiled patterns are ever read back from it.
"""

from __future__ import annotations

import atexit
import io
import os
import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeAlias

import regex

from validator.version import __version__

LINES = int(regex.MULTILINE)
"""Flag: ``^`` and ``$`` are the ends of lines."""

Pattern: TypeAlias = regex.Pattern[str]
Match: TypeAlias = regex.Match[str]

_MOST = 3000
_Key = tuple[str, int]
_store: dict[_Key, Pattern] = {}
_state = {"loaded": False, "grown": False}


def compiled(source: str, flags: int = 0) -> Pattern:
    """Return *source* compiled. Raise regex.error if it is no pattern."""
    if not _state["loaded"]:
        _load()
    key = (source, flags)
    found = _store.get(key)
    if found is None:
        found = _store[key] = regex.compile(source, flags)
        if not _state["grown"]:
            _state["grown"] = True
            atexit.register(_save)
    return found


@contextmanager
def nothing_is_kept() -> Iterator[None]:
    """Keep no pattern that is compiled meanwhile: who tries out hundreds of them would fill the store."""
    known, grown = set(_store), _state["grown"]
    _state["grown"] = True
    try:
        yield
    finally:
        _state["grown"] = grown
        for key in _store.keys() - known:
            del _store[key]


class _Reader(pickle.Unpickler):
    """Reads compiled patterns and nothing else: no other function can be named in the file."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("regex._regex", "compile"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no pattern")


def _load() -> None:
    _state["loaded"] = True
    with suppress(Exception), open(_path(), "rb") as file:  # a cache that cannot be read is no cache
        found = _Reader(io.BytesIO(file.read())).load()
        _store.update(found)


def _save() -> None:
    if len(_store) > _MOST:
        return
    keep(_path(), pickle.dumps(_store, pickle.HIGHEST_PROTOCOL))


def keep(path: str, data: bytes) -> None:
    """Write *data* to a file of the cache, whole or not at all; a disk that refuses is no error."""
    with suppress(OSError):
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        temporary = f"{path}.{os.getpid()}"
        with open(temporary, "wb") as file:
            file.write(data)
        os.replace(temporary, path)


def cache_folder() -> str:
    """Return the folder for what is kept between runs: $CHAQUE_CACHE, or the system's place for caches."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    base = base or os.path.join(os.path.expanduser("~"), ".cache")
    return os.environ.get("CHAQUE_CACHE") or os.path.join(base, "chaque")


def _path() -> str:
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return os.path.join(cache_folder(), f"patterns-{__version__}-{regex.__version__}-{python}.pickle")

"""Packs that were validated before, beside their hash. A convenience: whatever goes wrong here is ignored."""

from __future__ import annotations

import os

from validator.patterns import cache_folder, keep
from validator.version import __version__

_FORM = 6  # of the stored data; raise it when schema.py changes what it returns


def get(sha256: str) -> str | None:
    """Return the validated data of a pack as JSON, or None if it is not known."""
    try:
        with open(_path(sha256), encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeError):
        return None


def put(sha256: str, data: str) -> None:
    """Remember the validated data of a pack."""
    keep(_path(sha256), data.encode())


def _path(sha256: str) -> str:
    return os.path.join(cache_folder(), f"{sha256[:32]}-{__version__}-{_FORM}.json")

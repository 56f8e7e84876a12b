"""Names of units → names of files that every system takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import normalize

LONGEST = 80
"""Characters of a file name without its extension."""
_MOST_BYTES = 3 * LONGEST
"""File systems count bytes, up to 255; 80 Chinese characters are 240."""

_FORBIDDEN = frozenset('\\/:*?"<>|')
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)")


def file_names(names: Sequence[str]) -> list[str]:
    """Return for each name one for a file, without extension; all differ even where case does not count."""
    taken: set[str] = set()
    found = []
    for name in names:
        base = safe_name(name)
        chosen, number = base, 2
        while chosen.casefold() in taken:
            chosen, number = _cut(base, f"（{number}）"), number + 1
        taken.add(chosen.casefold())
        found.append(chosen)
    return found


def safe_name(name: str) -> str:
    """Return *name* without what Windows, macOS or Linux would not take in a file name."""
    plain = normalize("NFC", name).strip()
    cleaned = "".join("_" if c in _FORBIDDEN or not c.isprintable() else c for c in plain).lstrip(".-~ ")
    cut = _cut(cleaned, "").rstrip(". ")
    return f"_{cut}"[:LONGEST] if _DEVICES.match(cut) else cut or "_"


def _cut(name: str, tail: str) -> str:
    room = _MOST_BYTES - len(tail.encode())
    return name[: LONGEST - len(tail)].encode()[:room].decode("utf-8", "ignore") + tail

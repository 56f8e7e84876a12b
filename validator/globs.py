"""Patterns of paths as in .gitignore and GitHub workflows: ``**/`` any folders, ``*`` and ``?`` inside a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_PIECE = re.compile(r"\*\*/|\*\*|\*|\?|\[!?[^\]/]+\]|[^*?\[]+|\[")
_PIECES = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    # A pattern without a slash means a name in any folder, and a folder means what is in it.
    anchored = pattern.lstrip("/") if "/" in pattern.rstrip("/") else f"**/{pattern}"
    parts = []
    for piece in _PIECE.findall(anchored.rstrip("/")):
        if piece.startswith("[") and piece.endswith("]"):
            parts.append("[^" + piece[2:] if piece[1] == "!" else piece)
        else:
            parts.append(_PIECES.get(piece) or re.escape(piece))
    return re.compile("".join(parts) + "(?:/.*)?", re.DOTALL)


def matches(path: str, patterns: Sequence[str]) -> bool:
    """Tell whether *path* (with ``/`` between its parts, relative to where the patterns are written) fits one."""
    return any(_compiled(p).fullmatch(path) for p in patterns)

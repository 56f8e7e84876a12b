"""Find what is missing in an annual report: ``check(b"…", name="a.txt")`` returns the assessment."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from validator.version import __version__

__all__ = ["__version__", "check", "load_pack"]

if TYPE_CHECKING:
    from validator.pipeline import check, load_pack


def __getattr__(name: str) -> Any:
    """Import the program only when it is asked for, so that ``chaque --version`` loads nothing."""
    if name in ("check", "load_pack"):
        return getattr(import_module("validator.pipeline"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

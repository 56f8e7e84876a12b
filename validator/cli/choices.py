"""Choices of the command line, made from the registries."""

from __future__ import annotations

from enum import Enum
from typing import cast

from validator.renderers import RENDERERS
from validator.words import LANGS, Lang

Format = Enum("Format", {name: name for name in RENDERERS}, type=str)  # type: ignore[misc]
Language = Enum("Language", {name: name for name in LANGS}, type=str)  # type: ignore[misc]


def as_lang(language: Language) -> Lang:
    """Return the language as the program's own type."""
    return cast(Lang, language.value)

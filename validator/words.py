"""Words in the user's languages, and the one closed way to fill their blanks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")

_BLANK = re.compile(r"\{([a-z_]+)\}")


class Words(NamedTuple):
    """One thing to say, in Chinese and in English."""

    zh: str
    en: str


def say(words: Words, lang: Lang) -> str:
    """Return the text of *words* in *lang*."""
    return words.en if lang == "en" else words.zh


def blanks(words: Words) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of the blanks in the Chinese and in the English text."""
    return frozenset(_BLANK.findall(words.zh)), frozenset(_BLANK.findall(words.en))


def fill(words: Words, values: Mapping[str, Words]) -> Words:
    """Put *values* into the blanks ``{name}``; an unknown name stays as it is.

    Rule texts come from files that other people write, so this is no ``str.format``: no attribute, index or
    format specification is ever looked at.
    """
    if "{" not in words.zh and "{" not in words.en:
        return words

    def put(text: str, lang: Lang) -> str:
        return _BLANK.sub(lambda m: say(values[m[1]], lang) if m[1] in values else m[0], text)

    return Words(put(words.zh, "zh"), put(words.en, "en"))

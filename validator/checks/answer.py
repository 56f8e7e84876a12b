"""What a check answers, and what it may ask of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from validator.checks.context import Context
from validator.text import Span
from validator.words import Words

NOTHING: Mapping[str, Words] = {}


class Answer(NamedTuple):
    """Whether the question holds (None: it cannot be known), where one sees it, and words for the message.

    *spans* are shadow offsets. *masks*: where names of private persons stand, to be hidden in every output. The word
    ``found`` quotes what stands at *spans*.
    """

    holds: bool | None
    spans: tuple[Span, ...] = ()
    values: Mapping[str, Words] = NOTHING
    masks: tuple[Span, ...] = ()


class Kind(NamedTuple):
    """A kind of question: its name in the YAML, its parameters, and the function that answers it.

    *params* is a named tuple; the parameter that bears the kind's own name is written as the value of that key.
    *gives*: the names of the words that its answers carry, for the blanks of messages. *of_all*: what it answers
    depends on the whole text, so that a page that could not be read leaves it open.
    """

    name: str
    params: Any
    ask: Callable[[Any, Context], Answer]
    gives: tuple[str, ...] = ()
    of_all: bool = False


_MOST_QUOTED = 3
_LONGEST_QUOTED = 20  # characters


def quoted(text: str, spans: Iterable[Span]) -> Words:
    """Return what stands at *spans*, in the order of the text and each wording once; of many the first three."""
    places = sorted(set(spans))
    words = list(dict.fromkeys(_cut(text[a:b].strip()) for a, b in places))
    zh = "、".join(f"“{w}”" for w in words[:_MOST_QUOTED])
    en = ", ".join(f"“{w}”" for w in words[:_MOST_QUOTED])
    if len(words) <= _MOST_QUOTED:
        return Words(zh, en)
    return Words(f"{zh}等{len(places)}处", f"{en} and others, {len(places)} places in all")


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTED else f"{words[: _LONGEST_QUOTED - 1]}…"

"""What a check answers, and what it may ask of the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from validator.checks.context import Context
from validator.text import Span
from validator.words import Words

NOTHING: Mapping[str, Words] = {}


class Answer(NamedTuple):
    """Whether the question holds (None: it cannot be known), where one sees it, and words for the message.

    *spans* are shadow offsets. *masks*: where names of private persons stand, to be hidden in every output.
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

"""all, any, not: questions made of questions, in three-valued logic (holds, does not hold, cannot be known)."""

from __future__ import annotations

import sys
from itertools import chain
from typing import NamedTuple

from validator.checks.answer import Answer, Kind, quoted
from validator.checks.context import Context
from validator.model.pack import Question
from validator.words import Words

_NOWHERE = (sys.maxsize, sys.maxsize)


class All(NamedTuple):
    """Every one of the questions holds."""

    all: tuple[Question, ...]


class Any(NamedTuple):
    """At least one of the questions holds. *collect*: ask all of them, so that the evidence is complete."""

    any: tuple[Question, ...]
    collect: bool = False


class Not(NamedTuple):
    """The question does not hold."""

    not_: Question


def ask_all(question: All, context: Context) -> Answer:
    """Hold if every part holds; one that does not hold decides, whatever is unknown."""
    answers: list[Answer] = []
    for part in question.all:
        answers.append(context.ask(part))
        if answers[-1].holds is False:
            return answers[-1]
    return _joined(answers, context, deciding=False)


def ask_any(question: Any, context: Context) -> Answer:
    """Hold if some part holds; one that holds decides, whatever is unknown."""
    answers: list[Answer] = []
    for part in question.any:
        answers.append(context.ask(part))
        if answers[-1].holds and not question.collect:
            return answers[-1]
    return _joined(answers, context, deciding=True)


def ask_not(question: Not, context: Context) -> Answer:
    """Hold if the part does not; what is unknown stays unknown."""
    answer: Answer = context.ask(question.not_)
    return answer._replace(holds=None if answer.holds is None else not answer.holds)


def _joined(answers: list[Answer], context: Context, *, deciding: bool) -> Answer:
    """Join the answers of all parts: in the order of the text, so that the words are those of the first place."""
    known = [a.holds for a in answers]
    holds = deciding if deciding in known else (None if None in known else not deciding)
    telling = sorted([a for a in answers if a.holds is holds] or answers, key=lambda a: min(a.spans, default=_NOWHERE))
    spans = tuple(sorted({span for a in telling for span in a.spans}))
    masks = tuple(chain.from_iterable(a.masks for a in answers))
    return Answer(holds, spans, _words(telling, answers, context), masks)


def _words(telling: list[Answer], answers: list[Answer], context: Context) -> dict[str, Words]:
    """Return the words of *answers*; of those that several have, the ones of the first that tells."""
    values = {name: words for a in [*answers, *reversed(telling)] for name, words in a.values.items()}
    finding = [a for a in telling if "found" in a.values]
    if len(finding) > 1:
        values["found"] = quoted(context.text, (span for a in finding for span in a.spans))
    return values


ALL = Kind("all", All, ask_all)
ANY = Kind("any", Any, ask_any)
NOT = Kind("not", Not, ask_not)

"""all, any, not: questions made of questions, in three-valued logic (holds, does not hold, cannot be known)."""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

from validator.checks.answer import Answer, Kind
from validator.checks.context import Context
from validator.model.pack import Question


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
    return _joined(answers, deciding=False)


def ask_any(question: Any, context: Context) -> Answer:
    """Hold if some part holds; one that holds decides, whatever is unknown."""
    answers: list[Answer] = []
    for part in question.any:
        answers.append(context.ask(part))
        if answers[-1].holds and not question.collect:
            return answers[-1]
    return _joined(answers, deciding=True)


def ask_not(question: Not, context: Context) -> Answer:
    """Hold if the part does not; what is unknown stays unknown."""
    answer: Answer = context.ask(question.not_)
    return answer._replace(holds=None if answer.holds is None else not answer.holds)


def _joined(answers: list[Answer], *, deciding: bool) -> Answer:
    known = [a.holds for a in answers]
    holds = deciding if deciding in known else (None if None in known else not deciding)
    telling = [a for a in answers if a.holds is holds] or answers
    values = {name: words for a in answers for name, words in a.values.items()}
    spans = tuple(dict.fromkeys(chain.from_iterable(a.spans for a in telling)))
    return Answer(holds, spans, values, tuple(chain.from_iterable(a.masks for a in answers)))


ALL = Kind("all", All, ask_all)
ANY = Kind("any", Any, ask_any)
NOT = Kind("not", Not, ask_not)

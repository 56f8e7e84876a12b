"""The examples of a pack, read once: what stays the same whatever is changed in the rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from validator.checks import context_of
from validator.checks.context import Context
from validator.engine import found
from validator.facts import facts_of
from validator.model.document import Document
from validator.model.outline import Facts, Outline
from validator.model.pack import Pack, RuleTest
from validator.outline import outline_of
from validator.text import normalise


class Trial(NamedTuple):
    """An example of a rule with the outline of its text."""

    rule: str
    test: RuleTest
    outline: Outline
    facts: Facts


def trials_of(pack: Pack) -> list[Trial]:
    """Return the examples of the rules of *pack* that are not off, less those that are known not to hold yet."""
    return [_trial(rule.id, test) for rule in pack.rules if not rule.off for test in rule.tests if not test.todo]


def _trial(rule: str, test: RuleTest) -> Trial:
    outline = outline_of(Document(rule, "txt", test.doc, ""), normalise(test.doc))
    return Trial(rule, test, outline, facts_of(outline))


def context(trial: Trial, pack: Pack) -> Context:
    """Return the context in which the questions of *pack* are asked about an example."""
    return context_of(trial.outline, trial.facts, pack.elements)


def broken(trials: Iterable[Trial], pack: Pack) -> Trial | None:
    """Return the first of *trials* that does not get its verdict from *pack*, or None."""
    rules = {rule.id: rule for rule in pack.rules}
    for trial in trials:
        got = found(rules[trial.rule], context(trial, pack), pack.places)
        if got.outcome != trial.test.want or trial.test.credit not in (None, got.credit):
            return trial
    return None

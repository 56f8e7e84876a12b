"""The closed set of questions that a rule can ask. One module per kind, one registry: add its line here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from validator.checks import (
    announced,
    chars,
    combine,
    damage,
    deadline,
    fact,
    mention,
    numbering,
    order,
    parts,
    personal,
    section,
    signed,
    sums,
    table,
    text,
    title,
    years,
)
from validator.checks.answer import Kind
from validator.checks.context import Context
from validator.model.outline import Facts, Outline
from validator.model.pack import Element, Pack, Question, Rule

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        section.KIND,
        mention.KIND,
        text.KIND,
        chars.KIND,
        title.KIND,
        signed.SIGNATURE,
        signed.DATE,
        fact.KIND,
        deadline.KIND,
        order.KIND,
        parts.KIND,
        table.KIND,
        sums.KIND,
        numbering.KIND,
        announced.KIND,
        years.KIND,
        personal.KIND,
        damage.KIND,
        combine.ALL,
        combine.ANY,
        combine.NOT,
    )
}
"""Name in the YAML → kind."""

_ASK = {kind.params: kind.ask for kind in KINDS.values()}

_OF_ALL = frozenset(kind.params for kind in KINDS.values() if kind.of_all)


def asks_of_all(question: Question) -> bool:
    """Tell whether the answer to *question*, or to one inside it, depends on the whole text."""
    if type(question) in _OF_ALL:
        return True
    return isinstance(question, tuple) and any(map(asks_of_all, question))


def deadlines_of(rule: Rule) -> Iterator[deadline.DeadlineQuestion]:
    """Yield the questions about the day of issue that the grades of *rule* are made of."""
    return (found for rung in rule.grade for found in _deadlines(rung.when))


def about_sending(rule: Rule) -> bool:
    """Tell whether an unscored rule asks for the day of issue: who knows when a report came knows better."""
    return rule.role == "unscored" and any(True for _ in deadlines_of(rule))


def rules_about_sending(pack: Pack) -> tuple[str, ...]:
    """Return the ids of the rules that ``about_sending`` is true of."""
    return tuple(rule.id for rule in pack.rules if about_sending(rule))


def _deadlines(question: Question) -> Iterator[deadline.DeadlineQuestion]:
    """Yield what *question* asks of the day of issue; a negated question sets no deadline."""
    if isinstance(question, deadline.DeadlineQuestion) and question.deadline == "issued_on":
        yield question
    elif isinstance(question, combine.All | combine.Any):
        for part in question.all if isinstance(question, combine.All) else question.any:
            yield from _deadlines(part)


def context_of(outline: Outline, facts: Facts, elements: Mapping[str, Element]) -> Context:
    """Return the context in which the questions about one report are asked, with all kinds at hand."""
    return Context(outline, facts, elements, lambda question, context: _ASK[type(question)](question, context))

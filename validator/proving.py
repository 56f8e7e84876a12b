"""The tests that rules carry: each example must get the verdict that it promises."""

from __future__ import annotations

from typing import Literal, NamedTuple

from validator.checks import context_of
from validator.engine import evaluate
from validator.facts import facts_of
from validator.model.document import Document
from validator.model.pack import Pack, Rule, RuleTest
from validator.outline import outline_of
from validator.text import normalise


class Proof(NamedTuple):
    """One example: *want* and *got* as ``partial 50%``. surprising: marked todo, but right."""

    rule: str
    number: int
    line: int
    state: Literal["passed", "failed", "todo", "surprising"]
    want: str
    got: str


def prove(pack: Pack) -> list[Proof]:
    """Run the examples of all rules of *pack*."""
    return [_proof(pack, rule, i, test) for rule in pack.rules for i, test in enumerate(rule.tests, 1)]


def _proof(pack: Pack, rule: Rule, number: int, test: RuleTest) -> Proof:
    document = Document(f"{rule.id} #{number}", "txt", test.doc, "")
    outline = outline_of(document, normalise(document.text))
    context = context_of(outline, facts_of(outline), pack.elements)
    result = evaluate(pack._replace(rules=(rule,)), document, context)[0]
    right = result.outcome == test.want and test.credit in (None, result.credit)
    want = test.want if test.credit is None else f"{test.want} {test.credit}%"
    got = result.outcome if test.credit is None else f"{result.outcome} {result.credit}%"
    if test.todo:
        return Proof(rule.id, number, test.line, "surprising" if right else "todo", want, got)
    return Proof(rule.id, number, test.line, "passed" if right else "failed", want, got)

"""The tests that packs carry: each example must get the verdict that it promises."""

from __future__ import annotations

from typing import Literal, NamedTuple

from validator.checks import context_of
from validator.checks.context import Context
from validator.engine import evaluate, refusal
from validator.facts import facts_of
from validator.model.document import Document
from validator.model.pack import Pack, Rule, RuleTest
from validator.outline import outline_of
from validator.text import normalise

RECOGNISE = "recognise"
"""What stands for a rule in the proofs of what is such a report at all."""


class Proof(NamedTuple):
    """One example: *want* and *got* as ``partial 50%``. surprising: marked todo, but right."""

    rule: str
    number: int
    line: int
    state: Literal["passed", "failed", "todo", "surprising"]
    want: str
    got: str


def prove(pack: Pack) -> list[Proof]:
    """Run the examples of *pack*: of what it recognises, and of all its rules."""
    recognised = [_recognition(pack, i, test) for i, test in enumerate(pack.samples, 1)]
    return recognised + [_proof(pack, rule, i, test) for rule in pack.rules for i, test in enumerate(rule.tests, 1)]


def _recognition(pack: Pack, number: int, test: RuleTest) -> Proof:
    _, context = _read(pack, RECOGNISE, number, test)
    return _shown(RECOGNISE, number, test, test.want, "accepted" if refusal(pack, context) is None else "refused")


def _proof(pack: Pack, rule: Rule, number: int, test: RuleTest) -> Proof:
    result = evaluate(pack._replace(rules=(rule,)), *_read(pack, rule.id, number, test))[0]
    if test.credit is None:
        return _shown(rule.id, number, test, test.want, result.outcome)
    return _shown(rule.id, number, test, f"{test.want} {test.credit}%", f"{result.outcome} {result.credit}%")


def _read(pack: Pack, rule: str, number: int, test: RuleTest) -> tuple[Document, Context]:
    document = Document(f"{rule} #{number}", "txt", test.doc, "")
    outline = outline_of(document, normalise(document.text))
    return document, context_of(outline, facts_of(outline), pack.elements)


def _shown(rule: str, number: int, test: RuleTest, want: str, got: str) -> Proof:
    right = want == got
    if test.todo:
        return Proof(rule, number, test.line, "surprising" if right else "todo", want, got)
    return Proof(rule, number, test.line, "passed" if right else "failed", want, got)

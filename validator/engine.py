"""Pack × Outline × Facts → Results: is it this report at all, and what does each rule find?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from validator.checks import asks_of_all
from validator.checks.answer import Answer
from validator.checks.context import Context
from validator.evidence import Quoter, digest
from validator.model.document import Document
from validator.model.outline import Facts
from validator.model.pack import Pack, Rule
from validator.model.result import Outcome, Result
from validator.text import Span
from validator.words import Words, fill

_TOO_SLOW = Words(
    "规则“{rule}”的正则表达式太慢，没有得出结论。", "The pattern of rule {rule} is too slow; nothing was decided."
)
_BROKEN = Words(
    "规则“{rule}”自身出错（{error}），没有得出结论。", "Rule {rule} itself failed ({error}); nothing was decided."
)
_NOT_FOR_UNIT = Words("本要求不适用于这类单位。", "This does not apply to a unit of this kind.")
_NOT_FOR_PLACE = Words("本要求只适用于{places}。", "This applies only in {places}.")
_NOT_FOR_YEAR = Words("本要求不适用于这一年度的报告。", "This does not apply to a report on that year.")
_UNKNOWN = Words("缺少判断所需的信息，没有得出结论。", "What is needed to decide is not there.")
_UNREAD = Words("没有读全（{unread}），这一项判断不了。", "Not all could be read ({unread}); this stays open.")
_PASSED = Words("符合要求。", "As required.")


class Found(NamedTuple):
    """What one rule finds before it is quoted: shadow spans, and names to hide."""

    rule: str
    outcome: Outcome
    credit: int | None
    message: Words
    spans: tuple[Span, ...] = ()
    masks: tuple[Span, ...] = ()
    fix: Words | None = None


def refusal(pack: Pack, context: Context) -> Words | None:
    """Return why a document is not the report that *pack* is about; None if it is one."""
    for refused in pack.refuse:
        answer: Answer = context.ask(refused.when)
        if answer.holds:
            return fill(refused.say, answer.values)
    return None if context.ask(pack.accept).holds else pack.otherwise


def evaluate(pack: Pack, document: Document, context: Context) -> tuple[Result, ...]:
    """Return the result of every rule of *pack*, in its order."""
    return judged(pack, document, context)[0]


def judged(pack: Pack, document: Document, context: Context) -> tuple[tuple[Result, ...], Quoter]:
    """Return the result of every rule, and what quotes more of the document with the same private data hidden."""
    founds = [found(rule, context, pack.places) for rule in pack.rules]
    if document.unread:
        founds = [_left_open(f, rule, document) for f, rule in zip(founds, pack.rules, strict=True)]
    quoter = Quoter(document, context.outline, _masks(founds))
    whole = digest(context.outline.shadow.text)
    return tuple(_result(f, quoter, whole) for f in founds), quoter


def _left_open(found: Found, rule: Rule, document: Document) -> Found:
    """Turn what seems to be missing into unknown: it may stand where the file could not be read."""
    if found.outcome not in ("fail", "partial") or not any(asks_of_all(rung.when) for rung in rule.grade):
        return found
    return found._replace(outcome="unknown", credit=None, message=fill(_UNREAD, {"unread": unread(document)}))


def unread(document: Document) -> Words:
    """Return what of *document* could not be read, in one line."""
    return Words("；".join(w.zh for w in document.unread), "; ".join(w.en for w in document.unread))


def _result(f: Found, quoter: Quoter, whole: str) -> Result:
    evidence = quoter.evidence(f.spans) if f.spans else ()
    rests_on = ("\n".join([e.text for e in evidence]) if evidence else "") or whole
    fingerprint = digest(f"{f.rule} {f.outcome} {rests_on}")
    return Result(f.rule, f.outcome, f.credit, quoter.hidden(f.message), evidence, fingerprint, fix=f.fix)


def _masks(founds: Iterable[Found]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(name for f in founds for name in f.masks))


def found(rule: Rule, context: Context, places: Sequence[str] = ()) -> Found:
    """Return what *rule* finds in a report of *places*.

    Its own fault (a slow pattern, a bug) is ``error``, never a pass or a fail.
    """
    try:
        return _decided(rule, context, places)
    except TimeoutError:
        return Found(rule.id, "error", None, fill(_TOO_SLOW, {"rule": Words(rule.id, rule.id)}))
    except Exception as error:  # the border around one rule: the others must go on
        name, kind = rule.id, type(error).__name__
        words = {"rule": Words(name, name), "error": Words(kind, kind)}
        return Found(rule.id, "error", None, fill(_BROKEN, words))


def _decided(rule: Rule, context: Context, places: Sequence[str]) -> Found:
    if rule.off:
        return Found(rule.id, "not_selected", None, rule.off)
    reason = _excluded(rule, context.facts, places)
    if reason:
        return Found(rule.id, "not_applicable", None, reason)
    if rule.requires is not None and not context.ask(rule.requires).holds:
        return Found(rule.id, "not_applicable", None, rule.without)
    return _graded(rule, context)


def _excluded(rule: Rule, facts: Facts, places: Sequence[str]) -> Words | None:
    if rule.places and not set(rule.places) & set(places):
        return fill(_NOT_FOR_PLACE, {"places": Words("、".join(rule.places), ", ".join(rule.places))})
    if rule.unit_types and facts.unit_type not in rule.unit_types:
        return _NOT_FOR_UNIT
    year = facts.report_year
    if year and ((rule.year_from and year < rule.year_from) or (rule.year_to and year > rule.year_to)):
        return _NOT_FOR_YEAR
    return None


def _graded(rule: Rule, context: Context) -> Found:
    """Return the first rung that holds; what cannot be known above it makes the whole unknown."""
    values: dict[str, Words] = {}
    spans: list[Span] = []
    masks: list[Span] = []
    for rung in rule.grade:
        answer: Answer = context.ask(rung.when)
        values.update(answer.values)
        masks += answer.masks
        if answer.holds is None:
            return Found(rule.id, "unknown", None, _UNKNOWN, answer.spans, tuple(masks))
        if answer.holds:
            outcome: Outcome = "pass" if rung.credit == 100 else "partial" if rung.credit else "fail"
            message = fill(rung.say or (_PASSED if outcome == "pass" else rule.say), values)
            return Found(rule.id, outcome, rung.credit, message, answer.spans or tuple(spans), tuple(masks), rung.fix)
        spans += answer.spans
    if rule.absent == "not_applicable":
        return Found(rule.id, "not_applicable", None, fill(rule.say, values))
    return Found(rule.id, "fail", 0, fill(rule.say, values), tuple(dict.fromkeys(spans)), tuple(masks))

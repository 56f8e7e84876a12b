"""Grades: rungs that are never reached, credit that rises, rules that ask the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from validator.authoring.lint.finding import Desk, Finding
from validator.model.pack import Question, Rule
from validator.words import Words

_LEAST = ("min_chars", "min_count", "min")
_MOST = ("max_level", "max")
_NARROWER = ("outside", "unless", "without")
_NO_HIGHER = Words("把得分高的写在前面", "Write the higher credit first")
_JOIN = Words("合并成一条，或者改其中一条的条件", "Join them, or change the condition of one")


def rungs(desk: Desk) -> Iterator[Finding]:
    """Yield rungs that a rung above them always answers first, and credit that rises from rung to rung."""
    for i, rule in enumerate(desk.pack.rules):
        for k, rung in enumerate(rule.grade):
            path = ("rules", i, "grade", k)
            above = next((j for j in range(k) if implies(rung.when, rule.grade[j].when)), None)
            if above is not None:
                yield desk.error(path, "unreachable-rung", *_unreachable(rule, k, above))
            if k and rung.credit > rule.grade[k - 1].credit:
                told = Words(
                    f"“{rule.id}”第{k + 1}档的得分比第{k}档高",
                    f"{rule.id}: rung {k + 1} gives more credit than rung {k}",
                )
                yield desk.error(path, "rising-credit", told, _NO_HIGHER)


def _unreachable(rule: Rule, k: int, above: int) -> tuple[Words, Words]:
    told = Words(
        f"“{rule.id}”第{k + 1}档永远轮不到：它成立时第{above + 1}档已经成立",
        f"{rule.id}: rung {k + 1} is never reached; whenever it holds, rung {above + 1} holds",
    )
    return told, Words("条件严的写在前面，宽的写在后面", "Write the stricter condition first")


def same_rules(desk: Desk) -> Iterator[Finding]:
    """Yield rules whose conditions are those of a rule above them."""
    seen: dict[Any, str] = {}
    for i, rule in enumerate(desk.pack.rules):
        asked = (tuple(r.when for r in rule.grade), rule.requires, rule.unit_types, rule.year_from, rule.year_to)
        first = seen.setdefault(asked, rule.id)
        if first != rule.id:
            told = Words(f"“{rule.id}”和“{first}”的条件一样", f"{rule.id} and {first} ask the same")
            yield desk.warning(("rules", i, "id"), "same-rule", told, _JOIN)


def implies(question: Question, other: Question) -> bool:
    """Tell whether *other* holds whenever *question* does, in the simple cases; False is no proof of the contrary."""
    if question == other:
        return True
    mine, its = _combined(question), _combined(other)
    if mine[0] == "any":
        return all(implies(part, other) for part in mine[1])
    if its[0] == "all":
        return all(implies(question, part) for part in its[1])
    if mine[0] == "all":
        return any(implies(part, other) for part in mine[1])
    if its[0] == "any":
        return any(implies(question, part) for part in its[1])
    return type(question) is type(other) and _is_stricter(question, other)


def _combined(question: Question) -> tuple[str, tuple[Question, ...]]:
    for field in ("all", "any"):
        if field in question._fields:
            return field, getattr(question, field)
    return "", ()


def _is_stricter(question: Question, other: Question) -> bool:
    """Tell whether two conditions of one kind differ only in limits, the first having the narrower ones."""
    for field in question._fields:
        mine, its = getattr(question, field), getattr(other, field)
        if mine == its or field == "anchors":
            continue
        if field in _LEAST:
            stricter = mine > its
        elif field in _MOST:
            stricter = mine < its
        elif field in _NARROWER:
            stricter = set(mine) > set(its)
        else:
            return False
        if not stricter:
            return False
    return True

"""Results → Score and verdict: XCCDF's flat model with graded credit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from validator.errors import UsageError
from validator.model.pack import Pack, Rule
from validator.model.result import Outcome, Result, Score, Verdict
from validator.words import Words

COUNTED = ("pass", "partial", "fail", "unknown", "error")
"""Outcomes that enter the score."""

OPEN = ("unknown", "error")
"""Those of them that leave it open."""


def score_of(pack: Pack, results: Sequence[Result]) -> Score:
    """Return 100·Σ(weight·credit)/Σ weight over the scored rules that apply; open ones widen it to a range."""
    counted = [(rule, r) for rule, r in paired(pack, results) if rule.role == "scored" and r.outcome in COUNTED]
    total = sum(rule.weight for rule, _ in counted)
    met = sum(r.outcome == "pass" for _, r in counted)
    if not total:
        return Score(None, None, None, met, len(counted))
    low = sum(rule.weight * (r.credit or 0) for rule, r in counted)
    high = low + sum(rule.weight * 100 for rule, r in counted if r.outcome in OPEN)
    bounds = round(low / total, 1), round(high / total, 1)
    return Score(bounds[0], *bounds, met, len(counted))


def verdict_of(pack: Pack, results: Sequence[Result]) -> Verdict:
    """Return complete if no error-level rule is below pass, undecided if only open questions stand against it."""
    outcomes = [r.outcome for rule, r in paired(pack, results) if rule.level == "error"]
    if "fail" in outcomes or "partial" in outcomes:
        return "incomplete"
    return "undecided" if any(o in OPEN for o in outcomes) else "complete"


def missing_of(pack: Pack, results: Sequence[Result]) -> tuple[str, ...]:
    """Return the error-level rules that are below pass, the failed ones first."""
    below = [r for rule, r in paired(pack, results) if rule.level == "error" and r.outcome in ("fail", "partial")]
    return tuple(r.rule for r in sorted(below, key=lambda r: r.outcome != "fail"))


def paired(pack: Pack, results: Sequence[Result]) -> list[tuple[Rule, Result]]:
    """Return each result with its rule."""
    return list(zip(pack.rules, results, strict=True))


def by_machine(r: Result) -> Outcome:
    """Return the outcome that the machine alone had found, before any decision of a reviewer."""
    return r.waived.outcome if r.waived else r.outcome


class Gate(NamedTuple):
    """Which reports count as below: error (an error-level rule below pass), strict (any rule), score, never.

    What the baseline lists is no reason to be below; with absolute it is.
    """

    kind: Literal["error", "absolute", "strict", "score", "never"]
    least: float = 0.0


def gate(text: str, where: str = "--gate") -> Gate:
    """Return the gate that *text* names; *where* it was written. Raise UsageError for another word."""
    if text in ("error", "absolute", "strict", "never"):
        return Gate(text)  # type: ignore[arg-type]
    kind, _, number = text.partition(":")
    if kind == "score" and number.isascii() and number.replace(".", "", 1).isdigit() and float(number) <= 100:
        return Gate("score", float(number))
    raise UsageError(
        where,
        Words(f"不能写“{text}”", f"cannot be “{text}”"),
        Words("可以写 error、absolute、strict、never 或 score:80", "Allowed: error, absolute, strict, never, score:80"),
    )


def is_below(limit: Gate, pack: Pack, results: Sequence[Result], score: Score) -> bool:
    """Tell whether a report is below the gate."""
    if limit.kind == "score":
        return score.high is not None and score.high < limit.least
    return any(
        fails(limit, rule, r) and not (r.known and limit.kind != "absolute") for rule, r in paired(pack, results)
    )


def fails(limit: Gate, rule: Rule, result: Result) -> bool:
    """Tell whether a result alone puts its report below the gate, known or not."""
    if result.outcome not in ("fail", "partial") or limit.kind in ("never", "score"):
        return False
    return rule.level != "info" if limit.kind == "strict" else rule.level == "error"

"""Score and verdict of what the ledger has seen, after the corrections that hold: no report is read again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, product
from typing import NamedTuple

from validator.model.decision import Decision, Seen
from validator.model.pack import Pack, Rule
from validator.model.result import Result, Score, Verdict
from validator.renderers.wording import OUTCOMES
from validator.scoring import score_of, verdict_of
from validator.waivers import decided
from validator.words import Words

_MOST = 5000
"""Ways in which credits may have been given that are tried."""


class Corrected(NamedTuple):
    """What a report has after the corrections."""

    score: Score
    verdict: Verdict


def corrected(seen: Seen, pack: Pack, decisions: Sequence[Decision]) -> Corrected | None:
    """Return what was *seen* after the corrections among *decisions*, which hold; None without any.

    None also where it cannot be told: *pack* is no longer the one of that time, or the credits of what is there in
    part are not certain. The ledger has no credits; they are those that give the score that it has.
    """
    news = {d.rule: d.new for d in sorted(decisions, key=lambda d: d.id) if d.action == "correct"}
    if not news or seen.results.keys() != {rule.id for rule in pack.rules} or not OUTCOMES.keys() >= _codes(seen):
        return None
    ways = product(*(_possible(rule, seen.results[rule.id]) for rule in pack.rules))
    found = {_after(results, pack, news) for results in islice(ways, _MOST) if _gives(results, pack, seen)}
    return found.pop() if len(found) == 1 and next(ways, None) is None else None


def _codes(seen: Seen) -> set[str]:
    return set(seen.results.values())


def _possible(rule: Rule, outcome: str) -> list[Result]:
    """Return the results that this outcome of a rule may have been: in part can give more or fewer points."""
    credits: list[int | None] = [100 if outcome == "pass" else None]
    if outcome == "partial" and rule.role == "scored":
        credits = list(dict.fromkeys(rung.credit for rung in rule.grade if 0 < rung.credit < 100)) or credits
    return [Result(rule.id, outcome, credit, Words("", "")) for credit in credits]  # type: ignore[arg-type]


def _gives(results: Sequence[Result], pack: Pack, seen: Seen) -> bool:
    score = score_of(pack, results)
    return (score.low, score.high, verdict_of(pack, results)) == (seen.low, seen.high, seen.verdict)


def _after(results: Sequence[Result], pack: Pack, news: dict[str, str]) -> Corrected:
    rules = zip(pack.rules, results, strict=True)
    after = [decided(r, rule, news[r.rule], "", "", "") if r.rule in news else r for rule, r in rules]
    return Corrected(score_of(pack, after), verdict_of(pack, after))

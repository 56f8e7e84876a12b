"""This year's report against last year's: announced tasks, repeated shortcomings, elements gained and lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from validator.model.pack import Pack
from validator.model.review import Announced, Filed, Repeated, YearBefore
from validator.model.submission import Chunk, Submission
from validator.review.copying.passages import quotation
from validator.scoring import paired

TAKEN_UP = 0.5
"""Share of a task's words that one passage must have for the task to count as taken up."""

PARTLY = 0.33
"""The same for a trace that a person should look at."""

REPEATED = 90
"""Likeness (0 to 100) from which a shortcoming counts as repeated word for word."""

_LEAST = 12  # characters of a shortcoming that can be called repeated
_SAMPLE = 300  # reports from which it is learnt which words are common
_FEW = 20  # reports below which nothing can be learnt

Weights = Mapping[str, float]
"""Two neighbouring characters → how much they say: common ones little. What is not in it counts as rare."""


def weights_of(submissions: Sequence[Submission]) -> Weights:
    """Return how much each two characters say, learnt from the reports themselves."""
    sample = submissions[:: len(submissions) // _SAMPLE + 1]
    if len(sample) < _FEW:
        return {}
    counts: Counter[str] = Counter()
    for submission in sample:
        counts.update({two for chunk in submission.chunks for two in _twos(chunk.key)})
    rare = log(len(sample) + 1)
    return {two: log((len(sample) + 1) / count) / rare for two, count in counts.items()}


def year_before(now: Submission, before: Filed, packs: Mapping[str, Pack], weights: Weights, kept: float) -> YearBefore:
    """Compare a report with the same unit's of the year before. *kept*: share of its text that stood there."""
    then = before.submission
    had, has = _passed(then, packs), _passed(now, packs)
    both = set(had) & set(has)
    return YearBefore(
        before,
        announced(now, then, weights),
        repeated(now, then),
        tuple(rule for rule in has if rule in both and has[rule] and not had[rule]),
        tuple(rule for rule in has if rule in both and had[rule] and not has[rule]),
        kept,
    )


def _passed(submission: Submission, packs: Mapping[str, Pack]) -> dict[str, bool]:
    """Return scored rule → whether it passes in full; what was not decided is left out."""
    a = submission.assessment
    pairs = paired(packs[a.pack], a.results) if a.results else []
    decided = ("pass", "partial", "fail")
    return {r.rule: r.outcome == "pass" for rule, r in pairs if rule.role == "scored" and r.outcome in decided}


def announced(now: Submission, then: Submission, weights: Weights) -> tuple[Announced, ...]:
    """Tell for each task that last year's report announced which passage of this year's has most of its words.

    What this year's report announces itself, or calls a shortcoming, is no such passage.
    """
    apart = [*now.plan, *now.shortcomings]
    told = [c for c in now.chunks if not any(a.start <= c.start < a.end for a in apart)]
    seen = [_twos(c.key) for c in told]
    return tuple(_announced(task, then, now, told, seen, weights) for task in then.plan)


def _announced(
    task: Chunk,
    then: Submission,
    now: Submission,
    told: Sequence[Chunk],
    seen: Sequence[set[str]],
    weights: Weights,
) -> Announced:
    words = {two: weights.get(two, 1.0) for two in _twos(task.key)}
    whole = sum(words.values()) or 1.0
    best, share = -1, 0.0
    for i, twos in enumerate(seen):
        found = sum(weight for two, weight in words.items() if two in twos) / whole
        if found > share:
            best, share = i, found
    outcome = "taken_up" if share >= TAKEN_UP else "partly" if share >= PARTLY else "no_trace"
    echo = quotation(now, told[best], told[best]) if share >= PARTLY else None
    return Announced(quotation(then, task, task), outcome, round(share, 2), echo)  # type: ignore[arg-type]


def _twos(key: str) -> set[str]:
    return {key[i : i + 2] for i in range(len(key) - 1)}


def repeated(now: Submission, then: Submission) -> tuple[Repeated, ...]:
    """Return the shortcomings that both reports name in (nearly) the same words."""
    from rapidfuzz import fuzz

    found = []
    for lack in now.shortcomings:
        likeness = [(fuzz.ratio(lack.key, old.key), old) for old in then.shortcomings if len(old.key) >= _LEAST]
        if len(lack.key) >= _LEAST and likeness:
            alike, old = max(likeness, key=lambda pair: pair[0])
            if alike >= REPEATED:
                found.append(Repeated(quotation(now, lack, lack), quotation(then, old, old), round(alike)))
    return tuple(found)

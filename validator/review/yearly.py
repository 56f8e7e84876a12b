"""This year's report against last year's: announced tasks, repeated shortcomings, elements gained and lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from validator.model.pack import Pack
from validator.model.review import Announced, Filed, Repeated, YearBefore
from validator.model.submission import Item, Sentence, Submission
from validator.patterns import compiled
from validator.review.copying.passages import quotation
from validator.scoring import paired

TAKEN_UP = 0.5
"""Share of a task's words that one passage must have for the task to count as taken up."""

PARTLY = 0.33
"""The same for a trace that a person should look at."""

REPEATED = 90
"""Likeness (0 to 100) from which a shortcoming counts as repeated word for word."""

_FIGURE = compiled(r"\d[\d,.]*|[〇零一二两三四五六七八九十百千万亿]+")
_NUMBER = compiled(r"^[（(]?[一二三四五六七八九十\d]{1,3}(?:[）)、.．]|是)")
_LEAST = 17  # characters of a shortcoming that can be called repeated
_SAMPLE = 300  # reports from which it is learnt which words are common
_FEW = 20  # reports below which nothing can be learnt

Piece = Sentence | Item
"""A sentence of the running text, or an aside."""

Weights = Mapping[str, float]
"""Two neighbouring characters → how much they say: common ones little. What is not in it counts as rare."""


def weights_of(submissions: Sequence[Submission]) -> Weights:
    """Return how much each two characters say, learnt from the reports themselves."""
    sample = submissions[:: len(submissions) // _SAMPLE + 1]
    if len(sample) < _FEW:
        return {}
    counts: Counter[str] = Counter()
    for submission in sample:
        counts.update(_twos(submission.stream))
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
    told = [(x, key) for x, key in _keyed(now) if not any(a.start < x.end and x.start < a.end for a in apart)]
    seen = [(piece, _twos(key)) for piece, key in told]
    return tuple(_announced(task, then, now, seen, weights) for task in then.plan)


def _keyed(submission: Submission) -> list[tuple[Piece, str]]:
    """Return all that a report says in pieces, with their characters."""
    ends = [*(s.at for s in submission.sentences[1:]), len(submission.stream)]
    running = [(s, submission.stream[s.at : end]) for s, end in zip(submission.sentences, ends, strict=False)]
    return [*running, *((aside, aside.key) for aside in submission.asides)]


def _announced(
    task: Item, then: Submission, now: Submission, seen: Sequence[tuple[Piece, set[str]]], weights: Weights
) -> Announced:
    words = {two: weights.get(two, 1.0) for two in _twos(task.key)}
    whole = sum(words.values()) or 1.0
    best, share = None, 0.0
    for piece, twos in seen:
        found = sum(weight for two, weight in words.items() if two in twos) / whole
        if found > share:
            best, share = piece, found
    outcome = "taken_up" if share >= TAKEN_UP else "partly" if share >= PARTLY else "no_trace"
    echo = quotation(now, best, best) if best and share >= PARTLY else None
    return Announced(quotation(then, task, task), outcome, round(share, 2), echo)  # type: ignore[arg-type]


def _twos(key: str) -> set[str]:
    return {key[i : i + 2] for i in range(len(key) - 1)}


def repeated(now: Submission, then: Submission) -> tuple[Repeated, ...]:
    """Return the shortcomings that both reports name in (nearly) the same words and with the same figures."""
    from rapidfuzz import fuzz

    old = [(item, _figures(then, item)) for item in then.shortcomings if len(item.key) >= _LEAST]
    found = []
    for lack in now.shortcomings:
        figures = _figures(now, lack)
        likeness = [(fuzz.ratio(lack.key, item.key), item) for item, had in old if had == figures]
        if len(lack.key) >= _LEAST and likeness:
            alike, item = max(likeness, key=lambda pair: pair[0])
            if alike >= REPEATED:
                found.append(Repeated(quotation(now, lack, lack), quotation(then, item, item), round(alike)))
    return tuple(found)


def _figures(submission: Submission, item: Item) -> list[str]:
    """Return the figures of an item, behind its own number: where they have changed, something has happened."""
    return [m[0] for m in _FIGURE.finditer(_NUMBER.sub("", submission.text[item.start : item.end]))]

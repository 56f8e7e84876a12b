"""The figures of a review that a superior asks for first: units by standing, elements, scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from validator.model.result import Outcome
from validator.model.review import Review, Standing, UnitReview
from validator.review.outputs.judged import counted, judged
from validator.review.outputs.saying import again, late
from validator.words import Words

BANDS: tuple[tuple[float, str], ...] = ((100, "100"), (90, "90–99"), (80, "80–89"), (70, "70–79"), (60, "60–69"))
"""Lowest score of a band and its name, from the top; what is below the last one is below 60."""
LOWEST = Words("60以下", "below 60")


UNFIT: tuple[Standing, ...] = ("other_year", "other_kind", "unreadable")
"""Standings of units of which something came, and nothing that could be a report on the year."""


class Tally(NamedTuple):
    """Counts of units. *asked*: all but the exempt ones; *sent*: a report that counts; *late*: known to be late.

    *undated*: sent, and nobody knows when. *copied*: units with text of others. *pairs*: of units, this year.
    *again*: those to be reviewed again; *waiting*: something of theirs came, and nothing is decided about it.
    """

    roster: int
    asked: int
    standings: Mapping[Standing, int]
    sent: int
    late: int
    undated: int
    complete: int
    incomplete: int
    undecided: int
    accepted: int
    returned: int
    copied: int
    pairs: int
    again: int = 0
    waiting: int = 0


def received(t: Tally) -> int:
    """Return of how many units something came: each is accepted, returned, to be reviewed again or waiting."""
    return t.accepted + t.returned + t.again + t.waiting


def unfit(t: Tally) -> int:
    """Return of how many units all that came is another year's, another document or unreadable."""
    return sum(t.standings.get(standing, 0) for standing in UNFIT)


def waiting(u: UnitReview) -> bool:
    """Tell whether something came from a unit that is asked, and nobody has decided about it."""
    return bool(u.files) and u.standing != "exempt" and not u.state and not again(u)


def tally(review: Review) -> Tally:
    """Count the units of a review."""
    units = review.units
    standings = Counter(u.standing for u in units)
    sent = [u for u in units if u.standing == "submitted"]
    verdicts = Counter(a.verdict for u in sent if (a := counted(u)))
    states = Counter(u.state for u in units)
    return Tally(
        roster=len(units),
        asked=len(units) - standings["exempt"],
        standings=standings,
        sent=len(sent),
        late=sum(late(u.timing) for u in sent),
        undated=sum(u.timing.days is None for u in sent),
        complete=verdicts["complete"],
        incomplete=verdicts["incomplete"],
        undecided=verdicts["undecided"],
        accepted=states["accepted"],
        returned=states["returned"],
        copied=sum(u.copied > 0 for u in units),
        pairs=sum(p.there_year == review.year for p in review.pairs),
        again=sum(map(again, units)),
        waiting=sum(map(waiting, units)),
    )


class ElementCount(NamedTuple):
    """How many units have an element; *open*: unknown or error; *spared*: not applicable or waived."""

    rule: str
    title: Words
    there: int
    partly: int
    missing: int
    open: int
    spared: int


def elements(review: Review) -> list[ElementCount]:
    """Count the scored rules over all units that sent a report, in the order of the pack."""
    found: dict[str, Counter[Outcome]] = {}
    titles: dict[str, Words] = {}
    for u in review.units:
        for j in judged(u, review):
            if j.rule.role == "scored":
                titles.setdefault(j.rule.id, j.rule.title)
                found.setdefault(j.rule.id, Counter())[j.outcome] += 1
    return [
        ElementCount(
            *(rule, titles[rule], c["pass"], c["partial"], c["fail"]),
            open=c["unknown"] + c["error"],
            spared=c["not_applicable"] + c["waived"],
        )
        for rule, c in found.items()
    ]


def bands(review: Review) -> list[tuple[Words, int]]:
    """Count the lowest possible scores of the reports that count, by band, the lowest band first."""
    found: Counter[str] = Counter()
    for u in review.units:
        a = counted(u)
        if a and a.score and a.score.low is not None:
            low = a.score.low
            found[next((name for least, name in BANDS if low >= least), "")] += 1
    names = [(LOWEST, ""), *((Words(name, name), name) for _, name in reversed(BANDS))]
    return [(words, found[name]) for words, name in names]


def ranking(review: Review) -> list[UnitReview]:
    """Return the units by score, the best first; equal ones and those without a score in the order of the roster."""
    return sorted(review.units, key=lambda u: -_score(u))


def ranks(review: Review) -> dict[str, int]:
    """Return unit → rank among the scored ones; equal scores have equal ranks."""
    scores = sorted((s for u in review.units if (s := _score(u)) >= 0), reverse=True)
    first: dict[float, int] = {}
    for i, s in enumerate(scores, 1):
        first.setdefault(s, i)
    return {u.unit.name: first[s] for u in review.units if (s := _score(u)) >= 0}


def _score(u: UnitReview) -> float:
    a = counted(u)
    if a is None or a.score is None or a.score.low is None:
        return -1.0
    return a.score.low

"""Review → rows for the ledger: what people had before them when they decided."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.decision import Seen
from validator.model.review import Review, UnitReview
from validator.scoring import by_machine


def seen_of(review: Review) -> Iterator[Seen]:
    """Yield a row for every unit: what the machine alone says, before any decision."""
    for unit in review.units:
        yield _seen(unit, review.year)


def _seen(u: UnitReview, year: int) -> Seen:
    if u.current is None:
        file = u.files[0].submission.assessment.path if u.files else ""
        return Seen(0, "", u.unit.name, year, u.standing, file, "", "", None, None, "", {})
    a = u.current.submission.assessment
    score = a.machine.score if a.machine else a.score
    verdict = a.machine.verdict if a.machine else a.verdict
    results: dict[str, str] = {r.rule: by_machine(r) for r in a.results}
    low, high = (score.low, score.high) if score else (None, None)
    digest = u.current.submission.digest
    return Seen(0, "", u.unit.name, year, u.standing, a.path, digest, a.pack, low, high, verdict or "", results)

"""Review → rows for the ledger: what people had before them when they decided."""

from __future__ import annotations

from collections.abc import Iterator

from validator.checks import rules_about_sending
from validator.model.decision import Seen
from validator.model.review import Review, UnitReview
from validator.review.naming.names import core, tidy, without_notes
from validator.scoring import by_machine


def seen_of(review: Review) -> Iterator[Seen]:
    """Yield a row for every unit: what the machine alone says, before any decision."""
    timed = {name: rules_about_sending(pack) for name, pack in review.packs.items()}
    for u in review.units:
        s = _seen(u, review.year)
        yield s._replace(called=_called(u), timed=timed[s.pack] if s.results else ())


def _called(u: UnitReview) -> tuple[str, ...]:
    """Return the other names of a unit: those of the roster, and its own in full as it signs."""
    a = u.current.submission.assessment if u.current and u.standing == "submitted" else None
    signed = tidy(a.facts.unit or "") if a and " " not in (a.facts.unit or " ") else ""
    own = (signed,) if core(without_notes(u.unit.name)) in signed else ()  # the roster may give it another's file
    return tuple(dict.fromkeys(name for name in (*u.unit.aliases, *u.unit.former, *own) if name != u.unit.name))


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

"""What counts for a unit: its results with what reviewers decided about them."""

from __future__ import annotations

from typing import NamedTuple

from validator.checks import about_sending
from validator.model.decision import Decision
from validator.model.pack import Rule
from validator.model.result import Assessment, Outcome, Result
from validator.model.review import Review, UnitReview
from validator.renderers import wording as w
from validator.review.outputs.saying import decided, outcome
from validator.scoring import by_machine, paired
from validator.words import Lang


class Judged(NamedTuple):
    """A result. *outcome* is the one that counts, *machine* what the program alone had said."""

    rule: Rule
    result: Result
    outcome: Outcome
    machine: Outcome
    decision: Decision | None


def assessed(u: UnitReview) -> Assessment | None:
    """Return the assessment of a unit's current file, be it of another year; None where nothing could be assessed."""
    if u.current is None or u.current.submission.assessment.status != "assessed":
        return None
    return u.current.submission.assessment


def counted(u: UnitReview) -> Assessment | None:
    """Return the assessment that counts for a unit: that of a report on the right year."""
    return assessed(u) if u.standing == "submitted" else None


def judged(u: UnitReview, review: Review) -> list[Judged]:
    """Return the results of a unit's report, in the order of the pack; nothing where no report counts."""
    a = counted(u)
    if a is None or not a.results:
        return []
    return [judgement(rule, r, u) for rule, r in paired(review.packs[a.pack], a.results)]


def judgement(rule: Rule, r: Result, u: UnitReview) -> Judged:
    """Return one result with what reviewers decided about it."""
    return Judged(rule, r, outcome(u, r), by_machine(r), decided(u, r.rule))


def below(j: Judged) -> bool:
    """Tell whether it needs a person: an element that is not there in full, or something else to be checked."""
    if j.rule.role == "scored":
        return j.outcome in w.BELOW
    return j.outcome in ("fail", "partial", "error") and not about_sending(j.rule)  # the review itself knows more


def message(j: Judged, lang: Lang) -> str:
    """Return what is wrong: what the program found, or what a reviewer says who thinks otherwise."""
    if j.decision is None or j.decision.action != "correct" or j.outcome == j.machine:
        return w.said(j.result.message, lang)
    reason = w.quotation(j.decision.reason).rstrip("。.")
    if reason:
        return w.text(f"复核意见：{reason}。", f"Reviewer's opinion: {reason}.", lang)
    word = w.outcome(j.outcome, lang, j.rule)
    return w.text(f"经复核，更正为“{word}”。", f"Corrected by a reviewer to “{word}”.", lang)


def fix(j: Judged, lang: Lang) -> str:
    """Return what to write; nothing where nothing is known to be wrong."""
    if j.outcome == j.result.outcome:
        return w.fix(j.rule, j.result, lang)
    return w.said(j.rule.fix, lang) if j.outcome in ("fail", "partial") else ""

"""Which decisions of the ledger hold today, and what they change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

from validator.model.decision import Action, Decision, Lapsed
from validator.model.pack import Pack, Rule
from validator.model.result import Assessment
from validator.renderers.wording import OUTCOMES, outcome, shown
from validator.waivers import NEW, OLD, decided, rescored
from validator.words import LANGS, Lang, Words, say

ACTIONS: Mapping[Action, Words] = {
    "confirm": Words("维持", "confirm"),
    "correct": Words("更正", "correct"),
    "return": Words("退回", "return"),
    "accept": Words("接受", "accept"),
    "withdraw": Words("撤回", "withdraw"),
}
OPEN_TO_CHANGE = (*OLD, "not_applicable")
"""What the machine may have said of a rule for people to confirm or correct it."""
CHANGES = NEW
"""What they may correct it to."""
AGREED = Words("同意程序的结论", "agree with the program")
"""What is shown as the reason of a confirmation that has no other; the ledger of older versions holds it in words."""


def withdrawn(decisions: Sequence[Decision]) -> dict[int, Decision]:
    """Return the id of every decision that was taken back → the decision that did so."""
    return {d.withdrawn: d for d in decisions if d.action == "withdraw"}


NO_RULES: Mapping[str, Rule] = {}
Matter = tuple[str, int, str]
"""What is decided about: unit, year, rule."""


def matter_of(d: Decision) -> Matter:
    """Return what a decision is about."""
    return d.unit, d.year, d.rule


def newest(decisions: Sequence[Decision]) -> dict[Matter, Decision]:
    """Return for every rule, and for the whole report, the newest decision that was not taken back.

    Taking the newest one back makes the one before it count again.
    """
    back = withdrawn(decisions)
    by_id = sorted(decisions, key=lambda d: d.id)
    return {matter_of(d): d for d in by_id if d.action != "withdraw" and d.id not in back}


def reason_said(d: Decision, lang: Lang) -> str:
    """Return the reason of a decision; whoever confirms without one agrees with the program."""
    agrees = d.action == "confirm" and d.reason in ("", *AGREED)
    return say(AGREED, lang) if agrees else d.reason


def holding(
    decisions: Sequence[Decision],
    digest: str,
    outcomes: Mapping[str, str],
    standing: str,
    rules: Mapping[str, Rule] = NO_RULES,
) -> tuple[tuple[Decision, ...], tuple[Lapsed, ...]]:
    """Return the decisions about one unit and year that hold, and those that have lapsed; by id.

    *digest*: of its text today, empty without a report. *outcomes*: rule → what the machine alone says today.
    *standing* of the unit, as in ``UnitReview``. *rules*: by id, for the words of their outcomes.
    """
    held: list[Decision] = []
    lapsed: list[Lapsed] = []
    for d in sorted(newest(decisions).values(), key=lambda d: d.id):
        why = _why_lapsed(d, digest, outcomes, standing, rules) or (
            unacceptable(standing) if d.action == "accept" else None
        )
        if why:
            lapsed.append(Lapsed(d, why))
        else:
            held.append(d)
    return tuple(held), tuple(lapsed)


def _why_lapsed(
    d: Decision, digest: str, outcomes: Mapping[str, str], standing: str, rules: Mapping[str, Rule]
) -> Words | None:
    if d.digest != digest:
        return _CHANGED if digest else (_UNREADABLE if standing == "unreadable" else _GONE)
    if d.rule and d.rule not in outcomes:
        return Words(f"规则包里已没有“{d.rule}”这一项", f"there is no rule “{d.rule}” any more")
    if d.rule and outcomes[d.rule] != d.old:
        return changed_mind(d.old, outcomes[d.rule], rules.get(d.rule))
    return None


def unacceptable(standing: str) -> Words | None:
    """Return why nothing that came of a unit with this *standing* can be accepted; None where a report counts."""
    return None if standing == "submitted" else _UNACCEPTABLE.get(standing, _NO_REPORT)


_NO_REPORT = Words("没有报告可以接受", "there is no report to accept")
_UNACCEPTABLE: Mapping[str, Words] = {
    "other_year": Words("报来的不是这一年度的报告，不能接受", "what came is about another year and cannot be accepted"),
    "other_kind": Words("报来的不是这种报告，不能接受", "what came is not this report and cannot be accepted"),
    "unreadable": Words("报来的文件打不开，不能接受", "what came cannot be opened, so it cannot be accepted"),
}


def changed_mind(old: str, new: str, rule: Rule | None = None) -> Words:
    """Say that the machine finds another outcome of *rule* than the one that somebody decided on."""
    was, now = outcome_words(old, rule), outcome_words(new, rule)
    return Words(f"机器结论已从“{was.zh}”变为“{now.zh}”", f"the machine now says “{now.en}”, no longer “{was.en}”")


def outcome_said(code: str, lang: Lang, rule: Rule | None = None) -> str:
    """Return the word for an outcome; what *rule* only asks people to check is not “missing”."""
    return outcome(code, lang, rule) if code in OUTCOMES else shown(code)  # type: ignore[arg-type]


def outcome_words(code: str, rule: Rule | None = None) -> Words:
    """Return the words for an outcome of *rule*; a code that this version does not know stays as it is."""
    return Words(*(outcome_said(code, lang, rule) for lang in LANGS))


_CHANGED = Words("报告文字已改动", "the text of the report has changed")
_GONE = Words("现在没有这份报告", "the report is no longer there")
_UNREADABLE = Words("现在报来的文件打不开", "what came since cannot be opened")


def same(d: Decision) -> tuple[object, ...]:
    """Return what two decisions have in common when the second one says nothing new."""
    return d.unit, d.year, d.rule, d.action, d.new, d.reason, d.who, d.digest


def state_of(decisions: Sequence[Decision]) -> Literal["returned", "accepted", ""]:
    """Return what the decisions that hold say of the whole report."""
    last = max((d for d in decisions if d.action in ("return", "accept")), key=lambda d: d.id, default=None)
    if last is None:
        return ""
    return "returned" if last.action == "return" else "accepted"


def applied(assessment: Assessment, pack: Pack, decisions: Sequence[Decision]) -> Assessment:
    """Return *assessment* after the corrections among *decisions*, which hold; what the machine said is kept in it."""
    corrections = {d.rule: d for d in sorted(decisions, key=lambda d: d.id) if d.action == "correct"}
    if assessment.status != "assessed" or not corrections:
        return assessment
    rules = {rule.id: rule for rule in pack.rules}
    results = tuple(
        decided(r, rules[r.rule], d.new, d.reason, d.who, day_of(d.at))
        if (d := corrections.get(r.rule)) and d.old == r.outcome and not r.waived
        else r
        for r in assessment.results
    )
    return rescored(assessment, pack, results)


def day_of(at: str) -> str:
    """Return the local day (YYYY-MM-DD) of a time of the ledger."""
    return datetime.fromisoformat(at).astimezone().date().isoformat()

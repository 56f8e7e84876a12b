"""A filled sheet of decisions against the ledger: what is new, what cannot be taken and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from validator.evidence import without_numbers
from validator.model.decision import Decision, Seen
from validator.renderers.wording import shown
from validator.review.deciding.decisions import (
    ACTIONS,
    Matter,
    day_of,
    matter_of,
    newest,
    outcome_words,
    same,
    withdrawn,
)
from validator.review.deciding.ledger import Ledger
from validator.review.deciding.proposals import Proposal, Refusal, decision_of, near_names
from validator.review.deciding.sheet import Mistake, Row, Sheet, column
from validator.words import Words


class Imported(NamedTuple):
    """*added*: new in the ledger, with their ids; *known*: rows that it had already; *refused*, in order of rows."""

    added: tuple[Decision, ...]
    known: int
    refused: tuple[Mistake, ...]


def imported(sheet: Sheet, ledger: Ledger, who: str = "") -> Imported:
    """Append what *sheet* decides, all in one transaction; *who*: the reviewer where a row names none.

    What counts in the same words is not added again, so that a sheet can be taken in twice. A row that says something
    else than a decision that came after the sheet was made is refused: it would replace what its reviewer never saw.
    """
    latest = {year: ledger.latest(year) for year in {row.proposal.year for row in sheet.rows}}
    refused = list(sheet.mistakes)

    def choose(there: Sequence[Decision]) -> Iterator[Decision]:
        desk = _Desk(latest, newest(there), {d.id: d for d in there}, withdrawn(there), who)
        taken: dict[Matter, tuple[int, Decision]] = {}
        for row in sheet.rows:
            found = _told(row, desk, taken)
            if isinstance(found, Mistake):
                refused.append(found)
            elif found:
                yield found

    added = ledger.add_chosen(choose)
    known = len(sheet.rows) + len(sheet.mistakes) - len(added) - len(refused)
    return Imported(added, known, tuple(sorted(refused)))


class _Desk(NamedTuple):
    """What lies beside the sheet. *counting*: the newest decisions; *back*: id → the one that took it back."""

    latest: Mapping[int, Mapping[str, Seen]]
    counting: Mapping[Matter, Decision]
    all: Mapping[int, Decision]
    back: Mapping[int, Decision]
    who: str


def _told(row: Row, desk: _Desk, taken: dict[Matter, tuple[int, Decision]]) -> Decision | Mistake | None:
    """Return what a row decides or why it cannot be taken; None where the ledger has it already."""
    p = row.proposal._replace(who=row.proposal.who or desk.who, reason=without_numbers(row.proposal.reason))
    last = desk.counting.get((p.unit, p.year, p.rule))
    if last and _is(p, last):
        return None
    made_with = desk.all.get(row.known)
    if made_with and _is(p, made_with) and row.known in desk.back:
        return _undone(row.number, p.unit, desk.back[row.known])
    d = _decided(row.number, p, desk.latest[p.year])
    if isinstance(d, Mistake):
        return d
    if last and last.id > row.known and _contradicts(d, last):
        return Mistake(row.number, column("action"), _later(last), _look_first(p.unit))
    number, before = taken.setdefault(matter_of(d), (row.number, d))
    if before is d:
        return d
    return None if same(before) == same(d) else Mistake(row.number, column("action"), *_twice(number))


def _is(p: Proposal, d: Decision) -> bool:
    """Tell whether a row says what *d* does, of the same text: that stays true when the report has changed since."""
    return (p.unit, p.year, p.rule, p.action, p.new, p.reason, p.who, p.digest) == same(d)


def _contradicts(d: Decision, last: Decision) -> bool:
    """Tell whether *last*, which is about the same text and result, would be replaced by something else."""
    if (last.digest, last.old) != (d.digest, d.old):
        return False  # it has lapsed
    return (last.action, last.new) != (d.action, d.new) or (d.action == "return" and last.reason != d.reason)


def _decided(number: int, p: Proposal, latest: Mapping[str, Seen]) -> Decision | Mistake:
    seen = latest.get(p.unit)
    if seen is None:
        what = Words(f"{p.year}年度没有“{p.unit}”这个单位", f"no unit “{p.unit}” in {p.year}")
        return Mistake(number, column("unit"), what, near_names(p.unit, latest))
    found = decision_of(p, seen)
    if isinstance(found, Refusal):
        return Mistake(number, column(found.field), found.what, found.hint)
    return found


def _later(last: Decision) -> Words:
    """Return who decided otherwise after the sheet was made, when and what."""
    action, new = ACTIONS[last.action], outcome_words(last.new)
    zh, en = (f"为“{new.zh}”", f" to “{new.en}”") if last.new else ("", "")
    who, day = shown(last.who), day_of(last.at)
    return Words(
        f"这张表生成以后，{who}在{day}已作{last.id}号决定：{action.zh}{zh}，这一行与它不同",
        f"after this sheet was made {who} decided on {day}: {action.en}{en} (decision {last.id}); this row differs",
    )


def _undone(number: int, unit: str, back: Decision) -> Mistake:
    who, day, of = shown(back.who), day_of(back.at), back.withdrawn
    what = Words(f"这一行是{of}号决定，{who}在{day}已经撤回", f"this is decision {of}, withdrawn by {who} on {day}")
    return Mistake(number, column("action"), what, _look_first(unit))


def _look_first(unit: str) -> Words:
    return Words(
        f"请先看 chaque history {unit}，确认后用 chaque decide 写明",
        f"Look at chaque history {unit} first, then use chaque decide",
    )


def _twice(number: int) -> tuple[Words, Words]:
    what = Words(f"和第{number}行说的是同一项，意见不同", f"row {number} decides the same differently")
    return what, Words("请只留一行", "Keep one of them")

"""A filled sheet of decisions against the ledger: what is new, what cannot be taken and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from validator.model.decision import Decision, Seen
from validator.review.decisions import same
from validator.review.ledger import Ledger
from validator.review.proposals import Proposal, Refusal, decision_of, near_names
from validator.review.sheet import Mistake, Row, Sheet, column
from validator.words import Words


class Imported(NamedTuple):
    """*added*: new in the ledger, with their ids; *known*: rows that it had already; *refused*, in order of rows."""

    added: tuple[Decision, ...]
    known: int
    refused: tuple[Mistake, ...]


def imported(sheet: Sheet, ledger: Ledger, who: str = "") -> Imported:
    """Append what *sheet* decides, all in one transaction; *who*: the reviewer where a row names none.

    What the ledger has in the same words is not added again, so that a sheet can be taken in twice.
    """
    latest = {year: ledger.latest(year) for year in {row.proposal.year for row in sheet.rows}}
    existing = {same(d) for d in ledger.decisions()}
    known = 0
    wanted: list[Decision] = []
    refused = list(sheet.mistakes)
    first: dict[tuple[str, int, str], tuple[int, Decision]] = {}
    for row in sheet.rows:
        if _is_in(existing, row.proposal, who):
            known += 1
            continue
        d = _decided(row, latest[row.proposal.year], who)
        if isinstance(d, Mistake):
            refused.append(d)
            continue
        number, before = first.setdefault((d.unit, d.year, d.rule), (row.number, d))
        if same(before) != same(d):
            refused.append(Mistake(row.number, column("action"), *_twice(number)))
        else:
            wanted.append(d)
    once = {same(d): d for d in wanted}
    added = ledger.add_new(once.values())
    return Imported(added, known + len(wanted) - len(added), tuple(sorted(refused)))


def _is_in(existing: Collection[object], p: Proposal, who: str) -> bool:
    """Tell whether the ledger has a row already: it stays true when the report has changed since."""
    return (p.unit, p.year, p.rule, p.action, p.new, p.reason, p.who or who, p.digest) in existing


def _decided(row: Row, latest: Mapping[str, Seen], who: str) -> Decision | Mistake:
    p = row.proposal
    seen = latest.get(p.unit)
    if seen is None:
        what = Words(f"{p.year}年度没有“{p.unit}”这个单位", f"no unit “{p.unit}” in {p.year}")
        return Mistake(row.number, column("unit"), what, near_names(p.unit, latest))
    found = decision_of(p._replace(who=p.who or who), seen)
    if isinstance(found, Refusal):
        return Mistake(row.number, column(found.field), found.what, found.hint)
    return found


def _twice(number: int) -> tuple[Words, Words]:
    what = Words(f"和第{number}行说的是同一项，意见不同", f"row {number} decides the same differently")
    return what, Words("请只留一行", "Keep one of them")

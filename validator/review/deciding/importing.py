"""A filled sheet of decisions against the ledger: what is new, what cannot be taken and why."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from validator.evidence import without_numbers
from validator.model.decision import Decision, Seen
from validator.model.pack import Rule
from validator.renderers.wording import shown
from validator.review.deciding.decisions import (
    ACTIONS,
    AGREED,
    Matter,
    day_of,
    matter_of,
    newest,
    outcome_words,
    same,
    unacceptable,
    withdrawn,
)
from validator.review.deciding.ledger import Ledger
from validator.review.deciding.proposals import Proposal, Refusal, decision_of, near_names
from validator.review.deciding.rows import TOGETHER, Emptied, Mistake, Row, column, matched
from validator.review.deciding.sheet import Sheet
from validator.words import Words


class Imported(NamedTuple):
    """*added*: new in the ledger, with their ids; *known*: rows that say nothing new; *refused*, in order of rows.

    *cleared*: rows that showed a decision and no longer do, which takes nothing back.
    """

    added: tuple[Decision, ...]
    known: int
    refused: tuple[Mistake, ...]
    cleared: tuple[Mistake, ...] = ()


RulesOf = Callable[[str], Mapping[str, Rule]]
"""The id of a pack → its rules by id, as far as they are known."""


def imported(sheet: Sheet, ledger: Ledger, who: str = "", rules_of: RulesOf = lambda _: {}) -> Imported:
    """Append what *sheet* decides, all in one transaction; *who*: the reviewer where a row names none.

    A row that still is as the workbook was made, or that was taken in before, says nothing, so that a sheet can be
    taken in twice. One that says something else than a decision that came after the sheet was made is refused: it
    would replace what its reviewer never saw. *rules_of*: for workbooks of older versions, and for words.
    """
    latest = {year: ledger.latest(year) for year in ledger.years()}
    refused = list(sheet.mistakes)
    cleared: list[Mistake] = []

    def choose(there: Sequence[Decision]) -> Iterator[Decision]:
        by_id = {d.id: d for d in there}
        desk = _Desk(latest, newest(there), by_id, _about(there), withdrawn(there), who, rules_of)
        taken: dict[Matter, tuple[int, Decision]] = {}
        cleared.extend(mistake for row in sheet.emptied if (mistake := _cleared(row, desk)))
        for row in sheet.rows:
            found = _told(row, desk, taken)
            if isinstance(found, Mistake):
                refused.append(found)
            elif found:
                yield found

    added = ledger.add_chosen(choose)
    known = len(sheet.rows) + len(sheet.mistakes) - len(added) - len(refused)
    return Imported(added, known, tuple(sorted(refused)), tuple(cleared))


class _Desk(NamedTuple):
    """What lies beside the sheet. *counting*: the newest decisions; *about*: all, by what they are about; *back*: id →
    the one that took it back.
    """

    latest: Mapping[int, Mapping[str, Seen]]
    counting: Mapping[Matter, Decision]
    all: Mapping[int, Decision]
    about: Mapping[Matter, Sequence[Decision]]
    back: Mapping[int, Decision]
    who: str
    rules_of: RulesOf


def _about(decisions: Sequence[Decision]) -> Mapping[Matter, Sequence[Decision]]:
    found: dict[Matter, list[Decision]] = {}
    for d in decisions:
        found.setdefault(matter_of(d), []).append(d)
    return found


def _told(row: Row, desk: _Desk, taken: dict[Matter, tuple[int, Decision]]) -> Decision | Mistake | None:
    """Return what a row decides or why it cannot be taken; None where it says nothing new."""
    p = row.proposal._replace(who=row.proposal.who or desk.who, reason=without_numbers(row.proposal.reason))
    matter = p.unit, p.year, p.rule
    said = max((d for d in desk.about.get(matter, ()) if _is(p, d)), key=lambda d: d.id, default=None)
    if said and said.id >= row.known:  # it shows that decision, or became it when the sheet was taken in before
        new = said.id > row.known and said.id in desk.back
        return _undone(row.number, p.unit, desk.back[said.id]) if new else None
    d = _strayed(row, desk) or _decided(row.number, p, desk)
    if isinstance(d, Mistake):
        return d
    last = desk.counting.get(matter)
    if last and last.id > row.known and (last.digest, last.old) == (d.digest, d.old):  # else it has lapsed
        agreed = (last.action, last.new, _read(last.reason)) == (d.action, d.new, _read(d.reason))
        return (
            None
            if agreed
            else Mistake(row.number, column("action"), _later(last, _rule(desk, matter)), _look_first(p.unit))
        )
    number, before = taken.setdefault(matter, (row.number, d))
    if before is d:
        return d
    return None if same(before) == same(d) else Mistake(row.number, column("action"), *_twice(number))


def _strayed(row: Row, desk: _Desk) -> Mistake | None:
    """Tell where the codes of a row are of another one: made with another's decision, or naming another rule.

    What a workbook of today says of itself was asked when it was read.
    """
    p, made_with = row.proposal, desk.all.get(row.known)
    if made_with and matter_of(made_with) != (p.unit, p.year, p.rule):
        what = Words(f"{row.known}号决定不是这一项的", f"decision {row.known} is not about this")
        return Mistake(row.number, column("known"), what, TOGETHER)
    rule = _rule(desk, (p.unit, p.year, p.rule)) if row.element else None
    if rule is None or matched(row.element) in map(matched, (rule.id, *rule.title)):
        return None
    what = Words(
        f"“{row.element}”和后面的代码对不上，代码是“{rule.title.zh}”的",
        f"“{row.element}” does not fit the codes behind, which are of “{rule.title.en}”",
    )
    return Mistake(row.number, column("element"), what, TOGETHER)


def _rule(desk: _Desk, matter: Matter) -> Rule | None:
    unit, year, rule = matter
    seen = desk.latest.get(year, {}).get(unit)
    return desk.rules_of(seen.pack).get(rule) if seen else None


def _is(p: Proposal, d: Decision) -> bool:
    """Tell whether a row says what *d* does, of the same text: that stays true when the report has changed since."""
    alike = (p.action, p.new, p.digest, p.old) == (d.action, d.new, d.digest, d.old)
    return alike and (_read(p.reason), _read(p.who)) == (_read(d.reason), _read(d.who))


def _read(text: str) -> str:
    """Return a reason or a name as it is compared: as the workbook shows it; what stands for no reason is none."""
    plain = " ".join(" ".join(map(shown, text.splitlines())).split())
    return "" if plain in AGREED else plain


def _cleared(row: Emptied, desk: _Desk) -> Mistake | None:
    """Tell of a row that showed a decision, as long as one counts; one that had lapsed was not shown."""
    d = desk.all.get(row.known)
    counts = desk.counting.get(matter_of(d)) if d and d.unit == row.unit else None
    if d is None or counts is None or {(x.digest, x.old) for x in (d, counts)} != {(row.digest, row.old)}:
        return None
    seen = desk.latest[d.year].get(d.unit)
    if seen is None or (d.action == "accept" and unacceptable(seen.standing)):
        return None
    who, day = shown(counts.who), day_of(counts.at)
    what = Words(
        f"“意见”已清空，但{counts.id}号决定（{who}，{day}）没有撤回",
        f"the opinion was emptied, but decision {counts.id} ({who}, {day}) was not withdrawn",
    )
    year = "" if d.year == max(desk.latest) else f" --year {d.year}"
    command = f"chaque decide {_typed(d.unit)} withdraw {counts.id}{year}"
    hint = Words(
        f"要撤回请用 {command} --because 理由 --by 姓名", f"To withdraw it: {command} --because TEXT --by NAME"
    )
    return Mistake(row.number, column("action"), what, hint)


def _typed(unit: str) -> str:
    """Return a unit as it is typed in a command: between quotes where a shell would read its signs."""
    return shlex.quote(shown(unit)) if re.search(r"[^\w（）、·—-]", shown(unit)) else shown(unit)


def _decided(number: int, p: Proposal, desk: _Desk) -> Decision | Mistake:
    latest = desk.latest.get(p.year, {})
    seen = latest.get(p.unit)
    if seen is None:
        what = Words(f"{p.year}年度没有“{p.unit}”这个单位", f"no unit “{p.unit}” in {p.year}")
        return Mistake(number, column("unit"), what, near_names(p.unit, latest))
    found = decision_of(p, seen, desk.rules_of(seen.pack).get(p.rule))
    if isinstance(found, Refusal):
        return Mistake(number, column(found.field), found.what, found.hint)
    return found


def _later(last: Decision, rule: Rule | None) -> Words:
    """Return who decided otherwise after the sheet was made, when and what."""
    action, new = ACTIONS[last.action], outcome_words(last.new, rule)
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
        f"请先看 chaque history {_typed(unit)}，确认后用 chaque decide 写明",
        f"Look at chaque history {_typed(unit)} first, then use chaque decide",
    )


def _twice(number: int) -> tuple[Words, Words]:
    what = Words(f"和第{number}行说的是同一项，意见不同", f"row {number} decides the same differently")
    return what, Words("请只留一行", "Keep one of them")

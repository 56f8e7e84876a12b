"""The sheet 复核意见: what reviewers fill in, and what ``chaque decide`` reads back from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from validator.checks import about_sending
from validator.model.decision import Decision
from validator.model.pack import Pack, Rule
from validator.model.result import Assessment
from validator.model.review import Review, UnitReview
from validator.renderers import wording as w
from validator.renderers.workbook import Book, Column, Marked, Table, Value
from validator.review.deciding.decisions import reason_said
from validator.review.deciding.rows import (
    FIELDS,
    HEADERS,
    NEW_WORDS,
    OPINIONS,
    OUTCOME_WORDS,
    SHEET,
    WHOLE,
    new_words,
    origin,
)
from validator.review.outputs.judged import Judged, assessed, below, counted, judged, message
from validator.review.outputs.saying import STANDINGS, decided
from validator.review.outputs.sheets.units import LOOKS
from validator.scoring import by_machine
from validator.words import Lang, Words, say

_WIDTHS = (20, 6, 22, 12, 44, 8, 8, 36, 10, 8, 8, 8, 6, 6)
_COLUMNS = tuple(Column(head, width) for head, width in zip(HEADERS, _WIDTHS, strict=True))
_PRINTED = FIELDS.index("who")
"""The last column that is printed; the codes behind it are for the program."""


def opinions(book: Book, review: Review) -> Table:
    """Add the sheet: for each unit's own file a row for the whole, then one for each rule that needs a person."""
    rows = (row for u in review.units for row in _rows(u, review, book.lang))
    table = book.table(SHEET, _COLUMNS, rows, fixed=1)
    sheet, first, last = table.sheet, table.top + 1, table.last
    sheet.print_area(table.top, 0, last, _PRINTED)
    sheet.ignore_errors({"number_stored_as_text": f"J1:N{last + 1}"})  # codes are texts
    for field, choices, hint in (("action", OPINIONS.values(), _OPINION), ("new", NEW_WORDS, _NEW)):
        at, words = FIELDS.index(field), [say(c, book.lang) for c in choices]
        sheet.data_validation(first, at, last, at, _choice(words, hint, book.lang))
    return table


def _choice(words: list[str], hint: Words, lang: Lang) -> dict[str, Any]:
    wrong = Words("请从列表中选", "Choose from the list")
    return {"validate": "list", "source": words, "input_message": say(hint, lang), "error_message": say(wrong, lang)}


_OPINION = Words(
    "全文：接受或退回。单项：维持或更正。除了维持，都要写理由。",
    "Whole: accept or return. Rule: confirm or correct. All but confirm need a reason.",
)
_NEW = Words("只有更正才填。", "Only for a correction.")


def _rows(u: UnitReview, review: Review, lang: Lang) -> Iterator[list[Value]]:
    if u.current is None:
        return
    a, digest = u.current.submission.assessment, u.current.submission.digest
    name, about = w.shown(u.unit.name), w.said(u.current.why, lang)
    if counted(u):
        about = _lacking(a, review.packs[a.pack], lang)
    found = _machine(a, lang) if counted(u) or not assessed(u) else say(STANDINGS[u.standing], lang)
    whole: list[Value] = [Marked(name, "group"), review.year]
    whole += [Marked(text, "group") for text in (say(WHOLE, lang), found, about)]
    yield [*whole, *_filled(decided(u), None, lang), *_aside("", digest, ""), _made_with(u), _origin(whole, lang)]
    for j in judged(u, review):
        if (below(j) or j.decision) and not about_sending(j.rule):
            outcome = Marked(w.outcome(j.machine, lang, j.rule), _look(j))
            row: list[Value] = [name, review.year, w.said(j.rule.title, lang), outcome]
            said = w.said(j.result.message, lang) if j.decision else message(j, lang)
            codes = [*_aside(j.rule.id, digest, j.machine), _made_with(u, j.rule.id), _origin(row, lang)]
            yield [*row, said, *_filled(j.decision, j.rule, lang), *codes]


def _machine(a: Assessment, lang: Lang) -> str:
    """Return verdict and score before any decision."""
    score = a.machine.score if a.machine else a.score
    return f"{w.verdict(a.machine or a, lang)} {w.score(score)}" if score else w.verdict(a, lang)


def _lacking(a: Assessment, pack: Pack, lang: Lang) -> str:
    """Return what the machine misses, and where corrections have changed verdict or score what these are now."""
    if a.machine is None:
        return w.lacking(a, pack, lang)
    results = tuple(r._replace(outcome=by_machine(r)) for r in a.results)
    lacking = w.lacking(a._replace(results=results, missing=a.machine.missing), pack, lang)
    if (a.verdict, a.score) == (a.machine.verdict, a.machine.score):
        return lacking
    now = f"{w.verdict(a, lang)} {w.score(a.score)}"
    corrected = w.text(f"更正后：{now}", f"corrected: {now}", lang)
    return w.text("。", ". ", lang).join(filter(None, (lacking, corrected)))


def _look(j: Judged) -> str:
    look = LOOKS.get(j.machine, "none")
    return "half" if look == "bad" and j.rule.role == "unscored" else look


def _filled(d: Decision | None, rule: Rule | None, lang: Lang) -> list[Value]:
    """Return what was decided, as it would be filled in by hand; read back, it is nothing new."""
    if d is None or d.action == "withdraw":
        return [Marked("", "input")] * 4
    new = say(new_words(d.new, rule), lang) if rule and d.new in OUTCOME_WORDS else ""
    cells = (say(OPINIONS[d.action], lang), new, _lines(reason_said(d, lang)), w.shown(d.who))
    return [Marked(cell, "input") for cell in cells]


def _lines(text: str) -> str:
    return "\n".join(map(w.shown, text.splitlines()))


def _made_with(u: UnitReview, rule: str = "") -> Marked:
    """Return the id of the newest decision about *rule*, be it lapsed: whoever fills in the row has it before them."""
    found = [d.id for d in (*u.decisions, *(x.decision for x in u.lapsed)) if d.rule == rule]
    return Marked(str(max(found, default=0)), "aside")


def _origin(row: Sequence[Value], lang: Lang) -> Marked:
    unit, _, element = (cell.text if isinstance(cell, Marked) else str(cell) for cell in row[:3])
    return Marked(origin(unit, element, lang), "aside")


def _aside(*codes: str) -> list[Value]:
    return [Marked(w.shown(code), "aside") for code in codes]

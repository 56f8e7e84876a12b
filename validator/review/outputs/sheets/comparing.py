"""The table of the workbook that compares each unit's report with that of the year before."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.result import Evidence
from validator.model.review import Review, UnitReview, YearBefore
from validator.renderers import wording as w
from validator.renderers.places import place
from validator.renderers.workbook import Book, Column, Marked, Share, Table, Value
from validator.review.outputs import saying as s
from validator.review.outputs.judged import counted
from validator.review.outputs.sheets.units import LOOKS, UNIT, file
from validator.words import Lang, Words, say

_YEARS = (
    *(UNIT._replace(width=18), Column(Words("事项", "What"), 11), Column(Words("上年位置", "Where then"), 10)),
    Column(Words("上年", "Then"), 48),
    Column(Words("结果", "Result"), 11),
    Column(Words("今年位置", "Where now"), 10),
    Column(Words("今年", "Now"), 48),
    Column(Words("相似度", "Alike"), 7),
)


def years(book: Book, review: Review) -> Table:
    """Add the sheet that compares each unit with the year before."""
    rows = (row for u in review.units if u.before for row in _year(u, u.before, review, book.lang))
    return book.table(Words("对比", "Year over year"), _YEARS, rows, fixed=2)


def _year(u: UnitReview, b: YearBefore, review: Review, lang: Lang) -> Iterator[list[Value]]:
    name = w.shown(u.unit.name)
    a, then = counted(u), b.filed.submission.assessment
    yield [Marked(cell, "group") for cell in (name, *_scores(w.score(then.score), w.score(a and a.score), b, lang))]
    for task in b.announced:
        word = Marked(say(s.TASKS[task.outcome], lang), LOOKS[task.outcome])
        what = w.text("上年安排", "announced", lang)
        yield [name, what, *_at(task.task, lang), word, *_at(task.echo, lang), Share(task.share) if task.echo else None]
    for r in b.repeated:
        word = Marked(w.text("重复", "repeated", lang), "half")
        what = w.text("不足", "shortcoming", lang)
        yield [name, what, *_at(r.there, lang), word, *_at(r.here, lang), Share(r.alike / 100)]
    titles = {rule.id: w.said(rule.title, lang) for pack in review.packs.values() for rule in pack.rules}
    for rules, words, look in (
        (b.gained, Words("补上了", "now there"), "good"),
        (b.lost, Words("又缺了", "lost"), "bad"),
    ):
        for rule in rules:
            what = w.text("要素", "element", lang)
            yield [name, what, "", titles.get(rule, w.shown(rule)), Marked(say(words, lang), look), "", "", None]


def _scores(then: str, now: str, b: YearBefore, lang: Lang) -> list[str]:
    copied = (
        w.text(f"与上年相同或相近{s.percent(b.copied)}", f"{s.percent(b.copied)} (nearly) the same", lang)
        if b.copied
        else ""
    )
    what, path = w.text("得分", "score", lang), file(b.filed)
    return [
        what,
        "",
        w.text(f"{then}（{path}）", f"{then} ({path})", lang),
        "",
        "",
        " ".join([now, copied]).strip(),
        "",
    ]


def _at(e: Evidence | None, lang: Lang) -> list[Value]:
    return [w.shown(place(e, lang)), w.quotation(e.text)] if e else ["", ""]

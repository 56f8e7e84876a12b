"""The first sheet of the workbook: one page for the superior, with figures on the left and charts on the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from validator.model.review import Review
from validator.renderers import wording as w
from validator.renderers.workbook import Book, Marked, Share, Value
from validator.review.outputs import saying as s
from validator.review.outputs.sheets import charts
from validator.review.outputs.tally import Tally, bands, elements, tally
from validator.words import Lang, Words, say

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = (25, *(8,) * 6, 2)
"""Of the columns with figures; the charts stand to the right of them."""
_RIGHT = 16
"""The last column that is printed."""
_HEIGHT = 19.5
"""Points of a row with figures."""
_SHOWN = 24
"""Elements in the chart and on the page; a pack with more of them would make both unreadable."""


def front(book: Book, review: Review) -> None:
    """Add the first sheet: one A4 page, landscape."""
    sheet = book.workbook.add_worksheet(w.text("汇总", "Overview", book.lang))
    for i, width in enumerate(_WIDTHS):
        sheet.set_column(i, i, width)
    sheet.set_column(len(_WIDTHS), _RIGHT, 9)
    counts = tally(review)
    _heading(book, sheet, review, counts)
    sending = _figures(book, sheet, 4, Words("报送", "Sending"), _sending(counts), counts.asked)
    quality = _figures(book, sheet, sending[1] + 2, Words("内容", "Contents"), _quality(counts), counts.sent)
    scores = _scores(book, sheet, quality[1] + 2, review)
    listed = _elements(book, sheet, scores + 2, review)
    last = _remarks(book, sheet, listed[1] + 2, review)
    charts.standings(book, sheet, (4, len(_WIDTHS)), sending)
    charts.scores(book, sheet, (sending[1] + 2, len(_WIDTHS)), scores)
    charts.elements(book, sheet, (scores + 1, len(_WIDTHS)), listed)
    _one_page(sheet, last)


def _heading(book: Book, sheet: Worksheet, review: Review, t: Tally) -> None:
    lang = book.lang
    name = s.report(review, lang)
    book.put(sheet, 0, 0, w.text(f"{name}审核情况汇总", f"{name}: review", lang), "title")
    about = [w.shown(review.office), s.day(review.day, lang)]
    book.put(sheet, 1, 0, w.text("　", " · ", lang).join(part for part in about if part), "plain")
    book.put(sheet, 2, 0, sentence(t, lang), "plain")
    sheet.set_row(0, 28)
    sheet.set_row(1, 20)
    sheet.set_row(2, 20)
    sheet.set_row(3, 8)


def sentence(t: Tally, lang: Lang) -> str:
    """Return the result of a review in one sentence."""
    none = t.asked - t.sent
    zh = [f"名册{t.roster}个单位，应报{t.asked}个，已报{t.sent}个（逾期{t.late}个），没有收到有效报告{none}个"]
    zh.append(f"已报的{t.sent}份中，齐全{t.complete}份、不齐全{t.incomplete}份、没有全部判明{t.undecided}份")
    zh.append(f"与别的报告雷同的{t.copied}份")
    en = (
        f"{t.roster} units on the roster, {t.asked} asked, {t.sent} sent ({t.late} late), {none} without a valid report"
    )
    verdicts = f"{t.complete} complete, {t.incomplete} incomplete, {t.undecided} undecided"
    en += f"; of {t.sent} sent, {verdicts}; {t.copied} with copied text."
    return w.text("；".join(zh) + "。", en, lang)


def _sending(t: Tally) -> list[tuple[Words, int]]:
    return [(words, t.standings.get(standing, 0)) for standing, words in s.STANDINGS.items()]


def _quality(t: Tally) -> list[tuple[Words, int]]:
    return [
        (Words("齐全", "complete"), t.complete),
        (Words("不齐全", "incomplete"), t.incomplete),
        (Words("没有全部判明", "undecided"), t.undecided),
        (Words("逾期", "late"), t.late),
        (Words("报送日期不明", "day of sending unknown"), t.undated),
        (Words("有雷同文字", "with copied text"), t.copied),
        (Words("已接受", "accepted"), t.accepted),
        (Words("已退回", "returned"), t.returned),
        (s.AGAIN, t.again),
    ]


def _figures(
    book: Book, sheet: Worksheet, top: int, title: Words, figures: Sequence[tuple[Words, int]], of: int
) -> tuple[int, int]:
    """Write a small table of counts and shares of *of*; return its first and last row."""
    share = Words("占应报", "of asked") if top == 4 else Words("占已报", "of sent")
    heads = [say(words, book.lang) for words in (title, Words("单位数", "Units"), share)]
    _line(book, sheet, top, [Marked(head, "head") for head in heads])
    for i, (words, count) in enumerate(figures, top + 1):
        exempt = words == s.STANDINGS["exempt"]
        _line(book, sheet, i, [say(words, book.lang), count, Share(count / of) if of and not exempt else None])
    return top + 1, top + len(figures)


def _line(book: Book, sheet: Worksheet, row: int, values: Sequence[Value]) -> None:
    for i, value in enumerate(values):
        book.put(sheet, row, i, value)
    sheet.set_row(row, _HEIGHT)


def _scores(book: Book, sheet: Worksheet, top: int, review: Review) -> int:
    """Write how many reports there are in each band of scores, side by side; return the row of the counts."""
    found = bands(review)
    title = w.text("得分", "Score", book.lang)
    _line(book, sheet, top, [Marked(title, "head"), *(Marked(say(words, book.lang), "head") for words, _ in found)])
    _line(book, sheet, top + 1, [w.text("报告份数", "Reports", book.lang), *(count for _, count in found)])
    return top + 1


def _elements(book: Book, sheet: Worksheet, top: int, review: Review) -> tuple[int, int]:
    """Write how many reports have each element; return the first and the last row."""
    lang = book.lang
    heads = (w.OUTCOMES["pass"], w.OUTCOMES["partial"], w.OUTCOMES["fail"], w.OUTCOMES["unknown"])
    more = (Words("不涉及", "n/a"), Words("齐全率", "In full"))
    title = w.text("要素（份）", "Element (reports)", lang)
    _line(book, sheet, top, [Marked(title, "head"), *(Marked(say(words, lang), "head") for words in (*heads, *more))])
    found = elements(review)[:_SHOWN]
    for i, e in enumerate(found, top + 1):
        asked = e.there + e.partly + e.missing + e.open
        counts = [e.there, e.partly, e.missing, e.open, e.spared]
        _line(book, sheet, i, [w.said(e.title, lang), *counts, Share(e.there / asked) if asked else None])
    return top + 1, top + max(len(found), 1)


def _remarks(book: Book, sheet: Worksheet, row: int, review: Review) -> int:
    """Say what is told elsewhere; return the last row."""
    if review.remarks:
        more = Words(
            f"另有{len(review.remarks)}条说明，见“文件”表末。", f"{len(review.remarks)} remarks: see the end of Files."
        )
        book.put(sheet, row, 0, say(more, book.lang), "quiet")
    packs = [f"{w.shown(p.id)} {w.shown(p.version)}" for p in review.packs.values()]
    rules = w.text("、", ", ", book.lang).join(packs)
    book.put(sheet, row + 1, 0, w.text(f"规则包：{rules}", f"Rules: {rules}", book.lang), "quiet")
    return row + 1


def _one_page(sheet: Worksheet, last: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.4)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 1)
    sheet.print_area(0, 0, last, _RIGHT)
    sheet.hide_gridlines(2)

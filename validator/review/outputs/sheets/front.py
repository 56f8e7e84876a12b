"""The first sheet of the workbook: one page for the superior, with figures on the left and charts on the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from validator.model.review import Review
from validator.renderers import wording as w
from validator.renderers.workbook import Book, Marked, Share, Value
from validator.review.outputs import saying as s
from validator.review.outputs.sheets import charts
from validator.review.outputs.tally import UNFIT, Tally, bands, elements, received, tally
from validator.words import Lang, Words, say

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = (26, *(8,) * 6, 2)
"""Least widths of the columns with figures; the charts stand to the right of them."""
_WIDEST = 44
"""Of the first column, which grows with its longest name."""
_RIGHT = 16
"""The last column that is printed."""
_HEIGHT = 18
"""Points of a row with figures."""
_SHOWN = 24
"""Elements in the chart and on the page; a pack with more of them would make both unreadable."""


def front(book: Book, review: Review) -> None:
    """Add the first sheet: one A4 page, landscape."""
    sheet = book.workbook.add_worksheet(w.text("汇总", "Overview", book.lang))
    for i, width in enumerate(_WIDTHS):
        sheet.set_column(i, i, width)
    sheet.set_column(0, 0, _first(review, book.lang))
    sheet.set_column(len(_WIDTHS), _RIGHT, 9)
    counts = tally(review)
    _heading(book, sheet, review, counts)
    sending = _figures(book, sheet, 4, _sending(counts))
    quality = _figures(book, sheet, sending[1] + 2, _quality(counts))
    handling = _figures(book, sheet, quality[1] + 2, _handling(counts))
    scores = _scores(book, sheet, handling[1] + 2, review)
    listed = _elements(book, sheet, scores + 2, review)
    last = _remarks(book, sheet, listed[1] + 2, review)
    charts.standings(book, sheet, (4, len(_WIDTHS)), (sending[0], sending[0] + len(s.GROUPS) - 1), sending[1])
    charts.scores(book, sheet, (sending[1] + 2, len(_WIDTHS)), scores)
    charts.elements(book, sheet, (scores + 1, len(_WIDTHS)), listed)
    _one_page(sheet, last)


def _first(review: Review, lang: Lang) -> float:
    """Return the width of the first column, in which no name of an element may be wrapped: its row has one line."""
    names = [w.said(e.title, lang) for e in elements(review)[:_SHOWN]]
    longest = max((sum(1.05 if c.isascii() else 1.95 for c in name) for name in names), default=0)
    return min(max(_WIDTHS[0], longest + 1), _WIDEST)


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
    zh = f"名册{t.roster}个单位，应报{t.asked}个：已报送{t.sent}个（逾期{t.late}个）"
    en = f"{t.roster} units on the roster, {t.asked} asked: {t.sent} sent ({t.late} late)"
    for words, count in _standings(t)[1:4]:
        if count:
            zh, en = f"{zh}，{words.zh}{count}个", f"{en}, {count} {words.en}"
    zh += f"；已报送的{t.sent}份中，齐全{t.complete}份、不齐全{t.incomplete}份、没有全部判明{t.undecided}份"
    en += f"; of {t.sent} sent, {t.complete} complete, {t.incomplete} incomplete, {t.undecided} undecided"
    return w.text(f"{zh}；有雷同文字的{t.copied}份。", f"{en}; {t.copied} with copied text.", lang)


class _Figures(NamedTuple):
    """A small table: what is counted, of how many units, and the name of that whole."""

    title: Words
    of: int
    share: Words
    rows: Sequence[tuple[Words, int]]


def _sending(t: Tally) -> _Figures:
    rows = [*_standings(t), *_unfit(t)]
    return _Figures(
        Words(f"报送（应报{t.asked}个）", f"Sending ({t.asked} asked)"), t.asked, Words("占应报", "of asked"), rows
    )


def _standings(t: Tally) -> list[tuple[Words, int]]:
    """Return the rows of the chart."""
    found: Counter[s.Group] = Counter()
    for standing, count in t.standings.items():
        found[s.group(standing)] += count
    return [(words, found[group]) for group, words in s.GROUPS.items()]


def _unfit(t: Tally) -> list[tuple[Words, int]]:
    """Return what does not count and why."""
    what, found = s.GROUPS["unfit"], ((s.STANDINGS[standing], t.standings.get(standing, 0)) for standing in UNFIT)
    return [(Words(f"{what.zh}：{words.zh}", f"{what.en}: {words.en}"), count) for words, count in found if count]


def _quality(t: Tally) -> _Figures:
    rows = [
        (Words("齐全", "complete"), t.complete),
        (Words("不齐全", "incomplete"), t.incomplete),
        (Words("没有全部判明", "undecided"), t.undecided),
        (Words("逾期", "late"), t.late),
        (Words("报送日期不明", "day of sending unknown"), t.undated),
        (Words("有雷同文字", "with copied text"), t.copied),
    ]
    return _Figures(
        Words(f"内容（已报送{t.sent}份）", f"Contents ({t.sent} sent)"), t.sent, Words("占已报送", "of sent"), rows
    )


def _handling(t: Tally) -> _Figures:
    """Return what was decided: about reports that count and about others, so that the whole is all that came."""
    of = received(t)
    rows = [
        (Words("已接受", "accepted"), t.accepted),
        (Words("已退回", "returned"), t.returned),
        (s.AGAIN, t.again),
        (Words("还没有处理", "nothing decided"), t.waiting),
    ]
    return _Figures(Words(f"处理（收到{of}个单位的）", f"Decisions ({of} came)"), of, Words("占收到", "of these"), rows)


def _figures(book: Book, sheet: Worksheet, top: int, figures: _Figures) -> tuple[int, int]:
    """Write a small table of counts and shares; return its first and last row."""
    heads = [say(words, book.lang) for words in (figures.title, Words("单位数", "Units"), figures.share)]
    _line(book, sheet, top, [Marked(head, "head") for head in heads])
    for i, (words, count) in enumerate(figures.rows, top + 1):
        share = Share(count / figures.of) if figures.of and words != s.GROUPS["exempt"] else None
        _line(book, sheet, i, [say(words, book.lang), count, share])
    return top + 1, top + len(figures.rows)


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
            f"另有{len(review.remarks)}条说明，见“文件”表末。",
            f"More remarks at the end of Files: {len(review.remarks)}.",
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

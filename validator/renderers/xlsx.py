"""A workbook for the county office: summary, counts of elements with a chart, details, checks, what was not checked."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from validator.model.pack import Pack, Rule
from validator.model.result import Assessment, Outcome, Result
from validator.model.run import Run
from validator.renderers import Options
from validator.renderers import wording as w
from validator.renderers.parts import parts
from validator.renderers.workbook import Book, Column, Marked, Table, Value, opened
from validator.words import Lang, Words, say

_STYLE = {"pass": "good", "partial": "half", "fail": "bad", "unknown": "open", "error": "open"}
_STYLE |= {"complete": "good", "incomplete": "bad", "undecided": "open"}
_FILE, _UNIT = Column(Words("文件", "File"), 30), Column(Words("单位", "Unit"), 20)
_SUMMARY = (
    *(_FILE, _UNIT),
    Column(Words("报告年度", "Year"), 6),
    Column(Words("成文日期", "Issued"), 11),
    Column(Words("得分", "Score"), 7),
    Column(Words("最高可能", "At most"), 7),
    Column(Words("结论", "Verdict"), 14),
    Column(Words("齐全项数", "In full"), 6),
    Column(Words("应有项数", "Asked"), 6),
    Column(Words("缺少或不全", "Missing or in part"), 50),
)
_BEFORE = (
    Column(Words("审核决定前得分", "Score before decisions"), 10),
    Column(Words("审核决定前结论", "Verdict before decisions"), 13),
)
_SCORE = 4
"""The column of the score in the summary."""
_RESULT = Column(Words("结论", "Result"), 8)
_FOUND = (
    Column(Words("位置", "Where"), 10),
    Column(Words("原文", "Quotation"), 28),
    Column(Words("说明", "Message"), 28),
    Column(Words("怎么补", "What to write"), 32),
    Column(Words("已知", "Known"), 5),
    Column(Words("审核决定", "Decision"), 20),
)
_POINTS = (Column(Words("得分", "Points"), 6), Column(Words("分值", "Of"), 6))
_DETAILS = (_FILE, _UNIT, Column(Words("要素", "Element"), 20), _RESULT, *_POINTS, *_FOUND)
_CHECKS = (_FILE, _UNIT, Column(Words("核对事项", "Check"), 20), _RESULT, *_FOUND)
_UNREAD = (_FILE._replace(width=50), Column(Words("结论", "Verdict"), 14), Column(Words("原因", "Reason"), 70))
_ELEMENT = Column(Words("要素", "Element"), 34)
_RULES = (
    Column(Words("要素或核对事项", "Element or check"), 34),
    _POINTS[1],
    Column(Words("为什么", "Why"), 50),
    Column(Words("依据", "Source"), 60),
)
_HATCHED = {"pattern": "light_upward_diagonal", "fg_color": "#8C8C8C", "bg_color": "white"}
_BARS: Sequence[tuple[Words, tuple[Outcome, ...], dict[str, Any]]] = (
    (w.OUTCOMES["pass"], ("pass",), {"fill": {"color": "#CFE3D4"}}),
    (w.OUTCOMES["partial"], ("partial",), {"fill": {"color": "#F2B84B"}}),
    (w.OUTCOMES["fail"], ("fail",), {"fill": {"color": "#A3261E"}}),
    (w.OUTCOMES["unknown"], w.OPEN, {"fill": {"color": "#8E90BC"}}),
    (Words("不涉及或免除", "n/a or waived"), ("not_applicable", "waived"), {"pattern": _HATCHED}),
)


def render(run: Run, options: Options) -> bytes:
    """Return a workbook for Excel, WPS and LibreOffice; the same run gives the same bytes."""
    lang = options.lang
    out = io.BytesIO()
    about = {"title": w.heading(run, lang), "author": "chaque", "comments": w.made_by(run, lang)}
    with opened(out, about, lang) as book:
        _summary(book, run)
        if sum(a.status == "assessed" for a in run.assessments) > 1:
            _elements(book, run)
        book.table(Words("明细", "Details"), _DETAILS, _details(run, lang))
        book.table(Words("核对", "Checks"), _CHECKS, _checks(run, lang))
        book.table(Words("未能检查", "Not checked"), _UNREAD, _unread(run, lang))
        book.table(Words("规则", "Rules"), _RULES, _rules(run, lang))
    return out.getvalue()


def _summary(book: Book, run: Run) -> None:
    lang = book.lang
    decided = any(a.machine for a in run.assessments)
    columns = (*_SUMMARY, *_BEFORE) if decided else _SUMMARY
    rows = ([*_row(a, run.packs[a.pack], lang), *(_before(a, lang) if decided else ())] for a in run.assessments)
    table = book.table(Words("汇总", "Summary"), columns, rows, top=4)
    sheet = table.sheet
    book.put(sheet, 0, 0, w.heading(run, lang), "title")
    book.put(sheet, 1, 0, w.totals(run.assessments, lang), "plain")
    book.put(sheet, 2, 0, w.made_by(run, lang), "quiet")
    bar = {"type": "data_bar", "bar_color": "#B8C9DA", "bar_solid": True, "data_bar_2010": True}
    limits = {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": 100}
    sheet.conditional_format(table.top + 1, _SCORE, table.last, _SCORE, {**bar, **limits})
    _remarks(book, run, table, len(columns) - 1)


def _remarks(book: Book, run: Run, table: Table, right: int) -> None:
    """Write below the summary what there is to say about the run."""
    notes = [w.said(remark, book.lang) for remark in run.remarks]
    notes += [
        f"{w.path(a)}：{w.said(n, book.lang)}" for a in run.assessments if a.status == "assessed" for n in a.notes
    ]
    for i, note in enumerate(notes):
        book.put(table.sheet, table.last + 2 + i, 0, note, "plain")
    if notes:
        more = Words(f"表后有{len(notes)}条说明。", f"{len(notes)} remarks below the table.")
        book.put(table.sheet, 3, 0, say(more, book.lang), "plain")
        table.sheet.print_area(0, 0, table.last + 1 + len(notes), right)


def _row(a: Assessment, pack: Pack, lang: Lang) -> list[Value]:
    f, score = w.facts(a), a.score
    verdict = Marked(w.verdict(a, lang), _STYLE.get(a.verdict or "", "none"))
    missing = w.lacking(a, pack, lang) or w.said(a.reason, lang)
    about: list[Value] = [w.path(a), w.shown(f.unit or ""), f.report_year, w.shown(f.issued_on or "")]
    if score is None:
        return [*about, None, None, verdict, None, None, missing]
    at_most = score.high if score.high != score.low else None
    return [*about, score.low, at_most, verdict, score.met, score.asked, missing]


def _before(a: Assessment, lang: Lang) -> list[Value]:
    if a.machine is None:
        return [None, None]
    score = a.machine.score
    number: Value = score.value if score.low == score.high else w.score(score)
    return [number, Marked(w.verdict(a.machine, lang), _STYLE[a.machine.verdict])]


def _elements(book: Book, run: Run) -> None:
    """Count for each element how many reports have it, with a chart."""
    columns = (_ELEMENT, *(Column(title, 14) for title, _, _ in _BARS))
    table = book.table(Words("要素统计", "Elements"), columns, _counted(run, book.lang))
    chart = book.workbook.add_chart({"type": "bar", "subtype": "stacked"})
    name, first = table.sheet.get_name(), table.top + 1
    for i, (title, _, look) in enumerate(_BARS, 1):
        names, values = [name, first, 0, table.last, 0], [name, first, i, table.last, i]
        labels = {"value": True, "num_format": "0;;;", "font": {"color": "white" if look == _BARS[2][2] else "black"}}
        line = {"border": {"color": "#7F7F7F", "width": 0.5}, "gap": 40, "data_labels": labels}
        chart.add_series({"name": say(title, book.lang), "categories": names, "values": values, **look, **line})
    chart.set_title(
        {"name": w.text("各要素齐全情况（份）", "Reports by element", book.lang), "name_font": {"size": 12}}
    )
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    chart.set_x_axis({"num_format": "0", "major_gridlines": {"visible": False}, "visible": False})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 740, "height": 120 + 34 * (table.last - table.top)})
    table.sheet.insert_chart(table.last + 2, 0, chart)
    table.sheet.print_area(0, 0, table.last + 10 + 2 * (table.last - table.top), len(columns) - 1)
    table.sheet.fit_to_pages(1, 1)


def _counted(run: Run, lang: Lang) -> Iterator[list[Value]]:
    found: dict[tuple[str, str], Counter[Outcome]] = {}
    titles: dict[tuple[str, str], str] = {}
    for a in run.assessments:
        for rule, r in parts(a, run.packs[a.pack]).elements:
            key = (a.pack, r.rule)
            titles.setdefault(key, w.said(rule.title, lang))
            found.setdefault(key, Counter())[r.outcome] += 1
    for key, counts in found.items():
        yield [titles[key], *(sum(counts[o] for o in outcomes) for _, outcomes, _ in _BARS)]


def _details(run: Run, lang: Lang) -> Iterator[list[Value]]:
    for a in run.assessments:
        for rule, r in parts(a, run.packs[a.pack]).elements:
            points = None if r.credit is None else rule.weight * r.credit / 100
            yield [*_about(a, rule, r, lang), points, rule.weight, *_found(rule, r, lang)]


def _checks(run: Run, lang: Lang) -> Iterator[list[Value]]:
    for a in run.assessments:
        for rule, r in parts(a, run.packs[a.pack]).others:
            if r.outcome in w.BELOW or r.waived:
                yield [*_about(a, rule, r, lang), *_found(rule, r, lang)]


def _about(a: Assessment, rule: Rule, r: Result, lang: Lang) -> list[Value]:
    style = _STYLE.get(r.outcome, "none")
    result = Marked(w.outcome(r.outcome, lang, rule), "half" if style == "bad" and rule.role == "unscored" else style)
    return [w.path(a), w.shown(w.facts(a).unit or ""), w.said(rule.title, lang), result]


def _found(rule: Rule, r: Result, lang: Lang) -> list[Value]:
    known = w.text("是", "yes", lang) if r.known else ""
    seen = [w.places(r, lang), w.quotes(r, lang), w.said(r.message, lang)]
    return [*seen, w.fix(rule, r, lang), known, w.decision(rule, r, lang)]


def _unread(run: Run, lang: Lang) -> Iterator[list[Value]]:
    for a in run.assessments:
        if a.status != "assessed":
            why = [w.said(a.reason, lang), *(w.said(note, lang) for note in a.notes)]
            yield [w.path(a), w.verdict(a, lang), "\n".join(part for part in why if part)]


def _rules(run: Run, lang: Lang) -> Iterator[list[Value]]:
    for pack in run.packs.values():
        for rule in pack.rules:
            weight = rule.weight if rule.role == "scored" else None
            yield [w.said(rule.title, lang), weight, w.said(rule.why, lang), w.source(rule, lang)]

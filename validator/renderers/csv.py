"""One row per report and rule, for spreadsheets and filters: UTF-8 with a byte order mark, every cell quoted."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from validator.model.pack import Pack, Rule
from validator.model.result import Assessment, Result
from validator.model.run import Run
from validator.renderers import Options
from validator.renderers import wording as w
from validator.scoring import paired
from validator.words import Lang, Words, say

Value = str | int | float | None

_COLUMNS = (
    Words("文件", "File"),
    Words("单位", "Unit"),
    Words("报告年度", "Year"),
    Words("成文日期", "Issued"),
    Words("结论", "Verdict"),
    Words("得分", "Score"),
    Words("最高可能", "Highest possible"),
    Words("审核决定前结论", "Verdict before decisions"),
    Words("审核决定前得分", "Score before decisions"),
    Words("类别", "Kind of row"),
    Words("规则", "Rule"),
    Words("要素或核对事项", "Element or check"),
    Words("结果", "Result"),
    Words("完成比例", "Credit"),
    Words("得到分值", "Points"),
    Words("分值", "Of"),
    Words("位置", "Where"),
    Words("原文", "Quotation"),
    Words("说明", "Message"),
    Words("怎么补", "What to write"),
    Words("依据", "Source"),
    Words("已知", "Known"),
    Words("审核决定", "Decision"),
)
_ELEMENT = Words("要素", "element")
_CHECK = Words("核对", "check")
_NOT_CHECKED = Words("未能检查", "not checked")
_NOTE = Words("说明", "note")
_YES = Words("是", "yes")
_KIND, _MESSAGE = 9, 18
"""Columns of rows that belong to no rule."""

_MAX_CELL = 32_000  # characters; Excel takes 32,767
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")


def render(run: Run, options: Options) -> bytes:
    """Return a header, a row for each rule of each report, and rows for what else there is to say."""
    lang = options.lang
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([say(column, lang) for column in _COLUMNS])
    for a in run.assessments:
        writer.writerows([_cell(v) for v in row] for row in _rows(a, run.packs[a.pack], lang))
    for remark in run.remarks:
        writer.writerow([_cell(v) for v in _line("", _NOTE, remark, lang)])
    return ("\ufeff" + out.getvalue()).encode("utf-8", "backslashreplace")


def _cell(value: Value) -> str:
    """Return *value* as it is written. Text that a spreadsheet would take for a formula gets an apostrophe."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return f"{value:.6g}" if isinstance(value, float) else str(value)
    value = value if len(value) <= _MAX_CELL else f"{value[:_MAX_CELL]}…"
    return f"'{value}" if value[:1] in _FORMULA or value.lstrip()[:1] in _FORMULA else value


def _rows(a: Assessment, pack: Pack, lang: Lang) -> Iterator[Sequence[Value]]:
    about = _about(a, lang)
    if a.status != "assessed":
        yield _line(w.path(a), _NOT_CHECKED, a.reason, lang, about)
    for rule, r in paired(pack, a.results) if a.results else ():
        yield (*about, *_result(rule, r, lang))
    for note in a.notes:
        yield _line(w.path(a), _NOTE, note, lang, about)


def _about(a: Assessment, lang: Lang) -> tuple[Value, ...]:
    f, score = w.facts(a), a.score
    return (
        w.path(a),
        w.shown(f.unit or ""),
        f.report_year,
        w.shown(f.issued_on or ""),
        w.verdict(a, lang),
        score.low if score else None,
        score.high if score else None,
        w.verdict(a.machine, lang) if a.machine else "",
        w.score(a.machine.score) if a.machine else "",
    )


def _result(rule: Rule, r: Result, lang: Lang) -> tuple[Value, ...]:
    scored = rule.role == "scored"
    credit = None if r.credit is None or not scored else r.credit / 100
    return (
        say(_ELEMENT if scored else _CHECK, lang),
        w.shown(r.rule),
        w.said(rule.title, lang),
        w.outcome(r.outcome, lang, rule),
        credit,
        None if credit is None else rule.weight * credit,
        rule.weight if scored else None,
        w.places(r, lang),
        w.quotes(r, lang),
        w.said(r.message, lang),
        w.fix(rule, r, lang),
        w.source(rule, lang),
        say(_YES, lang) if r.known else "",
        w.decision(rule, r, lang),
    )


def _line(path: str, kind: Words, message: Words | None, lang: Lang, about: Sequence[Value] = ()) -> list[Value]:
    """Return a row that belongs to no rule: what is said about a file, or about the whole run."""
    row: list[Value] = [*about] or [path]
    row += [None] * (len(_COLUMNS) - len(row))
    row[_KIND] = say(kind, lang)
    row[_MESSAGE] = w.said(message, lang)
    return row

"""For people: a table per report, what to write, and a summary of many."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from tabulate import tabulate

from validator.evidence import visible
from validator.model.outline import Facts
from validator.model.pack import Pack, Rule
from validator.model.result import Assessment, Evidence, Outcome, Result
from validator.renderers import Options
from validator.renderers.summary import summary
from validator.words import Lang, Words, say

DETAILS_UP_TO = 10
"""With more files only the summary is shown."""

_OUTCOMES: Mapping[str, Words] = {
    "pass": Words("有", "there"),
    "partial": Words("不全", "in part"),
    "fail": Words("缺", "missing"),
    "unknown": Words("不明", "unknown"),
    "error": Words("出错", "error"),
    "not_applicable": Words("不涉及", "n/a"),
}
_COLOURS = {"pass": "32", "partial": "33", "fail": "31", "unknown": "35", "error": "35"}
_VERDICTS: Mapping[str | None, Words] = {
    "complete": Words("齐全", "complete"),
    "incomplete": Words("不齐全", "incomplete"),
    "undecided": Words("没有全部判明", "undecided"),
    "not_this_report": Words("不是这种报告", "not this report"),
    "unreadable": Words("读不了", "unreadable"),
}
_BELOW = ("fail", "partial", "unknown", "error")
_QUOTE = 30


def render(assessments: Sequence[Assessment], pack: Pack, options: Options) -> bytes:
    """Return text for a terminal or a file, UTF-8."""
    rules = {rule.id: rule for rule in pack.rules}
    parts: list[str] = []
    if len(assessments) <= DETAILS_UP_TO:
        parts += ["\n".join(_report(a, rules, options)) for a in assessments]
    if len(assessments) > 1:
        parts.append(_overview(assessments, rules, options))
    return ("\n\n".join(parts) + "\n").encode("utf-8", "backslashreplace")


def _report(a: Assessment, rules: Mapping[str, Rule], options: Options) -> Iterator[str]:
    lang = options.lang
    yield _bold(_path(a), options)
    if a.status != "assessed":
        yield f"{_text('结论：', 'Verdict: ', lang)}{_verdict(a, options)}"
        yield say(a.reason, lang) if a.reason else ""
        return
    yield _facts(a, lang)
    yield _conclusion(a, options)
    yield ""
    yield _elements(a, rules, options)
    below = [r for r in a.results if r.outcome in _BELOW and rules[r.rule].role == "scored"]
    findings = [r for r in a.results if r.outcome in _BELOW and rules[r.rule].role == "unscored"]
    if below:
        yield from _to_do(_text("要补的内容", "What to write", lang), below, rules, lang)
    findings = [r for r in findings if r.outcome != "unknown"]
    if findings:
        yield from _to_do(_text("请核对（不计分）", "Please check (not scored)", lang), findings, rules, lang)
    for note in a.notes:
        yield f"  {say(note, lang)}"


def _facts(a: Assessment, lang: Lang) -> str:
    f = a.facts
    unknown = _text("未写明", "not given", lang)
    year = _text(f"{f.report_year}年度", str(f.report_year), lang) if f.report_year else unknown
    shown = [
        f"{_text('单位：', 'Unit: ', lang)}{visible(f.unit or unknown)}",
        f"{_text('报告年度：', 'Year: ', lang)}{year}",
        f"{_text('成文日期：', 'Issued: ', lang)}{f.issued_on or unknown}",
    ]
    return "  ".join(shown)


def _conclusion(a: Assessment, options: Options) -> str:
    lang = options.lang
    counts = ""
    if a.score:
        counts = _text(f"，{a.score.asked}项中{a.score.met}项齐全", f", {a.score.met} of {a.score.asked} in full", lang)
    verdict, score = _text("结论：", "Verdict: ", lang), _text("，得分 ", ", score ", lang)
    return f"{verdict}{_verdict(a, options)}{score}{_score(a)}{counts}"


def _verdict(a: Assessment, options: Options) -> str:
    word = say(_VERDICTS[a.verdict or a.status], options.lang)
    colour = {"complete": "32", "incomplete": "31"}.get(a.verdict or "", "33")
    return f"\x1b[{colour}m{word}\x1b[0m" if options.colour else word


def _score(a: Assessment) -> str:
    if not a.score or a.score.value is None:
        return "—"
    low, high = a.score.low, a.score.high
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"


def _elements(a: Assessment, rules: Mapping[str, Rule], options: Options) -> str:
    lang = options.lang
    rows = [
        [
            say(rules[r.rule].title, lang),
            _outcome(r.outcome, options),
            _points(r, rules[r.rule]),
            _where(r, lang),
        ]
        for r in a.results
        if rules[r.rule].role == "scored"
    ]
    headers = ["要素", "结论", "得分", "位置"] if lang == "zh" else ["Element", "Result", "Points", "Where"]
    return tabulate(rows, headers=headers, tablefmt="simple", disable_numparse=True)


def _outcome(outcome: Outcome, options: Options) -> str:
    word = say(_OUTCOMES.get(outcome, Words(outcome, outcome)), options.lang)
    code = _COLOURS.get(outcome)
    return f"\x1b[{code}m{word}\x1b[0m" if options.colour and code else word


def _points(r: Result, rule: Rule) -> str:
    if r.credit is None:
        return "—" if r.outcome == "not_applicable" else f"?/{rule.weight}"
    return f"{rule.weight * r.credit / 100:g}/{rule.weight}"


def _where(r: Result, lang: Lang) -> str:
    if not r.evidence:
        return ""
    e = r.evidence[0]
    text = e.text if _width(e.text) <= _QUOTE * 2 else f"{e.text[:_QUOTE]}…"
    return f"{place(e, lang)} {text}"


def place(e: Evidence, lang: Lang) -> str:
    """Return where a quotation stands, as people say it."""
    if e.page:
        return _text(f"第{e.page}页第{e.line}行", f"page {e.page} line {e.line}", lang)
    if e.paragraph:
        return _text(f"第{e.paragraph}段", f"paragraph {e.paragraph}", lang)
    return _text(f"第{e.line}行", f"line {e.line}", lang)


def _to_do(title: str, results: Sequence[Result], rules: Mapping[str, Rule], lang: Lang) -> Iterator[str]:
    yield ""
    yield f"{title}{_text('：', ':', lang)}"
    for i, r in enumerate(results, 1):
        rule = rules[r.rule]
        at = f"（{place(r.evidence[0], lang)}）" if r.evidence and lang == "zh" else ""
        at = f" ({place(r.evidence[0], lang)})" if r.evidence and lang == "en" else at
        yield f"{i}. {say(r.message, lang).rstrip('。.')}{at}{_text('。', '. ', lang)}[{r.rule}]"
        if r.outcome in ("fail", "partial"):
            yield f"   {say(rule.fix, lang)}"


def _overview(assessments: Sequence[Assessment], rules: Mapping[str, Rule], options: Options) -> str:
    lang = options.lang
    rows = [_overview_row(a, rules, options) for a in assessments]
    headers = (
        ["文件", "单位", "年度", "得分", "结论", "缺少或不全"]
        if lang == "zh"
        else ["File", "Unit", "Year", "Score", "Verdict", "Missing or in part"]
    )
    table = tabulate(rows, headers=headers, tablefmt="simple", disable_numparse=True)
    return f"{table}\n\n{_totals(assessments, lang)}"


def _overview_row(a: Assessment, rules: Mapping[str, Rule], options: Options) -> list[str]:
    missing = [say(rules[m].title, options.lang) for m in a.missing]
    said = _text("、", ", ", options.lang).join(missing)
    if a.reason:
        said = say(a.reason, options.lang)
    known = a.facts if a.status == "assessed" else Facts()
    return [_path(a), visible(known.unit or ""), str(known.report_year or ""), _score(a), _verdict(a, options), said]


def _path(a: Assessment) -> str:
    return visible(a.path).replace("\n", "\\n")


def _totals(assessments: Sequence[Assessment], lang: Lang) -> str:
    s = summary(assessments)
    if lang == "en":
        return (
            f"{s['reports']} files: {s['complete']} complete, {s['incomplete']} incomplete, "
            f"{s['undecided']} undecided, "
            f"{s['not_this_report']} not this report, {s['unreadable']} unreadable."
        )
    return (
        f"共{s['reports']}个文件：齐全{s['complete']}，不齐全{s['incomplete']}，没有全部判明{s['undecided']}，"
        f"不是这种报告{s['not_this_report']}，读不了{s['unreadable']}。"
    )


def _bold(text: str, options: Options) -> str:
    return f"\x1b[1m{text}\x1b[0m" if options.colour else text


def _text(zh: str, en: str, lang: Lang) -> str:
    return en if lang == "en" else zh


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)

"""For people: a table per report, what to write, and a summary of many."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from tabulate import tabulate

from validator.evidence import visible
from validator.model.outline import Facts
from validator.model.pack import Rule
from validator.model.result import Assessment, Outcome, Result
from validator.model.run import Run
from validator.renderers import Options
from validator.renderers.places import place
from validator.renderers.wording import BELOW, OUTCOMES, VERDICTS, path, points, score, text, totals
from validator.words import Lang, Words, say

DETAILS_UP_TO = 10
"""With more files only the summary is shown."""

_COLOURS = {"pass": "32", "partial": "33", "fail": "31", "unknown": "35", "error": "35"}
_QUOTE = 30


def render(run: Run, options: Options) -> bytes:
    """Return text for a terminal or a file, UTF-8."""
    rules = {name: {rule.id: rule for rule in pack.rules} for name, pack in run.packs.items()}
    parts: list[str] = []
    if len(run.assessments) <= DETAILS_UP_TO:
        parts += ["\n".join(_report(a, rules[a.pack], options)) for a in run.assessments]
    if len(run.assessments) > 1:
        parts.append(_overview(run.assessments, rules, options))
    if run.remarks:
        parts.append("\n".join(say(remark, options.lang) for remark in run.remarks))
    if not parts:
        parts = [text("没有要检查的文件。", "No files to check.", options.lang)]
    return ("\n\n".join(parts) + "\n").encode("utf-8", "backslashreplace")


def _report(a: Assessment, rules: Mapping[str, Rule], options: Options) -> Iterator[str]:
    lang = options.lang
    yield _bold(path(a), options)
    if a.status != "assessed":
        yield f"{text('结论：', 'Verdict: ', lang)}{_verdict(a, options)}"
        yield say(a.reason, lang) if a.reason else ""
        return
    yield _facts(a, lang)
    yield _conclusion(a, options)
    yield ""
    yield _elements(a, rules, options)
    below = [r for r in a.results if r.outcome in BELOW and not r.known]
    scored = [r for r in below if rules[r.rule].role == "scored"]
    findings = [r for r in below if rules[r.rule].role == "unscored" and r.outcome != "unknown"]
    known = [r for r in a.results if r.known]
    if scored:
        yield from _to_do(text("要补的内容", "What to write", lang), scored, rules, lang)
    if findings:
        yield from _to_do(text("请核对（不计分）", "Please check (not scored)", lang), findings, rules, lang)
    if known:
        yield from _to_do(text("已知问题（基线）", "Known findings (baseline)", lang), known, rules, lang)
    yield from _decisions(a, rules, lang)
    if a.notes:
        yield ""
    for note in a.notes:
        yield say(note, lang)


def _decisions(a: Assessment, rules: Mapping[str, Rule], lang: Lang) -> Iterator[str]:
    """Yield what a reviewer has decided otherwise than the machine."""
    waived = [(r, r.waived) for r in a.results if r.waived]
    if waived:
        yield ""
        yield text("审核决定：", "Decided by a reviewer:", lang)
    for r, w in waived:
        title, old, new = (
            say(rules[r.rule].title, lang),
            _outcome(w.outcome, Options(lang)),
            _outcome(r.outcome, Options(lang)),
        )
        who = ", ".join(part for part in (w.authority, w.time) if part)
        until = Words(f"，有效至 {w.until}", f", until {w.until}") if w.until else Words("", "")
        told = Words(
            f"{title}：{old} → {new}。{w.remark}（{who.replace(', ', '，')}{until.zh}）",
            f"{title}: {old} → {new}. {w.remark} ({who}{until.en})",
        )
        yield f"- {visible(say(told, lang))} [{r.rule}]"


def _facts(a: Assessment, lang: Lang) -> str:
    f = a.facts
    unknown = text("未写明", "not given", lang)
    year = text(f"{f.report_year}年度", str(f.report_year), lang) if f.report_year else unknown
    shown = [
        f"{text('单位：', 'Unit: ', lang)}{visible(f.unit or unknown)}",
        f"{text('报告年度：', 'Year: ', lang)}{year}",
        f"{text('成文日期：', 'Issued: ', lang)}{f.issued_on or unknown}",
    ]
    return "  ".join(shown)


def _conclusion(a: Assessment, options: Options) -> str:
    lang = options.lang
    counts = ""
    if a.score:
        counts = text(f"，{a.score.asked}项中{a.score.met}项齐全", f", {a.score.met} of {a.score.asked} in full", lang)
    concluded, scored = text("结论：", "Verdict: ", lang), text("，得分 ", ", score ", lang)
    before = ""
    if a.machine:
        by_machine = score(a.machine.score)
        before = text(f"（审核决定前 {by_machine}）", f" ({by_machine} before decisions)", lang)
    return f"{concluded}{_verdict(a, options)}{scored}{score(a.score)}{before}{counts}"


def _verdict(a: Assessment, options: Options) -> str:
    word = say(VERDICTS[a.verdict or a.status], options.lang)
    colour = {"complete": "32", "incomplete": "31"}.get(a.verdict or "", "33")
    return f"\x1b[{colour}m{word}\x1b[0m" if options.colour else word


def _elements(a: Assessment, rules: Mapping[str, Rule], options: Options) -> str:
    lang = options.lang
    rows = [
        [
            say(rules[r.rule].title, lang),
            f"{_outcome(r.outcome, options)}{_marks(r, lang)}",
            points(r, rules[r.rule]),
            _where(r, lang),
        ]
        for r in a.results
        if rules[r.rule].role == "scored"
    ]
    headers = ["要素", "结论", "得分", "位置"] if lang == "zh" else ["Element", "Result", "Points", "Where"]
    return tabulate(rows, headers=headers, tablefmt="simple", disable_numparse=True)


def _marks(r: Result, lang: Lang) -> str:
    known = text("（已知）", " (known)", lang) if r.known else ""
    return known + (text("（人工）", " (reviewer)", lang) if r.waived else "")


def _outcome(outcome: Outcome, options: Options) -> str:
    word = say(OUTCOMES[outcome], options.lang)
    code = _COLOURS.get(outcome)
    return f"\x1b[{code}m{word}\x1b[0m" if options.colour and code else word


def _where(r: Result, lang: Lang) -> str:
    if not r.evidence:
        return ""
    e = r.evidence[0]
    text = e.text if _width(e.text) <= _QUOTE * 2 else f"{e.text[:_QUOTE]}…"
    return f"{place(e, lang)} {text}"


def _to_do(title: str, results: Sequence[Result], rules: Mapping[str, Rule], lang: Lang) -> Iterator[str]:
    yield ""
    yield f"{title}{text('：', ':', lang)}"
    for i, r in enumerate(results, 1):
        rule = rules[r.rule]
        at = f"（{place(r.evidence[0], lang)}）" if r.evidence and lang == "zh" else ""
        at = f" ({place(r.evidence[0], lang)})" if r.evidence and lang == "en" else at
        yield f"{i}. {say(r.message, lang).rstrip('。.')}{at}{text('。', '. ', lang)}[{r.rule}]"
        if r.outcome in ("fail", "partial"):
            yield f"   {say(rule.fix, lang)}"


def _overview(assessments: Sequence[Assessment], rules: Mapping[str, Mapping[str, Rule]], options: Options) -> str:
    lang = options.lang
    rows = [_overview_row(a, rules[a.pack], options) for a in assessments]
    headers = (
        ["文件", "单位", "年度", "得分", "结论", "缺少或不全"]
        if lang == "zh"
        else ["File", "Unit", "Year", "Score", "Verdict", "Missing or in part"]
    )
    table = tabulate(rows, headers=headers, tablefmt="simple", disable_numparse=True)
    return f"{table}\n\n{totals(assessments, lang)}"


def _overview_row(a: Assessment, rules: Mapping[str, Rule], options: Options) -> list[str]:
    missing = [say(rules[m].title, options.lang) for m in a.missing]
    said = text("、", ", ", options.lang).join(missing)
    if a.reason:
        said = say(a.reason, options.lang)
    known = a.facts if a.status == "assessed" else Facts()
    unit, year = visible(known.unit or ""), str(known.report_year or "")
    return [path(a), unit, year, score(a.score), _verdict(a, options), said]


def _bold(text: str, options: Options) -> str:
    return f"\x1b[1m{text}\x1b[0m" if options.colour else text


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)

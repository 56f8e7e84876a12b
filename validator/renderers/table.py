"""For people: a table per report, what to write, and a summary of many."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from tabulate import tabulate

from validator.evidence import visible
from validator.model.outline import Facts
from validator.model.pack import Pack, Rule
from validator.model.result import Assessment, Outcome, Result
from validator.model.run import Run
from validator.renderers import Options
from validator.renderers.parts import Pair, parts
from validator.renderers.places import place
from validator.renderers.wording import (
    OUTCOMES,
    counts,
    decision,
    fix,
    marks,
    path,
    points,
    said,
    score,
    text,
    totals,
    verdict,
)
from validator.words import Lang, say

DETAILS_UP_TO = 10
"""With more files only the summary is shown."""

_COLOURS = {"pass": "32", "partial": "33", "fail": "31", "unknown": "35", "error": "35"}
_QUOTE = 30


def render(run: Run, options: Options) -> bytes:
    """Return text for a terminal or a file, UTF-8."""
    rules = {name: {rule.id: rule for rule in pack.rules} for name, pack in run.packs.items()}
    blocks: list[str] = []
    if len(run.assessments) <= DETAILS_UP_TO:
        blocks += ["\n".join(_report(a, run.packs[a.pack], options)) for a in run.assessments]
    if len(run.assessments) > 1:
        blocks.append(_overview(run.assessments, rules, options))
    if run.remarks:
        blocks.append("\n".join(say(remark, options.lang) for remark in run.remarks))
    if not blocks:
        blocks = [text("没有要检查的文件。", "No files to check.", options.lang)]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "backslashreplace")


def _report(a: Assessment, pack: Pack, options: Options) -> Iterator[str]:
    lang = options.lang
    yield _bold(path(a), options)
    if a.status != "assessed":
        yield f"{text('结论：', 'Verdict: ', lang)}{_verdict(a, options)}"
        yield say(a.reason, lang) if a.reason else ""
        return
    yield _facts(a, lang)
    yield _conclusion(a, options)
    yield ""
    found = parts(a, pack)
    yield _elements(found.elements, options)
    yield from _to_do(text("要补的内容", "What to write", lang), found.lacking, lang)
    yield from _to_do(text("请核对（不计分）", "Please check (not scored)", lang), found.findings, lang)
    yield from _to_do(text("已知问题（基线）", "Known findings (baseline)", lang), found.known, lang)
    yield from _decisions(found.decided, lang)
    if a.notes:
        yield ""
    for note in a.notes:
        yield say(note, lang)


def _decisions(pairs: Sequence[Pair], lang: Lang) -> Iterator[str]:
    """Yield what a reviewer has decided otherwise than the machine."""
    if pairs:
        yield ""
        yield text("审核决定：", "Decided by a reviewer:", lang)
    for rule, r in pairs:
        yield f"- {said(rule.title, lang)}{text('：', ': ', lang)}{decision(rule, r, lang)} [{r.rule}]"


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
    told = ""
    if a.score:
        told = text("，", ", ", lang) + counts(a.score, lang)
    concluded, scored = text("结论：", "Verdict: ", lang), text("，得分 ", ", score ", lang)
    before = ""
    if a.machine:
        by_machine = score(a.machine.score)
        before = text(f"（审核决定前 {by_machine}）", f" ({by_machine} before decisions)", lang)
    return f"{concluded}{_verdict(a, options)}{scored}{score(a.score)}{before}{told}"


def _verdict(a: Assessment, options: Options) -> str:
    word = verdict(a, options.lang)
    colour = {"complete": "32", "incomplete": "31"}.get(a.verdict or "", "33")
    return f"\x1b[{colour}m{word}\x1b[0m" if options.colour else word


def _elements(pairs: Sequence[Pair], options: Options) -> str:
    lang = options.lang
    rows = [
        [
            say(rule.title, lang),
            f"{_outcome(r.outcome, options)}{marks(r, lang)}",
            points(r, rule),
            _where(r, lang),
        ]
        for rule, r in pairs
    ]
    headers = ["要素", "结论", "得分", "位置"] if lang == "zh" else ["Element", "Result", "Points", "Where"]
    return tabulate(rows, headers=headers, tablefmt="simple", disable_numparse=True)


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


def _to_do(title: str, pairs: Sequence[Pair], lang: Lang) -> Iterator[str]:
    if pairs:
        yield ""
        yield f"{title}{text('：', ':', lang)}"
    for i, (rule, r) in enumerate(pairs, 1):
        at = f"（{place(r.evidence[0], lang)}）" if r.evidence and lang == "zh" else ""
        at = f" ({place(r.evidence[0], lang)})" if r.evidence and lang == "en" else at
        yield f"{i}. {say(r.message, lang).rstrip('。.')}{at}{text('。', '. ', lang)}[{r.rule}]"
        if advice := fix(rule, r, lang):
            yield f"   {advice}"


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

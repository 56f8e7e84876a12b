"""Markdown for the summary of a CI job, a comment on a merge request, or a message: at most a mebibyte.

What a report says is text and nothing else: no markup, no HTML, no links, mentions or references.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from validator.model.pack import Pack
from validator.model.result import Assessment, Result
from validator.model.run import Run
from validator.renderers import Options
from validator.renderers import wording as w
from validator.renderers.parts import Pair, Parts, parts
from validator.renderers.places import place
from validator.words import Lang

MAX_BYTES = 1024 * 1024
FEW = 3
"""With more files the details of each are folded."""

_QUOTE = 60
_REMARKS, _LONGEST = 50, 1000
"""Remarks, and characters of one text: together they leave room for more."""
_RESERVED = 500
"""Bytes for the lines that tell what was left out."""
_MARKUP = re.compile(r"[&<>|`*_\[\]\\~#$^={}@]|:(?=:)|^[-+]|^\d(?=\d*[.)])")
# Sites make mentions, references, emoji and links even of text that is not markup, unless it comes in two pieces.
_JOINT = re.compile(r'(?<=@)|(?<=[#!$%&~^])(?=[\w"])|(?<=:)(?=[/\w+-])|(?<=[Ww]{3})(?=\.)|(?<=[Gg][HhLl])(?=-)')


def render(run: Run, options: Options) -> bytes:
    """Return a summary, a table of the files, and the details of each; what is too long is cut and counted."""
    lang = options.lang
    lines = _head(run, lang)
    room = MAX_BYTES - _RESERVED - _size(lines)
    if len(run.assessments) > 1:
        table, left_out = _fitting((_row(a, run.packs[a.pack], lang) for a in run.assessments), room)
        lines += ["", *_table_head(lang), *table]
        lines += _cut(left_out, w.text("个文件没有列入上表", "more files are not in this table", lang), lang)
        room -= _size(table)
    worst_first = sorted(run.assessments, key=lambda a: a.verdict == "complete")
    folded = len(run.assessments) > FEW
    details, left_out = _fitting((_report(a, run.packs[a.pack], lang, folded) for a in worst_first), room)
    lines += details
    lines += _cut(left_out, w.text("个文件没有列出细节", "more files are not shown in detail", lang), lang)
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")


def _text(text: str) -> str:
    """Return *text* so that neither Markdown nor HTML nor the site that shows it sees anything but text."""
    cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    apart = _JOINT.sub("\0", w.shown(cut).strip())
    return _MARKUP.sub(lambda m: f"&#{ord(m[0])};", apart).replace("\0", "<!-- -->")


def _size(lines: Iterable[str]) -> int:
    return sum(len(line.encode("utf-8", "backslashreplace")) + 1 for line in lines)


def _fitting(pieces: Iterable[str], room: int) -> tuple[list[str], int]:
    """Return the first pieces that fit into *room* bytes, and how many are left out."""
    kept: list[str] = []
    left_out = 0
    for piece in pieces:
        room -= _size([piece])
        if room < 0:
            left_out += 1
        else:
            kept.append(piece)
    return kept, left_out


def _cut(left_out: int, what: str, lang: Lang) -> list[str]:
    more = w.text(f"太长，另有{left_out}{what}。", f"Too long: {left_out} {what}.", lang)
    return ["", f"**{more}**"] if left_out else []


def _head(run: Run, lang: Lang) -> list[str]:
    lines = [f"# {_text(w.heading(run, lang))}", ""]
    if len(run.assessments) != 1:
        lines += [w.totals(run.assessments, lang), ""]
    lines += [f"- {_text(w.said(remark, lang))}" for remark in run.remarks[:_REMARKS]]
    if len(run.remarks) > _REMARKS:
        rest = len(run.remarks) - _REMARKS
        lines.append(w.text(f"- 另有{rest}条说明", f"- {rest} more remarks", lang))
    return [*lines, *([""] if run.remarks else []), _text(w.made_by(run, lang))]


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _table_head(lang: Lang) -> list[str]:
    zh, en = (
        ["文件", "单位", "年度", "得分", "结论", "缺少或不全"],
        ["File", "Unit", "Year", "Score", "Verdict", "Lacking"],
    )
    return [_cells(en if lang == "en" else zh), "| --- | --- | --- | ---: | --- | --- |"]


def _row(a: Assessment, pack: Pack, lang: Lang) -> str:
    f = w.facts(a)
    missing = w.lacking(a, pack, lang) or w.said(a.reason, lang)
    about = [_text(w.path(a)), _text(f.unit or ""), str(f.report_year or "")]
    return _cells([*about, w.score(a.score), w.verdict(a, lang), _text(missing)])


def _report(a: Assessment, pack: Pack, lang: Lang, folded: bool) -> str:
    name, verdict = _text(w.path(a)), w.verdict(a, lang)
    if a.score:
        verdict += w.text("，得分 ", ", score ", lang) + w.score(a.score)
    lines = list(_body(a, pack, lang))
    if folded:
        summary = f"<summary>{name}{w.text('：', ': ', lang)}{verdict}</summary>"
        return "\n".join(["", "<details>", summary, "", *lines, "", "</details>"])
    return "\n".join(["", f"## {name}", "", f"**{verdict}**", "", *lines])


def _body(a: Assessment, pack: Pack, lang: Lang) -> Iterator[str]:
    if a.reason:
        yield _text(w.said(a.reason, lang))
    if a.status == "assessed":
        yield from _facts(a, lang)
        yield from _results(parts(a, pack), lang)
    if a.notes:
        yield ""
    for note in a.notes:
        yield f"- {_text(w.said(note, lang))}"


def _facts(a: Assessment, lang: Lang) -> Iterator[str]:
    unknown = w.text("未写明", "not given", lang)
    unit, issued = _text(a.facts.unit or unknown), _text(a.facts.issued_on or unknown)
    year = w.year(a, lang) or unknown
    found = w.text(f"单位：{unit}；报告年度：{year}；成文日期：{issued}", f"{unit}, {year}, issued {issued}", lang)
    yield f"{found}{w.text('；', '; ', lang)}{w.counts(a.score, lang)}" if a.score else found
    if a.machine:
        yield ""
        yield w.machine(a, lang)


def _results(parts: Parts, lang: Lang) -> Iterator[str]:
    yield ""
    yield _cells(w.text("要素 结论 得分 位置", "Element Result Points Where", lang).split())
    yield "| --- | --- | ---: | --- |"
    for rule, r in parts.elements:
        yield _cells([_text(w.said(rule.title, lang)), w.marked(rule, r, lang), w.points(r, rule), _where(r, lang)])
    yield from _to_do(w.text("要补的内容", "What to write", lang), parts.lacking, lang)
    yield from _to_do(w.text("请核对（不计分）", "Please check (not scored)", lang), parts.findings, lang)
    yield from _to_do(w.text("已知问题（基线）", "Known findings (baseline)", lang), parts.known, lang)
    if parts.unclear:
        names = w.text("、", ", ", lang).join(_text(w.said(rule.title, lang)) for rule, _ in parts.unclear)
        yield ""
        yield w.text("判断不了（不计分）：", "Undecided (not scored): ", lang) + names
    if parts.decided:
        yield from ("", f"**{w.text('审核决定', 'Decided by a reviewer', lang)}**", "")
    for rule, r in parts.decided:
        yield f"- {_text(w.said(rule.title, lang))}{w.text('：', ': ', lang)}{_text(w.decision(rule, r, lang))}"


def _where(r: Result, lang: Lang) -> str:
    if not r.evidence:
        return ""
    first = r.evidence[0]
    cut = first.text if len(first.text) <= _QUOTE else f"{first.text[:_QUOTE]}…"
    return _text(f"{place(first, lang)} {cut}")


def _to_do(title: str, pairs: Sequence[Pair], lang: Lang) -> Iterator[str]:
    if pairs:
        yield from ("", f"**{title}**", "")
    for i, (rule, r) in enumerate(pairs, 1):
        at = place(r.evidence[0], lang) if r.evidence else ""
        found = w.said(r.message, lang).rstrip("。.") + (at and w.text(f"（{at}）", f" ({at})", lang))
        yield f"{i}. {_text(found)}{w.text('。', '. ', lang)}`{rule.id}`"
        if w.fix(rule, r, lang):
            yield f"   {_text(w.fix(rule, r, lang))}"

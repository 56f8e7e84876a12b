"""The verbs of chaque packs that judge rules: lint, mutate, coverage, diff."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from validator.errors import PackError, UsageError
from validator.model.pack import Pack
from validator.pipeline import DEFAULT_PACK, load_pack
from validator.words import Lang, Words, say

if TYPE_CHECKING:
    from validator.authoring.coverage import Count, Coverage
    from validator.authoring.difference import Change
    from validator.authoring.lint import Finding
    from validator.authoring.mutation import Trace
    from validator.sources import Source

_Pack = Annotated[str, typer.Argument(metavar="PACK", help="规则包编号或文件夹。")]
_Packs = Annotated[list[str] | None, typer.Argument(metavar="[PACK...]", help="规则包编号或文件夹，可写多个。")]
_Reports = Annotated[list[str], typer.Argument(metavar="REPORT...", help="报告文件或文件夹。")]
_Lang = Annotated[Lang, typer.Option("--lang", help="输出语言：zh 中文，en 英文。")]
_SEVERITIES = {"error": Words("错误", "error"), "warning": Words("警告", "warning")}
_QUOTE = 40


def lint_command(
    packs: _Packs = None,
    lang: _Lang = "zh",
    strict: Annotated[bool, typer.Option("--strict", help="有警告也返回 1。")] = False,
) -> int:
    """审查规则：轮不到的档、不起作用的写法、太慢的正则表达式等。"""
    found = [finding for name in packs or [DEFAULT_PACK] for finding in _linted(name)]
    for f in found:
        print(_told(f, lang))
    errors = sum(f.severity == "error" for f in found)
    warnings = len(found) - errors
    print(say(Words(f"{errors}个错误，{warnings}个警告", f"{errors} errors, {warnings} warnings"), lang))
    return 1 if errors or (strict and warnings) else 0


def _told(f: Finding, lang: Lang) -> str:
    from validator.authoring.places import near

    stop = "。" if lang == "zh" else ". "
    what, severity = f"{say(f.what, lang)}{stop}{say(f.hint, lang)}", say(_SEVERITIES[f.severity], lang)
    return f"{near(f.where)}: {severity} {what} [{f.check}]"


def _linted(name: str) -> list[Finding]:
    from validator.authoring.lint import Finding, lint

    try:
        return lint(load_pack(name), name)
    except PackError as error:  # what keeps a pack from loading is the first thing to tell
        return [Finding(error.where, "error", "pack", error.what, error.hint)]


def mutate_command(
    pack: _Pack = DEFAULT_PACK,
    lang: _Lang = "zh",
    least: Annotated[float, typer.Option("--least", metavar="PERCENT", help="低于这个比例返回 1。")] = 0.0,
) -> int:
    """逐个去掉规则、档、条件、写法，看例子能不能发现。"""
    from validator.authoring.mutation import share, traces
    from validator.authoring.parts import patterns

    rules = load_pack(pack)
    found = list(traces(rules))
    for line in _survivors(rules, pack, [t for t in found if not t.killer], lang):
        print(line)
    killed, percent = sum(bool(t.killer) for t in found), share(found)
    beside = sum(w.path[0] in ("refuse", "accept") for w in patterns(rules))
    told = Words(
        f"去掉{len(found)}处，例子发现了{killed}处（{percent:.1f}%）。识别部分的{beside}个写法不试。",
        f"{len(found)} parts taken out, {killed} noticed ({percent:.1f}%). Not counted: {beside} in recognise.",
    )
    print(say(told, lang))
    return 1 if percent < least else 0


def _survivors(pack: Pack, name: str, survivors: Sequence[Trace], lang: Lang) -> list[str]:
    from validator.authoring.parts import told
    from validator.authoring.places import near, place, places_of

    places = places_of(name)
    gone = say(Words("去掉它，没有例子发现", "taken out, and no example notices"), lang)
    return [f"{near(place(t.path, pack, places))}: {told(t.path, pack)}  {gone}" for t in survivors]


def coverage_command(
    reports: _Reports,
    pack: Annotated[str, typer.Option("--pack", metavar="PACK", help="规则包编号或文件夹。")] = DEFAULT_PACK,
    format_: Annotated[Literal["table", "json"], typer.Option("--format", "-f", help="table 或 json。")] = "table",
    lang: _Lang = "zh",
) -> int:
    """规则、档、要素、写法在真实报告里各用到几次，哪些从来没有用到。"""
    from validator.authoring.coverage import coverage
    from validator.batch import Reading, read_apart

    rules = load_pack(pack)
    readings = (read_apart(source) for source in _sources(reports, lang))
    counted = coverage((r if isinstance(r, Reading) else None for r in readings), rules)
    print(_as_json(counted, rules) if format_ == "json" else "\n".join(_as_table(counted, rules, lang)))
    return 0


def _as_json(counted: Coverage, pack: Pack) -> str:
    from validator.authoring.parts import told

    shaped: Mapping[str, Any] = {
        "schema": "chaque.coverage/1",
        "pack": pack.id,
        "reports": counted.reports,
        "others": counted.others,
        "counts": [
            {"sort": c.sort, "part": told(c.path, pack), "text": _text(c, pack), "files": c.files}
            for c in counted.counts
        ],
    }
    return json.dumps(shaped, ensure_ascii=False, indent=1)


def _as_table(counted: Coverage, pack: Pack, lang: Lang) -> list[str]:
    from tabulate import tabulate

    from validator.authoring.parts import told

    headers = ["部分", "内容", "份数"] if lang == "zh" else ["Part", "Text", "Files"]
    rows = [[told(c.path, pack), _text(c, pack)[:_QUOTE], str(c.files)] for c in counted.counts]
    never = sum(not c.files for c in counted.counts)
    last = Words(
        f"{counted.reports}份报告，另有{counted.others}个文件不是这种报告或读不了；{never}处从未用到（0）。",
        f"{counted.reports} reports; {counted.others} other files; {never} parts never used (0).",
    )
    return [tabulate(rows, headers=headers, tablefmt="simple", disable_numparse=True), "", say(last, lang)]


def _text(count: Count, pack: Pack) -> str:
    """Return what people know a part by: its title, message or pattern."""
    from validator.authoring.parts import at

    part = at(pack, count.path)
    if count.sort == "pattern":
        return str(part)
    if count.sort == "rung":
        return f"{part.credit}%"
    title: str = part.title.zh
    return title


def diff_command(
    old: Annotated[str, typer.Argument(metavar="OLD", help="原来的规则包。")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="新的规则包。")],
    reports: _Reports,
    lang: _Lang = "zh",
) -> int:
    """两个规则包对同一批报告的结论有什么不同。"""
    from validator.authoring.difference import changes
    from validator.batch import assess_files

    first, second = load_pack(old), load_pack(new)
    sources = _sources(reports, lang)
    found = list(changes(zip(assess_files(sources, first), assess_files(sources, second), strict=True)))
    for line in _changes(found, lang):
        print(line)
    files = len({c.file for c in found})
    told = Words(
        f"{len(sources)}个文件中{files}个有变化，共{len(found)}处。",
        f"{files} of {len(sources)} files differ, {len(found)} verdicts in all.",
    )
    print(say(told, lang))
    return 1 if found else 0


def _changes(found: Sequence[Change], lang: Lang) -> list[str]:
    from validator.evidence import visible

    none = say(Words("没有这条规则", "no such rule"), lang)
    lines: list[str] = []
    for change in found:
        if change.file not in [c.file for c in found[: found.index(change)]]:
            lines.append(visible(change.file))
        what = change.rule or say(Words("是不是这种报告", "is it such a report"), lang)
        quoted = f"  {change.line}: {visible(change.quotation)[:_QUOTE]}" if change.quotation else ""
        lines.append(f"  {what}: {change.old or none} → {change.new or none}{quoted}")
    return lines


def _sources(paths: Sequence[str], lang: Lang) -> tuple[Source, ...]:
    """Return the files that *paths* mean. Raise UsageError if there are none."""
    from validator.cli.inputs import collected
    from validator.config import load

    found = collected(paths, load(None), lang, "", None, False)
    if not found.sources or found.missing:
        raise UsageError("", Words("没有可以检查的报告", "no report to check"), Words("请核对路径", "Check the path"))
    return found.sources


COMMANDS: Mapping[str, Callable[..., int]] = {
    "lint": lint_command,
    "mutate": mutate_command,
    "coverage": coverage_command,
    "diff": diff_command,
}
"""Verb → command."""

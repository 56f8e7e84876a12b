"""chaque check: assess files and folders."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, NamedTuple

import typer

from validator.batch import assess_files
from validator.cli.choosing import pack_of, packs_of, refuse_unlocked, used, with_params
from validator.cli.inputs import Inputs, collected, from_root
from validator.cli.known import WhatIsKnown, decided, settled
from validator.cli.outputs import Output, outputs, put_out, refuse_overwriting, write
from validator.cli.progress import done_of
from validator.cli.settings import merged, shown
from validator.config import Config, load
from validator.errors import Interrupted, UsageError
from validator.model.pack import Pack
from validator.model.result import Assessment
from validator.model.run import Run
from validator.privacy import without_quotes
from validator.renderers import RENDERERS, Options
from validator.renderers.wording import path
from validator.scoring import OPEN, Gate, gate, is_below, paired
from validator.words import Lang, Words
from validator.workers import spare_collections


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH...", help="报告文件或文件夹；- 表示标准输入。")
    ] = None,
    format_: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", metavar="NAME[=FILE]", help=f"输出格式，可写多次：{'、'.join(RENDERERS)}。"),
    ] = None,
    lang: Annotated[Lang | None, typer.Option("--lang", help="输出语言：zh 中文，en 英文。")] = None,
    gate_: Annotated[
        str | None,
        typer.Option("--gate", metavar="GATE", help="怎样算不合格：error、absolute、strict、score:N、never。"),
    ] = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="结果写入文件。")] = None,
    pack: Annotated[
        str | None, typer.Option("--pack", metavar="PACK", help="规则包编号或文件夹，可写 编号+叠加包；auto 自动选。")
    ] = None,
    place: Annotated[str, typer.Option("--place", metavar="PLACE", help="按哪个地方的规定（叠加包编号）。")] = "",
    param: Annotated[
        list[str] | None, typer.Option("--param", metavar="NAME=VALUE", help="规则包的参数，可写多次。")
    ] = None,
    locked: Annotated[bool, typer.Option("--locked", help="规则包和 chaque.lock 不同就不查。")] = False,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=0, help="工作进程数；0 表示自动。")] = None,
    config: Annotated[str | None, typer.Option("--config", metavar="FILE", help="配置文件；默认向上查找。")] = None,
    show_config: Annotated[bool, typer.Option("--show-config", help="显示每项设置的值和出处。")] = False,
    exclude: Annotated[
        list[str] | None, typer.Option("--exclude", metavar="GLOB", help="不查的文件，可写多次。")
    ] = None,
    baseline: Annotated[str | None, typer.Option("--baseline", metavar="FILE", help="已知问题的基线文件。")] = None,
    update_baseline: Annotated[bool, typer.Option("--update-baseline", help="把现有问题写进基线。")] = False,
    prune_baseline: Annotated[bool, typer.Option("--prune-baseline", help="从基线删去已不存在的问题。")] = False,
    waivers: Annotated[str | None, typer.Option("--waivers", metavar="FILE", help="审核人决定的文件。")] = None,
    changed_since: Annotated[
        str | None, typer.Option("--changed-since", metavar="REV", help="只查 git 版本 REV 以来改动的文件。")
    ] = None,
    stdin_filename: Annotated[
        str, typer.Option("--stdin-filename", metavar="NAME", help="标准输入内容的文件名。")
    ] = "",
    no_quotes: Annotated[bool, typer.Option("--no-quotes", help="输出里不引用报告原文。")] = False,
    sarif: Annotated[str, typer.Option("--sarif", metavar="github|full", help="sarif 写哪些结论。")] = "github",
    allow_empty: Annotated[bool, typer.Option("--allow-empty", help="没有文件可查也不算错。")] = False,
    explain_score: Annotated[bool, typer.Option("--explain-score", help="写出得分是怎样算出来的。")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="不合格或不完整也返回 0。")] = False,
) -> int:
    """检查报告：哪些要素有、哪些不全、哪些缺，依据在哪里，该怎么补。"""
    given = {"format": format_, "lang": lang, "gate": gate_, "pack": pack, "jobs": jobs, "exclude": exclude}
    given |= {"baseline": baseline, "waivers": waivers, "quotes": False if no_quotes else None}
    settings = with_params(merged(load(config), given), param)
    if show_config:
        print(shown(settings, settings.values["lang"]))
        return 0
    packs = packs_of(settings, place, param)
    if locked:
        refuse_unlocked(packs.values(), settings.root)
    changed = _changed(changed_since)
    empty = allow_empty or changed is not None
    plan = Plan(
        settings,
        gate(settings.values["gate"], settings.origins.get("gate", "--gate")),
        outputs(settings.values["format"], output, settings.origins.get("format", "--format")),
        packs,
        WhatIsKnown(
            settings.values["baseline"], settings.values["waivers"], update_baseline, prune_baseline, bool(baseline)
        ),
        Options(settings.values["lang"], token=secrets.token_hex(16), full=_is_full(sarif)),
        partial=changed is not None,
        none_is_fine=empty,
        sums=explain_score,
    )
    inputs = collected(_paths(paths, settings), settings, plan.options.lang, stdin_filename, changed, empty)
    code = 2 if inputs.missing and not inputs.sources else _carried_out(plan, inputs)
    return 0 if exit_zero and code in (1, 3) else code


class Plan(NamedTuple):
    """What a run is to do. *packs*: pattern of paths → pack, the one for all others under ''.

    *partial*: only some files of the folders are looked at. *none_is_fine*: no file to check is no mistake.
    *sums*: show how the scores come about.
    """

    settings: Config
    limit: Gate
    outputs: Sequence[Output]
    packs: Mapping[str, Pack]
    known: WhatIsKnown
    options: Options
    partial: bool
    none_is_fine: bool
    sums: bool = False


def _carried_out(plan: Plan, inputs: Inputs) -> int:
    """Check the files, put out the result, and return the exit status. Raise Interrupted after what was done."""
    refuse_overwriting(plan.outputs, inputs.sources)
    spare_collections()
    run, interrupted = _run(inputs, plan.packs, plan.settings)
    gone = False
    if not interrupted:
        today = date.today()
        run = decided(run, plan.known, plan.settings.root, today)
        run, gone = settled(run, plan.known, plan.limit, inputs, plan.settings.root, today, partial=plan.partial)
    if run.assessments or not interrupted:
        shown_run = run if plan.settings.values["quotes"] else without_quotes(run)
        put_out(shown_run, plan.outputs, plan.options)
    if plan.sums:
        _tell_scores(run, plan.outputs, plan.options.lang)
    if interrupted:
        raise Interrupted("", _how_far(len(run.assessments), len(inputs.sources)))
    if inputs.missing:
        return 2
    return 1 if gone else exit_code(run, plan.limit, none_is_fine=plan.none_is_fine)


def _tell_scores(run: Run, outputs: Sequence[Output], lang: Lang) -> None:
    """Print how each score comes about: below a table, else on standard error, to leave other formats whole."""
    from validator.renderers.scoresheet import explained_score

    parts = [[path(a), *explained_score(a, run.packs[a.pack], lang)] for a in run.assessments]
    text = "".join("\n".join(["", *lines, ""]) for lines in parts)
    if Output("table", None) in outputs:
        write(text.encode("utf-8", "backslashreplace"), None)
    else:
        print(text, end="", file=sys.stderr)


def _is_full(profile: str) -> bool:
    if profile not in ("github", "full"):
        raise UsageError("--sarif", Words(f"不能写“{profile}”", f"cannot be “{profile}”"), _SARIF)
    return profile == "full"


_SARIF = Words("可以写 github 或 full", "Allowed: github, full")


def _paths(paths: list[str] | None, settings: Config) -> list[str]:
    """Return the paths to check: without any on the command line the folder of the settings file."""
    if paths:
        return paths
    if any(not origin.startswith("--") for origin in settings.origins.values()):
        return [os.path.relpath(settings.root)]
    raise UsageError("", Words("没有写要检查的文件或文件夹", "no file or folder to check"), _NAME_ONE)


_NAME_ONE = Words("例如 chaque check 报告.docx", "For example: chaque check report.docx")


def _changed(revision: str | None) -> frozenset[str] | None:
    if revision is None:
        return None

    from validator.git import changed_since  # loads what other checks do not need

    return changed_since(revision, os.getcwd())


def _run(inputs: Inputs, packs: Mapping[str, Pack], settings: Config) -> tuple[Run, bool]:
    """Return what was assessed, and whether the user stopped it."""
    chosen = [pack_of(source, packs, settings.root) for source in inputs.sources]
    assessments = assess_files(inputs.sources, chosen, settings.values["jobs"])
    done, interrupted = done_of(assessments, len(inputs.sources), settings.values["lang"])
    placed = tuple(a._replace(file=from_root(a.path, settings.root)) for a in done)
    return Run(placed, used(packs.values(), placed)), interrupted


def exit_code(run: Run, limit: Gate, *, none_is_fine: bool = False) -> int:
    """Return 1 if a report is below the gate, 3 if something is incomplete, else 0."""
    if any(a.score and is_below(limit, run.packs[a.pack], a.results, a.score) for a in run.assessments):
        return 1
    if not run.assessments and none_is_fine:
        return 0
    return (
        3 if any(_is_open(a, run.packs[a.pack]) for a in run.assessments) or not _any_assessed(run.assessments) else 0
    )


def _any_assessed(assessments: Sequence[Assessment]) -> bool:
    return any(a.status == "assessed" for a in assessments)


def _is_open(a: Assessment, pack: Pack) -> bool:
    if a.status != "assessed":
        return a.status == "unreadable"
    return any(
        r.outcome == "error" or (r.outcome in OPEN and rule.level == "error") for rule, r in paired(pack, a.results)
    )


def _how_far(done: int, of: int) -> Words:
    left = of - done
    return Words(f"已中断：查完了{done}个，还有{left}个没有查。", f"Interrupted: {done} done, {left} left.")

"""chaque check: assess files and folders."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

import typer

from validator.batch import assess_files, files_under, spare_collections
from validator.errors import UsageError, cannot
from validator.model.pack import Pack
from validator.model.result import Assessment
from validator.pipeline import DEFAULT_PACK, load_pack
from validator.renderers import RENDERERS, Options, render
from validator.scoring import Gate, gate, is_below
from validator.words import Lang, Words, say

INTERRUPTED = 130
_PATIENCE = 1.0  # seconds before a progress bar appears
_OPEN = ("unknown", "error")
_NO_OUTPUT = Words("结果写不出去", "the result cannot be written")
_DISK = Words("请检查磁盘空间，或用 -o 写入文件", "Is the disk full? Or use -o")
_ELSEWHERE = Words("请换一个位置", "Choose another place")
_NO_PATH = Words("没有这个文件或文件夹", "no such file or folder")
_NO_FILES = Words("文件夹里没有可以检查的文件", "the folder holds no file that can be checked")


def command(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="报告文件或文件夹；- 表示标准输入。")],
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"输出格式：{'、'.join(RENDERERS)}。")
    ] = "table",
    lang: Annotated[Lang, typer.Option("--lang", help="输出语言：zh 中文，en 英文。")] = "zh",
    gate_: Annotated[
        str, typer.Option("--gate", metavar="GATE", help="怎样算不合格：error、strict、score:N、never。")
    ] = "error",
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="结果写入文件。")] = None,
    pack: Annotated[str, typer.Option("--pack", metavar="PACK", help="规则包编号或文件夹。")] = DEFAULT_PACK,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="工作进程数；0 表示自动。")] = 0,
) -> int:
    """检查报告：哪些要素有、哪些不全、哪些缺，依据在哪里，该怎么补。"""
    limit = gate(gate_)
    _known_format(format_)
    rules = load_pack(pack)
    spare_collections()
    files, missing = _collected(paths, lang)
    stdin = sys.stdin.buffer.read() if "-" in files else None
    done, interrupted = _done(assess_files(files, rules, jobs, stdin), len(files), lang)
    colour = output is None and sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    _write(render(format_, done, rules, Options(lang, colour)), output)
    if interrupted:
        left = len(files) - len(done)
        told = Words(
            f"已中断：查完了{len(done)}个，还有{left}个没有查。", f"Interrupted: {len(done)} done, {left} left."
        )
        print(say(told, lang), file=sys.stderr)
        raise typer.Exit(INTERRUPTED)
    return 2 if missing else exit_code(done, rules, limit)


def _known_format(name: str) -> None:
    if name not in RENDERERS:
        known = "、".join(RENDERERS)
        raise UsageError(
            "--format",
            Words(f"没有“{name}”这种格式", f"no format “{name}”"),
            Words(f"可以写：{known}", f"Allowed: {known}"),
        )


def exit_code(assessments: Sequence[Assessment], pack: Pack, limit: Gate) -> int:
    """Return 1 if a report is below the gate, 3 if something is incomplete, else 0."""
    if any(a.score and is_below(limit, pack, a.results, a.score) for a in assessments):
        return 1
    return 3 if any(_is_open(a, pack) for a in assessments) or not _any_assessed(assessments) else 0


def _any_assessed(assessments: Sequence[Assessment]) -> bool:
    return any(a.status == "assessed" for a in assessments)


def _is_open(a: Assessment, pack: Pack) -> bool:
    errors = (rule.level == "error" and r.outcome in _OPEN for rule, r in zip(pack.rules, a.results, strict=False))
    broken = any(r.outcome == "error" for r in a.results)
    return a.status == "unreadable" or broken or any(errors)


def _collected(paths: Sequence[str], lang: Lang) -> tuple[list[str], bool]:
    """Return the files that *paths* mean, and whether one of them does not exist (said at once)."""
    files: list[str] = []
    missing = False
    for path in paths:
        if path != "-" and not os.path.exists(path):
            _complain(path, _NO_PATH, Words("请核对路径", "Check the path"), lang)
            missing = True
        elif os.path.isdir(path):
            found = files_under(path)
            if not found:
                _complain(path, _NO_FILES, Words("报告应是 .txt 或 .md 文件", "Reports are .txt or .md files"), lang)
                missing = True
            files += found
        else:
            files.append(path)
    if missing and not files:
        raise typer.Exit(2)
    once = {os.path.realpath(f) if f != "-" else f: f for f in reversed(files)}
    return list(reversed(once.values())), missing


def _complain(path: str, what: Words, hint: Words, lang: Lang) -> None:
    """Say at once what is wrong with a path; the others are checked all the same."""
    print(UsageError(path, what, hint).in_language(lang), file=sys.stderr)


def _done(assessments: Iterable[Assessment], total: int, lang: Lang) -> tuple[list[Assessment], bool]:
    """Return what was assessed, and whether the user stopped it."""
    done: list[Assessment] = []
    try:
        for a in _watched(assessments, total, lang):
            done.append(a)
    except KeyboardInterrupt:
        return done, True
    return done, False


def _watched(assessments: Iterable[Assessment], total: int, lang: Lang) -> Iterator[Assessment]:
    """Pass the assessments on; on a terminal show a progress bar once it takes longer than a second."""
    if sys.stderr is None or not sys.stderr.isatty() or total < 2:
        yield from assessments
        return
    started = time.monotonic()
    bar = None
    for count, a in enumerate(assessments, 1):
        if bar is None and time.monotonic() - started > _PATIENCE:
            label = "Checking" if lang == "en" else "正在检查"
            bar = typer.progressbar(length=total, label=label, file=sys.stderr)
            bar.__enter__()
            bar.update(count - 1)
        if bar is not None:
            bar.update(1)
        yield a
    if bar is not None:
        bar.__exit__(None, None, None)


def _write(data: bytes, output: str | None) -> None:
    if output is None:
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:  # the reader has seen enough (| head)
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except (OSError, AttributeError) as error:  # full, or closed
            raise UsageError("", _NO_OUTPUT, _DISK) from error
        return
    try:
        with open(output, "wb") as file:
            file.write(data)
    except OSError as error:
        raise UsageError(output, cannot("写不了这个文件", "cannot write", error), _ELSEWHERE) from error

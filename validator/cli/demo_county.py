"""chaque demo-county: an invented county to try the review with."""

from __future__ import annotations

import os
import shlex
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from validator.demo.planted import Planted
from validator.errors import UsageError, cannot
from validator.words import Lang, Words, say

_CANNOT = ("演示文件写不进去", "the demo files cannot be written")
_NOT_EMPTY = Words("文件夹里已经有东西", "the folder is not empty")
_OTHER = Words("请换一个文件夹名，或者先把它清空", "Choose another folder, or empty it first")
_ELSEWHERE = Words("请换一个位置", "Choose another place")


def command(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="放演示文件的文件夹，要新的或者空的。")],
    lang: Annotated[Lang, typer.Option("--lang", help="输出语言：zh 中文，en 英文。")] = "zh",
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="换一个数，文字就不同。")] = 1,
) -> int:
    """造一个虚构的县：60 个单位、两年的报告，各种毛病都有，用来试 chaque review。"""
    from validator.demo.county import county  # loads what a refusal does not need

    _refuse_used(folder)
    made = county(seed)
    _put(made.files, folder)
    print(say(_told(made.planted, folder), lang))
    return 0


def _refuse_used(folder: str) -> None:
    try:
        used = os.path.lexists(folder) and (not os.path.isdir(folder) or bool(os.listdir(folder)))
    except OSError as error:
        raise UsageError(folder, cannot(*_CANNOT, error), _ELSEWHERE) from None
    if used:
        raise UsageError(folder, _NOT_EMPTY, _OTHER)


def _put(files: Mapping[str, bytes], folder: str) -> None:
    """Write all files beside *folder* and then move them there in one step. Raise UsageError."""
    target = Path(os.path.abspath(folder))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as beside:
            whole = Path(beside) / "county"
            for path, data in files.items():
                file = whole / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
            if target.is_dir():
                target.rmdir()  # it is empty
            whole.rename(target)
    except OSError as error:
        raise UsageError(folder, cannot(*_CANNOT, error), _ELSEWHERE) from None


def _told(planted: Planted, folder: str) -> Words:
    """Return what was made and what to type next."""
    from validator.demo.chosen import YEAR

    units = len(planted.files) + len(planted.missing) + len(planted.exempt) + 1  # one unit has only a doubtful file
    files = sum(map(len, planted.files.values())) + len(planted.stray)
    now, last, roster, template, out = (
        shlex.quote(os.path.join(folder, name))
        for name in (str(YEAR), str(YEAR - 1), "roster.csv", "template.txt", "review")
    )
    line = f"chaque review {now} --roster {roster} --year {YEAR} --last-year {last} --template {template} -o {out}"
    notes = os.path.join(folder, "planted.txt")
    return Words(
        f"已在 {folder} 造好虚构的云川县：{units}个单位，{YEAR}年报告{files}份，"
        f"{YEAR - 1}年报告{len(planted.before)}份。\n"
        f"接着输入：\n  {line}\n应当查出什么，写在 {notes}。",
        f"Made the invented county 云川县 in {folder}: {units} units, {files} reports on {YEAR}, "
        f"{len(planted.before)} on {YEAR - 1}.\nType next:\n  {line}\nWhat it should find is told in {notes}.",
    )

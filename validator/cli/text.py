"""chaque text: what was read of a file, so that people see why."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from validator.batch import read_apart
from validator.errors import ReadError
from validator.renderers.reading import render
from validator.sources import STDIN, Source, sources_of
from validator.words import Lang


def command(
    path: Annotated[str, typer.Argument(metavar="FILE", help="报告文件；- 表示标准输入。")],
    lang: Annotated[Lang, typer.Option("--lang", help="输出语言：zh 中文，en 英文。")] = "zh",
) -> int:
    """显示读到的文字：每一行在原文件的哪里，是标题、正文、署名还是网页上的杂项。"""
    sources = [Source(STDIN, data=sys.stdin.buffer.read())] if path == STDIN else sources_of(path)
    worst = 0
    for source in sources:
        found = read_apart(source)
        if isinstance(found, ReadError):
            print(ReadError(found.where or source.path, found.what, found.hint).in_language(lang), file=sys.stderr)
            worst = 2 if not os.path.exists(source.path) and source.data is None else 3
            continue
        sys.stdout.buffer.write(render(*found, lang))
    sys.stdout.buffer.flush()
    return worst

"""Where results go: standard output, files, and the summary page of a GitHub job."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

from validator.errors import UsageError, cannot
from validator.model.run import Run
from validator.renderers import RENDERERS, Options, render
from validator.sources import Source
from validator.words import Words

SUMMARY = "GITHUB_STEP_SUMMARY"
_SUMMARY_BYTES = 1024 * 1024
_NO_OUTPUT = Words("结果写不出去", "the result cannot be written")
_DISK = Words("请检查磁盘空间，或用 -o 写入文件", "Is the disk full? Or use -o")
_ELSEWHERE = Words("请换一个位置", "Choose another place")


class Output(NamedTuple):
    """A format and the file that it goes to; without one, to standard output."""

    format: str
    path: str | None


def outputs(written: Sequence[str], path: str | None, where: str = "--format") -> tuple[Output, ...]:
    """Return what ``--format NAME[=FILE]`` and ``--output`` ask for. Raise UsageError.

    *path* takes the one format that names no file of its own. *where*: the option, or the line of the settings.
    """
    found = [Output(name, file or None) for name, _, file in (text.partition("=") for text in written)]
    for output in found:
        if output.format not in RENDERERS:
            known = "、".join(RENDERERS)
            raise UsageError(
                where,
                Words(f"没有“{output.format}”这种格式", f"no format “{output.format}”"),
                Words(f"可以写：{known}", f"Allowed: {known}"),
            )
    free = [o for o in found if o.path is None]
    if len(free) > 1:
        names = "、".join(o.format for o in free)
        raise UsageError(
            where,
            Words(f"{names} 都要写到标准输出", f"{names} would all go to standard output"),
            Words(f"请给其余的写上文件，例如 {free[-1].format}=结果", f"Name files: {free[-1].format}=FILE"),
        )
    placed = tuple(o._replace(path=path) if o.path is None else o for o in found)
    files = [os.path.realpath(o.path) for o in placed if o.path]
    if len(set(files)) < len(files):
        raise UsageError(where, Words("两种格式要写进同一个文件", "two formats would go to the same file"))
    return placed


def refuse_overwriting(wanted: Sequence[Output], sources: Sequence[Source]) -> None:
    """Raise UsageError when a result would take the place of a report."""
    reports = {os.path.realpath(s.path) for s in sources if s.data is None}
    for output in wanted:
        if output.path and os.path.realpath(output.path) in reports:
            raise UsageError(
                output.path,
                Words("结果不能写进要检查的报告", "the result would overwrite the report"),
                Words("请换一个文件名", "Choose another name"),
            )


def put_out(run: Run, wanted: Sequence[Output], options: Options) -> None:
    """Render *run* in every wanted format and write it. Raise UsageError when that cannot be done."""
    for output in wanted:
        to_screen = output.path is None and sys.stdout is not None and sys.stdout.isatty()
        colour = to_screen and not os.environ.get("NO_COLOR")
        data = render(output.format, run, options._replace(colour=colour))
        write(data, output.path)
        if output.format == "github" and os.environ.get(SUMMARY):
            _add_to_summary(render("markdown", run, options), os.environ[SUMMARY])


def write(data: bytes, path: str | None) -> None:
    """Write *data* to a file, or to standard output. Raise UsageError."""
    if path is None:
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:  # the reader has seen enough (| head)
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except (OSError, AttributeError) as error:  # full, or closed
            raise UsageError("", _NO_OUTPUT, _DISK) from error
        return
    try:
        with open(path, "wb") as file:
            file.write(data)
    except OSError as error:
        raise UsageError(path, cannot("写不了这个文件", "cannot write", error), _ELSEWHERE) from error


def _add_to_summary(data: bytes, path: str) -> None:
    """Add to the job's summary page, which takes no more than a mebibyte."""
    note = "\n\n…\n".encode()
    if len(data) > _SUMMARY_BYTES:
        data = data[: _SUMMARY_BYTES - len(note)].decode("utf-8", "ignore").encode() + note
    try:
        with open(path, "ab") as file:
            file.write(data)
    except OSError as error:
        raise UsageError(path, cannot("写不了任务摘要", "cannot write the job's summary", error)) from error

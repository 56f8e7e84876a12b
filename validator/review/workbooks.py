"""Bytes of a workbook → what is read in it, in a process of its own: the reader's library can die of a hostile file."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from typing import Any, NamedTuple

from validator.errors import ReadError, UsageError
from validator.words import Words
from validator.workers import Pool

MAX_BYTES = 30 * 1024 * 1024

Reading = Callable[[Any, str], Any]
"""An open workbook, and its path for mistakes → what is wanted of it. A function of a module: it goes to a process."""


class _Job(NamedTuple):
    data: bytes
    path: str
    reading: Reading


def read_workbook(data: bytes, path: str, reading: Reading) -> Any:
    """Return what *reading* finds in the workbook *data*. Raise UsageError if it is too large, locked or damaged."""
    refuse_large(len(data), path)
    pool: Pool[_Job, Any] = Pool([_Job(data, path, reading)], _apart, _lost, 1)
    found = next(pool.in_order())
    if isinstance(found, UsageError):
        raise found
    return found


def refuse_large(size: int, path: str) -> None:
    """Raise UsageError for a table of so many bytes that it is not read."""
    if size > MAX_BYTES:
        most = MAX_BYTES // 1024 // 1024
        raise UsageError(path, Words(f"文件超过{most} MB", f"the file is larger than {most} MB"))


def _lost(job: _Job, _: ReadError) -> UsageError:
    return UsageError(job.path, _CANNOT_OPEN, SAVE_AGAIN)


def _apart(job: _Job) -> Any:
    """Read; what the library prints when it dies helps nobody."""
    if not os.environ.get("CHAQUE_DEBUG"):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    return _tried(job)


def _tried(job: _Job) -> Any:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        with CalamineWorkbook.from_object(io.BytesIO(job.data)) as workbook:
            return job.reading(workbook, job.path)
    except UsageError as error:
        return error
    except PasswordError:
        return UsageError(job.path, Words("工作簿有密码", "the workbook has a password"), _NO_PASSWORD)
    except (CalamineError, ValueError, OSError):
        return UsageError(job.path, _CANNOT_OPEN, SAVE_AGAIN)


SAVE_AGAIN = Words(
    "请用 Excel 或 WPS 打开后另存为 .xlsx 再试", "Open it in Excel or WPS, save it as .xlsx and try again"
)
_CANNOT_OPEN = Words("打不开这个工作簿，可能已损坏", "cannot open this workbook: it may be damaged")
_NO_PASSWORD = Words("请去掉密码再试", "Take the password off and try again")

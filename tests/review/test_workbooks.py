"""validator.review.workbooks: what is read in a workbook is read in a process of its own."""

from __future__ import annotations

import os
from typing import Any

import pytest

from tests.ledger_support import line, sheet
from validator.errors import UsageError
from validator.review.workbooks import read_workbook
from validator.words import Words


def names(book: Any, path: str) -> tuple[list[str], str, int]:
    return book.sheet_names, path, os.getpid()


def refused(_: Any, path: str) -> None:
    raise UsageError(path, Words("少一列", "a column is missing"))


def dies(*_: Any) -> None:
    os.abort()


def test_it_is_read_in_another_process() -> None:
    found, path, process = read_workbook(sheet(line()), "r.xlsx", names)
    assert "复核意见" in found and path == "r.xlsx" and process != os.getpid()


def test_what_the_reading_refuses_is_refused() -> None:
    with pytest.raises(UsageError, match=r"r\.xlsx: 少一列"):
        read_workbook(sheet(line()), "r.xlsx", refused)


def test_a_process_that_dies_is_a_workbook_that_cannot_be_opened() -> None:
    with pytest.raises(UsageError, match=r"r\.xlsx: 打不开这个工作簿"):
        read_workbook(sheet(line()), "r.xlsx", dies)

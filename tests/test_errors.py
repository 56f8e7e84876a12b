"""validator.errors: one line that says where, what and what to do."""

from __future__ import annotations

import pickle

import pytest

from validator.errors import ChaqueError, PackError, ReadError, UsageError
from validator.words import Words

WHAT, HINT = Words("没有这个文件", "no such file"), Words("请核对路径", "Check the path")


def test_where_what_hint_in_both_languages() -> None:
    error = ReadError("a.txt", WHAT, HINT)
    assert error.in_language("zh") == "a.txt: 没有这个文件。请核对路径"
    assert error.in_language("en") == "a.txt: no such file. Check the path"


def test_without_hint() -> None:
    assert PackError("pack.yaml:3:5", WHAT).in_language("en") == "pack.yaml:3:5: no such file"


def test_without_place() -> None:
    assert ReadError("", WHAT).in_language("zh") == "没有这个文件"


def test_str_is_chinese() -> None:
    assert str(UsageError("--gate", WHAT, HINT)) == "--gate: 没有这个文件。请核对路径"


@pytest.mark.parametrize("kind", [UsageError, PackError, ReadError])
def test_every_kind_is_a_chaque_error(kind: type[ChaqueError]) -> None:
    assert issubclass(kind, ChaqueError)
    assert "\n" not in str(kind("x", WHAT, HINT))


def test_errors_cross_process_borders() -> None:
    error = pickle.loads(pickle.dumps(ReadError("a.txt", WHAT, HINT)))  # noqa: S301 - our own bytes
    assert isinstance(error, ReadError)
    assert (error.where, error.what, error.hint) == ("a.txt", WHAT, HINT)

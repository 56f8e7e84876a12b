"""validator.globs: patterns as in .gitignore."""

from __future__ import annotations

import pytest

from validator.globs import matches


@pytest.mark.parametrize(
    ("path", "pattern", "fits"),
    [
        ("2016/a/b.txt", "2016/**", True),
        ("2017/a.txt", "2016/**", False),
        ("x/草稿/a.txt", "**/草稿/**", True),
        ("草稿/a.txt", "**/草稿/**", True),
        ("草稿a/a.txt", "**/草稿/**", False),
        ("a/b.docx", "*.docx", True),
        ("a/b.docx", "/*.docx", False),
        ("b.docx", "/*.docx", True),
        ("a/草稿/b/c.txt", "草稿/", True),
        ("a/b/c.txt", "a/*", True),
        ("a/b.txt", "a/?.txt", True),
        ("a/bb.txt", "a/?.txt", False),
        ("a/1.txt", "a/[0-9].txt", True),
        ("a/x.txt", "a/[!0-9].txt", True),
        ("a/x+y.txt", "a/x+y.txt", True),
        ("a/xxy.txt", "a/x+y.txt", False),
    ],
)
def test_pattern(path: str, pattern: str, fits: bool) -> None:
    assert matches(path, [pattern]) is fits


def test_any_of_several_and_none() -> None:
    assert matches("a.txt", ["b.txt", "a.*"])
    assert not matches("a.txt", [])

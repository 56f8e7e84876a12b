"""validator.review.matching.owned: files that the roster itself gives to a unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.globs import matches
from validator.model.roster import Unit
from validator.review.matching.owned import owners_of


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        ("a/b.docx", "b.docx"),
        ("a/b.docx", "a/b.docx"),
        ("a/b.docx", "/a/b.docx"),
        ("a/b/c.docx", "a/"),
        ("a/b/c.docx", "b"),
        ("a/b.docx", "*.docx"),
        ("深/a/b.docx", "**/a/*"),
        ("a/b.docx", "**/a/*"),
        ("a.zip/b.docx", "a.zip"),
    ],
)
def test_fits(path: str, pattern: str) -> None:
    assert owners_of([path, "别的"], [Unit("司法局", files=(pattern,))]) == {path: {"司法局": pattern}}


PART = st.sampled_from(["a", "b", "ab", "a.docx", "*.docx", "*", "?", "**", "[ab]", "草稿"])


@given(
    st.lists(PART, min_size=1, max_size=3).map("/".join),
    st.lists(st.sampled_from(["a", "b", "ab", "a.docx", "草稿"]), min_size=1, max_size=3).map("/".join),
)
def test_says_what_globs_say(pattern: str, path: str) -> None:
    assert bool(owners_of([path], [Unit("司法局", files=(pattern,))])) is matches(path, [pattern])

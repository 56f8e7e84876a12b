"""validator.review.matching.owned: files that the roster itself gives to a unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.review.filing import matched, roster, sent
from validator.globs import matches
from validator.model.roster import Unit
from validator.review.matching.owned import is_joint, owners_of, unused


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
    assert owners_of([path, "别的"], [Unit("司法局", files=(pattern,))]) == {path: {"司法局": [pattern]}}


@pytest.mark.parametrize(
    ("patterns", "joint"),
    [
        (("b.docx", "b.docx"), True),
        (("b.docx", "a/b.docx"), True),
        (("*联合*", "*联合*"), True),
        (("合报/", "合报/"), True),
        (("b.docx", "*.docx"), False),
        (("a", "b.docx"), False),
        (("*.docx", "a/*"), False),
        (("b.docx",), False),
    ],
)
def test_a_joint_report_is_written_for_each_in_the_same_way(patterns: tuple[str, ...], joint: bool) -> None:
    assert is_joint({f"{i}局": [pattern] for i, pattern in enumerate(patterns)}, "a/b.docx") is joint


def test_patterns_that_fit_nothing_are_told() -> None:
    units = roster(
        Unit("司法局", files=("司法*", "1.docx", "电话13812345678.docx")), Unit("水利局", files=("*不存在*",))
    )
    files = [sent(path) for path in ("司法局.docx", "1.docx", "电话13812345678.docx")]
    (told,) = unused(matched(files, units, 2025), units.units)
    assert told.zh == "名册“文件”列写的没有对上任何文件，请核对文件名：第3行“*不存在*”。"
    assert told.en == "No file fits what the roster has as files: row 3 (*不存在*)."
    (all_of_them,) = unused([], units.units)
    assert "第2行“司法*”" in all_of_them.zh and "13812345678" not in all_of_them.zh
    assert unused(matched(files, units, 2025), units.units[:1]) == []


PART = st.sampled_from(["a", "b", "ab", "a.docx", "*.docx", "*", "?", "**", "[ab]", "草稿"])


@given(
    st.lists(PART, min_size=1, max_size=3).map("/".join),
    st.lists(st.sampled_from(["a", "b", "ab", "a.docx", "草稿"]), min_size=1, max_size=3).map("/".join),
)
def test_says_what_globs_say(pattern: str, path: str) -> None:
    assert bool(owners_of([path], [Unit("司法局", files=(pattern,))])) is matches(path, [pattern])

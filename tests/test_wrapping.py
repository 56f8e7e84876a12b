"""validator.wrapping: line breaks inside a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import chinese
from validator.wrapping import wrapped_breaks

SENTENCES = [
    f"第{chinese(i)}季度组织执法人员到各行政村开展联合检查，发现问题及时督促整改，办理案件{i}件，案卷全部经过法制审核，没有发生败诉案件。"
    for i in range(1, 13)
]


def joined(text: str) -> str:
    for start, end in reversed(wrapped_breaks(text.split("\n"))):
        text = text[:start] + text[end:]
    return text


def wrapped(text: str, width: int, indent: str = "") -> str:
    text = indent + text
    return "\n".join(text[i : i + width] for i in range(0, len(text), width))


def test_whole_paragraphs_are_left_alone() -> None:
    assert wrapped_breaks(SENTENCES) == []


def test_one_line() -> None:
    assert wrapped_breaks(["一、主要举措和成效"]) == []
    assert wrapped_breaks([""]) == []


def test_page_set_to_a_width_is_joined() -> None:
    page = "\n".join(wrapped(s, 28, "　　") for s in SENTENCES)
    assert joined(page) == "\n".join("　　" + s for s in SENTENCES)


def test_single_cut_line_among_whole_paragraphs() -> None:
    cut = SENTENCES[0][:45] + "\n" + SENTENCES[0][45:]
    assert joined("\n".join([cut, *SENTENCES[1:4]])) == "\n".join(SENTENCES[:4])


def test_heading_is_not_joined_with_its_body() -> None:
    text = "一、主要举措和成效\n" + SENTENCES[0]
    assert joined(text) == text


def test_list_of_short_lines_is_not_joined() -> None:
    text = "\n".join(["青禾镇人民政府", "云川县农业农村局", "云川县水利局"] * 4)
    assert joined(text) == text


def test_next_heading_begins_a_line_of_its_own() -> None:
    long_heading = (
        "一、" + "全面贯彻落实上级部署坚持把法治政府建设摆在全局工作的重要位置统筹推进各项任务落地见效取得成效"
    )
    text = f"{long_heading}\n二、规范执法\n{SENTENCES[0]}"
    assert joined(text) == text


def test_page_number_between_two_halves_goes_with_the_break() -> None:
    lines = "\n".join(wrapped(s, 28, "　　") for s in SENTENCES).split("\n")
    lines[1:1] = ["", "- 2 -", ""]
    assert joined("\n".join(lines)) == "\n".join("　　" + s for s in SENTENCES)


def test_table_rows_are_not_joined() -> None:
    row = "|检查次数|四十六次|办理案件|一十二件|调解纠纷|一百三十件|宣讲场次|一十二场|培训期数|四期|审查合同|二十份"
    text = "\n".join([row] * 3)
    assert joined(text) == text


LINES = st.lists(
    st.sampled_from(
        [*SENTENCES, "", "　　", "- 3 -", "一、规范执法", "（二）普法", *(s[:50] for s in SENTENCES), "镇"]
    ),
    min_size=1,
    max_size=30,
)


@given(LINES)
def test_breaks_are_ordered_apart_and_hold_only_space_and_page_numbers(lines: list[str]) -> None:
    text = "\n".join(lines)
    at = 0
    for start, end in wrapped_breaks(lines):
        assert at <= start < end <= len(text)
        assert "\n" in text[start:end]
        assert set(text[start:end]) <= set("\n 　-3")
        at = end


@given(st.integers(22, 38), st.integers(2, 12))
def test_wrapping_to_any_width_is_undone_without_losing_a_character(width: int, count: int) -> None:
    page = "\n".join(wrapped(s, width, "　　") for s in SENTENCES[:count])
    assert joined(page).replace("\n", "") == page.replace("\n", "")


HEADING = "　　二、党政主要负责人履行推进法治建设第一\n责任人职责情况"


def indented(*parts: str) -> str:
    """Return a page of 28 characters to the line with *parts* in the middle."""
    page = [wrapped(s, 28, "　　") for s in SENTENCES]
    return "\n".join([*page[:6], *parts, *page[6:]])


def test_heading_that_was_cut_before_the_margin_is_joined() -> None:
    assert HEADING.replace("\n", "") in joined(indented(HEADING)).split("\n")


@pytest.mark.parametrize(
    "part",
    [
        "　　二、主要举措和成效\n本镇概况。",  # a short body that ends in a stop
        "　　五、其他需要报告的情况\n无",
        "　　二、主要举措\n三、存在的不足",
        "　　云川县青禾镇人民政府\n办公室",  # no heading
        "二、党政主要负责人履行推进法治建设第一\n责任人职责情况",  # nothing is indented here
        "　　二、主要举措\n本镇概况\n位于县城以北",
    ],
)
def test_what_stands_below_a_heading_is_not_joined(part: str) -> None:
    lines = joined(indented(part)).split("\n")
    assert all(line in lines for line in part.split("\n"))

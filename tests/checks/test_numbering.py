"""validator.checks.numbering: headings count on without gap or repetition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import REPORT, SHORT, ask, chinese, numbered, quoted
from validator.checks.answer import Answer

SIGNS = {"cn": "{}、", "cnp": "（{}）", "part": "第{}部分 "}
LENGTHS = st.integers(3, 12)


def numbering(text: str) -> Answer:
    return ask(SHORT + text, "numbering", "consecutive")


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
@given(length=LENGTHS)
def test_consecutive_list_holds(sign: str, length: int) -> None:
    assert numbering(numbered(range(1, length + 1), sign)).holds is True


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
@given(length=LENGTHS, data=st.data())
def test_dropped_number_is_found(sign: str, length: int, data: st.DataObject) -> None:
    dropped = data.draw(st.integers(1, length - 1))
    numbers = [n for n in range(1, length + 1) if n != dropped]
    answer = numbering(numbered(numbers, sign))
    assert answer.holds is False
    assert len(answer.spans) == 1


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
@given(length=LENGTHS, data=st.data())
def test_repeated_number_is_found(sign: str, length: int, data: st.DataObject) -> None:
    repeated = data.draw(st.integers(2, length))
    numbers = sorted([*range(1, length + 1), repeated])
    assert numbering(numbered(numbers, sign)).holds is False


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_repeated_first_number_is_found(sign: str) -> None:
    assert numbering(numbered([1, 1, 2, 3], sign)).holds is False


@given(st.lists(st.integers(1, 6), min_size=1, max_size=5))
def test_lists_below_begin_anew(inner: list[int]) -> None:
    text = "".join(
        numbered([i + 1], start=i) + numbered(range(1, count + 1), "（{}）", start=i + 1)
        for i, count in enumerate(inner)
    )
    assert numbering(text).holds is True


@given(st.lists(st.integers(2, 5), min_size=2, max_size=4))
def test_lists_of_the_same_kind_inside_each_other(inner: list[int]) -> None:
    text = "".join(
        numbered([i + 1], start=i) + numbered(range(1, count + 1), start=i + 1) for i, count in enumerate(inner)
    )
    assert numbering(text).holds is True


@given(st.lists(st.integers(1, 4), min_size=2, max_size=5))
def test_list_may_run_on_across_its_parents(inner: list[int]) -> None:
    text, next_number = "", 1
    for i, count in enumerate(inner):
        text += numbered([i + 1], start=i)
        text += numbered(range(next_number, next_number + count), "（{}）", start=i + 1)
        next_number += count
    assert numbering(text).holds is True


def test_gap_in_a_lower_list() -> None:
    text = numbered([1]) + numbered([1, 3], "（{}）") + numbered([2])
    answer = numbering(text)
    assert answer.holds is False
    assert answer.values["jumps"].zh == "“（二）”的位置上是“（三）”"
    assert answer.values["jumps"].en == "（三） stands where （二） is due"


def test_evidence_is_the_heading_behind_the_gap() -> None:
    text = numbered([1, 2, 4])
    answer = numbering(text)
    assert [q[:2] for q in quoted(SHORT + text, answer)] == ["四、"]


def test_repetition_is_told_as_such() -> None:
    assert numbering(numbered([1, 2, 2])).values["jumps"].zh == "“二、”重复出现"


def test_arabic_numbers() -> None:
    def arabic(*numbers: int) -> str:
        return numbered([1]) + "".join(f"{n}.规范案卷评查。全年评查{n}次，全部合格。\n" for n in numbers)

    assert numbering(arabic(1, 2, 3)).holds is True
    assert numbering(arabic(1, 3)).holds is False


def test_heading_that_lost_its_number_takes_its_place() -> None:
    run_in = "（{}）{}。全年开展检查46次，办理案件12件，案卷评查全部合格，没有发生败诉案件。\n"
    text = "一、主要举措\n" + run_in.format("一", "规范执法") + run_in.format("三", "深化普法")
    lost = text.replace("（三）", "化解矛盾。全年调解纠纷130件，成功127件，没有发生越级上访。\n（三）")
    assert numbering(text).holds is False
    assert numbering(lost).holds is True


def test_list_in_a_sentence_is_not_checked() -> None:
    assert numbering("一、成效\n一是规范案卷；三是加强培训。\n二、打算\n加强培训。\n").holds is True


def test_complete_report() -> None:
    assert ask(REPORT, "numbering", "consecutive").holds is True


def test_no_headings() -> None:
    assert numbering("2024年，检查46次。\n").holds is True


def test_helper_counts_as_headings_do() -> None:
    assert [chinese(n) for n in (1, 10, 11, 20, 21)] == ["一", "十", "十一", "二十", "二十一"]

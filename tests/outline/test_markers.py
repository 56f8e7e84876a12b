"""validator.outline.markers: numbers in front of headings, whole or damaged."""

from __future__ import annotations

import pytest

from tests.support import headings, outline
from validator.outline.markers import is_row, marker_of

TEXT = "全年开展联合检查46次，办理案件12件，案卷评查全部合格，执法人员全部持证上岗，没有发生败诉案件。"


@pytest.mark.parametrize(
    ("marker", "family", "number"),
    [
        ("一、", "cn", 1),
        ("十二、", "cn", 12),
        ("一.", "cn", 1),
        ("一．", "cn", 1),
        ("（一）", "cnp", 1),
        ("(三)", "cnp", 3),
        ("（ 二 ）", "cnp", 2),
        ("（十一）", "cnp", 11),
        ("（一）、", "cnp", 1),
        ("1.", "num", 1),
        ("2、", "num", 2),
        ("３．", "num", 3),
        ("（1）", "nump", 1),
        ("(12)", "nump", 12),
        ("1）", "nump", 1),
        ("①", "circle", 1),
        ("第一部分", "part", 1),
        ("第二部分、", "part", 2),
        ("第三章 ", "part", 3),
    ],
)
def test_whole_marker(marker: str, family: str, number: int) -> None:
    (s,) = outline(f"{TEXT}\n{marker}规范行政执法\n{TEXT}\n").sections
    assert (s.family, s.number, s.damaged, s.heading) == (family, number, False, "规范行政执法")


@pytest.mark.parametrize(("marker", "number"), [("一)", 1), ("二）", 2), ("（三", 3), (")", None), ("）", None)])
def test_damaged_marker(marker: str, number: int | None) -> None:
    (s,) = outline(f"{TEXT}\n{marker}规范行政执法\n{TEXT}\n").sections
    assert (s.family, s.number, s.damaged, s.heading) == ("cnp", number, True, "规范行政执法")


@pytest.mark.parametrize(
    "line",
    ["一是配备设备。", "一年来，工作有序推进。", "2024年，工作有序推进。", "3.5万人次参加活动。", "12次检查全部合格。"],
)
def test_no_marker(line: str) -> None:
    assert headings(f"一、规范执法\n{line}{TEXT}\n") == ["规范执法"]


def test_marker_alone_on_a_line_is_no_heading() -> None:
    assert headings(f"一、\n{TEXT}\n") == []


def test_number_before_a_year() -> None:
    assert headings(f"{TEXT}\n1.2024年工作回顾\n{TEXT}\n") == ["2024年工作回顾"]


@pytest.mark.parametrize(
    ("text", "family", "number"),
    [("㈡规范执法", "cnp", 2), ("⑶规范执法", "nump", 3), ("⒋规范执法", "num", 4), ("⑫规范执法", "circle", 12)],
)
def test_numbers_in_one_character(text: str, family: str, number: int) -> None:
    found = marker_of(text)
    assert found
    assert (found.family, found.number, text[found.length :]) == (family, number, "规范执法")


@pytest.mark.parametrize(
    "line",
    [
        "二、上年结转申请数量 | 1 | 0 | 1",
        "二、上年结转申请数量 | 1 | |",
        "| 二、上年结转申请数量 | 1 | 0 |",
        "二、上年结转申请数量    12",
        "二、上年结转申请数量\t12\t0",
        "（七）总计 4 0 5",
        "二、工作情况    3",
    ],
)
def test_row_of_figures_is_no_heading(line: str) -> None:
    assert is_row(line)
    assert headings(f"一、规范执法\n{TEXT}\n{line}\n{TEXT}\n") == ["规范执法"]


@pytest.mark.parametrize(
    "line", ["二、化解纠纷127", "二、办理案件 12", "二、化解纠纷 | 完善调解", "二、落实“十四五”规划-2024"]
)
def test_heading_that_ends_in_a_figure_is_no_row(line: str) -> None:
    assert not is_row(line)

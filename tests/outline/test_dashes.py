"""validator.outline.dashes: a dash for 一 in front of a heading."""

from __future__ import annotations

import pytest

from tests.support import REPORT, ask, headings, outcomes, outline, seconds

TEXT = "全年开展联合检查46次，办理案件12件，案卷评查全部合格，执法人员全部持证上岗，没有发生败诉案件。"


@pytest.mark.parametrize("dash", ["—", "－", "-", "–"])
def test_a_dash_before_two_is_one(dash: str) -> None:
    text = REPORT.replace("\n一、", f"\n{dash}、").replace("（一）", f"（{dash}）")
    assert headings(text) == headings(REPORT)
    assert [(s.family, s.number) for s in outline(text).sections] == [
        (s.family, s.number) for s in outline(REPORT).sections
    ]
    assert outcomes(text)["achievements"] == "pass"
    assert outcomes(text)["numbering-gap"] == "pass"


def test_it_is_told_as_damaged() -> None:
    text = REPORT.replace("\n一、", "\n—、")
    assert [s.heading for s in outline(text).sections if s.damaged] == ["主要举措和成效"]
    assert outcomes(text)["damaged-text"] == "fail"


def test_ascii_brackets_and_the_only_child() -> None:
    """Where one dash is surely 一, a single (—) is, too."""
    text = f"—、规范执法\n(—)加强培训。{TEXT}\n二、化解纠纷\n(—)多元解纷。{TEXT}\n(二)源头预防。{TEXT}\n"
    assert [(s.family, s.number) for s in outline(text).sections] == [
        ("cn", 1),
        ("cnp", 1),
        ("cn", 2),
        ("cnp", 1),
        ("cnp", 2),
    ]


def test_eleven() -> None:
    tens = "".join(f"{n}、规范执法{n}\n{TEXT}\n" for n in ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"])
    text = f"{tens}十—、化解纠纷\n{TEXT}\n十二、深化普法\n{TEXT}\n"
    assert [s.number for s in outline(text).sections][-3:] == [10, 11, 12]
    assert ask(text, "numbering", "consecutive").holds is True


@pytest.mark.parametrize(
    "lines",
    [
        ["-、配备设备", "-、加强培训", "-、评查案卷"],  # a list whose bullets are dashes
        ["——摘自县委全会报告", "配备设备"],
        ["一、规范执法", "—、配备设备", "二、化解纠纷"],  # 一 is there already
        ["—、配备设备", "五、化解纠纷"],
    ],
)
def test_other_dashes_are_no_numbers(lines: list[str]) -> None:
    text = "".join(f"{line}\n{TEXT}\n" for line in lines)
    assert all(s.number != 1 or s.heading == "规范执法" for s in outline(text).sections)


def test_many_dashes_take_no_longer_than_their_number() -> None:
    few, many = "—、规范执法\n" * 1000, "—、规范执法\n" * 8000
    assert seconds(lambda: outline(many)) < 30 * seconds(lambda: outline(few))

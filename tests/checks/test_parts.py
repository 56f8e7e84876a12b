"""validator.checks.parts: exactly these parts, under their own headings, in this order."""

from __future__ import annotations

import pytest

from tests.support import ask, quoted
from validator.checks.answer import Answer
from validator.model.pack import Element
from validator.words import Words

NAMES = ("a", "b", "c", "d")
TITLES = ("总体情况", "主动公开、依申请公开情况", "存在问题及改进情况", "其他事项")
PATTERNS = ("情况$|概述", "公开", "问题|不足", "其他")
ELEMENTS = {
    name: Element(
        name, Words(title, f"Part {name}"), heading=(pattern,), not_heading=("公开|问题",) if name == "a" else ()
    )
    for name, title, pattern in zip(NAMES, TITLES, PATTERNS, strict=True)
}


def text(*headings: str) -> str:
    return "".join(
        f"{'一二三四五六'[i]}、{h}\n全年检查46次，办理案件12件，没有败诉案件。\n" for i, h in enumerate(headings)
    )


def asked(report: str, **more: object) -> Answer:
    return ask(report, "parts", NAMES, elements=ELEMENTS, **more)


def test_all_in_order() -> None:
    answer = asked(text(*TITLES))
    assert answer.holds is True
    assert all(words == ("", "") for words in answer.values.values())


@pytest.mark.parametrize(
    "heading",
    [
        "主动公开,依申请公开情况",
        "主动公开、依申请公开情况：",
        "【主动公开、依申请公开情况】",
        "主动公开 、依申请公开情况。",
        "“主动公开”、“依申请公开”情况（见下表）",
    ],
)
def test_signs_and_brackets_do_not_matter(heading: str) -> None:
    assert asked(text(TITLES[0], heading, *TITLES[2:])).holds is True


@pytest.mark.parametrize("number", ["", "● ", "• ", "- ", "◆", "1. ", "第一部分 ", "（一）"])
def test_numbers_may_be_lost_or_others(number: str) -> None:
    report = "".join(f"{number}{title}\n全年检查46次，办理案件12件，没有败诉案件。\n" for title in TITLES)
    assert asked(report, wrong=("missing", "renamed", "misplaced")).holds is True


def test_missing() -> None:
    answer = asked(text(TITLES[0], TITLES[2]))
    assert answer.holds is False
    assert answer.values["missing"] == ("“主动公开、依申请公开情况”、“其他事项”", "“Part b”, “Part d”")
    assert asked(text(TITLES[0], TITLES[2]), wrong=("misplaced",)).holds is True


def test_renamed() -> None:
    report = text("概述", *TITLES[1:])
    answer = asked(report)
    assert answer.holds is False
    assert answer.values["renamed"].zh == "“概述”应为“总体情况”"
    assert quoted(report, answer) == ["概述"]


def test_misplaced() -> None:
    report = text(TITLES[0], TITLES[2], TITLES[1], TITLES[3])
    answer = asked(report)
    assert answer.holds is False
    assert len(answer.spans) == 1
    last_first = text(TITLES[3], *TITLES[:3])
    assert quoted(last_first, asked(last_first)) == [TITLES[3]]


def test_extra() -> None:
    report = text(*TITLES, "下一步打算")
    answer = asked(report)
    assert answer.holds is False
    assert answer.values["extra"].zh == "“下一步打算”"
    assert quoted(report, answer) == ["五、下一步打算"]
    assert asked(report, besides=("^下一步",)).holds is True


def test_lower_headings_are_no_parts() -> None:
    report = text(*TITLES).replace("全年检查", "（一）公开制度建设情况\n全年检查", 1)
    assert asked(report).holds is True
    below = text("成效").replace("全年检查", "（一）存在的不足\n全年检查", 1)
    assert "存在问题" in asked(below).values["missing"].zh


def test_one_part_points_at_its_heading() -> None:
    report = text(*TITLES)
    answer = ask(report, "parts", ("c",), elements=ELEMENTS, wrong=("missing",))
    assert quoted(report, answer) == [TITLES[2]]


def test_nothing_is_there() -> None:
    assert asked("").holds is False
    assert asked("", wrong=("renamed", "misplaced", "extra")).holds is True

"""validator.outline.ordinals: 第一，第二，第三， at the beginning of paragraphs."""

from __future__ import annotations

import pytest

from tests.support import headings, outcomes, outline

TEXT = "全年开展联合检查46次，办理案件12件，案卷评查全部合格，执法人员全部持证上岗，没有发生败诉案件。"
LEAD = f"云川县水利局2024年度法治政府建设情况报告\n2024年，{TEXT}\n"
NAMES = ("加强学习", "规范决策", "严格执法")


def listed(sign: str = "，", names: tuple[str, ...] = NAMES) -> str:
    return "\n".join(f"第{number}{sign}{name}。{TEXT}" for number, name in zip("一二三四", names, strict=False)) + "\n"


def found(text: str) -> list[tuple[int, str, int | None]]:
    return [(s.level, s.family, s.number) for s in outline(text).sections]


@pytest.mark.parametrize("sign", ["，", "、", "：", "， "])
def test_three_in_sequence_are_the_topmost_headings(sign: str) -> None:
    assert headings(LEAD + listed(sign)) == [*NAMES]
    assert found(LEAD + listed(sign)) == [(1, "ordinal", 1), (1, "ordinal", 2), (1, "ordinal", 3)]


def test_thematic_headings_tell_what_was_done() -> None:
    assert outcomes(LEAD + listed())["achievements"] == "pass"


def test_below_other_headings_they_are_lower() -> None:
    numbered = f"一、主要做法\n{listed()}二、下一步打算\n{TEXT}\n"
    assert [level for level, *_ in found(LEAD + numbered)] == [1, 2, 2, 2, 1]
    plain = f"主要做法\n{TEXT}\n下一步打算\n{listed()}"
    assert [level for level, *_ in found(LEAD + plain)] == [1, 1, 2, 2, 2]


def test_one_list_in_two_writings() -> None:
    text = LEAD + listed() + f"四、存在的不足\n{TEXT}\n"
    assert found(text) == [(1, "cn", 1), (1, "cn", 2), (1, "cn", 3), (1, "cn", 4)]
    assert outcomes(text)["numbering-gap"] == "pass"


@pytest.mark.parametrize(
    "body",
    [
        f"第一，{TEXT}第二，{TEXT}第三，{TEXT}",  # in one paragraph
        listed(names=NAMES[:2]),  # only two
        listed(names=tuple(f"在推进法治政府建设的过程中始终坚持党的领导，把学习放在首位，{TEXT[:-1]}" for _ in NAMES)),
        f"第二，加强学习。{TEXT}\n第三，规范决策。{TEXT}\n第四，严格执法。{TEXT}\n",  # not from the first
        f"第一季度，加强学习。{TEXT}\n第二季度，规范决策。{TEXT}\n第三季度，严格执法。{TEXT}\n",
    ],
)
def test_no_headings(body: str) -> None:
    assert headings(LEAD + body) == []

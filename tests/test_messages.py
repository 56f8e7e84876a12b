"""What the messages of the pack tell: every blank is filled, and the place is the right one."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from validator import check, load_pack
from validator.model.result import Result

LABELLED = Path(__file__).parent.parent / "fixtures" / "labelled"


def result_of(text: str, rule: str) -> Result:
    return next(r for r in check(text.encode(), "a.txt").results if r.rule == rule)


BODY = "一、主要举措和成效\n全年开展法治检查46次，办理案件12件，没有败诉案件。\n二、存在的不足和原因\n人手少。\n"


DUTY = "二、党政主要负责人履行推进法治建设第一责任人职责情况\n"


def test_empty_part_is_not_said_to_lack_its_heading() -> None:
    head, text, rest = BODY.partition("二、")
    empty = result_of(f"2024年法治政府建设情况报告\n{head}{DUTY}三、{rest}", "first-responsible-person")
    assert empty.message.zh == "列了第一责任人职责的标题，但标题下面没有写内容。"
    assert empty.credit == 50
    low = result_of(f"2024年法治政府建设情况报告\n{head}镇长履行推进法治建设第一责任人职责。\n{text}{rest}", empty.rule)
    assert low.message.zh.startswith("提到了第一责任人职责，但没有单列")


def test_date_in_the_year_reported_on_is_quoted() -> None:
    title = "云川县青禾镇人民政府2024年度法治政府建设情况报告\n"
    early = result_of(f"{title}{BODY}云川县青禾镇人民政府\n2024年1月16日\n", "early-date")
    assert early.message.zh == "成文日期“2024年1月16日”还在报告年度之内，年份可能写错了。"


@pytest.mark.parametrize(
    ("title", "missing"),
    [
        ("云川县青禾镇人民政府法治政府建设情况的报告", "年份"),
        ("关于2024年度法治政府建设情况的报告", "发文机关名称"),
        ("云川县青禾镇2024年度法治政府建设工作总结", "“报告”"),
        ("关于法治政府建设情况的报告", "发文机关名称、年份"),
    ],
)
def test_title_says_what_it_lacks(title: str, missing: str) -> None:
    assert result_of(f"{title}\n{BODY}", "title").message.zh == f"标题不完整，缺少{missing}。"


@pytest.mark.parametrize("folder", sorted(p.name for p in LABELLED.iterdir()))
def test_no_message_has_a_hole(folder: str) -> None:
    pack = load_pack()
    hole = re.compile(r"\{[a-z_]+\}|：。|缺少。|: \.|lacks \.|“”")
    for name in json.loads((LABELLED / folder / "labels.json").read_text("utf-8")):
        for r in check((LABELLED / folder / name).read_bytes(), name, pack).results:
            assert r.message.zh and r.message.en, (name, r.rule)
            assert not hole.search(r.message.zh) and not hole.search(r.message.en), (name, r.rule, r.message)


def test_names_are_shown_masked() -> None:
    shown = result_of(f"云川县青禾镇2024年度法治政府建设报告\n{BODY}化解信访人郑大成与邻居的纠纷。\n", "personal-data")
    assert "郑**" in shown.message.zh
    assert "郑大成" not in repr(shown)

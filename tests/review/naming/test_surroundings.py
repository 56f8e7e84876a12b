"""validator.review.naming.surroundings: where the name of a body ends."""

from __future__ import annotations

import pytest

from validator.pipeline import load_pack
from validator.review.naming.surroundings import front_of, goes_on, is_part_of

MATTER = tuple(word for name in ("fazhi-zhengfu", "xinxi-gongkai") for word in load_pack(name).guide.matter)


@pytest.mark.parametrize(
    "rest",
    [
        "", "2025年", "人民政府", "人民政府关于2025年", "党委、政府报告", "党委政府法治报告", "党工委", "委关于", "关于", "二〇二五年度",
        "法治政府建设", "依法行政工作总结", "全面推进", "扎实推进法治建设", "年度报告", "定稿", "第三稿", "（定稿）", "最终版", "盖章",
        "书记述法", "张局长改", "党政主要负责人", "政府信息公开工作年度报告", "的报告", "已盖章", "报送", "加密", "扫描件",
    ],
)  # fmt: skip
def test_same_body(rest: str) -> None:
    assert goes_on("青禾镇", rest, MATTER) == ""


@pytest.mark.parametrize(
    ("rest", "longer"),
    [
        ("中学", "中学"),
        ("中学法治建设情况", "中学"),
        ("人民法庭关于", "人民法庭"),
        ("人民政府办公室", "人民政府办公室"),
        ("办公室", "办公室"),
        ("党政办", "党政办"),
        ("法治建设办公室2025", "法治建设办公室"),
        ("综合行政执法大队报告", "综合行政执法大队"),
        ("和平小学", "和平小学"),
        ("月湾村", "月湾村"),
        ("政务服务中心", "政务服务中心"),
        ("委宣传部", "委宣传部"),
        ("卫生院院长", "卫生院院长"),
    ],
)
def test_another_body(rest: str, longer: str) -> None:
    assert goes_on("青禾镇", rest, MATTER) == longer


def test_office_of_a_street() -> None:
    assert goes_on("城东街道", "办2025") == "" and goes_on("城东街道", "办公室") == "办公室"
    assert goes_on("青禾镇", "办2025") == "办"


def test_in_front() -> None:
    assert [front_of(text) for text in ("报送", "2025年", "老", "关于邻水县", "原", "")] == [
        "",
        "",
        "老",
        "关于邻水县",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("name", "before", "part"),
    [
        ("妇联", "青禾镇", True),
        ("政府办公室", "青禾镇", True),
        ("柳堰乡", "青禾镇", False),
        ("团委", "财政局", True),
        ("水利局", "财政局", False),
        ("妇联", "云川县", False),
    ],
)
def test_part(name: str, before: str, part: bool) -> None:
    assert is_part_of(name, before) is part

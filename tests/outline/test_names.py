"""validator.outline.names: issuing bodies as titles and signatures print them."""

from __future__ import annotations

import pytest

from tests.support import facts, outline

BODY = "一、主要举措和成效\n全年开展检查46次，办理案件12件，没有败诉案件。\n"


@pytest.mark.parametrize(
    "name",
    [
        "云川县人民政府",
        "云川县青禾镇人民政府",
        "云川县城关街道办事处",
        "云川县农业农村局",
        "中共云川县委员会",
        "云川高新技术产业开发区管理委员会",
        "云川县公安局交通警察大队",
        "云川县人民政府办公室",
        "云川县发展和改革委员会",
        "云川县水利局党组",
        "中共云川县委全面依法治县委员会办公室",
        "云川县综合行政执法局（城市管理局）",
        "云川县水务局（县河长制办公室、节约用水办公室）",
        "中共云川县委组织部",
        "中共云川县委社会工作部",
        "中共云川县委政法委员会",
        "云川县人民武装部",
        "云川县供销合作社联合社",
        "云川海关",
        "云川县烟草专卖局（公司）",
        "云川县依法治理领导小组",
        "云川县普法依法治理工作领导小组办公室",
        "云川县法治政府建设工作领导小组办公室",
    ],
)
def test_signature(name: str) -> None:
    signature = outline(f"{BODY}{name}\n2025年2月8日\n").closing.signature
    assert signature is not None
    assert signature.names == (name,)


@pytest.mark.parametrize(
    "line",
    [
        "特此报告",
        "加强法治政府建设工作",
        "关于水利局",
        "联系人：办公室",
        "抄送：县司法局",
        "全体干部",
        "工作部署",
        "案件（已办结）",
    ],
)
def test_other_lines_are_no_signature(line: str) -> None:
    assert outline(f"{BODY}{line}\n2025年2月8日\n").closing.signature is None


def test_joint_name_without_a_gap_is_two() -> None:
    signature = outline(f"{BODY}中共青禾镇委员会青禾镇人民政府\n2025年2月8日\n").closing.signature
    assert signature is not None
    assert signature.names == ("中共青禾镇委员会", "青禾镇人民政府")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("中共云川县委云川县人民政府", ("中共云川县委", "云川县人民政府")),
        ("中共云川县水利局党组云川县水利局", ("中共云川县水利局党组", "云川县水利局")),
        ("中共云川县委老干部局", ("中共云川县委老干部局",)),
    ],
)
def test_department_of_a_committee_is_one_body(line: str, names: tuple[str, ...]) -> None:
    signature = outline(f"{BODY}{line}\n2025年2月8日\n").closing.signature
    assert signature is not None
    assert signature.names == names


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("云川县水利局2024年度法治政府建设情况报告", "云川县水利局"),
        ("云川县水利局关于2024年度法治政府建设情况的报告", "云川县水利局"),
        ("关于云川县水利局2024年度法治政府建设情况的报告", "云川县水利局"),
        ("2024年云川县水利局法治政府建设情况报告", "云川县水利局"),
        ("云川县青禾镇2024年法治政府建设情况报告", "云川县青禾镇"),
        ("中共青禾镇委员会 青禾镇人民政府2024年法治政府建设情况报告", "中共青禾镇委员会 青禾镇人民政府"),
        ("云川县综合行政执法局（城市管理局）2024年度法治政府建设情况报告", "云川县综合行政执法局（城市管理局）"),
        ("云川县水务局（县河长制办公室、节水办公室）2024年度报告", "云川县水务局（县河长制办公室、节水办公室）"),
        ("中共云川县委组织部关于2024年度法治建设情况的报告", "中共云川县委组织部"),
        ("云川县供销合作社联合社2024年度法治政府建设情况报告", "云川县供销合作社联合社"),
        ("2024年度法治政府建设情况报告", None),
        ("关于2024年度法治政府建设情况的报告", None),
        ("全县2024年度法治政府建设情况报告", None),
        ("我镇2024年度法治政府建设情况报告", None),
    ],
)
def test_unit_in_the_title(title: str, unit: str | None) -> None:
    assert facts(f"{title}\n{BODY}").title_unit == unit


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("中共云川县青禾镇委员会、云川县青禾镇人民政府", ("中共云川县青禾镇委员会", "云川县青禾镇人民政府")),
        ("中共青禾镇委、青禾镇人民政府", ("中共青禾镇委", "青禾镇人民政府")),
        ("云川县委、县政府", ("云川县委", "县政府")),
        ("青禾镇党委、政府", ("青禾镇党委、政府",)),
        ("青禾镇党委、青禾镇政府", ("青禾镇党委", "青禾镇政府")),
    ],
)
def test_joint_names_with_a_sign_between(line: str, names: tuple[str, ...]) -> None:
    signature = outline(f"{BODY}{line}\n2025年2月8日\n").closing.signature
    assert signature is not None
    assert signature.names == names


@pytest.mark.parametrize(
    "line", ["各级党委、政府", "落实党委、政府决策", "成立法治建设领导小组", "加强全县普法工作领导小组"]
)
def test_what_sounds_like_a_body_is_none(line: str) -> None:
    assert outline(f"{BODY}{line}\n2025年2月8日\n").closing.signature is None


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("云川海关2024年度法治政府建设情况报告", "云川海关"),
        ("云川县普法依法治理工作领导小组办公室2024年度报告", "云川县普法依法治理工作领导小组办公室"),
        ("云川县法治政府建设工作领导小组关于2024年度情况的报告", "云川县法治政府建设工作领导小组"),
        ("青禾镇党委、政府2024年度法治政府建设情况报告", "青禾镇党委、政府"),
        ("【法治政府建设】云川县水利局2024年度法治政府建设情况报告", "云川县水利局"),
        ("【通知公告】云川县水利局2024年度法治政府建设情况报告", "云川县水利局"),
        ("［年度报告］云川县水利局2024年度法治政府建设情况报告", "云川县水利局"),
        ("法治政府建设 | 云川县水利局2024年度法治政府建设情况报告", "云川县水利局"),
        ("【云川县水利局】2024年度法治政府建设情况报告", "云川县水利局"),
        ("云川县水利局：2024年度法治政府建设情况报告", "云川县水利局"),
        ("（青禾镇）2024年度法治政府建设情况报告", "青禾镇"),
    ],
)
def test_unit_beside_a_column_or_a_sign(title: str, unit: str) -> None:
    assert facts(f"{title}\n{BODY}").title_unit == unit

"""validator.review.naming.recognising: whose name stands in a signature, a title or a path."""

from __future__ import annotations

import pytest

from tests.review.filing import roster
from validator.model.roster import Unit
from validator.pipeline import load_pack
from validator.review.naming.recognising import known_names, recognise, recognise_author, recognise_in

MATTER = load_pack().guide.matter
UNITS = roster(
    "云川县人民政府", "青禾镇", "城关镇", "柳堰乡", "城东街道", "司法局", "民政局", "财政局", "公安局", "公安局交警大队",
    "水利局", "水利水电局", "发展和改革局", "县政府办公室", "县委办公室", "县委组织部", "云川经济开发区管委会",
    Unit("应急管理局", aliases=("应急",), former=("安全生产监督管理局",)),
).units  # fmt: skip
COUNTY = known_names(UNITS, matter=MATTER)
CITY = known_names(
    roster("临江市司法局", "临江市水利局", "临江市财政局", "云川县人民政府", "邻水县人民政府").units, matter=MATTER
)


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("云川县青禾镇人民政府", "青禾镇"),
        ("中共云川县青禾镇委员会", "青禾镇"),
        ("临江市云川县青禾镇人民政府", "青禾镇"),
        ("云川县公安局交警大队", "公安局交警大队"),
        ("云川县公安局", "公安局"),
        ("云川县水利水电局", "水利水电局"),
        ("县发改局", "发展和改革局"),
        ("云川县发展改革局", "发展和改革局"),
        ("云川县人民政府", "云川县人民政府"),
        ("云川县人民政府办公室", "县政府办公室"),
        ("中共云川县委办公室", "县委办公室"),
        ("中共云川县委组织部", "县委组织部"),
        ("云川县安全生产监督管理局", "应急管理局"),
        ("云川经济开发区管理委员会", "云川经济开发区管委会"),
    ],
)
def test_a_name_that_is_the_units(name: str, unit: str) -> None:
    hit = recognise(name, COUNTY)
    assert hit and hit.like == "whole" and hit.units == (unit,)


@pytest.mark.parametrize(
    ("name", "like", "unit"),
    [
        ("云川县青和镇人民政府", "similar", "青禾镇"),
        ("青禾乡人民政府", "similar", "青禾镇"),
        ("老城关镇人民政府", "similar", "城关镇"),
        ("邻水县青禾镇人民政府", "foreign", "青禾镇"),
        ("临江市司法局", "foreign", "司法局"),
        ("市司法局", "foreign", "司法局"),
        ("青禾镇司法所", "longer", "青禾镇"),
        ("青禾镇人民政府办公室", "longer", "青禾镇"),
        ("公安局看守所", "longer", "公安局"),
    ],
)
def test_a_name_that_is_nearly_the_units(name: str, like: str, unit: str) -> None:
    hit = recognise(name, COUNTY)
    assert hit and hit.like == like and unit in hit.units


@pytest.mark.parametrize("name", ["云川县白石乡人民政府", "审计局", "邻水县人民政府", "云川县统计局", "王某", ""])
def test_a_name_of_nobody(name: str) -> None:
    assert recognise(name, COUNTY) is None


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("青禾镇2025年报告", ["青禾镇"]),
        ("关于云川县青禾镇2025年法治政府建设情况的报告", ["青禾镇"]),
        ("临江市云川县青禾镇报告", ["青禾镇"]),
        ("法治政府建设报告青禾镇", ["青禾镇"]),
        ("03 司法局（定稿）", ["司法局"]),
        ("县司法局", ["司法局"]),
        ("云川司法局", ["司法局"]),
        ("云川縣財政局", ["财政局"]),
        ("2025年度发改局报告", ["发展和改革局"]),
        ("公安局交警大队2025", ["公安局交警大队"]),
        ("水利水电局", ["水利水电局"]),
        ("水利局、水利水电局", ["水利局", "水利水电局"]),
        ("云川县2025年法治政府建设", ["云川县人民政府"]),
        ("云川县司法局", ["司法局"]),
        ("云川县政府办报告", ["县政府办公室"]),
        ("云川县委办公室报告", ["县委办公室"]),
        ("云川县委组织部2025", ["县委组织部"]),
        ("司法局张局长改", ["司法局"]),
        ("城东街道办", ["城东街道"]),
        ("云川县人民政府关于民政工作", ["云川县人民政府"]),
    ],
)
def test_names_in_a_text(text: str, units: list[str]) -> None:
    hits = recognise_in(text, COUNTY)
    assert [hit.like for hit in hits] == ["whole"] * len(units)
    assert [unit for hit in hits for unit in hit.units] == units


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("邻水县青禾镇2025", "foreign"),
        ("市司法局2025", "foreign"),
        ("老城关镇2025", "longer"),
        ("公安局刑警大队2025", "longer"),
        ("青禾镇司法所总结", "longer"),
        ("青和镇2025年报告", "similar"),
    ],
)
def test_doubtful_names_in_a_text(text: str, like: str) -> None:
    assert {hit.like for hit in recognise_in(text, COUNTY)} == {like}


@pytest.mark.parametrize("text", ["县人民政府", "民政", "2025年度报告", "", "统计局报告", "人民政府工作部门"])
def test_no_name_in_a_text(text: str) -> None:
    assert [hit for hit in recognise_in(text, COUNTY) if hit.form != "县人民政府"] == []


def test_a_countys_department_is_not_the_citys() -> None:
    hit = recognise("云川县司法局", CITY)
    assert hit and hit.like == "foreign"
    assert all(hit.like != "whole" for hit in recognise_in("云川县司法局2025", CITY))
    assert [hit.units for hit in recognise_in("云川县2025年报告", CITY)] == [("云川县人民政府",)]
    assert [hit.units for hit in recognise_in("市水利局2025", CITY)] == [("临江市水利局",)]


def test_own_name_goes_before_anothers_alias() -> None:
    known = known_names(
        roster("水利局", Unit("水务局", aliases=("水利局", "河长办")), Unit("林业局", aliases=("河长办",))).units
    )
    assert known.names["水利局"] == ("水利局",)
    assert known.names["河长办"] == ("水务局", "林业局")


def test_full_names_tell_two_rows_of_one_place_apart() -> None:
    known = known_names(roster("青禾镇党委", "青禾镇人民政府").units)
    party, both = recognise("青禾镇党委", known), recognise("青禾镇", known)
    assert party and party.units == ("青禾镇党委",)
    assert both and both.units == ("青禾镇党委", "青禾镇人民政府")


BODIES = known_names(
    roster(
        "云川县人民政府", "云川县青禾镇人民政府", "云川县财政局", "云川县残疾人联合会", "云川县供销合作社联合社", "云川县总工会",
        "共青团云川县委员会", "县卫生健康局", "青山镇（党委、政府）", "县妇联",
    ).units,
    matter=MATTER,
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("云川县残联", "云川县残疾人联合会"),
        ("县供销社", "云川县供销合作社联合社"),
        ("团县委", "共青团云川县委员会"),
        ("云川县妇女联合会", "县妇联"),
        ("中共云川县财政局党组", "云川县财政局"),
        ("云川县青山镇人民政府", "青山镇（党委、政府）"),
    ],
)
def test_usual_short_forms(name: str, unit: str) -> None:
    hit = recognise(name, BODIES)
    assert hit and hit.like == "whole" and hit.units == (unit,)
    assert [found.units for found in recognise_in(f"{name}报告", BODIES)] == [(unit,)]


@pytest.mark.parametrize(
    "ending",
    [
        "中学",
        "人大",
        "妇联",
        "工会",
        "商会",
        "小学",
        "信用社",
        "人民法庭",
        "和平小学",
        "月湾村",
        "武装部",
        "残联",
        "团委",
        "法治办",
    ],
)
def test_body_of_a_town_is_not_the_town(ending: str) -> None:
    for text in (f"青禾镇{ending}2025", f"云川县青禾镇{ending}关于2025年度法治政府建设情况的报告"):
        assert [(hit.like, hit.units) for hit in recognise_in(text, BODIES)] == [("longer", ("云川县青禾镇人民政府",))]


@pytest.mark.parametrize("ending", ["信息科", "工会", "机关党委", "国库支付中心", "法治科", "团委"])
def test_body_of_a_department_is_not_the_department(ending: str) -> None:
    for hits in (
        recognise_in(f"云川县财政局{ending}关于2025年", BODIES),
        (recognise(f"云川县财政局{ending}", BODIES),),
    ):
        assert [(hit.like, hit.units) for hit in hits if hit] == [("longer", ("云川县财政局",))]


@pytest.mark.parametrize(
    "body", ["科协", "文联", "工商联", "气象台", "人武部", "政协", "人大", "第一中学", "政务服务中心", "人民医院"]
)
def test_body_of_the_county_is_not_its_government(body: str) -> None:
    title = f"云川县{body}关于2025年度法治政府建设情况的报告"
    assert recognise_in(title, BODIES) == () and recognise(f"云川县{body}", BODIES) is None
    assert [(hit.words, hit.units) for hit in recognise_author(title, BODIES)] == [(f"云川县{body}", ())]


def test_author_of_a_title_stands_before_its_matter() -> None:
    hits = recognise_author("云川县青禾镇中学关于向县财政局报送2025年报告", BODIES)
    assert [(hit.words, hit.like) for hit in hits] == [("青禾镇中学", "longer")]
    hits = recognise_author("关于云川县财政局2025年度法治政府建设情况的报告", BODIES)
    assert [hit.units for hit in hits] == [("云川县财政局",)]


@pytest.mark.parametrize("name", ["云川县卫生健康委员会", "县卫健委"])
def test_other_ending_is_a_near_miss(name: str) -> None:
    hit = recognise(name, BODIES)
    assert hit and (hit.like, hit.units) == ("ending", ("县卫生健康局",))
    assert [hit.like for hit in recognise_in(name, BODIES)] == ["ending"]


def test_a_usual_short_or_former_name_is_known_as_such() -> None:
    units = roster("南桥县农业农村局", Unit("南桥县发展和改革局", aliases=("发改局",)), "共青团南桥县委员会")
    known = known_names(units.units, matter=MATTER)
    for name, usual in (("南桥县农业局", True), ("南桥县农业农村局", False), ("县发改局", False), ("团县委", False)):
        hit = recognise(name, known)
        assert hit is not None and (hit.like, hit.usual) == ("whole", usual), name
    assert [hit.usual for hit in recognise_in("县农业局和县发改局的报告", known)] == [True, False]

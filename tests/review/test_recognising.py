"""validator.review.recognising: whose name stands in a signature, a title or a path."""

from __future__ import annotations

import pytest

from tests.review.filing import roster
from validator.model.roster import Unit
from validator.review.recognising import known_names, recognise, recognise_in

UNITS = roster(
    "云川县人民政府", "青禾镇", "城关镇", "柳堰乡", "城东街道", "司法局", "民政局", "财政局", "公安局", "公安局交警大队",
    "水利局", "水利水电局", "发展和改革局", "县政府办公室", "县委办公室", "县委组织部", "云川经济开发区管委会",
    Unit("应急管理局", aliases=("应急",), former=("安全生产监督管理局",)),
).units  # fmt: skip
COUNTY = known_names(UNITS)
CITY = known_names(roster("临江市司法局", "临江市水利局", "临江市财政局", "云川县人民政府", "邻水县人民政府").units)


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

"""validator.review.naming.names: what is left of a unit's name when region, suffix and writing are taken off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.review.naming.names import core, foreign_core, forms, full_forms, home_of, regions, tidy, without_notes

HOME = "云川县"


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("县司法局", "司法局"),
        ("云川县司法局", "司法局"),
        ("司法局", "司法局"),
        ("临江市云川县司法局", "司法局"),
        ("中共云川县司法局党组", "司法局"),
        ("云川县司法局（盖章）", "司法局"),
        ("云 川 县 司 法 局", "司法局"),
        ("雲川縣財政局", "财政局"),
        ("云川司法局", "司法局"),
        ("中共云川县青禾镇委员会", "青禾镇"),
        ("中国共产党云川县青禾镇委员会", "青禾镇"),
        ("云川县青禾镇人民政府", "青禾镇"),
        ("青禾镇政府", "青禾镇"),
        ("青禾镇党委、政府", "青禾镇"),
        ("云川县城东街道办事处", "城东街道"),
        ("云川县人民政府城东街道办事处", "城东街道"),
        ("城东街道党工委", "城东街道"),
        ("云川经济开发区管理委员会", "经济开发区"),
        ("云川县人民政府", "云川县"),
        ("中共云川县委", "云川县"),
        ("中共云川县委员会", "云川县"),
        ("县委、县政府", "云川县"),
        ("县政府", "云川县"),
        ("云川县人民政府办公室", "政府办公室"),
        ("县政府办", "政府办公室"),
        ("中共云川县委办公室", "县委办公室"),
        ("县委宣传部", "宣传部"),
        ("中共云川县委全面依法治县委员会办公室", "全面依法治县委员会办公室"),
        ("县直机关工委", "直机关工委"),
        ("县市场监督管理局", "市场监督管理局"),
        ("县城市管理局", "城市管理局"),
        ("县民政局", "民政局"),
        ("国家税务总局云川县税务局", "税务局"),
    ],
)
def test_core(name: str, left: str) -> None:
    assert core(name, HOME) == left


@pytest.mark.parametrize(
    "name",
    [
        "邻水县青禾镇",
        "老城关镇",
        "公安局交警大队",
        "水利水电局",
        "青禾镇司法所",
        "青禾镇人民政府办公室",
        "云川街道",  # named as the county is
        "临江市司法局",  # the city's own, not the county's
        "市司法局",
        "市场监督管理局",
        "临江市生态环境局云川分局",
    ],
)
def test_what_is_part_of_the_name_stays(name: str) -> None:
    assert core(name, HOME) == name


def test_county_of_a_city_keeps_its_name() -> None:
    assert core("临江市云川县人民政府", "临江市") == "云川县"
    assert core("云川县司法局", "临江市") == "云川县司法局"
    assert core("市司法局", "临江市") == "司法局"
    assert core("市民政局", "临江市") == "民政局"
    assert core("市政管理处", "临江市") == "市政管理处"


PIECES = st.sampled_from(
    [
        *"省市县区州旗镇乡委办局",
        "中共",
        "共青团",
        "政协",
        "残联",
        "云川",
        "云川县",
        "临江市",
        "青禾",
        "人民政府",
        "政府",
        "委员会",
        "党委",
        "工委",
        "街道",
        "办公室",
        "开发区",
        "司法局",
        "管委会",
        "（盖章）",
        " ",
        "全",
        "我",
    ]
)


@given(st.lists(PIECES, max_size=8).map("".join), st.sampled_from(["", "云川县", "临江市", "城东区"]))
def test_core_of_a_core_is_itself(name: str, home: str) -> None:
    once = core(name, home)
    assert core(once, home) == once


@given(st.text(max_size=30))
def test_any_text_has_a_core(name: str) -> None:
    assert core(core(name, HOME), HOME) == core(name, HOME)


@pytest.mark.parametrize(
    ("name", "chain", "rest"),
    [
        ("临江市云川县水利局", ("临江市", "云川县"), "水利局"),
        ("忠县司法局", ("忠县",), "司法局"),
        ("景德镇市司法局", ("景德镇市",), "司法局"),
        ("云川土家族自治县青禾镇", ("云川土家族自治县",), "青禾镇"),
        ("云川县城市管理局", ("云川县",), "城市管理局"),
        ("临江市城东区司法局", ("临江市", "城东区"), "司法局"),
        ("经济开发区财政局", (), "经济开发区财政局"),
        ("幸福社区服务中心", (), "幸福社区服务中心"),
        ("青禾镇市场监管所", (), "青禾镇市场监管所"),
        ("红旗镇", (), "红旗镇"),
        ("依法治县委员会办公室", (), "依法治县委员会办公室"),
        ("全县", (), "全县"),
    ],
)
def test_regions(name: str, chain: tuple[str, ...], rest: str) -> None:
    assert regions(name) == (chain, rest)


@pytest.mark.parametrize(
    ("names", "signed", "home"),
    [
        (["云川县司法局", "云川县水利局", "青禾镇"], [], "云川县"),
        (["临江市云川县司法局", "云川县水利局"], [], "云川县"),
        (["云川县人民政府", "青禾镇", "柳堰乡", "司法局", "水利局"], [], "云川县"),
        (["临江市司法局", "临江市水利局", "临江市财政局", "云川县人民政府", "邻水县人民政府"], [], "临江市"),
        (["青禾镇", "司法局"], ["云川县青禾镇人民政府"], "云川县"),
        (["青禾镇", "司法局", "水利局", "临江市生态环境局云川分局"], ["云川县青禾镇人民政府"] * 3, "云川县"),
        (["青禾镇", "司法局"], [], ""),
        ([], [], ""),
    ],
)
def test_home(names: list[str], signed: list[str], home: str) -> None:
    assert home_of(names, signed) == home


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("邻水县青禾镇人民政府", ("邻水县", "青禾镇")),
        ("临江市司法局", ("临江市", "司法局")),
        ("市司法局", ("市", "司法局")),
        ("云川县司法局", ("", "")),
        ("司法局", ("", "")),
        ("市场监督管理局", ("", "")),
    ],
)
def test_foreign_core(name: str, found: tuple[str, str]) -> None:
    assert foreign_core(name, HOME) == found


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("发展和改革局", "发改局"),
        ("发展和改革局", "发展改革局"),
        ("发展改革委员会", "发改委"),
        ("人力资源和社会保障局", "人社局"),
        ("市场监督管理局", "市场监管局"),
        ("政府办公室", "政府办"),
        ("人民检察院", "检察院"),
        ("直属机关工作委员会", "直机关工委"),
    ],
)
def test_forms(name: str, form: str) -> None:
    assert form in forms(name)
    assert forms(name)[0] == name


def test_full_forms_leave_nothing_of_the_matter_out() -> None:
    assert full_forms("农业农村局") == ("农业农村局",) and "农业局" in forms("农业农村局")
    assert "发展改革局" in full_forms("发展和改革局") and "发展和改革局" in full_forms("发展改革局")
    assert "发改局" not in full_forms("发展和改革局")
    assert "残联" in full_forms("残疾人联合会")
    assert set(full_forms("卫生健康委员会")) == {"卫生健康委员会", "卫生健康委"}


def test_a_town_has_one_form() -> None:
    assert forms("和平镇") == ("和平镇",)
    assert "平山局" not in forms("和平山局")


def test_tidy_keeps_a_name_without_han() -> None:
    assert tidy("  Legal  Office ") == "LegalOffice"


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("共青团云川县委员会", "团委"),
        ("团县委", "团委"),
        ("云川县团县委", "团委"),
        ("共青团云川县青禾镇委员会", "青禾镇团委"),
        ("政协云川县委员会", "政协"),
        ("县残联", "残联"),
        ("县科协", "科协"),
        ("云川县气象台", "气象台"),
        ("云川县财政局机关党委", "财政局机关党委"),
    ],
)
def test_core_of_organisations(name: str, left: str) -> None:
    assert core(name, HOME) == left


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("青禾镇（党委、政府）", "青禾镇"),
        ("县财政局(国资中心)（盖章）", "县财政局"),
        ("青禾镇", "青禾镇"),
        ("（甲）", "(甲)"),
    ],
)
def test_without_notes(name: str, plain: str) -> None:
    assert without_notes(name) == plain

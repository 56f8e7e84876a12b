"""validator.review.roster: the list of units as offices keep it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.review.test_rows import book
from validator.errors import UsageError
from validator.model.roster import Roster
from validator.review.roster import read_date, read_roster


def read(text: str) -> Roster:
    return read_roster(text.encode(), "名册.csv")


def test_the_whole_of_it() -> None:
    roster = read(
        "云川县法治政府建设年度报告报送单位名册,,,,,,,,,\n"
        "序号,单位名称,单位类别,简称,曾用名,报送期限,收到日期,免报原因,文件,联系人\n"
        "1,云川县司法局,县直部门,司法局、法治办,云川县法制局,2026年2月20日,2026/2/18,,来稿/1.docx；*司法*,王某\n"
        "2,城东街道办事处,街道,,,,,今年新设,,李某\n"
        ",,,,,,,,,\n"
        "合计,2,,,,,,,,\n"
        "备注：以上单位均须报送,,,,,,,,,\n"
    )
    first, second = roster.units
    assert first._asdict() == {
        "name": "云川县司法局",
        "kind": "department",
        "aliases": ("司法局", "法治办"),
        "former": ("云川县法制局",),
        "due": "2026-02-20",
        "received": "2026-02-18",
        "exempt": "",
        "files": ("来稿/1.docx", "*司法*"),
        "row": 3,
    }
    assert (second.kind, second.exempt, second.row) == ("street", "今年新设", 4)
    assert roster.remarks == () and roster.path == "名册.csv"
    assert "王某" not in repr(roster)


@pytest.mark.parametrize("sign", [",", "\t", ";", "，"])
def test_signs_between_cells_and_order_of_columns(sign: str) -> None:
    roster = read(f"due{sign}Kind{sign}name\n2026-02-20{sign}town{sign}青禾镇\n")
    assert [(u.name, u.kind, u.due) for u in roster.units] == [("青禾镇", "town", "2026-02-20")]


def test_book_with_dates(tmp_path: Path) -> None:
    data = book(
        ("名册",), ("单位", "期限", "收到日期"), ("司法局", date(2026, 2, 20), 46082), ("水利局", "2026.2.20", "未报")
    )
    roster = read_roster(data, "名册.xlsx")
    assert [(u.due, u.received, u.row) for u in roster.units] == [
        ("2026-02-20", "2026-03-01", 3),
        ("2026-02-20", None, 4),
    ]


@pytest.mark.parametrize(
    ("name", "word", "kind"),
    [
        ("青禾镇", "乡镇", "town"),
        ("柳堰乡", "乡镇（街道）", "township"),
        ("城东街道办事处", "镇街", "street"),
        ("中共云川县青禾镇委员会", "", "town"),
        ("云川县人民政府", "", "county"),
        ("云川县司法局", "", "department"),
        ("云川经济开发区管委会", "", "zone"),
        ("甲", "", None),
        ("甲", "省级", "province"),
        ("甲", "市", "city"),
        ("甲", "区", "county"),
        ("甲", "县级", "county"),
        ("甲", "镇", "town"),
        ("甲", "乡", "township"),
        ("甲", "街道", "street"),
        ("甲", "局", "department"),
        ("甲", "县政府工作部门", "department"),
        ("甲", "开发区", "zone"),
        ("甲", "管委会", "zone"),
        ("甲", "party_joint", "party_joint"),
    ],
)
def test_kinds(name: str, word: str, kind: str | None) -> None:
    assert read(f"单位,类别\n{name},{word}\n").units[0].kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-01",
        "2026年3月1日",
        "2026.3.1",
        "2026/03/01",
        "20260301",
        "46082",
        "二〇二六年三月一日",
        "2026年3月1日前",
        "2026-3-1 17:30",
        "2026年3月1日下午",
        "２０２６年３月１日",
        "2026-03-01 00:00:00",
        "2026 年 3 月 1 日",
    ],
)
def test_dates(text: str) -> None:
    assert read_date(text) == date(2026, 3, 1)


@pytest.mark.parametrize(
    "text",
    ["3月1日", "2026年3月", "2026-13-01", "2026年2月30日", "2026-03-01和2026-04-01", "春节后", "12", "已收2026-03-01"],
)
def test_no_date(text: str) -> None:
    assert read_date(text) is None


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(
        [
            "{0.year}-{0.month}-{0.day}",
            "{0.year}年{0.month}月{0.day}日",
            "{0:%Y%m%d}",
            "{0.year}.{0.month:02}.{0.day:02}",
        ]
    ),
)
def test_every_day(day: date, form: str) -> None:
    assert read_date(form.format(day)) == day


@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        ("序号,类别\n1,镇\n", "名册.csv", "找不到单位名称这一列"),
        ("", "名册.csv", "找不到单位名称这一列"),
        ("单位,类别\n,\n合计,\n", "名册.csv", "名册里没有单位"),
        ("单位,期限\n司法局,3月1日\n", "名册.csv:2", "“期限”列：“3月1日”不是完整的日期"),
        ("单位,收到日期\n\n司法局,2026-02-30\n", "名册.csv:3", "“收到日期”列"),
        ("单位,类别\n司法局,乱写\n", "名册.csv:2", "“类别”列：不认识“乱写”"),
        ("单位\n司法局\n水利局\n司 法局\n", "名册.csv:4", "“司法局”在第2行已经有了"),
        ("单位,期限\n,2026-03-01\n", "名册.csv:2", "没有单位名称"),
        ("单位,期限,截止日期\n司法局,,\n", "名册.csv:1", "说的是一回事"),
    ],
)
def test_mistakes(text: str, where: str, says: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(text)
    assert caught.value.where == where
    assert says in caught.value.what.zh
    assert caught.value.what.en and caught.value.hint.zh and caught.value.hint.en


def test_remarks_on_names_of_two_units() -> None:
    roster = read("单位,简称\n水务局,水利局\n水利局,\n青禾镇,\n青禾镇人民政府,\n")
    assert len(roster.units) == 4
    alike, alias = roster.remarks
    assert "第4行“青禾镇”和第5行“青禾镇人民政府”像是同一个单位" in alike.zh
    assert "第2行“水务局”的别名“水利局”也指第3行“水利局”" in alias.zh


def test_two_columns_of_names_and_several_names_in_a_cell() -> None:
    unit = read('单位全称,单位,别名,曾用名\n云川县司法局,司法局,"法治办\n依法治县办/普法办",无\n').units[0]
    assert unit.name == "云川县司法局"
    assert unit.aliases == ("司法局", "法治办", "依法治县办", "普法办")
    assert unit.former == ()


@pytest.mark.parametrize(
    ("cell", "why"), [("是", "免报"), ("√", "免报"), ("否", ""), ("无", ""), ("", ""), ("并入县委办", "并入县委办")]
)
def test_exempt(cell: str, why: str) -> None:
    assert read(f"单位,免报\n司法局,{cell}\n").units[0].exempt == why


def test_headings_inside_the_table_are_no_units() -> None:
    roster = read("序号,单位\n,一、乡镇\n1,青禾镇\n二、部门,\n1,司法局\n合计,2\n")
    assert [u.name for u in roster.units] == ["青禾镇", "司法局"]

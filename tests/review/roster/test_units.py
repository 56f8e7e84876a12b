"""validator.review.roster.units: the list of units as offices keep it."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from tests.review.roster.test_rows import book
from validator.errors import UsageError
from validator.model.roster import Roster
from validator.review.roster.units import read_roster


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
    ("text", "says"),
    [
        ("序号,类别\n1,镇\n", "找不到单位名称这一列，表头要写“单位名称”或“单位”；第1行写的是“序号、类别”"),
        ("名册,,\n序号,类别,名称x\n1,部门,司法局\n", "第2行写的是“序号、类别、名称x”"),
        ("1,部门,司法局\n2,部门,水利局\n", "第1行写的是“1、部门、司法局”"),
        ("张三,13812345678\n", "第1行写的是“张三、138******78”"),
        ("甲,乙,丙,丁,戊,己,庚,辛,壬\n", "第1行写的是“甲、乙、丙、丁、戊、己、庚、辛…”"),
        ("", "名册是空的"),
        ("单位,类别\n,\n合计,\n", "名册里没有单位，表头读作“单位、类别”"),
    ],
)
def test_what_cannot_be_read(text: str, says: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(text)
    assert caught.value.where == "名册.csv"
    assert says in caught.value.what.zh
    assert caught.value.what.en and caught.value.hint.zh and caught.value.hint.en


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("序号,类别,名称x\n1,部门,司法局\n", "请把这一列的表头改成“单位名称”"),
        ("1,部门,司法局\n", "在名单上面加一行表头"),
    ],
)
def test_what_to_do_without_a_column_of_names(text: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(text)
    assert hint in caught.value.hint.zh and caught.value.hint.en


@pytest.mark.parametrize("head", ["部门,2024,2025", "部门,所属街道", "单位,1", "部门", "类别,部门"])
def test_a_row_of_headings_that_could_be_a_unit_s(head: str) -> None:
    cells = "镇,司法局" if head.startswith("类别") else "司法局" + ",甲" * head.count(",")
    assert [u.name for u in read(f"{head}\n{cells}\n").units] == ["司法局"]


@pytest.mark.parametrize(
    ("text", "names", "says"),
    [
        ("单位,期限\n司法局,3月1日\n", ["司法局"], "第2行“期限 3月1日”不是完整的日期，当作没填；日期请按“年-月-日”写全，例如 2026-03-01。"),
        ("单位,收到日期\n\n司法局,2026-02-30\n", ["司法局"], "第3行“收到日期 2026-02-30”没有这一天，当作没填，请核对。"),
        ("单位,收到日期\n司法局,2026/13/1\n", ["司法局"], "第2行“收到日期 2026/13/1”没有这一天"),
        ("单位,收到日期\n司法局,#REF!\n", ["司法局"], "第2行“收到日期 #REF!”不是完整的日期"),
        ("单位,类别\n司法局,参公\n", ["司法局"], "第2行“参公”不是认识的类别，按单位名称判断"),
        ("单位\n司法局\n水利局\n司 法局\n", ["司法局", "水利局"], "第4行“司法局”前面已经有了"),
        ("单位,期限\n,2026-03-01\n司法局,\n", ["司法局"], "第2行没有单位名称"),
        ("单位,期限,截止日期\n司法局,,\n", ["司法局"], "“期限”和“截止日期”说的是一回事"),
        ("单位\n12345\n司法局\n", ["司法局"], "第2行“12345”不像单位名称"),
        ("单位,收到日期\n" + "".join(f"甲{i}局,春节\n" for i in "一二三四五六七八"), None, "等8行不是完整的日期"),
    ],
)  # fmt: skip
def test_one_bad_cell_does_not_stop_the_run(text: str, names: list[str] | None, says: str) -> None:
    roster = read(text)
    assert names is None or [u.name for u in roster.units] == names
    assert [remark for remark in roster.remarks if says in remark.zh and remark.en]
    assert all(u.kind == "department" and u.received is None for u in roster.units)


def test_day_without_its_year_has_that_of_the_column() -> None:
    roster = read("单位,收到日期\n司法局,3月5日\n水利局,2026-02-18\n林业局,2026-02-20\n")
    assert [u.received for u in roster.units] == ["2026-03-05", "2026-02-18", "2026-02-20"]
    assert roster.remarks == ()


@pytest.mark.parametrize("heading", ["报送时间", "报送日期"])
def test_one_day_in_all_rows_is_a_deadline(heading: str) -> None:
    roster = read(f"单位,{heading}\n" + "".join(f"{name}局,2026-03-05\n" for name in ("司法", "水利", "林业")))
    assert [u.received for u in roster.units] == [None] * 3
    assert "像是期限" in roster.remarks[0].zh and "“收到日期”" in roster.remarks[0].zh
    two = read(f"单位,{heading}\n司法局,2026-03-05\n水利局,2026-03-05\n林业局,2026-03-06\n")
    assert [u.received for u in two.units] == ["2026-03-05", "2026-03-05", "2026-03-06"]
    assert two.remarks == ()


def test_one_day_of_receipt_is_believed_where_the_heading_says_so() -> None:
    roster = read("单位,收到日期\n司法局,2026-03-05\n水利局,2026-03-05\n林业局,2026-03-05\n")
    assert {u.received for u in roster.units} == {"2026-03-05"}


def test_notes_numbers_and_asterisks_of_names() -> None:
    roster = read('序号,单位\n1,"青禾镇（党委、政府）"\n2,3.县民政局\n3,县水利局*\n4,县乡村振兴局（原扶贫办）\n')
    assert [u.name for u in roster.units] == [
        "青禾镇（党委、政府）",
        "县民政局",
        "县水利局",
        "县乡村振兴局（原扶贫办）",
    ]
    assert [u.kind for u in roster.units] == ["town", "department", "department", "department"]
    assert [u.aliases for u in roster.units] == [("青禾镇",), (), (), ("县乡村振兴局",)]
    assert roster.units[3].former == ("扶贫办",)


def test_two_blocks_side_by_side_are_units_of_their_own() -> None:
    roster = read("序号,单位,类别,序号,单位,类别\n1,青禾镇,镇,3,司法局,部门\n2,柳堰乡,乡,,,\n,合计,2,4,水利局,\n")
    assert [(u.name, u.kind) for u in roster.units] == [
        ("青禾镇", "town"), ("柳堰乡", "township"), ("司法局", "department"), ("水利局", "department"),
    ]  # fmt: skip
    assert all(u.aliases == () for u in roster.units)


def sheets(**rows: list[tuple[object, ...]]) -> bytes:
    from openpyxl import Workbook

    made = Workbook()
    made.active.title = "说明"
    made.active.append(("请勿改动",))
    for name, held in rows.items():
        sheet = made.create_sheet(name)
        for row in held:
            sheet.append(row)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def test_all_sheets_with_names() -> None:
    data = sheets(乡镇=[("单位",), ("青禾镇",)], 部门=[("序号", "单位"), (1, "司法局"), (2, 77), (3, "青禾镇")])
    roster = read_roster(data, "名册.xlsx")
    assert [u.name for u in roster.units] == ["青禾镇", "司法局"]
    assert roster.remarks[0].zh.startswith("名册“部门”表第3行“77”")
    assert "第4行“青禾镇”前面已经有了" in roster.remarks[1].zh


def test_name_that_is_a_formula_without_a_result() -> None:
    roster = read_roster(book(("单位", "收到日期"), ('="青"&"禾镇"', None), ("司法局", "=1+1")), "名册.xlsx")
    assert [u.name for u in roster.units] == ["司法局"]
    assert "第2行、第3行“收到日期”是没有算出结果的公式" in roster.remarks[0].zh


def test_cells_with_an_error_are_told() -> None:
    data = book(("单位", "收到日期", "免报", "备注"), ("司法局", "#REF!", None, "#N/A"), ("水利局", None, "#N/A", None))
    roster = read_roster(data, "名册.xlsx")
    assert [(u.name, u.received, u.exempt) for u in roster.units] == [("司法局", None, ""), ("水利局", None, "")]
    (told,) = roster.remarks
    assert told.zh.startswith("名册第2行“收到日期”、第3行“免报”是没有算出结果的公式，或者结果是 #REF! 一类的错误值")
    assert "#REF!" in told.en


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


@pytest.mark.parametrize(
    "text",
    [
        "序号,单位\n,一、乡镇\n1,青禾镇\n二、部门,\n1,司法局\n合计,2\n",
        "序号,单位\n一,乡镇（街道）\n1,青禾镇\n二,县直部门\n2,司法局\n",
        "单位,联系人\n（一）乡镇,\n青禾镇,王某\n三、参公单位,\n司法局,李某\n",
        "单位\n乡镇（街道）\n一、青禾镇\n县直机关\n二、司法局\n",
        "单位,类别\n城区片,\n青禾镇,镇\n司法局,部门\n",
    ],
)
def test_headings_inside_the_table_are_no_units(text: str) -> None:
    roster = read(text)
    assert [u.name for u in roster.units] == ["青禾镇", "司法局"]
    assert all("是分类标题，不算单位" in remark.zh for remark in roster.remarks) and roster.remarks


def test_unit_of_which_only_the_name_is_written() -> None:
    assert [u.name for u in read("序号,单位,联系人\n1,青禾镇,王某\n2,司法局,李某\n,水利局,\n").units][-1] == "水利局"


@pytest.mark.parametrize("heading", ["责任单位", "部门名称", "报送单位", "单位名称（全称）", "单位全称", "机构名称"])
def test_headings_of_names(heading: str) -> None:
    assert [u.name for u in read(f"序号；{heading}；报送时限\n1；青禾镇；2026-03-01\n").units] == ["青禾镇"]

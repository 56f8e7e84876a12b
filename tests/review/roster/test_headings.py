"""validator.review.roster.headings: headings in several rows, and rows of headings among the units."""

from __future__ import annotations

import pytest

from validator.model.roster import Roster, Unit
from validator.review.roster.units import read_roster

BOTH = Unit("县司法局", "department", ("法治办",), (), "2026-03-15", "2026-02-20", "", ("报告.docx",), 0)


def read(*lines: str) -> Roster:
    return read_roster("\n".join(lines).encode(), "名册.csv")


@pytest.mark.parametrize(
    "heads",
    [
        ("序号,单位名称,简称,报送情况,,其他,", ",,,报送期限,收到日期,文件,备注"),
        ("序号,单位名称,简称,报送期限,收到日期,文件,备注", "序号,单位名称,简称,报送期限,收到日期,文件,备注"),
        ("序号,单位,,报送,收到,其他,", ",名称,简称,期限,日期,文件,备注"),
        ("序号,基本情况,,报送期限,收到日期,其他,", ",单位名称,简称,,,文件,备注"),
        ("序号,单位名称,简称,报送情况,,其他,", ",,,时间,,文件,备注", ",,,报送期限,收到日期,,"),
        ("序号,单位名称,简称,报送期限,收到日期,文件,备注", ",,（没有不填）,（延期）,（以登记为准）,,"),
    ],
)
def test_headings_in_several_rows_are_those_of_one_table(heads: tuple[str, ...]) -> None:
    row = "1,县司法局,法治办,2026-03-15,2026-02-20,报告.docx,电话联系"
    roster = read("云川县报送登记表,,,,,,", *heads, "一、部门,,,,,,", row)
    assert [u._replace(row=0) for u in roster.units] == [BOTH]
    assert roster.units[0].row == len(heads) + 3
    assert not [r for r in roster.remarks if "像是表头" in r.zh]


def test_the_column_of_names_under_a_heading_of_several() -> None:
    roster = read("序号,单位,,收到,备注", ",编码,名称,日期,", "1,A01,县司法局,2026-02-20,")
    assert [(u.name, u.received) for u in roster.units] == [("县司法局", "2026-02-20")]


def test_how_to_fill_it_in_is_no_heading() -> None:
    roster = read("单位名称,收到日期,文件", ",年-月-日,文件", "县司法局,2026-02-20,a.txt")
    assert [(u.name, u.received, u.files) for u in roster.units] == [("县司法局", "2026-02-20", ("a.txt",))]


def test_headings_that_cannot_be_joined_are_told() -> None:
    roster = read("序号,单位名称,情况", "1,县司法局,", "序号,单位名称,收到日期", "2,县财政局,2026-02-20")
    assert [(u.name, u.received) for u in roster.units] == [("县司法局", None), ("县财政局", None)]
    (told,) = roster.remarks
    assert told.zh == "名册第3行的“收到日期”像是表头，没有采用；请把各列的表头写在同一行，或者紧接着的上下行。"
    assert told.en.startswith("Row 3 of the roster looks like headings that were not used: 收到日期.")


def test_headings_that_come_again_on_every_page_are_no_unit() -> None:
    roster = read("序号,单位名称,收到日期", "1,县司法局,", "序号,单位名称,收到日期", "2,县财政局,2026-02-20")
    assert [u.name for u in roster.units] == ["县司法局", "县财政局"]
    assert roster.remarks == ()


def test_a_unit_s_row_is_no_row_of_headings() -> None:
    roster = read("单位名称,类别,免报", ",部门,免报", "县司法局,部门,免报")
    assert [(u.name, u.exempt) for u in roster.units] == [("县司法局", "免报")]
    assert roster.remarks[0].zh == "名册第2行没有单位名称，没有算。"

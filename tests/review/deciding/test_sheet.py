"""validator.review.deciding.sheet: what people write in the workbook is read back, or refused with row and column."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.ledger_support import DIGEST, OTHER, UNIT, line, sheet
from validator.errors import UsageError
from validator.review import workbooks
from validator.review.deciding import sheet as module
from validator.review.deciding.proposals import Proposal
from validator.review.deciding.rows import FIELDS, HEADERS, OPINIONS, OUTCOME_WORDS, Mistake, Row
from validator.review.deciding.sheet import read_sheet


def mistakes(*rows: dict[str, object]) -> list[tuple[int, str, str, str]]:
    found = read_sheet(sheet(*rows), "r.xlsx")
    assert found.rows == ()
    return [(m.number, m.column.zh, m.what.zh, m.hint.zh) for m in found.mistakes]


def rows(data: bytes) -> tuple[Row, ...]:
    found = read_sheet(data, "r.xlsx")
    assert found.mistakes == ()
    return found.rows


def test_one_head_for_every_field() -> None:
    assert len(HEADERS) == len(FIELDS)
    assert len({head.zh for head in HEADERS}) == len({head.en for head in HEADERS}) == len(FIELDS)
    assert [words.zh for words in OPINIONS.values()] == ["维持", "更正", "退回", "接受"]
    assert [words.zh for words in OUTCOME_WORDS.values()] == ["有", "不全", "缺", "不涉及", "免除"]


def test_rows_with_an_opinion_are_read_and_the_others_are_not() -> None:
    data = sheet(
        line(),
        line(action="更正", new="有", reason="写在附件里", who="王某"),
        line(OTHER, rule="plan", who="王某", reason="还没有想好"),
        line(rule="", action="接受", who="王某"),
    )
    assert rows(data) == (
        Row(3, Proposal(UNIT, 2025, "correct", "causes", "pass", "写在附件里", "王某", DIGEST, "fail")),
        Row(5, Proposal(UNIT, 2025, "accept", "", "", "", "王某", DIGEST, "")),
    )


@pytest.mark.parametrize(
    ("written", "action", "new"),
    [
        ({"action": "维持"}, "confirm", ""),
        ({"action": " 维\u3000持 "}, "confirm", ""),
        ({"action": "Confirm"}, "confirm", ""),
        ({"action": "ＣＯＮＦＩＲＭ"}, "confirm", ""),
        ({"action": "更正", "new": "不全"}, "correct", "partial"),
        ({"action": "correct", "new": "partial"}, "correct", "partial"),
        ({"action": "correct", "new": "In part"}, "correct", "partial"),
        ({"action": "更正", "new": "\u3000免除\u200b"}, "correct", "waived"),
        ({"action": "更正", "new": "不涉及"}, "correct", "not_applicable"),
    ],
)
def test_words_and_codes(written: dict[str, object], action: str, new: str) -> None:
    (row,) = rows(sheet(line(**written)))
    assert (row.proposal.action, row.proposal.new) == (action, new)


@pytest.mark.parametrize("year", [2025, 2025.0, "2025", "２０２５", " 2025年度", "2025年"])
def test_years(year: object) -> None:
    (row,) = rows(sheet(line(year=year, action="维持")))
    assert row.proposal.year == 2025


def test_text_is_trimmed_and_kept() -> None:
    (row,) = rows(sheet(line(f"\u3000{UNIT} ", action="维持", reason=" 第一行\n第二行\u3000", who=12)))
    assert (row.proposal.unit, row.proposal.reason, row.proposal.who) == (UNIT, "第一行\n第二行", "12")


def test_wrong_values_tell_row_and_column() -> None:
    assert mistakes(
        line(),
        line(action="同意"),
        line(action="更正", new="好"),
        line(year="去年", action="维持"),
        line("", action="维持"),
        line(new="有"),
        line(rule="", element="不足的原因", action="维持"),
    ) == [
        (3, "意见", "不能写“同意”", "可以写：维持、更正、退回、接受"),
        (4, "改为", "不能写“好”", "可以写：有、不全、缺、不涉及、免除、没有问题、要核对"),
        (5, "年度", "“去年”不是年度", "写成 2025 的样子"),
        (6, "单位", "没有写单位", "请照原来的工作簿填回这一格"),
        (7, "意见", "写了“改为”，没有写“意见”", "意见写“更正”"),
        (8, "规则", "规则编号被删掉了", "请照原来的工作簿填回这一格"),
    ]


def test_heads_below_other_lines_and_a_sheet_with_another_name() -> None:
    data = sheet(line(action="维持"), above=["云川县", "", "填写说明：意见可以写维持、更正"], name="张科改")
    assert [row.number for row in rows(data)] == [5]


def test_the_decision_that_a_row_was_made_with() -> None:
    found = rows(sheet(*(line(action="维持", known=known) for known in (7, "7", "", 0, "甲", -1))))
    assert [row.known for row in found] == [7, 7, 0, 0, 0, 0]


def test_english_workbook() -> None:
    data = sheet(line(element="", rule="", action="return", reason="Again"), lang="en")
    assert rows(data)[0].proposal.action == "return"
    data = sheet(line(element="Whole report", rule="", action="accept"), lang="en")
    assert rows(data)[0].proposal.action == "accept"


def test_saved_by_another_program() -> None:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(sheet(line(), line(rule="plan"))))
    book["复核意见"]["F3"] = "更正"
    book["复核意见"]["G3"] = "有"
    book["复核意见"].column_dimensions["K"].hidden = True
    saved = io.BytesIO()
    book.save(saved)
    (row,) = rows(saved.getvalue())
    assert (row.number, row.proposal.rule, row.proposal.new, row.proposal.digest) == (3, "plan", "pass", DIGEST)


@pytest.mark.parametrize("head", ["文字", "规则", "结论代码", "改为"])
def test_a_column_that_was_deleted(head: str) -> None:
    with pytest.raises(UsageError, match=f"缺少“{head}”这一列.*可以隐藏"):
        read_sheet(sheet(line(action="维持"), without=head), "r.xlsx")


def test_columns_for_people_only_may_be_deleted() -> None:
    row = line(action="维持")
    del row["message"]
    (found,) = rows(sheet(row, without="说明"))
    assert found.proposal.rule == "causes"


def test_no_such_sheet() -> None:
    import xlsxwriter

    data = io.BytesIO()
    book = xlsxwriter.Workbook(data)
    book.add_worksheet("复核意见").write(0, 0, "单位")
    book.close()
    with pytest.raises(UsageError, match="没有“复核意见”这张表"):
        read_sheet(data.getvalue(), "r.xlsx")


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04", sheet()[:3000], b"\xd0\xcf\x11\xe0" + bytes(600)])
def test_broken(data: bytes) -> None:
    with pytest.raises(UsageError, match=r"r\.xlsx: 打不开这个工作簿"):
        read_sheet(data, "r.xlsx")


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    data = sheet(*(line(f"第{i}镇") for i in range(60)))
    monkeypatch.setattr(module, "MAX_ROWS", 5)
    with pytest.raises(UsageError, match="“复核意见”超过 5 行"):
        read_sheet(data, "r.xlsx")
    monkeypatch.setattr(workbooks, "MAX_BYTES", 1000)
    with pytest.raises(UsageError, match="超过0 MB"):
        read_sheet(data, "r.xlsx")


def test_a_hostile_workbook_costs_its_own_process_only(capfd: pytest.CaptureFixture[str]) -> None:
    """A cell in the last corner makes the library ask for half a terabyte."""
    hostile = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sheet(line(action="维持")))) as good, zipfile.ZipFile(hostile, "w") as bad:
        for name in good.namelist():
            corner = good.read(name).replace(b'<row r="2"', b'<row r="1048576"').replace(b'r="A2"', b'r="XFD1048576"')
            bad.writestr(name, corner if name.endswith("sheet2.xml") else good.read(name))
    with pytest.raises(UsageError, match=r"打不开这个工作簿|超过"):
        read_sheet(hostile.getvalue(), "r.xlsx")
    assert capfd.readouterr().err == ""


def test_damaged_at_random_it_is_read_or_refused(tmp_path: Path) -> None:
    import random

    chance = random.Random(5)  # noqa: S311
    good = sheet(line(action="维持"), line(rule="plan", action="更正", new="有"))
    for _ in range(300):
        data = bytearray(good)
        for _ in range(chance.choice((1, 3, 20))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        found = workbooks._tried(workbooks._Job(bytes(data), "r.xlsx", module._read))
        if not isinstance(found, UsageError):
            assert all(isinstance(row, Row) for row in found.rows)
            assert all(isinstance(m, Mistake) for m in found.mistakes)

"""validator.review.outputs.xlsx: the workbook, read back with two other programs and printed with a third."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from tests.renderers.runs import HOSTILE
from tests.review.outputs.converting import pages
from tests.review.outputs.reviews_by_hand import (
    DIGEST,
    decision,
    evidence,
    hostile,
    lapsed_return,
    many,
    pair,
    review,
)
from tests.support import seconds
from validator.model.decision import Lapsed
from validator.model.review import Claim, Passage, Review
from validator.renderers.wording import shown
from validator.review.deciding.decisions import applied, same
from validator.review.deciding.rows import FIELDS
from validator.review.deciding.sheet import read_sheet
from validator.review.outputs import files
from validator.words import Lang, Words

SHEETS = ["汇总", "单位", "明细", "未报送、不符、待确认", "逾期", "雷同", "对比", "文件", "复核意见"]
LENGTH = "相同或相近字数"
RISKY = tuple("=+-@＝＋－＠")


def data(of: Review, lang: Lang = "zh") -> bytes:
    (content,) = files("xlsx", of, lang).values()
    return content


def book(of: Review, lang: Lang = "zh") -> Any:
    return load_workbook(io.BytesIO(data(of, lang)))


@cache
def plain() -> Any:
    return book(review())


def table(name: str) -> list[dict[str, Any]]:
    """Return the rows below the head of a sheet, which is what its filter covers."""
    sheet = plain()[name]
    head, *rows = sheet[sheet.auto_filter.ref]
    return [dict(zip([c.value for c in head], [c.value for c in row], strict=True)) for row in rows]


def row(name: str, **wanted: Any) -> dict[str, Any]:
    return next(r for r in table(name) if all(r[k] == v for k, v in wanted.items()))


def test_sheets_and_the_same_bytes() -> None:
    assert list(files("xlsx", review(), "zh")) == ["review.xlsx"]
    assert plain().sheetnames == SHEETS
    assert book(review(), "en").sheetnames[-1] == "Decisions"
    assert data(review()) == data(review())
    assert zipfile.ZipFile(io.BytesIO(data(review()))).infolist()[0].date_time[0] == 1980


def test_the_first_sheet_is_one_page_with_three_charts() -> None:
    sheet = plain()["汇总"]
    assert sheet["A1"].value == "2024年法治政府建设年度报告审核情况汇总"
    assert sheet["A2"].value == "云川县司法局　2025年3月10日"
    assert sheet["A3"].value == (
        "名册12个单位，应报11个：已报送6个（逾期2个），待确认1个，报送不符3个，未报送1个；"
        "已报送的6份中，齐全3份、不齐全3份、没有全部判明0份；有雷同文字的2份。"
    )
    assert len(sheet._charts) == 3
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "0" not in (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight)  # one by one, unless it is said
    figures = {r[0].value: r[1].value for r in sheet.iter_rows(min_row=5) if r[0].value}
    assert [figures[k] for k in ("已报送", "待确认", "报送不符", "未报送", "不要求报送")] == [6, 1, 3, 1, 1]
    assert [figures[f"报送不符：{k}"] for k in ("所报年度不符", "不是年度报告", "打不开")] == [1, 1, 1]
    assert [figures[k] for k in ("齐全", "不齐全", "逾期", "有雷同文字", "已接受", "已退回")] == [3, 3, 2, 2, 1, 1]
    causes = next([c.value for c in r] for r in sheet.iter_rows() if r[0].value == "不足的原因")
    assert causes[1:7] == [3, 0, 3, 0, 0, 0.5]


def test_shares_on_the_first_sheet_are_of_the_whole_that_is_named() -> None:
    *others, unread = [u for u in review().units if u.unit.name != "县信访局"]
    taken = unread._replace(state="accepted")  # exempt, and yet it sent something that was accepted
    late = review()._replace(
        units=(*(u._replace(state="returned") if u.standing == "unreadable" else u for u in others), taken)
    )
    sheet = book(late)["汇总"]
    found = [[c.value for c in r[:3]] for r in sheet.iter_rows(min_row=5)]
    at = next(i for i, r in enumerate(found) if str(r[0]).startswith("处理"))
    assert found[at] == ["处理（收到11个单位的）", "单位数", "占收到"]
    assert [r[:2] for r in found[at + 1 : at + 5]] == [
        ["已接受", 2],
        ["已退回", 2],
        ["已改，待复核", 0],
        ["还没有处理", 7],
    ]
    assert sum(r[2] for r in found[at + 1 : at + 5]) == pytest.approx(1)
    contents = next(i for i, r in enumerate(found) if str(r[0]).startswith("内容"))
    assert found[contents] == ["内容（已报送6份）", "单位数", "占已报送"]
    assert "已接受" not in [r[0] for r in found[contents:at]]


@pytest.mark.parametrize("name", SHEETS[1:])
def test_tables_can_be_filtered_and_printed(name: str) -> None:
    sheet = plain()[name]
    assert sheet.freeze_panes in ("B2", "C2")
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.print_area
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_units() -> None:
    white = row("单位", 单位="白石镇")
    assert (white["名次"], white["类别"], white["报送情况"], white["逾期天数"]) == (4, "镇", "已报送", 4)
    assert (white["缺"], white["不全"], white["雷同占比"]) == ("不足的原因", "落款（署名）", 0.42)
    assert white["变化"] == round(white["得分"] - white["上年得分"], 1)
    assert row("单位", 单位="柳湾镇")["处理"] == "退回"
    other = row("单位", 单位="县林业局")
    assert (other["报送情况"], other["得分"], other["名次"]) == ("所报年度不符", None, None)
    assert len(table("单位")) == 12


def test_who_was_there_first_and_what_has_lapsed() -> None:
    assert [row("单位", 单位=name)["雷同先后"] for name in ("白石镇", "县水利局", "青禾镇")] == ["在后", "在后", None]
    assert plain()["单位"].cell(plain()["单位"].max_row, 1).value.startswith("雷同占比：除去规定用语和共同段落后")
    sheet = book(review()._replace(units=(lapsed_return(),)))["单位"]
    assert [c.value for c in sheet[2]][-2:] == ["已改，待复核", "退回。请补写原因（王敏，2025-03-06）：报告文字已改动"]


def test_details() -> None:
    causes = row("明细", 单位="白石镇", 要素或核对事项="不足的原因")
    assert (causes["结果"], causes["位置"]) == ("缺", "第8行")
    assert causes["怎么补"].startswith("请在每条不足后面补一句原因")
    assert causes["依据"].startswith("《法治政府建设与责任落实督察工作规定》")
    check = row("明细", 单位="县教育局")
    assert (check["结果"], list(check)[2:4]) == ("要核对", ["结果", "说明"])
    assert check["说明"].startswith("有没填写的内容")
    assert row("明细", 单位="柳湾镇", 要素或核对事项="存在的不足")["复核"] == "维持。已电话核实（王敏，2025-03-06）"
    assert {r["单位"] for r in table("明细")} == {"白石镇", "柳湾镇", "县水利局", "县教育局"}


def test_what_was_not_sent_and_what_was_late() -> None:
    unsent = table("未报送、不符、待确认")
    assert [r["报送情况"] for r in unsent] == [
        "待确认",
        "报送不符：所报年度不符",
        "报送不符：不是年度报告",
        "报送不符：打不开",
        "未报送",
        "不要求报送",
    ]
    assert "县民政事务中心（文件名“民政”、名称相近“县民政事务中心”）" in unsent[0]["原因和依据"]
    assert (unsent[4]["已过天数"], unsent[5]["原因和依据"]) == (9, "垂直管理，报上级部门")
    late = table("逾期")
    assert [(r["单位"], r["逾期天数"], r["情况"]) for r in late] == [
        ("红岩镇", 41, "逾期"),
        ("白石镇", 4, "逾期"),
        ("柳湾镇", None, "日期不明"),
    ]
    assert (late[0]["期限出处"], late[1]["日期出处"]) == ("名册", "收到日期")


def test_copied_text() -> None:
    rows = table("雷同")
    assert [(r["单位甲"], r["单位乙"], r["乙的年度"], r[LENGTH]) for r in rows if r[LENGTH]] == [
        ("白石镇", "红岩镇", 2024, 1312),
        ("县水利局", "县教育局", 2024, 1312),
        ("白石镇", "县林业局", 2023, 1312),
    ]
    assert (rows[0]["占甲"], rows[0]["较早的"], rows[0]["甲的文字"]) == (0.42, "红岩镇", "共2处")
    assert (rows[1]["甲的位置"], rows[1]["乙的位置"], rows[1]["疑似沿用"]) == (
        "第8行",
        "第12行",
        "甲：别的单位“红岩镇”",
    )
    below = [c.value for c in plain()["雷同"]["A"] if c.value][-2:]
    assert below[0] == "第1组（2个单位，两两最多相同或相近1312字）：白石镇、红岩镇"
    assert below[1].startswith("多家共有的文字")


def test_year_over_year_and_files() -> None:
    rows = table("对比")
    assert [(r["事项"], r["结果"]) for r in rows] == [
        ("得分", None),
        ("上年安排", "有下文"),
        ("上年安排", "可能有下文，请看"),
        ("上年安排", "按字面没有找到"),
        ("不足", "重复"),
        ("要素", "补上了"),
        ("要素", "又缺了"),
    ]
    assert {r["用途"] for r in table("文件")} >= {"采用", "旧稿", "内容相同", "待确认", "对不上名册"}
    assert [c.value for c in plain()["文件"]["A"]][-1] == review().remarks[0].zh


def test_the_sheet_of_decisions_is_read_back_as_nothing_new() -> None:
    sheet = read_sheet(data(review()), "review.xlsx")
    assert not sheet.mistakes
    held = [d for u in review().units for d in u.decisions]
    found = [row.proposal for row in sheet.rows]
    assert [(p.unit, p.year, p.rule, p.action, p.new, p.reason, p.who, p.digest) for p in found] == [
        same(d) for d in held
    ]


def corrected(lang: Lang = "zh") -> list[dict[str, str]]:
    """Return the rows of a unit with two corrections: of an element, and of something that is only checked."""
    first, white, *others = review().units
    at = "2026-03-05T08:30:00Z"
    a = white.current.submission.assessment  # type: ignore[union-attr]
    check = next(r for r in a.results if r.rule == "personal-data")
    decisions = (
        decision(8, "白石镇", "correct", "causes", new="pass", reason="在附件里"),
        decision(9, "白石镇", "correct", check.rule, old=check.outcome, new="fail", reason="有手机号"),
    )
    after = applied(a, review().packs[a.pack], [d._replace(at=at) for d in decisions])
    current = white.current._replace(submission=white.current.submission._replace(assessment=after))  # type: ignore[union-attr]
    units = (first, white._replace(current=current, decisions=decisions), *others)
    found = data(review()._replace(units=units), lang)
    assert [r.proposal.new for r in read_sheet(found, "x.xlsx").rows if r.proposal.unit == "白石镇"] == ["pass", "fail"]
    sheet = load_workbook(io.BytesIO(found)).worksheets[-1]
    rows = [dict(zip(FIELDS, (str(c.value or "") for c in row), strict=True)) for row in sheet.iter_rows(min_row=2)]
    return [row for row in rows if row["unit"] == "白石镇"]


def test_of_the_whole_the_machine_s_words_stand_before_what_corrections_made_of_it() -> None:
    whole = corrected()[0]
    plain_ = next(r for r in table("复核意见") if (r["单位"], r["要素"]) == ("白石镇", "全文"))
    assert whole["machine"] == plain_["机器结论"]
    before, _, after = whole["message"].partition("。更正后：")
    assert before == plain_["说明"] and "不足的原因" in before
    assert after.startswith("不齐全 ") and after != whole["machine"]
    assert corrected("en")[0]["message"].partition(". corrected: ")[2].startswith("incomplete ")


def test_what_is_only_checked_has_words_of_its_own() -> None:
    rows = {row["rule"]: row for row in corrected()}
    check = rows["personal-data"]
    assert (check["machine"], check["action"], check["new"]) == ("没有问题", "更正", "要核对")
    assert (rows["causes"]["machine"], rows["causes"]["new"]) == ("缺", "有")


def test_in_english_the_key_has_english_signs() -> None:
    assert corrected("en")[0]["origin"] == "白石镇: Whole report"


def test_each_row_knows_the_decision_that_it_was_made_with() -> None:
    _, white, *others = review().units
    gone = Lapsed(decision(9, "白石镇", "correct", "causes", new="pass"), Words("变了", "changed"))
    found = book(review()._replace(units=(lapsed_return(), white._replace(lapsed=(gone,)), *others)))["复核意见"]
    known = {(r[0].value, r[9].value or ""): r[12].value for r in found.iter_rows(min_row=2)}
    assert (known["青禾镇", ""], known["白石镇", "causes"], known["白石镇", ""]) == ("7", "9", "0")
    assert (known["红岩镇", "next-year-plan"], known["柳湾镇", "shortcomings"]) == ("2", "4")
    again = read_sheet(data(review()), "x.xlsx")
    assert [row.known for row in again.rows] == [d.id for u in review().units for d in u.decisions]


def test_what_the_roster_decides_is_not_on_the_sheet() -> None:
    """An older version recorded decisions on lateness."""
    _, white, *others = review().units
    late = decision(9, "白石镇", "confirm", "late-report")
    assert [r.outcome for r in white.current.submission.assessment.results if r.rule == "late-report"]  # type: ignore[union-attr]
    found = book(review()._replace(units=(white._replace(decisions=(late,)), *others)))["复核意见"]
    assert "late-report" not in [cell.value for cell in found["J"]]


def test_each_row_tells_where_its_codes_belong() -> None:
    rows = list(plain()["复核意见"].iter_rows(min_row=2, values_only=True))
    assert [row[13] for row in rows] == [f"{row[0]}：{row[2]}" for row in rows]
    workbook = book(review())
    sheet = workbook["复核意见"]
    first, second = (next(r for r in sheet.iter_rows() if r[9].value == rule) for rule in ("causes", "shortcomings"))
    for one, other in zip(first[:5], second[:5], strict=True):
        one.value, other.value = other.value, one.value
    for cells in (first, second):
        cells[5].value, cells[6].value = "维持", None
    out = io.BytesIO()
    workbook.save(out)
    found = read_sheet(out.getvalue(), "x.xlsx")
    assert [m.number for m in found.mistakes] == sorted(cells[0].row for cells in (first, second))
    assert all("和后面的代码对不上" in m.what.zh for m in found.mistakes)


def test_a_file_without_readable_text_can_be_returned_on_the_sheet() -> None:
    found = {r[0].value: [c.value for c in r] for r in plain()["复核意见"].iter_rows(min_row=2) if r[2].value == "全文"}
    assert found["县统计局"][3:5] == ["读不了", "文件是空的"]
    assert found["县住建局"][3:5] == ["不是这种报告", "防汛预案"]
    assert not {"县民政局", "县信访局", "县气象局"} & found.keys()


def test_line_breaks_in_quotations_are_blanks() -> None:
    first = pair("白石镇", "红岩镇")
    lines = evidence("一、打基础\n　　全年三次。")
    shown = review()._replace(pairs=(first._replace(passages=(Passage(lines, lines, 100),)),))
    assert book(shown)["雷同"]["I3"].value == "一、打基础 全年三次。"


def test_long_texts_are_cut_where_a_row_ends_and_say_so() -> None:
    long = evidence("甲" * 2000)
    shown = review()._replace(pairs=(pair("白石镇", "红岩镇")._replace(passages=(Passage(long, long, 100),)),))
    told = book(shown)["雷同"]["I3"].value
    assert told.endswith("甲……（全文见网页）")
    assert len(told) < 620
    u = shown.units[1]
    a = u.current.submission.assessment  # type: ignore[union-attr]
    results = tuple(r._replace(evidence=(long,)) if r.rule == "causes" else r for r in a.results)
    current = u.current._replace(submission=u.current.submission._replace(assessment=a._replace(results=results)))  # type: ignore[union-attr]
    causes = [c.value for c in book(shown._replace(units=(u._replace(current=current),)))["明细"][2]]
    assert causes[5].endswith("甲……（全文见网页）")


def test_a_certain_file_tells_its_grounds_once() -> None:
    grounds = Claim("白石镇", (("signature", "白石镇政府"), ("file_name", "白石镇")))
    f = review().units[1].files[0]._replace(claims=(grounds,))
    assert [c.value for c in book(review()._replace(filed=(f,)))["文件"][2]][1:] == ["白石镇", "采用", "署名和标题一致"]
    assert row("文件", 用途="待确认")["单位"] == "可能是县民政局、县民政事务中心"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_decisions_can_be_filled_in(lang: Lang) -> None:
    workbook = book(review(), lang)
    sheet = workbook.worksheets[-1]
    lists = {v.formula1 for v in sheet.data_validations.dataValidation}
    if lang == "zh":
        assert lists == {'"维持,更正,退回,接受"', '"有,不全,缺,不涉及,免除,没有问题,要核对"'}
        assert [c.value for c in sheet[1]][-4:] == ["文字", "结论代码", "决定号", "本行"]
    at = next(r for r in sheet.iter_rows(min_row=2) if r[9].value == "causes" and r[0].value == "白石镇")
    assert (at[10].value, at[11].value, at[5].value) == (DIGEST, "fail", None)
    for cell, value in zip(at[5:9], ["更正", "有", "附件里有", "李梅"], strict=True):
        cell.value = value
    out = io.BytesIO()
    workbook.save(out)
    (new,) = [r.proposal for r in read_sheet(out.getvalue(), "x.xlsx").rows if r.proposal.who == "李梅"]
    assert (new.unit, new.rule, new.new, new.old, new.digest) == ("白石镇", "causes", "pass", "fail", DIGEST)


def test_decisions_show_what_is_to_be_filled_in() -> None:
    sheet = plain()["复核意见"]
    first = sheet[2]
    assert first[2].value == "全文"
    assert first[5].fill.fgColor.rgb != first[4].fill.fgColor.rgb
    codes = sheet.column_dimensions["J"]  # the three of them together
    assert (codes.min, codes.max, codes.width < 10) == (10, 12, True)
    assert [sheet["M1"].value, sheet["M1"].fill.fgColor.rgb != sheet["M2"].fill.fgColor.rgb] == ["决定号", True]
    assert sheet.print_area.endswith(f"$I${sheet.max_row}")
    assert sheet.auto_filter.ref == f"A1:N{sheet.max_row}"


def test_reasons_of_several_lines_come_back_as_they_were() -> None:
    reason = "第一，附件里有。\n第二，已核实。"
    u = review().units[1]
    u = u._replace(decisions=(decision(8, u.unit.name, "correct", "causes", new="pass", reason=reason),))
    found = read_sheet(data(review()._replace(units=(u,))), "x.xlsx")
    assert [row.proposal.reason for row in found.rows] == [reason]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_stay_text(text: str) -> None:
    content = data(hostile(text))
    for sheet in load_workbook(io.BytesIO(content)).worksheets:
        for cell in (c for cells in sheet.iter_rows() for c in cells):
            assert cell.data_type in ("s", "n")
            assert cell.hyperlink is None
            if isinstance(cell.value, str):
                assert not {"\x1b", "\u202e", "\x00", "\udcff"} & set(cell.value)
                assert cell.value.lstrip()[:1] not in RISKY or cell.quotePrefix
    other = CalamineWorkbook.from_filelike(io.BytesIO(content))
    units = [cells[0] for cells in other.get_sheet_by_name("复核意见").to_python()[1:]]
    assert any(str(u)[:1000] == shown(text)[:1000] for u in units)


def test_nothing_but_sheets_and_charts() -> None:
    names = zipfile.ZipFile(io.BytesIO(data(review()))).namelist()
    words = ("vba", "external", "connection", "embed", "media", "comment")
    assert not [n for n in names if any(word in n.lower() for word in words)]


def test_nothing_at_all() -> None:
    nothing = review()._replace(units=(), filed=(), pairs=(), clusters=(), common=(), remarks=())
    sheets = book(nothing).worksheets
    assert [sheet["A2"].value for sheet in sheets[1:]] == ["没有"] * 8
    assert "应报0个" in sheets[0]["A3"].value


def test_five_hundred_units_in_time() -> None:
    many500 = many(500)
    assert len(data(many500)) < 1_000_000
    assert seconds(lambda: data(many500), rounds=2) < 5  # aim: 1.5 seconds on an idle machine


def test_printed_by_another_program(tmp_path: Path) -> None:
    found = pages(data(review()), "review.xlsx", tmp_path, "sc")
    assert len(found) <= 11
    assert all(width > height for width, height, _ in found)
    text = "\n".join(page for _, _, page in found)
    assert "###" not in text
    assert "2024年法治政府建设年度报告审核情况汇总" in found[0][2]
    assert "成文日期" in found[0][2]
    assert "复核人" in text
    assert "结论代码" not in text

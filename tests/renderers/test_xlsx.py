"""validator.renderers.xlsx: a workbook, read back with two other programs."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import Any

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from tests.renderers.runs import FORMULAS, HOSTILE, REMARK, SCANNED, bare, hostile, lacking, many, varied
from tests.support import REPORT, check, pack, run_of
from validator.model.run import Run
from validator.renderers import Options, render, workbook
from validator.words import Lang

# openpyxl does not know solid bars in cells, which Excel has had since 2010.
pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported")

SHEETS = ["汇总", "要素统计", "明细", "核对", "未能检查", "规则"]


def book(run: Run, lang: Lang = "zh") -> Any:
    return load_workbook(io.BytesIO(render("xlsx", run, Options(lang))))


@cache
def shown() -> Any:
    return book(varied())


def table(sheet: Any) -> list[dict[str, Any]]:
    """Return the rows of a sheet below its header, which is what the filter covers."""
    (head, *rows) = sheet[sheet.auto_filter.ref]
    return [dict(zip([c.value for c in head], [c.value for c in row], strict=True)) for row in rows]


def test_sheets() -> None:
    assert shown().sheetnames == SHEETS
    assert book(run_of([check(REPORT.encode())])).sheetnames == [s for s in SHEETS if s != "要素统计"]
    assert book(varied(), "en").sheetnames == ["Summary", "Elements", "Details", "Checks", "Not checked", "Rules"]


def test_the_same_run_gives_the_same_bytes() -> None:
    first, second = (render("xlsx", varied(), Options()) for _ in range(2))
    assert first == second
    assert zipfile.ZipFile(io.BytesIO(first)).infolist()[0].date_time[0] == 1980


@pytest.mark.parametrize("name", SHEETS)
def test_ready_to_be_read_filtered_and_printed(name: str) -> None:
    sheet = shown()[name]
    top = 5 if name == "汇总" else 1
    assert sheet.freeze_panes == f"B{top + 1}"
    assert sheet.auto_filter.ref.startswith(f"A{top}:")
    assert sheet.print_title_rows == f"${top}:${top}"
    assert sheet.print_area
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.column_dimensions["A"].width >= 30
    assert sheet.cell(top + 1, 1).alignment.wrap_text


def test_summary() -> None:
    sheet = shown()["汇总"]
    assert sheet["A1"].value == "法治政府建设年度报告检查结果"
    assert sheet["A2"].value.startswith("共8个文件：")
    assert sheet["A3"].value.startswith("chaque ")
    rows = {r["文件"]: r for r in table(sheet)}
    assert len(rows) == 8
    assert rows["乡镇/a.txt"]["得分"] == 100
    assert rows["乡镇/b.txt"]["缺少或不全"].startswith("缺：不足的原因")
    assert (rows["乡镇/e.pdf"]["最高可能"], rows["乡镇/e.pdf"]["结论"]) == (100, "没有全部判明")
    assert rows["乡镇/a.txt"]["最高可能"] is None
    assert rows["乡镇/d.txt"]["审核决定前得分"] == rows["乡镇/b.txt"]["得分"] < rows["乡镇/d.txt"]["得分"]
    assert rows["空.txt"]["缺少或不全"] == "文件是空的，没有内容可查。"
    assert [c.value for c in sheet["A"]][-2:] == [REMARK.zh, f"乡镇/e.pdf：{SCANNED.zh}"]
    assert "审核决定前得分" not in {c.value for c in book(run_of([lacking()]))["汇总"][5]}


def test_elements_are_counted_and_drawn() -> None:
    sheet = shown()["要素统计"]
    row = next(r for r in table(sheet) if r["要素"] == "不足的原因")
    assert (row["有"], row["缺"], sum(v for v in row.values() if isinstance(v, int))) == (4, 2, 6)
    assert len(sheet._charts) == 1
    assert len(sheet._charts[0].series) == 5


def test_details_checks_and_what_was_not_checked() -> None:
    details, checks, unread = (table(shown()[name]) for name in ("明细", "核对", "未能检查"))
    assert len(details) == 6 * sum(rule.role == "scored" for rule in pack().rules)
    causes = {r["文件"]: r for r in details if r["要素"] == "不足的原因"}
    assert (causes["乡镇/b.txt"]["结论"], causes["乡镇/b.txt"]["得分"], causes["乡镇/b.txt"]["分值"]) == ("缺", 0, 8)
    assert causes["乡镇/c.txt"]["已知"] == "是"
    assert causes["乡镇/d.txt"]["审核决定"].startswith("缺 → 有。附件已单列（县司法局")
    assert ("乡镇/g.txt", "没有遗留的模板文字", "要核对") in [(r["文件"], r["核对事项"], r["结论"]) for r in checks]
    assert ("乡镇/g.txt", "按时报告", "不明") in [(r["文件"], r["核对事项"], r["结论"]) for r in checks]
    assert [r["结论"] for r in unread] == ["不是这种报告", "读不了"]


def test_outcomes_differ_in_more_than_colour() -> None:
    cells = {c.value: c for c in shown()["明细"]["D"]}
    looks = {
        word: (cells[word].fill.fgColor.rgb, cells[word].font.b, cells[word].font.i) for word in ("有", "缺", "不明")
    }
    assert len(set(looks.values())) == 3
    assert cells["缺"].font.b
    assert cells["不明"].font.i


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_stay_text(text: str) -> None:
    data = render("xlsx", hostile(text), Options())
    for sheet in load_workbook(io.BytesIO(data)).worksheets:
        for cell in (c for row in sheet.iter_rows() for c in row):
            assert cell.data_type in ("s", "n")
            assert cell.hyperlink is None
            if isinstance(cell.value, str):
                assert not {"\x1b", "\u202e", "\x00", "\udcff"} & set(cell.value)
                assert cell.value.lstrip()[:1] not in tuple("=+-@＝＋－＠") or cell.quotePrefix
    other = CalamineWorkbook.from_filelike(io.BytesIO(data))
    values = [v for name in other.sheet_names for row in other.get_sheet_by_name(name).to_python() for v in row]
    assert sum(isinstance(v, str) and bool(v) for v in values) > 50


def test_formulas_are_found_as_they_were_written() -> None:
    other = CalamineWorkbook.from_filelike(io.BytesIO(render("xlsx", hostile(*FORMULAS[:8]), Options())))
    units = {row[1] for row in other.get_sheet_by_name("明细").to_python()[1:]}
    assert units == set(FORMULAS[:8])


def test_nothing_but_sheets_and_a_chart() -> None:
    names = zipfile.ZipFile(io.BytesIO(render("xlsx", varied(), Options()))).namelist()
    assert not [n for n in names if any(w in n.lower() for w in ("vba", "external", "connection", "embed", "media"))]


def test_without_quotations() -> None:
    rows = table(book(bare())["明细"])
    assert any(r["位置"] for r in rows)
    assert {r["原文"] for r in rows} <= {None, ""}


def test_empty_run_and_empty_tables_say_so() -> None:
    assert [sheet.cell(5 + 1 if sheet.title == "汇总" else 2, 1).value for sheet in book(run_of([])).worksheets][
        :4
    ] == ["没有"] * 4


def test_rows_that_do_not_fit_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_ROWS", 10)
    sheet = book(many(5))["明细"]
    assert sheet.cell(12, 1).value == "另有35行写不下"


def test_three_hundred() -> None:
    assert len(table(book(many(300))["汇总"])) == 300

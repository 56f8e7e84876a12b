"""validator.renderers.csv: one row per report and rule, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pytest

from tests.renderers.runs import FORMULAS, HOSTILE, REMARK, SCANNED, bare, hostile, known, lacking, many, varied
from tests.support import REPORT, check, pack, run_of
from validator.model.run import Run
from validator.renderers import Options, render
from validator.words import Lang


def rows(run: Run, lang: Lang = "zh") -> list[dict[str, str]]:
    text = render("csv", run, Options(lang)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_it_is_what_excel_opens() -> None:
    data = render("csv", run_of([check(REPORT.encode())]), Options())
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert text.endswith("\r\n")
    for line in text.splitlines():
        assert line.startswith('"')
        assert line.endswith('"')


def test_a_row_for_each_rule_of_each_report() -> None:
    found = rows(run_of([check(REPORT.encode(), name="a.txt"), lacking("b.txt")]))
    assert [r["规则"] for r in found] == [rule.id for rule in pack().rules] * 2
    assert {r["文件"] for r in found} == {"a.txt", "b.txt"}
    assert {len(r) for r in found} == {23}


def test_what_a_row_tells() -> None:
    row = next(r for r in rows(run_of([lacking()])) if r["规则"] == "causes")
    assert row["单位"] == "云川县青禾镇人民政府"
    assert (row["报告年度"], row["结论"]) == ("2024", "不齐全")
    assert (row["类别"], row["要素或核对事项"], row["结果"]) == ("要素", "不足的原因", "缺")
    assert (row["完成比例"], row["得到分值"], row["分值"]) == ("0", "0", "8")
    assert row["位置"].startswith("第")
    assert row["怎么补"] == pack().rules[2].fix.zh
    assert row["依据"].startswith("《")
    assert row["已知"] == row["审核决定"] == ""


def test_what_is_only_checked_is_not_missing_and_has_no_points() -> None:
    found = rows(run_of([check(REPORT.replace("检查46次", "检查XX次").encode())]))
    row = next(r for r in found if r["规则"] == "placeholder")
    assert (row["类别"], row["结果"], row["分值"], row["得到分值"]) == ("核对", "要核对", "", "")


def test_known_findings_are_told() -> None:
    found = rows(run_of([known(lacking(), "causes")]))
    assert [r["规则"] for r in found if r["已知"] == "是"] == ["causes"]


def test_decisions_and_both_scores() -> None:
    row = next(r for r in rows(varied()) if r["文件"] == "乡镇/d.txt" and r["规则"] == "causes")
    assert row["结果"] == "有"
    assert row["审核决定"] == "缺 → 有。附件已单列（县司法局，2025-03-04，有效至 2025-12-31）"
    assert float(row["审核决定前得分"]) < float(row["得分"])
    assert row["审核决定前结论"] == "不齐全"


def test_open_questions_make_a_range() -> None:
    row = next(r for r in rows(varied()) if r["文件"] == "乡镇/e.pdf" and r["规则"] == "issuing-body")
    assert row["结果"] == "不明"
    assert row["结论"] == "没有全部判明"
    assert float(row["得分"]) < float(row["最高可能"]) == 100
    assert row["完成比例"] == row["得到分值"] == ""


def test_rows_for_files_that_were_not_checked_and_for_remarks() -> None:
    found = rows(varied())
    unread = [r for r in found if r["类别"] == "未能检查"]
    assert [(r["文件"], r["结论"]) for r in unread] == [("预案.txt", "不是这种报告"), ("空.txt", "读不了")]
    assert all(r["说明"] and not r["单位"] and not r["规则"] for r in unread)
    notes = [(r["文件"], r["说明"]) for r in found if r["类别"] == "说明"]
    assert notes == [("乡镇/e.pdf", SCANNED.zh), ("", REMARK.zh)]


def test_no_raw_word_of_an_outcome() -> None:
    for row in rows(varied()):
        assert not {"pass", "partial", "fail", "unknown", "incomplete", "unreadable"} & set(row.values())


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_stay_text(text: str) -> None:
    run = hostile(text)
    found = rows(run)
    assert len(found) == len(pack().rules) + 1 + 2 + 1
    for row in found:
        assert None not in row
        for value in row.values():
            assert value.lstrip()[:1] not in tuple("=+-@＝＋－＠\t\r\n") or not value.strip()
            assert value[:1] not in tuple("=+-@＝＋－＠\t\r\n") or not value
            assert "\x1b" not in value
            assert "\u202e" not in value
            assert "\n" not in value


def test_formulas_get_an_apostrophe_and_stay_legible() -> None:
    assert {r["单位"] for r in rows(hostile("=1+1")) if r["规则"]} == {"'=1+1"}
    assert all(r["单位"] == r["文件"] for r in rows(hostile(*FORMULAS)) if r["规则"])


def test_without_quotations() -> None:
    found = rows(bare())
    assert any(r["位置"] for r in found)
    assert {r["原文"] for r in found} == {""}


def test_english() -> None:
    found = rows(varied(), "en")
    assert {"File", "Unit", "Result", "What to write"} <= set(found[0])
    assert {r["Kind of row"] for r in found} == {"element", "check", "not checked", "note"}


def test_empty_run() -> None:
    assert rows(run_of([])) == []


def test_three_hundred() -> None:
    assert len({r["文件"] for r in rows(many(300))}) == 300

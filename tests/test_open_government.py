"""Labelled reports on open government information: the second pack's verdicts, and what each pack refuses."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.support import place
from tests.test_anchors import without_anchors
from validator import check, load_pack
from validator.model.result import Assessment

FIXTURES = Path(__file__).parent.parent / "fixtures"
FOLDER = FIXTURES / "labelled-open"
EXPECTED: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text("utf-8"))
FIRST = sorted(p for folder in (FIXTURES / "labelled").iterdir() for p in folder.iterdir() if p.suffix != ".json")
REPORTS = [name for name, expected in EXPECTED.items() if expected["status"] == "assessed"]
PACK = "xinxi-gongkai"


def data_of(name: str) -> bytes:
    if name.endswith(".docx"):
        return word(json.loads((FOLDER / name).with_suffix(".json").read_text("utf-8")))
    return (FOLDER / name).read_bytes()


def word(content: dict[str, Any]) -> bytes:
    """Return a Word file with real tables, cells merged as the format prints them."""
    made = docx.Document()
    made.add_paragraph(content["title"])
    made.add_paragraph(content["intro"])
    made.add_paragraph("一、总体情况")
    for line in content["general"]:
        made.add_paragraph(line)
    made.add_paragraph("二、主动公开政府信息情况")
    _spread(made, content["proactive"], 4)
    made.add_paragraph("三、收到和处理政府信息公开申请情况")
    _spread(made, content["requests"], 10)
    made.add_paragraph("四、政府信息公开行政复议、行政诉讼情况")
    kinds = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    above = [["行政复议", "行政诉讼"], [*kinds, "未经复议直接起诉", "复议后起诉"], kinds + kinds]
    _spread(made, [*above, content["review"]], 15)
    made.add_paragraph("五、存在的主要问题及改进情况")
    made.add_paragraph(content["problems"])
    made.add_paragraph("六、其他需要报告的事项")
    for line in (content["other"], *content["sign"]):
        made.add_paragraph(line)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _spread(made: Any, rows: list[list[str]], width: int) -> None:
    """Add a table; the first cell of a short row is merged over what is left."""
    table = made.add_table(len(rows), width)
    for i, row in enumerate(rows):
        surplus = width - len(row)
        first = table.cell(i, 0).merge(table.cell(i, surplus)) if surplus else table.cell(i, 0)
        first.text = row[0]
        for k, cell in enumerate(row[1:], surplus + 1):
            table.cell(i, k).text = cell


def verdict(name: str, pack: str = PACK) -> Assessment:
    return check(data_of(name), name, pack)


@pytest.mark.parametrize("name", EXPECTED)
def test_verdicts(name: str) -> None:
    expected = EXPECTED[name]
    assessment = verdict(name)
    assert assessment.status == expected["status"]
    found = {r.rule: r.outcome for r in assessment.results}
    labelled = {rule: expected["outcomes"].get(rule, "pass") for rule in found} if found else {}
    assert found == labelled
    assert set(expected.get("outcomes", ())) <= set(found)


@pytest.mark.parametrize("name", EXPECTED)
def test_the_first_pack_refuses_them_and_says_why(name: str) -> None:
    assessment = verdict(name, "fazhi-zhengfu")
    assert assessment.status == "not_this_report"
    assert assessment.reason and assessment.reason.zh and assessment.reason.en
    if name in REPORTS:
        assert "信息公开" in assessment.reason.zh


@pytest.mark.parametrize("file", FIRST, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_the_second_pack_refuses_the_first_ones_reports(file: Path) -> None:
    assessment = check(file.read_bytes(), file.name, PACK)
    assert assessment.status == "not_this_report"
    assert assessment.reason and assessment.reason.zh and assessment.reason.en


def test_wrong_sums_are_told_with_their_place() -> None:
    name = "03-bureau-wrong-sums.html"
    results = {r.rule: r for r in verdict(name).results}
    balance = results["requests-balance"]
    assert "“自然人”列新收 4 + 结转 1 = 5，而总计 4" in balance.message.zh
    assert "新收 4 + 结转 1 = 5, but 总计 4" in balance.message.en
    source = data_of(name).decode()
    line = int(place(source, "一、本年新收").split(":")[0])
    assert balance.evidence[0].line == line
    assert balance.evidence[0].text.startswith("一、本年新收政府信息公开申请数量")
    assert "不掌握" in results["requests-row-totals"].evidence[0].text
    assert "复议总计 2" in results["review-totals"].message.zh


def test_missing_renamed_misplaced_and_extra_parts_are_named() -> None:
    swapped = {r.rule: r.message.zh for r in verdict("08-bureau-renamed-swapped.txt").results}
    assert "“概述”应为“总体情况”" in swapped["part-headings"]
    assert "政府信息公开行政复议、行政诉讼情况" in swapped["part-order"] or "存在的主要问题" in swapped["part-order"]
    assert "下一步工作安排" in {r.rule: r.message.zh for r in verdict("10-bureau-residue.html").results}["extra-parts"]
    missing = verdict("07-street-parts-missing.txt")
    assert missing.missing == ("review", "other-matters")
    assert missing.verdict == "incomplete"


def test_a_complete_report_gets_all_points() -> None:
    for name in ("01-bureau-complete.txt", "02-county-government.html", "12-bureau-word.docx"):
        assessment = verdict(name)
        assert assessment.score and assessment.score.value == 100
        assert assessment.verdict == "complete"


def test_weights_add_up() -> None:
    assert sum(rule.weight for rule in load_pack(PACK).rules) == 100


def test_no_part_of_the_program_names_the_pack() -> None:
    for file in (FIXTURES.parent / "validator").rglob("*.py"):
        assert PACK not in file.read_text("utf-8"), file


@pytest.mark.parametrize("name", EXPECTED)
def test_anchors_change_no_verdict(name: str) -> None:
    pack = load_pack(PACK)
    first, second = check(data_of(name), name, pack), check(data_of(name), name, without_anchors(pack))
    assert (first.status, first.reason) == (second.status, second.reason)
    assert [(r.rule, r.outcome, r.evidence) for r in first.results] == [
        (r.rule, r.outcome, r.evidence) for r in second.results
    ]

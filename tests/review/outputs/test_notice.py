"""validator.review.outputs.notice: the draft to those whose report is not there."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from tests.renderers.runs import HOSTILE
from tests.review.outputs.converting import pages
from tests.review.outputs.reviews_by_hand import hostile, many, review
from validator.model.review import Review
from validator.review.outputs import files
from validator.words import Lang


def notice(of: Review, lang: Lang = "zh") -> Any:
    return Document(io.BytesIO(files("notice", of, lang)["notice.docx"]))


def text(document: Any) -> str:
    return "\n".join(p.text for p in document.paragraphs if p.text)


def test_who_is_asked_for_what_until_when() -> None:
    found = text(notice(review()))
    assert found.startswith("关于催报2024年法治政府建设年度报告的通知\n（草稿，发出前请核对）\n")
    assert "\n县信访局、县林业局、县住建局、县统计局：\n" in found
    assert "按照《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号），" in found
    assert (
        "报告应当于2025年3月1日前报送，已过期9天。截至2025年3月10日，下列4个单位还没有报送有效的2024年法治政府建设年度报告。"
        in found
    )
    assert "报告应当包括：主要举措和成效、存在的不足、" in found
    assert "请上述单位于2025年3月20日前报送" in found
    *_, office, day, note, named = found.split("\n")
    assert (office, day) == ("云川县司法局", "2025年3月10日")
    assert note == "附记（发出前删去）：以下单位收到的文件不能确定归属，没有列入本通知，请联系确认："
    assert named == "县民政局（报送/民政报告.txt）"


def test_the_table_says_how_things_stand() -> None:
    head, *rows = [[c.text for c in row.cells] for row in notice(review()).tables[0].rows]
    assert head == ["序号", "单位", "期限", "已过天数", "情况", "说明"]
    assert [(row[1], row[4]) for row in rows] == [
        ("县信访局", "未报送"),
        ("县林业局", "所报年度不符"),
        ("县住建局", "不是年度报告"),
        ("县统计局", "打不开"),
    ]
    assert rows[0] == ["1", "县信访局", "2025-03-01", "9", "未报送", ""]


def test_no_file_where_every_report_is_there() -> None:
    there = tuple(u for u in review().units if u.standing in ("submitted", "exempt", "doubtful"))
    assert files("notice", review()._replace(units=there), "zh") == {}


def test_days_that_differ_are_left_to_the_table() -> None:
    units = list(review().units)
    at = next(i for i, u in enumerate(units) if u.standing == "missing")
    units[at] = units[at]._replace(timing=units[at].timing._replace(due=None))
    found = notice(review()._replace(units=tuple(units)))
    assert "在下表所列的期限前报送" in text(found)
    assert [c.text for c in found.tables[0].rows[1].cells][2:4] == ["不明", "—"]


def test_many_units_are_named_in_the_table_only() -> None:
    found = notice(many(500))
    assert "有关单位（名单附后）：" in text(found)
    assert len(found.tables[0].rows) == 1 + sum(
        u.standing not in ("submitted", "exempt", "doubtful") for u in many(500).units
    )


def test_english_and_the_same_bytes() -> None:
    assert "the report was due by 2025-03-01, 9 days ago" in text(notice(review(), "en"))
    assert files("notice", review(), "zh") == files("notice", review(), "zh")


@pytest.mark.parametrize("hostile_text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_only_text(hostile_text: str) -> None:
    found = notice(hostile(hostile_text))
    words = text(found) + "".join(c.text for row in found.tables[0].rows for c in row.cells)
    assert not {"\x1b", "\u202e", "\x00", "\udcff", "\u2028"} & set(words)


def test_printed_by_another_program(tmp_path: Path) -> None:
    found = pages(files("notice", review(), "zh")["notice.docx"], "notice.docx", tmp_path, "sw")
    assert len(found) <= 2
    assert "县信访局" in found[0][2]

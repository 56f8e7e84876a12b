"""validator.review.outputs.notice: the draft to those whose report is not there."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from tests.renderers.runs import HOSTILE
from tests.review.outputs.converting import pages
from tests.review.outputs.reviews_by_hand import filed, hostile, many, review
from tests.support import REPORT, check, pack
from validator.batch import assess_file
from validator.model.review import Review
from validator.model.roster import Unit
from validator.review.outputs import files
from validator.review.outputs.receipts import on_unfound
from validator.sources import Source
from validator.words import Lang, Words


def notice(of: Review, lang: Lang = "zh") -> Any:
    return Document(io.BytesIO(files("notice", of, lang)["notice.docx"]))


def text(document: Any) -> str:
    return "\n".join(p.text for p in document.paragraphs if p.text)


def test_who_is_asked_for_what_until_when() -> None:
    found = text(notice(review()))
    assert found.startswith("关于催报2024年\n法治政府建设年度报告的通知\n（草稿，发出前请核对）\n")
    assert "\n县林业局、县住建局、县统计局、县信访局：\n" in found
    assert (
        "按照《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号），2024年法治政府建设年度报告应当于2025年3月1日前报送，"
        "已逾期9天。截至2025年3月10日，下列4个单位未报送或者报送不符，具体情况见下表。\n"
        "报送不符，是指报来的是其他年度的报告、其他文件，或者文件打不开、读不出文字。\n" in found
    )
    assert "报告应当包括：主要举措和成效、存在的不足、" in found
    assert "请上述单位于2025年3月20日前报送" in found
    assert "\n云川县司法局\n2025年3月10日\n附记（供承办人核对，发出前删去）：\n" in found


def test_units_stand_in_the_order_of_the_roster_those_of_one_kind_together() -> None:
    missing = next(u for u in review().units if u.standing == "missing")
    kinds = {"乙乡": "township", "甲镇": "town", "丙街道": "street", "丁局": "department", "开发区": "zone"}
    units = tuple(missing._replace(unit=Unit(name, kind)) for name, kind in kinds.items())  # type: ignore[arg-type]
    old = next(u for u in review().units if u.standing == "other_year")
    found = notice(review()._replace(units=(units[0], old._replace(unit=Unit("甲镇", "town")), *units[2:])))
    assert "\n乙乡、甲镇、丙街道，丁局，开发区：\n" in text(found)
    assert [row.cells[1].text for row in found.tables[0].rows[1:]] == list(kinds)


def test_the_note_names_what_may_be_a_missing_report() -> None:
    *_, note = text(notice(review())).partition("附记（供承办人核对，发出前删去）：\n")
    assert note.split("\n") == [
        "1．以下单位收到的文件不能确定归属，没有列入本通知，请联系确认：",
        "县民政局：报送/民政报告.txt",
        "2．以下文件对不上名册里的单位，上列单位的报告可能就在其中，请先核对：",
        "报送/无名.txt",
        "3．审核时还有以下提示，请一并核对；没有读到的文件、文件夹里，也可能有上列单位的报告：",
        "名册第9行的单位写了两次，只算一次。",
    ]


def test_the_note_begins_with_whom_the_roster_has_as_received() -> None:
    units = tuple(
        u._replace(unit=u.unit._replace(received="2025-02-20")) if u.standing in ("missing", "doubtful") else u
        for u in review().units
    )
    found = review()._replace(units=units, remarks=(*on_unfound(units), *review().remarks))
    _, _, note = text(notice(found)).partition("附记（供承办人核对，发出前删去）：\n")
    assert note.split("\n")[:2] == [
        "1．名册写着以下单位的报告已经收到，文件夹里没有它们的文件，仍列在本通知里，发出前请先查找：",
        "县信访局2025年2月20日收到",
    ]
    assert note.count("县信访局") == 1
    assert "名册第9行的单位写了两次" in note


def test_of_files_of_nobody_only_those_that_may_be_a_report_are_named() -> None:
    plan = check("云川县防汛预案\n一、职责\n局长负总责。\n".encode(), name="预案.txt")
    old = check(REPORT.replace("2024", "2023").encode(), name="去年.txt")
    photo = assess_file(Source("照片.jpg"), pack())._replace(path="照片.jpg")
    strays = tuple(filed(a, None, "stray") for a in (plan, old, photo))
    found = text(notice(review()._replace(filed=strays)))
    assert "请先核对：\n照片.jpg——" in found
    assert "预案.txt" not in found
    assert "去年.txt" not in found
    bare = review()._replace(filed=(), remarks=(), units=review().units[-3:])
    assert "附记" not in text(notice(bare))


def test_who_was_accepted_or_not_read_here_is_not_reminded() -> None:
    units = {u.unit.name: u for u in review().units}
    lost, accepted = units["县统计局"], units["县林业局"]._replace(state="accepted")
    assert lost.current
    why = Words("没有读取权限。请换一个有权限的账号，或复制一份再查", "permission denied. Copy it or ask for access")
    a = lost.current.submission.assessment._replace(reason=why)
    current = filed(a, "县统计局", "unreadable")
    lost = lost._replace(current=current, files=(current,))
    found = text(notice(review()._replace(units=(units["县信访局"], lost, accepted), filed=(), remarks=())))
    assert "\n县信访局：\n" in found
    assert "下列1个单位未报送，具体情况见下表。" in found
    assert "报送不符" not in found
    assert (
        "1．以下单位的文件已经收到，但在审核用的电脑上没有读出来，没有列入本通知，请先查明：\n"
        "县统计局：报送/县统计局.txt——没有读取权限。请换一个有权限的账号，或复制一份再查\n"
        "2．以下单位报送的文件已决定接受，没有列入本通知：\n县林业局：报送/县林业局.txt" in found
    )
    assert files("notice", review()._replace(units=(lost, accepted)), "zh") == {}


def test_the_table_says_how_things_stand() -> None:
    head, *rows = [[c.text for c in row.cells] for row in notice(review()).tables[0].rows]
    assert head == ["序号", "单位", "报送期限", "逾期天数", "情况", "说明"]
    assert [row[1:2] + row[4:] for row in rows] == [
        ["县林业局", "报送不符", "这是2023年度的报告，不是2024年度的报告。"],
        ["县住建局", "报送不符", "标题和正文都看不出这是法治政府建设年度报告。"],
        ["县统计局", "报送不符", "文件是空的，没有内容。"],
        ["县信访局", "未报送", ""],
    ]
    assert rows[3][:4] == ["4", "县信访局", "2025年3月1日", "9"]


def test_no_file_where_every_report_is_there() -> None:
    there = tuple(u for u in review().units if u.standing in ("submitted", "exempt", "doubtful"))
    assert files("notice", review()._replace(units=there), "zh") == {}


def test_days_that_differ_are_left_to_the_table() -> None:
    units = list(review().units)
    at = next(i for i, u in enumerate(units) if u.standing == "missing")
    units[at] = units[at]._replace(timing=units[at].timing._replace(due=None))
    found = notice(review()._replace(units=tuple(units)))
    assert "在下表所列的期限前报送" in text(found)
    assert [c.text for c in found.tables[0].rows[4].cells][2:4] == ["不明", "—"]


def test_many_units_are_named_in_the_table_only() -> None:
    found = notice(many(500))
    assert "有关单位（名单见下表）：" in text(found)
    assert len(found.tables[0].rows) == 1 + sum(
        u.standing not in ("submitted", "exempt", "doubtful") for u in many(500).units
    )


def test_english_and_the_same_bytes() -> None:
    found = text(notice(review(), "en"))
    assert "(Annual report on law-based government 2024) was due by 2025-03-01, 9 days ago." in found
    assert "“Not usable” means that what came is another year's report" in found
    assert not re.search(r"\. [a-z]", found)
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

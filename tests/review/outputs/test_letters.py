"""validator.review.outputs.letters: feedback for each unit, read back with python-docx."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tests.renderers.runs import HOSTILE
from tests.review.outputs.converting import pages
from tests.review.outputs.reviews_by_hand import YEAR, decision, hostile, lapsed_return, many, pair, review
from tests.support import seconds
from validator.model.review import Review, UnitReview
from validator.review.outputs import files
from validator.review.outputs.letter.names import LONGEST, file_names, safe_name
from validator.words import Lang

FORBIDDEN = set('\\/:*?"<>|')


@cache
def letters(lang: Lang = "zh") -> dict[str, bytes]:
    return dict(files("letters", review(), lang))


def of(name: str, lang: Lang = "zh") -> Any:
    return Document(io.BytesIO(letters(lang)[f"letters/{name}.docx"]))


def text(document: Any) -> str:
    return "\n".join(p.text for p in document.paragraphs if p.text)


def only(u: UnitReview, of: Review | None = None) -> str:
    """Return the text of the letter to one unit."""
    (content,) = files("letters", (of or review())._replace(units=(u,)), "zh").values()
    return text(Document(io.BytesIO(content)))


def unit(name: str) -> UnitReview:
    return next(u for u in review().units if u.unit.name == name)


def headings(document: Any) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.name == "Heading 1"]


def test_a_letter_for_everybody_who_certainly_sent_something() -> None:
    sent = ("submitted", "other_year", "other_kind", "unreadable")
    assert set(letters()) == {f"letters/{u.unit.name}.docx" for u in review().units if u.standing in sent}
    assert len(letters()) == 9


def test_the_same_bytes() -> None:
    assert letters() == files("letters", review(), "zh")
    content = zipfile.ZipFile(io.BytesIO(letters()["letters/白石镇.docx"]))
    assert {info.date_time[0] for info in content.infolist()} == {1980}
    assert of("白石镇").core_properties.created.year == 2000


def test_form_of_an_official_letter() -> None:
    d = of("白石镇")
    title, addressee = d.paragraphs[:2]
    assert title.text == "关于白石镇2024年法治政府建设年度报告的审核反馈"
    assert addressee.text == "白石镇："
    assert addressee.paragraph_format.first_line_indent is None
    section = d.sections[0]
    assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == (210, 297)
    assert (round(section.top_margin / Mm(1)), round(section.left_margin / Mm(1))) == (37, 28)
    normal, cell = d.styles["Normal"], d.styles["Table Cell"]
    assert (normal.font.size or d.styles.element.xpath(".//w:docDefaults//w:sz/@w:val")) == ["32"]  # 三号
    assert cell.font.size == Pt(12)  # 小四
    fonts = {s.name: s.element.rPr.rFonts.get(qn("w:eastAsia")) for s in d.styles if s.element.rPr is not None}
    assert (fonts["Heading 1"], fonts["Table Cell"]) == ("黑体", "仿宋")
    assert [p.text for p in d.paragraphs][-2:] == ["云川县司法局", "2025年3月10日"]


def test_sections_are_numbered_without_gaps() -> None:
    assert headings(of("白石镇")) == ["一、缺少或不全的内容", "二、报送时间", "三、雷同文字", "四、与上年对照"]
    assert headings(of("县教育局")) == ["一、请核对", "二、雷同文字"]
    assert headings(of("青禾镇")) == []


def test_what_is_missing_with_the_norm_and_what_to_write() -> None:
    head, *rows = [[c.text for c in row.cells] for row in of("白石镇").tables[0].rows]
    assert head == ["要素", "问题", "依据", "怎么补"]
    assert [row[0] for row in rows] == ["不足的原因", "落款（署名）"]
    assert rows[0][1] == "缺。没有写明不足的原因。"
    assert rows[1][1].startswith("不全。缺少落款")
    assert rows[1][1].endswith("（第1行）。")
    assert rows[0][2].startswith("《法治政府建设与责任落实督察工作规定》")
    assert rows[0][3].startswith("请在每条不足后面补一句原因")


def test_opening_timing_copied_text_and_last_year() -> None:
    found = text(of("白石镇"))
    assert "（文件：报送/白石镇.txt，2025年3月5日收到）已经审核，结论是不齐全，得分88.3。" in found
    assert "应于2025年3月1日前报送，2025年3月5日收到，逾期4天。" in found
    assert "你单位报告正文（不计规定用语）的42%与下列报告相同或者相近" in found
    assert "（1）红岩镇2024年度的报告：1312字，占正文42%；按日期，对方的报告在前。" in found
    assert "（对方第12行）。疑似沿用的字样：别的单位“红岩镇”。" in found
    assert "第23行“建成镇级公共法律服务工作站。”" in found
    assert "建立行政执法案卷季度评查制度" not in found
    assert "案卷质量不高，专职法制审核人员不足。" in found
    assert "请于2025年3月20日前补正后重新报送" in found


def test_other_units_are_named_only_where_pairs_name_them() -> None:
    names = {u.unit.name for u in review().units}
    assert {n for n in names if n in text(of("青禾镇"))} == {"青禾镇"}
    assert {n for n in names if n in text(of("县教育局"))} == {"县教育局", "县水利局"}
    bare = review()._replace(pairs=())
    assert "雷同文字" not in only(unit("白石镇"), bare)


def test_who_was_copied_from_has_nothing_to_mend() -> None:
    found = text(of("红岩镇"))
    assert "下列报告与你单位的报告有相同或者相近的文字，日期在你单位之后，供了解：" in found
    assert "报告不需要重新报送。" in found


def test_hints_alone_ask_for_a_look_and_not_for_another_report() -> None:
    for name in ("县教育局",):
        found = text(of(name))
        assert "请核对，需要修改的于2025年3月20日前重新报送；没有问题的不必回复。" in found
        assert "补正" not in found
    before = unit("白石镇").before
    assert "请核对，需要修改的于" in only(unit("青禾镇")._replace(state="", decisions=(), before=before))


def test_text_of_its_own_report_of_last_year() -> None:
    own = pair("青禾镇", "青禾镇", YEAR - 1)
    found = only(unit("青禾镇")._replace(state="", decisions=()), review()._replace(pairs=(own,)))
    assert "下列文字和上年报告相同或者相近，占你单位报告正文（不计规定用语）的42%，请写今年的新情况：" in found
    assert "（上年第12行）" in found
    assert "改写成本单位的情况" not in found
    assert "请核对，需要修改的于" in found


def test_a_report_sent_again_is_reviewed_and_not_thanked_for() -> None:
    found = only(lapsed_return())
    assert (
        "报告在上次作出决定以后有改动，这次按改动后的文字审核。\n没有发现需要补正的地方。\n复核结果另行告知。" in found
    )
    assert "感谢" not in found
    assert "退回" not in found
    gaps = lapsed_return()._replace(current=unit("白石镇").current)
    assert "现将有关情况反馈如下：" in only(gaps)
    assert "补正后重新报送" in only(gaps)


def test_a_file_that_cannot_be_read_is_returned() -> None:
    returned = decision(5, "县统计局", "return", old="", reason="请报\n可编辑的文件")._replace(digest="")
    found = only(unit("县统计局")._replace(state="returned", decisions=(returned,)))
    assert "经复核，现予退回。理由：请报 可编辑的文件。" in found
    assert "请于2025年3月20日前报送2024年度的报告。" in found


def test_what_was_decided_is_honoured() -> None:
    assert of("红岩镇").tables == []
    assert "下一年度" not in text(of("红岩镇"))
    accepted, returned = text(of("青禾镇")), text(of("柳湾镇"))
    assert "经复核，予以接受。说明：齐全。" in accepted
    assert "报告不需要重新报送。" in accepted
    assert "经复核，现予退回。理由：缺三项，请重报。" in returned
    assert "请于2025年3月20日前修改后重新报送。" in returned


def test_a_correction_that_is_only_in_the_ledger_counts() -> None:
    u = unit("县水利局")
    u = u._replace(decisions=(decision(8, "县水利局", "correct", "causes", new="pass", reason="附件里有"),))
    (content,) = files("letters", review()._replace(units=(u,)), "zh").values()
    assert [row.cells[0].text for row in Document(io.BytesIO(content)).tables[0].rows] == ["要素", "标题"]
    worse = decision(9, "青禾镇", "correct", "causes", old="pass", new="fail", reason="只是套话")
    (content,) = files(
        "letters", review()._replace(units=(unit("青禾镇")._replace(decisions=(worse,)),)), "zh"
    ).values()
    assert "缺。只是套话。" in [c.text for c in Document(io.BytesIO(content)).tables[0].rows[1].cells]


def test_a_complete_report_gets_a_short_kind_letter() -> None:
    found = only(unit("青禾镇")._replace(state="", decisions=()))
    assert "没有发现需要补正的地方。感谢你单位的认真工作。" in found
    assert len(found) < 220


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("县林业局", "该文件所报的不是2024年度的报告：写的是2023年度。"),
        ("县住建局", "该文件不是法治政府建设年度报告：防汛预案。"),
        ("县统计局", "该文件打不开或者读不出文字：文件是空的。"),
    ],
)
def test_what_does_not_count(name: str, words: str) -> None:
    found = text(of(name))
    assert words in found
    assert "请于2025年3月20日前报送2024年度的报告。" in found
    assert of(name).tables == []


def test_an_office_that_is_not_known_is_left_to_be_filled_in() -> None:
    assert "\n（审核单位）\n2025年3月10日" in only(unit("青禾镇"), review()._replace(office=""))


def test_english() -> None:
    found = text(of("白石镇", "en"))
    assert "Your report on 2024" in found
    assert headings(of("白石镇", "en"))[0] == "1. Missing or in part"


@pytest.mark.parametrize("hostile_text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_only_text(hostile_text: str) -> None:
    found = files("letters", hostile(hostile_text), "zh")
    assert len(found) == 9
    for path, content in found.items():
        name = path.removeprefix("letters/")
        assert len(name) <= LONGEST + len(".docx")
        assert len(name.encode()) <= 255
        assert not FORBIDDEN & set(name)
        assert name.isprintable()
        assert name[0] not in ".- "
        document = Document(io.BytesIO(content))
        assert not {"\x1b", "\u202e", "\x00", "\udcff", "\u2028"} & set(text(document))
        parts = zipfile.ZipFile(io.BytesIO(content)).namelist()
        assert not [p for p in parts if any(w in p.lower() for w in ("vba", "embed", "media", "external"))]


def test_names_of_files() -> None:
    assert file_names(["青禾镇", "a", "A", "a"]) == ["青禾镇", "a", "A（2）", "a（3）"]
    assert safe_name('a/b\\c:d*e?f"g<h>i|j') == "a_b_c_d_e_f_g_h_i_j"
    assert [safe_name(n) for n in ("..", "", "CON", "nul.txt", "com1", " .隐 ", "x. ")] == [
        "_",
        "_",
        "_CON",
        "_nul.txt",
        "_com1",
        "隐",
        "x",
    ]
    long = file_names(["局" * 300, "局" * 300, "\U00020000" * 100])
    assert [len(n) <= LONGEST for n in long] == [True] * 3
    assert len(set(long)) == 3
    assert all(len(f"{n}.docx".encode()) <= 255 for n in long)


def test_six_hundred_in_time() -> None:
    some = many(600)
    assert len(files("letters", some, "zh")) == 450
    assert seconds(lambda: files("letters", some, "zh"), rounds=2) / 450 < 0.008


def test_printed_by_another_program(tmp_path: Path) -> None:
    found = pages(letters()["letters/白石镇.docx"], "a.docx", tmp_path, "sw")
    assert len(found) in (2, 3)
    assert (round(found[0][0]), round(found[0][1])) == (595, 842)
    assert found[0][2].startswith("关于白石镇")
    assert "云川县司法局" in found[-1][2]
    assert "请于" in found[-1][2].replace(" ", "")  # who writes never stands alone on a page

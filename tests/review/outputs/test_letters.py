"""validator.review.outputs.letters: feedback for each unit, read back with python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tests.readers.printed import printed
from tests.renderers.runs import HOSTILE
from tests.review.outputs.converting import pages
from tests.review.outputs.reviews_by_hand import (
    IN_TIME,
    LATE,
    YEAR,
    decision,
    evidence,
    filed,
    hostile,
    lapsed_return,
    many,
    pair,
    review,
)
from tests.support import pack, seconds
from validator import office, workers
from validator.batch import assess_file
from validator.errors import ReadError
from validator.model.result import Evidence
from validator.model.review import Filed, Passage, Review, UnitReview
from validator.model.submission import Sentence
from validator.pipeline import unreadable
from validator.review.outputs import files
from validator.review.outputs.letter import titles
from validator.review.outputs.letter.names import LONGEST, file_names, safe_name
from validator.review.outputs.letter.refusing import ours, remedy, wrong
from validator.sources import Source
from validator.words import Lang, Words

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
    assert title.text == "关于白石镇2024年\n法治政府建设年度报告的审核反馈"
    assert d.core_properties.title == "关于白石镇2024年法治政府建设年度报告的审核反馈"
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
    assert headings(of("白石镇")) == [
        "一、缺少或者不全的内容",
        "二、报送时间",
        "三、雷同文字",
        "四、与上年度报告对照",
    ]
    assert headings(of("县教育局")) == ["一、需要核对的问题", "二、雷同文字"]
    assert headings(of("青禾镇")) == []


def test_what_is_missing_with_the_norm_and_what_to_write() -> None:
    head, *rows = [[c.text for c in row.cells] for row in of("白石镇").tables[0].rows]
    assert head == ["要素", "问题", "依据", "补正意见"]
    assert [row[0] for row in rows] == ["不足的原因", "落款（署名）"]
    assert rows[0][1] == "没有写明不足的原因。"
    assert rows[1][1].startswith("缺少落款")
    assert rows[1][1].endswith("（第1行）。")
    assert rows[0][2].startswith("《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）年度报告内容第②项")
    assert rows[0][3].startswith("请在每条不足后面补一句原因")


def test_opening_timing_copied_text_and_last_year() -> None:
    found = text(of("白石镇"))
    assert "（文件名：白石镇.txt，2025年3月5日收到）已经审核，结论为“不齐全”，得88.3分。" in found
    assert "应于2025年3月1日前报送，2025年3月5日收到，逾期4天。请书面说明原因，今后按时报送。" in found
    assert "你单位报告正文（不计规定用语）的42%与下列报告相同或者相近" in found
    assert "（1）红岩镇2024年度的报告：1312字，占正文42%；按日期，对方的报告在前。" in found
    assert "（对方第12行）。疑似沿用的字样：别的单位“红岩镇”。" in found
    assert "第23行“建成镇级公共法律服务工作站。”" in found
    assert "建立行政执法案卷季度评查制度" not in found
    assert "案卷质量不高，专职法制审核人员不足。" in found
    assert (
        "请于2025年3月20日前补正后重新报送，并书面说明逾期报送的原因；对审核意见有不同看法的，请一并说明理由。" in found
    )


def test_other_units_are_named_only_where_pairs_name_them() -> None:
    names = {u.unit.name for u in review().units}
    assert {n for n in names if n in text(of("青禾镇"))} == {"青禾镇"}
    assert {n for n in names if n in text(of("县教育局"))} == {"县教育局", "县水利局"}
    bare = review()._replace(pairs=())
    assert "雷同文字" not in only(unit("白石镇"), bare)


def test_who_was_copied_from_has_nothing_to_mend() -> None:
    later = review().units[2]._replace(timing=IN_TIME)
    found = only(later)
    assert "下列报告与你单位的报告有相同或者相近的文字，日期在你单位之后，供了解：" in found
    assert "报告不需要重新报送，不必回复。" in found


CHECK = "请于2025年3月20日前核对并书面回复：需要修改的，修改后重新报送；不需要修改的，说明情况。"


def test_hints_alone_ask_for_a_look_and_not_for_another_report() -> None:
    found = text(of("县教育局"))
    assert CHECK in found
    assert "补正" not in found
    assert CHECK in only(unit("青禾镇")._replace(state="", decisions=(), before=unit("白石镇").before))


def test_what_is_only_late_is_explained_and_not_sent_again() -> None:
    found = only(unit("红岩镇"), review()._replace(pairs=()))
    assert "逾期41天。请书面说明原因，今后按时报送。" in found
    assert "请于2025年3月20日前书面说明逾期报送的原因。报告不需要重新报送。" in found
    late = unit("青禾镇")._replace(state="", decisions=(), before=unit("白石镇").before, timing=LATE)
    assert f"{CHECK}逾期报送的原因请一并说明。" in only(late)


ASKS = ("请核对", "请书面说明", "补写", "改写成", "重新报送；", "后重新报送")


def _variants() -> list[UnitReview]:
    """Return units of every state with every mixture of what a letter tells."""
    bases = [u for u in review().units if u.standing == "submitted"]
    mixed = [
        u._replace(state=state, decisions=(), timing=timing, before=before)
        for u in bases
        for state in ("", "returned", "accepted")
        for timing in (IN_TIME, LATE)
        for before in (None, unit("白石镇").before)
    ]
    return [*mixed, *(u for u in review().units if u.standing in ("other_year", "other_kind", "unreadable"))]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_end_follows_from_what_is_asked_for(lang: Lang) -> None:
    day, nothing = {"zh": ("2025年3月20日前", "不必回复"), "en": ("2025-03-20", "no answer is needed")}[lang]
    asking = 0
    for u in _variants():
        (content,) = files("letters", review()._replace(units=(u,)), lang).values()
        *body, reply = [p.text for p in Document(io.BytesIO(content)).paragraphs if p.text][:-2]
        asked = lang == "zh" and any(words in line for line in body for words in ASKS)
        assert (day in reply) != (nothing in reply), (u.unit.name, u.state, reply)
        assert not (asked and nothing in reply), (u.unit.name, u.state, body)
        assert not (u.state == "accepted" and day in reply)
        asking += day in reply
    assert 0 < asking < len(_variants())


def test_what_is_told_about_an_accepted_report_is_for_the_next_one() -> None:
    u = unit("白石镇")._replace(state="accepted", decisions=(decision(1, "白石镇", "accept", reason="可以"),))
    found = only(u)
    assert "下列情况供编写下一年度报告时参考：" in found
    assert "2023年度报告安排的下列工作，2024年度报告里没有找到对应的文字：" in found
    assert "逾期4天。今后请按时报送。" in found
    assert "的42%与下列报告相同或者相近：" in found
    assert not [words for words in ASKS if words in found]
    assert found.endswith("报告不需要重新报送，不必回复。\n云川县司法局\n2025年3月10日")
    (content,) = files("letters", review()._replace(units=(u,)), "zh").values()
    assert Document(io.BytesIO(content)).tables[0].rows[0].cells[3].text == "写法参考"
    holes = only(unit("县教育局")._replace(state="accepted"), review()._replace(pairs=()))
    assert "需要注意的问题" in holes
    assert "请换成实际内容" not in holes


def test_text_of_its_own_report_of_last_year() -> None:
    own = pair("青禾镇", "青禾镇", YEAR - 1)
    found = only(unit("青禾镇")._replace(state="", decisions=()), review()._replace(pairs=(own,)))
    assert (
        "你单位报告正文（不计规定用语）的42%与本单位2023年度报告相同或者相近，请核对并改写成本年度的新情况：" in found
    )
    assert "（上年第12行）" in found
    assert "改写成本单位的情况" not in found
    assert CHECK in found


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
    assert "请检查文件能否正常打开，于2025年3月20日前重新报送Word或者WPS文件。" in found


def test_what_was_decided_is_honoured() -> None:
    assert of("红岩镇").tables == []
    assert "下一年度" not in text(of("红岩镇"))
    accepted, returned = text(of("青禾镇")), text(of("柳湾镇"))
    assert "经复核，予以接受。说明：齐全。" in accepted
    assert "报告不需要重新报送，不必回复。" in accepted
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
    assert "复核意见：只是套话。" in [c.text for c in Document(io.BytesIO(content)).tables[0].rows[1].cells]


def test_a_reviewers_reason_stands_as_an_opinion() -> None:
    reasons = [("causes", "fail", "原因太笼统。"), ("shortcomings", "partial", "写在第二部分"), ("title", "fail", "")]
    found = tuple(
        decision(9 + i, "青禾镇", "correct", rule, old="pass", new=new, reason=reason)
        for i, (rule, new, reason) in enumerate(reasons)
    )
    u = unit("青禾镇")._replace(state="", decisions=found)
    for lang, told in (
        ("zh", {"复核意见：原因太笼统。", "复核意见：写在第二部分。", "经复核，更正为“缺”。"}),
        (
            "en",
            {
                "Reviewer's opinion: 原因太笼统.",
                "Reviewer's opinion: 写在第二部分.",
                "Corrected by a reviewer to “missing”.",
            },
        ),
    ):
        (content,) = files("letters", review()._replace(units=(u,)), lang).values()
        rows = Document(io.BytesIO(content)).tables[0].rows[1:]
        assert {row.cells[1].text for row in rows} == told


def test_places_of_a_page_saved_as_one_line_are_left_out() -> None:
    u = unit("白石镇")
    assert u.current
    one_line = tuple(Sentence(i, i, i + 1) for i in range(40))
    u = u._replace(current=u.current._replace(submission=u.current.submission._replace(sentences=one_line)))
    found = only(u)
    assert "\n“坚持把法治宣传同中心工作结合" in found
    assert "（对方第12行）" in found
    assert "第8行" not in found
    assert "（对方）" not in found


def test_a_quotation_begins_at_words_that_count() -> None:
    u = unit("白石镇")
    assert u.current
    model, own = "各项任务按期完成。", "组织干部深入村组院坝，讲清群众最关心的法律问题。"
    s = u.current.submission._replace(
        text=f"{model}\n{own}", sentences=(Sentence(0, 0, len(model), 3), Sentence(8, len(model) + 1, 99, 4))
    )
    passage = Passage(Evidence(3, 1, 4, 1, s.text, start=0, end=len(s.text)), evidence(own, 12), 100)
    p = (
        review()
        .pairs[0]
        ._replace(passages=(passage._replace(here=evidence(model, 3)._replace(end=len(model))), passage))
    )
    u = u._replace(current=u.current._replace(submission=s))
    lines = only(u, review()._replace(pairs=(p,))).split("\n")
    assert [line for line in lines if "（对方" in line] == [
        f"第4行“{own}”（对方第12行）。",
        f"第3行“{model}”（对方第12行）。",
    ]


def test_a_complete_report_gets_a_short_kind_letter() -> None:
    found = only(unit("青禾镇")._replace(state="", decisions=()))
    assert "没有发现需要补正的地方。感谢你单位的认真工作。" in found
    assert len(found) < 220


@pytest.mark.parametrize(
    ("name", "words", "reply"),
    [
        ("县林业局", "这是2023年度的报告，不是2024年度的报告。", "前报送2024年法治政府建设年度报告。"),
        ("县住建局", "标题和正文都看不出这是法治政府建设年度报告。", "前报送2024年法治政府建设年度报告。"),
        ("县统计局", "文件是空的，没有内容。", "前重新报送Word或者WPS文件。"),
    ],
)
def test_what_does_not_count(name: str, words: str, reply: str) -> None:
    found = text(of(name))
    assert f"收到你单位报送的文件（文件名：{name}.txt）。经审核，{words}\n" in found
    assert f"于2025年3月20日{reply}\n" in found
    assert of(name).tables == []


def test_whose_a_file_was_taken_for_is_not_told() -> None:
    for lang in ("zh", "en"):
        for u in review().units:
            if u.standing in ("other_year", "other_kind", "unreadable"):
                why = Words("署名“县局”，文件名也写“县局”。", "Signed by 县局. the file is damaged.")
                assert u.current
                u = u._replace(current=u.current._replace(why=why))
                (content,) = files("letters", review()._replace(units=(u,)), lang).values()
                found = text(Document(io.BytesIO(content)))
                assert "署名" not in found
                assert "Signed" not in found
                assert not re.search(r"\. [a-z]", found)


def _unread(path: str, error: ReadError | None = None) -> Filed:
    """Return a file that was not read, as the review has it: read from the disk, or given up for *error*."""
    a = unreadable(path, error, pack()) if error else assess_file(Source(path), pack())
    assert a.status == "unreadable"
    return filed(a, "县统计局", "unreadable")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.docx", b"PK\x03\x04 no more", "文件已损坏或者不完整，无法打开。"),
        ("a.pdf", b"%PDF-1.4 no more", "文件已损坏或者不完整，无法打开。"),
        ("a.txt", b"", "文件是空的，没有内容。"),
        ("a.docx", b"\xff\xd8\xff\xe0 a photo", "文件是图片或者扫描件，读不出文字。"),
        ("a.docx", b"Rar!\x1a\x07\x00 packed", "压缩包无法打开，或者里面没有报告。"),
        ("a.html", b"words and no page", "文件无法正常打开，读不出文字。"),
        ("a.pdf", printed("县统计局2024年度报告", encrypt=("secret", "owner")), "文件设有密码，无法打开。"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_in_the_words_of_an_office(
    name: str, data: bytes, words: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    f = _unread(str(tmp_path / name))
    assert not ours(f)
    assert wrong(f, review(), "zh") == words
    told = (wrong(f, review(), "en"), remedy(f, review(), "zh"), remedy(f, review(), "en"))
    assert told[0][0].isupper()
    assert "2025年3月20日前" in told[1]
    assert "2025-03-20" in told[2]
    assert not [x for x in told if "检查后" in x or "{" in x]


def test_a_file_that_was_not_read_for_the_reviewers_own_reasons_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    def broken(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    path = str(tmp_path / "a.txt")
    found = [_unread(path), _unread("a.doc", workers._TIMED_OUT), _unread("a.doc", workers._DIED)]
    found += [
        _unread("a.doc", workers._TOO_LARGE),
        _unread("a.doc", office._missing("")),
        _unread("a.doc", office._hung("")),
    ]
    for fails in (denied, broken):
        with monkeypatch.context() as patched:
            patched.setattr("builtins.open", fails)
            found.append(_unread(path))
    assert [ours(f) for f in found] == [True] * len(found)
    u = unit("县统计局")
    assert len(files("letters", review()._replace(units=(u,)), "zh")) == 1
    assert (
        files("letters", review()._replace(units=tuple(u._replace(current=f, files=(f,)) for f in found)), "zh") == {}
    )


NAMES = (
    "青禾镇",
    "云川县人力资源和社会保障局",
    "国家税务总局云川县税务局",
    "临江市生态环境局南桥分局",
    "石渠镇（党委、政府）",
)
LONG = "中国（云川）自由贸易试验区云川片区管理委员会综合行政执法局"


@pytest.mark.parametrize("name", [*NAMES, LONG, "局" * 47])
def test_titles_are_broken_between_words(name: str) -> None:
    found = titles.lines(
        f"关于{name}", *titles.report("2025年法治政府建设年度报告")[:-1], "法治政府建设年度报告的审核反馈"
    )
    assert "".join(found) == f"关于{name}2025年法治政府建设年度报告的审核反馈"
    assert all(2 < len(line) <= 21 for line in found)
    if name in NAMES:
        assert found == [f"关于{name}2025年", "法治政府建设年度报告的审核反馈"]
    for word in ("法治", "政府", "建设", "年度", "报告的", "审核", "反馈", "执法", "委员会"):
        assert "".join(found).count(word) == sum(line.count(word) for line in found)


def test_titles_of_other_reports_and_languages() -> None:
    assert titles.report("2024年度行政执法工作总结") == ["2024年度", "行政执法工作总结"]
    assert titles.lines("关于催报", "2024年度", "总结的通知") == ["关于催报2024年度总结的通知"]
    assert titles.words("Annual report on law-based government 2025: review of 青禾镇") == [
        "Annual report on law-based",
        "government 2025: review of 青禾镇",
    ]
    assert titles.lines("关于" + "局" * 500, "的通知") == ["关于" + "局" * 500 + "的通知"]


def test_an_accepted_file_is_not_asked_for_again() -> None:
    found = only(unit("县林业局")._replace(state="accepted", decisions=()))
    assert "经复核，予以接受。\n报告不需要重新报送，不必回复。" in found


def test_an_office_that_is_not_known_is_left_to_be_filled_in() -> None:
    assert "\n（审核单位）\n2025年3月10日" in only(unit("青禾镇"), review()._replace(office=""))


def test_english() -> None:
    found = text(of("白石镇", "en"))
    assert "Your annual report on law-based government 2024 (file: 白石镇.txt, received 2025-03-05)" in found
    assert headings(of("白石镇", "en"))[0] == "1. Missing or in part"
    assert "dated earlier" in found
    assert "Please mend it and send it again by 2025-03-20, and say in writing why it came late; " in found
    assert "It is returned. Reason: 缺三项，请重报." in text(of("柳湾镇", "en"))


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
    assert found[0][2].replace(" ", "").splitlines()[:2] == ["关于白石镇2024年", "法治政府建设年度报告的审核反馈"]
    assert "云川县司法局" in found[-1][2]
    assert "请于" in found[-1][2].replace(" ", "")  # who writes never stands alone on a page

"""validator.readers.ofd: reports in the national format for fixed pages, as different programs write it."""

from __future__ import annotations

import zipfile
from hashlib import sha256
from io import BytesIO

import pytest

from tests.readers import ofdmaker as make
from tests.readers.ofdmaker import Text
from tests.support import REPORT, outcomes
from validator.errors import ReadError
from validator.pipeline import assess, load_pack
from validator.readers import ofd
from validator.readers.ofd import read
from validator.readers.pages import paging
from validator.readers.pages.ofdpage import numbers

PARAGRAPHS = [line for line in REPORT.split("\n") if line]


def lines(data: bytes) -> list[str]:
    return [text for text in read(data, "a.ofd").text.split("\n") if text]


def one_page(*texts: Text, extra: str = "") -> bytes:
    return make.ofd([make.page(texts, extra)])


@pytest.mark.parametrize("indent", [True, False])
def test_paragraphs_come_back(indent: bool) -> None:
    assert lines(make.report(PARAGRAPHS, indent=indent)) == PARAGRAPHS


def test_verdicts_are_those_of_the_text() -> None:
    found = assess(read(make.report(PARAGRAPHS), "a.ofd"), load_pack())
    assert {r.rule: r.outcome for r in found.results} == outcomes(REPORT)


def test_document_and_places() -> None:
    data = make.report(PARAGRAPHS)
    found = read(data, "a.ofd")
    assert (found.name, found.format, found.sha256) == ("a.ofd", "ofd", sha256(data).hexdigest())
    assert found.apart == ("— 1 —",)
    assert (found.notes, found.unread) == ((), ())
    places = [(b.page, b.line) for b in found.blocks if b.end > b.start]
    assert places == [(1, i + 1) for i in range(len(places))]


@pytest.mark.parametrize("prefix", ["ofd:", "x:", ""])
@pytest.mark.parametrize("root", ["", "/Doc_0/", "Doc_0/"])
def test_namespaces_and_places_of_parts(prefix: str, root: str) -> None:
    page = make.page([Text("一、主要举措和成效")], prefix=prefix)
    assert lines(make.ofd([page], prefix=prefix, root=root)) == ["一、主要举措和成效"]


def test_pages_in_the_order_of_the_document() -> None:
    texts = ["甲方面的工作。", "乙方面完成的各项任务。", "丙"]
    data = make.ofd([make.page([Text(text)]) for text in texts])
    document = "Doc_0/Document.xml"
    parts = {
        name: zipfile.ZipFile(BytesIO(data)).read(name).decode() for name in zipfile.ZipFile(BytesIO(data)).namelist()
    }
    first, second = (f'<ofd:Page ID="{i}" BaseLoc="Pages/Page_{i - 10}/Content.xml"/>' for i in (10, 11))
    parts[document] = parts[document].replace(first + second, second + first)
    assert lines(make.packed_parts(parts)) == [texts[1], texts[0], texts[2]]


@pytest.mark.parametrize(
    "deltas", [None, "", "5.64 5.64 5.64", "g 3 5.64", "5.64 g 2 5.64", "5.64", "g 3 5.64 x", "g 99999999 5.64"]
)
def test_places_of_characters(deltas: str | None) -> None:
    assert lines(one_page(Text("法治政府", deltas=deltas))) == ["法治政府"]


def test_numbers_in_a_packed_list() -> None:
    assert numbers("g 3 1.5 2 g 2 4") == [1.5, 1.5, 1.5, 2.0, 4.0, 4.0]
    assert numbers("1 2 x 3") == [1.0, 2.0]
    assert numbers("g 5") == []
    assert len(numbers("g 99999999 1")) <= 20_001
    assert numbers("1 inf 2") == numbers("1 nan 2") == numbers("1 1e300 2") == [1.0]


def test_a_name_and_a_date_on_one_line_stay_apart() -> None:
    assert lines(one_page(Text("云川县青禾镇人民政府", 28), Text("2025年2月18日", 140))) == [
        "云川县青禾镇人民政府  2025年2月18日"
    ]


def test_text_in_single_characters() -> None:
    texts = [Text(sign, 28 + make.SIZE * i) for i, sign in enumerate("推进法治政府建设")]
    assert lines(one_page(*reversed(texts))) == ["推进法治政府建设"]


def test_several_codes_in_one_object() -> None:
    thing = (
        '<ofd:TextObject ID="9" Boundary="28 30 100 20" Font="3" Size="5.64">'
        '<ofd:TextCode X="0" Y="5.64" DeltaX="5.64">\n法治\n</ofd:TextCode>'
        '<ofd:TextCode X="11.28" DeltaX="5.64">政府</ofd:TextCode></ofd:TextObject>'
    )
    assert lines(one_page(extra=thing)) == ["法治政府"]


def test_transformed_objects() -> None:
    """A font of size 1 that the matrix enlarges, moved by the matrix as well."""
    thing = (
        '<ofd:TextObject ID="9" Boundary="28 30 100 20" Font="3" Size="1" CTM="5.64 0 0 5.64 2 3">'
        '<ofd:TextCode X="0" Y="1" DeltaX="g 3 1">法治政府</ofd:TextCode></ofd:TextObject>'
    )
    assert lines(one_page(Text("建设", 28 + 2 + 4 * make.SIZE, 30 + 3 + 5.64), extra=thing)) == ["法治政府建设"]


@pytest.mark.parametrize("size", [0.0, 0.001, 1e5])
@pytest.mark.parametrize("ctm", ["", "0 0 0 0 0 0", "1e5 0 0 1e5 0 0"])
def test_letters_of_any_size(size: float, ctm: str) -> None:
    found = read(one_page(Text("报告如下。"), Text("法治政府", size=size, ctm=ctm)), "a.ofd")
    assert set("报告如下。") <= set(found.text)  # two letters may lie on each other


def test_objects_that_are_not_shown() -> None:
    thing = '<ofd:TextObject ID="9" Visible="false" Boundary="0 0 9 9" Size="5"><ofd:TextCode>密</ofd:TextCode></ofd:TextObject>'
    assert lines(one_page(Text("法治政府"), extra=thing)) == ["法治政府"]


def test_a_watermark_across_the_page_stands_apart() -> None:
    found = read(
        one_page(*make.set_lines(PARAGRAPHS)[0], Text("内部资料", 50, 150, ctm="0.7 -0.7 0.7 0.7 0 0")), "a.ofd"
    )
    assert "内部资料" in found.apart
    assert "内部资料" not in found.text


@pytest.mark.parametrize("ctm", ["0 1 -1 0 0 0", "0 -1 1 0 0 0", "-1 0 0 -1 0 0"])
def test_turned_pages(ctm: str) -> None:
    """Two lines on a page that is drawn sideways or upside down, at places that fit the turn."""
    first, second = {"0 1 -1 0 0 0": ((100, 20), (90, 20)), "0 -1 1 0 0 0": ((90, 200), (100, 200))}.get(
        ctm, ((150, 100), (150, 90))
    )
    texts = ["云川县青禾镇人民政府", "法治政府建设情况的报告书"]
    assert lines(one_page(*(Text(t, *at, ctm=ctm) for t, at in zip(texts, (first, second), strict=True)))) == texts


def test_vertical_writing() -> None:
    texts = ["云川县青禾镇人民政府", "法治政府建设情况的报告书"]
    things = [Text(t, 150 - 10 * i, 50, deltas=" ", down="5.64") for i, t in enumerate(texts)]
    assert lines(one_page(*things)) == texts


def test_template_text_is_a_running_head() -> None:
    template = make.page([Text("云川县人民政府文件", 80, 20)])
    pages = [make.page([Text(text)], template="2") for text in ("甲方面的工作。", "乙方面完成的各项任务。")]
    found = read(make.ofd(pages, template=template), "a.ofd")
    assert found.apart == ("云川县人民政府文件",)
    assert found.text == "甲方面的工作。\n乙方面完成的各项任务。"


def test_template_text_inside_the_page_is_text() -> None:
    template = make.page([Text("单位：青禾镇", 28, 100)])
    assert lines(make.ofd([make.page([Text("报告如下。", 28, 110)], template="2")], template=template)) == [
        "单位：青禾镇",
        "报告如下。",
    ]


def test_several_documents_in_one_file() -> None:
    found = read(make.ofd([make.page([Text("一、主要举措和成效")])], documents=2), "a.ofd")
    assert found.text == "一、主要举措和成效\n一、主要举措和成效"
    assert [b.page for b in found.blocks] == [1, 2]


def test_radicals_of_fonts_become_characters() -> None:
    assert lines(one_page(Text("⼀、⼯作⽬标"))) == ["一、工作目标"]


def test_scan() -> None:
    with pytest.raises(ReadError) as raised:
        read(one_page(extra=make.picture()), "a.ofd")
    assert raised.value.what.zh == "这是扫描件，里面只有图片，没有文字"
    assert "ocr" not in raised.value.hint.zh


def test_a_scanned_page_among_others() -> None:
    found = read(make.ofd([make.page([Text("报告如下。")]), make.page([], make.picture())]), "a.ofd")
    assert [w.zh for w in found.unread] == ["第2页是扫描图片，没有文字"]
    assert found.text == "报告如下。"


def test_a_seal_on_the_page_does_not_make_it_a_scan() -> None:
    assert lines(one_page(Text("青禾镇人民政府"), extra=make.picture(42, 42))) == ["青禾镇人民政府"]


def test_characters_without_codes() -> None:
    with pytest.raises(ReadError) as raised:
        read(one_page(Text("\ue001\ue002\ue003" * 5)), "a.ofd")
    assert raised.value.what.zh == "字体没有文字编码，读不出文字"


def test_missing_and_broken_pages() -> None:
    whole = make.page([Text("报告如下。")])
    broken = {"Doc_0/Pages/Page_1/Content.xml": "<ofd:Page", "Doc_0/Pages/Page_2/Content.xml": "<!DOCTYPE x><x/>"}
    found = read(make.ofd([whole, whole, whole], parts=broken), "a.ofd")
    assert [w.zh for w in found.unread] == ["第2—3页已损坏，打不开"]
    assert found.text == "报告如下。"


def test_more_pages_than_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "MAX_PAGES", 1)
    pages = [make.page([Text(text)]) for text in ("甲方面的工作。", "乙", "丙")]
    assert [w.zh for w in read(make.ofd(pages), "a.ofd").unread] == ["第2—3页没有读：页数太多"]


def test_a_page_with_more_text_than_any_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ofd, "MAX_CHARACTERS", 20)
    pages = [make.page([Text("报告如下。")]), make.page([Text("法治政府建设" * 4)])]
    assert read(make.ofd(pages), "a.ofd").unread[0].zh == "第2页的文字太多，没有读"


def test_templates_that_lead_nowhere_and_to_each_other() -> None:
    template = make.page([Text("页眉", 80, 20)], template="2")
    page = make.page([Text("报告如下。")], template="2").replace('TemplateID="2"', 'TemplateID="7"')
    assert lines(make.ofd([page], template=template)) == ["报告如下。"]


@pytest.mark.parametrize(
    ("data", "zh"),
    [
        (b"", "已损坏"),
        (b"PK\x03\x04 nothing", "已损坏"),
        (make.packed_parts({"a.txt": "x"}), "缺少 OFD.xml"),
        (make.packed_parts({"OFD.xml": "<ofd:OFD"}), "已损坏"),
        (make.packed_parts({"OFD.xml": "<OFD><DocRoot>Doc_0/Document.xml</DocRoot></OFD>"}), "缺少"),
        (make.packed_parts({"OFD.xml": "<OFD/>"}), "一页也没有"),
        (make.packed_parts({"OFD.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><OFD/>"}), "DOCTYPE"),
        (make.packed_parts({"OFD.xml": "<OFD><DocRoot>D.xml</DocRoot></OFD>", "Encryptions.xml": "<E/>"}), "密码"),
        (make.report(PARAGRAPHS)[:600], "已损坏"),
    ],
    ids=["empty", "junk", "other zip", "broken root", "no document", "no pages", "doctype", "encrypted", "half"],
)
def test_files_that_cannot_be_read(data: bytes, zh: str) -> None:
    with pytest.raises(ReadError) as raised:
        read(data, "a.ofd")
    assert zh in raised.value.what.zh
    assert raised.value.hint.zh

"""validator.readers: one registry; the content decides who reads, and else the ending of the name."""

from __future__ import annotations

from importlib import import_module

import pytest

from tests.support import REPORT
from validator.errors import ReadError
from validator.readers import BY_ENDING, FORMATS, read, read_as


@pytest.mark.parametrize("ending", FORMATS["txt"].endings)
def test_endings_of_text(ending: str) -> None:
    assert read("一、成效".encode(), f"报告{ending}").text == "一、成效"


@pytest.mark.parametrize("name", [f.name for f in FORMATS.values() if f.module])
def test_every_format_has_its_reader(name: str) -> None:
    assert callable(import_module(FORMATS[name].module).read)


def test_no_ending_belongs_to_two_formats() -> None:
    assert len(BY_ENDING) == sum(len(f.endings) for f in FORMATS.values())


def test_ending_in_capitals() -> None:
    assert read("一、成效".encode(), "REPORT.TXT").text == "一、成效"


def test_name_without_ending_is_text() -> None:
    assert read("一、成效".encode(), "报告").format == "txt"


def test_unknown_ending_names_the_known_ones() -> None:
    with pytest.raises(ReadError) as raised:
        read(b"x", "a.xyz")
    assert raised.value.what.zh == "不认识的文件格式 .xyz"
    assert raised.value.what.en == "unknown file format .xyz"
    assert ".txt" in raised.value.hint.zh
    assert ".docx" in raised.value.hint.en


def test_text_under_the_ending_of_a_word_file_is_read_and_told() -> None:
    document = read(REPORT.encode("gb18030"), "报告.doc")
    assert (document.format, document.text) == ("txt", REPORT)
    assert [n.zh for n in document.notes] == ["扩展名是 .doc，内容其实是文本，已按内容读取。"]


def test_page_under_the_ending_of_a_word_file_is_read_and_told() -> None:
    document = read("<html><body><p>一、成效</p></body></html>".encode(), "报告.docx")
    assert document.format == "html"
    assert "一、成效" in document.text
    assert [n.en for n in document.notes] == ["The name ends in .docx, but this is a web page; it was read as such."]


def test_format_that_must_be_converted_first() -> None:
    with pytest.raises(ReadError) as raised:
        read(b"{\\rtf1 x}", "a.rtf")
    assert "LibreOffice" in raised.value.what.zh


def test_a_format_can_be_asked_for_whatever_the_name() -> None:
    assert read_as(FORMATS["txt"], "一、成效".encode(), "a.bin").text == "一、成效"

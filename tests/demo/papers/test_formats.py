"""validator.demo.papers.formats: bytes that every reader can read, always the same."""

from __future__ import annotations

import io
from zipfile import BadZipFile, ZipFile

import pytest

from validator.demo.papers.formats import archive, damaged, page, plain, word
from validator.demo.papers.writing import Hand, Line
from validator.pipeline import opened

LINES = [Line("title", "报告"), Line("part", "一、成效"), Line("body", "查了<3>次。"), Line("sign", "青禾镇")]
STYLE = Hand(True, "bracket", False, "")


@pytest.mark.parametrize("styled", [True, False])
def test_word(styled: bool) -> None:
    data = word(LINES, styled)
    assert data == word(LINES, styled)
    document = opened(data, "a.docx")
    assert document.text.split() == ["报告", "一、成效", "查了<3>次。", "青禾镇"]
    assert any(block.level == 1 for block in document.blocks) == styled


def test_a_second_word_file_has_nothing_of_the_first() -> None:
    word(LINES, True)
    assert opened(word(LINES[:1], True), "a.docx").text.strip() == "报告"


def test_page() -> None:
    text = opened(page(LINES, 3, "2026-03-25"), "a.html").text
    assert "查了<3>次。" in text and "2026-03-25" in text


def test_plain_in_an_old_encoding() -> None:
    assert "查了<3>次。" in opened(plain(LINES, STYLE, "gb18030"), "a.txt").text


def test_archive_and_damage() -> None:
    data = archive({"一.txt": b"1", "二/三.txt": b"2"})
    with ZipFile(io.BytesIO(data)) as made:
        assert made.read("二/三.txt") == b"2"
        assert {info.date_time[0] for info in made.infolist()} == {2026}
    with pytest.raises(BadZipFile):
        ZipFile(io.BytesIO(damaged(data)))

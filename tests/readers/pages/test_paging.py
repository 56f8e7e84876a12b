"""validator.readers.pages.paging: limits, and how it is said which pages could not be read."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pages.geometry import page
from validator.readers.pages import paging
from validator.readers.pages.glyphs import Line, Page
from validator.readers.pages.paging import Reason, kind_of, nothing_read, pages_in_words, read_pages, unread_words

TEXT = "全年开展联合检查46次，办理案件12件，案卷评查全部合格。"


def _none(number: int, before: Sequence[Line]) -> Page | Reason:
    return page(number, [])


@pytest.mark.parametrize(
    ("pages", "zh", "en"),
    [
        ({3: "scanned"}, ["第3页是扫描图片，没有文字"], ["page 3 is a scanned picture without text"]),
        (
            {3: "scanned", 4: "scanned"},
            ["第3—4页是扫描图片，没有文字"],
            ["pages 3–4 are a scanned picture without text"],
        ),
        (
            {1: "scanned", 2: "broken", 3: "scanned"},
            ["第1页是扫描图片，没有文字", "第2页已损坏，打不开", "第3页是扫描图片，没有文字"],
            [
                "page 1 is a scanned picture without text",
                "page 2 is damaged",
                "page 3 is a scanned picture without text",
            ],
        ),
        (
            {2: "garbled"},
            ["第2页的字体没有文字编码，读不出文字"],
            ["page 2 has a font without codes for its characters"],
        ),
        (
            {501: "many", 900: "many"},
            ["第501—900页没有读：页数太多"],
            ["pages 501–900 were not read: there are too many pages"],
        ),
        ({}, [], []),
    ],
)
def test_unread_pages_in_words(pages: dict[int, Reason], zh: list[str], en: list[str]) -> None:
    words = unread_words(pages)
    assert [w.zh for w in words] == zh
    assert [w.en for w in words] == en


def test_pages_in_words() -> None:
    assert pages_in_words([3]).zh == "第3页"
    assert pages_in_words([1, 2, 3, 5]) == ("第1—3、5页", "pages 1–3, 5")


@pytest.mark.parametrize(
    ("reason", "with_ocr", "what", "hint"),
    [
        ("scanned", True, "扫描件", "chaque[ocr]"),
        ("scanned", False, "扫描件", "原来的 Word"),
        ("blind", True, "扫描件", "原来的 Word"),
        ("garbled", True, "没有文字编码", "chaque[ocr]"),
        ("broken", True, "已损坏", "原来的 Word"),
    ],
)
def test_nothing_read(reason: Reason, with_ocr: bool, what: str, hint: str) -> None:
    error = nothing_read("a.pdf", {1: reason}, with_ocr=with_ocr)
    assert what in error.what.zh
    assert hint in error.hint.zh


def test_more_pages_than_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "MAX_PAGES", 3)
    pages, unread = read_pages(2_000_000_000, _none)
    assert [p.number for p in pages] == [1, 2, 3]
    assert unread == {4: "many", 2_000_000_000: "many"}


def test_more_time_than_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter([0.0, 10.0, 20.0, 31.0, 42.0])
    monkeypatch.setattr(paging, "monotonic", lambda: next(now))
    pages, unread = read_pages(6, _none)
    assert [p.number for p in pages] == [1, 2]
    assert unread == {3: "slow", 4: "slow", 5: "slow", 6: "slow"}


def test_pages_know_the_lines_before() -> None:
    seen: list[Sequence[Line]] = []

    def read(number: int, before: Sequence[Line]) -> Page | Reason:
        seen.append(before)
        return "scanned" if number == 2 else page(number, [Line(str(number), 0, 1, 1, 1, 1)])

    read_pages(3, read)
    assert [[line.text for line in lines] for lines in seen] == [[], ["1"], ["1"]]


@pytest.mark.parametrize(
    ("text", "share", "outlines", "kind"),
    [
        (TEXT * 3, 0.0, 0, "text"),
        (TEXT * 3, 1.0, 900, "text"),  # a page with a text layer behind its picture
        (TEXT, 0.2, 900, "text"),
        ("扫描全能王 创建", 1.0, 0, "scanned"),
        ("", 0.4, 0, "scanned"),
        ("第3页", 0.0, 500, "scanned"),
        ("第3页", 0.1, 3, "text"),
        ("\x01\x02\x03" * 10 + "第3页", 0.0, 0, "garbled"),
        ("\ue123\ue456" * 10, 0.0, 0, "garbled"),
        ("\ufffd" * 90 + TEXT, 0.0, 0, "garbled"),
        ("", 0.0, 0, "text"),
    ],
)
def test_kind_of_page(text: str, share: float, outlines: int, kind: str) -> None:
    assert kind_of(text, lambda: (share, outlines)) == kind

"""validator.evidence: quotations of the original with places, cut, safe to print, private data hidden."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import REPORT, document, outline
from validator.evidence import MAX_EVIDENCE, MAX_QUOTE, Quoter, visible
from validator.model.document import Block
from validator.model.outline import Outline
from validator.model.result import Evidence
from validator.outline import outline_of
from validator.text import Span, normalise
from validator.words import Words


def places(found: Outline, names: tuple[str, ...]) -> list[Span]:
    """Return where the names to hide stand in the shadow."""
    starts = [(found.shadow.text.index(name), name) for name in names]
    return [(at, at + len(name)) for at, name in starts]


def quote(text: str, word: str, *masks: str) -> Evidence:
    found = outline(text)
    at = found.shadow.text.index(word)
    (evidence,) = Quoter(document(text), found, places(found, masks)).evidence([(at, at + len(word))])
    return evidence


def test_quotes_and_locates_the_original() -> None:
    text = "云川縣水利局2024年度法治政府建設情況報告\n一、成效\n　　開展 檢查４６次。\n"
    evidence = quote(text, "检查46次")
    assert evidence.text == "檢查４６次"
    assert (evidence.line, evidence.column) == (3, 6)
    assert (evidence.end_line, evidence.end_column) == (3, 11)


def test_section_is_the_topmost_heading() -> None:
    assert quote(REPORT, "培训少").section == "二、存在的不足"
    assert quote(REPORT, "关于2024年度").section is None


def test_quote_over_a_broken_line_has_no_line_break() -> None:
    line = "全年开展联合检查四十六次办理案件一十二件案卷评查全部合格执法人员一十八人全部持证上岗配"
    evidence = quote(f"一、成效\n{line}\n备执法记录仪二十台。\n", "岗配备执法")
    assert evidence.text == "岗配 备执法"
    assert (evidence.line, evidence.end_line) == (2, 3)


def test_long_quotes_are_cut() -> None:
    text = "一、成效\n" + "检查" * 300 + "。\n"
    evidence = quote(text, "检查" * 300)
    assert evidence.text == "检查" * (MAX_QUOTE // 2) + "…"
    assert evidence.end_column == 601


def test_not_more_than_some() -> None:
    found = outline(REPORT)
    assert len(Quoter(document(REPORT), found).evidence([(0, 1)] * 50)) == MAX_EVIDENCE


@pytest.mark.parametrize(
    ("secret", "shown"),
    [
        ("13800138000", "138******00"),
        ("330102199001011234", "330*************34"),
        ("6222021234567890123", "622**************23"),
    ],
)
def test_numbers_of_persons_are_hidden(secret: str, shown: str) -> None:
    evidence = quote(f"一、成效\n联系电话{secret}。\n", f"联系电话{secret}")
    assert evidence.text == f"联系电话{shown}"


def test_names_are_hidden() -> None:
    assert quote("一、成效\n信访人郑大成反映问题。\n", "信访人郑大成", "郑大成").text == "信访人郑**"


def test_messages_are_hidden_in_both_languages() -> None:
    text = "一、成效\n化解信访人郑大成的纠纷。\n"
    found = outline(text)
    quoter = Quoter(document(text), found, places(found, ("郑大成",)))
    assert quoter.hidden(Words("郑大成13800138000", "by 郑大成")) == Words("郑**138******00", "by 郑**")


def test_headings_are_hidden_too() -> None:
    assert quote("一、化解郑大成信访案\n多次上门。\n", "多次上门", "郑大成").section == "一、化解郑**信访案"


def test_mask_is_no_pattern() -> None:
    text = "一、成效\n甲[乙丙和.*都在。\n"
    found = outline(text)
    quoter = Quoter(document(text), found, places(found, ("甲[乙", ".*")))
    assert quoter.hidden(Words("甲[乙丙", "x")) == Words("甲**丙", "x")


@pytest.mark.parametrize("sign", ["\x1b", "\x00", "\x07", "\u202e", "\u2066", "\x9b", "\x7f", "\r"])
def test_what_could_rewrite_the_terminal_is_made_visible(sign: str) -> None:
    shown = visible(f"甲{sign}乙")
    assert sign not in shown
    assert shown == f"甲\\u{ord(sign):04x}乙"


@given(st.text())
def test_visible_text_has_no_control_characters(text: str) -> None:
    assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) <= 0x9F for c in visible(text))


def test_places_of_a_laid_out_document() -> None:
    text = "一、成效\n检查46次。"
    blocks = (Block(0, 4, line=1, page=1, paragraph=1), Block(5, 12, line=9, page=2, paragraph=4))
    laid_out = document(text)._replace(blocks=blocks)
    found = outline_of(laid_out, normalise(text))
    at = found.shadow.text.index("46次")
    (evidence,) = Quoter(laid_out, found).evidence([(at, at + 3)])
    assert (evidence.line, evidence.column, evidence.page, evidence.paragraph) == (9, 3, 2, 4)
    assert (evidence.end_line, evidence.end_column) == (9, 6)


@given(st.data())
def test_places_quote_what_the_file_says_there(data: st.DataObject) -> None:
    text = "云川縣2024年報告\n一、成效\n　　開展檢查４６次,\u200b辦理(案件)12 件.\n二、安排\n加強培訓。\n"
    found = outline(text)
    a = data.draw(st.integers(0, len(found.shadow.text) - 1))
    b = data.draw(st.integers(a + 1, len(found.shadow.text)))
    (e,) = Quoter(document(text), found).evidence([(a, b)])
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    start, end = starts[e.line - 1] + e.column - 1, starts[e.end_line - 1] + e.end_column - 1
    assert " ".join(text[start:end].split()).replace("\u200b", "") == " ".join(e.text.split()).replace("\u200b", "")

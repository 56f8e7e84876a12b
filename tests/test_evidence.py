"""validator.evidence: quotations of the original with places, cut, safe to print, private data hidden."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import REPORT, document, outline
from validator.evidence import MAX_EVIDENCE, MAX_QUOTE, Quoter, visible, without_numbers
from validator.facts import facts_of
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


LONG = "全年开展联合检查四十六次办理案件一十二件案卷评查全部合格执法人员一十八人全部持证上岗配备"


def hidden(text: str, *masks: str) -> tuple[str, str]:
    """Return the whole original and the whole shadow as a review keeps them."""
    found = outline(text)
    quoter = Quoter(document(text), found, places(found, masks))
    return quoter.hide(text), quoter.hide(found.shadow.text)


def test_number_over_a_broken_line_is_hidden_in_both() -> None:
    original, shadow = hidden(f"一、成效\n{LONG}4301021990\n01011234，已办结。\n")
    assert "430*******\n******34，" in original
    assert "430*************34，" in shadow


def test_number_over_two_pages_is_hidden_in_both() -> None:
    lines = [LONG[:44]] * 12
    text = "\n".join(["一、成效", *lines, f"{LONG[:36]}身份证号43010219", "- 3 -", f"9001011234{LONG[:34]}", *lines])
    original, shadow = hidden(text)
    assert "身份证号430*************34" in shadow
    assert "身份证号430*****\n- 3 -\n********34" in original


@pytest.mark.parametrize(
    ("again", "shown"),
    [
        ("郑 大 成", "郑 * *"),
        ("郑\u3000大成", "郑\u3000**"),
        ("郑（zhèng）大成", "郑（*****）**"),
        ("郑大\n成", "郑*\n*"),
        ("郑大成", "郑**"),
    ],
)
def test_name_is_hidden_however_it_is_set(again: str, shown: str) -> None:
    original, shadow = hidden(f"一、成效\n信访人郑大成反映问题。\n感谢{again}配合。\n", "郑大成")
    assert f"感谢{shown}配合" in original
    assert "大" not in original + shadow


def test_traditional_name_is_hidden_in_the_original() -> None:
    original, shadow = hidden("一、成效\n信訪人鄭大成反映問題，報告屬實。鄭大成滿意。\n", "郑大成")
    assert original == "一、成效\n信訪人鄭**反映問題，報告屬實。鄭**滿意。\n"
    assert "郑大成" not in shadow


def test_half_a_number_is_hidden_wherever_a_heading_is_cut() -> None:
    assert (
        quote(f"一、{'检' * 20}电话13800138000的办理情况\n多次上门。\n", "多次上门").section
        == f"一、{'检' * 20}电话138***"
    )


def test_facts_are_hidden() -> None:
    text = "云川县2024年法治政府建设情况报告\n一、成效\n信访人郑大成反映问题。\n"
    found = outline(text)
    facts = facts_of(found)._replace(title="郑大成13800138000", unit="云川县", addressee=None)
    hidden_facts = Quoter(document(text), found, places(found, ("郑大成",))).hidden_facts(facts)
    assert hidden_facts == facts._replace(title="郑**138******00")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("liming88@example.com", "l*******@example.com"),
        ("邮箱：123456@example.com。", "邮箱：1*****@example.com。"),
        ("sfj@yunchuan.gov.cn", "sfj@yunchuan.gov.cn"),
        ("白石镇（13812345678）.docx", "白石镇（138******78）.docx"),
        ("报送/身份证430102199001011234_报告.docx", "报送/身份证430*************34_报告.docx"),
        ("微信图片_20250218103015.png", "微信图片_20250218103015.png"),
    ],
)
def test_mailboxes_and_names_of_files(text: str, shown: str) -> None:
    assert without_numbers(text) == shown


PIECES = ["身份证", "手机", "郑大成", "郑 大 成", "430102 19900101 1234", "13812345678", "+86-", "a.b@example.com"]


@given(
    st.lists(st.sampled_from([*PIECES, " ", "\n", "\u3000", "（", "1", "０", "。", "元", "縣"]), max_size=25).map(
        "".join
    )
)
def test_no_offset_changes(middle: str) -> None:
    text = f"一、成效\n信访人郑大成。{middle}\n"
    original, shadow = hidden(text, "郑大成")
    assert len(original) == len(text)
    assert len(shadow) == len(outline(text).shadow.text)
    assert all(new in (old, "*") for old, new in zip(text, original, strict=True))
    assert "郑大成" not in original


@given(st.text())
def test_no_offset_changes_in_any_text(text: str) -> None:
    assert len(without_numbers(text)) == len(text)
    assert [i for i, c in enumerate(text) if c.isspace()] == [
        i for i, c in enumerate(without_numbers(text)) if c.isspace()
    ]


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

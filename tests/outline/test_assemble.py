"""validator.outline: front, sections and back as a whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.support import REPORT, headings, outline, report, section


def test_parts_of_a_complete_report() -> None:
    found = outline(REPORT)
    text = found.shadow.text
    assert found.title is not None
    assert text[found.front[0] : found.front[1]].startswith("云川县青禾镇人民政府")
    assert [text[a:b] for a, b in found.lead] == [p for p in text.split("\n") if p.startswith("2024年，")]
    assert [s.heading for s in found.sections if s.level == 1] == [
        "主要举措和成效",
        "存在的不足",
        "党政主要负责人履行推进法治建设第一责任人职责情况",
        "2025年工作安排",
    ]
    assert found.closing.signature is not None
    assert found.closing.signature.names == ("云川县青禾镇人民政府",)


def test_body_ends_before_the_closing() -> None:
    found = outline(REPORT)
    body = found.shadow.text[found.body[0] : found.body[1]]
    assert body.startswith("2024年，")
    assert body.rstrip().endswith("宣讲覆盖全部行政村。")


def test_last_section_does_not_hold_the_closing() -> None:
    last = section(REPORT, "2025年工作安排")
    text = outline(REPORT).shadow.text
    assert "人民政府" not in text[last.body_start : last.end]


def test_body_without_closing_ends_with_the_text() -> None:
    found = outline(report("signature", "date"))
    assert found.closing.signature is None
    assert found.closing.dates == ()
    assert found.shadow.text[: found.body[1]].rstrip().endswith("行政村。")


def test_attachments_behind_the_closing_have_no_sections_here() -> None:
    text = REPORT + "\n附件1\n一、执法人员名单\n共18人。\n二、案件清单\n共12件。\n"
    assert headings(text) == headings(REPORT)


def test_page_chrome_below_is_not_the_body() -> None:
    chrome = "\n扫一扫在手机打开当前页\n【打印】【关闭窗口】\n版权所有：云川县人民政府  ICP备12345678号\n"
    below = outline(REPORT + chrome)
    assert [s.heading for s in below.sections] == headings(REPORT)
    assert below.closing.signature is not None
    assert below.closing.dates[0].value is not None


def test_empty_and_tiny_texts() -> None:
    for text in ("", "\n\n", "。", "一、", "2025年2月8日"):
        found = outline(text)
        assert found.sections == ()
        assert found.title is None


FRAGMENTS = st.sampled_from(
    [
        "云川县青禾镇人民政府关于2024年度法治政府建设情况的报告",
        "云川县人民政府：",
        "一、主要举措和成效",
        "（一）规范执法。全年开展检查46次。",
        "二、存在的不足",
        "三、",
        "1.加强培训",
        "案卷质量不高，主要原因是培训少。",
        "（三)化解矛盾",
        "附件",
        "云川县青禾镇人民政府",
        "2025年2月18日",
        "202528日",
        "索引号：123 发布日期：2025-03-01",
        "打印本页",
        "",
        "　　",
        "# 第一部分",
        "）推进普法",
    ]
)


@given(st.lists(FRAGMENTS, max_size=25).map("\n".join) | st.text(max_size=200))
def test_sections_of_any_text_are_ordered_and_in_bounds(text: str) -> None:
    found = outline(text)
    length = len(found.shadow.text)
    assert 0 <= found.body[0] <= found.body[1] <= length
    for i, s in enumerate(found.sections):
        assert s.ordinal == i
        assert 0 <= s.start <= s.heading_start <= s.heading_end <= s.body_start <= s.end <= length
        assert s.own_end <= s.end
        assert 1 <= s.level <= 9
        assert s.parent < i
        if s.parent >= 0:
            assert found.sections[s.parent].level < s.level
            assert found.sections[s.parent].start <= s.start
    starts = [s.start for s in found.sections]
    assert starts == sorted(starts)


@given(st.lists(FRAGMENTS, max_size=25).map("\n".join))
def test_paragraphs_quote_the_shadow(text: str) -> None:
    found = outline(text)
    for p in found.paragraphs:
        assert found.shadow.text[p.start : p.end].startswith(p.text)


@given(st.lists(FRAGMENTS, max_size=25).map("\n".join))
def test_heading_offsets_quote_the_heading(text: str) -> None:
    found = outline(text)
    for s in found.sections:
        assert found.shadow.text[s.heading_start : s.heading_end] == s.heading

"""validator.outline.headings: where a heading ends, and headings inside a line."""

from __future__ import annotations

import pytest

from tests.support import headings, outline, section

TEXT = "全年开展联合检查46次，办理案件12件，案卷评查全部合格，执法人员全部持证上岗，没有发生败诉案件。"


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("一、规范行政执法", "规范行政执法"),
        (f"一、规范行政执法。{TEXT}", "规范行政执法"),
        (f"（一）规范行政执法。{TEXT}", "规范行政执法"),
        (f"（一）规范行政执法：{TEXT}", "规范行政执法"),
        (f"1.规范行政执法。{TEXT}", "规范行政执法"),
        (f"（一）规范行政执法。一是配备设备。{TEXT}二是加强培训。", "规范行政执法"),
        (f"（一）规范行政执法一是配备设备。{TEXT}二是加强培训。", "规范行政执法"),
        (f"一、规范行政执法 {TEXT}", "规范行政执法"),
        ("第一部分 规范行政执法", "规范行政执法"),
        ("一、加强领导，压实责任，推动法治政府建设各项任务落实", "加强领导，压实责任，推动法治政府建设各项任务落实"),
    ],
)
def test_end_of_a_heading(line: str, heading: str) -> None:
    assert headings(f"{line}\n{TEXT}\n") == [heading]


def test_body_begins_behind_the_stop() -> None:
    text = f"一、规范行政执法。{TEXT}\n"
    s = section(text, "规范行政执法")
    assert text[s.body_start : s.end].strip() == TEXT


def test_sentence_as_heading_of_a_province() -> None:
    sentence = "全面贯彻党的二十大精神，深入学习贯彻习近平法治思想，持续提升依法行政能力和水平，扎实推动法治政府建设的举措和成效"
    assert headings(f"一、{sentence}\n（一）规范执法。{TEXT}\n")[0] == sentence


def test_heading_without_any_stop_is_fused() -> None:
    text = f"一、规范行政执法，{TEXT[:-1]}，{TEXT}\n"
    (s,) = outline(text).sections
    assert s.fused
    assert s.heading == "规范行政执法"


def test_headings_inside_one_line() -> None:
    text = f"一、主要举措。{TEXT}（一）规范执法。{TEXT}（二）化解矛盾。{TEXT}二、存在的不足。{TEXT}"
    assert headings(text) == ["主要举措", "规范执法", "化解矛盾", "存在的不足"]


def test_reference_to_a_heading_in_a_sentence_is_none() -> None:
    assert headings(f"一、规范执法\n按照方案（一）的要求，{TEXT}\n") == ["规范执法"]


def test_list_in_a_sentence_is_no_run_of_headings() -> None:
    text = f"1.规范执法。{TEXT}主要做法有（一）配备设备；（二）加强培训；（三）评查案卷。\n"
    assert headings(text) == ["规范执法"]


def test_plain_heading_needs_text_below_it() -> None:
    assert headings(f"{TEXT}\n规范行政执法行为\n{TEXT}\n深化法治宣传教育\n{TEXT}\n") == [
        "规范行政执法行为",
        "深化法治宣传教育",
    ]
    assert headings(f"{TEXT}\n规范行政执法行为") == []


@pytest.mark.parametrize(
    "line", ["检查46次。", "特此报告", "附件：名单", "（此件公开）", "abc 123", "注：数据截至年底"]
)
def test_no_plain_heading(line: str) -> None:
    assert headings(f"一、规范执法\n{TEXT}\n{line}\n{TEXT}\n") == ["规范执法"]


TITLE = "云川县水利局2024年度法治政府建设情况报告"


@pytest.mark.parametrize("sign", ["一、", "（一）", "第一部分 ", "1.", "1、", ""])
def test_first_heading_directly_below_the_title(sign: str) -> None:
    second = sign.replace("一", "二").replace("1", "2")
    text = f"{TITLE}\n\n{sign}规范行政执法行为\n{TEXT}\n{second}深化法治宣传教育\n{TEXT}\n"
    assert headings(text) == ["规范行政执法行为", "深化法治宣传教育"]


def test_markdown_hashes() -> None:
    text = f"# {TITLE}\n\n{TEXT}\n\n## 主要举措\n{TEXT}\n\n### 规范执法\n{TEXT}\n\n## 存在的不足\n{TEXT}\n"
    levels = {s.heading: s.level for s in outline(text).sections}
    assert levels["主要举措"] == levels["存在的不足"] < levels["规范执法"]


def test_markdown_heading_directly_below_the_title() -> None:
    assert headings(f"# {TITLE}\n\n## 主要举措\n{TEXT}\n\n## 存在的不足\n{TEXT}\n") == ["主要举措", "存在的不足"]


@pytest.mark.parametrize("mark", ["#", "##", "###"])
def test_headings_may_have_the_level_of_the_title(mark: str) -> None:
    text = f"# {TITLE}\n\n{mark} 主要举措\n{TEXT}\n\n{mark} 存在的不足\n{TEXT}\n"
    assert headings(text) == ["主要举措", "存在的不足"]
    assert {s.level for s in outline(text).sections} == {1}


def test_lines_above_the_body_are_no_headings_whatever_their_level() -> None:
    text = f"# {TITLE}\n# 云水发〔2025〕4号\n# 云川县人民政府：\n# 一、主要举措\n{TEXT}\n# 二、存在的不足\n{TEXT}\n"
    assert headings(text) == ["主要举措", "存在的不足"]
    found = outline(text)
    assert found.addressee is not None
    assert found.document_number is not None


def test_row_of_a_table_is_no_heading() -> None:
    assert headings(f"{TITLE}\n一、主要举措\n行政检查次数 | 46\n{TEXT}\n") == ["主要举措"]


BRACKETS = f"{TITLE}\n\n2024年，本局依法履职。\n【主要举措和成效】\n{{first}}{TEXT}\n【存在的不足】\n{TEXT}\n"


@pytest.mark.parametrize("first", ["", "（一）规范执法。", "1.规范执法。", "▶ 规范执法。"])
def test_headings_in_brackets_below_a_short_introduction(first: str) -> None:
    text = BRACKETS.format(first=first)
    tops = [s for s in outline(text).sections if s.level == 1]
    assert [s.heading for s in tops] == ["主要举措和成效", "存在的不足"]
    shadow = outline(text).shadow.text
    assert [shadow[s.start : s.heading_end] for s in tops] == ["【主要举措和成效】", "【存在的不足】"]


def test_a_line_with_a_date_is_no_heading() -> None:
    text = f"{TITLE}\n青禾发布　2025年3月12日\n\n{TEXT}\n一、主要举措和成效\n{TEXT}\n"
    assert headings(text) == ["主要举措和成效"]


@pytest.mark.parametrize(
    "heading",
    [
        "存在短板及努力方向",
        "存在问题及下一步打算",
        "存在的不足",
        "当前工作中存在的主要问题和不足",
        "主要问题",
        "短板与不足",
        "法治政府建设存在的差距及原因",
        "存在问题的原因",
        "原因分析",
        "下一步工作打算",
        "2025年工作安排",
    ],
)
def test_heading_closed_by_a_colon_on_the_line_of_its_body(heading: str) -> None:
    assert headings(f"一、主要举措\n{TEXT}\n{heading}：一是设备不足。{TEXT}\n") == ["主要举措", heading]
    assert headings(f"一、主要举措\n{TEXT}\n{heading}：\n{TEXT}\n") == ["主要举措", heading]


@pytest.mark.parametrize(
    "words",
    [
        "主要做法",
        "联系人",
        "地址",
        "会议强调",
        "还存在一些短板",
        "我局仍存在以下问题",
        "发现问题",
        "突出问题",
        "突出问题及整改",
        "问题线索",
        "针对存在的问题",
        "困难和群众",
        "下一步，我局将",
        "主要原因",
    ],
)
def test_other_words_before_a_colon_are_no_heading(words: str) -> None:
    assert headings(f"一、主要举措\n{TEXT}\n{words}：{TEXT}\n") == ["主要举措"]


def test_heading_closed_by_a_colon_does_not_lower_the_others() -> None:
    text = f"（一）规范执法。{TEXT}\n（二）加强学习。{TEXT}\n存在的不足：{TEXT}\n"
    assert [s.level for s in outline(text).sections] == [1, 1, 1]
    text = f"2024年，{TEXT}\n规范执法\n{TEXT}\n加强学习\n{TEXT}\n存在的不足：{TEXT}\n"
    assert [s.level for s in outline(text).sections] == [1, 1, 2]


def test_heading_closed_by_a_colon_takes_no_lost_number() -> None:
    text = f"一、规范执法\n{TEXT}\n存在的不足：{TEXT}\n三、加强学习\n{TEXT}\n"
    assert [(s.level, s.family) for s in outline(text).sections] == [(1, "cn"), (2, "plain"), (1, "cn")]

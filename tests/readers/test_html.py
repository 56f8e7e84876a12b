"""validator.readers.html: a saved web page, with the places of its source."""

from __future__ import annotations

import html
import time
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import DATE, REPORT, SIGNATURE
from validator.errors import ReadError
from validator.model.document import Block, Document
from validator.model.result import Assessment
from validator.outline import outline_of
from validator.pipeline import assess, check, load_pack
from validator.readers.html import read
from validator.readers.mht import read as read_mht
from validator.text import normalise

WEB = Path(__file__).parents[2] / "fixtures" / "labelled" / "web"
LINES = [line for line in REPORT.splitlines() if line]
TITLE = "云川县青禾镇人民政府关于2024年度法治政府建设情况的报告"
BODY = "".join(f"<p>{line}</p>\n" for line in LINES[2:])


def page(source: str) -> Document:
    return read(source.encode(), "a.html")


def text(source: str) -> str:
    return page(source).text


def lines(source: str) -> list[str]:
    return [line for line in text(source).splitlines() if line]


def block(source: str, start: str) -> Block:
    found = page(source)
    return next(b for b in found.blocks if found.text[b.start : b.end].startswith(start))


def assessed(source: str) -> Assessment:
    return assess(page(source), load_pack())


def summary(a: Assessment) -> object:
    return a.status, a.score, a.facts and a.facts._replace(spans=()), [(r.rule, r.outcome) for r in a.results]


# --- what is text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>法治</p><p>政府</p>", ["法治", "政府"]),
        ("<div>法治<br>政府<br/>建设</div>", ["法治", "政府", "建设"]),
        ("<P>法治</P><DIV>政府</DIV>", ["法治", "政府"]),
        ("<p><span>2</span><span>0</span><span>2</span>4年</p>", ["2024年"]),
        ("<p>法治</p></body></html>\n<p>政府</p>", ["法治", "政府"]),
        ("<p>法<ruby>治<rp>(</rp><rt>zhì</rt><rp>)</rp></ruby>政府</p>", ["法治政府"]),
        ("<p>A&amp;B&lt;C&#12288;&#x6cd5;&hellip;</p>", ["A&B<C　法…"]),
        ("<p>a < b 且 c & d</p>", ["a < b 且 c & d"]),
        ("<p>法治<del>旧文</del>政府</p>", ["法治政府"]),
        ("<script>一、脚本</script><style>p{}</style><title>标题</title><p>正文</p>", ["正文"]),
        ("<script>if (a<b) '</p>'</script><p>正文</p>", ["正文"]),
        ("<p>法治<!-- 注释 > -->政府</p><!-- <p>没有</p> --><!--><p>建设</p>", ["法治政府", "建设"]),
        ("<p>法治<![if !supportLists]>一、<![endif]>政府</p>", ["法治一、政府"]),
        ("<p>法治<!--[if !supportLists]-->一、<!--[endif]-->政府<!--[if mso]>没有<![endif]--></p>", ["法治一、政府"]),
        ("<p title='a>b' data-x=\"<p>c\">法治</p>", ["法治"]),
        ('<p align=center">法治</p><p>政府</p>', ["法治", "政府"]),
        ("<textarea>法治\n政府</textarea>", ["法治", "政府"]),
        ("<pre>法治\n政府</pre>", ["法治", "政府"]),
        (
            "<div style='white-space: pre-wrap'>法治\n政府<b>建\n设</b></div><p>完\n毕</p>",
            ["法治", "政府建", "设", "完毕"],
        ),
        ("<form>文号：<input value='青发〔2025〕4号'></form>", ["文号： 青发〔2025〕4号"]),
        ("<input type=hidden value=密><input type=submit value=搜索><input placeholder=请输入>正文", ["正文"]),
        ("<svg><path d=''/><title>图</title></svg>正文", ["正文"]),
        ("<noscript>请打开脚本。</noscript><p>正文。</p>", ["正文。"]),
    ],
)
def test_text(source: str, expected: list[str]) -> None:
    assert lines(source) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display:none'>暗</p>",
        '<p STYLE="COLOR: red; DISPLAY : NONE">暗</p>',
        "<div hidden><p>暗</p></div>",
        "<span style='visibility: hidden'>暗<b>暗</b></span>",
        "<span style='display:none'><span>暗</span></span>",
        "<span style='mso-hide:all'>暗</span>",
    ],
)
def test_hidden_elements_are_not_read(hidden: str) -> None:
    assert text(f"<p>明。{hidden}亮</p>").count("暗") == 0
    assert "亮" in text(f"<p>明。{hidden}亮</p>")


def test_words_about_hiding_hide_nothing() -> None:
    assert lines("<p class='hidden none' data-a='display:none' aria-hidden=true>明。</p>") == ["明。"]


def test_a_page_that_shows_no_sentence_keeps_its_text_hidden() -> None:
    assert lines("<p>首页</p><div style='display:none'><p>全年开展检查46次。</p></div>") == [
        "首页",
        "全年开展检查46次。",
    ]


def test_lines_of_the_source_are_no_lines_of_the_text() -> None:
    assert lines("<p>法治政\n      府建\r\n设，\n第<b>一</b>\n<i>项</i> two\nwords</p>") == [
        "法治政府建设，第一项 two words"
    ]


def test_blocks_are_set_apart_and_line_ends_in_a_narrow_page_are_not() -> None:
    assert text("<div>法治</div><div>政府</div>") == "法治\n\n政府"
    assert text("<div>法治<br>政府</div>") == "法治\n政府"
    assert text(f"<div>法治<br>政府<br>{'长' * 90}</div>").startswith("法治\n\n政府\n\n长")


def test_xhtml() -> None:
    source = (
        "<?xml version='1.0'?>\n<html xmlns='x'><script src='a.js'/><div class='c'/><p>法治</p><a name='b'/>政府</html>"
    )
    assert lines(source) == ["法治", "政府"]


def test_word_numbers_of_lists() -> None:
    source = (
        "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>一、<span\n"
        "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>主要举措<o:p></o:p></p>"
    )
    assert lines(source) == ["一、\xa0\xa0 主要举措"]


# --- places


def test_places_are_those_of_the_source() -> None:
    source = "<html>\n<p>法治<b>政府</b>\n   建设&nbsp;&lt;完</p>\n<h2>标题</h2>"
    assert (block(source, "法治").line, block(source, "法治").column) == (2, 4)
    assert (block(source, "政府").line, block(source, "政府").column) == (2, 9)
    assert (block(source, "建设").line, block(source, "建设").column) == (3, 4)
    assert (block(source, "<").line, block(source, "<").column) == (3, 12)
    assert (block(source, "完").line, block(source, "完").column) == (3, 16)
    assert (block(source, "标题").line, block(source, "标题").level) == (4, 2)
    assert block("文号：<input\n  value='青发1号'>", "青发").line == 2
    assert block("文号：<input\n  value='青发1号'>", "青发").column == 10


def test_evidence_quotes_the_text_and_tells_its_place() -> None:
    source = f"<html><body>\n<h1>{TITLE}</h1>\n{BODY}</body></html>"
    results = {r.rule: r for r in assessed(source).results}
    rows = source.split("\n")
    for rule in ("title", "shortcomings", "next-year-plan", "issuing-body", "date"):
        for e in results[rule].evidence:
            assert e.line is not None and e.end_line is not None
            assert rows[e.line - 1][e.column - 1 :].startswith(e.text.split("\n")[0][:8]), rule


@pytest.mark.parametrize("path", sorted(WEB.glob("*.*htm*")), ids=lambda p: p.name)
def test_every_block_stands_where_it_says(path: Path) -> None:
    data = path.read_bytes()
    encoding = {"02": "gb18030", "15": "big5"}.get(path.name[:2], "utf-8")
    assert_placed(read(data, path.name), data.decode(encoding).replace("\r\n", "\n"))


def assert_placed(document: Document, source: str) -> None:
    rows = source.split("\n")
    for b in document.blocks:
        shown = document.text[b.start : b.end].split("|")[0].strip("　 \xa0\t")
        if b.label or not shown:
            continue
        assert b.line is not None
        there = html.unescape(rows[b.line - 1][b.column - 1 :])
        assert there.lstrip("　").startswith(shown.lstrip("　")), (b, shown, there[:20])


def test_marks_of_the_page_itself_do_no_harm() -> None:
    own = chr(0xF0000) + chr(0x10FFFD)
    assert "".join(c for c in text(f"<p>法{own}治&#xF0001;政&#983043;府</p>") if c != "\u200b") == "法治政府"
    assert block(f"<p>法{own}治<b>政府</b></p>", "政府").column == 11


# --- lists, headings, tables


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ("<ol start=3><li>甲</li><li value=7>乙</li><li>丙</li></ol>", ["3.甲", "7.乙", "8.丙"]),
        ("<ol type=A><li>甲</li></ol><ol type=i><li>乙</li></ol>", ["A.甲", "i.乙"]),
        ("<ol style='list-style-type: cjk-ideographic'><li><p>甲</p></li></ol>", ["一、甲"]),
        ("<ol style='list-style: simp-chinese-informal inside' start=11><li>甲</li></ol>", ["十一、甲"]),
        ("<ol><li>甲<ol><li>乙</li></ol></li><li>丙</li></ol>", ["1.甲", "1.乙", "2.丙"]),
        ("<ol><li>2024年</li></ol>", ["1. 2024年"]),
        ("<ol><li>一、甲</li><li>（二）乙</li><li>3.丙</li></ol>", ["一、甲", "（二）乙", "3.丙"]),
        ("<ol style='list-style:none'><li>甲</li></ol><ul><li>乙</li></ul>", ["甲", "乙"]),
        ("<ol class='breadcrumb'><li>首页</li></ol><nav><ol><li>新闻</li></ol></nav>", ["首页", "新闻"]),
        ("<ol><li><a href='/'>首页</a></li><li><a href='/x'>公开</a></li></ol>", ["› 首页 | 公开"]),
    ],
)
def test_numbers_of_lists(source: str, expected: list[str]) -> None:
    assert lines(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "<ol><li><h1>甲</h1></ol><p>（一）乙</p><ol start=2><li><h1>2024年</h1></ol>",
            ["一、甲", "（一）乙", "二、2024年"],
        ),
        ("<ol><li><h2>甲</h2><ol><li><h4>乙</h4></ol></ol>", ["一、甲", "（一）乙"]),
        ("<ol><li><h1>甲</h1></ol><h2>（一）乙</h2><ol><li><h3>丙</h3></ol>", ["一、甲", "（一）乙", "1.丙"]),
        (
            "<h2>甲</h2><ol><li><h3>乙</h3></ol><h2>丙</h2><ol><li><h3>丁</h3></ol>",
            ["甲", "（一）乙", "丙", "（一）丁"],
        ),
        ("<ol><li><h3>甲</h3></ol><p><b>一</b>、乙</p>", ["1.甲", "一、乙"]),
        ("<ol><li><h3>甲。</h3></ol>", ["1.甲。"]),
        ("<ol type=A><li><h3>甲</h3></ol>", ["A.甲"]),
    ],
)
def test_numbers_of_headings_in_lists(source: str, expected: list[str]) -> None:
    assert lines(source) == expected


def test_levels_of_headings_that_a_converter_made_list_items() -> None:
    headings = ["主要举措和成效", "存在的不足", "2025年工作安排"]
    body = "".join(
        f"<ol start={i}>\n<li><h1><font>{h}</font></h1>\n</ol>\n<p>（一）规范执法。全年检查46次，没有败诉案件。</p>"
        for i, h in enumerate(headings, 1)
    )
    document = page(f"<p>{TITLE}</p>{body}")
    sections = outline_of(document, normalise(document.text)).sections
    assert [(s.level, s.number) for s in sections] == [(1, 1), (2, 1), (1, 2), (2, 1), (1, 3), (2, 1)]


# --- lists of links

OTHER = "江州市财政局2022年法治政府建设年度报告"


@pytest.mark.parametrize(
    "side",
    [
        f"<ul><li><a href=1>{OTHER}</a></li></ul>",
        f"<ul><li><a>{OTHER}</a> 2023-01-05</li><li><span>[2022年1月5日]</span><a>江州市教育局2021年总结</a></li></ul>",
        f"<div><a href=1>{OTHER}</a><br><a onclick='x()'>{OTHER}</a></div>",
        f"<aside><a href=1>{OTHER}</a></aside>",
        f"<table><tr><td><a href=1>{OTHER}</a></td><td>01-05</td></tr><tr><td><a href=2>{OTHER}</a></td></tr></table>",
        "<ul><li><a href=0>年报</a></li><li><a href=1>甲局2022年法治建设报告</a></li></ul>",
    ],
)
@pytest.mark.parametrize("after", [False, True])
def test_a_linked_item_is_no_title(side: str, after: bool) -> None:
    around = (f"<h1>{TITLE}</h1>", f"<div><h3>相关阅读</h3>{side}</div>")
    document = page("".join(around if after else around[::-1]) + BODY)
    title = outline_of(document, normalise(document.text)).title
    assert title is not None
    assert title.text == TITLE


@pytest.mark.parametrize(
    "heading",
    [f"<h1><a href=self>{TITLE}</a></h1>", f"<p><a href=self>{TITLE}</a></p>", f"<ul><a name=top>{TITLE}</a></ul>"],
)
def test_a_title_may_be_a_link_to_itself_or_an_anchor(heading: str) -> None:
    document = page(heading + BODY)
    title = outline_of(document, normalise(document.text)).title
    assert title is not None
    assert title.text == TITLE


@pytest.mark.parametrize("text", ["一、主要举措", "附件1：任务分工表", "全年开展检查46次。"])
def test_what_belongs_to_the_report_is_no_entry_of_a_menu(text: str) -> None:
    assert lines(f"<ul><li><a href=1>{text}</a></li></ul>") == [text]


def test_a_list_number_is_a_label() -> None:
    found = page("<ol>\n<li>规范执法</li></ol>")
    assert [(found.text[b.start : b.end], b.label, b.line, b.column) for b in found.blocks] == [
        ("1.", 2, 2, 5),
        ("规范执法", 0, 2, 5),
    ]


def test_heading_levels() -> None:
    source = f"<h1>站名</h1><h3>小标题</h3><p>文</p><h4>{'长' * 70}</h4><h4>一句话。</h4><h2>没有关闭<p>正文</p>"
    assert [block(source, start).level for start in ("站名", "小标题", "文", "长长", "一句话", "没有", "正文")] == [
        1,
        3,
        0,
        0,
        0,
        2,
        0,
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "<table><tr><td>文号</td><td>甲</td><td>&nbsp;</td><td>日期</td><td>乙</td></tr></table>",
            ["文号 | 甲 | 日期 | 乙"],
        ),
        ("<table><tr>\n<td>成文日期</td>\n<td>\n2025-01-02\n</td>\n</tr></table>", ["成文日期    2025-01-02"]),
        ("<table><tr><td></td><td>标题</td><td> </td></tr></table>", ["标题"]),
        ("<table><tr><td>首页<br>新闻</td><td>标题<br>正文</td></tr></table>", ["首页", "新闻", "标题", "正文"]),
        (f"<table><tr><td>首页</td><td>{'长' * 120}</td></tr></table>", ["首页", "长" * 120]),
    ],
)
def test_tables(source: str, expected: list[str]) -> None:
    assert lines(source) == expected


FIELDS = (
    ("索引号", "X1"),
    ("发布机构", "云川县司法局"),
    ("标题", TITLE),
    ("文号", "青政发〔2025〕4号"),
    ("成文日期", "2025-02-18"),
    ("发布日期", "2025-03-03"),
)


def every(form: str) -> str:
    return "".join(form.format(key=key, value=value) for key, value in FIELDS)


@pytest.mark.parametrize(
    "header",
    [
        f"<table>{every('<tr><td>{key}</td><td>{value}</td></tr>')}</table>",
        f"<table>{every('<tr><th>{key}：</th> <td> {value} </td></tr>')}</table>",
        f"<table><tr>{every('<td>{key}</td><td>{value}</td>')}</tr></table>",
        "<table><tr><td>索&nbsp;引&nbsp;号：</td><td>X</td><td>信息类型：</td><td>司法</td></tr>"
        "<tr><td>文&nbsp;&nbsp;&nbsp;&nbsp;号：</td><td>青政发〔2025〕4号</td><td>成文日期：</td><td>2025年02月18日</td></tr>"
        f"<tr><td>标　　题：</td><td colspan=3>{TITLE}</td></tr><tr><td>有效性</td><td></td><td>发布日期：</td><td>2025-03-03</td></tr></table>",
        f"<ul>{every('<li><span>{key}：</span>{value}</li>')}</ul>",
        f"<ul>{every('<li><b>[{key}]</b> <em>{value}</em></li>')}</ul>",
        f"<dl>{every('<dt>{key}：</dt><dd>{value}</dd>')}</dl>",
        f"<dl><dt>有效性</dt><dd></dd>{every('<dt>{key}</dt><dd>{value}</dd>')}</dl>",
        every("<div><label>{key}：</label><span>{value}</span></div>"),
        f"<div>{every('<span>{key}：{value}</span>')}</div>",
        f"<p>{every('【{key}】{value}')}</p>",
        f"<p>{every('[ {key} ] {value} ')}</p>",
    ],
)
def test_header_tables_in_any_layout(header: str) -> None:
    body = BODY.replace(f"<p>{DATE}</p>", "")
    facts = assessed(f"<div>首页 &gt; 公开</div>{header}<h2>{TITLE}</h2>{body}").facts
    assert facts is not None
    assert (facts.title, facts.document_number) == (TITLE, "青政发〔2025〕4号")
    assert (facts.issued_on, facts.published_on) == ("2025-02-18", "2025-03-03")


# --- meta tags


def test_meta_tags_are_header_lines() -> None:
    source = (
        "<html>\n<meta name='ArticleTitle' content='甲&amp;乙'>\n<META content=2025-01-02 NAME=PUBDATE>\n"
        "<meta name=contentsource content=' 青禾镇 '><meta name=keywords content=x>\n<p>正文</p>"
    )
    found = page(source)
    assert found.text == "网页标题：甲&乙\n网页发布日期：2025-01-02\n网页来源：青禾镇\n\n正文"
    assert [(b.line, b.column, b.label) for b in found.blocks[:4]] == [(2, 36, 5), (2, 36, 0), (3, 15, 7), (3, 15, 0)]


def test_without_meta_tags_there_are_no_such_lines() -> None:
    assert text("<meta name=ArticleTitle content=''><meta charset=utf-8><title>标题</title><p>正文</p>") == "正文"


def test_what_the_page_shows_goes_before_its_meta_tags() -> None:
    meta = "<meta name=ArticleTitle content='云川县青禾镇人民政府2021年度法治政府建设情况报告'><meta name=PubDate content=2022-01-01>"
    shown = assessed(f"{meta}<h1>{TITLE}</h1><p>发布日期：2025-03-03</p>{BODY}").facts
    unseen = assessed(f"{meta}{BODY}").facts
    assert shown is not None and unseen is not None
    assert (shown.title, shown.published_on) == (TITLE, "2025-03-03")
    assert (unseen.title, unseen.published_on) == ("云川县青禾镇人民政府2021年度法治政府建设情况报告", "2022-01-01")


# --- the same verdict as for the text


def br(rows: list[str]) -> str:
    return f"<div>{'<br>'.join(rows)}</div>"


def paragraphs(rows: list[str]) -> str:
    return "".join(f"<p>{row}</p>\n" for row in rows)


def one_cell(rows: list[str]) -> str:
    return f"<table><tr><td>菜单</td></tr><tr><td>{paragraphs(rows)}</td></tr></table>"


def characters(rows: list[str]) -> str:
    return "".join(f"<div>{''.join(f'<span>{c}</span>' for c in row)}</div>" for row in rows)


def broken(rows: list[str]) -> str:
    return paragraphs([row[:7] + "\n  " + row[7:] if len(row) > 40 else row for row in rows])


@pytest.mark.parametrize("form", [br, paragraphs, one_cell, characters, broken])
def test_the_same_verdict_as_for_the_text(form: object) -> None:
    assert callable(form)
    plain = check(REPORT.encode(), "a.txt")
    found = assessed(f"<html><body>{form(LINES)}</body></html>")
    assert summary(found) == summary(plain)


@pytest.mark.parametrize("site", ["云川县人民政府", "云川县人民政府门户网站", "云川县司法局"])
@pytest.mark.parametrize("level", ["h1", "h2", "p"])
def test_the_name_of_the_site_is_no_part_of_the_title(site: str, level: str) -> None:
    found = assessed(f"<header><h1>{site}</h1></header><{level}>{TITLE}</{level}>{BODY}")
    assert found.facts is not None
    assert (found.facts.title, found.facts.unit) == (TITLE, SIGNATURE)


@pytest.mark.parametrize("heading", ["<p><b>{}</b></p>", "<h2>{}</h2>", "<h4>{}</h4>"])
@pytest.mark.parametrize("title", ["<h1>{}</h1>", "<h3>{}</h3>", "<p>{}</p>"])
def test_headings_without_numbers(heading: str, title: str) -> None:
    body = "".join(
        heading.format(row[2:]) if row[1] == "、" else f"<p>{row}</p>" for row in LINES[3:] if not row.startswith("（")
    )
    achieved = (
        "<p>全年开展联合检查46次，办理案件12件，案卷评查全部合格，执法人员18人全部持证上岗，配备记录仪20台。</p>" * 3
    )
    shown = title.format(TITLE) + "<p>发布时间：2025-02-20</p>" + body
    first = heading.format("主要举措和成效")
    found = assessed(shown.replace(first, first + achieved) + "<h3>相关推荐</h3><ul><li>青禾镇2023年工作总结</li></ul>")
    outcomes = {r.rule: r.outcome for r in found.results}
    assert [outcomes[r] for r in ("title", "achievements", "first-responsible-person", "next-year-plan")] == [
        "pass"
    ] * 4


# --- encodings


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "gb2312"),
        ("utf-8", "gb2312"),
        ("utf-8", ""),
        ("gb18030", "gb2312"),
        ("gb18030", "GBK"),
        ("gb18030", "utf-8"),
        ("gb18030", "iso-8859-1"),
        ("gb18030", "idna"),
        ("gb18030", ""),
        ("utf-16", "utf-16"),
    ],
)
def test_encoding(encoding: str, declared: str) -> None:
    source = (
        f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">{paragraphs([*LINES, "朱镕基㳇"])}'
    )
    found = read(source.encode(encoding), "a.html").text
    assert [line for line in found.splitlines() if line] == [*LINES, "朱镕基㳇"]


def test_big5_that_is_declared() -> None:
    source = '<?xml version="1.0" encoding="big5"?><p>關於2024年度法治政府建設情況的報告</p>'
    assert lines_of(read(source.encode("big5"), "a.htm")) == ["關於2024年度法治政府建設情況的報告"]


def lines_of(document: Document) -> list[str]:
    return [line for line in document.text.splitlines() if line]


# --- what cannot be read


@pytest.mark.parametrize(
    ("data", "zh", "en"),
    [
        (b"<frameset cols=20%,*><frame src=a.htm><noframes>no</noframes></frameset>", "框架", "frames"),
        (b"<body><iframe src=a.htm></iframe></body>", "框架", "frames"),
        (b"<html><body><script>load()</script></body></html>", "没有文字", "no text"),
        ("法治政府建设\n一、成效".encode(), "不是网页", "not a web page"),
        (b"\x00\x01\x02\x03" * 500, "不是文本", "not text"),
        (b"<p>x</p>" * 400_000, "100 万", "million"),
    ],
)
def test_errors_say_what_to_do(data: bytes, zh: str, en: str) -> None:
    with pytest.raises(ReadError) as raised:
        read(data, "a.html")
    assert zh in raised.value.what.zh
    assert en in raised.value.what.en
    assert raised.value.hint.zh and raised.value.hint.en


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf"])
def test_an_empty_file_is_an_empty_document(data: bytes) -> None:
    assert read(data, "a.html").text == ""


def test_hash_name_and_format() -> None:
    data = b"<p>x</p>"
    found = read(data, "a.htm")
    assert (found.name, found.format, found.sha256) == ("a.htm", "html", sha256(data).hexdigest())


HOSTILE = {
    "one line": "<p>" + "法治政府，" * 400_000,
    "spaces": "<p>法" + " " * 2_000_000 + "治</p>",
    "line ends": "<p>法" + "\n" * 2_000_000 + "治</p>",
    "lines": "<pre>" + "x\n" * 1_000_000,
    "open comments": "<p>x" + "<!-- -" * 300_000,
    "open scripts": "<p>x" + "<script" * 300_000,
    "open quotes": "<p>x" + '<a b="' * 300_000,
    "equals": "<p " + "=" * 2_000_000 + ">x",
    "attributes": "<p " + " ".join(f"a{i}=b" for i in range(200_000)) + ">x",
    "styles": '<p style="' + "display" * 300_000 + ' none">x',
    "word": "<p " + "a" * 2_000_000 + ">x",
    "deep": "<div>" * 300_000 + "x",
    "deep inline": "<span hidden>" * 300_000 + "x",
    "fonts": "".join(f"<p><font size={i} style='display:none{i}'>x" for i in range(100_000)),
    "unmatched": "<section></div><li>" * 100_000,
    "tables": "<table><tr><td>x" * 100_000,
    "lists": "<ol><li>x" * 100_000,
    "entities": "<p>" + "&nbsp;&lt;" * 300_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_page_takes_long(name: str) -> None:
    data = HOSTILE[name].encode()
    start = time.process_time()
    try:
        assert read(data, "a.html").text
    except ReadError as error:
        assert error.hint.zh
    assert time.process_time() - start < 10


def test_places_end_where_the_marks_do() -> None:
    found = page("<i>甲</i><b>乙</b> " * 70_000)
    assert found.text.startswith("甲乙 甲乙")
    assert found.notes and "行号" in found.notes[0].zh
    huge = page("<pre>" + "x\n" * 300_000 + "</pre>")
    assert not huge.blocks
    assert huge.notes and "行号" in huge.notes[0].zh


@given(st.binary(max_size=300))
def test_any_bytes_are_a_document_or_a_read_error(data: bytes) -> None:
    for reader in (read, read_mht):
        try:
            found = reader(data, "a.html")
        except ReadError as error:
            assert error.where == "a.html"
            assert error.what.zh and error.hint.zh
        else:
            assert all(0 <= b.start <= b.end <= len(found.text) for b in found.blocks)


PARTS = (
    "<p>¦</p>¦<b>¦</b>¦<table>¦<tr>¦<td>¦</td>¦</table>¦<ol>¦<li>¦</ol>¦<h2>¦</h2>¦<br>¦<pre>¦</pre>¦<ruby>¦<rt>¦</rt>"
)
PARTS += (
    "¦<!--¦-->¦<span hidden>¦</span>¦<textarea>¦<script>¦<div style='white-space:pre'>¦</div>¦<input value='法 治'>"
)
PARTS += "¦法治¦政府 ¦\n¦  ¦\t¦&nbsp;¦&lt;¦<¦&¦x¦　　¦2024¦<meta name=pubdate content=2024-01-02>¦<noscript>¦来源：¦。"


@given(st.lists(st.sampled_from(PARTS.split("¦")), max_size=30))
def test_blocks_of_any_page_stand_where_they_say(parts: list[str]) -> None:
    source = "".join(parts)
    try:
        found = page(source)
    except ReadError:
        return
    assert_placed(found, source)
    assert max(found.text, default="") < chr(0xF0000)

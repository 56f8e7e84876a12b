"""validator.readers.docx: Word files as somebody reads them who sees them in Word."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import docx as python_docx
import pytest
from docx.enum.text import WD_BREAK

from tests.readers import wordmaker as word
from tests.readers.wordmaker import abstract, docx, level, num, paragraph, run, style, table, zipped
from tests.support import REPORT
from validator.errors import ReadError
from validator.model.document import Cell, Document
from validator.pipeline import assess, load_pack
from validator.readers import docx as reader
from validator.readers import text as text_reader
from validator.readers.docx import read

LONG = "全年开展联合检查46次，办理案件12件，案卷评查全部合格，执法人员全部持证上岗，没有发生败诉案件，也没有引起复议。"
HEADINGS = (
    style("Normal")
    + style("H1", "heading 1", "Normal", '<w:outlineLvl w:val="0"/>')
    + style("H2", "heading 2", "Normal", '<w:outlineLvl w:val="1"/>')
    + style("Own", "章标题", "H2")
    + style("Named", "Heading 3")
    + style("Title", "Title", "Normal")
    + style("Toc1", "toc 1", "Normal")
)
LISTS = abstract(
    0, level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3.")
) + num(1, 0)


def document(*content: str, **related: str) -> Document:
    return read(docx(*content, **related), "a.docx")


def text(*content: str, **related: str) -> str:
    return document(*content, **related).text


def inside(content: str) -> str:
    """Return the text of one paragraph with *content*."""
    return text(f"<w:p>{content}</w:p>")


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read(data, "a.docx")
    assert caught.value.hint.zh
    return caught.value.what.zh


def field(instruction: str, result: str, separate: bool = True) -> str:
    middle = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run(result) if separate else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>{middle}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


# Text


def test_paragraphs_are_lines() -> None:
    found = document(paragraph("甲"), paragraph(), paragraph("乙"), paragraph("丙"))
    assert found.text == "甲\n\n乙\n丙"
    assert found.format == "docx"
    assert [b.paragraph for b in found.blocks] == [1, 2, 3, 4]
    assert [found.text[b.start : b.end] for b in found.blocks] == ["甲", "", "乙", "丙"]
    assert [b.line for b in found.blocks] == [1, 2, 3, 4]


def test_file_of_python_docx() -> None:
    made = python_docx.Document()
    made.add_heading("云川县2024年度法治政府建设情况报告", 0)
    made.add_heading("一、主要举措", 1)
    lines = made.add_paragraph("甲")
    lines.add_run("乙").bold = True
    lines.add_run().add_break()
    lines.add_run("丙").add_break(WD_BREAK.PAGE)
    stream = io.BytesIO()
    made.save(stream)
    found = read(stream.getvalue(), "a.docx")
    assert found.text == "云川县2024年度法治政府建设情况报告\n一、主要举措\n甲乙\n丙"
    assert [(b.level, b.paragraph) for b in found.blocks] == [(0, 1), (1, 2), (0, 3), (0, 3)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (run("甲") + "<w:r><w:br/></w:r>" + run("乙"), "甲\n乙"),
        (run("甲") + "<w:r><w:cr/></w:r>" + run("乙"), "甲\n乙"),
        (run("甲") + '<w:r><w:br w:type="page"/><w:lastRenderedPageBreak/></w:r>' + run("乙"), "甲乙"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>5</w:t><w:noBreakHyphen/><w:t>6</w:t><w:softHyphen/><w:t>7</w:t></w:r>", "5-67"),
        ('<w:r><w:sym w:font="宋体" w:char="2460"/></w:r>', "①"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F082"/></w:r>', "②"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:sym/><w:sym w:char="zz"/><w:sym w:char="D800"/></w:r>', ""),
        ("<w:r><w:t>\n  甲\n  乙 </w:t></w:r>", "甲   乙"),
        ('<w:r><w:t xml:space="preserve">甲 \u2028</w:t></w:r>', "甲  "),
        ("<w:hyperlink>" + run("链接") + "</w:hyperlink>", "链接"),
        ("<w:smartTag><w:bdo>" + run("标签") + "</w:bdo></w:smartTag>", "标签"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("控件") + "</w:sdtContent></w:sdt>", "控件"),
        (
            "<w:r><w:ruby><w:rt>" + run("yáng") + "</w:rt><w:rubyBase>" + run("阳") + "</w:rubyBase></w:ruby></w:r>",
            "阳",
        ),
        ("<m:oMath><m:r><m:t>a=1</m:t></m:r></m:oMath>", "a=1"),
        (run("甲") + '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>', "甲"),
    ],
)
def test_what_stands_in_a_paragraph(content: str, expected: str) -> None:
    assert inside(content) == expected


def test_changes_are_read_as_accepted() -> None:
    moved = "<w:moveFrom>" + run("旧处") + "</w:moveFrom><w:moveTo>" + run("新处") + "</w:moveTo>"
    content = "<w:ins>" + run("新") + "</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>" + moved
    found = document(paragraph(content))
    assert found.text == "新新处"
    assert "修订" in found.notes[0].zh
    assert not document(paragraph("甲")).notes


def test_paragraph_with_a_deleted_end_goes_on_in_the_next() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    found = document(
        paragraph("甲", num="1", level=0, more=deleted), paragraph("乙", num="1", level=0), numbering=LISTS
    )
    assert found.text == "一、甲乙"
    assert text(paragraph("", more=deleted), paragraph("乙")) == "乙"
    assert text(paragraph("甲", more=deleted)) == "甲"
    assert text(paragraph("甲", more=deleted), table(["乙", "丙"])) == "甲\n乙 | 丙"


def test_hidden_text_is_not_seen() -> None:
    sheet = HEADINGS + style("Off", run="<w:vanish/>", kind="character") + style("OffP", run="<w:vanish/>")
    hidden = run("甲", "<w:vanish/>") + run("乙", '<w:vanish w:val="0"/>') + run("丙", '<w:rStyle w:val="Off"/>')
    assert text(paragraph(hidden), styles=sheet) == "乙"
    assert text(paragraph("甲", "OffP"), paragraph("乙"), styles=sheet) == "乙"
    shown = run("甲", '<w:vanish w:val="0"/>')
    assert text(paragraph(shown, "OffP"), paragraph("乙"), styles=sheet) == "甲乙"


def test_hidden_paragraph_is_not_counted_by_its_list() -> None:
    off = run("乙", "<w:vanish/>")
    mark = "<w:rPr><w:vanish/></w:rPr>"
    found = text(
        paragraph("甲", num="1", level=0),
        paragraph(off, num="1", level=0, more=mark),
        paragraph("丙", num="1", level=0),
        numbering=LISTS,
    )
    assert found == "一、甲\n二、丙"


def test_heading_with_a_hidden_end_runs_into_its_text() -> None:
    mark = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    found = document(
        paragraph("主要举措。", "H1", num="1", level=0, more=mark), paragraph(LONG), numbering=LISTS, styles=HEADINGS
    )
    assert found.text == f"一、主要举措。{LONG}"
    assert (found.blocks[0].label, found.blocks[0].level) == (2, 0)


# Fields


def test_results_of_fields_are_read_and_instructions_are_not() -> None:
    assert inside(run("第") + field("PAGE", "3") + run("页")) == "第3页"
    assert inside('<w:fldSimple w:instr=" SEQ x ">' + run("图1") + "</w:fldSimple>") == "图1"
    nested = field("IF " + "</w:instrText></w:r>" + field("PAGE", "1") + "<w:r><w:instrText> = 1", "乙")
    assert inside(nested) == "乙"
    assert inside(field("MERGEFIELD x", "", separate=False)) == ""


def test_number_in_a_circle() -> None:
    assert inside(field(r"eq \o\ac(○,3)", "", separate=False)) == "③"


def test_field_without_end_does_not_swallow_the_rest() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert text(paragraph(run("甲") + begin), paragraph("乙")) == "甲\n乙"
    assert inside('<w:r><w:fldChar w:fldCharType="end"/><w:instrText>x</w:instrText></w:r>' + run("甲")) == "甲"


@pytest.mark.parametrize("kind", ["DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE", "date"])
def test_date_that_changes_is_marked(kind: str) -> None:
    instruction = rf' {kind} \@ "yyyy年M月d日" '
    found = document(paragraph("甲"), paragraph(run("（") + field(instruction, "2025年2月18日") + run("）")))
    assert found.text == "甲\n（2025年2月18日）"
    assert [(b.review, b.paragraph, b.column) for b in found.blocks] == [
        (None, 1, 1),
        (None, 2, 1),
        ("date-field", 2, 2),
        (None, 2, 12),
    ]
    (note,) = found.notes
    assert note.zh == "第2段的日期“2025年2月18日”是自动更新的日期域，打开文件时会变，请核对并改成固定文字。"
    assert "paragraph 2" in note.en


def test_simple_date_field() -> None:
    found = document(paragraph('<w:fldSimple w:instr="DATE">' + run("2025年") + run("2月") + "</w:fldSimple>"))
    assert [(found.text[b.start : b.end], b.review) for b in found.blocks] == [("2025年2月", "date-field")]


def test_table_of_contents_stands_apart() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    found = document(
        paragraph("目录"),
        paragraph(begin + run("一、主要举措\t1")),
        paragraph(run("二、存在不足\t2") + end),
        paragraph("一、主要举措"),
    )
    assert found.text == "目录\n一、主要举措"
    assert found.apart == ("一、主要举措\t1\n二、存在不足\t2",)
    assert text(paragraph(begin + run("甲")), paragraph("乙")) == "甲\n乙"
    assert text(paragraph("一、主要举措\t1", "Toc1"), paragraph("甲"), styles=HEADINGS) == "甲"


# Numbers


def test_automatic_numbers_are_written_out() -> None:
    found = document(
        paragraph("主要举措", num="1", level=0),
        paragraph("规范执法", num="1", level=1),
        paragraph("案卷评查", num="1", level=2),
        paragraph("3个不足", num="1", level=2),
        paragraph("", num="1", level=0),
        paragraph("安排", num="1", level=0),
        numbering=LISTS,
    )
    assert found.text == "一、主要举措\n（一）规范执法\n1.案卷评查\n2. 3个不足\n二、\n三、安排"
    assert [b.label for b in found.blocks] == [2, 3, 2, 3, 2, 2]


def test_number_by_style_and_its_links() -> None:
    linked = abstract(
        0,
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>'),
    ) + num(1, 0)
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    sheet = style("Normal") + style("H1", "heading 1", properties=numbered) + style("H2", "heading 2", "H1")
    sheet += style("Own", "我的标题", "H2") + style("Bare", "无编号", "H1", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    found = document(
        paragraph("甲", "H1"),
        paragraph("乙", "H2"),
        paragraph("丙", "Own"),
        paragraph("丁", "H1", num="0"),
        paragraph("戊", "Bare"),
        paragraph("己", "H1", level=1),
        paragraph("庚", "H1"),
        styles=sheet,
        numbering=linked,
    )
    assert found.text == "一、甲\n（一）乙\n（二）丙\n丁\n戊\n（三）己\n二、庚"
    assert [b.level for b in found.blocks] == [1, 2, 2, 1, 1, 1, 1]


def test_number_of_a_list_style() -> None:
    sheet = style("Report", kind="numbering", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    lists = LISTS + abstract(7, more='<w:numStyleLink w:val="Report"/>') + num(2, 7)
    assert text(paragraph("甲", num="2", level=0), styles=sheet, numbering=lists) == "一、甲"


def test_typed_and_automatic_number_are_both_shown() -> None:
    assert text(paragraph("一、甲", num="1", level=0), numbering=LISTS) == "一、一、甲"


def test_bullets_and_unknown_lists_leave_no_trace() -> None:
    bullets = abstract(0, level(0, "bullet", "\uf06c")) + num(1, 0)
    assert text(paragraph("甲", num="1", level=0), paragraph("乙", num="9"), numbering=bullets) == "甲\n乙"


# Headings


def test_levels_of_headings() -> None:
    found = document(
        paragraph("题目", "Title"),
        paragraph("甲", "H1"),
        paragraph("乙", "Own"),
        paragraph("丙", "Named"),
        paragraph("丁", more='<w:outlineLvl w:val="3"/>'),
        paragraph("戊", "H1", more='<w:outlineLvl w:val="9"/>'),
        paragraph("己"),
        paragraph("庚", "Unknown"),
        styles=HEADINGS,
    )
    assert [b.level for b in found.blocks] == [0, 1, 2, 3, 4, 0, 0, 0]
    assert [b.level for b in document(paragraph("甲", "Heading1"), paragraph("乙", "Normal")).blocks] == [1, 0]


def test_styles_in_a_circle_end() -> None:
    sheet = style("A", base="B") + style("B", base="A")
    assert text(paragraph("甲", "A"), styles=sheet) == "甲"


def test_text_is_no_heading_whatever_its_style() -> None:
    sentence = "广东省全面贯彻党的二十大精神，扎实推动法治政府建设迈上新台阶的主要举措和取得的成效，以及全年各项重点任务的落实情况和经验做法"
    found = document(
        paragraph("主要举措", "H1"),
        paragraph(LONG, "H1"),
        paragraph("开展检查。办理案件。", "H1"),
        paragraph(sentence, "H1"),
        paragraph(run("甲") + "<w:r><w:br/></w:r>" + run("乙"), "H1"),
        *[paragraph(LONG)] * 5,
        styles=HEADINGS,
    )
    assert [b.level for b in found.blocks][:6] == [1, 0, 0, 1, 1, 0]


def test_style_of_everything_says_nothing() -> None:
    found = document(*[paragraph("甲项工作", "H1"), paragraph(LONG, "H1")] * 3, styles=HEADINGS)
    assert {b.level for b in found.blocks} == {0}
    found = document(*[paragraph("甲项工作", "H1")] * 9, styles=HEADINGS)
    assert {b.level for b in found.blocks} == {0}


# Tables, text boxes, other texts


def test_row_of_values_is_one_line() -> None:
    found = document(
        paragraph("甲"), table(["索引号", "115002"], ["发布日期", "2025-02-18", "有效性", "是"]), paragraph("乙")
    )
    assert found.text == "甲\n索引号 | 115002\n发布日期 | 2025-02-18 | 有效性 | 是\n乙"
    cells = [(found.text[b.start : b.end], b.paragraph, b.cell) for b in found.blocks]
    assert cells[1:4] == [
        ("索引号 | ", 2, Cell(1, 1, 1)),
        ("115002", 3, Cell(1, 1, 2)),
        ("发布日期 | ", 4, Cell(1, 2, 1)),
    ]
    assert cells[-1] == ("乙", 8, None)


def test_row_with_one_filled_cell_is_plain_text() -> None:
    found = document(table(["", paragraph("甲") + paragraph("乙")]), table([paragraph("", more="<w:keepNext/>")]))
    assert found.text == "甲\n乙"
    assert [b.cell for b in found.blocks] == [Cell(1, 1, 2)] * 2
    assert [b.paragraph for b in found.blocks] == [2, 3]


def test_row_of_texts_is_read_cell_by_cell() -> None:
    assert text(table([LONG + LONG, "乙"])) == f"{LONG}{LONG}\n乙"


def test_row_of_signatures_is_read_cell_by_cell() -> None:
    assert text(table(["云川县青禾镇人民政府", "2025年2月18日"])) == "云川县青禾镇人民政府\n2025年2月18日"
    assert text(table(["成文日期", "2025年2月18日"])) == "成文日期 | 2025年2月18日"


def test_cell_of_several_paragraphs() -> None:
    assert text(table([paragraph("发布") + paragraph() + paragraph("机构"), "县司法局"])) == "发布 机构 | 县司法局"


def test_merged_cells_are_read_once() -> None:
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("宽")
    first = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + paragraph("高")
    more = "<w:tcPr><w:vMerge/></w:tcPr>" + paragraph()
    found = document(table([wide, "三"], [first, "乙"], [more, "丙"]), paragraph("丁"))
    assert found.text == "宽 | 三\n高 | 乙\n丙\n丁"
    assert [b.cell for b in found.blocks][1] == Cell(1, 1, 3)
    assert [b.cell for b in found.blocks][4] == Cell(1, 3, 2)
    assert [b.paragraph for b in found.blocks] == [1, 2, 3, 4, 6, 7]


def test_tables_in_tables_and_controls() -> None:
    inner = table(["甲", "乙"])
    assert text(table([inner + paragraph()])) == "甲 | 乙\n"
    wrapped = "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc>" + paragraph("丙")
    wrapped += "</w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>"
    assert text("<w:sdt><w:sdtContent>" + paragraph("丁") + wrapped + "</w:sdtContent></w:sdt>") == "丁\n丙"


def test_deleted_row_is_left_out() -> None:
    rows = "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph("甲") + "</w:tc></w:tr></w:tbl>"
    assert text(rows, paragraph("乙")) == "乙"


def box(*content: str) -> str:
    inner = f"<w:txbxContent>{''.join(content)}</w:txbxContent>"
    choice = f"<w:drawing><wp:anchor><a:graphic><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_text_box_is_read_once() -> None:
    found = document(paragraph(box(paragraph("文件头"), paragraph("第二行")) + run("甲")), paragraph("乙"))
    assert found.text == "文件头\n第二行\n甲\n乙"
    assert [b.paragraph for b in found.blocks] == [2, 3, 1, 4]
    assert text(paragraph(run("甲") + box(paragraph("落款")))) == "甲\n落款"


def test_old_text_box() -> None:
    old = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + paragraph("甲")
    old += "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    assert text(paragraph(old)) == "甲\n"


def test_alternative_without_text_gives_way_to_the_next() -> None:
    choices = '<mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback>'
    assert inside(f"<w:r>{choices}<w:t>甲</w:t></mc:Fallback></mc:AlternateContent></w:r>") == "甲"
    block = choices.replace("<w:drawing/>", paragraph("乙")) + paragraph("丙") + "</mc:Fallback></mc:AlternateContent>"
    assert text(block) == "乙"


def test_headers_footers_and_notes_stand_apart() -> None:
    notes = (
        '<w:footnote w:type="separator"><w:p/></w:footnote><w:footnote w:id="2">' + paragraph("注一") + "</w:footnote>"
    )
    found = document(
        paragraph("甲"), header=paragraph("页眉"), footer=paragraph(run("- ") + field("PAGE", "1")), footnotes=notes
    )
    assert found.text == "甲"
    assert found.apart == ("页眉", "- 1", "注一")
    assert document(paragraph("甲"), header=paragraph("同"), footer=paragraph("同")).apart == ("同",)
    assert document(paragraph("甲"), header=paragraph(" ")).apart == ()


def test_pictures_without_text() -> None:
    def with_picture(*content: str) -> Document:
        rels = word.relations(image="media/image1.png")
        return read(
            docx(*content, parts={"word/_rels/document.xml.rels": rels, "word/media/image1.png": "x"}), "a.docx"
        )

    assert with_picture(paragraph()).unread[0].zh == "文件里只有图片，没有文字"
    assert with_picture(paragraph("甲")).unread == ()


def test_embedded_file_is_told() -> None:
    assert "嵌入" in document(paragraph("甲"), '<w:altChunk r:id="x"/>').unread[0].zh


# Packages that are not as usual


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_document_xml_alone() -> None:
    only = {"word/document.xml": parts(docx(paragraph("甲", "H1", num="1")))["word/document.xml"]}
    assert read(zipped(only), "a.docx").text == "甲"


def test_main_part_of_another_name() -> None:
    main = parts(docx(paragraph("甲")))["word/document.xml"]
    for target in ("/text/main.xml", "text/main.xml"):
        rels = word.relations(officeDocument=target)
        assert (
            read(zipped({"[content_types].XML": "<Types/>", "_rels/.rels": rels, "text/main.xml": main}), "a").text
            == "甲"
        )


def test_strict_files() -> None:
    usual = parts(docx(paragraph("甲", "H1", num="1", level=0), styles=HEADINGS, numbering=LISTS))
    strict = {
        name: data.replace(word.W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            word.R.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        )
        for name, data in usual.items()
    }
    found = read(zipped(strict), "a.docx")
    assert (found.text, found.blocks[0].level) == ("一、甲", 1)


def test_relations_that_lead_nowhere() -> None:
    rels = word.relations(styles="no.xml", numbering="http://x", header="../../h.xml", footnotes="")
    assert read(docx(paragraph("甲"), parts={"word/_rels/document.xml.rels": rels}), "a.docx").text == "甲"


def test_macro_file_and_template() -> None:
    assert read(docx(paragraph("甲")), "a.docm").text == "甲"
    assert read(docx(paragraph("甲")), "a.dotx").text == "甲"


def test_what_is_no_word_file() -> None:
    assert "不是 Word" in refusal(zipped({"xl/workbook.xml": "<workbook/>"}))
    assert "不是 Word" in refusal(zipped({"word/document.xml": "<a/>"}))
    assert "损坏" in refusal(zipped({"word/document.xml": "<a>"}))
    assert "损坏" in refusal(docx(paragraph("甲"))[:-40])
    assert refusal(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")) == "文件有密码"


def test_document_type_in_any_part_is_refused() -> None:
    doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    for name in ("word/document.xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml"):
        made = parts(docx(paragraph("甲"), styles=HEADINGS))
        assert "DOCTYPE" in refusal(zipped({**made, name: doctype.encode() + made[name]}))


def test_nesting_has_an_end() -> None:
    deep = "<w:smartTag>" * 240 + run("甲") + "</w:smartTag>" * 240
    try:
        assert inside(deep) == "甲"
    except ReadError as error:
        assert "套得太深" in error.what.zh
    nested = paragraph("甲")
    for _ in range(70):
        nested = "<w:tbl><w:tr><w:tc>" + nested + "</w:tc></w:tr></w:tbl>"
    assert text(nested) == "甲"
    assert "损坏" in refusal(docx("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000))


def test_number_of_paragraphs_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_PARAGRAPHS", 3)
    assert "段落超过" in refusal(docx(paragraph() * 4))
    assert text(paragraph("甲") * 3) == "甲\n甲\n甲"


def test_damaged_bytes_never_break_the_reader() -> None:
    made = docx(paragraph("甲", "H1"), table(["乙", "丙"]), styles=HEADINGS, numbering=LISTS)
    chance = random.Random(7)  # noqa: S311
    for _ in range(300):
        data = bytearray(made)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            read(bytes(data), "a.docx")
        except ReadError as error:
            assert error.what.zh


def test_damaged_xml_never_breaks_the_reader() -> None:
    made = parts(docx(paragraph("甲", "H1", num="1", level=1), table(["乙", "丙"]), styles=HEADINGS, numbering=LISTS))
    chance = random.Random(11)  # noqa: S311
    names = [name for name in made if name.startswith("word/") or "rels" in name]
    for _ in range(300):
        name = chance.choice(names)
        text = made[name].decode()
        words = text.replace(">", "> ").replace("<", " <").split(" ")
        i, k = chance.randrange(len(words)), chance.randrange(len(words))
        words[i], words[k] = words[k], words[i]
        try:
            read(zipped({**made, name: " ".join(words)}), "a.docx")
        except ReadError as error:
            assert error.what.zh


# The whole journey


def verdicts(found: Document) -> dict[str, object]:
    assessed = assess(found, load_pack())
    facts = assessed.facts._asdict() | {"spans": None, "status": assessed.status}
    return facts | {r.rule: (r.outcome, r.credit) for r in assessed.results}


def test_a_report_is_judged_like_its_text() -> None:
    lines = REPORT.split("\n")
    expected = verdicts(text_reader.read(REPORT.encode(), "a.txt"))
    assert verdicts(document(*map(paragraph, lines))) == expected


@pytest.mark.parametrize("top", [1, 2])
def test_a_report_with_automatic_numbers_is_judged_like_its_text(top: int) -> None:
    """Headings have styles and numbers of Word; the title has the style of the first level, or of none."""
    styles = HEADINGS + style("H3", "heading 3", "Normal", '<w:outlineLvl w:val="2"/>')
    made = []
    for line in REPORT.split("\n"):
        bare = line.strip()
        short = len(bare) <= 40
        if bare[1:2] == "、" and bare[0] in "一二三四五六":
            made.append(paragraph(bare[2:], f"H{top}" if short else "", num="1", level=0))
        elif bare[:1] == "（" and bare[2:3] == "）" and bare[1] in "一二三四五六":
            made.append(paragraph(bare[3:], f"H{top + 1}" if short else "", num="1", level=1))
        else:
            made.append(paragraph(line, "H1" if not made and top == 2 else ""))
    found = document(*made, styles=styles, numbering=LISTS)
    assert any(b.label for b in found.blocks)
    assert verdicts(found) == verdicts(text_reader.read(REPORT.encode(), "a.txt"))


def test_evidence_names_the_paragraph(tmp_path: Path) -> None:
    found = document(*map(paragraph, REPORT.split("\n")))
    quoted = [e for r in assess(found, load_pack()).results for e in r.evidence]
    assert quoted
    assert all(e.paragraph == e.line for e in quoted)

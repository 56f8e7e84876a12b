"""validator.readers.pages.page: printed lines → paragraphs, whoever printed them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.pages.geometry import EM, LEFT, PER_LINE, PITCH, TOP, broken, line, page, pages, read
from validator.readers.composing import composed
from validator.readers.pages.glyphs import Line, Page
from validator.readers.pages.page import pieces_of
from validator.text import normalise

OPENING = "2024年，青禾镇把法治政府建设摆在重要位置，各项任务按期完成。现将2024年度有关情况报告如下："
FIRST = "一、主要举措和成效"
SECOND = "（一）规范行政执法"
BODY = (
    "全年开展联合检查46次，办理案件12件，案卷评查全部合格。执法人员18人全部持证上岗，配备执法记录仪20台，"
    "重大执法决定一律经过法制审核，没有被复议纠正或者败诉的案件，群众对执法工作的满意度比上一年提高。"
)
MORE = "设立村级调解室9个，受理纠纷130件，调解成功127件，没有发生越级上访和群体性事件，矛盾纠纷化解在基层。"
THIRD = "二、存在的不足和原因"
LAST = "一是案卷质量不高，主要原因是执法人员多为转岗人员，系统培训少。二是普法形式单一，全年12场宣讲有9场集中在镇区。"
REPORT = (OPENING, FIRST, SECOND, BODY, MORE, THIRD, LAST)


@pytest.mark.parametrize("indent", [2.0, 0.0])
@pytest.mark.parametrize("gap", [0.0, 12.0])
@pytest.mark.parametrize("rows", [26, 5, 4])
def test_paragraphs_come_back(indent: float, gap: float, rows: int) -> None:
    assert read(pages(*REPORT, indent=indent, gap=gap, rows=rows)) == list(REPORT)


def test_lines_have_their_places() -> None:
    found = pages(OPENING, BODY, rows=4)
    pieces, _ = pieces_of(found)
    assert [(p.page, p.line) for p in pieces] == [(n.number, i + 1) for n in found for i in range(len(n.lines))]
    assert [p.text for p in pieces] == [x.text for n in found for x in n.lines]
    assert [p.joined for p in pieces] == [False, True, False, *[True] * (len(pieces) - 3)]


def test_running_heads_are_not_counted() -> None:
    found = [p._replace(lines=[line("年度报告", 160, 20), *p.lines]) for p in pages(BODY, MORE, rows=3)]
    pieces, apart = pieces_of(found)
    assert apart == ("年度报告",)
    assert {p.line for p in pieces} == {1, 2, 3}


def test_title_signature_and_date_are_lines_of_their_own() -> None:
    end = TOP + 400
    found = [
        page(
            1,
            [
                line("云川县青禾镇人民政府", 130, 20, 14),
                line("关于2024年度法治政府建设情况的报告", 75, 44, 14),
                *pages(*REPORT)[0].lines,
                line("云川县青禾镇人民政府", 200, end),
                line("2025年2月18日", 220, end + 18),
            ],
        )
    ]
    texts = read(found)
    assert texts[:2] == ["云川县青禾镇人民政府", "关于2024年度法治政府建设情况的报告"]
    assert texts[2:-2] == list(REPORT)
    assert texts[-2:] == ["云川县青禾镇人民政府", "2025年2月18日"]


def test_a_centred_title_that_a_program_has_broken_is_one() -> None:
    full = "云川县青禾镇人民政府关于二〇二四年度法治政府建设"
    rest = "情况的报告"
    title = [line(full[:19], LEFT + 7, 20, 14), line(full[19:] + rest, 110, 44, 14)]
    assert read([page(1, [*title, *pages(*REPORT)[0].lines])])[0] == full + rest


def test_a_title_that_fills_its_line_by_chance_ends_there() -> None:
    title = "云川县青禾镇人民政府关于2024年度法治政府建设情况的报告"
    assert len(broken(title)) == 1
    texts = [title, "县委、县政府：", *REPORT]
    assert read(pages(*texts, indent=0.0)) == texts


def test_a_heading_that_fills_its_line_by_chance_ends_there() -> None:
    heading = "三、党政主要负责人履行推进法治建设第一责任人职责的情况"
    texts = [*REPORT, heading, MORE, "四、下一年度的主要安排", BODY]
    assert PER_LINE - 1 <= len(heading) <= PER_LINE
    assert read(pages(*texts, indent=0.0)) == texts


def test_a_heading_of_two_lines_is_one() -> None:
    heading = "三、党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况"
    texts = [*REPORT, heading, MORE, "四、下一年度的主要安排", BODY]
    assert read(pages(*texts, indent=0.0)) == texts


def test_a_signature_below_a_full_line_is_a_line_of_its_own() -> None:
    last = "特此报告，请县委、县政府审阅，并对下一步工作提出要求。"
    texts = [*REPORT, last + "。" * (PER_LINE - len(last)), "云川县青禾镇人民政府", "2025年2月18日"]
    assert read(pages(*texts, indent=0.0)) == texts


def test_numbers_inside_a_paragraph_stay_there() -> None:
    inline = (
        "一年来做了三件事：" + "甲" * 18 + "。（一）规范执法。乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申。（二）化解纠纷。"
    )
    texts = [*REPORT, inline]
    assert broken(inline, 2.0)[1].startswith("。") or "（一）" in inline
    assert read(pages(*texts)) == texts


def test_a_number_at_the_start_of_a_page() -> None:
    full = "全镇上下一心推进依法行政各项工作都取得了新的进展和成效。"[: PER_LINE - 1] + "。"
    texts = [FIRST, BODY, full, THIRD, LAST]
    assert read(pages(*texts, indent=0.0, gap=12.0, rows=7)) == texts


@pytest.mark.parametrize("shift", [0.0, 18.0])
def test_left_and_right_pages_with_other_margins(shift: float) -> None:
    found = pages(*REPORT * 3, rows=12)
    moved = [
        p._replace(lines=[x._replace(left=x.left + shift, right=x.right + shift) for x in p.lines])
        if p.number % 2
        else p
        for p in found
    ]
    assert read(moved) == list(REPORT * 3)


def test_ragged_lines_that_end_before_a_long_word() -> None:
    lines = ["咨询电话和网站：上午九点到下午五点，", "0988-6612040-8123456转办公室，", "其他时间请留言。"]
    paragraphs = pages(*REPORT, indent=0.0)[0].lines
    y = paragraphs[-1].y + 18
    found = [*paragraphs, *(line(text, LEFT, y + 18 * i) for i, text in enumerate(lines))]
    assert read([page(1, found)])[-1] == lines[0] + lines[1] + lines[2] or len(lines[0]) < PER_LINE


def test_hanging_indent() -> None:
    first = "1.规范行政执法。全年开展联合检查46次，共办理案件12件，"
    rest = ["案卷评查全部合格，执法人员全部持证上岗，配备执法记录", "仪20台。"]
    y = TOP + 300
    lines = [*pages(*REPORT)[0].lines, line(first, LEFT, y)]
    lines += [line(text, LEFT + 1.5 * EM, y + 18 * (i + 1)) for i, text in enumerate(rest)]
    assert read([page(1, lines)])[-1] == first + "".join(rest)


def test_hard_wrapped_lines_are_left_to_wrapping() -> None:
    """Lines cut at 24 characters, digits counted like Han characters: they end all over the place."""
    text = "全年开展检查46次，办案12件，罚款3456.78万元，复议0件，应诉1次，" * 6
    rows = [text[i : i + 24] for i in range(0, len(text) - 24, 24)]
    paragraph = [line(row, LEFT + (2 * EM if i == 0 else 0), TOP + 18 * i) for i, row in enumerate(rows)]
    again = [x._replace(y=x.y + 18 * len(rows)) for x in paragraph]
    texts = read([page(1, [*paragraph, *again])])
    assert [t.strip("\u3000") for t in texts] == [*rows, *rows]
    assert [t.startswith("\u3000\u3000") for t in texts] == ([True] + [False] * (len(rows) - 1)) * 2
    assert "检查46次" in normalise("\n".join(texts)).text


def test_lines_wrapped_twice_come_back_as_they_were_cut() -> None:
    hard = [BODY[i : i + 33] for i in range(0, 66, 33)] * 6
    assert read(pages(*[f"\u3000\u3000{h}" for h in hard], indent=0.0)) == [f"\u3000\u3000{h}" for h in hard]


def test_rows_of_a_table_are_not_joined() -> None:
    rows = ["执法部门名称      检查次数      办理案件数", "综合行政执法队      四十六      十二"]
    lines = [line(text, LEFT, TOP + 400 + 18 * i) for i, text in enumerate(rows)]
    texts = read([page(1, [*pages(*REPORT)[0].lines, *lines])])
    assert texts[-2:] == ["执法部门名称  检查次数  办理案件数", "综合行政执法队  四十六  十二"]


def test_a_space_between_words_and_none_inside_numbers() -> None:
    words = [
        line("The annual report on law-based government construction in", LEFT, TOP),
        line("2024 was published.", LEFT, TOP + 18),
    ]
    filled = "全年受理群众来信来访和热线电话反映的各类问题共计有若干"
    number = [line(f"{filled}47", LEFT, TOP + 36), line("6件。", LEFT, TOP + 54)]
    body = [x._replace(y=x.y + 72) for x in pages(*REPORT, indent=0.0)[0].lines]
    texts = read([page(1, [*words, *number, *body])])
    assert texts[0].endswith("construction in 2024 was published.")
    assert texts[1].endswith("若干476件。")


def test_soft_hyphens_and_hyphens_of_the_program() -> None:
    filled = "The annual report on the development of a law-based govern"
    for hyphen in ("\u00ad", "\u0002"):
        lines = [
            line(f"{filled}", LEFT, TOP)._replace(text=filled + hyphen),
            line("ment of the county was published in the spring of 2025.", LEFT, TOP + 18),
        ]
        body = [x._replace(y=x.y + 36) for x in pages(*REPORT, indent=0.0)[0].lines]
        assert "government of the county" in read([page(1, [*lines, *body])])[0]


def test_a_long_line_without_stop_is_not_joined_later() -> None:
    crumbs = "当前位置：首页 > 政务公开 > 法定主动公开内容 > 法治政府建设 > 法治政府建设年度报告 > 正文"
    title = "青禾镇2024年度法治政府建设情况报告"
    pieces, _ = pieces_of(pages(crumbs, title, *REPORT, indent=0.0))
    assert f"{title}\n" in normalise(composed(pieces)[0]).text


def test_a_missing_page_parts_paragraphs() -> None:
    first, second = pages(BODY, rows=2)[:2]
    assert len(read([first, second])) == 1
    assert len(read([first, second._replace(number=3)])) == 2


def test_pages_read_by_a_machine_are_marked() -> None:
    found = [p._replace(review="ocr") for p in pages(BODY)]
    assert {p.review for p in pieces_of(found)[0]} == {"ocr"}


def test_no_pages_and_empty_pages() -> None:
    assert pieces_of([]) == ([], ())
    assert read([page(1, []), page(2, [line("全文如下。")])]) == ["全文如下。"]


@given(
    st.lists(st.text(alphabet="法治政府建设，。“”（）一、2024 %A", min_size=1, max_size=70), min_size=1, max_size=12),
    st.sampled_from([0.0, 2.0]),
)
def test_no_character_is_lost(paragraphs: list[str], indent: float) -> None:
    texts = [text for text in paragraphs if text.strip()]
    found: list[Page] = pages(*texts, indent=indent, rows=9) if texts else []
    kept = [p._replace(lines=[x for x in p.lines if x.text.strip()]) for p in found]
    pieces, apart = pieces_of(kept)
    text = composed(pieces)[0] + "".join(apart)
    assert sorted("".join(text.split())) <= sorted("".join("".join(texts).split()))


NAME, DATE = "云川县青禾镇人民政府", "2025年1月16日"
_RIGHT = LEFT + PER_LINE * EM


def _flush(text: str, y: float) -> Line:
    """Return a line that ends at the right margin."""
    found = line(text, LEFT, y)
    return line(text, LEFT + _RIGHT - found.right, y)


@pytest.mark.parametrize(
    "below", ["附件1", "（此件公开发布）", "抄送：县司法局", "以下为附表说明", "2024年执法情况统计表"]
)
@pytest.mark.parametrize("place", ["same page", "next page"])
@pytest.mark.parametrize("above", [DATE, NAME])
@pytest.mark.parametrize("indent", [2.0, 0.0])
def test_what_stands_below_a_line_at_the_right_margin_is_no_part_of_it(
    below: str, place: str, above: str, indent: float
) -> None:
    found = pages(*REPORT, indent=indent, rows=40)
    lines = list(found[0].lines)
    lines.append(_flush(above, lines[-1].y + PITCH))
    if place == "same page":
        lines.append(line(below, y=lines[-1].y + PITCH))
    after = [page(2, [line(below)])] if place == "next page" else []
    assert read([page(1, lines), *after]) == [*REPORT, above, below]


def test_a_name_and_a_date_on_one_line_end_it() -> None:
    (first,) = pages(*REPORT, rows=40)
    y = first.lines[-1].y + PITCH
    signed = line(NAME + " " * 23 + DATE, y=y)
    assert signed.cells
    assert read([page(1, [*first.lines, signed, line("附件1", y=y + PITCH)])])[-2:] == [f"{NAME}  {DATE}", "附件1"]


def test_what_spaces_push_over_the_margin_goes_on_in_the_next_line() -> None:
    (first,) = pages(*REPORT, rows=40)
    y = first.lines[-1].y + PITCH
    pushed = [line("\u3000" * 21 + NAME[:7], y=y), line(NAME[7:], y=y + PITCH)]
    assert read([page(1, [*first.lines, *pushed])])[-1].strip() == NAME


def test_text_with_a_deep_indent_goes_on_at_the_margin() -> None:
    lines = [line(part, LEFT + (4 * EM if k == 0 else 0), TOP + k * PITCH) for k, part in enumerate(broken(BODY, 4.0))]
    assert read([page(1, lines)]) == [BODY]


def test_a_page_on_which_only_the_left_column_is_filled() -> None:
    (narrow,) = pages(*REPORT, BODY, rows=60)
    assert read([narrow._replace(width=2 * (LEFT + PER_LINE * EM) + 20)]) == [*REPORT, BODY]


def test_a_title_broken_inside_a_word_is_complete() -> None:
    first, second = "云川县青禾镇人民政府2024年法治政府建设年度报", "告"
    rest = pages(*REPORT, rows=40)[0].lines
    centred = [
        line(t, LEFT + (PER_LINE * EM - len(t) * 14) / 2, 20 + 20 * k, 14) for k, t in enumerate((first, second))
    ]
    assert "".join(read([page(1, [*centred, *rest])])).startswith(first + second + OPENING)

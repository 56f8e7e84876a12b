"""validator.outline.tree: levels as the document uses its markers, lost markers, where sections end."""

from __future__ import annotations

from tests.support import REPORT, outline, section

TEXT = "全年开展联合检查46次，办理案件12件，案卷评查全部合格，执法人员全部持证上岗，没有发生败诉案件。"


def levels(text: str) -> list[int]:
    return [s.level for s in outline(text).sections]


def lines(*headings: str) -> str:
    return "".join(f"{h}\n{TEXT}\n" for h in headings)


def test_levels_follow_the_order_of_the_markers() -> None:
    assert levels(lines("一、甲项工作", "（一）乙项工作", "1.丙项工作", "（1）丁项工作", "二、戊项工作")) == [
        1,
        2,
        3,
        4,
        1,
    ]


def test_skipped_families_do_not_count() -> None:
    assert levels(lines("一、甲项工作", "1.乙项工作", "2.丙项工作", "二、丁项工作")) == [1, 2, 2, 1]
    assert levels(lines("（一）甲项工作", "1.乙项工作", "（二）丙项工作")) == [1, 2, 1]


def test_parts_stand_above_the_rest() -> None:
    assert levels(lines("第一部分 甲项工作", "一、乙项工作", "第二部分 丙项工作", "一、丁项工作")) == [1, 2, 1, 2]


def test_plain_heading_stands_below_numbered_ones() -> None:
    assert levels(lines("一、甲项重点工作", "乙项重点工作", "二、丙项重点工作")) == [1, 2, 1]


def test_parents_and_ends() -> None:
    text = lines("一、甲项工作", "（一）乙项工作", "（二）丙项工作", "二、丁项工作")
    first, second, third, last = outline(text).sections
    assert (first.parent, second.parent, third.parent, last.parent) == (-1, 0, 0, -1)
    assert first.end == last.start
    assert first.own_end == second.start
    assert second.end == third.start
    assert third.end == last.start


def test_section_holds_those_below_it() -> None:
    whole = section(REPORT, "主要举措和成效")
    text = outline(REPORT).shadow.text[whole.body_start : whole.end]
    assert "规范行政执法" in text
    assert "化解矛盾纠纷" in text
    assert "存在的不足" not in text


def test_lost_marker_is_given_back_to_the_line_that_fits_its_place() -> None:
    text = f"一、主要举措\n（一）规范执法。{TEXT}\n化解矛盾。{TEXT}\n（三）深化普法。{TEXT}\n"
    recovered = section(text, "化解矛盾")
    assert (recovered.family, recovered.number, recovered.damaged) == ("cnp", None, True)


def test_body_line_is_no_lost_heading_when_siblings_have_lines_of_their_own() -> None:
    text = f"一、主要举措\n（一）规范执法\n{TEXT}\n化解矛盾。{TEXT}\n（三）深化普法\n{TEXT}\n"
    assert [s.heading for s in outline(text).sections] == ["主要举措", "规范执法", "深化普法"]


def test_an_unnumbered_heading_above_a_list_stays_beside_its_equals() -> None:
    text = (
        "云川县青禾镇人民政府2024年法治政府建设情况报告\n2024年，全镇各项任务按期完成。现将有关情况报告如下：\n"
        "工作开展情况\n1.加强学习培训。全年组织学法12次，参训人员390人次。\n2.规范执法。全年办理案件36件，没有败诉。\n"
        "存在问题及原因\n（一）人员流动大。由于编制少，新进人员多，业务不熟。\n（二）力量薄弱。执法人员只有五名。\n"
        "下一步计划\n每季度开展一次案卷评查，年内组织执法培训4期，宣讲覆盖全部行政村。\n"
    )
    levels = {s.heading: s.level for s in outline(text).sections if s.family == "plain"}
    assert levels == {"工作开展情况": 1, "存在问题及原因": 1, "下一步计划": 1}

"""validator.outline.front: title over one to three lines, addressee, document number."""

from __future__ import annotations

import pytest

from tests.support import facts, outline

BODY = "一、主要举措和成效\n全年开展检查46次，办理案件12件，没有败诉案件。\n"


def title(text: str) -> str | None:
    found = outline(text).title
    return found.text if found else None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("云川县水利局2024年度法治政府建设情况报告", None),
        ("云川县水利局关于2024年度法治政府建设情况的报告", None),
        ("云川县水利局\n关于2024年度法治政府建设情况的报告", None),
        ("云川县水利局\n关于2024年度法治政府建设\n情况的报告", None),
        ("中共青禾镇委员会\n青禾镇人民政府\n关于2024年度法治政府建设情况的报告", None),
        ("云川县水利局2024年度\n法治政府建设工作报告", None),
        ("关于法治政府建设情况的报告\n（2024年度）", None),
        ("2024年云川县水利局依法行政工作总结", None),
        ("云 川 县 水 利 局 2 0 2 4 年 度 法 治 政 府 建 设 情 况 报 告", "云川县水利局2024年度法治政府建设情况报告"),
        ("云川縣水利局2024年度法治政府建設情況報告", "云川县水利局2024年度法治政府建设情况报告"),
        ("云川县水利局2024年度法治政府建设情况报告（二号小标宋）", "云川县水利局2024年度法治政府建设情况报告"),
        ("2024年云川县水利局法治政府建设情况", None),
    ],
)
def test_title(lines: str, expected: str | None) -> None:
    assert title(f"{lines}\n\n{BODY}") == (expected or lines.replace("\n", ""))


def test_spans_quote_every_line() -> None:
    found = outline(f"云川县水利局\n关于2024年度法治政府建设情况的报告\n{BODY}")
    assert found.title is not None
    assert [found.shadow.text[a:b] for a, b in found.title.spans] == list(found.title.lines)
    assert found.title.lines == ("云川县水利局", "关于2024年度法治政府建设情况的报告")


def test_no_title() -> None:
    assert title(BODY) is None


def test_heading_is_no_title() -> None:
    assert title("一、2024年法治政府建设情况报告\n" + BODY) is None


def test_title_in_the_header_table_only() -> None:
    found = outline("名称：云川县水利局2024年度法治政府建设情况报告\n发布日期：2025-03-01\n" + BODY).title
    assert found is not None
    assert (found.text, found.from_header) == ("云川县水利局2024年度法治政府建设情况报告", True)


def test_title_twice() -> None:
    line = "云川县水利局2024年度法治政府建设情况报告"
    assert title(f"{line}\n发布日期：2025-03-01\n{line}\n{BODY}") == line


def test_title_of_the_report_rather_than_of_the_letter() -> None:
    text = (
        "关于报送2024年度法治政府建设情况报告的函\n云川县人民政府：\n现将我局2024年度法治政府建设情况报告报上，请予审阅，不妥之处请指正。\n"
        "附件：云川县水利局2024年度法治政府建设情况报告\n云川县水利局\n2025年2月8日\n云川县水利局2024年度法治政府建设情况报告\n"
        + BODY
    )
    assert title(text) == "云川县水利局2024年度法治政府建设情况报告"


OTHER = "江州市财政局2022年法治政府建设年度报告"


@pytest.mark.parametrize(
    "own", ["云川县水利局2024年度法治政府建设情况报告", "云川县水利局2024年度\n法治政府建设情况报告"]
)
def test_of_equal_titles_the_last(own: str) -> None:
    """Above it may stand a list of other articles."""
    assert title(f"相关阅读\n江州市教育局2021年总结\n{OTHER}\n{own}\n{BODY}") == own.replace("\n", "")


def test_of_equal_titles_the_one_that_is_a_heading() -> None:
    own = "云川县水利局2024年度法治政府建设情况报告"
    assert title(f"首页\n# {own}\n{OTHER}\n{BODY}") == own
    assert title(f"首页\n# {OTHER}\n# {own}\n{BODY}") == own


def test_what_follows_the_caption_of_a_list_is_a_poor_title() -> None:
    own = "2024年度法治政府建设情况报告"
    assert title(f"{own}\n相关阅读\n{OTHER}\n{BODY}") == own
    assert title(f"相关阅读\n{OTHER}\n{own}\n{BODY}") == own
    assert title(f"相关阅读\n{OTHER}\n{BODY}") == OTHER


def test_a_title_above_the_body_is_better_than_its_equal_in_the_header_table() -> None:
    found = outline(f"名称：云川县水利局2024年总结\n云川县2024年度总结\n{BODY}").title
    assert found is not None
    assert not found.from_header


def test_title_fused_with_the_body_of_a_one_line_page() -> None:
    text = (
        "云川县水利局2024年度法治政府建设情况报告 2024年，我局认真落实各项部署，全年开展检查46次。"
        + "办理案件12件，没有败诉案件。" * 8
    )
    assert title(text) == "云川县水利局2024年度法治政府建设情况报告"


@pytest.mark.parametrize(
    "name", ["云川县人民政府", "县委、县政府", "县委全面依法治县委员会办公室", "主任、各位副主任、各位委员"]
)
def test_addressee(name: str) -> None:
    found = outline(f"云川县水利局2024年度法治政府建设情况报告\n{name}：\n{BODY}").addressee
    assert found is not None
    assert found[0] == name


@pytest.mark.parametrize("line", ["现将有关情况报告如下：", "联系电话：", "主要工作情况："])
def test_no_addressee(line: str) -> None:
    assert outline(f"云川县水利局2024年度法治政府建设情况报告\n{line}\n{BODY}").addressee is None


@pytest.mark.parametrize(
    "number", ["云水发〔2025〕4号", "云水发[2025]4号", "云水发（2025）4号", "云水字〔2025〕第12号"]
)
def test_document_number(number: str) -> None:
    found = outline(f"{number}\n云川县水利局2024年度法治政府建设情况报告\n{BODY}").document_number
    assert found is not None
    assert found[0] == number


def test_number_cited_in_the_body_is_not_the_document_s() -> None:
    assert (
        outline(f"云川县水利局2024年度法治政府建设情况报告\n{BODY}落实云政发〔2024〕9号文件。\n").document_number
        is None
    )


def test_the_date_of_a_letter_is_no_part_of_the_title_below_it() -> None:
    text = (
        "县政府办公室：\n按照要求，现将我局2024年度报告报上，请审阅。报告已经局党组会议审议通过，并在局网站公开。\n"
        "云川县水利局\n2025年1月8日\n2024年法治政府建设年度报告\n一、主要举措和成效\n全年开展检查46次。\n"
    )
    title = outline(text).title
    assert title is None or "2025年1月8日" not in title.text


OWN = "云川县水利局2024年度法治政府建设情况报告"


@pytest.mark.parametrize("column", ["【法治政府建设】", "［年度报告］", "法治政府建设 | ", "[信息公开]"])
def test_the_name_of_a_column_is_no_part_of_the_title(column: str) -> None:
    assert title(f"{column}{OWN}\n{BODY}") == OWN
    assert title(f"{column}云川县水利局\n关于2024年度法治政府建设情况的报告\n{BODY}") == (
        "云川县水利局关于2024年度法治政府建设情况的报告"
    )
    found = outline(f"{column}{OWN}\n{BODY}")
    assert found.title is not None
    assert [found.shadow.text[a:b] for a, b in found.title.spans] == [OWN]


@pytest.mark.parametrize("column", ["【法治政府建设】", "［年度报告］", "[信息公开]"])
def test_the_name_of_a_column_in_the_header_table_is_none_either(column: str) -> None:
    assert title(f"标题：{column}{OWN}\n{BODY}") == OWN


@pytest.mark.parametrize("column", ["【政策解读】", "一图读懂 | ", "【云川县水利局】"])
def test_what_stands_in_front_may_belong_to_the_title(column: str) -> None:
    assert title(f"{column}{OWN}\n{BODY}") == f"{column}{OWN}"


@pytest.mark.parametrize(
    ("tail", "published"),
    [
        (" 发布时间：2025-01-20 来源：双溪镇", "2025-01-20"),
        (" 2025-01-20 来源：双溪镇", "2025-01-20"),
        (" 发布日期：2025年1月20日", "2025-01-20"),
        ("[2025-01-20]", None),
        ("2025-01-20", None),
        (" 2025-01-20", None),
        ("（2025-01-20）", None),
        (" 作者：司法所 来源：双溪镇", None),
        (" 浏览次数：35", None),
        (" 分享到：", None),
        (" 【字体：大 中 小】", None),
    ],
)
def test_what_the_page_puts_behind_the_title_is_no_part_of_it(tail: str, published: str | None) -> None:
    found = facts(f"{OWN}{tail}\n{BODY}")
    assert (found.title, found.published_on) == (OWN, published)


def test_what_the_page_puts_between_title_and_body_of_a_one_line_page() -> None:
    told = "2024年，我局认真落实各项部署，全年开展检查46次。" + "办理案件12件，没有败诉案件。" * 8
    found = facts(f"{OWN} 发布时间：2025-03-04 来源：云川县水利局 {told}")
    assert (found.title, found.published_on) == (OWN, "2025-03-04")

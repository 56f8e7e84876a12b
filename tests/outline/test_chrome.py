"""validator.outline.chrome: what a web page puts around a report, and the table above it."""

from __future__ import annotations

import pytest

from tests.support import REPORT, document, facts, headings, outline
from validator.model.document import Block
from validator.outline import outline_of
from validator.text import normalise

BELOW = "云川县水利局2024年度法治政府建设情况报告\n一、主要举措和成效\n全年开展检查46次，没有败诉案件。\n"


def header(text: str) -> dict[str, str]:
    return {field.key: field.value for field in outline(text).header}


@pytest.mark.parametrize(
    "table",
    [
        "索引号：YC-2025-01\n文号：云水发〔2025〕4号\n发布机构：云川县水利局\n成文日期：2025-02-08\n",
        "索引号：YC-2025-01 文号：云水发〔2025〕4号 发布机构：云川县水利局 成文日期：2025-02-08\n",
        "[ 索引号 ] YC-2025-01 [ 文号 ] 云水发〔2025〕4号 [ 发布机构 ] 云川县水利局 [ 成文日期 ] 2025-02-08\n",
        "| 索引号 | YC-2025-01 | 文号 | 云水发〔2025〕4号 |\n| 发布机构 | 云川县水利局 | 成文日期 | 2025-02-08 |\n",
        "索 引 号： YC-2025-01\n文　　号： 云水发〔2025〕4号\n成\u00a0\u00a0文\u00a0日期： 2025-02-08\n",
        "文号    云水发〔2025〕4号    信息类型    司法\n成文日期    2025-02-08    信息类型    司法\n",
        "索引号\nYC-2025-01\n文号\n云水发〔2025〕4号\n发布机构\n云川县水利局\n成文日期\n2025-02-08\n",
    ],
)
def test_layouts_of_the_header_table(table: str) -> None:
    found = header(table + BELOW)
    assert found["成文日期"] == "2025-02-08"
    assert found["文号"].replace(" ", "") == "云水发〔2025〕4号"
    assert facts(table + BELOW).issued_on == "2025-02-08"
    assert facts(table + BELOW).title == "云川县水利局2024年度法治政府建设情况报告"


def test_empty_cells_are_left_out() -> None:
    assert header("文号：无\n有效性：\n发布日期：2025-03-01\n" + BELOW) == {"发布日期": "2025-03-01"}


def test_values_are_located() -> None:
    found = outline("发布日期：2025-03-01\n" + BELOW)
    (field,) = found.header
    assert found.shadow.text[field.span[0] : field.span[1]] == "2025-03-01"


@pytest.mark.parametrize(
    "line",
    [
        "首页 > 政务公开 > 法治政府建设",
        "当前位置：首页 > 信息公开目录",
        "【字体：大 中 小】 打印",
        "扫一扫在手机打开当前页",
        "- 3 -",
        "浏览次数：128",
        "今天是2026年1月3日 星期六",
        "云川县人民政府门户网站",
        "云川县政务服务网",
        "首页 | 新闻动态 | 通知公告",
        "新闻动态 | 政府信息公开 | 政策解读",
        "专题专栏",
        "政府信息公开年报",
        "› 江州市财政局2022年法治政府建设年度报告",
    ],
)
def test_chrome_above_and_inside_changes_nothing(line: str) -> None:
    assert facts(f"{line}\n{REPORT}").title == facts(REPORT).title
    assert headings(REPORT.replace("\n二、", f"\n{line}\n二、")) == headings(REPORT)
    assert facts(f"{line}\n{REPORT}").issued_on == "2025-02-18"


def test_numbered_heading_with_a_chrome_word_is_a_heading() -> None:
    text = BELOW + "二、优化登录注册服务\n全年办理企业登记46件，平均用时一天，企业满意度明显提高。\n"
    assert "优化登录注册服务" in headings(text)


def test_date_of_the_page_is_not_the_report_s() -> None:
    assert facts("2019年12月3日 星期二\n" + BELOW).issued_on is None


def test_what_the_page_shows_goes_before_its_meta_tags() -> None:
    meta = "网页标题：云川县水利局2021年度法治政府建设情况报告\n网页发布日期：2022-03-01\n网页来源：云川县司法局\n"
    assert facts(meta + "发布时间：2025-03-05\n" + BELOW).published_on == "2025-03-05"
    assert facts(meta + BELOW).title == "云川县水利局2024年度法治政府建设情况报告"
    below = BELOW.split("\n", 1)[1]
    assert facts(meta + below).published_on == "2022-03-01"
    assert facts(meta + below).title == "云川县水利局2021年度法治政府建设情况报告"
    assert facts(meta + "标题：云川县水利局2024年度法治政府建设情况报告\n" + below).title != facts(meta + below).title


@pytest.mark.parametrize("site", ["云川县人民政府", "云川县司法局", "云川县人民政府网"])
def test_the_name_of_a_site_above_the_title_is_no_part_of_it(site: str) -> None:
    assert facts(f"{site}\n{BELOW}").title == "云川县水利局2024年度法治政府建设情况报告"


def test_a_party_body_above_the_title_is_part_of_it() -> None:
    title = facts("中共云川县水利局党组\n" + BELOW).title
    assert title == "中共云川县水利局党组云川县水利局2024年度法治政府建设情况报告"


@pytest.mark.parametrize("level", [1, 3])
def test_the_level_of_the_title_does_not_tell_how_headings_are_set(level: int) -> None:
    told = "全年开展检查46次，办理案件12件，案卷评查全部合格，没有案件被撤销或者确认违法。"
    text = f"云川县水利局2024年度法治政府建设情况报告\n主要举措和成效\n{told}\n存在的不足\n{told}\n"
    found = document(text)
    end = text.index("\n")
    outlined = outline_of(
        found._replace(blocks=(Block(0, end, level=level), Block(end + 1, len(text)))), normalise(text)
    )
    assert [s.heading for s in outlined.sections] == ["主要举措和成效", "存在的不足"]


def test_an_entry_of_a_menu_is_no_title() -> None:
    told = "2024年，本单位围绕全面推进依法行政开展工作，办理案件12件，案卷评查全部合格。现将情况报告如下："
    for entry in ("专题专栏", "政策解读", "新闻动态 | 政府信息公开 | 政策解读"):
        assert facts(f"{entry}\n{told}\n{BELOW.split(chr(10), 1)[1]}").title is None


def test_a_report_in_one_line_stands_below_any_number_of_menu_lines() -> None:
    menu = "".join(f"栏目{i}\n" for i in "甲乙丙丁戊己庚辛壬癸子丑寅卯")
    fused = (
        "云川县水利局关于2024年度法治政府建设情况的报告县人民政府：2024年，我局依法履行职责。"
        + "全年检查46次，办案12件。" * 8
    )
    assert facts(menu + fused + "\n").title == "云川县水利局关于2024年度法治政府建设情况的报告"


OWN = "云川县水利局2024年度法治政府建设情况报告\n{line}\n\n一、主要举措和成效\n全年开展检查46次，没有败诉案件。\n"


@pytest.mark.parametrize(
    "line",
    [
        "2025-04-28 10:02  来源:云川县司法局  [ 打印 ]  [ 收藏 ]",
        "2025-04-28 10:02:33    来源：云川县司法局",
        "2025年04月28日 18:30",
        "原创　青禾镇司法所　青禾发布　2025年04月28日 18:30　岭北",
        "来源：云川县司法局  2025-04-28",
        "作者：司法所　2025年4月28日",
        "2025/4/28 10:02:33 来源：司法局 阅读：33",
        "2025-04-28 10:02 | 来源：司法局",
        "发布于：2025-04-28",
        "发布于2025-04-28",
        "发表时间：2025-04-28",
        "信息时间：2025-04-28 阅读次数：12",
        "更新时间：2025-04-28",
        "发布时间：2025-04-28 09:15 更新时间：2025-05-06 10:00",
        "更新时间：2025-05-06 10:00\n2025-04-28 09:15 来源：司法局",
    ],
)
def test_date_of_publication_in_a_page_s_own_line(line: str) -> None:
    text = OWN.format(line=line)
    assert facts(text).published_on == "2025-04-28"
    assert facts(text).issued_on is None
    assert headings(text) == ["主要举措和成效"]
    (span,) = (span for name, span in facts(text).spans if name == "published_on")
    assert outline(text).shadow.text[span[0] : span[1]].startswith("2025")


@pytest.mark.parametrize(
    "line",
    [
        "2025-04-28",  # may be the date of issue
        "2025年4月28日",
        "成文日期：2025-04-28 来源：云川县司法局",
        "2025年4月28日 星期一 10:02",
        "今天是2025年4月28日 10:02",
        "（2025年4月28日在县第三届人大常委会第五次会议上）",
        "云川县水利局办公室 2025年4月28日印发",
    ],
)
def test_other_dates_below_the_title(line: str) -> None:
    assert facts(OWN.format(line=line)).published_on is None


def test_the_line_nearest_to_the_body_is_the_report_s() -> None:
    listed = "江州市财政局2022年报告 2023-01-05 09:00 阅读：12\n"
    assert facts(listed + OWN.format(line="2025-04-28 10:02 来源：司法局")).published_on == "2025-04-28"


SIGNED = BELOW + "云川县水利局\n2025年2月8日\n抄送：县司法局\n"


@pytest.mark.parametrize(
    "line",
    [
        "发布日期：2025年4月12日",
        "（发布日期：2025年4月12日）",
        "【发布日期：2025-04-12】",
        "【发布时间】2025-04-12",
        "发布时间：2025-04-12 10:21",
        "公开日期：2025年4月12日",
        "公开时间：二〇二五年四月十二日",
        "网页发布日期：2025/4/12",
        "发布于 2025-04-12",
        "来源：县水利局　发布时间：2025-04-12",
    ],
)
def test_date_of_publication_below_the_signature(line: str) -> None:
    found = facts(SIGNED + line + "\n")
    assert (found.issued_on, found.published_on) == ("2025-02-08", "2025-04-12")


@pytest.mark.parametrize(
    "line",
    [
        "2025年4月12日印发",
        "打印日期：2025-04-12",
        "更新时间：2025-04-12",
        "上一篇：年度报告 发布时间：2025-04-12",
        "相关阅读\n某报告 发布时间：2025-04-12",
        "发布日期：",
    ],
)
def test_other_dates_below_the_signature(line: str) -> None:
    assert facts(SIGNED + line + "\n").published_on is None


def test_the_date_above_goes_before_the_one_below() -> None:
    assert facts("发布时间：2025-02-09\n" + SIGNED + "发布日期：2025-04-12\n").published_on == "2025-02-09"


def test_a_date_of_publication_below_is_no_date_of_issue() -> None:
    found = facts(BELOW + "云川县水利局\n（发布日期：2025年4月12日）\n")
    assert (found.unit, found.issued_on, found.published_on) == ("云川县水利局", None, "2025-04-12")

"""validator.outline.chrome: what a web page puts around a report, and the table above it."""

from __future__ import annotations

import pytest

from tests.support import REPORT, facts, headings, outline

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

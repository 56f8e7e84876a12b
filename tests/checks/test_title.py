"""validator.checks.title: what the title names."""

from __future__ import annotations

import pytest

from tests.support import ask, quoted
from validator.checks.answer import Answer

BODY = "\n一、成效\n全年开展检查46次，办理案件12件，没有败诉案件。\n"


def title(line: str) -> Answer:
    return ask(line + BODY, "title", ("unit", "year", "word"), word=("报告",), word_name="报告")


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("云川县水利局2024年度法治政府建设情况报告", ""),
        ("云川县水利局\n关于二〇二四年度法治政府建设情况的报告", ""),
        ("云川县水利局关于法治政府建设情况的报告", "年份"),
        ("关于2024年度法治政府建设情况的报告", "发文机关名称"),
        ("云川县水利局2024年度法治政府建设工作总结", "“报告”"),
        ("关于法治政府建设情况的报告", "发文机关名称、年份"),
    ],
)
def test_parts(line: str, missing: str) -> None:
    answer = title(line)
    assert answer.holds is (not missing)
    assert answer.values["missing"].zh == missing
    assert answer.values["title"].zh == line.replace("\n", "")


def test_english_words() -> None:
    assert title("关于法治政府建设情况的报告").values["missing"].en == "the issuing unit, the year"


def test_no_title() -> None:
    answer = title("")
    assert (answer.holds, answer.spans) == (False, ())


def test_any_title_will_do() -> None:
    assert ask("关于法治政府建设情况的报告" + BODY, "title", ()).holds is True


def test_evidence_is_the_title_over_all_its_lines() -> None:
    lines = "中共青禾镇委员会\n青禾镇人民政府\n关于2024年度法治政府建设情况的报告"
    assert quoted(lines + BODY, title(lines)) == [lines]

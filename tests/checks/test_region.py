"""validator.checks.region: the parts of a report that a question can name."""

from __future__ import annotations

import pytest

from tests.support import REPORT, ask

WORDS = {
    "title": "关于2024年度法治政府建设情况的报告",
    "front": "云川县青禾镇人民政府\n关于",
    "lead": "摆在重要位置",
    "opening": "现将2024年度有关情况报告如下",
    "body": "案卷评查全部合格",
    "headings": "存在的不足",
    "back": "2025年2月18日",
    "document": "化解矛盾纠纷",
}
ELSEWHERE = {
    "front": "摆在重要位置",
    "lead": "案卷评查全部合格",
    "opening": "2025年工作安排",
    "body": "2025年2月18日",
    "headings": "案卷评查全部合格",
    "back": "案卷评查全部合格",
    "title": "存在的不足",
}


@pytest.mark.parametrize(("region", "word"), WORDS.items())
def test_text_in_its_region(region: str, word: str) -> None:
    assert ask(REPORT, "text", (word,), within=region).holds is True


@pytest.mark.parametrize(("region", "word"), ELSEWHERE.items())
def test_text_of_another_region(region: str, word: str) -> None:
    assert ask(REPORT, "text", (word,), within=region).holds is False


@pytest.mark.parametrize("region", WORDS)
def test_regions_of_an_empty_text(region: str) -> None:
    assert ask("", "text", ("法治",), within=region).holds is False

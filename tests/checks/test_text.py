"""validator.checks.text: patterns in a part of the report."""

from __future__ import annotations

from tests.support import REPORT, ask, element, quoted

TEXT = "一、成效\n开展检查46次，再次检查12次。\n二、打算\n加强培训。\n"


def test_match_and_evidence() -> None:
    answer = ask(TEXT, "text", (r"\d+次",))
    assert answer.holds is True
    assert quoted(TEXT, answer) == ["46次", "12次"]
    assert answer.values["found"].zh == "“46次”、“12次”"
    assert answer.values["found"].en == "“46次”, “12次”"


def test_min_count() -> None:
    assert ask(TEXT, "text", ("检查",), min_count=2).holds is True
    assert ask(TEXT, "text", ("检查",), min_count=3).holds is False


def test_unless_a_harmless_stretch_covers_it() -> None:
    assert ask(TEXT, "text", ("检查46次",), unless=("开展检查46次",)).holds is False
    assert ask(TEXT, "text", ("检查46次",), unless=("检查46",)).holds is True


def test_unless_in_the_title() -> None:
    assert ask(REPORT, "text", ("报告",), within="title").holds is True
    assert ask(REPORT, "text", ("报告",), within="title", unless=("关于.*报告",)).holds is False


def test_title_over_two_lines_is_one_text() -> None:
    assert ask(REPORT, "text", ("人民政府关于2024年度",), within="title").holds is True


def test_inside_an_element() -> None:
    elements = {"plan": element("plan", heading=("打算",))}
    assert ask(TEXT, "text", ("培训",), inside=("plan",), elements=elements).holds is True
    assert ask(TEXT, "text", ("检查",), inside=("plan",), elements=elements).holds is False


def test_anchors_save_a_search() -> None:
    assert ask(TEXT, "text", ("检查",), anchors=("没有的词",)).holds is False
    assert ask(TEXT, "text", ("检查",), anchors=("没有的词", "检")).holds is True


def test_line_starts_and_ends() -> None:
    assert ask(TEXT, "text", ("^加强培训。$",)).holds is True


def test_original_spelling_does_not_matter() -> None:
    assert (
        ask("一、成效\n開展檢查４６次(含暗訪),全縣設站.\n", "text", ("开展检查46次（含暗访），全县设站",)).holds is True
    )


def test_matches_in_sections_inside_one_another_are_told_in_the_order_of_the_text() -> None:
    text = "一、打算\n（一）培训打算\n培训2期。\n（二）检查打算\n检查3次。\n"
    elements = {"plan": element("plan", heading=("打算",))}
    answer = ask(text, "text", (r"\d[期次]",), inside=("plan",), elements=elements)
    assert quoted(text, answer) == ["2期", "3次"]
    assert answer.values["found"].zh == "“2期”、“3次”"


def test_what_is_found_in_the_title_is_told() -> None:
    answer = ask(REPORT, "text", ("20\\d\\d年度",), within="title")
    assert answer.values["found"].zh == "“2024年度”"
    assert ask(REPORT, "text", ("没有的词",), within="title").values == {}

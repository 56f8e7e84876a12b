"""validator.review.outputs.page.contexts: quotations amid the report's own words."""

from __future__ import annotations

from validator.model.result import Evidence
from validator.review.outputs.page.contexts import LONGEST_QUOTE, contexts

TEXT = "甲" * 50 + "信访人赵某（证号一一），手机二二。" + "乙" * 50 + "末尾丙丙" + "丁" * 400


def quote(words: str, line: int = 3) -> Evidence:
    at = TEXT.index(words)
    return Evidence(line, 1, line, 2, words, start=at, end=at + len(words))


def test_one_has_words_on_both_sides() -> None:
    assert contexts([quote("赵某")], TEXT, 3, True, "zh") == [["第3行", "信访人", "赵某", "（证号"]]


def test_near_ones_are_shown_together_in_the_order_of_the_report() -> None:
    found = contexts([quote("二二", 4), quote("赵某"), quote("一一")], TEXT, 6, True, "zh")
    assert found == [["第3行、第4行", "甲甲甲信访人", "赵某", "（证号", "一一", "），手机", "二二", "。乙乙乙乙乙"]]
    assert "".join(found[0][1:]) in TEXT
    far = contexts([quote("赵某"), quote("丙丙", 9)], TEXT, 6, True, "en")
    assert [c[0] for c in far] == ["line 3", "line 9"]


def test_what_overlaps_stands_apart() -> None:
    assert len(contexts([quote("信访人赵某"), quote("赵某（")], TEXT, 6, True, "zh")) == 2


def test_of_another_format_only_the_quotation() -> None:
    strange = Evidence(7, 1, 7, 2, "别处的话", start=0, end=4)
    assert contexts([strange, quote("赵某")], TEXT, 2, True, "zh") == [
        ["第3行", "访人", "赵某", "（证"],
        ["第7行", "", "别处的话", ""],
    ]
    assert contexts([Evidence(7, 1, 7, 2, "")], TEXT, 2, True, "zh") == [["第7行", "", "", ""]]


def test_an_endless_quotation_is_cut() -> None:
    ((_, _, words, after),) = contexts([quote("丁" * 400)], TEXT, 6, True, "zh")
    assert (len(words), words[-2:], after) == (LONGEST_QUOTE + 2, "……", "")


def test_in_a_file_without_lines_the_part_is_the_place() -> None:
    part = quote("赵某")._replace(section="二、信访")
    assert contexts([part], TEXT, 2, False, "zh") == [["“二、信访”部分", "访人", "赵某", "（证"]]
    assert contexts([quote("赵某")], TEXT, 2, False, "zh")[0][0] == ""

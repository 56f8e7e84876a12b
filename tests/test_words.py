"""validator.words: two languages and the closed way to fill blanks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from validator.words import Words, blanks, fill, say


def test_say_chooses_the_language() -> None:
    words = Words("缺少日期", "no date")
    assert say(words, "zh") == "缺少日期"
    assert say(words, "en") == "no date"


def test_fill_puts_each_language_into_its_text() -> None:
    words = Words("缺少{missing}。", "It lacks {missing}.")
    assert fill(words, {"missing": Words("年份", "the year")}) == Words("缺少年份。", "It lacks the year.")


def test_unknown_blank_stays() -> None:
    words = Words("{nobody}", "{nobody}")
    assert fill(words, {"missing": Words("甲", "a")}) == words


def test_fill_is_no_format_string() -> None:
    hostile = Words("{found.__class__}{found[0]}{found!r}{found:>99}{0}", "{{found}}")
    assert fill(hostile, {"found": Words("甲", "a")}) == Words(hostile.zh, "{a}")


def test_a_value_is_not_filled_again() -> None:
    values = {"a": Words("{b}", "{b}"), "b": Words("密", "secret")}
    assert fill(Words("{a}", "{a}"), values) == Words("{b}", "{b}")


def test_words_without_blanks_are_returned_as_they_are() -> None:
    words = Words("没有空", "none")
    assert fill(words, {"a": Words("甲", "a")}) is words


def test_blanks_of_both_languages() -> None:
    assert blanks(Words("{date}比{limit}晚", "{date} {days}")) == (
        frozenset({"date", "limit"}),
        frozenset({"date", "days"}),
    )


@given(st.text(), st.text(alphabet="{}abc._[]!:甲", max_size=30))
def test_fill_never_fails(value: str, text: str) -> None:
    filled = fill(Words(text, text), {"abc": Words(value, value)})
    assert filled.zh == text.replace("{abc}", value)

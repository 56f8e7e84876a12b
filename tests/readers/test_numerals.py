"""validator.readers.numerals: numbers as Word's formats write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.dates import number
from validator.readers.numerals import numeral


@pytest.mark.parametrize(
    ("format", "expected"),
    [
        ("decimal", "1 2 3 10 11 20 21 100"),
        ("decimalFullWidth", "１ ２ ３ １０ １１ ２０ ２１ １００"),
        ("decimalZero", "01 02 03 10 11 20 21 100"),
        ("chineseCounting", "一 二 三 十 十一 二十 二十一 一〇〇"),
        ("chineseCountingThousand", "一 二 三 十 十一 二十 二十一 一百"),
        ("chineseLegalSimplified", "壹 贰 叁 壹拾 壹拾壹 贰拾 贰拾壹 壹佰"),
        ("ideographDigital", "一 二 三 一〇 一一 二〇 二一 一〇〇"),
        ("japaneseCounting", "一 二 三 十 十一 二十 二十一 一百"),
        ("taiwaneseCounting", "一 二 三 十 十一 二十 二十一 一〇〇"),
        ("taiwaneseCountingThousand", "一 二 三 十 十一 二十 二十一 一百"),
        ("decimalEnclosedCircle", "① ② ③ ⑩ ⑪ ⑳ ㉑ 100"),
        ("decimalEnclosedCircleChinese", "① ② ③ ⑩ ⑪ ⑳ ㉑ 100"),
        ("decimalEnclosedParen", "⑴ ⑵ ⑶ ⑽ ⑾ ⒇ 21 100"),
        ("decimalEnclosedFullstop", "⒈ ⒉ ⒊ ⒑ ⒒ ⒛ 21 100"),
        ("ideographEnclosedCircle", "㊀ ㊁ ㊂ ㊉ 11 20 21 100"),
        ("ideographTraditional", "甲 乙 丙 癸 11 20 21 100"),
        ("lowerLetter", "a b c j k t u vvvv"),
        ("upperLetter", "A B C J K T U VVVV"),
        ("lowerRoman", "i ii iii x xi xx xxi c"),
        ("upperRoman", "I II III X XI XX XXI C"),
        ("ordinal", "1st 2nd 3rd 10th 11th 20th 21st 100th"),
        ("numberInDash", "- 1 -,- 2 -,- 3 -,- 10 -,- 11 -,- 20 -,- 21 -,- 100 -"),
        ("unknownFormat", "1 2 3 10 11 20 21 100"),
    ],
)
def test_formats(format: str, expected: str) -> None:
    wanted = expected.split("," if "," in expected else " ")
    assert [numeral(format, n) for n in (1, 2, 3, 10, 11, 20, 21, 100)] == wanted


def test_none_is_not_written() -> None:
    assert numeral("none", 3) == ""


@given(st.integers(1, 99))
def test_counting_is_read_back(value: int) -> None:
    assert number(numeral("chineseCountingThousand", value)) == value


@given(st.sampled_from(["chineseCounting", "decimalEnclosedCircle", "lowerLetter", "upperRoman"]), st.integers())
def test_every_number_is_written(format: str, value: int) -> None:
    assert numeral(format, value)

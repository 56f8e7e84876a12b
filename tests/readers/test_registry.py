"""validator.readers: the ending of the name decides who reads."""

from __future__ import annotations

import pytest

from validator.errors import ReadError
from validator.readers import READERS, read


@pytest.mark.parametrize("ending", READERS)
def test_known_endings(ending: str) -> None:
    assert read("一、成效".encode(), f"报告{ending}").text == "一、成效"


def test_ending_in_capitals() -> None:
    assert read("一、成效".encode(), "REPORT.TXT").text == "一、成效"


def test_name_without_ending_is_text() -> None:
    assert read("一、成效".encode(), "报告").format == "txt"


def test_unknown_ending_names_the_known_ones() -> None:
    with pytest.raises(ReadError) as raised:
        read(b"x", "a.xyz")
    assert raised.value.what.zh == "不认识的文件格式 .xyz"
    assert raised.value.what.en == "unknown file format .xyz"
    assert ".txt" in raised.value.hint.zh
    assert ".txt" in raised.value.hint.en

"""validator.readers.text: plain text in every encoding that an office produces."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import REPORT
from validator.errors import ReadError
from validator.readers import read

TRADITIONAL = (
    "青禾鎮人民政府關於2024年度法治政府建設情況的報告\n一、主要舉措和成效\n"
    "全年開展聯合檢查四十六次，辦理案件十二件，案卷評查全部合格，執法人員全部持證上崗，重大執法決定一律經過法制審核。\n"
) * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (REPORT, "utf-8"),
        (REPORT, "utf-8-sig"),
        (REPORT, "gb18030"),
        (REPORT, "gbk"),
        (REPORT, "utf-16"),
        (REPORT, "utf-32"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "utf-8"),
        (TRADITIONAL, "gb18030"),
    ],
)
def test_encoding(text: str, encoding: str) -> None:
    assert read(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize(("encoding", "bom"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")])
def test_utf_16_with_bom(encoding: str, bom: bytes) -> None:
    assert read(bom + REPORT.encode(encoding), "a.txt").text == REPORT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_bom(encoding: str) -> None:
    assert read(REPORT.encode(encoding), "a.txt").text == REPORT


def test_gb18030_with_a_character_outside_gbk() -> None:
    text = REPORT.replace("青禾镇", "㳇㳇镇𠮷")
    assert read(text.encode("gb18030"), "a.txt").text == text


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_line_ends(end: str, encoding: str) -> None:
    assert read(REPORT.replace("\n", end).encode(encoding), "a.txt").text == REPORT


def test_a_few_broken_bytes_are_shown_as_such() -> None:
    data = REPORT.encode().replace("案卷".encode(), b"\xe6\xa1", 1)
    text = read(data, "a.txt").text
    assert "\ufffd" in text
    assert "主要举措和成效" in text


def test_hash_is_that_of_the_bytes() -> None:
    data = REPORT.encode("gb18030")
    found = read(data, "a.txt")
    assert found.sha256 == sha256(data).hexdigest()
    assert (found.name, found.format, found.blocks) == ("a.txt", "txt", ())


def test_empty_file_is_an_empty_document() -> None:
    assert read(b"", "a.txt").text == ""
    assert read(b"\xef\xbb\xbf", "a.txt").text == ""


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 500, b"\x7fELF\x02\x01\x01" + b"\x00" * 900]
)
def test_binary(data: bytes) -> None:
    with pytest.raises(ReadError) as raised:
        read(data, "a.txt")
    assert raised.value.what.zh == "文件内容不是文本"


@given(st.binary(max_size=300))
def test_any_bytes_are_a_document_or_a_read_error(data: bytes) -> None:
    try:
        text = read(data, "a.txt").text
    except ReadError as error:
        assert error.where == "a.txt"
        assert error.what.zh
    else:
        assert "\r" not in text


@given(
    st.text(alphabet="法治政府建设，。\n一二三(（A1 ", max_size=80), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])
)
def test_marked_encodings_are_read_back(text: str, encoding: str) -> None:
    assert read(text.encode(encoding), "a.txt").text == text

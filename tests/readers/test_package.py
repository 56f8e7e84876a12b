"""validator.readers.package: what is opened, and what is refused before it can do harm."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from tests.readers.wordmaker import zipped
from validator.errors import ReadError
from validator.readers import package
from validator.readers.package import has, opened, part, xml

MEGABYTE = 1024 * 1024


def refusal(data: bytes, name: str = "a.docx", read: str = "") -> str:
    with pytest.raises(ReadError) as caught:
        found = opened(data, name)
        if read:
            part(found, read)
    assert caught.value.where == name
    assert caught.value.hint.zh
    assert caught.value.hint.en
    return caught.value.what.zh


def stored(entries: list[tuple[str, bytes]], method: int = zipfile.ZIP_STORED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return stream.getvalue()


def test_parts_are_read_by_name() -> None:
    found = opened(zipped({"word/document.xml": "<a/>", "x/y.bin": b"\x00"}), "a.docx")
    assert found.names == ("word/document.xml", "x/y.bin")
    assert part(found, "word/document.xml") == b"<a/>"
    assert part(found, "/Word/Document.xml") == b"<a/>"
    assert has(found, "x\\y.bin")
    assert not has(found, "x/z.bin")


def test_missing_part_is_named() -> None:
    assert refusal(zipped({"a.xml": ""}), read="word/document.xml") == "文件不完整：缺少 word/document.xml"


@pytest.mark.parametrize("data", [b"", b"no zip at all", b"PK\x03\x04", b"PK\x05\x06" + bytes(18) + b"x"])
def test_what_is_no_package_is_refused(data: bytes) -> None:
    try:
        found = opened(data, "a.docx")
    except ReadError as error:
        assert "打不开" in error.what.zh
    else:
        assert not found.names


def test_hint_fits_the_format() -> None:
    with pytest.raises(ReadError, match="OFD 阅读器"):
        opened(b"x", "a.ofd")
    with pytest.raises(ReadError, match=r"另存为 \.docx"):
        opened(b"x", "a.docx")


def test_every_truncation_is_an_error() -> None:
    data = zipped({"word/document.xml": "<a>" + "内容" * 500 + "</a>", "b.xml": "<b/>"})
    for end in range(0, len(data) - 1, 7):
        assert refusal(data[:end], read="word/document.xml")


def test_password_of_office() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(64)
    assert refusal(data) == "文件有密码"


def test_old_office_file() -> None:
    assert "旧版" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def test_password_of_the_zip() -> None:
    data = bytearray(zipped({"a.xml": "<a/>"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data)) == "文件有密码"


def test_bomb_with_true_sizes() -> None:
    assert "太大" in refusal(zipped({"a.xml": b" " * (2 * MEGABYTE)}), read="a.xml")
    assert "太大" in refusal(zipped({"a.xml": b" " * (33 * MEGABYTE)}), read="a.xml")


def test_all_xml_together_is_bounded() -> None:
    data = zipped({f"{i}.xml": b" " * (30 * MEGABYTE) for i in range(3)})
    assert "太大" in refusal(data)


def test_small_part_may_be_packed_tightly() -> None:
    assert len(part(opened(zipped({"a.xml": b" " * MEGABYTE}), "a.docx"), "a.xml")) == MEGABYTE


def test_bomb_with_forged_sizes_is_not_unpacked() -> None:
    data = bytearray(zipped({"a.xml": b" " * (40 * MEGABYTE)}))
    size = struct.pack("<I", 40 * MEGABYTE)
    assert data.count(size) == 2
    forged = bytes(data.replace(size, struct.pack("<I", 100)))
    assert "损坏" in refusal(forged, read="a.xml")


def test_pictures_may_be_large_when_nobody_reads_them() -> None:
    found = opened(zipped({"a.xml": "<a/>", "media/image1.emf": b" " * (40 * MEGABYTE)}), "a.docx")
    assert part(found, "a.xml") == b"<a/>"


def test_too_many_entries() -> None:
    assert "2000" in refusal(stored([(f"{i}.bin", b"") for i in range(2_001)]))
    assert "2000" in refusal(b"PK\x03\x04" + b"PK\x01\x02" * 20_001)


@pytest.mark.parametrize("name", ["../a.xml", "word/../../a.bin", "..\\a.xml"])
def test_names_that_climb_are_refused(name: str) -> None:
    assert "不正常" in refusal(stored([(name, b"")]))


@pytest.mark.parametrize("other", ["a.xml", "A.XML", "/a.xml"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused(other: str) -> None:
    assert "不正常" in refusal(stored([("a.xml", b"<a/>"), (other, b"<b/>")]))


def test_other_ways_of_packing_are_refused() -> None:
    assert "不正常" in refusal(stored([("a.xml", b"<a/>" * 100)], zipfile.ZIP_BZIP2))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_document_type_is_refused(encoding: str) -> None:
    text = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    if encoding != "utf-8":
        text = text.replace('"1.0"', f'"1.0" encoding="{encoding}"')
    with pytest.raises(ReadError, match="DOCTYPE"):
        xml(text.encode(encoding), "a.docx")


@pytest.mark.parametrize(
    "text", ["", "<a>", "<a>&b;</a>", "<a/><b/>", "\x00", '<?xml version="1.0" encoding="x"?><a/>']
)
def test_broken_xml_is_an_error(text: str) -> None:
    with pytest.raises(ReadError, match="损坏"):
        xml(text.encode(), "a.docx")


def test_deep_xml_is_an_error() -> None:
    with pytest.raises(ReadError):
        xml(b"<a>" * 100_000 + b"</a>" * 100_000, "a.docx")


def test_number_of_tags_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_NODES", 10)
    with pytest.raises(ReadError, match="太大"):
        xml(b"<a>" + b'<b c="d"/>' * 5 + b"</a>", "a.docx")


def test_comments_do_not_cut_text() -> None:
    assert xml("<a>法<!-- x -->治<?y?>政府</a>".encode(), "a.docx").text == "法治政府"

"""validator.readers.sniffing: the first bytes of a file say what it is."""

from __future__ import annotations

import io
import zipfile

import pytest

from validator.errors import ReadError
from validator.readers.sniffing import format_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500 + "WordDocument".encode("utf-16-le")
PAGE = "<!DOCTYPE html>\n<html><body>一、成效</body></html>"


def packed(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.text" if name == "mimetype" else "<a/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (b"%PDF-1.7\n", "a.doc", "pdf"),
        (b"\n\n junk %PDF-1.4", "a.pdf", "pdf"),
        (packed("[Content_Types].xml", "word/document.xml"), "a.txt", "docx"),
        (packed("[Content_Types].xml", "word/document.xml"), "a.zip", "docx"),
        (packed("OFD.xml", "Doc_0/Document.xml"), "a.zip", "ofd"),
        (packed("mimetype", "content.xml"), "a.docx", "odt"),
        (OLE, "a.doc", "doc"),
        (OLE, "a.docx", "doc"),
        (OLE, "a.wps", "wps"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "docx"),
        (b"{\\rtf1\\ansi x}", "a.doc", "rtf"),
        (PAGE.encode(), "a.doc", "html"),
        (b"\xef\xbb\xbf" + PAGE.encode(), "a.docx", "html"),
        (PAGE.encode("utf-16"), "a.doc", "html"),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<html xmlns='http://www.w3.org/1999/xhtml'>", "a.xhtml", "html"),
        (b"<?xml version='1.0'?><?mso-application progid=\"Word.Document\"?><w:wordDocument/>", "a.doc", "doc"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x", "a.doc", "mht"),
        (b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related\n", "a.mhtml", "mht"),
        ("日期：2025年\n一、成效".encode(), "a.txt", "txt"),
        ("一、成效".encode(), "a.docx", "txt"),
        ("一、成效".encode("utf-16"), "a.doc", "txt"),
        ("一、成效 <p> 不是网页".encode(), "a.txt", "txt"),
        (b"", "a.txt", "txt"),
        (b"", "a.html", "html"),
        (b"\x00\x01\x02" * 9, "a.pdf", "pdf"),
        (b"PK\x03\x04" + b"\x00" * 40, "a.docx", "docx"),
    ],
)
def test_format(data: bytes, name: str, found: str) -> None:
    assert format_of(data, name).name == found


@pytest.mark.parametrize(
    ("data", "name", "zh", "en"),
    [
        (packed("a.txt"), "a.zip", "这是压缩包", "archive"),
        (packed("a.txt"), "a.docx", "这是压缩包", "archive"),
        (b"PK\x03\x04" + b"\x00" * 40, "a.txt", "文件已损坏", "damaged"),
        (OLE[:-24], "a.doc", "没有 Word 文档", "without Word text"),
        (b"Rar!\x1a\x07", "a.doc", "这是 RAR 压缩包", "a RAR archive"),
        (b"x", "a.7z", "这是 7z 压缩包", "a 7z archive"),
        (b"", "a.docx", "文件是空的（0字节）", "empty (0 bytes)"),
        (b"", "a.doc", "文件是空的（0字节）", "empty (0 bytes)"),
        (b"", "a.pdf", "文件是空的（0字节）", "empty (0 bytes)"),
        (b"\x89PNG\r\n", "a.docx", "这是图片", "a picture"),
        (b"\xff\xd8\xff\xe0", "a.txt", "这是图片", "a picture"),
    ],
)
def test_refused(data: bytes, name: str, zh: str, en: str) -> None:
    with pytest.raises(ReadError) as raised:
        format_of(data, name)
    assert zh in raised.value.what.zh
    assert en in raised.value.what.en
    assert raised.value.hint.zh
    assert raised.value.hint.en

"""Plain text in any encoding that a Chinese office produces."""

from __future__ import annotations

from hashlib import sha256

from validator.errors import ReadError
from validator.model.document import Document
from validator.readers.decoding import decoded
from validator.text import has_any
from validator.words import Words

_OTHER_FORMATS = (
    (b"PK\x03\x04", Words("Word、WPS 或压缩文件", "a Word, WPS or zip file")),
    (b"%PDF", Words("PDF 文件", "a PDF file")),
    (b"\xd0\xcf\x11\xe0", Words("旧版 Word 文件（.doc）", "an old Word file (.doc)")),
    (b"{\\rtf", Words("RTF 文件", "an RTF file")),
    (b"\x89PNG", Words("图片", "a picture")),
    (b"\xff\xd8\xff", Words("图片", "a picture")),
    (b"<!DOCTYPE html", Words("网页", "a web page")),
    (b"<!doctype html", Words("网页", "a web page")),
    (b"<html", Words("网页", "a web page")),
)
_ODD_LINE_ENDS = dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")


def read(data: bytes, name: str) -> Document:
    """Return the text of *data* with ``\\n`` line ends. Raise ReadError when it is not text."""
    for magic, what in _OTHER_FORMATS:
        if data.startswith(magic):
            raise ReadError(
                name,
                Words(f"内容不是文本，而是{what.zh}", f"not text but {what.en}"),
                Words("请改回正确的扩展名，或另存为文本再检查", "Give it its right ending, or save it as text"),
            )
    text = decoded(data, name)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _has_odd_line_end(text):
        text = text.translate(_ODD_LINE_ENDS)
    return Document(name, "txt", text, sha256(data).hexdigest())


def _has_odd_line_end(text: str) -> bool:
    """Tell whether *text* has a sign that some programs write for a line end; each is one character."""
    return has_any(text, map(chr, _ODD_LINE_ENDS))

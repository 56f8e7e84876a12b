"""Plain text in any encoding that a Chinese office produces."""

from __future__ import annotations

from hashlib import sha256

from validator.errors import ReadError
from validator.model.document import Document
from validator.text import has_any
from validator.words import Words

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CANDIDATES = ["gb18030", "big5", "utf_16_le", "utf_16_be"]
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
_CONTROLS = "".join(map(chr, (*range(9), *range(14, 27), *range(28, 32))))
_FEW_CONTROL = 8  # stray control characters that a text may hold
_MOST_CONTROL = 0.002  # share of control characters above which bytes are not text
_MOST_DAMAGE = 0.01  # share of broken bytes up to which a text is still UTF-8
_ODD_LINE_ENDS = dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")
_SAMPLE = 20_000


def read(data: bytes, name: str) -> Document:
    """Return the text of *data* with ``\\n`` line ends. Raise ReadError when it is not text."""
    for magic, what in _OTHER_FORMATS:
        if data.startswith(magic):
            raise ReadError(
                name,
                Words(f"内容不是文本，而是{what.zh}", f"not text but {what.en}"),
                Words("请改回正确的扩展名，或另存为文本再检查", "Give it its right ending, or save it as text"),
            )
    text = _decode(data, name)
    if _is_binary(text):
        raise _not_text(name)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _has_odd_line_end(text):
        text = text.translate(_ODD_LINE_ENDS)
    return Document(name, "txt", text, sha256(data).hexdigest())


def _is_binary(text: str) -> bool:
    # Asking whether a sign occurs is far cheaper than counting it, and most texts have none.
    present = [sign for sign in _CONTROLS if sign in text]
    most = max(_FEW_CONTROL, _MOST_CONTROL * min(len(text), _SAMPLE))
    return sum(text.count(sign, 0, _SAMPLE) for sign in present) > most


def _has_odd_line_end(text: str) -> bool:
    """Tell whether *text* has a sign that some programs write for a line end; each is one character."""
    return has_any(text, map(chr, _ODD_LINE_ENDS))


def _decode(data: bytes, name: str) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    lenient = data.decode("utf-8", "replace")
    if lenient.count("\ufffd") <= _MOST_DAMAGE * len(lenient):
        return lenient
    return _guessed(data, name)


def _guessed(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_CANDIDATES).best()
    if best is None:
        raise _not_text(name)
    # gb2312 and gbk are subsets of gb18030, and pages that declare them use characters beyond them.
    return data.decode(best.encoding, "replace")


def _not_text(name: str) -> ReadError:
    return ReadError(
        name,
        Words("文件内容不是文本", "the file is not text"),
        Words("请确认文件没有损坏，并另存为 UTF-8 文本", "Check that it is not damaged and save it as UTF-8 text"),
    )

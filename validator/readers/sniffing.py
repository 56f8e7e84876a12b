"""What a file is: its first bytes say it better than its name."""

from __future__ import annotations

import io
import re

from validator.errors import ReadError
from validator.readers import ARCHIVE, BY_ENDING, FORMATS, SHUT, Format, ending_of
from validator.words import Words

HEAD = 4096
COMPOUND = "compound"
"""An Office file that is no Word file: a table, slides, or what is left of something."""
OLE = b"\xd0\xcf\x11\xe0"
"""How an Office file begins that is no package: one of the old formats, or one with a password."""
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_FLAT_ODT = b"application/vnd.oasis.opendocument.text"
_WORD_XML = b'progid="Word.Document"'
_HTML = re.compile(
    rb"(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body|meta|title|table|div|p)\b", re.I | re.S
)
_MHT = re.compile(rb"(?:from|mime-version|subject|date|content-type|snapshot-content-location)\s*:[^\n]*\n", re.I)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_MOST_ENTRIES = 20_000
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM6", b"II*\x00", b"MM\x00*")
_PACKED = ((b"Rar!", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"\x1f\x8b", "gzip"))


def format_of(data: bytes, name: str) -> Format:
    """Return the format of *data*, or of *name* where the content does not tell.

    Raise ReadError for an archive, a picture, a name whose ending nobody knows and a file of no bytes that is no text.
    """
    _refuse(data, name)
    found = of_content(data, name)
    if found == ARCHIVE:
        raise _archive(name)
    if found == COMPOUND:
        raise _foreign(name)
    if found:
        return FORMATS[found]
    ending = ending_of(name)
    named = BY_ENDING.get(ending) if ending else FORMATS["txt"]
    if named is None:
        raise _unknown(name, ending)
    if named.name not in ("txt", "html", "mht"):
        if not data:
            raise _empty(name)  # its reader would call it damaged
        if _may_be_text(data):
            return FORMATS["txt"]  # plain text that was given the ending of a Word file
    return named


def of_content(data: bytes, name: str) -> str:
    """Return the name of the format that the first bytes of *data* tell; nothing when they do not."""
    head = data[:HEAD]
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data, name)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(OLE):
        return _compound(data, name)
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    return _marked_up(head)


def _marked_up(head: bytes) -> str:
    text = _single_bytes(head)
    if _WORD_XML in text:
        return "doc"
    if _FLAT_ODT in text and b"<?xml" in text:
        return "odt"
    if _HTML.match(text):
        return "html"
    header = text[:1024].lower()
    return "mht" if _MHT.match(text) and b"mime-version:" in header and b"content-type:" in header else ""


def _single_bytes(head: bytes) -> bytes:
    """Return the first bytes without a mark of byte order, and UTF-16 with every other byte left out."""
    for bom in _BOMS:
        if head.startswith(bom):
            head = head[len(bom) :]
            return head.replace(b"\x00", b"") if len(bom) == 2 else head
    return head


def _zipped(data: bytes, name: str) -> str:
    if data[30 : 30 + len(_ODT)] == _ODT:
        return "odt"
    if data.count(b"PK\x01\x02") > _MOST_ENTRIES:  # reading such a list takes seconds; the reader says no
        return "docx"
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        named = BY_ENDING.get(ending_of(name))  # broken: the reader of the ending says how
        return named.name if named and named.name in ("docx", "ofd") else "docx" if b"word/" in data[:HEAD] else ARCHIVE
    if any(n.lower().lstrip("/") == "ofd.xml" for n in names):
        return "ofd"
    # A Word file whose main part stands elsewhere still lists its parts in [Content_Types].xml.
    return "docx" if any(n.lower() in ("[content_types].xml", "word/document.xml") for n in names) else ARCHIVE


def _compound(data: bytes, name: str) -> str:
    if is_locked(data):
        return "docx"
    if len(data) != HEAD and _WORD_STREAM not in data:
        return COMPOUND
    return "wps" if ending_of(name) in FORMATS["wps"].endings else "doc"


def is_locked(data: bytes) -> bool:
    """Tell whether an Office file, which begins with OLE, has a password."""
    return _ENCRYPTED in data


def _may_be_text(data: bytes) -> bool:
    head = data[:HEAD]
    return head.startswith(_BOMS) or (bool(head.strip()) and min(head) >= 9)


def _refuse(data: bytes, name: str) -> None:
    packed = next((kind for magic, kind in _PACKED if data.startswith(magic)), SHUT.get(ending_of(name)))
    if packed:
        raise ReadError(
            name,
            Words(f"这是 {packed} 压缩包，打不开", f"a {packed} archive cannot be opened"),
            Words("请解压，或改成 .zip 再检查", "Unpack it, or make a .zip of it"),
        )
    if data.startswith(_PICTURES):
        raise ReadError(
            name,
            Words("这是图片，不是文档", "this is a picture"),
            Words("请发原来的 Word 或 PDF", "Send the Word or PDF file that it was made from"),
        )


def _empty(name: str) -> ReadError:
    return ReadError(
        name,
        Words("文件是空的（0字节），没有内容可查", "the file is empty (0 bytes)"),
        Words("请重新发来原文件", "Send the file again"),
    )


def _archive(name: str) -> ReadError:
    return ReadError(
        name,
        Words("这是压缩包，不是一份报告；或者文件已损坏", "this is an archive, or a damaged file"),
        Words("请解压后再检查，或确认文件能用 Word、WPS 打开", "Unpack it, or see whether Word or WPS can open it"),
    )


def _foreign(name: str) -> ReadError:
    return ReadError(
        name,
        Words("这是 Office 文件，但里面没有 Word 文档，或者已损坏", "an Office file without Word text, or damaged"),
        Words("请用 Word 或 WPS 打开，另存为 .docx 再检查", "Open it in Word or WPS and save it as .docx"),
    )


def _unknown(name: str, ending: str) -> ReadError:
    known = "、".join(BY_ENDING)
    return ReadError(
        name,
        Words(f"不认识的文件格式 {ending}", f"unknown file format {ending}"),
        Words(f"请另存为以下格式之一：{known}", f"Save it as one of: {known}"),
    )

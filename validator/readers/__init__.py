"""Bytes → Document. One module per format, one registry: to add a format, add its line here."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import NamedTuple

from validator.errors import ReadError
from validator.model.document import Document
from validator.words import Words

Reader = Callable[[bytes, str], Document]


class Format(NamedTuple):
    """A kind of file. *module* has a function ``read``; without one LibreOffice must make a Word file of it first.

    *plain*: nothing in it can cost more than its size, so it needs no process of its own.
    """

    name: str
    title: Words
    endings: tuple[str, ...]
    module: str = ""
    plain: bool = False


FORMATS: Mapping[str, Format] = {
    f.name: f
    for f in (
        Format(
            "txt", Words("文本", "text"), (".txt", ".md", ".markdown", ".text"), "validator.readers.text", plain=True
        ),
        Format("docx", Words("Word 文件", "a Word file"), (".docx", ".docm", ".dotx"), "validator.readers.docx"),
        Format("pdf", Words("PDF 文件", "a PDF file"), (".pdf",), "validator.readers.pdf"),
        Format("html", Words("网页", "a web page"), (".html", ".htm", ".xhtml", ".shtml"), "validator.readers.html"),
        Format("mht", Words("单文件网页", "a web archive"), (".mht", ".mhtml"), "validator.readers.mht"),
        Format("ofd", Words("OFD 文件", "an OFD file"), (".ofd",), "validator.readers.ofd"),
        Format("doc", Words("旧版 Word 文件（.doc）", "an old Word file (.doc)"), (".doc", ".dot")),
        Format("wps", Words("WPS 文件", "a WPS file"), (".wps", ".wpt")),
        Format("rtf", Words("RTF 文件", "an RTF file"), (".rtf",)),
        Format("odt", Words("ODT 文件", "an OpenDocument text"), (".odt", ".ott", ".fodt")),
    )
}
"""Name of the format → how it is read; modules are imported only when a file needs them."""

BY_ENDING: Mapping[str, Format] = {ending: f for f in FORMATS.values() for ending in f.endings}
ARCHIVE = "zip"
SHUT: Mapping[str, str] = {".rar": "RAR", ".7z": "7z", ".tar": "tar", ".gz": "gzip", ".tgz": "gzip"}
"""Endings of archives that are told and not opened."""


def ending_of(name: str) -> str:
    """Return the ending of a file name in small letters, with its dot."""
    ending = os.path.splitext(name)[1].lower()  # a path object would cost ten times as much, for every file of a folder
    return "" if ending == "." else ending


def read(data: bytes, name: str) -> Document:
    """Return the document in *data*; its content, else the ending of *name*, decides the format.

    Raise ReadError when it cannot be read here: also for the formats that LibreOffice must convert first.
    """
    from validator.readers.sniffing import format_of

    found = format_of(data, name)
    if not found.module:
        raise ReadError(name, *_UNCONVERTED)
    document = read_as(found, data, name)
    note = _misnamed(found, name)
    return document._replace(notes=(note, *document.notes)) if note else document


def read_as(found: Format, data: bytes, name: str) -> Document:
    """Return the document in *data*, which is of the format *found*. Raise ReadError."""
    reader: Reader = import_module(found.module).read
    return reader(data, name)


def _misnamed(found: Format, name: str) -> Words | None:
    ending = ending_of(name)
    if not ending or ending in found.endings:
        return None
    return Words(
        f"扩展名是 {ending}，内容其实是{found.title.zh}，已按内容读取。",
        f"The name ends in {ending}, but this is {found.title.en}; it was read as such.",
    )


_UNCONVERTED = (
    Words("这种文件要先用 LibreOffice 转换", "LibreOffice must convert this file first"),
    Words("请另存为 .docx 再检查", "Save it as .docx and check that"),
)

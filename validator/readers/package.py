"""Zip packages with XML parts (Word, OFD), opened so that a hostile file can do no harm.

Nothing is unpacked that nobody asks for, and no more of a part than its limit, whatever sizes the package states.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from validator.errors import ReadError
from validator.readers.sniffing import OLE, is_locked
from validator.words import Words

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_ENTRIES = 2_000
MAX_PART = 32 * 1024 * 1024  # bytes of one part
MAX_XML = 64 * 1024 * 1024  # bytes of all XML parts together, as the package states them
MAX_RATIO = 200
MAX_NODES = 3_000_000  # tags and attributes of one part; each takes about 100 bytes of memory
_FLOOR = 1024 * 1024  # a part of so few bytes may be packed as tightly as it likes
_ENTRY = b"PK\x01\x02"
_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, OverflowError)
_SAVE_AGAIN = Words(
    "请用 Word 或 WPS 打开后另存为 .docx 再检查", "Open it in Word or WPS, save it as .docx and check again"
)
_HINTS = {
    ".ofd": Words("请用 OFD 阅读器打开后另存为 PDF 再检查", "Open it in an OFD reader, save it as PDF and check again")
}
_NO_PASSWORD = Words(
    "请打开后去掉密码（文件→信息→保护文档），保存后再检查",
    "Open it, take the password off (File, Info, Protect), save it and check again",
)


class Package(NamedTuple):
    """An open package: *name* of the file, *names* of its parts as they are written, in order."""

    name: str
    names: tuple[str, ...]
    archive: ZipFile
    entries: Mapping[str, ZipInfo]


def opened(data: bytes, name: str) -> Package:
    """Open the package in *data*; *name* is the file's. Raise ReadError when it is broken, locked or hostile."""
    if data.startswith(OLE):
        raise _not_a_package(data, name)
    # Reading a list of a million entries takes seconds, so they are counted first; parts may hold packages themselves.
    if data.count(_ENTRY) > 10 * MAX_ENTRIES:
        raise _too_many(name)
    try:
        archive = ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise _broken(name) from error
    entries = archive.infolist()
    _check(entries, name)
    names = tuple(entry.filename for entry in entries)
    return Package(name, names, archive, {_key(entry.filename): entry for entry in entries})


def has(package: Package, name: str) -> bool:
    """Tell whether the package has a part *name*, in whatever case."""
    return _key(name) in package.entries


def part(package: Package, name: str) -> bytes:
    """Return the bytes of the part *name*. Raise ReadError when it is missing, broken or too large."""
    entry = package.entries.get(_key(name))
    if entry is None:
        raise ReadError(
            package.name,
            Words(f"文件不完整：缺少 {name}", f"the file is incomplete: it has no {name}"),
            _hint(package.name),
        )
    # Stated sizes can lie: the limit also follows from the bytes that are really there.
    limit = min(MAX_PART, max(_FLOOR, MAX_RATIO * entry.compress_size))
    if entry.file_size > limit:
        raise _too_large(package.name, name)
    try:
        with package.archive.open(entry) as stream:
            data = stream.read(limit + 1)
    except _BROKEN as error:
        raise _broken(package.name) from error
    if len(data) > limit:
        raise _too_large(package.name, name)
    return data


def xml(data: bytes, name: str) -> _Element:
    """Return the root element of the XML in *data*; *name* is the file's. Raise ReadError when it is unsafe or broken.

    No document type, no entities, nothing fetched, at most 256 elements inside each other.
    """
    from lxml import etree

    if data.count(b"<") + data.count(b"=") > MAX_NODES:
        raise _too_large(name, "XML")
    if b"<!DOCTYPE" in data:
        raise _document_type(name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _broken(name) from error
    if root.getroottree().docinfo.doctype:  # written in another encoding
        raise _document_type(name)
    return root


def _key(name: str) -> str:
    """Return what names of one part have in common: case, the slash in front and its kind do not count."""
    return name.replace("\\", "/").lstrip("/").lower()


def _check(entries: list[ZipInfo], name: str) -> None:
    if len(entries) > MAX_ENTRIES:
        raise _too_many(name)
    if any(entry.flag_bits & 1 for entry in entries):
        raise _locked(name)
    if any(".." in _key(entry.filename).split("/") for entry in entries):
        raise _odd(name)
    # Of one part there is one, or each program shows another; pictures may have names that differ in case only.
    parts = [entry for entry in entries if entry.filename.lower().endswith((".xml", ".rels"))]
    if len({_key(entry.filename) for entry in parts}) < len(parts):
        raise _odd(name)
    # Only these two unpack no more than they are asked for.
    if any(entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for entry in parts):
        raise _odd(name)
    if sum(entry.file_size for entry in parts) > MAX_XML:
        raise _too_large(name, "XML")


def _not_a_package(data: bytes, name: str) -> ReadError:
    if is_locked(data):
        return _locked(name)
    return ReadError(
        name,
        Words("内容是旧版 Office 文件（.doc），扩展名不对", "an old Office file (.doc) with another ending"),
        _hint(name),
    )


def _locked(name: str) -> ReadError:
    return ReadError(name, Words("文件有密码", "the file has a password"), _NO_PASSWORD)


def _broken(name: str) -> ReadError:
    return ReadError(name, Words("文件已损坏或不完整，打不开", "the file is damaged or incomplete"), _hint(name))


def _odd(name: str) -> ReadError:
    return ReadError(name, Words("文件的内部结构不正常", "the file is built in an abnormal way"), _hint(name))


def _document_type(name: str) -> ReadError:
    return ReadError(
        name,
        Words("文件里有不允许的 XML 声明（DOCTYPE）", "the file has a forbidden declaration (DOCTYPE)"),
        _hint(name),
    )


def _too_many(name: str) -> ReadError:
    return ReadError(
        name, Words(f"文件内部超过 {MAX_ENTRIES} 个部分", f"the file has more than {MAX_ENTRIES} parts"), _hint(name)
    )


def _too_large(name: str, what: str) -> ReadError:
    megabytes = MAX_PART // 1024 // 1024
    return ReadError(
        name,
        Words(
            f"文件内部的 {what} 解压后太大（上限 {megabytes} MB、{MAX_RATIO} 倍或 {MAX_NODES // 10_000} 万个标记）",
            f"{what} in the file is too large unpacked (at most {megabytes} MB, {MAX_RATIO}:1 or {MAX_NODES:,} tags)",
        ),
        _hint(name),
    )


def _hint(name: str) -> Words:
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    return _HINTS.get(suffix, _SAVE_AGAIN)

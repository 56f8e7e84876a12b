"""Paths → the files that they mean: folders and archives are opened, and bytes are read within limits."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Sequence
from stat import S_ISREG
from typing import TYPE_CHECKING, NamedTuple

from validator.errors import ReadError, cannot
from validator.readers import ARCHIVE, BY_ENDING, FORMATS, SHUT, ending_of
from validator.words import Words

if TYPE_CHECKING:
    from zipfile import ZipInfo

MAX_BYTES = 30 * 1024 * 1024
MAX_MEMBERS = 2000
STDIN = "-"
_MOST_RATIO = 200
_SMALL = 1024 * 1024  # bytes that may be packed as tightly as they like
_SUBMITTED = (".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".xls", ".xlsx", ".et", ".ppt", ".pptx", ".dps")
_UTF_8_NAME = 0x800
_ENCRYPTED = 0x1
_LEFT_OUT = ("__MACOSX/", ".", "~$")
_BROKEN_ARCHIVE = (
    Words("压缩包打不开，可能已损坏", "the archive cannot be opened; it may be damaged"),
    Words("请重新压缩成 .zip，或解压后再检查", "Make it anew, or unpack it"),
)
_TOO_MANY = Words(
    f"压缩包里的文件超过{MAX_MEMBERS}个，其余没有查", f"more than {MAX_MEMBERS} members: the rest was left out"
)
_NOTHING_INSIDE = Words("压缩包里没有可以检查的文件", "the archive holds no file that can be checked")


class Source(NamedTuple):
    """A file, or a member of an archive. *entry*: place in the archive's directory, -1 for a file of its own.

    *refused* says why a member cannot be read, when the directory already tells. *data* is what standard input gave.
    *closed*: a folder that cannot be entered, which stands for whatever is in it.
    """

    path: str
    member: str = ""
    entry: int = -1
    refused: Words | None = None
    data: bytes | None = None
    closed: bool = False


def name_of(source: Source) -> str:
    """Return the name that decides the format and that people see; bytes that are no UTF-8 become U+FFFD."""
    path = source.path if source.path.isascii() else os.fsencode(source.path).decode("utf-8", "replace")
    return f"{path}/{source.member}" if source.member else path


def sources_of(path: str) -> list[Source]:
    """Return the files that *path* means: itself, those of a folder, the members of an archive.

    A folder that cannot be entered stands in place of its files, so that it is told as unreadable.
    """
    if path == STDIN or not os.path.isdir(path):
        return _opened(path)
    closed: list[OSError] = []
    files = files_under(path, closed)
    return [*map(_closed, closed), *(s for file in files for s in _opened(file))]


def files_under(path: str, closed: list[OSError] | None = None) -> list[str]:
    """Return the files of a folder and its folders that can be read, sorted; hidden ones are left out.

    *closed* takes why folders cannot be entered. The folder that a browser saves beside a page (报告_files) holds parts
    of that page and is left out.
    """
    return [file for file in _walked(path, _is_known, closed) if _is_file(file)]


def _is_file(path: str) -> bool:
    """Tell whether *path* is a file. One that nobody may look at stands for itself: its name says whose it is."""
    try:
        return S_ISREG(os.stat(path).st_mode)
    except PermissionError:
        return True
    except OSError:
        return False


def _closed(error: OSError) -> Source:
    unseen = "the folder cannot be opened, nothing in it was checked"
    return Source(error.filename, refused=cannot("文件夹打不开，里面的文件没有查", unseen, error), closed=True)


def unread_under(path: str) -> list[str]:
    """Return the names of files in a folder that may be somebody's submission and that nothing here reads, sorted."""
    return sorted(_walked(path, lambda name: ending_of(name) in _SUBMITTED))


def _walked(path: str, wanted: Callable[[str], bool], closed: list[OSError] | None = None) -> Iterator[str]:
    """Yield the *wanted* files of a folder and its folders in order; hidden ones and parts of saved pages never."""
    for folder, subfolders, names in os.walk(path, onerror=None if closed is None else closed.append):
        pages = _pages(names)
        subfolders[:] = sorted(f for f in subfolders if not f.startswith(".") and not _belongs_to(f, pages))
        yield from (_joined(folder, n) for n in sorted(names) if wanted(n) and not n.startswith((".", "~$")))


def _joined(folder: str, name: str) -> str:
    return name if folder == os.curdir else os.path.join(folder.removeprefix(f"{os.curdir}{os.sep}"), name)


def _pages(names: Sequence[str]) -> set[str]:
    return {os.path.splitext(n)[0] for n in names if ending_of(n) in FORMATS["html"].endings}


def _belongs_to(folder: str, pages: set[str]) -> bool:
    stem, sign, _ = folder.rpartition("_files" if folder.endswith("_files") else ".files")
    return bool(sign) and stem in pages


def _is_known(name: str) -> bool:
    ending = ending_of(name)
    return ending in BY_ENDING or ending in SHUT or ending == f".{ARCHIVE}"


def _opened(path: str) -> list[Source]:
    if ending_of(path) != f".{ARCHIVE}" or not os.path.isfile(path):
        return [Source(path)]
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as archive:
            members = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        return [Source(path)]  # reading it says why
    if any(m.filename.lower() in ("[content_types].xml", "ofd.xml") for m in members):
        return [Source(path)]  # a document under a wrong name
    found = list(_members(path, members[:MAX_MEMBERS]))
    if len(members) > MAX_MEMBERS:
        found.append(Source(path, refused=_TOO_MANY))
    return found or [Source(path, refused=_NOTHING_INSIDE)]


def _members(path: str, members: Sequence[ZipInfo]) -> Iterator[Source]:
    for index, member in enumerate(members):
        shown = _member_name(member)
        base = shown.rsplit("/", 1)[-1]
        if member.is_dir() or shown.startswith(_LEFT_OUT[0]) or base.startswith(_LEFT_OUT[1:]) or not _is_known(base):
            continue
        yield Source(path, shown, index, _refused(member, base))


def _refused(member: ZipInfo, base: str) -> Words | None:
    if ending_of(base) == f".{ARCHIVE}":
        return Words(
            "压缩包里的压缩包没有打开，请先解压", "an archive inside an archive is not opened: unpack it first"
        )
    if member.flag_bits & _ENCRYPTED:
        return Words("压缩包有密码，打不开，请去掉密码", "the archive has a password: take it off")
    if member.file_size > MAX_BYTES or member.file_size > max(_SMALL, member.compress_size * _MOST_RATIO):
        return Words("解压后太大，没有打开，请核对文件", "unpacked it would be too large: is it the right file?")
    return None


def _member_name(member: ZipInfo) -> str:
    """Return a member's name as its author saw it: Chinese Windows writes GBK and does not say so."""
    if member.flag_bits & _UTF_8_NAME or member.filename.isascii():
        return member.filename
    raw = member.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename


def bytes_of(source: Source) -> bytes:
    """Return what a file holds. Raise ReadError when it cannot be read or is larger than MAX_BYTES."""
    if source.data is not None:
        return source.data
    if source.refused:
        raise ReadError(name_of(source), source.refused)
    return _member_bytes(source, MAX_BYTES) if source.entry >= 0 else _file_bytes(source.path)


def head_of(source: Source, size: int) -> bytes:
    """Return the first bytes of a source, or nothing when there are none to be had."""
    try:
        if source.data is not None:
            return source.data[:size]
        if source.entry >= 0 and not source.refused:
            return _member_bytes(source, size, size)
        if os.path.isfile(source.path):  # a pipe would be emptied by looking into it
            with io.FileIO(source.path) as file:
                return file.read(size) or b""
    except (ReadError, OSError):
        pass
    return b""


def size_of(source: Source) -> int:
    """Return how many bytes a source has on the disk, 0 when that is not known."""
    try:
        return len(source.data) if source.data is not None else os.path.getsize(source.path)
    except OSError:
        return 0


def _member_bytes(source: Source, limit: int, size: int = MAX_BYTES + 1) -> bytes:
    import zlib
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(source.path) as archive, archive.open(archive.infolist()[source.entry]) as file:
            data = file.read(size)  # whatever the directory says of its length
    except (BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError) as error:
        raise ReadError(name_of(source), *_BROKEN_ARCHIVE) from error
    if len(data) > limit:
        raise _too_large(name_of(source), len(data))
    return data


def _file_bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise ReadError(path, Words("没有这个文件", "no such file"), Words("请核对路径", "Check the path")) from error
    except PermissionError as error:
        raise ReadError(
            path,
            Words("没有读取权限", "permission denied"),
            Words("请换一个有权限的账号，或复制一份再查", "Copy it or ask for access"),
        ) from error
    except OSError as error:
        raise ReadError(path, cannot("读取失败", "cannot read", error)) from error
    if len(data) > MAX_BYTES:
        raise _too_large(path, os.path.getsize(path))  # a device has no size of its own
    return data


def _too_large(name: str, size: int) -> ReadError:
    limit = MAX_BYTES // 1024 // 1024
    size = max(size // 1024 // 1024, limit)
    return ReadError(
        name,
        Words(f"文件有 {size} MB，超过 {limit} MB 的上限", f"{size} MB is more than the limit of {limit} MB"),
        Words("请确认拿对了文件；一份报告通常不到 1 MB", "Is it the right file? A report is usually under 1 MB"),
    )

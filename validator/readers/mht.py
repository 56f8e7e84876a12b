"""A web page saved as one file (MHTML): a message of parts, one of which is the page."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from hashlib import sha256

from validator.errors import ReadError
from validator.model.document import Document
from validator.readers.decoding import decoded
from validator.readers.html import declared_encoding, document_of
from validator.words import Words


def read(data: bytes, name: str) -> Document:
    """Return the text of the page in *data*. Raise ReadError when there is none.

    Places are lines and columns of the page's own source, as it was before it was packed. The text of a page of frames
    is that of the first frame that has some.
    """
    digest = sha256(data).hexdigest()
    error = ReadError(name, *_NO_PAGE)
    blank: Document | None = None
    for page, encoding in _pages(data, name):
        try:
            found = document_of(decoded(page, name, encoding or declared_encoding(page)), name, "mht", digest)
        except ReadError as unread:
            error = unread
            continue
        if found.text:
            return found
        blank = found
    if blank:
        return blank
    raise error


def _pages(data: bytes, name: str) -> Iterator[tuple[bytes, str]]:
    """Yield the pages of a message and the encodings that it states for them, the one to be shown first."""
    data = data.lstrip(b"\xef\xbb\xbf\r\n\t ")
    if not data or data.startswith(b"<"):  # a page without a message around it
        yield data, ""
        return
    if data.count(b"\n--") > _MOST_PARTS or len(_header(data)) > _LONGEST_HEADER:
        raise ReadError(name, *_TOO_MUCH)
    try:
        message = message_from_bytes(data)
    except RecursionError:
        raise ReadError(name, *_TOO_MUCH) from None
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    start = str(message.get_param("start") or "")
    pages.sort(key=lambda part: part.get("Content-ID") != start or not start)
    for part in pages:
        yield _content(part), declared_encoding(f"charset={part.get_content_charset('')}".encode("ascii", "replace"))


def _header(data: bytes) -> bytes:
    return data.partition(b"\r\n\r\n" if b"\r\n" in data[:1000] else b"\n\n")[0]


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


_MOST_PARTS = 10_000
_LONGEST_HEADER = 100_000
_PAGES = ("text/html", "application/xhtml+xml")
_NO_PAGE = (
    Words("单文件网页里没有网页", "no page in the web archive"),
    Words("请在浏览器里打开，另存为 .html 再检查", "Open it in a browser and save it as .html"),
)
_TOO_MUCH = (
    Words("单文件网页的组成部分太多或层层相套，没有读", "too many parts, or parts within parts: not read"),
    Words("请在浏览器里打开，另存为 .html 再检查", "Open it in a browser and save it as .html"),
)

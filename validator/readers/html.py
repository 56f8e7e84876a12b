"""A saved web page: all of its text, menus and all; the outline tells the report from what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from validator.errors import ReadError
from validator.model.document import Document
from validator.readers.composing import Piece, composed
from validator.readers.decoding import decoded
from validator.readers.web.marking import TooManyTagsError, marked
from validator.readers.web.marks import MARK, Marked
from validator.readers.web.runs import pieces_of
from validator.words import Words

# Only encodings in which not just any bytes are text: a page may name a wrong one.
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*((?:gb|x-gbk|big5|cp9|hz-)[\w-]*)""", re.I)
_HEAD = 8192  # bytes in which a page names its encoding
_TAG = re.compile("<[a-zA-Z!/]")
_FRAME = re.compile("<i?frame", re.I)
_UNREAD = ["rt", "rtc", "rp", "del"]  # readings of characters; what an editor struck out
_METAS = (("articletitle", "网页标题："), ("pubdate", "网页发布日期："), ("contentsource", "网页来源："))
_MOST_CHARACTERS = 2_500_000  # with the marks; more is no report, and nobody will ask where in it something stands
_MOST_LINES = 200_000


def read(data: bytes, name: str) -> Document:
    """Return the text of the page in *data*. Raise ReadError when it is no page or has no text.

    Places are lines and columns of the decoded source. Meta tags that tell title, date and source of an article stand
    above the text, as lines of a header table.
    """
    return document_of(decoded(data, name, declared_encoding(data)), name, "html", sha256(data).hexdigest())


def declared_encoding(data: bytes) -> str:
    """Return the Chinese encoding that a page names for itself, or nothing."""
    m = _DECLARED.search(data[:_HEAD])
    return m[1].decode("ascii") if m else ""


def document_of(source: str, name: str, format: str, digest: str) -> Document:
    """Return the document of the page *source*. Raise ReadError."""
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    if not source.strip():
        return Document(name, format, "", digest)
    if not _TAG.search(source):
        raise ReadError(name, *_NO_PAGE)
    try:
        page = marked(source)
    except TooManyTagsError:
        raise ReadError(name, *_TOO_MANY_TAGS) from None
    text = _extracted(page.page)
    if len(text) > _MOST_CHARACTERS or text.count("\n") > _MOST_LINES:
        return Document(name, format, MARK.sub("", text), digest, notes=(_NO_PLACES,))
    pieces = pieces_of(text, page.marks)
    if not pieces:
        raise ReadError(name, *(_ONLY_FRAMES if _FRAME.search(source) else _NO_TEXT))
    text, blocks = composed([*_meta_pieces(page), *pieces])
    return Document(name, format, text, digest, blocks, () if page.whole else (_PLACES_LOST,))


def _extracted(page: str) -> str:
    """Return the text that a page shows; where it shows no sentence, that which its scripts would show."""
    text = _plain_text(page, [*_UNREAD, "[hidden]"])
    return text if "。" in text or " hidden>" not in page else _plain_text(page, _UNREAD)


def _plain_text(page: str, skipped: list[str]) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(
        page,
        preserve_formatting=True,
        main_content=False,
        list_bullets=False,
        alt_texts=False,
        links=False,
        skip_elements=skipped,
    )


def _meta_pieces(page: Marked) -> Iterator[Piece]:
    for name, key in _METAS:
        if meta := page.metas.get(name):
            yield Piece(key, meta.line, meta.column, label=len(key))
            yield Piece(meta.content, meta.line, meta.column, joined=True)
    if page.metas:
        yield Piece("", 1)


_NO_PAGE = (
    Words("文件里没有网页标签，不是网页", "no tags in it: not a web page"),
    Words("如果是纯文本，请把扩展名改为 .txt", "If it is plain text, let its name end in .txt"),
)
_TOO_MANY_TAGS = (
    Words("网页的标签超过 100 万个，不像一份报告", "more than a million tags: not like a report"),
    Words("请只保存报告正文再检查", "Save the report alone and check that"),
)
_ONLY_FRAMES = (
    Words("网页只有框架，正文在另外的文件里", "only frames: the text is in other files"),
    Words("请打开框架里的正文页，单独保存后再检查", "Open the frame with the report, save that page and check it"),
)
_NO_TEXT = (
    Words("网页里没有文字，正文可能由脚本载入", "no text in the page; a script may load it"),
    Words(
        "请在浏览器里打开，把正文复制到 .txt 或 Word 文件再检查",
        "Open it in a browser and copy the report to a .txt file",
    ),
)
_NO_PLACES = Words("网页太大，没有记录行号。", "The page is too large: no places in it were recorded.")
_PLACES_LOST = Words(
    "网页很大，后面部分的行号只是大概位置。", "A very large page: the line numbers in its last part are not exact."
)

"""PDF: text with the place of every character, by pdfium; scanned pages by text recognition where it is installed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from hashlib import sha256
from typing import TYPE_CHECKING

from validator.errors import ReadError
from validator.model.document import Document
from validator.readers import ocr
from validator.readers.composing import composed
from validator.readers.pages.glyphs import Line, Page
from validator.readers.pages.lines import lines_of
from validator.readers.pages.page import pieces_of
from validator.readers.pages.paging import (
    MAX_CHARACTERS,
    Reason,
    kind_of,
    nothing_read,
    pages_in_words,
    read_pages,
    unread_words,
)
from validator.readers.pages.pdfpage import glyphs_of, pictures_of
from validator.words import Words

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_DOTS_PER_POINT = 200 / 72
_PASSWORD = 4
_ORIGINAL = Words("请重新导出 PDF，或发原来的 Word 文件", "Export it again, or send the original Word file")
_LOCKED = Words("PDF 有密码，打不开", "the PDF has a password")
_NO_PASSWORD = Words("请去掉密码后再检查", "Take the password off and check again")
_BROKEN = Words("PDF 已损坏或不完整，打不开", "the PDF is damaged or incomplete")


def read(data: bytes, name: str) -> Document:
    """Return the text of a PDF, placed by page and line. Raise ReadError when nothing of it can be read.

    ``unread`` tells which pages could not be read, or were too many or too slow.
    """
    strays: list[str] = []
    with closing(_opened(data, name)) as pdf:
        pages, unread = read_pages(len(pdf), lambda number, before: _page(pdf, number, before, strays))
    if unread and not any(page.lines for page in pages):
        raise nothing_read(name, unread, with_ocr=True)
    pieces, running = pieces_of(pages)
    text, blocks = composed(pieces)
    apart = (*running, *dict.fromkeys(filter(str.strip, strays)))
    return Document(name, "pdf", text, sha256(data).hexdigest(), blocks, _notes(pages), apart, unread_words(unread))


def _opened(data: bytes, name: str) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        # pdfium keeps the code of an earlier failure, so a password must also be one that this file can have.
        if error.err_code == _PASSWORD and b"/Encrypt" in data:
            raise ReadError(name, _LOCKED, _NO_PASSWORD) from error
        raise ReadError(name, _BROKEN, _ORIGINAL) from error


def _page(pdf: PdfDocument, number: int, before: Sequence[Line], strays: list[str]) -> Page | Reason:
    from pypdfium2 import PdfiumError

    try:
        with closing(pdf[number - 1]) as page, closing(page.get_textpage()) as textpage:
            if textpage.count_chars() > MAX_CHARACTERS:
                return "dense"
            found = glyphs_of(page, textpage)
            kind = kind_of("".join([g.text for g in found.glyphs]), lambda: pictures_of(page))
            if kind != "text":
                return _recognised(page, number) if ocr.available() else kind
            strays.append(found.strays)
            return Page(number, found.width, found.height, lines_of(found.glyphs, before))
    except PdfiumError:
        return "broken"


def _recognised(page: PdfPage, number: int) -> Page | Reason:
    """Return a page as text recognition reads it."""
    width, height = page.get_size()
    scale = min(_DOTS_PER_POINT, ocr.LONGEST_SIDE / max(width, height))
    with closing(page.render(scale=scale)) as picture:
        lines = ocr.lines_of(picture.to_numpy(), scale)
    return Page(number, width, height, lines, "ocr") if lines else "blind"


def _notes(pages: list[Page]) -> tuple[Words, ...]:
    recognised = [page.number for page in pages if page.review == "ocr"]
    if not recognised:
        return ()
    where = pages_in_words(recognised)
    return (
        Words(
            f"{where.zh}是扫描图片，文字由识别得到，可能有错，请对照原件核对。",
            f"Read from pictures by text recognition, check against the original: {where.en}.",
        ),
    )

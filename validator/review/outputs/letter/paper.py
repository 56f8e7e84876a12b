"""Official letters as Word files, in the form of GB/T 9704: texts → paragraphs and tables → a file.

The file is written as it is, without the template of python-docx: that one holds 800 KB of styles nobody here uses,
and would cost more than everything else in the letter. Tests read the files back with python-docx.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence

from validator.renderers.wording import shown
from validator.review.outputs.letter.package import DOCUMENT, PARTS, TABLE

WIDTH = 8844
"""Of the text, in twentieths of a point: A4 less 28 mm on the left and 26 mm on the right."""
MAX_TEXT = 3_000
"""Characters of one paragraph or cell: a letter is for people."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def safe(text: str) -> str:
    """Return *text* as it may stand in XML: on one line, with nothing that changes how a page is read."""
    cut = text if len(text) <= MAX_TEXT else f"{text[:MAX_TEXT]}…"
    return shown(cut).translate(_ESCAPES)


def paragraph(text: str, style: str = "") -> str:
    """Return a paragraph; *style* is one of the styles of the package, none: that of the body."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{safe(text)}</w:t></w:r></w:p>'


def title(lines: Sequence[str]) -> str:
    """Return the title of a letter, broken into these lines."""
    runs = '</w:t><w:br/><w:t xml:space="preserve">'.join(map(safe, lines))
    return f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t xml:space="preserve">{runs}</w:t></w:r></w:p>'


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> str:
    """Return a table with borders whose head is repeated on every page. *widths*: parts of the text's width."""
    total = sum(widths)
    columns = [WIDTH * width // total for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    lines = [_row(heads, columns, "Head", "<w:tblHeader/>"), *(_row(row, columns, "Cell", "") for row in rows)]
    # The empty paragraphs keep text off the table, and two tables from becoming one.
    gap = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'
    return f"{gap}<w:tbl>{TABLE}<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>{gap}"


def _row(cells: Sequence[str], columns: Sequence[int], style: str, more: str) -> str:
    body = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_cell(text, style)}</w:tc>'
        for text, width in zip(cells, columns, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{body}</w:tr>"


def _cell(text: str, style: str) -> str:
    return "".join(paragraph(line, style) for line in text.split("\n"))


def letter(title: str, blocks: Iterable[str]) -> bytes:
    """Return a Word file of *blocks*, A4, pages numbered; the same blocks give the same bytes."""
    out = io.BytesIO()
    made = {"word/document.xml": DOCUMENT.format(body="".join(blocks)), "docProps/core.xml": _core(title)}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (*PARTS.items(), *made.items()):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content.encode("utf-8"))
    return out.getvalue()


def _core(title: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{safe(title)}</dc:title><dc:creator>chaque</dc:creator>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:modified>'
        "</cp:coreProperties>"
    )

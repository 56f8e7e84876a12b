"""Lines of a report → bytes of a file: plain text, Word, a web page; folders of them in an archive."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from validator.demo.papers.writing import Hand, Line, text_of

if TYPE_CHECKING:
    from docx.document import Document

_DAY = (2026, 3, 5, 9, 0, 0)
"""When everything inside an archive was written: the same seed makes the same bytes."""

_PAGE = """<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>{title}</title></head><body>
<div class="nav">首页 &gt; 政务公开 &gt; 法治政府建设年度报告</div>
<table><tr><th>索引号</th><td>YC{number:04}/2026-00{number:02}</td><th>发布机构</th><td>云川县政务公开办公室</td></tr>
<tr><th>标题</th><td>{title}</td><th>发布日期</th><td>{published}</td></tr></table>
{body}
<div class="foot">扫一扫在手机打开当前页　【打印】　【关闭】</div>
</body></html>
"""


def plain(lines: Sequence[Line], style: Hand, encoding: str = "utf-8") -> bytes:
    """Return a text file."""
    return text_of(list(lines), style).encode(encoding)


def page(lines: Sequence[Line], number: int, published: str) -> bytes:
    """Return a page of the county's website; *number* stands in its index, *published* in its table."""
    body = "\n".join(f"<p{_placed(line)}>{escape(line.text)}</p>" for line in lines)
    title = escape("".join(line.text for line in lines if line.kind == "title"))
    return _PAGE.format(title=title, number=number, published=published, body=body).encode()


def _placed(line: Line) -> str:
    side = {"title": "center", "sign": "right"}.get(line.kind)
    return f' style="text-align:{side}"' if side else ""


def word(lines: Sequence[Line], styled: bool) -> bytes:
    """Return a Word file; *styled*: its headings have Word's own styles."""
    document, parts = _empty()
    body = document.element.body
    for paragraph in body.findall(f"{{{body.nsmap['w']}}}p"):  # what the last report has left
        body.remove(paragraph)
    for line in lines:
        _put(document, line, styled)
    return archive({**parts, _MAIN: document.part.blob})


_MAIN = "word/document.xml"


@cache
def _empty() -> tuple[Document, Mapping[str, bytes]]:
    """Return Word's empty document and the parts of its file: opening it anew for each report would take longest."""
    from docx import Document as open_document  # loads what other verbs do not need

    buffer = io.BytesIO()
    open_document().save(buffer)
    with ZipFile(buffer) as made:
        return open_document(buffer), {name: made.read(name) for name in made.namelist()}


def _put(document: Document, line: Line, styled: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    level = {"title": 0, "part": 1}.get(line.kind)
    if styled and level is not None:
        paragraph = document.add_heading(line.text, level)
    else:
        paragraph = document.add_paragraph(line.text)
    if line.kind == "title":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif line.kind == "sign":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of *files*, always the same for the same files."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as made:
        for name, data in files.items():
            info = ZipInfo(name, _DAY)
            info.compress_type = ZIP_DEFLATED
            made.writestr(info, data, compresslevel=1)
    return buffer.getvalue()


def damaged(data: bytes) -> bytes:
    """Return what is left of a file whose copying broke off half-way."""
    return data[: len(data) // 2]

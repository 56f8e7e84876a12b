"""PDF files for tests, printed with a font that needs no file."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

FONT = "STSong-Light"
SIZE = 16.0
WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP, PITCH = 79.0, 521.0, 105.0, 28.0
IN_A_LINE = RIGHT - LEFT

Line = tuple[float, float, str]
Draw = Callable[[Any, int], None]


def width_of(text: str, size: float = SIZE) -> float:
    _register()
    return float(pdfmetrics.stringWidth(text, FONT, size))


def broken(text: str, indent: float = 0.0, room: float = IN_A_LINE) -> list[str]:
    """Return *text* cut into lines where the next character has no room; the first line is indented by *indent*."""
    lines = [""]
    for sign in text:
        left = indent if len(lines) == 1 else 0.0
        if width_of(lines[-1] + sign) + left > room:
            lines.append("")
        lines[-1] += sign
    return lines


def set_lines(paragraphs: Sequence[str], indent: float = 2 * SIZE, gap: float = 0.0) -> list[list[Line]]:
    """Return pages of lines ``(x, y, text)``, y from the top: paragraphs broken at the margin."""
    pages: list[list[Line]] = [[]]
    y = TOP
    for paragraph in paragraphs:
        for k, text in enumerate(broken(paragraph, indent)):
            if y > HEIGHT - TOP:
                pages.append([])
                y = TOP
            pages[-1].append((LEFT + (indent if k == 0 else 0.0), y, text))
            y += PITCH
        y += gap
    return pages


def pdf(
    pages: Sequence[Sequence[Line]],
    *,
    draw: Draw | None = None,
    encrypt: tuple[str, str] | None = None,
    size: float = SIZE,
    pagesize: tuple[float, float] = A4,
) -> bytes:
    """Return a PDF with these lines.

    *draw* is called with the canvas and the index of each page, to add what else is on it; *encrypt*: the passwords
    of user and owner.
    """
    _register()
    out = io.BytesIO()
    secret = StandardEncryption(encrypt[0], encrypt[1], strength=128) if encrypt else None
    paper = canvas.Canvas(out, pagesize=pagesize, encrypt=secret)
    for i, lines in enumerate(pages):
        paper.setFont(FONT, size)
        for x, y, text in lines:
            paper.drawString(x, pagesize[1] - y, text)
        if draw:
            draw(paper, i)
        paper.showPage()
    paper.save()
    return out.getvalue()


def printed(*paragraphs: str, indent: float = 2 * SIZE, gap: float = 0.0, **options: Any) -> bytes:
    return pdf(set_lines(paragraphs, indent, gap), **options)


def put(x: float, y: float, text: str, size: float = SIZE) -> Draw:
    """Return a function that adds a text to every page; ``{n}`` in it is the page's number."""

    def draw(paper: Any, i: int) -> None:
        paper.setFont(FONT, size)
        paper.drawString(x, HEIGHT - y, text.replace("{n}", str(i + 1)))

    return draw


def both(*draws: Draw) -> Draw:
    def draw(paper: Any, i: int) -> None:
        for each in draws:
            each(paper, i)

    return draw


def scanned(data: bytes, dpi: int = 170) -> bytes:
    """Return a PDF whose pages are pictures of the pages in *data*."""
    out = io.BytesIO()
    paper = canvas.Canvas(out, pagesize=A4)
    document = pypdfium2.PdfDocument(data)
    for page in document:
        picture = page.render(scale=dpi / 72).to_pil()
        paper.drawInlineImage(picture, 0, 0, WIDTH, HEIGHT)
        paper.showPage()
        page.close()
    document.close()
    paper.save()
    return out.getvalue()


def turned(data: bytes, degrees: int) -> bytes:
    """Return *data* with a rotation stated for every page."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.set_rotation(degrees)
        page.close()
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def raw(*objects: str, root: int = 1) -> bytes:
    """Return a PDF of these objects, numbered from 1, for structures that no program writes."""
    out = b"%PDF-1.7\n"
    offsets = []
    for i, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{i} 0 obj\n{body}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{at:010} 00000 n \n".encode() for at in offsets)
    return out + f"trailer\n<< /Size {len(objects) + 1} /Root {root} 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def _register() -> None:
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))

"""OFD files for tests: pages of placed lines, and the variations that programs differ in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

SIZE = 5.64  # mm, 16 points
WIDTH, HEIGHT = 210.0, 297.0
LEFT, TOP, PITCH = 28.0, 37.0, 10.0
PER_LINE = 27
_XMLNS = "http://www.ofdspec.org/2016"


class Text(NamedTuple):
    """A line of text at *x*, *y* (base line) in millimetres; *ctm* and *deltas* as the file is to state them."""

    text: str
    x: float = LEFT
    y: float = TOP
    size: float = SIZE
    ctm: str = ""
    deltas: str | None = None
    down: str | None = None


def advances(text: str, size: float = SIZE) -> list[float]:
    return [size if c > "\u2e7f" else size / 2 for c in text[:-1]]


def packed(values: Sequence[float]) -> str:
    """Return a list as OFD writes it: ``g 5 3.2`` for five times 3.2."""
    parts: list[str] = []
    i = 0
    while i < len(values):
        run = 1
        while i + run < len(values) and values[i + run] == values[i]:
            run += 1
        parts.append(f"g {run} {values[i]:g}" if run > 2 else " ".join([f"{values[i]:g}"] * run))
        i += run
    return " ".join(parts)


def text_object(line: Text, prefix: str = "ofd:") -> str:
    deltas = packed(advances(line.text, line.size)) if line.deltas is None else line.deltas
    across = f' DeltaX="{deltas}"' if deltas else ""
    down = f' DeltaY="{line.down}"' if line.down else ""
    ctm = f' CTM="{line.ctm}"' if line.ctm else ""
    return (
        f'<{prefix}TextObject ID="9" Boundary="{line.x:g} {line.y - line.size:g} 180 {line.size * 1.3:g}" Font="3" '
        f'Size="{line.size:g}"{ctm}><{prefix}TextCode X="0" Y="{line.size:g}"{across}{down}>{escape(line.text)}'
        f"</{prefix}TextCode></{prefix}TextObject>"
    )


def page(lines: Sequence[Text], extra: str = "", prefix: str = "ofd:", template: str = "") -> str:
    uses = f'<{prefix}Template TemplateID="{template}" ZOrder="Background"/>' if template else ""
    objects = "".join(text_object(line, prefix) for line in lines)
    return _root(
        "Page",
        f'{uses}<{prefix}Content><{prefix}Layer ID="1" Type="Body">{objects}{extra}</{prefix}Layer></{prefix}Content>',
        prefix,
    )


def picture(width: float = WIDTH, height: float = HEIGHT) -> str:
    return f'<ofd:ImageObject ID="5" Boundary="0 0 {width:g} {height:g}" ResourceID="7"/>'


def ofd(
    pages: Sequence[str],
    *,
    prefix: str = "ofd:",
    root: str = "",
    template: str = "",
    documents: int = 1,
    parts: Mapping[str, str] | None = None,
) -> bytes:
    """Return a file of *pages* (see ``page``), the same in each of *documents*.

    *root*: what stands before every location: ``/Doc_0/`` for absolute ones. *template*: the content of one.
    """
    found: dict[str, str] = {}
    for n in range(documents):
        folder = f"Doc_{n}"
        listed = "".join(
            f'<{prefix}Page ID="{i + 10}" BaseLoc="{root}Pages/Page_{i}/Content.xml"/>' for i in range(len(pages))
        )
        shared = f'<{prefix}TemplatePage ID="2" BaseLoc="{root}Tpls/Tpl_0/Content.xml"/>' if template else ""
        area = (
            f"<{prefix}PageArea><{prefix}PhysicalBox>0 0 {WIDTH:g} {HEIGHT:g}</{prefix}PhysicalBox></{prefix}PageArea>"
        )
        found[f"{folder}/Document.xml"] = _root(
            "Document",
            f"<{prefix}CommonData>{area}{shared}</{prefix}CommonData><{prefix}Pages>{listed}</{prefix}Pages>",
            prefix,
        )
        found |= {f"{folder}/Pages/Page_{i}/Content.xml": content for i, content in enumerate(pages)}
        if template:
            found[f"{folder}/Tpls/Tpl_0/Content.xml"] = template
    bodies = "".join(
        f"<{prefix}DocBody><{prefix}DocInfo/><{prefix}DocRoot>Doc_{n}/Document.xml</{prefix}DocRoot></{prefix}DocBody>"
        for n in range(documents)
    )
    return packed_parts({"OFD.xml": _root("OFD", bodies, prefix), **found, **(parts or {})})


def packed_parts(parts: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def set_lines(
    paragraphs: Sequence[str], *, indent: bool = True, numbers: bool = True, per_line: int = PER_LINE
) -> list[list[Text]]:
    """Return pages of paragraphs broken at the margin: an indent of two characters, page numbers at the foot."""
    pages: list[list[Text]] = [[]]
    y = TOP
    for paragraph in paragraphs:
        for k, (text, _) in enumerate(broken(paragraph, per_line, 2 if indent else 0)):
            if y > HEIGHT - TOP:
                pages.append([])
                y = TOP
            pages[-1].append(Text(text, LEFT + (2 * SIZE if indent and k == 0 else 0), y))
            y += PITCH
    if numbers:
        for i, lines in enumerate(pages):
            lines.append(Text(f"— {i + 1} —", 95, HEIGHT - 25))
    return pages


def broken(text: str, per_line: float, indent: float) -> list[tuple[str, float]]:
    """Return the lines of a paragraph, broken where the next character has no room, with their widths in em."""
    lines: list[tuple[str, float]] = []
    line, used = "", indent
    for sign in text:
        width = 1.0 if sign > "\u2e7f" else 0.5
        if used + width > per_line and line:
            lines.append((line, used))
            line, used = "", 0.0
        line += sign
        used += width
    return [*lines, (line, used)]


def report(paragraphs: Sequence[str], **options: bool) -> bytes:
    return ofd([page(lines) for lines in set_lines(paragraphs, **options)])


def _root(tag: str, content: str, prefix: str) -> str:
    xmlns = f' xmlns:{prefix[:-1]}="{_XMLNS}"' if prefix else ""
    return f'<?xml version="1.0" encoding="UTF-8"?><{prefix}{tag}{xmlns}>{content}</{prefix}{tag}>'

"""Word files for tests: a package is put together from its XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
KINDS = {
    "styles": "styles.xml",
    "numbering": "numbering.xml",
    "footnotes": "footnotes.xml",
    "header": "header1.xml",
    "footer": "footer1.xml",
}


def run(text: str, properties: str = "") -> str:
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str = "", style: str = "", num: str = "", level: int | None = None, more: str = "") -> str:
    """Return a w:p; *content* is text, or XML when it begins with a tag. *num*: of a list; *more*: other properties."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num or level is not None:
        ilvl = f'<w:ilvl w:val="{level}"/>' if level is not None else ""
        properties += "<w:numPr>" + ilvl + (f'<w:numId w:val="{num}"/>' if num else "") + "</w:numPr>"
    properties += more
    inner = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>" if properties else f"<w:p>{inner}</w:p>"


def table(*rows: Iterable[str]) -> str:
    """Return a w:tbl; a cell is text, or XML of its properties and paragraphs."""
    cells = [[c if c.startswith("<") else paragraph(c) for c in row] for row in rows]
    return (
        "<w:tbl>"
        + "".join("<w:tr>" + "".join(f"<w:tc>{c}</w:tc>" for c in row) + "</w:tr>" for row in cells)
        + "</w:tbl>"
    )


def style(
    key: str, name: str = "", base: str = "", properties: str = "", run: str = "", kind: str = "paragraph"
) -> str:
    default = ' w:default="1"' if key == "Normal" else ""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{key}"><w:name w:val="{name or key}"/>{based}'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def level(i: int, format: str, text: str, more: str = "", start: int = 1, suffix: str = "") -> str:
    suff = f'<w:suff w:val="{suffix}"/>' if suffix else ""
    return (
        f'<w:lvl w:ilvl="{i}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}{suff}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(key: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{more}{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def root(tag: str, *content: str) -> str:
    return f"<w:{tag} {NAMES}>{''.join(content)}</w:{tag}>"


def body(*content: str) -> str:
    return root("document", "<w:body>", *content, "<w:sectPr/></w:body>")


def docx(*content: str, parts: Mapping[str, str] = {}, **related: str) -> bytes:
    """Return a Word file. *related*: the content of its styles, numbering, header …; *parts*: further entries."""
    entries = {"[Content_Types].xml": _TYPES, "_rels/.rels": relations(officeDocument="word/document.xml")}
    entries["word/document.xml"] = body(*content)
    if related:
        entries["word/_rels/document.xml.rels"] = relations(**{kind: KINDS[kind] for kind in related})
    for kind, inner in related.items():
        tag = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        entries[f"word/{KINDS[kind]}"] = root(tag, inner)
    return zipped({**entries, **parts})


def relations(**targets: str) -> str:
    inner = "".join(
        f'<Relationship Id="r{i}" Type="{R}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets.items())
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def zipped(entries: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return stream.getvalue()

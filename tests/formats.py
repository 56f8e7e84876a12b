"""The same report in every format: how the samples under fixtures/reports are made, and folders of labelled reports.

``python -m tests.formats LABELLED OUT`` writes OUT/html, OUT/docx, OUT/pdf, OUT/ofd with labels, ready for a comparison.
``python -m tests.formats --samples`` makes the samples under fixtures/reports anew from their report.txt.
"""

from __future__ import annotations

import html
import io
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.readers.ofdmaker import ofd, page, set_lines
from tests.support import chinese
from validator.office import program
from validator.readers.decoding import decoded

SAMPLES = Path(__file__).parent.parent / "fixtures" / "reports"
_MARKER = re.compile(r"[　 ]*(?:(?P<cn>[一二三四五六七八九十]{1,3})、|(?P<cnp>（[一二三四五六七八九十]{1,3}）))(?=\S)")
_FONT = "Noto Serif CJK SC"
_LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"))


def as_html(text: str) -> bytes:
    """Return a page with one paragraph per line."""
    lines = [f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line.strip()]
    body = "\n".join(lines)
    return (
        f'<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8"></head><body>\n{body}\n</body></html>\n'.encode()
    )


def as_docx(text: str, *, automatic: bool = False) -> bytes:
    """Return a Word file with one paragraph per line; *automatic*: 一、 and （一） are Word's own numbers.

    A number that does not follow the one before it stays as it was typed: Word would put the right one there.
    """
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Pt

    made = docx.Document()
    style: Any = made.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    number = _numbering(made) if automatic else 0
    counted = [0, 0]
    for line in text.rstrip("\n").split("\n"):
        marker = _next_marker(line, counted) if automatic else None
        paragraph = made.add_paragraph(line[marker.end() :] if marker else line)
        if marker:
            _number(paragraph, number, 0 if marker["cn"] else 1)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _next_marker(line: str, counted: list[int]) -> re.Match[str] | None:
    """Return the marker of *line* if it is the next of its level; *counted*: the last number of each level."""
    marker = _MARKER.match(line)
    if not marker:
        return None
    level = 0 if marker["cn"] else 1
    if (marker["cn"] or marker["cnp"][1:-1]) != chinese(counted[level] + 1):
        return None
    counted[level] += 1
    counted[level + 1 :] = [0] * (1 - level)
    return marker


def _numbering(made: Any) -> int:
    """Define a list of two levels and return its number."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for i, (kind, text) in enumerate(_LEVELS)
    )
    numbering = made.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        ),
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    return 90


def _number(paragraph: Any, number: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def as_ofd(text: str) -> bytes:
    """Return an OFD file with one paragraph per line, broken at the margin, indents as they stand in the text."""
    lines = [line for line in text.split("\n") if line.strip()]
    return ofd([page(lines) for lines in set_lines(lines, indent=False)])


def converted(files: Mapping[str, bytes], ending: str, to: str) -> dict[str, bytes]:
    """Return what one call of LibreOffice makes of *files* (name without ending → bytes) of the kind *ending*."""
    found = program()
    assert found, "LibreOffice is not installed"
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        for name, data in files.items():
            (base / f"{name}.{ending}").write_bytes(data)
        call = [found, f"-env:UserInstallation={(base / 'profile').as_uri()}", "--headless", "--convert-to", to]
        call += ["--outdir", str(base / "out"), *(str(base / f"{name}.{ending}") for name in files)]
        subprocess.run(call, check=True, capture_output=True, timeout=60 + 10 * len(files))
        return {name: (base / "out" / f"{name}.{to}").read_bytes() for name in files}


def as_pdf(texts: Mapping[str, str]) -> dict[str, bytes]:
    """Return PDF files as LibreOffice prints them."""
    return converted({name: as_docx(text) for name, text in texts.items()}, "docx", "pdf")


def convert_labelled(folder: Path, out: Path) -> None:
    """Write every labelled text of *folder* in other formats, each format in a folder with labels of its own."""
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    names = [n for n in labels if n.endswith(".txt") and not n.startswith("_")]
    texts = {n[:-4]: decoded((folder / n).read_bytes(), n) for n in names}
    made = {
        "html": {n: as_html(t) for n, t in texts.items()},
        "docx": {n: as_docx(t) for n, t in texts.items()},
        "pdf": as_pdf(texts),
        "ofd": {n: as_ofd(t) for n, t in texts.items()},
    }
    for ending, files in made.items():
        (out / ending).mkdir(parents=True, exist_ok=True)
        kept = {f"{n}.{ending}": {k: v for k, v in labels[f"{n}.txt"].items() if k != "lines"} for n in files}
        (out / ending / "labels.json").write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")
        for name, data in files.items():
            (out / ending / f"{name}.{ending}").write_bytes(data)


def make_samples(folders: Sequence[Path]) -> None:
    """Write each sample's report.txt in the other formats beside it."""
    texts = {f.name: (f / "report.txt").read_text("utf-8") for f in folders}
    pdfs = as_pdf(texts)
    typed = {name: as_docx(text) for name, text in texts.items()}
    docs, odts = converted(typed, "docx", "doc"), converted(typed, "docx", "odt")
    for folder in folders:
        name, text = folder.name, texts[folder.name]
        files = {
            "report.html": as_html(text),
            "typed.docx": typed[name],
            "automatic.docx": as_docx(text, automatic=True),
            "report.pdf": pdfs[name],
            "report.ofd": as_ofd(text),
            "report.doc": docs[name],
            "report.odt": odts[name],
        }
        for file, data in files.items():
            (folder / file).write_bytes(data)


if __name__ == "__main__":
    if sys.argv[1:] == ["--samples"]:
        make_samples(sorted(p for p in SAMPLES.iterdir() if p.is_dir()))
    else:
        convert_labelled(Path(sys.argv[1]), Path(sys.argv[2]))

"""OFD, the national format for fixed pages (GB/T 33190): a zip of XML parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import islice
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, NamedTuple

from validator.errors import ReadError
from validator.model.document import Document
from validator.readers.composing import composed
from validator.readers.package import Package, has, opened, part, xml
from validator.readers.pages.glyphs import Line, Page
from validator.readers.pages.lines import lines_of
from validator.readers.pages.ofdpage import Run, characters_of, glyphs_of, numbers, pictures_of, runs_of
from validator.readers.pages.page import pieces_of
from validator.readers.pages.paging import MAX_CHARACTERS, Reason, kind_of, nothing_read, read_pages, unread_words
from validator.words import Words

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAX_DOCUMENTS = 20
_EDGE = 0.12  # of the height
_A4 = (210.0, 297.0)
_ORIGINAL = Words("请用 OFD 阅读器打开后另存为 PDF 再检查", "Open it in an OFD reader, save it as PDF and check again")
_LOCKED = Words("OFD 有密码，打不开", "the OFD file has a password")
_NO_PASSWORD = Words("请去掉密码后再检查", "Take the password off and check again")
_NO_PAGES = Words("OFD 里一页也没有", "the OFD file has no pages")
_NO_ROOT = Words("不是 OFD 文件，或者已损坏：缺少 OFD.xml", "no OFD file, or a damaged one: it has no OFD.xml")


class _Sheet(NamedTuple):
    """A page that is still to be read: the part that holds it, and the document whose templates it uses."""

    part: str
    size: tuple[float, float]
    templates: Mapping[str, str]


def read(data: bytes, name: str) -> Document:
    """Return the text of an OFD file, placed by page and line. Raise ReadError when nothing of it can be read.

    ``unread`` tells which pages could not be read, or were too many or too slow. Annotations and seals are no text
    of the report and are not read.
    """
    package = opened(data, name)
    sheets = list(_sheets(package))
    if not sheets:
        raise ReadError(name, _NO_PAGES, _ORIGINAL)
    apart: list[str] = []
    pages, unread = read_pages(
        len(sheets), lambda number, before: _page(package, sheets[number - 1], number, before, apart)
    )
    if unread and not any(page.lines for page in pages):
        raise _locked(package) or nothing_read(name, unread, with_ocr=False)
    pieces, running = pieces_of(pages)
    text, blocks = composed(pieces)
    beside = tuple(dict.fromkeys(filter(str.strip, (*running, *apart))))
    return Document(name, "ofd", text, sha256(data).hexdigest(), blocks, (), beside, unread_words(unread))


def _sheets(package: Package) -> Iterator[_Sheet]:
    """Yield the pages of all documents in the file, in order."""
    if not has(package, "OFD.xml"):
        raise _locked(package) or ReadError(package.name, _NO_ROOT, _ORIGINAL)
    root = xml(part(package, "OFD.xml"), package.name)
    for place in islice(root.iter("{*}DocRoot"), _MAX_DOCUMENTS):
        path = _path(package, "OFD.xml", place.text)
        if not has(package, path) and (error := _locked(package)):
            raise error
        document = xml(part(package, path), package.name)
        templates = {
            template.get("ID", ""): _path(package, path, template.get("BaseLoc"))
            for template in document.iter("{*}TemplatePage")
        }
        size = _size(document, _A4)
        for page in document.iterfind("{*}Pages/{*}Page"):
            yield _Sheet(_path(package, path, page.get("BaseLoc")), size, templates)


def _page(package: Package, sheet: _Sheet, number: int, before: Sequence[Line], apart: list[str]) -> Page | Reason:
    try:
        content = xml(part(package, sheet.part), package.name)
        if characters_of(content) > MAX_CHARACTERS:
            return "dense"
        width, height = _size(content, sheet.size)
        drawn = _template_runs(package, sheet, content)
        area, outlines = pictures_of(content)
    except ReadError:
        return "broken"
    runs = runs_of(content)
    kind = kind_of("".join(run.text for run in runs), lambda: (area / (width * height), outlines))
    if kind != "text":
        return kind
    edge, inside = _parted(drawn, height)
    glyphs, strays = glyphs_of([*runs, *inside], width, height)
    apart += [strays, *(line.text for line in lines_of(glyphs_of(edge, width, height)[0]))]
    return Page(number, width, height, lines_of(glyphs, before))


def _template_runs(package: Package, sheet: _Sheet, content: _Element) -> list[Run]:
    """Return what the templates of a page draw on it."""
    used = [sheet.templates.get(template.get("TemplateID", "")) for template in content.iterfind("{*}Template")]
    contents = [xml(part(package, path), package.name) for path in used if path]
    return [run for content in contents if characters_of(content) <= MAX_CHARACTERS for run in runs_of(content)]


def _parted(runs: list[Run], height: float) -> tuple[list[Run], list[Run]]:
    """Part the texts of a template: those at the edges of the page are running heads and feet."""
    parted: tuple[list[Run], list[Run]] = ([], [])
    for run in runs:
        parted[_EDGE * height < run.places[0][1] < (1 - _EDGE) * height].append(run)
    return parted


def _size(element: _Element, otherwise: tuple[float, float]) -> tuple[float, float]:
    """Return width and height of the pages as the document or a page of it states them."""
    box = next(element.iter("{*}PhysicalBox"), None)
    edges = numbers(box.text or "") if box is not None else []
    return (edges[2], edges[3]) if len(edges) == 4 and min(edges[2:]) > 0 else otherwise


def _path(package: Package, base: str, place: str | None) -> str:
    """Return the name of the part that *place* in the part *base* means: from the root, or from where *base* lies."""
    bare = (place or "").strip().replace("\\", "/")
    if bare.startswith("/"):
        return normpath(bare).lstrip("/")
    near = normpath(join(dirname(base), bare))
    return near if has(package, near) else normpath(bare)


def _locked(package: Package) -> ReadError | None:
    """Return the error of a file whose parts are encrypted, as some offices' programs write it."""
    secret = any("encrypt" in name.lower() for name in package.names)
    return ReadError(package.name, _LOCKED, _NO_PASSWORD) if secret else None

"""Word files. The XML is read directly: python-docx knows no automatic numbers, text boxes or changes, and is slow.

python-docx would also parse every part without limits; here only the parts that hold text are opened, each checked.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from validator.errors import ReadError
from validator.model.document import Document
from validator.readers.composing import Piece, composed
from validator.readers.package import Package, has, opened, part, xml
from validator.readers.word.body import Story, story_of
from validator.readers.word.layout import paragraphs_of, pieces_of, text_of
from validator.readers.word.numbering import W, lists_of
from validator.readers.word.styles import look_of, sheet_of
from validator.words import Words

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PARAGRAPHS = 200_000
_USUAL_MAIN = "word/document.xml"
# ISO's strict variant differs in the names of its namespaces only.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)
_SAVE_AGAIN = Words("请用 Word 或 WPS 打开后另存为 .docx 再检查", "Open it in Word or WPS and save it as .docx")
_ACCEPTED = Words(
    "文件里有尚未接受或拒绝的修订，按全部接受后的文字检查。",
    "The file has changes that are neither accepted nor rejected; it was read as if all were accepted.",
)
_PICTURES = Words("文件里只有图片，没有文字", "the file holds pictures and no text")
_FOREIGN = Words("正文里嵌入了另一个文件，没有读取", "another file is embedded in the text and was not read")


class _Relation(NamedTuple):
    kind: str
    target: str


def read(data: bytes, name: str) -> Document:
    """Return the text of a Word file as somebody sees it who accepts all changes. Raise ReadError.

    Automatic numbers are written out, hidden text is left out. Paragraphs are counted as they begin in the body,
    those in tables and text boxes included. Page headers and footers, notes and the table of contents stand apart.
    """
    package = opened(data, name)
    try:
        return _document(package, sha256(data).hexdigest())
    except RecursionError as error:
        raise ReadError(name, Words("文件里的内容套得太深", "the content is nested too deeply"), _SAVE_AGAIN) from error


def _document(package: Package, digest: str) -> Document:
    main = _main_part(package)
    body = _root(package, main).find(W + "body")
    if body is None:
        raise _no_word(package.name)
    if sum(1 for _ in body.iter(W + "p")) > MAX_PARAGRAPHS:
        raise _too_long(package.name)
    relations = _relations(package, main)
    sheet = sheet_of(_related(package, relations, "styles"))
    lists = lists_of(_related(package, relations, "numbering"), lambda style: look_of(sheet, style).num)
    story = story_of(body, sheet, lists)
    apart = [story_of(root, sheet, lists) for root in _other_texts(package, relations)]
    pieces = pieces_of(story.items)
    text, blocks = composed(pieces)
    return Document(
        package.name,
        "docx",
        text,
        digest,
        blocks,
        notes=tuple(_notes(story, pieces)),
        apart=_apart(story, apart),
        unread=tuple(_unread(story, text, relations)),
    )


def _main_part(package: Package) -> str:
    named = [relation.target for relation in _relations(package, "") if relation.kind == "officeDocument"]
    others = [name for name in package.names if name.lower().endswith("document.xml")]
    found = next((name for name in (*named, _USUAL_MAIN, *others) if has(package, name)), None)
    if found is None:
        raise _no_word(package.name)
    return found


def _relations(package: Package, name: str) -> list[_Relation]:
    """Return what the part *name* refers to inside the package; nothing where that is not told."""
    folder, base = posixpath.split(name)
    path = posixpath.join(folder, "_rels", base + ".rels")
    if not has(package, path):
        return []
    return [
        _Relation(
            element.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, element.get("Target", ""))),
        )
        for element in _root(package, path)
        if element.get("TargetMode") != "External"
    ]


def _root(package: Package, name: str) -> _Element:
    data = part(package, name)
    if b"//purl.oclc.org/" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    return xml(data, package.name)


def _related(package: Package, relations: Iterable[_Relation], kind: str) -> _Element | None:
    found = (r.target for r in relations if r.kind == kind and has(package, r.target))
    target = next(found, None)
    return _root(package, target) if target else None


def _other_texts(package: Package, relations: Sequence[_Relation]) -> Iterator[_Element]:
    """Yield the headers and footers, and the notes without the lines that Word draws above them."""
    for relation in relations:
        if relation.kind in ("header", "footer") and has(package, relation.target):
            yield _root(package, relation.target)
    for kind in ("footnotes", "endnotes"):
        notes = _related(package, relations, kind)
        yield from (note for note in (notes if notes is not None else ()) if note.get(W + "type", "normal") == "normal")


def _apart(story: Story, others: Iterable[Story]) -> tuple[str, ...]:
    contents = text_of(p for p in paragraphs_of(story.items) if p.contents)
    texts = (contents, *(text_of(other.items) for other in others))
    return tuple(dict.fromkeys(text for text in texts if text))


def _notes(story: Story, pieces: Iterable[Piece]) -> Iterator[Words]:
    if story.changed:
        yield _ACCEPTED
    for piece in pieces:
        if piece.review == "date-field" and piece.text.strip():
            yield Words(
                f"第{piece.paragraph}段的日期“{piece.text}”是自动更新的日期域，打开文件时会变，请核对并改成固定文字。",
                f"The date “{piece.text}” in paragraph {piece.paragraph} is a field that changes whenever the file is"
                " opened: check it and make it plain text.",
            )


def _unread(story: Story, text: str, relations: Iterable[_Relation]) -> Iterator[Words]:
    if not text.strip() and any(r.kind == "image" for r in relations):
        yield _PICTURES
    if story.foreign:
        yield _FOREIGN


def _too_long(name: str) -> ReadError:
    return ReadError(
        name,
        Words(f"段落超过 {MAX_PARAGRAPHS // 10_000} 万个，不像一份报告", f"more than {MAX_PARAGRAPHS:,} paragraphs"),
        Words("请只留下报告的正文再检查", "Keep the text of the report only and check again"),
    )


def _no_word(name: str) -> ReadError:
    return ReadError(name, Words("这不是 Word 文档：没有正文", "not a Word document: it has no main part"), _SAVE_AGAIN)

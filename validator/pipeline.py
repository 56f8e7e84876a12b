"""The whole journey of one report, and the Python interface."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from validator.checks import context_of
from validator.checks.context import Context
from validator.engine import judged, refusal, unread
from validator.errors import ReadError
from validator.evidence import Quoter
from validator.facts import facts_of
from validator.model.document import Document
from validator.model.outline import Facts, Outline
from validator.model.pack import Pack, Value
from validator.model.result import Assessment
from validator.outline import outline_of
from validator.packs.selection import DEFAULT_PACK as DEFAULT_PACK
from validator.packs.selection import load_all
from validator.readers import FORMATS, read, read_as
from validator.readers.sniffing import format_of
from validator.scoring import missing_of, score_of, verdict_of
from validator.text import normalise
from validator.words import Words, fill

MAX_CHARACTERS = 2_000_000
_TOO_SLOW = Words(
    "规则包里识别报告的正则表达式太慢，没有检查。请修改规则包的 recognise 部分。",
    "The pack's patterns for recognising a report are too slow: not checked. Mend its recognise part.",
)
_REWRITTEN = Words(
    "转换旧格式时，日期域可能已变成转换那天的日期，成文日期请以原件为准。",
    "A date field may show the day of conversion: take the date of issue from the file itself.",
)
_TOO_LITTLE = Words(
    "没有读全：{unread}。读到的文字看不出是不是这种报告，请发原来的 Word 或 PDF。",
    "Not all could be read: {unread}. The rest does not tell what it is: send the Word or PDF file.",
)
_EMPTY = Words("文件是空的，没有内容可查。", "The file is empty.")


def check(data: bytes, name: str = "report.txt", pack: Pack | str = DEFAULT_PACK) -> Assessment:
    """Assess one report.

    *data*: the file's bytes; *name*: its name, whose ending decides the format; *pack*: a loaded pack or its id.
    A file that cannot be read is an assessment with status ``unreadable``. Raise PackError or UsageError for a
    wrong pack.
    """
    rules = load_pack(pack) if isinstance(pack, str) else pack
    try:
        document = opened(data, name)
    except ReadError as error:
        return unreadable(name, error, rules)
    return assess(document, rules)


def opened(data: bytes, name: str, word: bytes | None = None) -> Document:
    """Return the document in *data*; *word*: what LibreOffice made of it, when somebody has asked it already.

    Raise ReadError when it cannot be read.
    """
    found = format_of(data, name)
    if found.module:
        return read(data, name)
    if word is None:
        from validator.office import converted  # loads what other formats do not need

        word = converted(data, found.name, name)
    document = read_as(FORMATS["docx"], word, name)
    notes = (_REWRITTEN,) if any(b.review == "date-field" for b in document.blocks) else ()
    return document._replace(format=found.name, sha256=sha256(data).hexdigest(), notes=(*document.notes, *notes))


def load_pack(name: str = DEFAULT_PACK, place: str = "", params: Mapping[str, Value] | None = None) -> Pack:
    """Return a rule pack: a built-in one by its id, another by the path of its folder, ``auto`` for all built-in ones.

    ``id+overlay`` or *place* is its variant for a place; *params*: values for its parameters. Raise PackError,
    UsageError.
    """
    return load_all([name], place, params)[0]


class Examined(NamedTuple):
    """An assessment with what it was made from; *context* and *quoter* are there where rules were applied."""

    assessment: Assessment
    document: Document
    pack: Pack
    context: Context | None = None
    quoter: Quoter | None = None


def assess(document: Document, pack: Pack) -> Assessment:
    """Return what *pack* says about *document*, or the first of ``pack.others`` that it is about."""
    return examine(document, pack).assessment


def examine(document: Document, pack: Pack) -> Examined:
    """Assess *document* and return what led to the assessment, too."""
    base = _unjudged(document, pack)
    reason = _not_assessable(document)
    if reason:
        return Examined(base._replace(status="unreadable", reason=reason), document, pack)
    outline, facts = outlined(document)
    first = _judged(document, outline, facts, pack)
    if first.assessment.status == "not_this_report":
        others = (_judged(document, outline, facts, other) for other in pack.others)
        return next((found for found in others if found.assessment.status == "assessed"), first)
    return first


def _judged(document: Document, outline: Outline, facts: Facts, pack: Pack) -> Examined:
    base = _unjudged(document, pack)._replace(facts=facts)
    context = context_of(outline, facts, pack.elements)
    try:
        reason = refusal(pack, context)
    except TimeoutError:  # the pack's fault; it must not end the run
        return Examined(base._replace(status="unreadable", reason=_TOO_SLOW), document, pack)
    if reason and document.unread:
        reason = fill(_TOO_LITTLE, {"unread": unread(document)})
        return Examined(base._replace(status="unreadable", reason=reason), document, pack)
    if reason:
        return Examined(base._replace(status="not_this_report", reason=reason), document, pack)
    results, quoter = judged(pack, document, context)
    assessment = base._replace(
        facts=quoter.hidden_facts(facts),
        score=score_of(pack, results),
        verdict=verdict_of(pack, results),
        missing=missing_of(pack, results),
        results=results,
    )
    return Examined(assessment, document, pack, context, quoter)


def _unjudged(document: Document, pack: Pack) -> Assessment:
    size, notes = len(document.text), (*document.notes, *document.unread)
    return Assessment(
        document.name, document.format, document.sha256, size, "assessed", notes=notes, pack=pack.id, file=document.name
    )


def outlined(document: Document) -> tuple[Outline, Facts]:
    """Return the outline of *document* and what it says about itself."""
    outline = outline_of(document, normalise(document.text, whole=bool(document.blocks)))
    return outline, facts_of(outline)


def _not_assessable(document: Document) -> Words | None:
    if not document.text.strip():
        return fill(_TOO_LITTLE, {"unread": unread(document)}) if document.unread else _EMPTY
    if len(document.text) > MAX_CHARACTERS:
        return Words(
            f"文字超过 {MAX_CHARACTERS // 10_000} 万字，不像一份报告，没有检查。",
            f"More than {MAX_CHARACTERS:,} characters: not checked.",
        )
    return None


def unreadable(name: str, error: ReadError, pack: Pack) -> Assessment:
    """Return the assessment of a file that cannot be read: a value, so that a folder goes on."""
    stop = "。" if error.hint.zh else ""
    reason = Words(f"{error.what.zh}{stop}{error.hint.zh}", f"{error.what.en}. {error.hint.en}".strip())
    return Assessment(name, "", None, 0, "unreadable", reason, pack=pack.id, file=name)

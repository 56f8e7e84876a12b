"""The whole journey of one report, and the Python interface."""

from __future__ import annotations

from validator.checks import context_of
from validator.engine import evaluate, refusal
from validator.errors import ReadError
from validator.facts import facts_of
from validator.model.document import Document
from validator.model.pack import Pack
from validator.model.result import Assessment
from validator.outline import outline_of
from validator.packs import load
from validator.readers import read
from validator.scoring import missing_of, score_of, verdict_of
from validator.text import normalise
from validator.words import Words

DEFAULT_PACK = "fazhi-zhengfu"
MAX_CHARACTERS = 2_000_000
_TOO_SLOW = Words(
    "规则包里识别报告的正则表达式太慢，没有检查。请修改规则包的 recognise 部分。",
    "The pack's patterns for recognising a report are too slow: not checked. Mend its recognise part.",
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
        document = read(data, name)
    except ReadError as error:
        return unreadable(name, error)
    return assess(document, rules)


def load_pack(name: str = DEFAULT_PACK) -> Pack:
    """Return a rule pack: a built-in one by its id, another by the path of its folder. Raise PackError, UsageError."""
    return load(name)


def assess(document: Document, pack: Pack) -> Assessment:
    """Return what *pack* says about *document*."""
    base = Assessment(
        document.name, document.format, document.sha256, len(document.text), "assessed", notes=document.notes
    )
    reason = _not_assessable(document)
    if reason:
        return base._replace(status="unreadable", reason=reason)
    outline = outline_of(document, normalise(document.text))
    facts = facts_of(outline)
    context = context_of(outline, facts, pack.elements)
    try:
        reason = refusal(pack, context)
    except TimeoutError:  # the pack's fault; it must not end the run
        return base._replace(status="unreadable", reason=_TOO_SLOW, facts=facts)
    if reason:
        return base._replace(status="not_this_report", reason=reason, facts=facts)
    results = evaluate(pack, document, context)
    return base._replace(
        facts=facts,
        score=score_of(pack, results),
        verdict=verdict_of(pack, results),
        missing=missing_of(pack, results),
        results=results,
    )


def _not_assessable(document: Document) -> Words | None:
    if not document.text.strip():
        return _EMPTY
    if len(document.text) > MAX_CHARACTERS:
        return Words(
            f"文字超过 {MAX_CHARACTERS // 10_000} 万字，不像一份报告，没有检查。",
            f"More than {MAX_CHARACTERS:,} characters: not checked.",
        )
    return None


def unreadable(name: str, error: ReadError) -> Assessment:
    """Return the assessment of a file that cannot be read: a value, so that a folder goes on."""
    stop = "。" if error.hint.zh else ""
    reason = Words(f"{error.what.zh}{stop}{error.hint.zh}", f"{error.what.en}. {error.hint.en}".strip())
    return Assessment(name, "", None, 0, "unreadable", reason)

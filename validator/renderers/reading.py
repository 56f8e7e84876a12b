"""What was read of a file, line by line with its part in the report: for people who ask why."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from validator.evidence import visible
from validator.model.document import Document
from validator.model.outline import Facts, Outline
from validator.renderers.places import located
from validator.renderers.wording import UNIT_TYPES
from validator.text import Span, original_span
from validator.words import Lang, Words, say

_PARTS: Mapping[str, Words] = {
    "header": Words("表头", "header"),
    "title": Words("标题", "title"),
    "addressee": Words("主送", "addressee"),
    "number": Words("文号", "number"),
    "letter": Words("函件", "letter"),
    "body": Words("正文", "text"),
    "signature": Words("署名", "signed"),
    "date": Words("日期", "date"),
    "page": Words("页面", "page"),
}
_FACTS = (
    ("title", Words("标题", "Title")),
    ("unit", Words("单位", "Unit")),
    ("unit_type", Words("单位类别", "Kind of unit")),
    ("report_year", Words("报告年度", "Year")),
    ("issued_on", Words("成文日期", "Issued")),
    ("published_on", Words("发布日期", "Published")),
    ("document_number", Words("发文字号", "Number")),
    ("addressee", Words("主送", "Addressee")),
)
_LEVELS = "一二三四五六七八九"


def render(document: Document, outline: Outline, facts: Facts, lang: Lang) -> bytes:
    """Return the text of *document* with the place and the part of every line, UTF-8.

    Lines marked 页面 (page) belong to the page and not to the report: no rule looks at them.
    """
    lines = [*_head(document, facts, lang), "", *_lines(document, outline, lang)]
    if document.apart:
        lines += ["", say(Words("页眉、页脚、脚注（不参加检查）：", "Running heads and notes (not checked):"), lang)]
        lines += [f"  {visible(line)}" for text in document.apart for line in text.split("\n")]
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")


def _head(document: Document, facts: Facts, lang: Lang) -> Iterator[str]:
    size = Words(f"{len(document.text)} 字", f"{len(document.text)} characters")
    yield f"{visible(document.name)}  [{document.format}]  {say(size, lang)}"
    for name, title in _FACTS:
        value = getattr(facts, name)
        if name == "unit_type" and value:
            value = say(UNIT_TYPES[value], lang)
        shown = visible(str(value)) if value else say(Words("没有找到", "not found"), lang)
        yield f"{say(title, lang)}{say(Words('：', ': '), lang)}{shown}"
    for note in (*document.notes, *document.unread):
        yield say(note, lang)


def _lines(document: Document, outline: Outline, lang: Lang) -> Iterator[str]:
    parts = _parts(outline)
    starts = sorted(parts)
    at = 0
    for number, line in enumerate(document.text.split("\n"), 1):
        end = at + len(line)
        if line.strip():
            begun = starts[bisect_right(starts, at - 1) : bisect_right(starts, max(end - 1, at))]
            covering = starts[bisect_right(starts, at) - 1 : bisect_right(starts, at)]
            part = next((parts[s][1] for s in (*begun, *covering) if parts[s][0] > at), _PARTS["page"])
            yield f"{_place(document, at, number, lang)}\t{say(part, lang)}\t{visible(line)}"
        at = end + 1


def _place(document: Document, offset: int, number: int, lang: Lang) -> str:
    i = bisect_right(document.blocks, offset, key=lambda b: b.start) - 1
    if i < 0:
        return located(number, None, None, None, lang)
    block = document.blocks[i]
    return located(block.line or number, block.page, block.paragraph, block.cell, lang)


def _parts(outline: Outline) -> dict[int, tuple[int, Words]]:
    """Return original start → original end and part, of every piece of the report."""
    spans: list[tuple[Span, Words]] = [((p.start, p.end), _PARTS["body"]) for p in outline.paragraphs]
    spans += [((s.start, s.heading_end), _level(s.level)) for s in outline.sections]
    spans += [(f.span, _PARTS["header"]) for f in outline.header]
    for name, found in (("addressee", outline.addressee), ("number", outline.document_number)):
        spans += [(found[1], _PARTS[name])] if found else []
    spans += [(s, _PARTS["title"]) for s in (outline.title.spans if outline.title else ())]
    for closing in (outline.letter, outline.closing):
        spans += [(s, _PARTS["signature"]) for s in (closing.signature.spans if closing.signature else ())]
        spans += [(d.span, _PARTS["date"]) for d in closing.dates]
    found_spans = ((original_span(outline.shadow, span), part) for span, part in spans)
    return {start: (end, part) for (start, end), part in found_spans}


def _level(level: int) -> Words:
    return Words(f"{_LEVELS[level - 1]}级", f"level {level}")

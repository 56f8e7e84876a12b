"""The outline as a whole: which lines are front, body and back."""

from __future__ import annotations

from collections.abc import Sequence

from validator.model.document import Document
from validator.model.outline import Closing, Outline, Paragraph, Section, Title
from validator.outline.chrome import (
    PUBLISHED_KEYS,
    header_fields,
    is_chrome,
    is_header_line,
    published_below,
    tail_after_title,
)
from validator.outline.closing import closing_of, letter_of, with_speaker
from validator.outline.dashes import with_dashes_read
from validator.outline.front import addressee_of, body_index, number_of, split_addressee, split_fused_title, title_of
from validator.outline.headings import pieces_of
from validator.outline.names import names_in_title
from validator.outline.ordinals import with_ordinals_read
from validator.outline.paragraphs import paragraph, paragraphs_of
from validator.outline.tree import recovered, sections_of
from validator.patterns import compiled
from validator.text import Shadow, Span

_SUBSTANCE = 25  # characters of a line that is text even without a full stop
_SHORT = 40
_OPENING = 2  # lines of the body that tell on whose behalf a speech is held
_ATTACHMENT_LINES = 15
_ATTACHMENT = compiled(r"附件\s*[一二三四五\d]?\s*[：:]?")
_ATTACHMENT_LIST = compiled(r"附件\s*[一二三四五\d]?\s*[：:]\s*\S|附件\s*$")


def outline_of(document: Document, shadow: Shadow) -> Outline:
    """Find front, sections and back. All offsets are offsets in *shadow*."""
    paragraphs = split_fused_title(with_ordinals_read(with_dashes_read(paragraphs_of(document, shadow))))
    paragraphs = _with_tails_cut(paragraphs)
    first = body_index(paragraphs)
    if first < len(paragraphs) and (parts := split_addressee(paragraphs[first])):
        paragraphs[first : first + 1] = parts
        first += 1
    front, rest = paragraphs[:first], _before_attachments(paragraphs[first:])
    header = header_fields(front)
    closing, closing_start = closing_of(rest[_last_top_heading(rest) :])
    body = _body(rest, closing_start)
    body_end = body[-1].end if body else (rest[0].start if rest else len(shadow.text))
    if body and 0 <= closing_start < body_end:
        body_end = closing_start
    if not any(field.key in PUBLISHED_KEYS for field in header):
        header += published_below([p for p in paragraphs[first:] if p.start >= body_end])
    sections = sections_of(recovered(pieces_of(body), body), body_end)
    title = title_of(front, header)
    return Outline(
        shadow=shadow,
        paragraphs=tuple(body),
        title=title,
        header=tuple(header),
        addressee=addressee_of(front),
        document_number=number_of(front, header),
        front=(0, front[-1].end if front else 0),
        lead=_lead(body, sections, body_end),
        sections=sections,
        body=(body[0].start if body else body_end, body_end),
        closing=closing,
        letter=_letter(front, body, title),
    )


def _with_tails_cut(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Cut what the page puts behind a title on the same line into a line of its own."""
    for i, p in enumerate(paragraphs):
        if p.marker:  # the body has begun
            break
        at = tail_after_title(p.text)
        if at:
            tail = p.text[at:].lstrip()
            parts = [paragraph(p.start, p.text[:at], p.level), paragraph(p.end - len(tail), tail)]
            return [*paragraphs[:i], *parts, *paragraphs[i + 1 :]]
    return list(paragraphs)


def _letter(front: Sequence[Paragraph], body: Sequence[Paragraph], title: Title | None) -> Closing:
    """Return what signs and dates the report above its body: a letter, or the lines under a speech's title."""
    letter = letter_of([p for p in front if not is_chrome(p) and not is_header_line(p.text)])
    below = [p for p in front if title and not title.from_header and p.start > title.spans[-1][0]]
    named = sum(map(len, names_in_title(title.lines))) if title else 0
    return with_speaker(letter, below, "".join(p.text for p in (*below, *body[:_OPENING])), named)


def _before_attachments(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Return the lines up to the attachments that follow the closing: they have headings of their own."""
    for i, p in enumerate(paragraphs):
        if i and p.text.startswith("附件") and _ATTACHMENT.fullmatch(p.text) and closing_of(paragraphs[:i])[1] >= 0:
            return paragraphs[:i]
    return paragraphs


def _last_top_heading(paragraphs: Sequence[Paragraph]) -> int:
    """Return the index of the last line that begins with a topmost marker; the closing stands behind it."""
    last = 0
    for i, p in enumerate(paragraphs):
        if p.marker and p.marker.family in ("part", "cn"):
            last = i
    return last


def _body(paragraphs: Sequence[Paragraph], closing_start: int) -> list[Paragraph]:
    """Return the body lines: up to the closing, else up to the last line that is text, without page chrome."""
    if closing_start >= 0:
        upto = next((i for i, p in enumerate(paragraphs) if p.end > closing_start), len(paragraphs))
        fused = upto < len(paragraphs) and paragraphs[upto].start < closing_start
        upto += fused
    else:
        upto = next((i + 1 for i in range(len(paragraphs) - 1, -1, -1) if _is_text(paragraphs[i])), 0)
    listed = next(
        (i for i in range(upto) if i > upto - _ATTACHMENT_LINES and _ATTACHMENT_LIST.match(paragraphs[i].text)), upto
    )
    return [p for p in paragraphs[:listed] if not (len(p.text) <= _SHORT and is_chrome(p))]


def _is_text(p: Paragraph) -> bool:
    text = p.text
    if is_chrome(p) or is_header_line(text) or text.startswith(("附件", "抄送", "（此件", "（联系")):
        return False
    return len(text) >= _SUBSTANCE or text.endswith(("。", ".")) or p.marker is not None or text in ("无", "无。")


def _lead(body: Sequence[Paragraph], sections: Sequence[Section], body_end: int) -> tuple[Span, ...]:
    first = sections[0].start if sections else body_end
    return tuple((p.start, min(p.end, first)) for p in body if p.start < first)

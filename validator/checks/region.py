"""The parts of a report that a question can name."""

from __future__ import annotations

from typing import Literal

from validator.checks.context import Context
from validator.text import Span

Region = Literal["document", "title", "front", "lead", "body", "back", "headings", "opening"]


def spans_of(region: Region, context: Context) -> list[Span]:
    """Return where *region* stands. opening: the lead's first three paragraphs; back: all that follows the body."""
    outline = context.outline
    match region:
        case "title":
            return list(outline.title.spans) if outline.title else []
        case "front":
            return [outline.front]
        case "lead":
            return list(outline.lead)
        case "opening":
            return [(p.start, p.end) for p in outline.paragraphs[:3]]
        case "body":
            return [outline.body]
        case "back":
            return [(outline.body[1], len(context.text))]
        case "headings":
            return [(s.heading_start, s.heading_end) for s in outline.sections]
        case _:
            return [(0, len(context.text))]

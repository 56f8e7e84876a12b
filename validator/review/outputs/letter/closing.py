"""The end of every letter and notice: what is asked for, who writes, and when."""

from __future__ import annotations

from collections.abc import Iterator

from validator.model.review import Review
from validator.renderers import wording as w
from validator.review.outputs import saying as s
from validator.review.outputs.letter.paper import paragraph
from validator.words import Lang


def closing(reply: str, review: Review, lang: Lang) -> Iterator[str]:
    """Yield the last sentence, who writes, and when."""
    yield paragraph(reply, "Reply")
    yield paragraph("", "Reply")
    yield paragraph(w.shown(review.office) or w.text("（审核单位）", "(reviewing office)", lang), "Closing")
    yield paragraph(s.day(review.day, lang), "Closing")

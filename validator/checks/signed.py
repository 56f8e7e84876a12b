"""signature, date: is the report signed and dated, and where?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from validator.checks.answer import Answer, Kind
from validator.checks.context import Context
from validator.text import Span
from validator.words import Words

Place = Literal["closing", "letter"]

_BETWEEN = " \n\t\u3000\u00a0、|"


class SignatureQuestion(NamedTuple):
    """*signature*: behind the body, or above it in a covering letter."""

    signature: Place


class DateQuestion(NamedTuple):
    """*date*: where the date of issue stands; *whole*: only a complete date counts."""

    date: Literal["closing", "letter", "header"]
    whole: bool = True


def ask_signature(question: SignatureQuestion, context: Context) -> Answer:
    """Hold if a body's name stands there. Evidence: the names; those that stand together are one piece."""
    closing = context.outline.closing if question.signature == "closing" else context.outline.letter
    return Answer(bool(closing.signature), _together(closing.signature.spans, context) if closing.signature else ())


def _together(spans: Sequence[Span], context: Context) -> tuple[Span, ...]:
    """Join spans that only blanks and the sign between two names keep apart."""
    joined = [spans[0]]
    for start, end in spans[1:]:
        if context.text[joined[-1][1] : start].strip(_BETWEEN):
            joined.append((start, end))
        else:
            joined[-1] = (joined[-1][0], end)
    return tuple(joined)


def ask_date(question: DateQuestion, context: Context) -> Answer:
    """Hold if a date stands there. Evidence: the date; {found}: as it is written, {read}: how it was read."""
    if question.date == "header":
        return _header_date(context)
    closing = context.outline.closing if question.date == "closing" else context.outline.letter
    dates = closing.dates
    if not dates:
        return Answer(False)
    start, end = dates[-1].span
    found = context.text[start:end].strip()
    values = {"found": Words(f"“{found}”", f"“{found}”"), "read": _reading(context)}
    whole = dates[-1].wholeness == "complete"
    return Answer(whole or not question.whole, (dates[-1].span,), values)


def _reading(context: Context) -> Words:
    issued = context.facts.issued_on
    if not issued:
        return Words("无法确定是哪一天", "the day cannot be known")
    return Words(f"按 {issued} 理解", f"read as {issued}")


def _header_date(context: Context) -> Answer:
    spans = [span for name, span in context.facts.spans if name in ("issued_on", "published_on")]
    in_header = [s for s in spans if any(f.span == s for f in context.outline.header)]
    return Answer(bool(in_header), tuple(in_header))


SIGNATURE = Kind("signature", SignatureQuestion, ask_signature, of_all=True)
DATE = Kind("date", DateQuestion, ask_date, ("found", "read"), of_all=True)

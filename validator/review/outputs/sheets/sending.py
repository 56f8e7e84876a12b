"""The tables of the workbook for what was not sent, and for what came late."""

from __future__ import annotations

from validator.model.review import Review, UnitReview
from validator.renderers import wording as w
from validator.renderers.workbook import Book, Column, Marked, Table, Value
from validator.review.outputs import saying as s
from validator.review.outputs.grounds import why
from validator.review.outputs.sheets.units import DUE, FILE, KIND, STANDING, UNIT, file, handled, standing
from validator.review.outputs.tally import UNFIT
from validator.words import Lang, Words, say

_UNSENT = (
    *(UNIT, KIND, STANDING._replace(width=23), DUE),
    Column(Words("已过天数", "Days past"), 8),
    FILE._replace(width=40),
    Column(Words("原因和依据", "Why"), 62),
)
_LATE = (
    *(UNIT._replace(width=28), KIND._replace(width=12), Column(Words("情况", "What"), 14), DUE._replace(width=14)),
    Column(Words("期限出处", "Due from"), 12),
    Column(Words("收到或成文", "Sent"), 14),
    Column(Words("日期出处", "Date from"), 18),
    Column(Words("逾期天数", "Days late"), 10),
    Column(Words("处理", "Decision"), 12),
)


def unsent(book: Book, review: Review) -> Table:
    """Add the sheet of the units whose report is not there, the exempt ones last."""
    found = [u for u in review.units if u.standing not in ("submitted", "exempt")]
    found += [u for u in review.units if u.standing == "exempt"]
    return book.table(
        Words("未报送、不符、待确认", "Not sent or unclear"),
        _UNSENT,
        (_missing(u, review.day, book.lang) for u in found),
    )


def _missing(u: UnitReview, day: str, lang: Lang) -> list[Value]:
    about: list[Value] = [w.shown(u.unit.name), s.kind(u.unit.kind, lang), _standing(u, lang)]
    if u.standing == "exempt":
        return [*about, None, None, "", w.shown(u.unit.exempt)]
    many = len(u.files) > 1
    reasons = [f"{file(f)}{w.text('：', ': ', lang)}{why(f, lang)}" if many else why(f, lang) for f in u.files]
    return [
        *about,
        w.shown(u.timing.due or ""),
        s.past(u.timing.due, day),
        "\n".join(map(file, u.files)),
        "\n".join(reasons),
    ]


def _standing(u: UnitReview, lang: Lang) -> Marked:
    """Return the word for a unit's standing; of what does not count that, and why."""
    word, text = s.GROUPS[s.group(u.standing)], standing(u, lang).text
    told = text if u.standing not in UNFIT else f"{say(word, lang)}{w.text('：', ': ', lang)}{text}"
    return standing(u, lang)._replace(text=told)


def late(book: Book, review: Review) -> Table:
    """Add the sheet of the late units, the latest first, then of those that nobody knows of."""
    sent = [u for u in review.units if u.standing == "submitted"]
    found = sorted((u for u in sent if s.late(u.timing)), key=lambda u: -(u.timing.days or 0))
    found += [u for u in sent if u.timing.days is None]
    return book.table(Words("逾期", "Late"), _LATE, (_late(u, book.lang) for u in found))


def _late(u: UnitReview, lang: Lang) -> list[Value]:
    t = u.timing
    unknown = Marked(w.text("日期不明", "unknown", lang), "open")
    what = Marked(w.text("逾期", "late", lang), "bad") if t.days else unknown
    due = say(s.DUE_FROM[t.due_from], lang) if t.due_from else ""
    sent = say(s.SENT_FROM[t.sent_from], lang) if t.sent_from else ""
    about: list[Value] = [w.shown(u.unit.name), s.kind(u.unit.kind, lang), what]
    return [*about, w.shown(t.due or ""), due, w.shown(t.sent or ""), sent, t.days, handled(u, lang)]

"""The tables of the workbook for units, for what each of them lacks, and for files."""

from __future__ import annotations

from collections.abc import Sequence

from validator.model.result import Score
from validator.model.review import Filed, Review, UnitReview, YearBefore
from validator.renderers import wording as w
from validator.renderers.workbook import Book, Column, Marked, Share, Table, Value
from validator.review.outputs import saying as s
from validator.review.outputs.grounds import whose, why
from validator.review.outputs.judged import Judged, below, counted, fix, judged, message
from validator.review.outputs.precedence import Place, precedence
from validator.review.outputs.tally import ranking, ranks
from validator.words import Lang, Words, say

LOOKS = {"pass": "good", "partial": "half", "fail": "bad", "unknown": "open", "error": "open"}
LOOKS |= {"complete": "good", "incomplete": "bad", "undecided": "open"}
LOOKS |= {
    "submitted": "good",
    "missing": "bad",
    "doubtful": "open",
    "exempt": "none",
    "accepted": "good",
    "returned": "bad",
}
LOOKS |= {"taken_up": "good", "partly": "half", "no_trace": "none"}
LOOKS |= {"first": "none", "later": "half", "unknown": "none"}
UNIT = Column(Words("单位", "Unit"), 20)
KIND = Column(Words("类别", "Kind"), 10)
STANDING = Column(Words("报送情况", "Standing"), 12)
DUE = Column(Words("期限", "Due"), 11)
FILE = Column(Words("文件", "File"), 34)
_UNITS = (
    *(Column(Words("名次", "Rank"), 5), UNIT, KIND, STANDING, FILE._replace(width=24)),
    Column(Words("收到或成文", "Sent"), 11),
    DUE,
    Column(Words("逾期天数", "Days late"), 6),
    Column(Words("得分", "Score"), 6),
    Column(Words("最高可能", "At most"), 6),
    Column(Words("结论", "Verdict"), 11),
    Column(Words("缺", "Missing"), 26),
    Column(Words("不全", "In part"), 18),
    Column(Words("雷同占比", "Copied"), 7),
    Column(Words("雷同先后", "Order"), 8),
    Column(Words("上年得分", "Last year"), 6),
    Column(Words("变化", "Change"), 7),
    Column(Words("处理", "Decision"), 8),
    Column(Words("已失效的决定", "Lapsed decisions"), 24),
)
_DETAILS = (
    *(UNIT._replace(width=18), Column(Words("要素或核对事项", "Element or check"), 16)),
    Column(Words("结果", "Result"), 8),
    Column(Words("说明", "Message"), 26),
    Column(Words("位置", "Where"), 10),
    Column(Words("原文", "Quotation"), 26),
    Column(Words("怎么补", "What to write"), 32),
    Column(Words("依据", "Norm"), 28),
    Column(Words("复核", "Decision"), 16),
)
_LONGEST = 280
"""Characters of quotations that a row of the details can show."""
_FILES = (
    *(FILE._replace(width=52), UNIT._replace(width=24), Column(Words("用途", "Role"), 16)),
    Column(Words("原因", "Why"), 64),
)


def units(book: Book, review: Review) -> Table:
    """Add the sheet with a row per unit, the best score first."""
    found, order = ranks(review), precedence(review)
    rows = (_unit(u, found.get(u.unit.name), order.get(u.unit.name), review, book.lang) for u in ranking(review))
    table = book.table(Words("单位", "Units"), _UNITS, rows, fixed=2)
    below_table(book, table, [say(s.COPIED_OF, book.lang)], len(_UNITS) - 1)
    return table


def _unit(u: UnitReview, rank: int | None, order: Place | None, review: Review, lang: Lang) -> list[Value]:
    a, t = counted(u), u.timing
    score = a.score if a else None
    rules = {rule.id: rule for pack in review.packs.values() for rule in pack.rules}
    lacks = [j for j in judged(u, review) if j.rule.role == "scored"]
    verdict = Marked(w.verdict(a, lang), LOOKS.get(a.verdict or "", "none")) if a else None
    late: Value = max(t.days, 0) if t.days is not None else None
    return [
        *(rank, w.shown(u.unit.name), s.kind(u.unit.kind, lang), standing(u, lang), file(u.current)),
        *(w.shown(t.sent or ""), w.shown(t.due or ""), late),
        *_points(score),
        verdict,
        *(_titles(lacks, outcome, lang) for outcome in ("fail", "partial")),
        Share(u.copied) if a else None,
        Marked(say(s.PLACES[order], lang), LOOKS[order]) if a and order and u.copied else "",
        *_change(u, score),
        handled(u, lang),
        "\n".join(s.lapsed(x, lang, rules) for x in u.lapsed),
    ]


def standing(u: UnitReview, lang: Lang) -> Marked:
    """Return the word for a unit's standing, marked."""
    return Marked(say(s.STANDINGS[u.standing], lang), LOOKS.get(u.standing, "half"))


def handled(u: UnitReview, lang: Lang) -> Marked:
    """Return what was decided about a unit's report, or that it has to be looked at again, marked."""
    return Marked(s.handled(u, lang), "open" if s.again(u) else LOOKS.get(u.state, "none"))


def file(f: Filed | None) -> str:
    """Return the path of a file, safe to show."""
    return w.path(f.submission.assessment) if f else ""


def _points(score: Score | None) -> list[Value]:
    if score is None or score.low is None:
        return [None, None]
    return [score.low, score.high if score.high != score.low else None]


def _titles(found: Sequence[Judged], outcome: str, lang: Lang) -> str:
    return w.text("、", ", ", lang).join(w.said(j.rule.title, lang) for j in found if j.outcome == outcome)


def score_then(b: YearBefore | None) -> float | None:
    """Return the lowest score that a unit's report of the year before can have."""
    score = b.filed.submission.assessment.score if b else None
    return score.low if score else None


def _change(u: UnitReview, now: Score | None) -> list[Value]:
    then = score_then(u.before)
    if then is None or now is None or now.low is None:
        return [then, None]
    return [then, round(now.low - then, 1)]


def details(book: Book, review: Review) -> Table:
    """Add the sheet with a row for each unit and rule that needs a person."""
    rows = (_detail(u, j, book.lang) for u in review.units for j in judged(u, review) if below(j))
    return book.table(Words("明细", "Details"), _DETAILS, rows, fixed=2)


def result(j: Judged, lang: Lang) -> Marked:
    """Return the word for what counts, marked."""
    look = LOOKS.get(j.outcome, "none")
    return Marked(w.outcome(j.outcome, lang, j.rule), "half" if look == "bad" and j.rule.role == "unscored" else look)


def _detail(u: UnitReview, j: Judged, lang: Lang) -> list[Value]:
    # The message stands beside the result: a check is named after what should be, which it is not.
    seen = [message(j, lang), w.places(j.result, lang), cut(w.quotes(j.result, lang), _LONGEST, lang), fix(j, lang)]
    about: list[Value] = [w.shown(u.unit.name), w.said(j.rule.title, lang), result(j, lang)]
    return [
        *about,
        *seen,
        w.source(j.rule, lang),
        s.decision(j.decision, lang, j.rule) or w.decision(j.rule, j.result, lang),
    ]


def cut(text: str, most: int, lang: Lang) -> str:
    """Return a quotation of which a row shows all, and say where the rest is."""
    return text if len(text) <= most else text[:most] + w.text("……（全文见网页）", "… (the rest is on the page)", lang)


def filed(book: Book, review: Review) -> Table:
    """Add the sheet of all files, with what there is to say about the whole review below it."""
    rows = (_file_row(f, book.lang) for f in review.filed)
    table = book.table(Words("文件", "Files"), _FILES, rows)
    below_table(book, table, [w.said(r, book.lang) for r in review.remarks], len(_FILES) - 1)
    return table


def _file_row(f: Filed, lang: Lang) -> list[Value]:
    role: Value = Marked(say(s.ROLES[f.role], lang), _ROLES.get(f.role, "none"))
    return [file(f), whose(f, lang), role, why(f, lang)]


_ROLES = {"current": "good", "doubtful": "open", "stray": "open", "unreadable": "bad"}


def below_table(book: Book, table: Table, lines: Sequence[str], right: int) -> None:
    """Write lines of text below a table, and print them with it."""
    for i, line in enumerate(lines):
        book.put(table.sheet, table.last + 2 + i, 0, line, "plain")
    if lines:
        table.sheet.print_area(0, 0, table.last + 1 + len(lines), right)

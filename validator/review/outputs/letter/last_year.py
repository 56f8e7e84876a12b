"""What a letter says of last year's report: tasks without a trace, shortcomings in the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from validator.model.review import UnitReview
from validator.review.outputs.judged import counted
from validator.review.outputs.letter.asking import accepted
from validator.review.outputs.letter.likeness import more, quoted
from validator.review.outputs.letter.paper import paragraph
from validator.review.outputs.whereabouts import is_lined
from validator.words import Lang, Words, say

_LISTED = 12
"""Tasks or shortcomings that are listed; how many more there are is said."""
_NO_TRACE = Words(
    "你单位{last}年度报告安排的下列工作，{year}年度报告里没有找到对应的文字",
    "Announced in your report on {last}; these words are not found in the one on {year}",
)
_REPEATED = Words(
    "你单位{year}年度报告写的下列不足，与{last}年度报告相同或者相近",
    "Shortcomings in your report on {year} that the one on {last} names in the same words, or nearly",
)
_SAY = Words("，请核对；没有写到的，请补写进展：", ". Please check, and say what became of it where that is not told:")
_RENEW = Words("，请核对并补写{year}年度的新情况：", ". Please check, and say what is new in {year}:")
_TOLD = Words("：", ":")


def last_year(u: UnitReview, year: int, lang: Lang) -> list[str]:
    """Return the paragraphs; nothing where there is nothing to say or no report of last year."""
    if u.before is None or counted(u) is None:
        return []
    tasks = [t.task for t in u.before.announced if t.outcome == "no_trace"]
    say_, renew = (_TOLD, _TOLD) if accepted(u) else (_SAY, _RENEW)
    repeated = [r.here for r in u.before.repeated]
    ours, theirs = u.current.submission if u.current else None, u.before.filed.submission
    words = [quoted(e, is_lined(theirs), lang) for e in tasks], [quoted(e, is_lined(ours), lang) for e in repeated]
    return [*_listed(_NO_TRACE, say_, words[0], year, lang), *_listed(_REPEATED, renew, words[1], year, lang)]


def _listed(told: Words, asked: Words, found: Sequence[str], year: int, lang: Lang) -> Iterator[str]:
    if found:
        words = say(told, lang) + say(asked, lang)
        yield paragraph(words.replace("{year}", str(year)).replace("{last}", str(year - 1)))
    yield from (paragraph(quotation, "Quote") for quotation in found[:_LISTED])
    yield from more(len(found) - _LISTED, "处", lang)

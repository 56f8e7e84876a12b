"""What a letter says of last year's report: tasks without a trace, shortcomings in the same words."""

from __future__ import annotations

from validator.model.review import UnitReview
from validator.renderers import wording as w
from validator.review.outputs.judged import counted
from validator.review.outputs.letter.likeness import cut
from validator.review.outputs.letter.paper import paragraph
from validator.words import Lang, Words, say

_LISTED = 12
"""Tasks or shortcomings that are listed; how many more there are is said."""
_NO_TRACE = Words(
    "上年报告安排了下列工作，按字面在今年的报告里没有找到，请核对；确实没写的，请补写进展：",
    "Announced last year; the words are not found in this year's report. Please look, and say what became of it:",
)
_REPEATED = Words(
    "下列不足与上年写的相同，请写明今年的新情况：",
    "Shortcomings named last year in the same words; please say what is new:",
)


def last_year(u: UnitReview, lang: Lang) -> list[str]:
    """Return the paragraphs; nothing where there is nothing to say or no report of last year."""
    if u.before is None or counted(u) is None:
        return []
    tasks = [t.task for t in u.before.announced if t.outcome == "no_trace"]
    blocks = []
    for words, found in ((_NO_TRACE, tasks), (_REPEATED, [r.here for r in u.before.repeated])):
        if found:
            blocks.append(paragraph(say(words, lang)))
            blocks += [paragraph(w.quoted(cut(e), lang), "Quote") for e in found[:_LISTED]]
        if len(found) > _LISTED:
            rest = len(found) - _LISTED
            blocks.append(paragraph(w.text(f"另有{rest}处。", f"{rest} more.", lang), "Quote"))
    return blocks

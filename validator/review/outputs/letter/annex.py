"""The note under the draft of a notice: what the officer has to look at before anybody is reminded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from validator.model.review import Filed, Review, UnitReview
from validator.renderers import wording as w
from validator.review.outputs.letter.likeness import more
from validator.review.outputs.letter.paper import paragraph
from validator.review.outputs.letter.refusing import ours, unread
from validator.review.outputs.receipts import on_unfound, receipt, unfound
from validator.review.outputs.tally import UNFIT
from validator.words import Lang, Words, say

_LISTED = 20
"""Units, files or remarks of one kind that are listed; how many more there are is said."""
_HEAD = Words("附记（供承办人核对，发出前删去）：", "Note (for the officer; to be deleted before it is sent):")
_UNFOUND = Words(
    "名册写着以下单位的报告已经收到，文件夹里没有它们的文件，仍列在本通知里，发出前请先查找：",
    "By the roster the reports of these came, and the folder has none. They are in this notice; please look first:",
)
_DOUBTFUL = Words(
    "以下单位收到的文件不能确定归属，没有列入本通知，请联系确认：",
    "What came from these is not certain to be theirs. They are not in this notice; please ask them:",
)
_UNREAD = Words(
    "以下单位的文件已经收到，但在审核用的电脑上没有读出来，没有列入本通知，请先查明：",
    "Files of these came and were not read on the reviewer's computer. They are not in this notice; please look:",
)
_ACCEPTED = Words(
    "以下单位报送的文件已决定接受，没有列入本通知：", "What these sent was accepted. They are not in this notice:"
)
_UNKNOWN = Words(
    "以下文件对不上名册里的单位，上列单位的报告可能就在其中，请先核对：",
    "These are of no unit of the roster: the report of a unit listed above may be among them. Please look first:",
)
_REMARKS = Words(
    "审核时还有以下提示，请一并核对；没有读到的文件、文件夹里，也可能有上列单位的报告：",
    "The review has these remarks. Files or folders that were not read may hold a report of a unit above, too:",
)
_Item = tuple[Words, Sequence[str], str]
"""What the lines under it are, the lines, and the Chinese measure word for them."""


def spared(u: UnitReview) -> bool:
    """Tell whether a unit without a report that counts is not reminded: what came is accepted, or was not read here."""
    return u.standing in UNFIT and u.current is not None and (u.state == "accepted" or ours(u.current))


def annex(review: Review, lang: Lang) -> Iterator[str]:
    """Yield the paragraphs of the note; nothing where there is nothing to look at."""
    items = [item for item in _items(review, lang) if item[1]]
    if items:
        yield paragraph("", "Quote")
        yield paragraph(say(_HEAD, lang), "Quote")
    for i, (about, lines, unit) in enumerate(items, 1):
        yield paragraph(w.text(f"{i}．{about.zh}", f"{i}. {about.en}", lang), "Quote")
        yield from (paragraph(line, "Quote") for line in lines[:_LISTED])
        yield from more(len(lines) - _LISTED, unit, lang)


def _items(review: Review, lang: Lang) -> Iterator[_Item]:
    kept = [u for u in review.units if spared(u)]
    accepted = [u for u in kept if u.state == "accepted"]
    strays = [f for f in review.filed if _is_unknown(f, review.year)]
    told = on_unfound(review.units)
    yield _UNFOUND, [receipt(u, lang) for u in unfound(review.units)], "个单位"
    yield _DOUBTFUL, [_unit(u, lang) for u in review.units if u.standing == "doubtful"], "个单位"
    yield _UNREAD, [_unit(u, lang) for u in kept if u not in accepted], "个单位"
    yield _ACCEPTED, [_unit(u, lang) for u in accepted], "个单位"
    yield _UNKNOWN, [f"{w.path(f.submission.assessment)}{unread(f, lang)}" for f in strays], "个文件"
    yield _REMARKS, [w.said(remark, lang) for remark in review.remarks if remark not in told], "条"


def _unit(u: UnitReview, lang: Lang) -> str:
    name, files = w.shown(u.unit.name), [f"{w.path(f.submission.assessment)}{unread(f, lang)}" for f in u.files[:3]]
    return w.text(f"{name}：{'、'.join(files)}", f"{name}: {', '.join(files)}", lang)


def _is_unknown(f: Filed, year: int) -> bool:
    """Tell whether a file of no unit may be a report on the year: one that was not read may be anything."""
    a = f.submission.assessment
    if f.role != "stray" or a.status == "not_this_report":
        return False
    return a.status == "unreadable" or a.facts.report_year in (None, year)

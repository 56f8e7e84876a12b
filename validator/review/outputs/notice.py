"""notice.docx: the draft of a letter to the units whose report is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from validator.checks import deadlines_of
from validator.model.pack import Pack
from validator.model.review import Filed, Review, UnitReview
from validator.renderers import wording as w
from validator.review.outputs import Files
from validator.review.outputs import saying as s
from validator.review.outputs.letter import titles
from validator.review.outputs.letter.annex import annex, spared
from validator.review.outputs.letter.closing import closing
from validator.review.outputs.letter.opening import name
from validator.review.outputs.letter.paper import letter, paragraph, table, title
from validator.review.outputs.letter.refusing import wrong
from validator.review.outputs.tally import UNFIT
from validator.words import Lang, Words, say

_NAMED = 40
"""Units in the line of addressees; more of them are named in the table only."""
_HEADS = (
    *(Words("序号", "No."), Words("单位", "Unit"), Words("报送期限", "Due"), Words("逾期天数", "Days late")),
    *(Words("情况", "Standing"), Words("说明", "Remark")),
)
_WIDTHS = (8, 22, 27, 9, 15, 29)
_ASKED: tuple[s.Group, ...] = ("missing", "unfit")
_LOCAL = ("town", "township", "street", "party_joint")
"""Kinds of units that are named together, as 乡镇（街道）."""


def files(review: Review, lang: Lang) -> Files:
    """Return the draft to those who sent nothing, or nothing that counts; the same review gives the same bytes.

    Nothing where nobody has to be reminded. Whose file is in doubt is not asked for it, only named at the end; nor is
    anybody whose file was accepted, or not read for a reason that lies with the reviewer.
    """
    units = [u for u in review.units if u.standing in ("missing", *UNFIT) and not spared(u)]
    return {"notice.docx": _notice(units, review, lang)} if units else {}


def _notice(units: Sequence[UnitReview], review: Review, lang: Lang) -> bytes:
    lines = _title(s.report(review, lang), lang)
    head = w.text("（草稿，发出前请核对）", "(draft, to be checked before it is sent)", lang)
    until = s.day(review.reply_by, lang)
    reply = w.text(
        f"请上述单位于{until}前报送；确有困难不能按时报送的，请在同一日期前书面说明原因。",
        f"Please send the report by {until}, or say in writing by then why you cannot.",
        lang,
    )
    blocks = [
        *(title(lines), paragraph(head, "Draft"), paragraph(_addressees(units, lang), "Addressee")),
        *map(paragraph, _body(units, review, lang)),
        table([say(words, lang) for words in _HEADS], _rows(units, review, lang), _WIDTHS),
        *closing(reply, review, lang),
        *annex(review, lang),
    ]
    return letter(w.text("", " ", lang).join(lines), blocks)


def _title(report: str, lang: Lang) -> list[str]:
    if lang == "en":
        return titles.words(f"{report}: reports still to be sent")
    *pieces, last = titles.report(report)
    return titles.lines("关于催报", *pieces, f"{last}的通知")


def _addressees(units: Sequence[UnitReview], lang: Lang) -> str:
    """Return the units in the order of the roster, those of one kind together: 甲镇、乙街道，丙局、丁局：."""
    if len(units) > _NAMED:
        return w.text("有关单位（名单见下表）：", "To the units listed below:", lang)
    groups = [[w.shown(u.unit.name) for u in alike] for _, alike in groupby(units, _kind)]
    joined = [w.text("、", ", ", lang).join(names) for names in groups]
    return w.text("，".join(joined) + "：", "; ".join(joined) + ":", lang)


def _kind(u: UnitReview) -> str:
    return "local" if u.unit.kind in _LOCAL else u.unit.kind or ""


def _body(units: Sequence[UnitReview], review: Review, lang: Lang) -> Iterator[str]:
    pack, count = s.first_pack(review), len(units)
    norm, report = _norm(pack, lang), s.report(review, lang)
    day = s.day(review.day, lang)
    found = {s.group(u.standing) for u in units}
    unfit, standings = "unfit" in found, "或者".join(s.GROUPS[group].zh for group in _ASKED if group in found)
    zh = f"截至{day}，下列{count}个单位{standings}，具体情况见下表。"
    what = "nothing, or nothing usable," if unfit else "nothing"
    yield w.text(
        f"按照{norm}，{report}{_deadline(units, review, 'zh')}。{zh}",
        f"Under {norm}, the report ({report}) {_deadline(units, review, 'en')}. By {day} {what} had come from the "
        f"{count} unit{'' if count == 1 else 's'} below.",
        lang,
    )
    if unfit:
        zh = f"{s.GROUPS['unfit'].zh}，是指{s.UNFIT_MEANS.zh}。"
        yield w.text(zh, f"“{s.GROUPS['unfit'].en.capitalize()}” means that {s.UNFIT_MEANS.en}.", lang)
    titles_ = [w.said(rule.title, lang) for rule in pack.rules if rule.role == "scored" and rule.level == "error"]
    if titles_:
        zh = f"报告应当包括：{'、'.join(titles_)}。"
        yield w.text(zh, f"The report must have: {', '.join(titles_)}.", lang)


def _norm(pack: Pack, lang: Lang) -> str:
    """Return the norm that sets the deadline, or the one behind most rules."""
    norms = [w.said(rule.source.norm, lang) for rule in pack.rules if any(True for _ in deadlines_of(rule))]
    norms = norms or [w.said(rule.source.norm, lang) for rule in pack.rules]
    return Counter(norms).most_common(1)[0][0] if norms else w.text("有关规定", "the rules", lang)


def _deadline(units: Sequence[UnitReview], review: Review, lang: Lang) -> str:
    """Return until when the report was due, and how long that is ago; the table tells where days differ."""
    days = {u.timing.due for u in units}
    due = next(iter(days))
    if len(days) > 1 or due is None:
        return w.text("应当在下表所列的期限前报送", "was due on the days below", lang)
    late, on = s.past(due, review.day), s.day(due, lang)
    if late is None:
        return w.text(f"应当于{on}前报送", f"is due by {on}", lang)
    return w.text(f"应当于{on}前报送，已逾期{late}天", f"was due by {on}, {s.days(late)} ago", lang)


def _rows(units: Sequence[UnitReview], review: Review, lang: Lang) -> Iterator[Sequence[str]]:
    for i, u in enumerate(units, 1):
        late, due = s.past(u.timing.due, review.day), s.day(u.timing.due, lang)
        standing = say(s.GROUPS[s.group(u.standing)], lang)
        why = "\n".join(_remarks([f for f in u.files if f.role in UNFIT][:3], review, lang))
        yield str(i), w.shown(u.unit.name), due or w.text("不明", "unknown", lang), str(late or "—"), standing, why


def _remarks(files: Sequence[Filed], review: Review, lang: Lang) -> Iterator[str]:
    """Yield what is wrong with each file, with its name where there are several."""
    for f in files:
        file, why = name(f.submission.assessment), wrong(f, review, lang)
        yield w.text(f"{file}：{why}", f"{file}: {why}", lang) if len(files) > 1 else why

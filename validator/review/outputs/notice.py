"""notice.docx: the draft of a letter to the units whose report is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from validator.model.pack import Pack
from validator.model.review import Review, UnitReview
from validator.renderers import wording as w
from validator.review.outputs import Files
from validator.review.outputs import saying as s
from validator.review.outputs.judged import about_sending
from validator.review.outputs.letter.closing import closing
from validator.review.outputs.letter.paper import letter, paragraph, table
from validator.review.outputs.tally import UNFIT
from validator.words import Lang, Words, say

_NAMED = 40
"""Units in the line of addressees; more of them are named in the table only."""
_HEADS = (
    *(Words("序号", "No."), Words("单位", "Unit"), Words("期限", "Due"), Words("已过天数", "Days past")),
    *(Words("情况", "Standing"), Words("说明", "Remark")),
)
_WIDTHS = (8, 24, 20, 10, 18, 30)
_ORDER = ("missing", *UNFIT)
_DOUBTFUL = Words(
    "附记（发出前删去）：以下单位收到的文件不能确定归属，没有列入本通知，请联系确认：",
    "Note (to be deleted before it is sent): what came from these is not certain to be theirs, please ask them:",
)


def files(review: Review, lang: Lang) -> Files:
    """Return the draft to those who sent nothing, or nothing that counts; the same review gives the same bytes.

    Nothing where nobody has to be reminded. Whose file is in doubt is not asked for it, only named at the end.
    """
    units = [u for standing in _ORDER for u in review.units if u.standing == standing]
    return {"notice.docx": _notice(units, review, lang)} if units else {}


def _notice(units: Sequence[UnitReview], review: Review, lang: Lang) -> bytes:
    report = s.report(review, lang)
    title = w.text(f"关于催报{report}的通知", f"{report}: reports still to be sent", lang)
    head = w.text("（草稿，发出前请核对）", "(draft, to be checked before it is sent)", lang)
    until = s.day(review.reply_by, lang)
    reply = w.text(
        f"请上述单位于{until}前报送；确有困难不能按时报送的，请在同一日期前书面说明原因。",
        f"Please send the report by {until}, or say in writing by then why you cannot.",
        lang,
    )
    blocks = [
        *(paragraph(title, "Title"), paragraph(head, "Draft"), paragraph(_addressees(units, lang), "Addressee")),
        *map(paragraph, _body(units, review, lang)),
        table([say(words, lang) for words in _HEADS], _rows(units, review, lang), _WIDTHS),
        *closing(reply, review, lang),
        *_doubtful([u for u in review.units if u.standing == "doubtful"], lang),
    ]
    return letter(title, blocks)


def _doubtful(units: Sequence[UnitReview], lang: Lang) -> Iterator[str]:
    if units:
        yield paragraph("", "Quote")
        yield paragraph(say(_DOUBTFUL, lang), "Quote")
    for u in units:
        name, paths = w.shown(u.unit.name), [w.path(f.submission.assessment) for f in u.files[:3]]
        yield paragraph(w.text(f"{name}（{'、'.join(paths)}）", f"{name} ({', '.join(paths)})", lang), "Quote")


def _addressees(units: Sequence[UnitReview], lang: Lang) -> str:
    """Return the units by kind: 甲镇、乙镇，丙局、丁局：."""
    if len(units) > _NAMED:
        return w.text("有关单位（名单附后）：", "To the units listed below:", lang)
    groups: dict[str | None, list[str]] = {}
    for u in units:
        groups.setdefault(u.unit.kind, []).append(w.shown(u.unit.name))
    joined = [w.text("、", ", ", lang).join(names) for names in groups.values()]
    return w.text("，".join(joined) + "：", "; ".join(joined) + ":", lang)


def _body(units: Sequence[UnitReview], review: Review, lang: Lang) -> Iterator[str]:
    pack, count = s.first_pack(review), len(units)
    norm, report = _norm(pack, lang), s.report(review, lang)
    day = s.day(review.day, lang)
    zh = f"截至{day}，下列{count}个单位还没有报送有效的{report}。"
    yield w.text(
        f"按照{norm}，{_deadline(units, review, 'zh')}。{zh}",
        f"By {norm}, {_deadline(units, review, 'en')}. On {day} no valid report ({report}) had come "
        f"from the {count} units below.",
        lang,
    )
    titles = [w.said(rule.title, lang) for rule in pack.rules if rule.role == "scored" and rule.level == "error"]
    if titles:
        zh = f"报告应当包括：{'、'.join(titles)}。"
        yield w.text(zh, f"The report must have: {', '.join(titles)}.", lang)


def _norm(pack: Pack, lang: Lang) -> str:
    """Return the norm that sets the deadline, or the one behind most rules."""
    norms = [w.said(rule.source.norm, lang) for rule in pack.rules if about_sending(rule)]
    norms = norms or [w.said(rule.source.norm, lang) for rule in pack.rules]
    return Counter(norms).most_common(1)[0][0] if norms else w.text("有关规定", "the rules", lang)


def _deadline(units: Sequence[UnitReview], review: Review, lang: Lang) -> str:
    """Return until when the report was due, and how long that is ago; the table tells where days differ."""
    days = {u.timing.due for u in units}
    due = next(iter(days))
    if len(days) > 1 or due is None:
        return w.text("报告应当在下表所列的期限前报送", "the report was due on the days below", lang)
    late, on = s.past(due, review.day), s.day(due, lang)
    if late is None:
        return w.text(f"报告应当于{on}前报送", f"the report is due by {on}", lang)
    return w.text(f"报告应当于{on}前报送，已过期{late}天", f"the report was due by {on}, {late} days ago", lang)


def _rows(units: Sequence[UnitReview], review: Review, lang: Lang) -> Iterator[Sequence[str]]:
    for i, u in enumerate(units, 1):
        late = s.past(u.timing.due, review.day)
        why = "\n".join(w.said(f.why, lang) for f in u.files[:3])
        due = (u.timing.due and w.shown(u.timing.due)) or w.text("不明", "unknown", lang)
        yield str(i), w.shown(u.unit.name), due, str(late or "—"), say(s.STANDINGS[u.standing], lang), why

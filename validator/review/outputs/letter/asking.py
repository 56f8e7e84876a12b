"""What a letter asks for → its last sentence: what to do, how, and until when."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from validator.model.review import Review, UnitReview
from validator.renderers import wording as w
from validator.review.outputs import saying as s
from validator.review.outputs.judged import counted
from validator.review.outputs.letter.refusing import remedy
from validator.words import Lang

Asked = Literal["mend", "check", "explain"]
"""mend: the report lacks something; check: the unit has to see whether it does; explain: why it came late."""


def accepted(u: UnitReview) -> bool:
    """Tell whether the report is accepted as it is: a letter then tells what was found and asks for nothing."""
    return u.state == "accepted"


def reply(u: UnitReview, asked: Collection[Asked], review: Review, lang: Lang) -> str:
    """Return what is to be done; that nothing is, only where *asked* is empty."""
    if accepted(u):
        return _nothing(lang)
    if counted(u) is None:
        assert u.current is not None
        return remedy(u.current, review, lang)
    until = s.day(review.reply_by, lang)
    if u.state == "returned":
        return _again("修改", asked, until, lang)
    if "mend" in asked:
        return _again("补正", asked, until, lang, open_to_answer=True)
    if "check" in asked:
        return _checked(asked, until, lang)
    if "explain" in asked:
        zh = f"请于{until}前书面说明逾期报送的原因。报告不需要重新报送。"
        return w.text(zh, f"Please say in writing by {until} why it came late. It need not be sent again.", lang)
    return (
        w.text("复核结果另行告知。", "The result of the review will be told.", lang) if s.again(u) else _nothing(lang)
    )


def _nothing(lang: Lang) -> str:
    return w.text("报告不需要重新报送，不必回复。", "The report need not be sent again; no answer is needed.", lang)


def _again(verb: str, asked: Collection[Asked], until: str, lang: Lang, *, open_to_answer: bool = False) -> str:
    late, when = "explain" in asked, "一并" if "explain" in asked else "在同一日期前书面"
    zh = f"请于{until}前{verb}后重新报送" + ("，并书面说明逾期报送的原因" if late else "")
    zh += f"；对审核意见有不同看法的，请{when}说明理由" if open_to_answer else ""
    en = f"Please mend it and send it again by {until}" + (", and say in writing why it came late" if late else "")
    en += "; where you disagree, please say so in writing by then" if open_to_answer else ""
    return w.text(f"{zh}。", f"{en}.", lang)


def _checked(asked: Collection[Asked], until: str, lang: Lang) -> str:
    late = "explain" in asked
    zh = f"请于{until}前核对并书面回复：需要修改的，修改后重新报送；不需要修改的，说明情况。"
    en = f"Please check and answer in writing by {until}: mend the report and send it again, or say why not."
    return w.text(
        zh + ("逾期报送的原因请一并说明。" if late else ""),
        en + (" Please say, too, why it came late." if late else ""),
        lang,
    )

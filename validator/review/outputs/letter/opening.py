"""The opening of a letter: what came and when, and what the review says of it as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from validator.model.review import Review, UnitReview
from validator.renderers import wording as w
from validator.review.outputs import saying as s
from validator.review.outputs.judged import counted
from validator.review.outputs.saying import first_pack
from validator.words import Lang, Words, say

_SENT = {"received": "收到", "issued": "成文"}
_REFUSED: Mapping[str, Words] = {
    "other_year": Words("所报的不是{year}年度的报告", "is not a report on {year}"),
    "other_kind": Words("不是{report}", "is not this report: {report}"),
    "unreadable": Words("打不开或者读不出文字", "cannot be opened or read"),
}
_THANKS = Words(
    "报告内容齐全，没有发现需要补正的地方。感谢你单位的认真工作。",
    "Nothing needs to be mended. Thank you for your careful work.",
)
_ANEW = Words(
    "报告在上次作出决定以后有改动，这次按改动后的文字审核。",
    "It has changed since the last decision about it; this is about the new text.",
)
_NOTHING = Words("没有发现需要补正的地方。", "Nothing was found that needs to be mended.")
_FOUND = Words("现将有关情况反馈如下：", "What was found:")


def opening(u: UnitReview, review: Review, asked: bool, lang: Lang) -> Iterator[str]:
    """Yield what came and the result, one text for each paragraph. *asked*: there is something to tell."""
    if counted(u) is None:
        yield _refused(u, review, lang)
    else:
        yield _reviewed(u, review, lang)
    decided = _decided(u, lang)
    if decided:
        yield decided
    if counted(u) is None:
        return
    if s.again(u):
        yield say(_ANEW, lang)
        yield say(_FOUND if asked else _NOTHING, lang)
    elif asked or u.state != "returned":
        yield say(_FOUND if asked else _THANKS, lang)


def _reviewed(u: UnitReview, review: Review, lang: Lang) -> str:
    a, t = counted(u), u.timing
    assert a is not None
    zh, en = f"文件：{w.path(a)}", f"file: {w.path(a)}"
    if t.sent and t.sent_from:
        zh += f"，{s.day(t.sent, 'zh')}{_SENT[t.sent_from]}"
        en += f", {s.SENT_FROM[t.sent_from].en} {t.sent}"
    score = w.score(a.score)
    return w.text(
        f"你单位{review.year}年度的报告（{zh}）已经审核，结论是{w.verdict(a, 'zh')}，得分{score}。",
        f"Your report on {review.year} ({en}) has been reviewed: {w.verdict(a, 'en')}, score {score}.",
        lang,
    )


def _decided(u: UnitReview, lang: Lang) -> str:
    """Return what was decided about the whole report, with the reason."""
    d = s.decided(u)
    reason = w.quotation(d.reason).rstrip("。.") if d and d.reason else ""
    if u.state == "returned":
        return w.text(
            "经复核，现予退回。" + (f"理由：{reason}。" if reason else ""), f"It is returned. {reason}", lang
        ).strip()
    if u.state == "accepted":
        return w.text(
            "经复核，予以接受。" + (f"说明：{reason}。" if reason else ""), f"It is accepted. {reason}", lang
        ).strip()
    return ""


def _refused(u: UnitReview, review: Review, lang: Lang) -> str:
    """Return why what came does not count."""
    assert u.current is not None
    report = w.said(first_pack(review).title, lang)
    what = say(_REFUSED[u.standing], lang).replace("{year}", str(review.year)).replace("{report}", report)
    file, why = w.path(u.current.submission.assessment), w.said(u.current.why, lang).rstrip("。.")
    return w.text(
        f"收到你单位报送的文件（{file}）。经审核，该文件{what}：{why}。",
        f"The file that came from you ({file}) {what}: {why}.",
        lang,
    )

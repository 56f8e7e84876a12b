"""The opening of a letter: what came and when, and what the review says of it as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from validator.model.result import Assessment
from validator.model.review import Review, UnitReview
from validator.renderers import wording as w
from validator.review.outputs import saying as s
from validator.review.outputs.judged import counted
from validator.review.outputs.letter.asking import accepted
from validator.review.outputs.letter.refusing import lower, wrong
from validator.words import Lang, Words, say

_SENT: Mapping[str, Words] = {"received": Words("收到", "received"), "issued": Words("成文", "dated")}
_DECIDED: Mapping[str, tuple[Words, Words]] = {
    "returned": (Words("经复核，现予退回。", "It is returned."), Words("理由：", "Reason: ")),
    "accepted": (Words("经复核，予以接受。", "It is accepted."), Words("说明：", "Remark: ")),
}
"""State → what was decided, and what stands before the reviewer's reason."""
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
_NOTED = Words("下列情况供编写下一年度报告时参考：", "What was found, to be borne in mind for next year's report:")


def opening(u: UnitReview, review: Review, told: bool, lang: Lang) -> Iterator[str]:
    """Yield what came and the result, one text for each paragraph. *told*: something follows."""
    a = counted(u)
    yield _reviewed(u, a, review, lang) if a else _refused(u, review, lang)
    decided = _decided(u, lang)
    if decided:
        yield decided
    if a is None:
        return
    if s.again(u):
        yield say(_ANEW, lang)
        yield say(_FOUND if told else _NOTHING, lang)
    elif told:
        yield say(_NOTED if accepted(u) else _FOUND, lang)
    elif u.state != "returned":
        yield say(_THANKS, lang)


def _reviewed(u: UnitReview, a: Assessment, review: Review, lang: Lang) -> str:
    t, report = u.timing, s.report(review, lang)
    zh, en = f"文件名：{name(a)}", f"file: {name(a)}"
    if t.sent and t.sent_from:
        zh += f"，{s.day(t.sent, 'zh')}{_SENT[t.sent_from].zh}"
        en += f", {_SENT[t.sent_from].en} {w.shown(t.sent)}"
    scored, score = bool(a.score and a.score.low is not None), w.score(a.score)
    return w.text(
        f"你单位报送的{report}（{zh}）已经审核，结论为“{w.verdict(a, 'zh')}”{f'，得{score}分' if scored else ''}。",
        f"Your {lower(report)} ({en}) has been reviewed: {w.verdict(a, 'en')}{f', score {score}' if scored else ''}.",
        lang,
    )


def name(a: Assessment) -> str:
    """Return the name of a file; in which folder the reviewer keeps it does not concern the unit."""
    return w.path(a).rpartition("/")[2]


def _decided(u: UnitReview, lang: Lang) -> str:
    """Return what was decided about the whole report, with the reason."""
    if u.state not in _DECIDED:
        return ""
    d = s.decided(u)
    reason = w.quotation(d.reason).rstrip("。.") if d and d.reason else ""
    word, because = (say(words, lang) for words in _DECIDED[u.state])
    said = f"{because}{reason}" if reason else ""
    return w.text(f"{word}{said}。" if said else word, f"{word} {said}." if said else word, lang)


def _refused(u: UnitReview, review: Review, lang: Lang) -> str:
    """Return what came and why it does not count."""
    assert u.current is not None
    file, why = name(u.current.submission.assessment), wrong(u.current, review, lang)
    return w.text(
        f"收到你单位报送的文件（文件名：{file}）。经审核，{why}", f"This file came from you: {file}. {why}", lang
    )

"""letters/<unit>.docx: what each unit that sent something is told, in the form of an official letter."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from validator.model.review import Review, UnitReview
from validator.renderers import wording as w
from validator.review.outputs import Files
from validator.review.outputs import saying as s
from validator.review.outputs.judged import counted, judged
from validator.review.outputs.letter.closing import closing
from validator.review.outputs.letter.gaps import checks, lacking
from validator.review.outputs.letter.last_year import last_year
from validator.review.outputs.letter.likeness import likeness, to_mend
from validator.review.outputs.letter.names import file_names
from validator.review.outputs.letter.opening import opening
from validator.review.outputs.letter.paper import letter, paragraph
from validator.review.outputs.tally import UNFIT
from validator.words import Lang, Words

_NUMBERS = "一二三四五六七八九"
Asked = Literal["mend", "look", "nothing"]
"""mend: the report lacks something; look: the unit has to see whether it does; nothing: only told."""
Section = tuple[Words, Sequence[str], Asked]
"""A heading without its number, the blocks under it, and what they ask for."""


def files(review: Review, lang: Lang) -> Files:
    """Return a letter for each unit that certainly sent something; the same review gives the same bytes."""
    units = [u for u in review.units if written_to(u)]
    names = file_names([u.unit.name for u in units])
    return {f"letters/{name}.docx": _letter(u, review, lang) for u, name in zip(units, names, strict=True)}


def written_to(u: UnitReview) -> bool:
    """Tell whether a unit gets a letter: not when it is unsure whose the file is, or when none was asked for."""
    return u.standing in ("submitted", *UNFIT) and u.current is not None


def _letter(u: UnitReview, review: Review, lang: Lang) -> bytes:
    name, report = w.shown(u.unit.name), s.report(review, lang)
    title = w.text(f"关于{name}{report}的审核反馈", f"{report}: review of {name}", lang)
    sections = [section for section in _sections(u, review, lang) if section[1]]
    asked = {section[2] for section in sections}
    blocks = [
        paragraph(title, "Title"),
        paragraph(w.text(f"{name}：", f"{name}:", lang), "Addressee"),
        *map(paragraph, opening(u, review, bool(sections), lang)),
        *_numbered(sections, lang),
        *closing(_reply(u, review, asked, lang), review, lang),
    ]
    return letter(title, blocks)


def _sections(u: UnitReview, review: Review, lang: Lang) -> Iterator[Section]:
    found = judged(u, review)
    yield Words("缺少或不全的内容", "Missing or in part"), lacking(found, lang), "mend"
    yield Words("请核对", "Please check"), checks(found, lang), "look"
    yield Words("报送时间", "Day of sending"), _late(u, lang), "nothing"
    yield Words("雷同文字", "Copied text"), likeness(u, review, lang), "look" if to_mend(u, review) else "nothing"
    yield Words("与上年对照", "Compared with last year"), last_year(u, lang), "look"


def _late(u: UnitReview, lang: Lang) -> list[str]:
    if counted(u) is None or not s.late(u.timing):
        return []
    later = w.text("请说明原因，今后按时报送。", " Please say why.", lang)
    return [paragraph(s.timing(u.timing, lang) + later)]


def _numbered(sections: Sequence[Section], lang: Lang) -> Iterator[str]:
    """Yield headings 一、二、… and what stands under them."""
    for i, (words, body, _) in enumerate(sections):
        yield paragraph(w.text(f"{_NUMBERS[i]}、{words.zh}", f"{i + 1}. {words.en}", lang), "Heading1")
        yield from body


def _reply(u: UnitReview, review: Review, asked: Collection[Asked], lang: Lang) -> str:
    """Return what is to be done, and until when."""
    until, year = s.day(review.reply_by, lang), review.year
    if counted(u) is None:
        return w.text(f"请于{until}前报送{year}年度的报告。", f"Please send your report on {year} by {until}.", lang)
    if u.state == "returned":
        return w.text(f"请于{until}前修改后重新报送。", f"Please mend it and send it again by {until}.", lang)
    if u.state == "accepted":
        return w.text("报告不需要重新报送。", "It need not be sent again.", lang)
    if "mend" in asked:
        zh = f"请于{until}前补正后重新报送；有不同意见的，请在同一日期前说明理由。"
        return w.text(zh, f"Please mend it and send it again by {until}, or say by then where you disagree.", lang)
    if "look" in asked:
        zh = f"请核对，需要修改的于{until}前重新报送；没有问题的不必回复。"
        return w.text(zh, f"Please look; if something has to be changed, send it again by {until}.", lang)
    if s.again(u):
        return w.text("复核结果另行告知。", "The result of the review will be told.", lang)
    return w.text("报告不需要重新报送。", "It need not be sent again.", lang)

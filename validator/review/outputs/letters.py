"""letters/<unit>.docx: what each unit that sent something is told, in the form of an official letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from validator.model.review import Review, UnitReview
from validator.renderers import wording as w
from validator.review.outputs import Files
from validator.review.outputs import saying as s
from validator.review.outputs.judged import counted, judged
from validator.review.outputs.letter import titles
from validator.review.outputs.letter.asking import Asked, accepted, reply
from validator.review.outputs.letter.closing import closing
from validator.review.outputs.letter.gaps import checks, lacking
from validator.review.outputs.letter.last_year import last_year
from validator.review.outputs.letter.likeness import likeness, to_mend
from validator.review.outputs.letter.names import file_names
from validator.review.outputs.letter.opening import opening
from validator.review.outputs.letter.paper import letter, paragraph, title
from validator.review.outputs.letter.refusing import ours
from validator.review.outputs.tally import UNFIT
from validator.review.outputs.whereabouts import is_lined
from validator.words import Lang, Words

_NUMBERS = "一二三四五六七八九"
Section = tuple[Words, Sequence[str], Asked | None]
"""A heading without its number, the blocks under it, and what they ask for, if anything."""


def files(review: Review, lang: Lang) -> Files:
    """Return a letter for each unit that certainly sent something; the same review gives the same bytes."""
    units = [u for u in review.units if written_to(u)]
    names = file_names([u.unit.name for u in units])
    return {f"letters/{name}.docx": _letter(u, review, lang) for u, name in zip(units, names, strict=True)}


def written_to(u: UnitReview) -> bool:
    """Tell whether a unit gets a letter: not when it is unsure whose the file is, or when none was asked for.

    Nor when its file was not read for a reason that lies with the reviewer.
    """
    return u.standing in ("submitted", *UNFIT) and u.current is not None and not ours(u.current)


def _letter(u: UnitReview, review: Review, lang: Lang) -> bytes:
    name = w.shown(u.unit.name)
    sections = [section for section in _sections(u, review, lang) if section[1]]
    asked = {ask for _, _, ask in sections if ask and not accepted(u)}
    lines = _title(name, s.report(review, lang), lang)
    blocks = [
        title(lines),
        paragraph(w.text(f"{name}：", f"{name}:", lang), "Addressee"),
        *map(paragraph, opening(u, review, bool(sections), lang)),
        *_numbered(sections, lang),
        *closing(reply(u, asked, review, lang), review, lang),
    ]
    return letter(w.text("", " ", lang).join(lines), blocks)


def _title(name: str, report: str, lang: Lang) -> list[str]:
    if lang == "en":
        return titles.words(f"{report}: review of {name}")
    *pieces, last = titles.report(report)
    return titles.lines(f"关于{name}", *pieces, f"{last}的审核反馈")


def _sections(u: UnitReview, review: Review, lang: Lang) -> Iterator[Section]:
    """Yield what is told; what an accepted report is told under the same headings is asked for by none of them."""
    found, told = judged(u, review), accepted(u)
    lined = is_lined(u.current.submission if u.current else None)
    heading = Words("需要注意的问题", "To be noted") if told else Words("需要核对的问题", "Please check")
    yield Words("缺少或者不全的内容", "Missing or in part"), lacking(found, told, lined, lang), "mend"
    yield heading, checks(found, told, lined, lang), "check"
    yield Words("报送时间", "Day of sending"), _late(u, lang), "explain"
    yield Words("雷同文字", "Copied text"), likeness(u, review, lang), "check" if to_mend(u, review) else None
    yield Words("与上年度报告对照", "Compared with last year"), last_year(u, review.year, lang), "check"


def _late(u: UnitReview, lang: Lang) -> list[str]:
    if counted(u) is None or not s.late(u.timing):
        return []
    if accepted(u):
        later = w.text("今后请按时报送。", " Please be in time next year.", lang)
    else:
        later = w.text("请书面说明原因，今后按时报送。", " Please say in writing why.", lang)
    return [paragraph(s.timing(u.timing, lang) + later)]


def _numbered(sections: Sequence[Section], lang: Lang) -> Iterator[str]:
    """Yield headings 一、二、… and what stands under them."""
    for i, (words, body, _) in enumerate(sections):
        yield paragraph(w.text(f"{_NUMBERS[i]}、{words.zh}", f"{i + 1}. {words.en}", lang), "Heading1")
        yield from body

"""What a letter says of text that stands in other reports, too: how much, whose, where, and what gives it away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from validator.model.result import Evidence
from validator.model.review import Pair, Review, Trace, UnitReview
from validator.renderers import wording as w
from validator.review.outputs import saying as s
from validator.review.outputs.judged import counted
from validator.review.outputs.letter.asking import accepted
from validator.review.outputs.letter.own_words import own_words
from validator.review.outputs.letter.paper import paragraph
from validator.review.outputs.whereabouts import is_lined, submission, where
from validator.words import Lang, Words

QUOTE = 120
"""Characters of a quotation; whoever gets the letter has the report at hand."""
_INNER = str.maketrans("“”", "‘’")
_PAIRS, _PASSAGES = 8, 5
"""How many are listed; how many more there are is said."""


class _Side(NamedTuple):
    """A pair as one of its two units sees it. *first*: its own report is dated earlier; None if that is unknown."""

    other: str
    year: int
    characters: int
    share: float
    first: bool | None
    passages: tuple[tuple[Evidence, Evidence, tuple[Trace, ...]], ...]


def likeness(u: UnitReview, review: Review, lang: Lang) -> list[str]:
    """Return the paragraphs about copied text; nothing where the review names no pair of this unit."""
    sides = [] if counted(u) is None else _sides(u.unit.name, review)
    if not sides:
        return []
    others = [side for side in sides if side.other != u.unit.name]
    own = [side for side in sides if side.other == u.unit.name]
    blocks = [paragraph(_share(u, any(side.first is not True for side in others), lang))] if others else []
    for i, side in enumerate(others[:_PAIRS], 1):
        blocks += _side(i, u, side, review, lang)
    blocks += more(len(others) - _PAIRS, "份", lang)
    for side in own:
        blocks.append(paragraph(_own(side, accepted(u), lang)))
        blocks += _passages(u, side, review, Words("上年", "last year"), lang)
    return blocks


def _own(side: _Side, told: bool, lang: Lang) -> str:
    """Return what is said of text of the unit's own last report. *told*: nothing is asked for."""
    share = s.percent(side.share)
    return w.text(
        f"你单位报告正文（不计规定用语）的{share}与本单位{side.year}年度报告相同或者相近"
        + ("：" if told else "，请核对并改写成本年度的新情况："),
        f"{share} of your running text, without prescribed wording, stands in your report on {side.year}, too"
        + (":" if told else ". Please check, and write what is new this year:"),
        lang,
    )


def to_mend(u: UnitReview, review: Review) -> bool:
    """Tell whether a unit may have copied: not where all the other reports are dated later than its own."""
    return counted(u) is not None and any(side.first is not True for side in _sides(u.unit.name, review))


def _share(u: UnitReview, mend: bool, lang: Lang) -> str:
    if not mend:
        zh = "下列报告与你单位的报告有相同或者相近的文字，日期在你单位之后，供了解："
        return w.text(zh, "These reports, dated later than yours, share text with it; for your information:", lang)
    told = accepted(u)
    zh, en = (f"的{s.percent(u.copied)}", s.percent(u.copied)) if u.copied else ("有一部分", "Part")
    return w.text(
        f"你单位报告正文（不计规定用语）{zh}与下列报告相同或者相近{'：' if told else '，请核对并改写成本单位的情况：'}",
        f"{en} of your running text, without prescribed wording, stands in the reports below, too"
        + (":" if told else ". Please check, and write what is your own:"),
        lang,
    )


def _sides(name: str, review: Review) -> list[_Side]:
    found = []
    for p in review.pairs:
        if p.here == name:
            found.append(_here(p))
        elif p.there == name and p.there_year == review.year:
            found.append(_there(p, review.year))
    return sorted(found, key=lambda side: -side.characters)


def _here(p: Pair) -> _Side:
    first = None if p.earlier is None else p.earlier == "here"
    passages = tuple((x.here, x.there, x.traces) for x in p.passages)
    return _Side(p.there, p.there_year, p.characters, p.share_here, first, passages)


def _there(p: Pair, year: int) -> _Side:
    first = None if p.earlier is None else p.earlier == "there"
    passages = tuple((x.there, x.here, x.traces_there) for x in p.passages)
    return _Side(p.here, year, p.characters, p.share_there, first, passages)


def _side(number: int, u: UnitReview, side: _Side, review: Review, lang: Lang) -> Iterator[str]:
    other, share = w.shown(side.other), s.percent(side.share)
    first = {True: "；按日期，你单位的报告在前", False: "；按日期，对方的报告在前", None: ""}[side.first]
    earlier = {True: "; yours is dated earlier", False: "; the other one is dated earlier", None: ""}[side.first]
    yield paragraph(
        w.text(
            f"（{number}）{other}{side.year}年度的报告：{side.characters}字，占正文{share}{first}。",
            f"({number}) {other}, {side.year}: {side.characters} characters, {share} of yours{earlier}.",
            lang,
        )
    )
    yield from _passages(u, side, review, Words("对方", "there"), lang)


def _passages(u: UnitReview, side: _Side, review: Review, whose: Words, lang: Lang) -> Iterator[str]:
    """Yield the passages, first those that have words of their own, each from these words on."""
    ours, theirs = submission(u.unit.name, review.year, review), submission(side.other, side.year, review)
    lined, lined_there = is_lined(ours), is_lined(theirs)
    told = [(own_words(here, ours, review.common), here, there, traces) for here, there, traces in side.passages]
    for own, here, there, traces in sorted(told, key=lambda found: found[0] is None)[:_PASSAGES]:
        at = where(own_words(there, theirs, review.common) or there, lined_there, lang)
        yield paragraph(_passage(quoted(own or here, lined, lang), at, traces, whose, lang), "Quote")
    yield from more(len(side.passages) - _PASSAGES, "处", lang)


def _passage(words: str, at: str, traces: tuple[Trace, ...], whose: Words, lang: Lang) -> str:
    found = w.text("、", ", ", lang).join(s.trace(t, lang) for t in traces)
    zh = (f"{words}（{whose.zh}{at}）" if at else words) + (f"。疑似沿用的字样：{found}" if found else "")
    en = (f"{words} ({whose.en}: {at})" if at else words) + (f"; traces: {found}" if found else "")
    return w.text(f"{zh}。", f"{en}.", lang)


def more(count: int, unit: str, lang: Lang) -> list[str]:
    """Return a line on how many more there are, nothing for none. *unit*: the Chinese measure word."""
    return [paragraph(w.text(f"另有{count}{unit}。", f"{count} more.", lang), "Quote")] if count > 0 else []


def quoted(e: Evidence, lined: bool, lang: Lang) -> str:
    """Return place and quotation, short enough for a letter; quotation marks in it are those of the inner kind.

    *lined*: the lines of the file say where it stands.
    """
    text = e.text if len(e.text) <= QUOTE else f"{e.text[:QUOTE]}…"
    at, words = where(e, lined, lang), w.quotation(text.translate(_INNER))
    told = w.text(f"{at}“{words}”", f"{at} “{words}”".strip(), lang) if words else at
    return w.text(told, f"{told[:1].upper()}{told[1:]}", lang)

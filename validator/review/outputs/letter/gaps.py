"""What a report lacks, with the norm and what to write; and what people have to check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from validator.checks import about_sending
from validator.renderers import wording as w
from validator.review.outputs.judged import Judged, fix, message
from validator.review.outputs.letter.paper import paragraph, table
from validator.review.outputs.whereabouts import where
from validator.words import Lang, Words, say

_HEADS = (
    *(Words("要素", "Element"), Words("问题", "What is wrong")),
    Words("依据", "Norm"),
)
_DO, _MAY = Words("补正意见", "What to write"), Words("写法参考", "How it may be written")
_WIDTHS = (15, 25, 27, 33)
_PLACES = 8
"""Places of one finding that are listed; how many more there are is said."""


def lacking(found: Sequence[Judged], told: bool, lined: bool, lang: Lang) -> list[str]:
    """Return a table of the elements that are missing, then of those that are there in part; nothing for none.

    *told*: nothing is asked for; *lined*: the lines of the file say where something stands.
    """
    gaps = [j for j in found if j.rule.role == "scored" and j.outcome in ("fail", "partial")]
    rows = [
        (w.said(j.rule.title, lang), _problem(j, lined, lang), _norm(j, lang), fix(j, lang))
        for j in sorted(gaps, key=lambda j: j.outcome != "fail")
    ]
    heads = [say(words, lang) for words in (*_HEADS, _MAY if told else _DO)]
    return [table(heads, rows, _WIDTHS)] if rows else []


def _problem(j: Judged, lined: bool, lang: Lang) -> str:
    """Return what is wrong; where the program's result rests says nothing of a reviewer's own."""
    at = _at(j, lined, lang) if j.outcome == "partial" and j.outcome == j.machine else ""
    said = message(j, lang).rstrip("。.")
    return w.text(f"{said}{at}。", f"{said}{at}.", lang)


def _norm(j: Judged, lang: Lang) -> str:
    """Return the norm and the item in it; Chinese has nothing between them."""
    parts = [w.said(j.rule.source.norm, lang), w.said(j.rule.source.item, lang)]
    return w.text("", ", ", lang).join(part for part in parts if part)


def checks(found: Sequence[Judged], told: bool, lined: bool, lang: Lang) -> list[str]:
    """Return a paragraph for each thing that only people can tell; when the report came is said elsewhere.

    *told*, *lined* as above.
    """
    said = [_check(j, told, lined, lang) for j in _to_check(found)]
    if len(said) == 1:
        return [paragraph(said[0])]
    return [paragraph(w.text(f"（{i}）{x}", f"({i}) {x}", lang)) for i, x in enumerate(said, 1)]


def _to_check(found: Sequence[Judged]) -> Iterator[Judged]:
    for j in found:
        if (j.rule.role == "scored" and j.outcome in w.OPEN) or (
            j.rule.role == "unscored" and j.outcome in ("fail", "partial") and not about_sending(j.rule)
        ):
            yield j


def _check(j: Judged, told: bool, lined: bool, lang: Lang) -> str:
    said, do = message(j, lang).rstrip("。."), "" if told else fix(j, lang)
    at = _at(j, lined, lang)
    if j.outcome in w.OPEN:
        title = w.said(j.rule.title, lang)
        said = w.text(f"“{title}”没有判明：{said}", f"“{title}” is undecided: {said}", lang)
    return w.text(f"{said}{at}。{do}", f"{said}{at}. {do}", lang).strip()


def _at(j: Judged, lined: bool, lang: Lang) -> str:
    """Return in brackets where a result rests."""
    found = [at for at in dict.fromkeys(where(e, lined, lang) for e in j.result.evidence) if at]
    if not found:
        return ""
    more = len(found) - _PLACES
    rest = "" if more <= 0 else w.text(f"等{len(found)}处", f" and {more} more", lang)
    return w.text(f"（{'、'.join(found[:_PLACES])}{rest}）", f" ({', '.join(found[:_PLACES])}{rest})", lang)

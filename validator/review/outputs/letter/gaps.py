"""What a report lacks, with the norm and what to write; and what people have to check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from validator.model.result import Evidence
from validator.renderers import wording as w
from validator.renderers.places import place
from validator.review.outputs.judged import Judged, about_sending, fix, message
from validator.review.outputs.letter.paper import paragraph, table
from validator.words import Lang, Words, say

_HEADS = (
    *(Words("要素", "Element"), Words("问题", "What is wrong")),
    *(Words("依据", "Norm"), Words("怎么补", "What to write")),
)
_WIDTHS = (15, 25, 27, 33)
_PLACES = 8
"""Places of one finding that are listed; how many more there are is said."""


def lacking(found: Sequence[Judged], lang: Lang) -> list[str]:
    """Return a table of the elements that are missing, then of those that are there in part; nothing for none."""
    gaps = [j for j in found if j.rule.role == "scored" and j.outcome in ("fail", "partial")]
    rows = [
        (w.said(j.rule.title, lang), _problem(j, lang), w.source(j.rule, lang), fix(j, lang))
        for j in sorted(gaps, key=lambda j: j.outcome != "fail")
    ]
    return [table([say(words, lang) for words in _HEADS], rows, _WIDTHS)] if rows else []


def _problem(j: Judged, lang: Lang) -> str:
    said = message(j, lang).rstrip("。.")
    at = _at(j, lang) if j.outcome == "partial" else ""
    return w.text(f"{w.outcome(j.outcome, lang)}。{said}{at}。", f"{w.outcome(j.outcome, lang)}: {said}{at}.", lang)


def checks(found: Sequence[Judged], lang: Lang) -> list[str]:
    """Return a paragraph for each thing that only people can tell; when the report came is said elsewhere."""
    return [
        paragraph(w.text(f"（{i}）{_check(j, lang)}", f"({i}) {_check(j, lang)}", lang))
        for i, j in enumerate(_to_check(found), 1)
    ]


def _to_check(found: Sequence[Judged]) -> Iterator[Judged]:
    for j in found:
        if (j.rule.role == "scored" and j.outcome in w.OPEN) or (
            j.rule.role == "unscored" and j.outcome in ("fail", "partial") and not about_sending(j.rule)
        ):
            yield j


def _check(j: Judged, lang: Lang) -> str:
    said, do = message(j, lang).rstrip("。."), fix(j, lang)
    if j.outcome in w.OPEN:
        title = w.said(j.rule.title, lang)
        said = w.text(f"“{title}”没有判明：{said}", f"“{title}” is undecided: {said}", lang)
    return w.text(f"{said}{_at(j, lang)}。{do}", f"{said}{_at(j, lang)}. {do}", lang).strip()


def _at(j: Judged, lang: Lang) -> str:
    """Return in brackets where a result rests."""
    found = list(dict.fromkeys(_where(e, lang) for e in j.result.evidence))
    if not found:
        return ""
    more = len(found) - _PLACES
    rest = "" if more <= 0 else w.text(f"等{len(found)}处", f" and {more} more", lang)
    return w.text(f"（{'、'.join(found[:_PLACES])}{rest}）", f" ({', '.join(found[:_PLACES])}{rest})", lang)


def _where(e: Evidence, lang: Lang) -> str:
    return w.shown(place(e, lang))

"""Quotations amid the report's own words: what stands close together is shown once, with every quotation marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from validator.model.result import Evidence
from validator.review.outputs.page.sidebyside import lines
from validator.review.outputs.whereabouts import where
from validator.words import Lang, Words, say

LONGEST_QUOTE = 300

Context = list[str]
"""Place, words before, quotation, words after, and where another one is near: quotation, words after, …"""


def contexts(found: Sequence[Evidence], text: str, around: int, lined: bool, lang: Lang) -> list[Context]:
    """Return the quotations with *around* characters of the report on each side, in the order of the report.

    Of one that the text does not have, as in another format, only the quotation: those come last. *lined*: the lines
    of the file say where something stands.
    """
    there = sorted((e for e in found if _is_in(e, text)), key=lambda e: (e.start, e.end))
    groups: list[list[Evidence]] = []
    for e in there:
        if groups and groups[-1][-1].end <= e.start <= groups[-1][-1].end + around:
            groups[-1].append(e)
        else:
            groups.append([e])
    alone = [[_at([e], lined, lang), "", lines(e.text[:LONGEST_QUOTE]), ""] for e in found if not _is_in(e, text)]
    return [*(_context(group, text, around, lined, lang) for group in groups), *alone]


def _context(group: Sequence[Evidence], text: str, around: int, lined: bool, lang: Lang) -> Context:
    first = group[0]
    told = [_at(group, lined, lang), lines(text[max(first.start - around, 0) : first.start])]
    ends = [*(e.start for e in group[1:]), group[-1].end + around]
    for e, end in zip(group, ends, strict=True):
        quote, after = text[e.start : e.end], text[e.end : end]
        if len(quote) > LONGEST_QUOTE:
            quote, after = f"{quote[:LONGEST_QUOTE]}……", "" if e is group[-1] else after
        told += [lines(quote), lines(after)]
    return told


def _at(group: Iterable[Evidence], lined: bool, lang: Lang) -> str:
    """Return the places, each once."""
    return say(Words("、", ", "), lang).join(filter(None, dict.fromkeys(where(e, lined, lang) for e in group)))


def _is_in(e: Evidence, text: str) -> bool:
    """Tell whether the offsets of a quotation lead to its words: those of another format need not."""
    return bool(e.text) and _begins(text[e.start : e.end]) == _begins(e.text)


def _begins(quote: str) -> str:
    """Return the first words of a quotation, however they are spaced and cut."""
    return "".join(quote[:40].split())[:6].rstrip("…")

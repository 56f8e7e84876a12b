"""—、 for 一、: a dash that a machine read for the numeral, where it fits the sequence of the headings."""

from __future__ import annotations

from collections.abc import Sequence

from validator.model.outline import Marker, Paragraph
from validator.outline.markers import is_row
from validator.patterns import Match, compiled

_DASHES = "—–－―─-"
_MARKER = compiled(rf"(?P<cn>十?[{_DASHES}])[、.．](?=\S)|（\s*(?P<cnp>十?[{_DASHES}])\s*）[、.\s]*(?=\S)")
_FIRST = frozenset(f"{_DASHES}（十")
_GAP = 2  # how far the next number may be: one heading may have lost its own


def with_dashes_read(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Give its marker to every line that begins with a dash for 一, if one of them is followed by 二."""
    found = {
        i: _marker(m)
        for i, p in enumerate(paragraphs)
        if p.text[0] in _FIRST and p.marker is None and (m := _MARKER.match(p.text)) and not is_row(p.text)
    }
    if not found:
        return paragraphs
    numbered = [p._replace(marker=found.get(i, p.marker)) for i, p in enumerate(paragraphs)]
    before, after = _neighbours(numbered), _neighbours(numbered[::-1])[::-1]
    kept = {i for i, marker in found.items() if _may_follow(marker, before[i])}
    if not any(_leads_to(found[i], after[i]) for i in kept):
        return paragraphs
    return [p if i in kept else paragraphs[i] for i, p in enumerate(numbered)]


def _marker(m: Match) -> Marker:
    family = m.lastgroup or ""
    return Marker(family, 11 if m[family][0] == "十" else 1, m.end(), True)


def _neighbours(paragraphs: Sequence[Paragraph]) -> list[int | None]:
    """Return for each marker the number of its kind that precedes it, None if one of a kind above stands between."""
    last: dict[str, int | None] = {}
    found: list[int | None] = []
    for p in paragraphs:
        family = p.marker.family if p.marker else ""
        found.append(last.get(family))
        if p.marker and family in ("cn", "cnp"):
            last[family] = p.marker.number
        if family in ("part", "cn"):
            last = {"cn": last["cn"]} if family == "cn" else {}
    return found


def _may_follow(marker: Marker, before: int | None) -> bool:
    """Tell whether the number before allows this one: 十 before 十一, and 一 not twice."""
    return before == 10 if marker.number == 11 else before != 1


def _leads_to(marker: Marker, after: int | None) -> bool:
    return (marker.number or 0) < (after or 0) <= (marker.number or 0) + _GAP

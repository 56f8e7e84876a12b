"""第一，第二，第三， at the beginning of paragraphs: headings, where three of them follow each other."""

from __future__ import annotations

from collections.abc import Sequence

from validator.dates import number
from validator.model.outline import Marker, Paragraph
from validator.patterns import Match, compiled

_MARKER = compiled(r"第([一二三四五六七八九十]{1,3})[，、：]\s*(?=\S)")
_HEADING = compiled(r"[^。；！？：\n]{3,40}(?:[。：]|$)")  # a longer sentence tells something and heads nothing
_FEWEST = 3


def with_ordinals_read(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Give its marker to every paragraph that begins with 第一，, 第二， … and a short sentence, from three on."""
    found = {i: m for i, p in enumerate(paragraphs) if p.text[0] == "第" and (m := _match(p))}
    if len(found) < _FEWEST:
        return paragraphs
    result = list(paragraphs)
    for run in _runs([(i, _marker(m)) for i, m in found.items()]):
        family = "cn" if _goes_on(run, paragraphs) else "ordinal"
        for i, marker in run:
            result[i] = result[i]._replace(marker=marker._replace(family=family))
    return result


def _goes_on(run: Sequence[tuple[int, Marker]], paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether 八、 follows 第七，: one list in two writings."""
    last, marker = run[-1]
    below = next((p.marker for p in paragraphs[last + 1 :] if p.marker and p.marker.family == "cn"), None)
    above = any(p.marker and p.marker.family == "cn" for p in paragraphs[:last])
    return below is not None and not above and below.number == (marker.number or 0) + 1


def _match(p: Paragraph) -> Match | None:
    m = None if p.marker else _MARKER.match(p.text)
    return m if m and _HEADING.match(p.text, m.end()) else None


def _marker(m: Match) -> Marker:
    return Marker("ordinal", number(m[1]), m.end(), False)


def _runs(found: Sequence[tuple[int, Marker]]) -> list[list[tuple[int, Marker]]]:
    """Return what begins with 第一 and counts on to at least three; a number may be left out or repeated behind it."""
    runs: list[list[tuple[int, Marker]]] = []
    for i, marker in found:
        if marker.number == 1:
            runs.append([])
        if runs:
            runs[-1].append((i, marker))
    return [run for run in runs if [m.number for _, m in run[:_FEWEST]] == [1, 2, 3]]

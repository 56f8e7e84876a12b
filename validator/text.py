"""Text for matching, with a map back to the characters that the user sees.

Rules match against a *shadow*: Simplified characters, half-width digits and letters, full-width ``，：；（）``,
no pinyin readings, no stray spaces, no line breaks inside a sentence. Evidence always quotes the original.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from validator.wrapping import wrapped_breaks

Span = tuple[int, int]
"""Character offsets, half-open."""


class Shadow(NamedTuple):
    """The text that rules match, and where each of its characters comes from.

    *cuts* are the ascending shadow offsets at which the distance to the original changes; ``shifts[i]`` is original
    minus shadow offset from ``cuts[i]`` on. Without cuts the two texts have the same offsets.
    *annotated*: shadow offset of the first character that bore a pinyin reading, -1 if none did.
    """

    text: str
    cuts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()
    annotated: int = -1


_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_GAP = " \t\u00a0\u2000-\u200a\u202f\u3000"
# Half-width punctuation that is typed for full-width in Chinese text; one character for one.
_PUNCTUATION = (("(", "（"), (")", "）"), (",", "，"), (":", "："), (";", "；"))
_FULL_WIDTH = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0e\uff05]")
_TO_HALF = {0xFF01 + i: 0x21 + i for i in range(94)}
_TO_HALF = {k: v for k, v in _TO_HALF.items() if chr(v).isalnum() or chr(v) in ".%"}
# Characters that no Simplified text uses and that any Traditional report has in its first lines.
_TRADITIONAL = re.compile(
    "[縣鄉鎮區設報總結這個為爲與於從來對時會門開關問間題書記長進過還無東車說請議論證變讓體黨辦機構發佈務員實現執處規劃衛導黃國際學習]"
)
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_READING = re.compile(f"(?<=[{_HAN}])（[a-zü{_TONED}]{{1,7}}）|(?<=[{_HAN}])（?[a-zü]{{0,4}}[{_TONED}][a-zü]{{0,3}}）?")
_ANY_TONED = re.compile(f"[{_TONED}]")
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u00ad\ufeff"
_ZERO_WIDTH = re.compile(f"[{_INVISIBLE}]+")
# A space or two between a Han character and a digit is typography; a wider run separates two things.
_DIGIT_SPACE = re.compile(f"(?<=[{_HAN}])[{_GAP}]{{1,2}}(?=\\d)|(?<=\\d)[{_GAP}]{{1,2}}(?=[{_HAN}])")
_INDENT = re.compile(f"^[{_GAP}]+", re.MULTILINE)
# A title set wide, one character at a time: 关 于 法 治 政 府
_SPACED_OUT = re.compile(f"(?<![{_HAN}])[{_HAN}](?:[{_GAP}]{{1,2}}[{_HAN}0-9]){{4,}}(?![{_HAN}])")
# A line with nothing but two or three characters set apart: 报    告
_SPACED_LINE = re.compile(f"^[{_GAP}]*[{_HAN}](?:[{_GAP}]+[{_HAN}]){{1,3}}[{_GAP}]*$", re.MULTILINE)
# A half-width full stop behind a character, as an ASCII keyboard gives it; not the one of “一.”
_LOW_STOP = re.compile(f"(?<=[{_HAN}])(?<![一二三四五六七八九十])\\.(?=[{_HAN}\n]|$)")
_GAP_RUN = re.compile(f"[{_GAP}]+")
_MANY_READINGS = 3


def normalise(text: str) -> Shadow:
    """Return the shadow of *text* (line ends must be ``\\n``)."""
    folded = _fold(text)
    readings = _readings(folded)
    gaps = readings + _removable(folded)
    if not gaps:
        return Shadow(folded)
    shadow = _cut(folded, _merged(gaps))
    if not readings:
        return shadow
    # Every cut at or before the first reading lies before it in the shadow, too.
    first = readings[0][0]
    removed = sum(end - start for start, end in gaps if end <= first)
    return shadow._replace(annotated=first - removed - 1)


def original_offset(shadow: Shadow, offset: int) -> int:
    """Return the offset in the original text of the character at *offset* in the shadow."""
    i = bisect_right(shadow.cuts, offset) - 1
    return offset + shadow.shifts[i] if i >= 0 else offset


def original_span(shadow: Shadow, span: Span) -> Span:
    """Return where the characters of *span* stand in the original text."""
    start, end = span
    if end <= start:
        at = original_offset(shadow, start)
        return at, at
    return original_offset(shadow, start), original_offset(shadow, end - 1) + 1


def _fold(text: str) -> str:
    for half, full in _PUNCTUATION:
        text = text.replace(half, full)
    if _LOW_STOP.search(text):
        text = _LOW_STOP.sub("。", text)
    if _FULL_WIDTH.search(text):
        text = text.translate(_TO_HALF)
    if _TRADITIONAL.search(text):
        text = _simplified(text)
    return text


def _simplified(text: str) -> str:
    import opencc

    converted: str = opencc.OpenCC("t2s").convert(text)
    # t2s maps character by character; if a future table does not, positions matter more than the script.
    return converted if len(converted) == len(text) else text


def _readings(text: str) -> list[Span]:
    """Return the pinyin readings behind characters; a stray toned letter is none."""
    if not _ANY_TONED.search(text):
        return []
    readings = [m.span() for m in _READING.finditer(text)]
    return readings if len(readings) >= _MANY_READINGS else []


def _removable(text: str) -> list[Span]:
    """Return spaces and line breaks that have no meaning for a rule."""
    gaps: list[Span] = []
    if any(c in text for c in _INVISIBLE):
        gaps += [m.span() for m in _ZERO_WIDTH.finditer(text)]
    if " " in text or "\u00a0" in text or "\u3000" in text:
        gaps += [m.span() for m in _INDENT.finditer(text)]
        gaps += [m.span() for m in _DIGIT_SPACE.finditer(text)]
        for wide in (*_SPACED_OUT.finditer(text), *_SPACED_LINE.finditer(text)):
            gaps += [m.span() for m in _GAP_RUN.finditer(text, wide.start() + 1, wide.end())]
    return gaps + wrapped_breaks(text)


def _merged(spans: list[Span]) -> list[Span]:
    spans.sort()
    merged = [spans[0]]
    for start, end in spans[1:]:
        last_start, last_end = merged[-1]
        if start <= last_end:
            merged[-1] = (last_start, max(end, last_end))
        else:
            merged.append((start, end))
    return merged


def _cut(text: str, gaps: list[Span]) -> Shadow:
    pieces: list[str] = []
    cuts: list[int] = []
    shifts: list[int] = []
    at = removed = 0
    for start, end in gaps:
        pieces.append(text[at:start])
        removed += end - start
        cuts.append(end - removed)
        shifts.append(removed)
        at = end
    pieces.append(text[at:])
    return Shadow("".join(pieces), tuple(cuts), tuple(shifts))

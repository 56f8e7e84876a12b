"""Text for matching, with a map back to the characters that the user sees.

Rules match against a *shadow*: Simplified characters, half-width digits and letters, full-width ``，：；（）``,
no pinyin readings, no stray spaces, no line breaks inside a sentence. Evidence always quotes the original.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from os.path import commonprefix
from typing import NamedTuple

from validator.patterns import compiled
from validator.wrapping import wrapped_breaks

Span = tuple[int, int]
"""Character offsets, half-open."""


class Shadow(NamedTuple):
    """The text that rules match, and where each of its characters comes from.

    *cuts* are the ascending shadow offsets at which the distance to the original changes; ``shifts[i]`` is original
    minus shadow offset from ``cuts[i]`` on. Without cuts the two texts have the same offsets.
    *annotated*: shadow offset of the first character that bore a pinyin reading, -1 if none did. *misread*: offsets
    of those that were put right (法冶 → 法治).
    """

    text: str
    cuts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()
    annotated: int = -1
    misread: tuple[int, ...] = ()


_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_GAP = " \t\u00a0\u2000-\u200a\u202f\u3000"
_GAPS = " \t\u00a0\u2002\u2003\u2009\u202f\u3000"
# Half-width punctuation that is typed for full-width in Chinese text; one character for one.
_PUNCTUATION = (("(", "（"), (")", "）"), (",", "，"), (":", "："), (";", "；"))
_FULL_WIDTH = "０１２３４５６７８９"
_TO_HALF = {0xFF01 + i: 0x21 + i for i in range(94) if chr(0x21 + i).isalnum() or chr(0x21 + i) in ".%"}
# Characters that no Simplified text uses; some of them stand in the first lines of any Traditional report.
_TRADITIONAL = "縣鄉鎮區設報與於對會關問進過無說請議論體黨辦機構發務員實現執規劃衛學習"
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_USUAL_TONES = "àáéèìíǎūùú"  # a text with readings has some of these
_READING = compiled(f"(?<=[{_HAN}])（[a-zü{_TONED}]{{1,7}}）|(?<=[{_HAN}])（?[a-zü]{{0,4}}[{_TONED}][a-zü]{{0,3}}）?")
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u00ad\ufeff"
_ZERO_WIDTH = compiled(f"[{_INVISIBLE}]+")
# A space or two between a Han character and a digit is typography; a wider run separates two things, and the one
# behind a number at the start of a line makes it a marker (1 主要工作).
_DIGIT_SPACE = compiled(
    f"(?<=[{_HAN}])[{_GAP}]{{1,2}}(?=\\d)|(?<=\\d)(?<!(?:^|\\n)\\d{{1,2}})[{_GAP}]{{1,2}}(?=[{_HAN}])"
)
# A title set wide, one character at a time: 关 于 法 治 政 府; or a line of a few: 报    告
_SPACED_OUT = compiled(
    f"(?<![{_HAN}])[{_HAN}](?:[{_GAP}]{{1,2}}[{_HAN}0-9、，]){{4,}}(?![{_HAN}])"
    f"|(?<!\\S)[{_HAN}](?:[{_GAP}]+[{_HAN}]){{1,3}}[{_GAP}]*(?=\n|$)"
)
# A date set wide, one digit at a time: 2 0 2 5 年 1 月 1 6 日. Without its sign behind it a row of digits is a table's.
_SPACED_DATE = compiled(
    f"(?<!\\d)(?<!\\d[{_GAP}])(?:2[{_GAP}]{{1,2}}0|1[{_GAP}]{{1,2}}9)(?:[{_GAP}]{{1,2}}\\d){{2}}(?=[{_GAP}]{{0,2}}年)"
    f"|(?<=年[{_GAP}]?)[01][{_GAP}]{{1,2}}\\d(?=[{_GAP}]{{0,2}}月)|(?<=月[{_GAP}]?)[0-3][{_GAP}]{{1,2}}\\d(?=[{_GAP}]{{0,2}}[日号])"
)
_DIGIT_GAP = compiled(f"[0-3][{_GAP}]{{1,2}}\\d")
# A half-width full stop behind a character, as an ASCII keyboard gives it; not the one of “一.”
_LOW_STOP = compiled(f"(?<=[{_HAN}])(?<![一二三四五六七八九十])\\.(?=[{_HAN}\n]|$)")
_GAP_RUN = compiled(f"[{_GAP}]+")
# What a machine that reads from a picture takes for another sign: 法冶 for 法治 (but 湿法冶金), 第—批 for 第一批,
# 2O24年 for 2024年. A whole date keeps its letters: who reads dates tells that it is damaged.
_SMELTED = compiled("(?<=[法政自整防综共])冶(?![炼金铸])|冶(?=理)")
_DASHES = "—–－-"
_DASHED = compiled(f"(?<=第)[{_DASHES}](?=[{_HAN}])")
_LETTERED = compiled(
    f"(?<![0-9A-Za-z])2[0Oo][0-9OolI]{{2}}(?<!\\d{{4}})(?![0-9A-Za-z])(?![{_GAP}]?年[{_GAP}]?[0-9OolI]{{1,2}}[{_GAP}]?月)"
)
_DIGIT_OF = str.maketrans("OolI", "0011")
_ADDRESS = compiled(r"www\.[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_MARK = 30  # characters of a site's name before its address
_MANY_READINGS = 3


def normalise(text: str, *, whole: bool = False) -> Shadow:
    """Return the shadow of *text* (line ends must be ``\\n``). *whole*: its lines are paragraphs of the file."""
    plain = _fold(text)
    folded = _read_right(plain)
    misread = [i for i, sign in enumerate(plain) if sign != folded[i]] if folded != plain else []
    readings = _readings(folded)
    gaps = readings + _removable(folded, whole)
    if not gaps:
        return Shadow(folded, misread=tuple(misread))
    shadow = _cut(folded, _merged(gaps))
    if misread:
        shadow = shadow._replace(misread=tuple(_shadow_offset(shadow, i) for i in misread))
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


def _shadow_offset(shadow: Shadow, offset: int) -> int:
    """Return the offset in the shadow of the character at *offset* of the original; it must not be cut out."""
    starts = [cut + shift for cut, shift in zip(shadow.cuts, shadow.shifts, strict=True)]
    i = bisect_right(starts, offset) - 1
    return offset - shadow.shifts[i] if i >= 0 else offset


def original_span(shadow: Shadow, span: Span) -> Span:
    """Return where the characters of *span* stand in the original text."""
    start, end = span
    if end <= start:
        at = original_offset(shadow, start)
        return at, at
    return original_offset(shadow, start), original_offset(shadow, end - 1) + 1


def trimmed(text: str, span: Span) -> Span:
    """Return *span* of *text* without the white space at its ends."""
    piece = text[span[0] : span[1]]
    return span[0] + len(piece) - len(piece.lstrip()), span[1] - len(piece) + len(piece.rstrip())


def _fold(text: str) -> str:
    # Tests by str.find come first: a pattern over the whole text costs as much as all of them together.
    for half, full in _PUNCTUATION:
        text = text.replace(half, full)
    if ".\n" in text or text.endswith("."):
        text = _LOW_STOP.sub("。", text)
    if has_any(text, _FULL_WIDTH):
        text = text.translate(_TO_HALF)
    if has_any(text, _TRADITIONAL):
        text = _simplified(text)
    return text


def _read_right(text: str) -> str:
    """Return *text* with the signs that were plainly misread put right, one for one."""
    if "冶" in text:
        text = _SMELTED.sub("治", text)
    for dash in _DASHES:
        if dash in text and _stands_behind("第", dash, text):
            text = _DASHED.sub("一", text)
    if has_any(text, "OolI"):
        text = _LETTERED.sub(lambda m: m[0].translate(_DIGIT_OF), text)
    return text


def _stands_behind(before: str, sign: str, text: str) -> bool:
    # Looking for one rare character costs a hundredth of looking for two characters.
    at = text.find(sign)
    while at >= 0 and text[at - 1 : at] != before:
        at = text.find(sign, at + 1)
    return at >= 0


def has_any(text: str, signs: Iterable[str]) -> bool:
    """Tell whether one of *signs* occurs in *text*."""
    return any(map(text.__contains__, signs))


def _simplified(text: str) -> str:
    import opencc

    converted: str = opencc.OpenCC("t2s").convert(text)
    # t2s maps character by character; if a future table does not, positions matter more than the script.
    return converted if len(converted) == len(text) else text


def _readings(text: str) -> list[Span]:
    """Return the pinyin readings behind characters; a stray toned letter is none."""
    if not has_any(text, _USUAL_TONES):
        return []
    readings = [m.span() for m in _READING.finditer(text)]
    return readings if len(readings) >= _MANY_READINGS else []


def _removable(text: str, whole: bool) -> list[Span]:
    """Return spaces and line breaks that have no meaning for a rule."""
    gaps: list[Span] = _watermarks(text) if "www." in text else []
    if has_any(text, _INVISIBLE):
        gaps += [m.span() for m in _ZERO_WIDTH.finditer(text)]
    lines = text.split("\n")
    at = 0
    spaced = has_any(text, _GAPS)
    for line in lines if spaced else ():
        body = line.lstrip(_GAPS)
        if len(body) < len(line):
            gaps.append((at, at + len(line) - len(body)))
        if has_any(body, " \u3000\u00a0\t"):
            gaps += _inner_gaps(text, at + len(line) - len(body), at + len(line))
        at += len(line) + 1
    return gaps + wrapped_breaks(lines, whole=whole)


def _watermarks(text: str) -> list[Span]:
    """Return the names that a document mill puts into a text: an address with the words that always precede it."""
    found: dict[str, list[Span]] = {}
    for m in _ADDRESS.finditer(text):
        found.setdefault(m[0], []).append(m.span())
    gaps: list[Span] = []
    for spans in found.values():
        if len(spans) > 1:
            before = commonprefix([text[max(start - _MARK, 0) : start][::-1] for start, _ in spans])  # noqa: RUF071
            mark = len(before.split("\n")[0])
            gaps += [(start - mark, end) for start, end in spans]
    return gaps


def _inner_gaps(text: str, start: int, end: int) -> Iterator[Span]:
    for m in _DIGIT_SPACE.finditer(text, start, end):
        yield m.span()
    dated = "年" in text[start:end] and bool(_DIGIT_GAP.search(text, start, end))
    for pattern in (_SPACED_OUT, _SPACED_DATE) if dated else (_SPACED_OUT,):
        for wide in pattern.finditer(text, start, end):
            for m in _GAP_RUN.finditer(text, wide.start() + 1, wide.end()):
                yield m.span()


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

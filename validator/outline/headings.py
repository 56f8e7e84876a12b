"""Paragraphs → pieces that begin with a heading: where a heading ends, and headings inside a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from validator.model.outline import Marker, Paragraph
from validator.outline.markers import inline_markers, is_row
from validator.patterns import compiled

_LONGEST_LINE_HEADING = 130  # 广东: a whole outline sentence is the heading
_LONGEST_RUN_IN = 60
_LONGEST_LOW_RUN_IN = 40
_LONGEST_PLAIN = 40
_SHORTEST_BODY = 30
_FUSED = 45
_SENTENCE_END = compiled("[。！？]")
_FIRST_PAUSE = compiled(r"[，。：；\s]|一是|首先")
_LIST_START = compiled("一是|一方面|（一）|（1）|1[.、]")
_FIRST_MARKERS = ("（一）", "二、", "三、", "（二）", "（三）")
_UPPER = ("part", "cn", "cnp")
_PLAIN_END = "。；，：！？、…）)"
_IN_BRACKETS = compiled("【[^【】：]{4,40}】")
_NOT_A_HEADING = compiled(r"附件|抄送|抄报|主送|特此报告|以上报告|专此报告|（|【|\[|\||——|注：|备注")
_LACK = "(?:不足|问题|短板|差距|困难|薄弱环节|弱项)(?:之处)?"
_ALSO_NAMED = f"(?:{_LACK}|原因|成因|打算|安排|计划|思路|对策|措施|方向|改进|建议|下一?步)"
_ALSO = f"(?:(?:及其?|和|与|以及|、)[^，。；：]{{0,6}}{_ALSO_NAMED})"
_WHERE = "(?:当前|目前|主要|一年来|工作中?|推进|(?:法治(?:政府)?建设|依法行政)中?){0,3}"
_WHEN = r"(?:(?:20\d\d年度?|下一?年度?|下一?阶段|下一?步|明年|来年|今后)(?:的|工作|主要|重点|努力){0,3})"
# A colon also closes what only introduces a list (还存在一些短板：) or a field (联系人：), so that the words decide.
_RUN_IN = compiled(
    rf"(?:{_WHERE}(?:存在|面临)(?:的(?:主要|突出|一些)?|主要|突出)?{_LACK}|(?:主要|工作)的?{_LACK}|{_LACK}(?={_ALSO}))"
    rf"{_ALSO}?：|{_WHEN}(?:打算|安排|计划|思路|举措|措施|方向){_ALSO}?："
    r"|(?:存在|产生|主要)?(?:问题|不足)(?:产生)?的原因(?:分析|剖析)?：|原因(?:分析|剖析)："
)
_GAP = compiled("[ \u3000\t]")
_HAN = compiled("[\u4e00-\u9fff]")


class Piece(NamedTuple):
    """A heading with the text up to the next piece. Offsets in the shadow; *marker* is None for a plain heading.

    *low*: it is never above a numbered heading, nor does it change the level of another one.
    """

    marker: Marker | None
    heading: str
    start: int
    heading_start: int
    heading_end: int
    body_start: int
    level: int = 0
    fused: bool = False
    low: bool = False


def pieces_of(paragraphs: Sequence[Paragraph]) -> list[Piece]:
    """Return the headings of the body, in order."""
    pieces: list[Piece] = []
    last = {"cn": 0, "cnp": 0}
    inside = _has_inner_markers(paragraphs)
    for i, paragraph in enumerate(paragraphs):
        following = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
        for start, end, marker in _segments(paragraph, last) if inside else _whole(paragraph):
            if marker:
                last["cnp"] = 0 if marker.family == "cn" else last["cnp"]
                if marker.family in last and marker.number:
                    last[marker.family] = marker.number
                pieces.append(_numbered(paragraph, start, end, marker))
            elif start == 0 and _is_plain_heading(paragraph, following):
                pieces.append(_plain(paragraph))
            elif start == 0 and (closed := _RUN_IN.match(paragraph.text)):
                pieces.append(_run_in(paragraph, closed.end()))
    return pieces


def _run_in(paragraph: Paragraph, length: int) -> Piece:
    """Return the unnumbered heading that a colon closes on the line of its body: 存在的不足：一是…"""
    at = paragraph.start
    return Piece(None, paragraph.text[: length - 1], at, at, at + length - 1, at + length, low=True)


def _has_inner_markers(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether a first, second or third heading may stand inside a line; where none does, no other does."""
    text = "\n".join([p.text for p in paragraphs])
    at_start = sum(p.text.startswith(_FIRST_MARKERS) for p in paragraphs)
    return sum(text.count(sign) for sign in _FIRST_MARKERS) > at_start


def _whole(paragraph: Paragraph) -> Iterator[tuple[int, int, Marker | None]]:
    yield 0, len(paragraph.text), paragraph.marker


def _segments(paragraph: Paragraph, last: dict[str, int]) -> Iterator[tuple[int, int, Marker | None]]:
    """Yield ``(start, end, marker)`` of the parts of a line; more than one when headings stand inside it."""
    text = paragraph.text
    own = paragraph.marker
    cuts: list[tuple[int, Marker | None]] = [(0, own)]
    if len(text) > _FUSED and (own is None or own.family in _UPPER):
        cuts += _accepted(inline_markers(text), own, dict(last))
    for (start, marker), (end, _) in zip(cuts, [*cuts[1:], (len(text), None)], strict=True):
        yield start, end, marker


def _accepted(
    candidates: list[tuple[int, Marker]], own: Marker | None, last: dict[str, int]
) -> list[tuple[int, Marker]]:
    """Keep the markers inside a line that continue the numbering; a list in a sentence does not."""
    if own and own.number and own.family in last:
        last[own.family] = own.number
    # Below （一） only the next （二） or 一、 is a heading; another （一）（二） there is a list in a sentence.
    kept = []
    for offset, marker in candidates:
        before = last.get(marker.family, 0)
        step = (marker.number or 0) - before
        if marker.family == "cn" and 1 <= step <= 2:
            last["cnp"] = 0
        elif not (marker.family == "cnp" and 1 <= step <= 2 and (before or not own or own.family != "cnp")):
            continue
        last[marker.family] = marker.number or 0
        kept.append((offset, marker))
    return kept if _is_run_of_headings(kept, own) else []


def _is_run_of_headings(kept: list[tuple[int, Marker]], own: Marker | None) -> bool:
    """A single （一） in a sentence is a reference; headings come in numbers or continue the line's own."""
    return len(kept) > 1 or bool(kept and own)


def _numbered(paragraph: Paragraph, start: int, end: int, marker: Marker) -> Piece:
    rest = paragraph.text[start + marker.length : end].rstrip()
    length, fused = _heading_length(rest, marker.family)
    at = paragraph.start + start
    heading_start = at + marker.length
    heading_end = heading_start + length
    stop = 1 if rest[length : length + 1] in ("。", "：", "；") else 0
    return Piece(
        marker, rest[:length], at, heading_start, heading_end, heading_end + stop, level=paragraph.level, fused=fused
    )


def _heading_length(rest: str, family: str) -> tuple[int, bool]:
    """Return how many characters of *rest* are the heading, and whether nothing marks its end."""
    upper = family in _UPPER
    stop = _SENTENCE_END.search(rest)
    end = stop.start() if stop else len(rest)
    early = _early_end(rest, end)
    if early:
        return early, False
    longest = _LONGEST_RUN_IN if upper else _LONGEST_LOW_RUN_IN
    if not stop and upper:
        longest = _LONGEST_LINE_HEADING
    if end <= longest:
        return end, False
    pause = _FIRST_PAUSE.search(rest, 1)
    return (pause.start() if pause and pause.start() <= _FUSED else _FUSED), True


def _early_end(rest: str, end: int) -> int:
    """Return where a heading ends before its sentence does: at a colon, a space or the first 一是."""
    colon = rest.find("：", 2, min(end, _FUSED))
    if colon > 0 and len(rest) > colon + 8:
        return colon
    listed = _LIST_START.search(rest, 2, min(end, _FUSED) + 3)
    if listed and listed.start() < end:
        return int(listed.start())
    gap = _GAP.search(rest, 4, _FUSED)
    if gap and len(rest) - gap.start() > _SHORTEST_BODY and "，" not in rest[: gap.start()]:
        return int(gap.start())
    return 0


def _is_plain_heading(paragraph: Paragraph, following: Paragraph | None) -> bool:
    """Tell whether an unnumbered line is a heading: short, no stop at its end, text below it."""
    text = paragraph.text
    if following is None:
        return False
    if paragraph.level or (text[0] == "【" and is_plain_heading(text)):
        return True
    if not is_plain_heading(text):
        return False
    return len(following.text) >= _SHORTEST_BODY or following.text.endswith("。") or following.marker is not None


def is_plain_heading(text: str) -> bool:
    """Tell whether a text looks like a heading without a number: short, mostly Han, no stop at its end."""
    if text[0] == "【":
        return bool(_IN_BRACKETS.fullmatch(text))
    if not 4 <= len(text) <= _LONGEST_PLAIN or text[-1] in _PLAIN_END or _NOT_A_HEADING.match(text):
        return False
    if " | " in text or is_row(text):
        return False
    return len(_HAN.findall(text)) >= 4


def _plain(paragraph: Paragraph) -> Piece:
    """Brackets are shown with a heading, but what it says stands inside them."""
    shown = paragraph.text.rstrip("：。")
    end = paragraph.start + len(shown)
    text = shown.removeprefix("【").removesuffix("】")
    return Piece(None, text, paragraph.start, paragraph.start, end, paragraph.end, level=paragraph.level)

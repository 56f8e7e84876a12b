"""Line breaks that stand inside a sentence: where an old editor or a PDF cut the line, the sentence goes on."""

from __future__ import annotations

import re

Span = tuple[int, int]

_WIDE_LINE = 40  # a line of so many characters that ends without a stop was cut, not finished
_MIN_LINES = 8
_MAX_WIDTH = 110  # columns; a wider longest line means that paragraphs are whole
_FULL_SHARE = 0.4
_SLACK = 4  # columns that a hyphenation rule may leave free at the end of a full line
_STOPS = "。！？；：…"
_CLOSED = _STOPS + "”》）】〕"
_INDENT = (" ", "\u3000", "\u00a0", "\t")
_PAGE_NUMBER = re.compile(r"\s*[-—–－ ]*(?:第\s*)?\d{1,3}(?:\s*页)?[-—–－ ]*\s*$")
_STARTS_ANEW = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、.．](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,3}部分"
    r"|[|#\[【]|附件|抄送|（此件)"
)


def wrapped_breaks(text: str) -> list[Span]:
    """Return the spans of line ends (with the next line's indent and page numbers between) to leave out."""
    lines = text.split("\n")
    width = _page_width(lines)
    if not width and not _has_cut_line(lines):
        return []
    return _breaks(lines, width)


def _columns(line: str) -> int:
    return len(line) if line.isascii() else len(line) + sum(c > "\u2e7f" for c in line)


def _page_width(lines: list[str]) -> int:
    """Return the width in columns to which the text is set, or 0 when paragraphs are whole lines."""
    filled = [line.rstrip() for line in lines if line.strip()]
    if len(filled) < _MIN_LINES or max(map(len, filled)) * 2 > _MAX_WIDTH:
        return 0
    widths = [_columns(line) for line in filled]
    full = max(widths)
    share = sum(w >= full - _SLACK for w in widths) / len(widths)
    return full if share >= _FULL_SHARE else 0


def _has_cut_line(lines: list[str]) -> bool:
    return any(
        len(line) >= _WIDE_LINE and line[-1] not in _CLOSED and i + 1 < len(lines) and lines[i + 1]
        for i, line in enumerate(lines)
    )


def _breaks(lines: list[str], width: int) -> list[Span]:
    breaks: list[Span] = []
    at = 0
    for i, line in enumerate(lines):
        end = at + len(line)
        following = _next_line(lines, i, width)
        if following and _goes_on(line, lines[following], width):
            skipped = sum(len(lines[k]) + 1 for k in range(i + 1, following))
            indent = len(lines[following]) - len(lines[following].lstrip())
            tail = len(line) - len(line.rstrip())
            breaks.append((end - tail, end + 1 + skipped + indent))
        at = end + 1
    return breaks


def _next_line(lines: list[str], i: int, width: int) -> int:
    """Return the index of the line after *i*; in a page layout blank lines and page numbers do not count."""
    k = i + 1
    while width and k < len(lines) and (not lines[k].strip() or _PAGE_NUMBER.match(lines[k])):
        k += 1
    return k if k < len(lines) and lines[k].strip() else 0


def _goes_on(line: str, following: str, width: int) -> bool:
    body = line.rstrip()
    if not body or body[-1] in _STOPS or body.lstrip().startswith(("|", "[")):
        return False
    if width:
        full = _columns(body) >= width - _SLACK
        return full and (body[-1] in "，、" or not _begins_anew(following))
    return len(body) >= _WIDE_LINE and body[-1] not in _CLOSED and not _begins_anew(following)


def _begins_anew(line: str) -> bool:
    return line.startswith(_INDENT) or bool(_STARTS_ANEW.match(line))

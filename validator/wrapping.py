"""Line breaks that stand inside a sentence: where an old editor or a PDF cut the line, the sentence goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from validator.patterns import compiled

Span = tuple[int, int]

_WIDE_LINE = 40  # a line of so many characters that ends without a stop was cut, not finished
_MIN_LINES = 8
_LONGEST = 60  # characters; a longer line means that paragraphs are whole
_MARGIN = 200  # spaces that may stand behind the last character
_SHORT_LINE = 12  # characters; shorter lines are headings or ends of paragraphs and say nothing of the width
_SHORTEST_REST = 2  # characters of a heading's second line; 无 is a body
_FULL_SHARE = 0.4
_SLACK = 4  # columns that a rule against stops at the start of a line may leave free
_STOPS = "。！？；：…"
_CLOSED = _STOPS + "”》）】〕"
_INDENT = (" ", "\u3000", "\u00a0", "\t")
_PAGE_NUMBER = compiled(r"\s*[-—–－ ]*(?:第\s*)?\d{1,3}(?:\s*页)?[-—–－ ]*\s*$")
_TABULAR = compiled(
    r"\||^\s*\[|[\u4e00-\u9fff]{2,6}：.*[\s　；][\u4e00-\u9fff]{2,6}：|(?<=\S)(?: {4,}|\u3000{2,}|\t+)(?=\S)"
)  # cells, not sentences
_NUMBERED = compiled(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}部分)"
)
_STARTS_ANEW = compiled(
    r"\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[—–－-]、|（(?:[一二三四五六七八九十\d]{1,3}|[—–－-])）|\d{1,2}[、.．](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,3}部分"
    r"|[\u4e00-\u9fff]{2,6}\s*：|[|#\[【]|附件|抄送|（此件)"
)


def wrapped_breaks(lines: list[str], *, whole: bool = False) -> list[Span]:
    """Return the spans of line ends (with the next line's indent and page numbers between) to leave out.

    *lines*: a text split at ``\\n``; the spans are offsets in that text. *whole*: the file itself keeps its
    paragraphs apart, so that a line that merely ends without a stop is whole; only a page set line by line is not.
    """
    page = _page(lines)
    if not page and (whole or not _has_cut_line(lines)):
        return []
    return _breaks(lines, page)


class Page(NamedTuple):
    """A page layout: a line whose *measure* reaches *full* is filled to the margin."""

    measure: Callable[[str], int]
    full: int


def _columns(line: str) -> int:
    return len(line) if line.isascii() else len(line) + sum(c > "\u2e7f" for c in line)


def _page(lines: list[str]) -> Page | None:
    """Return the layout to which the text is set, by columns or by characters; None when paragraphs are whole."""
    if max(map(len, lines)) > _LONGEST + _MARGIN:
        return None
    filled = [line.rstrip() for line in lines if len(line) > _SHORT_LINE and line.strip()]
    if len(filled) < _MIN_LINES or max(map(len, filled)) > _LONGEST:
        return None
    return _filled_page(filled, _columns) or _filled_page(filled, len)


def _filled_page(filled: list[str], measure: Callable[[str], int]) -> Page | None:
    widths = sorted(map(measure, filled))
    full = widths[len(widths) * 9 // 10] - _SLACK
    share = sum(w >= full for w in widths) / len(widths)
    return Page(measure, full) if share >= _FULL_SHARE else None


def _has_cut_line(lines: list[str]) -> bool:
    return any(
        len(line) >= _WIDE_LINE and line[-1] not in _CLOSED and i + 1 < len(lines) and lines[i + 1]
        for i, line in enumerate(lines)
    )


def _breaks(lines: list[str], page: Page | None) -> list[Span]:
    breaks: list[Span] = []
    at = 0
    for i, line in enumerate(lines):
        end = at + len(line)
        following = _next_line(lines, i, page is not None)
        if following and (_goes_on(line, lines[following], page) or _is_cut_heading(lines, i, following, page)):
            skipped = sum(len(lines[k]) + 1 for k in range(i + 1, following))
            indent = len(lines[following]) - len(lines[following].lstrip())
            tail = len(line) - len(line.rstrip())
            breaks.append((end - tail, end + 1 + skipped + indent))
        at = end + 1
    return breaks


def _next_line(lines: list[str], i: int, paged: bool) -> int:
    """Return the index of the line after *i*; in a page layout blank lines and page numbers do not count."""
    k = i + 1
    while paged and k < len(lines) and (not lines[k].strip() or _PAGE_NUMBER.match(lines[k])):
        k += 1
    return k if k < len(lines) and lines[k].strip() else 0


def _goes_on(line: str, following: str, page: Page | None) -> bool:
    body = line.rstrip()
    if not body or body[-1] in _STOPS or _TABULAR.search(body):
        return False
    if page:
        return page.measure(body) >= page.full and (body[-1] in "，、" or not _begins_anew(following))
    return len(body.lstrip()) >= _WIDE_LINE and body[-1] not in _CLOSED and not _begins_anew(following)


def _is_cut_heading(lines: list[str], i: int, following: int, page: Page | None) -> bool:
    """Tell whether an indented heading was cut before the margin: a short line without indent ends it."""
    body, rest = lines[i].rstrip(), lines[following].rstrip()
    if not page or not body.startswith(_INDENT) or not _NUMBERED.match(body) or body[-1] in _CLOSED:
        return False
    if _begins_anew(rest) or len(rest) < _SHORTEST_REST or rest[-1] in _CLOSED or page.measure(rest) >= page.full:
        return False
    below = _next_line(lines, following, True)
    return bool(below) and _begins_anew(lines[below])


def _begins_anew(line: str) -> bool:
    return line.startswith(_INDENT) or bool(_STARTS_ANEW.match(line))

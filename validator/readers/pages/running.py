"""Running heads and feet: what a printer puts on every page around the text, and page numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from validator.patterns import compiled
from validator.readers.pages.glyphs import Line, Page

_EDGE = 3  # lines at the top and at the bottom of a page that can be running
_SAME_HEIGHT = 0.02  # of the page's height
_MOST = 0.5  # of the pages
_ONE_SIDE = 0.8  # of the left pages, or of the right ones
_CHANCE = 2  # pages; a signature can stand where the title stood
_SMALL = 0.9
_NEAR = 0.1  # em
_GAP = 1.4  # of the usual distance of lines
_MARGIN = 0.15  # of the height: where page numbers stand
_DIGITS = compiled(r"\d+")
_PAGE_NUMBER = compiled(
    r"[-—–－―·•~～]+\s*\d{1,3}\s*[-—–－―·•~～]+|第\s*[\d一二三四五六七八九十]{1,3}\s*页(?:\s*[，,/／（(|]?\s*共\s*\d{1,3}\s*页[）)]?)?"
    r"|共\s*\d{1,3}\s*页\s*[，,/／]?\s*第\s*\d{1,3}\s*页|\d{1,3}\s*[/／]\s*\d{1,3}|[Pp]age\s*\d{1,3}(?:\s*of\s*\d{1,3})?"
)
# What a browser prints above and below a page: the time and the title, the address and the page number.
_PRINTED_AT = compiled(
    r"\d{2,4}[/.年-]\d{1,2}[/.月-]\d{1,2}日?[,，\s]*(?:[上下]午)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?(?:\s.*)?"
)
_ADDRESS = compiled(r"(?:https?|file)://\S+(?:\s+\d{1,3}/\d{1,3})?")


class _Seen(NamedTuple):
    page: int
    line: int
    height: float


def without_running(pages: Sequence[Page]) -> tuple[list[Page], tuple[str, ...]]:
    """Return *pages* with their body lines only, and the other texts, each once, in order.

    Running is what stands at the edge of most pages at the same height with the same words, digits aside.
    """
    running = _repeated(pages)
    if len(running) == sum(len(page.lines) for page in pages):
        return list(pages), ()  # forms that are filled in alike; whatever they are, this is all they say
    bodies: list[Page] = []
    apart: dict[str, None] = {}
    for i, page in enumerate(pages):
        lines = page.lines
        top = _count(page, i, range(len(lines)), running)
        bottom = _count(page, i, range(len(lines) - 1, top - 1, -1), running)
        if not top and bottom and _ADDRESS.fullmatch(lines[-1].text.strip()):
            top = int(bool(_PRINTED_AT.fullmatch(lines[0].text.strip())))
        body = lines[top : len(lines) - bottom]
        apart |= dict.fromkeys(line.text.strip() for line in (*lines[:top], *lines[len(lines) - bottom :]))
        bodies.append(page._replace(lines=body))
    return bodies, tuple(apart)


def _count(page: Page, i: int, order: Iterable[int], running: set[tuple[int, int]]) -> int:
    """Return how many lines from an edge inwards are not body text."""
    count = 0
    for k in order:
        if (i, k) not in running and not _is_page_number(page, page.lines[k]):
            break
        count += 1
    return count


def _is_page_number(page: Page, line: Line) -> bool:
    if _MARGIN * page.height < line.y < (1 - _MARGIN) * page.height:
        return False
    text = line.text.strip()
    return bool(_PAGE_NUMBER.fullmatch(text) or _ADDRESS.fullmatch(text)) or text == str(page.number)


def _repeated(pages: Sequence[Page]) -> set[tuple[int, int]]:
    """Return page and line indexes of what is repeated from page to page."""
    groups: dict[tuple[bool, str], list[_Seen]] = defaultdict(list)
    for i, page in enumerate(pages):
        for at_top, k in _edges(len(page.lines)):
            line = page.lines[k]
            key = _DIGITS.sub("#", "".join(line.text.split()))
            groups[at_top, key].append(_Seen(i, k, line.y / (page.height or 1.0)))
    usual = median([pitch for page in pages if (pitch := _pitch(page))] or [0.0])
    found: set[tuple[int, int]] = set()
    for group in groups.values():
        middle = median(s.height for s in group)
        level = {(s.page, s.line) for s in group if abs(s.height - middle) <= _SAME_HEIGHT}
        here = {i for i, _ in level}
        if not _is_usual(here, len(pages)):
            continue
        pitch = usual if _are_alike([pages[i].lines[k] for i, k in level]) else 0.0
        if len(here) > _CHANCE or all(_stands_apart(pages[i], k, pitch) for i, k in level):
            found |= level
    return found


def _pitch(page: Page) -> float:
    """Return the usual distance of the lines of a page, 0 if there are too few to tell."""
    return median([b.y - a.y for a, b in pairwise(page.lines)]) if len(page.lines) > _EDGE else 0.0


def _are_alike(lines: Sequence[Line]) -> bool:
    """Tell whether lines begin at one place in letters of one size, unlike a title and a signature."""
    near = _NEAR * lines[0].em
    return all(abs(x.left - lines[0].left) < near and abs(x.em - lines[0].em) < near for x in lines)


def _stands_apart(page: Page, k: int, pitch: float) -> bool:
    """Tell whether a line differs from the lines below or above it: smaller letters, or a gap.

    *pitch*: the usual distance of lines, 0 for that of the page, which tells nothing where few lines are.
    """
    lines = page.lines
    if len(lines) < 2:
        return False
    inner = lines[k + 1] if 2 * k < len(lines) else lines[k - 1]
    pitch = pitch or median([b.y - a.y for a, b in pairwise(lines)])
    return lines[k].em < _SMALL * inner.em or abs(inner.y - lines[k].y) > _GAP * pitch


def _edges(count: int) -> Iterator[tuple[bool, int]]:
    for k in range(min(_EDGE, count)):
        yield True, k
    for k in range(max(count - _EDGE, 0), count):
        yield False, k


def _is_usual(here: set[int], pages: int) -> bool:
    """Tell whether the page indexes *here* are most pages, or most of those with even or odd numbers."""
    if len(here) < 2:
        return False
    sides = [[i for i in range(pages) if i % 2 == side] for side in (0, 1)]
    return len(here) >= _MOST * pages or any(
        len(here.intersection(side)) >= max(2, _ONE_SIDE * len(side)) for side in sides
    )

"""The content of an OFD page → glyphs. Lengths are millimetres; the text is in the XML, whatever glyphs are drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from validator.readers.pages.glyphs import Glyph, unified

if TYPE_CHECKING:
    from lxml.etree import _Element

_FAR = 1e6  # no page is so large; neither is infinity, nor what is no number
_MAX_NUMBERS = 20_000  # in one list
_LATIN = 0.5  # em
_CLOSE = 0.75  # em; letters so near have nothing between them
_LEAN = 0.3  # up or down for one to the side
_MATRIX = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Run(NamedTuple):
    """The characters of one TextCode: where each stands on the page, y downwards, and the size of the font.

    *way*: quarter turns against the clock from left-to-right, None for a slant.
    """

    text: str
    places: Sequence[tuple[float, float]]
    em: float
    way: int | None


def characters_of(content: _Element) -> int:
    """Return how many characters a page or a template draws."""
    return sum(len(code.text or "") for code in content.iter("{*}TextCode"))


def runs_of(content: _Element) -> list[Run]:
    """Return the texts that a page or a template draws."""
    return [run for thing in content.iter("{*}TextObject") if thing.get("Visible") != "false" for run in _runs(thing)]


def pictures_of(content: _Element) -> tuple[float, int]:
    """Return the area of the pictures on a page, and how many outlines are drawn on it."""
    boxes = [numbers(picture.get("Boundary", "")) for picture in content.iter("{*}ImageObject")]
    return sum(box[2] * box[3] for box in boxes if len(box) == 4), sum(1 for _ in content.iter("{*}PathObject"))


def glyphs_of(runs: Sequence[Run], width: float, height: float) -> tuple[list[Glyph], str]:
    """Return the glyphs of a page turned so that its lines run to the right, and texts in other directions."""
    counts: Counter[int] = Counter()
    for run in runs:
        if run.way is not None:
            counts[run.way] += len(run.text)
    way = max(counts, key=counts.__getitem__, default=0)
    glyphs = [glyph for run in runs if run.way == way for glyph in _glyphs(run, way, width, height)]
    return glyphs, " ".join(run.text.strip() for run in runs if run.way != way)


def numbers(text: str) -> list[float]:
    """Return the numbers in *text*; ``g 5 3.2`` stands for five times 3.2. What is behind a broken one is left out."""
    found: list[float] = []
    parts = iter(text.split())
    try:
        for part in parts:
            times = min(max(int(next(parts)), 0), _MAX_NUMBERS) if part == "g" else 1
            value = float(next(parts) if part == "g" else part)
            if len(found) > _MAX_NUMBERS or not abs(value) < _FAR:
                break
            found += [value] * times
    except (ValueError, StopIteration):
        pass
    return found


def _runs(thing: _Element) -> Iterator[Run]:
    """Yield the runs of a TextObject; a TextCode without X or Y begins where the one before it did."""
    size = _number(thing.get("Size"), 0.0)
    box = numbers(thing.get("Boundary", ""))
    matrix = numbers(thing.get("CTM", ""))
    a, b, c, d, e, f = matrix if len(matrix) == len(_MATRIX) else _MATRIX
    left, top = box[:2] if len(box) > 1 else (0.0, 0.0)
    x = y = 0.0
    for code in thing.iter("{*}TextCode"):
        x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
        text = unified((code.text or "").strip("\r\n").replace("\n", "").replace("\r", ""))
        if not text.strip() or size <= 0:
            continue
        across, down = _steps(code.get("DeltaX"), text), _steps(code.get("DeltaY"), text)
        if code.get("DeltaX") is None and code.get("DeltaY") is None:
            across = [size if sign > "\u2e7f" else _LATIN * size for sign in text[:-1]]
        inner = zip(accumulate(across, initial=x), accumulate(down, initial=y), strict=True)
        places = [(left + a * u + c * v + e, top + b * u + d * v + f) for u, v in inner]
        du, dv = (0.0, sum(down)) if sum(map(abs, down)) > sum(map(abs, across)) else (sum(across) or 1.0, 0.0)
        yield Run(text, places, size * hypot(a, b), _way(a * du + c * dv, b * du + d * dv))


def _number(text: str | None, otherwise: float) -> float:
    return (numbers(text or "") or [otherwise])[0]


def _steps(text: str | None, run: str) -> list[float]:
    """Return the way from each character of *run* to the next one; the last one given holds for the rest."""
    found = numbers(text or "")[: len(run) - 1]
    return found + [found[-1] if found else 0.0] * (len(run) - 1 - len(found))


def _way(dx: float, dy: float) -> int | None:
    if abs(dy) <= _LEAN * abs(dx):
        return 0 if dx >= 0 else 2
    if abs(dx) <= _LEAN * abs(dy):
        return 3 if dy > 0 else 1
    return None


def _glyphs(run: Run, way: int, width: float, height: float) -> Iterator[Glyph]:
    turned = [((x, y), (height - y, x), (width - x, height - y), (y, width - x))[way] for x, y in run.places]
    for i, (sign, (x, y)) in enumerate(zip(run.text, turned, strict=True)):
        step = turned[i + 1][0] - x if i + 1 < len(turned) else 0.0
        if sign > "\u2e7f":
            wide = run.em
        else:
            wide = step if 0 < step < _CLOSE * run.em else _LATIN * run.em
        yield Glyph(sign, x, x + wide, y, run.em)

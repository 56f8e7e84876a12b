"""A page of a PDF → glyphs, turned so that their lines run from left to right, and what kind of page it is."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise
from math import hypot, pi
from typing import TYPE_CHECKING, Any, NamedTuple

from validator.readers.pages.glyphs import Glyph, unified

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_SAMPLE = 5
_MAPPED = 60  # characters of a page that tell whether its fonts have codes
_EXACT = 0.01
_FAR = 1e6  # points; no page is so large, neither is infinity
_LATIN = 0.6  # em
_BROAD = "—…“”‘’·"
_MOST_ALONE = 0.5
_QUARTER = pi / 2
_UPRIGHT = 0.1  # quarters by which a line may lean
_LINE_ENDS = "\r\n"
_ADDED = " \r\n"
_BAD = "\ufffd"
_MAX_OBJECTS = 3000


class _Char(NamedTuple):
    """A character as pdfium tells it, in the page's own coordinates (y grows upwards).

    *em*: the size of its font where the box is only as large as the ink: of characters that pdfium has replaced.
    """

    at: int
    text: str
    x: float
    y: float
    left: float
    right: float
    top: float
    bottom: float
    em: float = 0.0


class Glyphs(NamedTuple):
    """The glyphs of a page with its size as they see it; *strays*: text that runs in another direction."""

    glyphs: Sequence[Glyph]
    width: float
    height: float
    strays: str


def glyphs_of(page: PdfPage, textpage: PdfTextPage) -> Glyphs:
    """Return the glyphs of a page, whichever way round it was printed."""
    chars = _chars(textpage)
    ways = _ways(textpage, chars)
    counts = Counter(ways.get(c.at, 0) for c in chars) if ways else Counter({0: 1})
    way = max((w for w in counts if w is not None), key=counts.__getitem__, default=0)
    box = page.get_bbox()
    kept = [c for c in chars if ways.get(c.at, 0) == way] if ways else chars
    strays = "".join([c.text for c in chars if ways.get(c.at, 0) != way]) if ways else ""
    width, height = box[2] - box[0], box[3] - box[1]
    if way % 2:
        width, height = height, width
    glyphs = [_glyph(c, way, box) for c in kept] if way else _upright(kept, box[0], box[3])
    return Glyphs(glyphs, width, height, strays)


def _chars(textpage: PdfTextPage) -> list[_Char]:
    """Return the characters in the order of the file, without the spaces and line ends that pdfium adds."""
    import pypdfium2.raw as c

    raw, count = textpage.raw, textpage.count_chars()
    text = _text(raw, count)
    x, y, box = ctypes.c_double(), ctypes.c_double(), c.FS_RECTF()
    to_x, to_y, to_box = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    origin, bounds, added = c.FPDFText_GetCharOrigin, c.FPDFText_GetLooseCharBox, c.FPDFText_IsGenerated
    chars: list[_Char] = []
    level: tuple[float, float] | None = None
    at_y = 0.0
    for i, sign in enumerate(text):
        if sign in _ADDED and (sign in _LINE_ENDS or added(raw, i) == 1):
            continue
        bounds(raw, i, to_box)
        left, right, top, bottom = box.left, box.right, box.top, box.bottom
        if (top, bottom) != level:  # a box of the same height at the same place has the same base line
            origin(raw, i, to_x, to_y)
            at_x, at_y = x.value, y.value
            usual = bottom < at_y < top and -_EXACT < left - at_x < _EXACT
            level = (top, bottom) if usual else None
        else:
            at_x = left
        # Not so either of what is no number. Written out, as this is done for every character of a file.
        if abs(at_x) + abs(at_y) + abs(left) + abs(right) + abs(top) + abs(bottom) < _FAR:
            char = _Char(i, sign, at_x, at_y, left, right, top, bottom)
            chars.append(char if level or _fills(char) else char._replace(em=_size(raw, i)))
    return chars


def _fills(char: _Char) -> bool:
    """Tell whether the box of a character begins at its origin, whichever way it is turned."""
    x, y = char.x, char.y
    if char.bottom < y < char.top:
        return min(abs(char.left - x), abs(char.right - x)) < _EXACT
    return char.left < x < char.right and min(abs(char.bottom - y), abs(char.top - y)) < _EXACT


def _size(raw: Any, i: int) -> float:
    import pypdfium2.raw as c

    matrix = c.FS_MATRIX()
    c.FPDFText_GetMatrix(raw, i, ctypes.byref(matrix))
    size: float = c.FPDFText_GetFontSize(raw, i) * hypot(matrix.a, matrix.b)
    return size


def _text(raw: Any, count: int) -> str:
    """Return the text of a page, one character for each of pdfium's; those without a code are marked as damage."""
    import pypdfium2.raw as c

    buffer = (ctypes.c_ushort * (2 * count + 1))()
    size = c.FPDFText_GetText(raw, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(size - 1, 0)].decode("utf-16-le", "replace")
    if len(text) != count:  # characters without a code are left out there
        text = "".join([_sign(c.FPDFText_GetUnicode(raw, i)) for i in range(count)])
    unmapped = c.FPDFText_HasUnicodeMapError
    if any(unmapped(raw, i) == 1 for i in range(0, count, count // _MAPPED + 1)):
        text = "".join([_BAD if unmapped(raw, i) == 1 else sign for i, sign in enumerate(text)])
    return unified(text)


def _sign(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 else _BAD


def _ways(textpage: PdfTextPage, chars: Sequence[_Char]) -> dict[int, int | None]:
    """Return the quarter turns by which characters are turned, None for a slant; nothing for a usual page."""
    import pypdfium2.raw as c

    def way(char: _Char) -> int | None:
        quarters = c.FPDFText_GetCharAngle(textpage.raw, char.at) / _QUARTER  # pdfium counts with the clock
        return -round(quarters) % 4 if abs(quarters - round(quarters)) < _UPRIGHT else None

    seen = [char for char in chars if char.text.strip()]
    alone = _alone(seen)
    mostly = len(alone) > _MOST_ALONE * len(seen)
    suspects = seen if mostly or any(map(way, seen[:: len(seen) // _SAMPLE + 1])) else alone
    found = {char.at: way(char) for char in suspects}
    if any(found.values()) or None in found.values():
        return found
    return dict.fromkeys((char.at for char in chars), 3) if mostly and _runs_down(seen) else {}


def _alone(chars: Sequence[_Char]) -> list[_Char]:
    """Return the characters on whose base line neither the one before nor the one behind stands."""
    level = [abs(a.y - b.y) < 1.0 for a, b in pairwise(chars)]
    beside = zip([False, *level], [*level, False], strict=True)
    return [char for char, on_line in zip(chars, beside, strict=False) if not any(on_line)]


def _runs_down(chars: Sequence[_Char]) -> bool:
    """Tell whether upright characters stand below each other, as in vertical writing."""
    down = sum(a.y - b.y > abs(a.x - b.x) for a, b in pairwise(chars))
    return len(chars) > _SAMPLE and down > _MOST_ALONE * len(chars)


def _upright(chars: Sequence[_Char], left: float, top: float) -> list[Glyph]:
    """Return *chars* of a page that is not turned: what ``_glyph`` does, without asking which way it is turned."""
    glyphs = []
    for c in chars:
        if c.em:
            glyphs.append(_glyph(c, 0, (left, 0.0, 0.0, top)))
        else:
            begin, long = c.x - left, c.right - c.left
            glyphs.append(
                Glyph(c.text, begin, begin + long, top - c.y, long if c.text > "\u2e7f" else c.top - c.bottom)
            )
    return glyphs


def _glyph(char: _Char, way: int, page: tuple[float, float, float, float]) -> Glyph:
    """Return *char* on a page that is turned so that its lines run to the right; *page*: the page's own edges."""
    left, bottom, right, top = page
    long, high = char.right - char.left, char.top - char.bottom
    if way % 2:
        long, high = high, long
    begin, base = (
        (char.x - left, top - char.y),
        (char.y - bottom, char.x - left),
        (right - char.x, char.y - bottom),
        (top - char.y, right - char.x),
    )[way]
    is_wide = char.text > "\u2e7f"
    if char.em:
        long = char.em if is_wide or char.text in _BROAD else max(long, _LATIN * char.em)
    return Glyph(char.text, begin, begin + long, base, long if is_wide else char.em or high)


def pictures_of(page: PdfPage) -> tuple[float, int]:
    """Return the share of a page that pictures cover, and how many outlines are drawn on it."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_PATH

    left, bottom, right, top = page.get_bbox()
    area = 0.0
    paths = 0
    for thing in islice(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_PATH]), _MAX_OBJECTS):
        if thing.type == FPDF_PAGEOBJ_PATH:
            paths += 1
            continue
        a, b, c, d = thing.get_bounds()
        area += max(0.0, min(c, right) - max(a, left)) * max(0.0, min(d, top) - max(b, bottom))
    return area / max(1.0, (right - left) * (top - bottom)), paths

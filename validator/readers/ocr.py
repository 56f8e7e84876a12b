"""Pictures of pages → lines, by RapidOCR where it is installed (``chaque[ocr]``); its models come with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from validator.readers.pages.glyphs import Glyph, Line, unified
from validator.readers.pages.lines import lines_of as in_rows

LONGEST_SIDE = 2000
"""Pixels; RapidOCR makes larger pictures smaller before it looks for lines."""
_SETTINGS = {
    "Global.log_level": "critical",
    "Global.use_cls": False,  # no page of a report has lines that stand on their heads
    "Rec.rec_batch_num": 1,  # lines of one length are rare, and filling them up costs time and accuracy
}
_INK_RIGHT = "（《〈【〔「『“‘("  # the ink of these begins in the middle of their square
_INK_LEFT = "，。、；：！？）》〉】〕」』”’)"
_LATIN = 0.5  # em
_SURE = 8.0  # em; the size of letters follows from lines that are at least so long
_ALIKE = 0.25


class Box(NamedTuple):
    """A recognised text with the edges of its ink, in pixels, y downwards."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def available() -> bool:
    """Tell whether text recognition is installed, with its models: nothing is ever fetched."""
    found = find_spec("rapidocr")
    if found is None or found.origin is None or find_spec("onnxruntime") is None:
        return False
    return any(Path(found.origin).parent.glob("models/*rec*.onnx"))


def lines_of(picture: Any, scale: float) -> list[Line]:
    """Return the lines of a picture (an array of rows of pixels) in the unit of which *scale* pixels make one."""
    found = _engine()(picture)
    if found.boxes is None or not found.txts:
        return []
    boxes = []
    for corners, text in zip(found.boxes.tolist(), found.txts, strict=True):
        xs, ys = [x / scale for x, _ in corners], [y / scale for _, y in corners]
        boxes.append(Box(unified(text), min(xs), min(ys), max(xs), max(ys)))
    return arranged(boxes)


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params=_SETTINGS)


def arranged(boxes: Sequence[Box]) -> list[Line]:
    """Return recognised texts as the lines of a page."""
    seen = [box for box in boxes if box.text.strip()]
    if not seen:
        return []
    sizes = [_em(box) for box in seen]
    long = [em for box, em in zip(seen, sizes, strict=True) if box.right - box.left >= _SURE * em]
    usual = median(long or sizes)
    return in_rows([_glyph(box, em, usual) for box, em in zip(seen, sizes, strict=True)])


def _em(box: Box) -> float:
    """Return the size of the letters of a text: from its width, which is surer than its height."""
    text = box.text.strip()
    ems = sum(1.0 if c > "\u2e7f" else _LATIN for c in text) - 0.5 * ((text[0] in _INK_RIGHT) + (text[-1] in _INK_LEFT))
    return (box.right - box.left) / max(ems, _LATIN)


def _glyph(box: Box, em: float, usual: float) -> Glyph:
    """Return a text as one wide glyph between the edges of its squares; letters of about the usual size have it."""
    size = usual if abs(em - usual) <= _ALIKE * usual or len(box.text) < _SURE / 2 else em
    left = box.left - (size / 2 if box.text[0] in _INK_RIGHT else 0.0)
    right = box.right + (size / 2 if box.text[-1] in _INK_LEFT else 0.0)
    return Glyph(box.text, left, right, (box.top + box.bottom) / 2, size)

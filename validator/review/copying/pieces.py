"""Stream → pieces: cut where the characters themselves say so, the same text alike wherever it stands."""

from __future__ import annotations

import re

from validator.text import Span

SHORTEST, LONGEST = 16, 80
"""Characters of a piece."""

_ONE_IN = 28  # of all characters end a piece; on the average it is about 40 long
_ENDS = "".join(chr(code) for code in range(0x4E00, 0xA000) if code * 2654435761 % 2**32 < 2**32 // _ONE_IN)
_PIECE = re.compile(f".{{{SHORTEST - 1},{LONGEST - 1}}}?[{_ENDS}]|.{{1,{LONGEST}}}")


def pieces_of(stream: str) -> list[Span]:
    """Return the pieces of *stream* as half-open offsets. A change of some characters moves only the nearest ends."""
    return [m.span() for m in _PIECE.finditer(stream)]

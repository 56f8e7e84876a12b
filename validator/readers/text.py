"""Plain text in any encoding that a Chinese office produces."""

from __future__ import annotations

from hashlib import sha256

from validator.model.document import Document
from validator.readers.decoding import decoded
from validator.text import has_any

_ODD_LINE_ENDS = dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")


def read(data: bytes, name: str) -> Document:
    """Return the text of *data* with ``\\n`` line ends. Raise ReadError when it is not text."""
    text = decoded(data, name)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _has_odd_line_end(text):
        text = text.translate(_ODD_LINE_ENDS)
    return Document(name, "txt", text, sha256(data).hexdigest())


def _has_odd_line_end(text: str) -> bool:
    """Tell whether *text* has a sign that some programs write for a line end; each is one character."""
    return has_any(text, map(chr, _ODD_LINE_ENDS))

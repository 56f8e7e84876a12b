"""Bytes → Document. One module per format, one registry: to add a format, add its line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath

from validator.errors import ReadError
from validator.model.document import Document
from validator.readers import text
from validator.words import Words

Reader = Callable[[bytes, str], Document]

READERS: Mapping[str, Reader] = {
    ".txt": text.read,
    ".md": text.read,
    ".markdown": text.read,
    ".text": text.read,
}
"""File name ending → reader."""


def read(data: bytes, name: str) -> Document:
    """Return the document in *data*; *name* decides the format. Raise ReadError when it cannot be read."""
    suffix = PurePath(name).suffix.lower()
    reader = READERS.get(suffix, text.read if not suffix else None)
    if reader is None:
        known = "、".join(READERS)
        raise ReadError(
            name,
            Words(f"不认识的文件格式 {suffix}", f"unknown file format {suffix}"),
            Words(f"请另存为以下格式之一：{known}", f"Save it as one of: {known}"),
        )
    return reader(data, name)

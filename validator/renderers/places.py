"""Where something stands, as people say it: 第3页第12行, 表1第2行第3格, 第27段, 第12行."""

from __future__ import annotations

import re
from collections.abc import Mapping

from validator.model.document import Cell
from validator.model.result import Assessment, Evidence
from validator.words import Lang, Words, say

_REVIEWS: Mapping[str, Words] = {
    "ocr": Words("〔识别所得，请核对〕", " (by OCR, please compare)"),
    "date-field": Words("〔自动日期，请核对〕", " (date field, please compare)"),
}


_SURROGATE = re.compile("[\ud800-\udfff]")


def file_of(a: Assessment) -> str:
    """Return the path from the top of the project, as UTF-8 can write it."""
    return _SURROGATE.sub("\ufffd", (a.file or a.path).removeprefix("./")) or "-"


def place(e: Evidence, lang: Lang) -> str:
    """Return where a quotation stands, and whether a person should look at it."""
    review = say(_REVIEWS[e.review], lang) if e.review else ""
    return located(e.line, e.page, e.paragraph, e.cell, lang) + review


def located(line: int, page: int | None, paragraph: int | None, cell: Cell | None, lang: Lang) -> str:
    """Return the name of a place: page and line, cell, paragraph, or line."""
    if page:
        words = Words(f"第{page}页第{line}行", f"page {page} line {line}")
    elif cell:
        table, row, column = cell
        words = Words(f"表{table}第{row}行第{column}格", f"table {table} row {row} cell {column}")
    elif paragraph:
        words = Words(f"第{paragraph}段", f"paragraph {paragraph}")
    else:
        words = Words(f"第{line}行", f"line {line}")
    return say(words, lang)

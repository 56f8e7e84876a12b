"""In English every output speaks English: what is left of Chinese comes from units, files, reports and rules."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.review.outputs.reviews_by_hand import decision, review
from validator.model.review import Review
from validator.review.outputs import files
from validator.review.outputs.letter.likeness import QUOTE
from validator.words import Words

FOREIGN = re.compile("[一-鿿：（），。、；？！]+")
SHORTEST = 4  # characters of a piece of a report; a shorter one may be a word of the program


@cache
def shown() -> Review:
    """Return the review, with two packs, and what reviewers corrected downwards."""
    first, *others = review().units
    worse = decision(9, first.unit.name, "correct", "causes", old="pass", new="fail", reason="只是套话")
    part = worse._replace(id=10, rule="shortcomings", new="partial", reason="写在第二部分")
    units = (first._replace(state="", decisions=(worse, part)), *others)
    (pack,) = review().packs.values()
    return review()._replace(units=units, packs={pack.id: pack, "other": pack._replace(id="other")})


def texts(value: Any) -> Iterator[str]:
    """Yield every text that an output may quote: what the program says itself counts in English only."""
    if isinstance(value, Words):
        yield value.en
    elif isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)


@cache
def sources() -> tuple[tuple[str, ...], str]:
    """Return the texts that stand whole in an output, the longest first, and those that it may cut."""
    r = shown()
    rules = [x for pack in r.packs.values() for rule in pack.rules for x in (rule.title, rule.fix, *rule.source)]
    own = {w for w in texts((r._replace(packs={}), tuple(rules))) if FOREIGN.search(w)}
    own |= {w.rpartition("/")[2] for w in own} | {" ".join(w.split()) for w in own}
    whole = tuple(sorted((w for w in own if len(w) > 1), key=len, reverse=True))
    return whole, "".join("\0".join(whole).split())


def left(text: str) -> str:
    """Return what of *text* is Chinese and of the program."""
    whole, cut = sources()
    if "".join(text.split()).strip("…") in cut and len(text) >= SHORTEST:
        return ""
    for words in whole:
        text = text.replace(words, "")
    pieces = FOREIGN.findall(re.sub(f"“[^”]{{1,{QUOTE + 1}}}”", "", text))
    return " ".join(p for p in pieces if len(p) < SHORTEST or p not in cut)


def is_pieces(value: dict[str, Any] | list[Any]) -> bool:
    """Tell whether these are kind, text, kind, text … of one quotation."""
    return isinstance(value, list) and [type(x) for x in value] == [int, str] * (len(value) // 2) and bool(value)


def strings(value: Any) -> Iterator[str]:
    """Yield every text of the data of the page but the quotations that are cut into pieces."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)) and not is_pieces(value):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def of_the_page(page: str) -> Iterator[str]:
    script = re.compile(r"<script[^>]*>(.*?)</script>", re.DOTALL)
    data, program = script.findall(page)
    yield program
    yield from strings(json.loads(data))
    yield from re.split(r"<[^>]+>", script.sub("", re.sub(r"\s+", " ", page[page.index("</head>") :])))


def of_letters(made: dict[str, bytes]) -> Iterator[str]:
    for content in made.values():
        document = Document(io.BytesIO(content))
        yield from (p.text for p in document.paragraphs)
        yield from (cell.text for table in document.tables for row in table.rows for cell in row.cells)


def of_the_workbook(content: bytes) -> Iterator[str]:
    for sheet in load_workbook(io.BytesIO(content)):
        yield sheet.title
        yield from (v for row in sheet.iter_rows(values_only=True) for v in row if isinstance(v, str))


@cache
def made(output: str) -> tuple[str, ...]:
    found = dict(files(output, shown(), "en"))
    if output == "html":
        return tuple(of_the_page(found["review.html"].decode()))
    return tuple(of_letters(found) if output == "letters" else of_the_workbook(found["review.xlsx"]))


@pytest.mark.parametrize("output", ["html", "letters", "xlsx"])
def test_no_chinese_of_the_program_is_left(output: str) -> None:
    found = made(output)
    assert len(found) > 50
    assert {text: left(text) for text in found if left(text)} == {}


@pytest.mark.parametrize("output", ["html", "letters", "xlsx"])
def test_sentences_begin_with_capitals_and_one_is_one(output: str) -> None:
    for text in made(output):
        assert not re.search(r"[.?] (?:the|a|it|this|of) ", text), text
        assert not re.search(r"[?!]\.|\.\.(?!\.)", text.replace("…", "")) or "=>" in text, text
        assert not re.search(r"\b1 (?:passages|units|days|characters)\b", text), text


def test_the_test_finds_what_is_left() -> None:
    assert left("青禾镇：齐全度") == "：齐全度"
    assert left("（+3）") == "（ ）"
    assert left("白石镇、红岩镇") == "、"
    assert left("白石镇 and 红岩镇") == ""

"""validator.review.outputs.sheets.copied: pairs and passages, in rows that can be read on paper."""

from __future__ import annotations

import io
from typing import Any

from openpyxl import load_workbook

from tests.review.outputs.reviews_by_hand import evidence, review
from validator.model.review import Passage, Review
from validator.model.submission import Sentence
from validator.review.outputs import files
from validator.words import Lang

MOST_WIDE = 170
"""Latin characters that one line of a page holds before its type becomes too small to read."""


def sheet(of: Review, lang: Lang = "zh") -> Any:
    (content,) = files("xlsx", of, lang).values()
    return load_workbook(io.BytesIO(content))["雷同" if lang == "zh" else "Copied text"]


def test_it_can_be_read_on_paper() -> None:
    found = sheet(review())
    assert sum(column.width for column in found.column_dimensions.values()) <= MOST_WIDE
    assert (found.page_setup.orientation, found.page_setup.fitToHeight) == ("landscape", 0)
    assert found.sheet_properties.pageSetUpPr.fitToPage
    long = evidence("宣讲法律知识。" * 100)
    first, *others = review().pairs
    row = sheet(review()._replace(pairs=(first._replace(passages=(Passage(long, long, 100),)), *others)))[3]
    words = [cell.value for cell in row if len(str(cell.value or "")) > 100]
    assert len(words) == 2
    assert all(x.endswith("……（全文见网页）") and len(x) < 220 for x in words)


def test_one_passage_is_one() -> None:
    first = review().pairs[0]
    one = review()._replace(pairs=(first._replace(passages=first.passages[:1]), *review().pairs[1:]))
    assert "1 passage" in [cell.value for cell in sheet(one, "en")[2]]
    assert "2 passages" in [cell.value for cell in sheet(review(), "en")[2]]


def test_places_of_a_page_saved_as_one_line_are_left_out() -> None:
    one_line = tuple(Sentence(i, i, i + 1) for i in range(40))
    units = tuple(
        u._replace(current=u.current._replace(submission=u.current.submission._replace(sentences=one_line)))
        if u.unit.name == "白石镇" and u.current
        else u
        for u in review().units
    )
    found = [cell.value for cell in sheet(review()._replace(units=units))[3]]
    assert "第12行" in found
    assert "第8行" not in found

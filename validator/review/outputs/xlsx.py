"""review.xlsx: the workbook for the office, its first page for the superior, its last sheet to be filled in."""

from __future__ import annotations

import io

from validator.model.review import Review
from validator.renderers import wording as w
from validator.renderers.workbook import opened
from validator.review.outputs import Files
from validator.review.outputs.saying import first_pack
from validator.review.outputs.sheets.comparing import years
from validator.review.outputs.sheets.copied import copied
from validator.review.outputs.sheets.front import front
from validator.review.outputs.sheets.opinions import opinions
from validator.review.outputs.sheets.sending import late, unsent
from validator.review.outputs.sheets.units import details, filed, units
from validator.version import __version__
from validator.words import Lang


def files(review: Review, lang: Lang) -> Files:
    """Return the workbook; the same review gives the same bytes."""
    out = io.BytesIO()
    about = {"title": w.said(first_pack(review).title, lang), "author": "chaque", "comments": f"chaque {__version__}"}
    with opened(out, about, lang) as book:
        for add in (front, units, details, unsent, late, copied, years, filed, opinions):
            add(book, review)
    return {"review.xlsx": out.getvalue()}

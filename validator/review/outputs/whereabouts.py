"""Where quotations stand, as people are told it: a line says nothing of a file that has hardly any line ends."""

from __future__ import annotations

from validator.model.result import Evidence
from validator.model.review import Review
from validator.model.submission import Submission
from validator.renderers import wording as w
from validator.renderers.places import place
from validator.words import Lang

_MOST = 8
"""Sentences on a line, on average, up to which the number of the line helps to find one of them."""
_LONGEST = 40
"""Characters of a heading that names a place."""


def is_lined(s: Submission | None) -> bool:
    """Tell whether the lines of a file help to find something: not those of a web page saved as one line."""
    return s is None or len(s.sentences) <= _MOST * max(len({x.line for x in s.sentences}), 1)


def where(e: Evidence, lined: bool, lang: Lang) -> str:
    """Return the place of a quotation; in a file without lines its part, nothing where that is unknown."""
    if lined or e.page or e.paragraph or e.cell:
        return w.shown(place(e, lang))
    if not e.section:
        return ""
    heading = w.quotation(e.section[:_LONGEST])
    return w.text(f"“{heading}”部分", f"part “{heading}”", lang)


def submission(name: str, year: int, review: Review) -> Submission | None:
    """Return what a unit sent in a year, or the file of no unit that has this path; None where it is not at hand."""
    for u in review.units:
        if u.unit.name == name:
            found = u.current if year == review.year else u.before.filed if u.before else None
            return found.submission if found else None
    return next((f.submission for f in review.filed if f.submission.assessment.path == name), None)

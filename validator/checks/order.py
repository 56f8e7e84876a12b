"""order: do the sections of these elements follow one another as listed?"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from validator.checks.answer import Answer, Kind
from validator.checks.context import Context


class OrderQuestion(NamedTuple):
    """*order*: names of elements; those without a section are passed over."""

    order: tuple[str, ...]


def ask(question: OrderQuestion, context: Context) -> Answer:
    """Hold if no section stands before one that should precede it. Evidence: the headings out of order."""
    firsts = [found[0] for name in question.order if (found := context.sections(name))]
    wrong = [b for a, b in pairwise(firsts) if b.start < a.start]
    return Answer(not wrong, tuple((s.heading_start, s.heading_end) for s in wrong))


KIND = Kind("order", OrderQuestion, ask, of_all=True)

"""section: is there a section of this element, high enough and long enough?"""

from __future__ import annotations

from typing import NamedTuple

from validator.checks.answer import Answer, Kind
from validator.checks.context import Context


class SectionQuestion(NamedTuple):
    """*max_level*: 1 is the topmost; *min_chars*: of all its sections together, white space not counted.

    *outside*: a section below one of these elements' sections does not count.
    """

    section: str
    max_level: int = 9
    min_chars: int = 1
    outside: tuple[str, ...] = ()


def ask(question: SectionQuestion, context: Context) -> Answer:
    """Hold if the element has a section with a body. Evidence: the headings, the topmost first."""
    found = [s for s in context.sections(question.section) if s.level <= question.max_level]
    if found and question.outside:
        areas = [(o.start, o.end) for name in question.outside for o in context.sections(name)]
        found = [s for s in found if not any(a < s.start < b for a, b in areas)]
    spans = tuple((s.heading_start, s.heading_end) for s in sorted(found, key=lambda s: s.level))
    if not found:
        return Answer(False)
    if not question.min_chars:
        return Answer(True, spans)
    total = 0
    covered = -1
    for s in found:
        if s.body_start >= covered:  # a section inside one that was counted adds nothing
            total += context.characters(s.body_start, s.end)
            covered = s.end
    return Answer(total >= question.min_chars, spans)


KIND = Kind("section", SectionQuestion, ask, of_all=True)

"""years: can the years in title, first sentence, headings and plan all be right?"""

from __future__ import annotations

from typing import Literal, NamedTuple

from validator.checks.answer import Answer, Kind
from validator.checks.context import Context
from validator.dates import years_in
from validator.patterns import compiled
from validator.text import Span
from validator.words import Words

_OPENING = 14
_SPAN = compiled("年?度?(?:以来|起|至|到|—|-)")
_NOW_REPORTED = compiled(r"(?:现|特|谨)将[^。]{0,24}?((?:19|20)\d\d)年?度?[^。]{0,30}(?:报告|汇报|总结)")
_PLAN_OPENING = compiled(r"[\s一-龥]{0,6}?((?:19|20)\d\d)年，[^。]{0,60}?(?:将|要|重点|计划|着力|拟)")


class YearsQuestion(NamedTuple):
    """*years*: agree; *same*: elements about the year reported on; *next*: elements about the year after it."""

    years: Literal["agree"]
    same: tuple[str, ...] = ()
    next: tuple[str, ...] = ()


class Named(NamedTuple):
    """A year that the text names at *span*, and the years that would be right there."""

    year: int
    right: tuple[int, ...]
    span: Span


def ask(question: YearsQuestion, context: Context) -> Answer:
    """Hold if no place names a wrong year; unknown without a report year. Evidence: the places; {years}: them."""
    reported = context.facts.report_year
    if reported is None:
        return Answer(None)
    wrong = [n for n in _named(question, context, reported) if n.year not in n.right]
    told = [_told(n, context) for n in wrong[:4]]
    spans = [n.span for n in wrong]
    if wrong and context.outline.title and years_in(context.outline.title.text):
        spans.append(context.outline.title.spans[-1])
    values = {
        "years": Words("；".join(t.zh for t in told), "; ".join(t.en for t in told)),
        "year": Words(str(reported), str(reported)),
    }
    return Answer(not wrong, tuple(dict.fromkeys(spans)), values)


def _named(question: YearsQuestion, context: Context, reported: int) -> list[Named]:
    found = _in_opening(context, reported)
    same = {s.ordinal for name in question.same for s in context.sections(name)}
    following = {s.ordinal for name in question.next for s in context.sections(name)}
    for s in context.outline.sections:
        if s.ordinal not in same and s.ordinal not in following:
            continue
        right = {*((reported,) if s.ordinal in same else ()), *((reported + 1,) if s.ordinal in following else ())}
        found += [Named(year, tuple(right), (s.heading_start, s.heading_end)) for year, _ in years_in(s.heading)]
        if s.ordinal in following and not years_in(s.heading):
            m = _PLAN_OPENING.match(context.text, s.body_start, s.end)
            if m:
                found.append(Named(int(m[1]), (reported + 1, reported + 2), m.span()))
    return found


def _in_opening(context: Context, reported: int) -> list[Named]:
    """Return the year with which the text begins, and the one of 现将…年…报告如下."""
    found = []
    for start, end in context.outline.lead[:2]:
        for year, at in years_in(context.text[start : min(end, start + _OPENING)])[:1]:
            if _SPAN.match(context.text, start + at + 4):
                continue
            if at == 0 or not context.text[start : start + at].strip("“ 截至到了在过去的一年"):
                found.append(Named(year, (reported, reported + 1) if at else (reported,), (start, min(end, start + 5))))
        m = _NOW_REPORTED.search(context.text, start, end)
        if m and reported not in [year for year, _ in years_in(m[0])]:
            found.append(Named(int(m[1]), (reported,), m.span()))
    return found


def _told(named: Named, context: Context) -> Words:
    quote = context.text[named.span[0] : named.span[1]].strip()[:24]
    right = "或".join(str(y) for y in sorted(named.right))
    return Words(
        f"“{quote}”写的是{named.year}年，应为{right}年",
        f"“{quote}” says {named.year}, due is {' or '.join(map(str, sorted(named.right)))}",
    )


KIND = Kind("years", YearsQuestion, ask, ("years", "year"))

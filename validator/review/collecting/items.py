"""Context → the single tasks of a plan and the single shortcomings: what one year has to do with the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from validator.checks.context import Context
from validator.evidence import Quoter
from validator.model.outline import Section
from validator.model.pack import Guide
from validator.model.submission import Item
from validator.patterns import compiled
from validator.review.collecting.streams import characters, item_at, own_words
from validator.text import Span, trimmed

_LEAST = 8
"""Characters of a key below which an item says too little."""

_LISTED = compiled(
    "(?:^|(?<=[。；：，、\n]))(?:[一二三四五六七八九十]{1,2}是(?:要)?|第[一二三四五六七八九十]，|首先，|其次，|再次，|最后，)"
)
_PARAGRAPH = compiled(r"[^\n]+")
_SENTENCE = compiled(r"[^。；！？\n]+[。；！？]?")

Items = tuple[Item, ...]


def items_of(context: Context, quoter: Quoter, shadow: str, guide: Guide) -> tuple[Items, Items]:
    """Return the tasks that a report announces, and the shortcomings that it names, each in order."""
    try:
        plan, lacks = _spans(context, guide)
    except TimeoutError:  # a slow pattern of the pack: its rules say so, and here is nothing to compare
        return (), ()
    return _items(plan, context, quoter, shadow, guide), _items(lacks, context, quoter, shadow, guide)


def _spans(context: Context, guide: Guide) -> tuple[list[Span], list[Span]]:
    plan, lacks = _claimed(context, guide.plan), _claimed(context, guide.shortcomings)
    fused = set(plan) & set(lacks)
    found = []
    for name, sections in ((guide.plan, plan), (guide.shortcomings, lacks)):
        alone = [s for s in sections if s not in fused]
        inner = {f for f in fused if any(f.start < s.start < f.end for s in alone)}  # told apart one level below
        spans = [span for s in _topmost(alone) for span in _inside(context, s)]
        for section in _topmost([f for f in fused if f not in inner]):
            spans += _part(context, section, guide, name == guide.plan)
        found.append(spans or _mentioned(context, name))
    return found[0], found[1]


def _claimed(context: Context, name: str) -> tuple[Section, ...]:
    return context.sections(name) if name else ()


def _mentioned(context: Context, name: str) -> list[Span]:
    return list(dict.fromkeys(context.sentence(span) for span in context.mentions(name))) if name else []


def _part(context: Context, section: Section, guide: Guide, plan: bool) -> list[Span]:
    """Return the items of one half of a section for both: the plan begins where a sentence first speaks of it."""
    begins = min((a for a, _ in context.mentions_in(guide.plan, [(section.body_start, section.end)])), default=-1)
    if begins >= 0:
        return [s for s in _inside(context, section) if (s[1] > begins) == plan]
    mention = context.elements[guide.shortcomings].mention
    items = list(_inside(context, section))
    named = {s for s in items if mention and context.search(mention, [s])}
    return [s for s in items if (s not in named) == plan]


def _items(spans: Sequence[Span], context: Context, quoter: Quoter, shadow: str, guide: Guide) -> Items:
    """Return what stands at *spans*; what only says what all say is no task and no shortcoming."""
    found = []
    for span in spans:
        start, end = trimmed(shadow, span)
        words = _LISTED.sub("", shadow[start:end])
        if len(characters(words)) >= _LEAST and own_words(words, guide.common):
            item = item_at((start, end), context.outline, quoter, shadow)
            found.append(item._replace(key=characters(words)))
    return tuple(found)


def _topmost(sections: Sequence[Section]) -> list[Section]:
    found: list[Section] = []
    for section in sorted(sections, key=lambda s: s.start):
        if not found or section.start >= found[-1].end:
            found.append(section)
    return found


def _inside(context: Context, section: Section) -> Iterator[Span]:
    """Yield each lowest section below *section* as one item, and what stands in none of them item by item."""
    below = [s for s in context.outline.sections if section.start < s.start < section.end]
    yield from _listed(context.text, section.body_start, section.own_end)
    for s in below:
        if any(s.start < other.start < s.end for other in below):
            yield from _listed(context.text, s.body_start, s.own_end)
        else:
            yield s.heading_start, s.end


def _listed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the items 一是…二是… of each paragraph, else its sentences."""
    for m in _PARAGRAPH.finditer(text, start, end):
        marks = [mark.start() for mark in _LISTED.finditer(text, *m.span())]
        if len(marks) > 1:
            yield from zip(marks, [*marks[1:], m.end()], strict=True)
        else:
            yield from (s.span() for s in _SENTENCE.finditer(text, *m.span()))

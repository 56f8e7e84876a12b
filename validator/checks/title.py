"""title: does the title name what it must?"""

from __future__ import annotations

from typing import Literal, NamedTuple

from validator.checks.answer import Answer, Kind
from validator.checks.context import TIMEOUT, Context, joined
from validator.patterns import compiled
from validator.words import Words

Part = Literal["unit", "year", "word"]

_NAMES = {
    "unit": Words("发文机关名称", "the issuing unit"),
    "year": Words("年份", "the year"),
}
_YEAR = compiled(r"(?:19|20)\d\d|二[〇○零O0][一二三四五六七八九〇○零]{2}")


class TitleQuestion(NamedTuple):
    """*title*: the parts that must be there; *word*: patterns, one of which is the document's kind."""

    title: tuple[Part, ...]
    word: tuple[str, ...] = ()
    word_name: str = ""


def ask(question: TitleQuestion, context: Context) -> Answer:
    """Hold if there is a title with all parts. Evidence: all of it; {missing}: what it lacks, {title}: its text."""
    title = context.outline.title
    if title is None:
        return Answer(False)
    missing = [_name(part, question) for part in question.title if not _has(part, question, context)]
    values = {"title": Words(title.text, title.text)}
    if question.title:  # asked for no part, it has nothing to say of what is missing
        values["missing"] = Words("、".join(w.zh for w in missing), ", ".join(w.en for w in missing))
    return Answer(not missing, ((title.spans[0][0], title.spans[-1][1]),), values)


def _name(part: Part, question: TitleQuestion) -> Words:
    return _NAMES.get(part) or Words(f"“{question.word_name}”", f"the word {question.word_name}")


def _has(part: Part, question: TitleQuestion, context: Context) -> bool:
    title = context.outline.title
    assert title
    if part == "year":
        return bool(_YEAR.search(title.text))
    if part == "unit":
        return context.facts.title_unit is not None
    return bool(joined(question.word).search(title.text, timeout=TIMEOUT))


KIND = Kind("title", TitleQuestion, ask, ("missing", "title"), of_all=True)

"""announced: does a text that promises N items list N?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from validator.checks.answer import Answer, Kind
from validator.checks.context import Context
from validator.dates import number
from validator.model.outline import Section
from validator.text import Span
from validator.words import Words

_NUM = "[两二三四五六七八九十]|十[一二三四五六]|\\d{1,2}"
# One pass over the whole text: re makes it in half of regex's time.
_PROMISE = re.compile(
    r"(?:以下|如下|下列|下面|这|主要(?:有|是|存在|体现在|表现在|表现为|抓好?|做好|从)?|突出|重点|着力|还有|仍有|存在(?:着)?|有|抓好|做好|从|分为|抓实|完成|做了|开展)"
    rf"(?:以下|如下|下列)?(?:的)?(?P<n>{_NUM})(?:个|大|块|点|项|条|类|种|件)?"
    r"(?:方面|问题|短板|不足|差距|困难|任务|工作|措施|举措|重点|事项|薄弱环节|环节|重点工作|主要问题|方面问题|方面工作|层面|维度|项|点|条"
    r"|(?<=件)(?:大|实|要|好|重点)?事(?![故项件业务例由]))"
)
_POINTS = re.compile("以下|如下|下列|下面")
_UMBRELLA = re.compile("(?:举措|措施|成效|做法|情况|成绩|亮点|回顾|主要工作)$")
_ORDINALS = ("一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是", "十一是", "十二是")
_NEAR = 40  # characters between the promise and its list
_FEWEST = 2


class AnnouncedQuestion(NamedTuple):
    """*announced*: match."""

    announced: Literal["match"]


class Promise(NamedTuple):
    """A number of items that a text promises at *span*, and how many it lists."""

    span: Span
    promised: int
    listed: int


def ask(_question: AnnouncedQuestion, context: Context) -> Answer:
    """Hold if every promise that is followed by a list is kept. Evidence: the sentences; {counts}: the numbers."""
    broken = [p for p in _promises(context) if p.promised != p.listed]
    told = [
        Words(
            f"“{context.text[p.span[0] : p.span[1]]}”后面列了{p.listed}项",
            f"“{context.text[p.span[0] : p.span[1]]}” is followed by {p.listed} items",
        )
        for p in broken
    ]
    values = {"counts": Words("；".join(t.zh for t in told), "; ".join(t.en for t in told))}
    return Answer(not broken, tuple(context.sentence(p.span) for p in broken), values)


def _promises(context: Context) -> Iterator[Promise]:
    start, end = context.outline.body
    for m in _PROMISE.finditer(context.text, start, end):
        promised = number(m["n"])
        if not promised or promised < _FEWEST:
            continue
        listed = _inline(context.text, m.end()) or _below(context, m)
        if listed >= _FEWEST:
            yield Promise(m.span(), promised, listed)


def _inline(text: str, after: int) -> int:
    """Count 一是 … 二是 … in the same paragraph, if the list begins soon after the promise."""
    line_end = text.find("\n", after)
    line_end = len(text) if line_end < 0 else line_end
    first = text.find("一是", after, line_end)
    gap = text[after:first] if first >= 0 else ""
    if first < 0 or first - after > _NEAR or gap.count("。") > 1:
        return 0
    again = text.find("一是", first + 2, line_end)
    line_end = again if again >= 0 else line_end
    count, at = 1, first
    for ordinal in _ORDINALS[1:]:
        following = text.find(ordinal, at, line_end)
        if following < 0:
            break
        count, at = count + 1, following
    return count


def _below(context: Context, promise: re.Match[str]) -> int:
    """Count the headings or the paragraphs 一是 … that follow the promise's paragraph directly."""
    after, promised = promise.end(), number(promise["n"]) or 0
    line_end = context.text.find("\n", after)
    line_end = len(context.text) if line_end < 0 else line_end
    if context.text[after:line_end].strip("：:。 ，的工作任务问题不足方面").count("。"):
        return 0
    holder = context.section_at(promise.start())
    children = [s for s in context.outline.sections if s.start > after and _is_child(s, holder)]
    if children and not context.text[line_end : children[0].start].strip():
        if holder is None and not _POINTS.search(promise[0]):
            return 0  # an introduction speaks of tasks and aspects that are no list of its own
        return _counted(context, _run(children), holder, promised)
    return _listed_paragraphs(context, line_end)


def _is_child(section: Section, holder: Section | None) -> bool:
    if holder is None:
        return section.parent < 0
    return section.parent == holder.ordinal


def _run(children: list[Section]) -> list[Section]:
    """Return the children up to the point where the numbers begin again; a number that stands twice is a slip."""
    family = children[0].family
    run = [children[0]]
    for child in children[1:]:
        if child.family != family or (child.number or 99) < (run[-1].number or 0):
            break
        run.append(child)
    return run


def _counted(context: Context, run: list[Section], holder: Section | None, promised: int) -> int:
    """Return how many of *run* the promise means: as many as promised wherever it can be read so, 0 if it is unclear.

    Parts of another element than the promise's own place (shortcomings, duty, plan) may be meant or not; the promise
    of an introduction may also be kept below one of the parts.
    """
    named = [e.name for e in context.elements.values() if not e.unclaimed]
    claimed = [{s.ordinal for s in context.sections(name)} for name in named]
    others = [ordinals for ordinals in claimed if holder is None or holder.ordinal not in ordinals]
    free = [s for s in run if not any(s.ordinal in ordinals for ordinals in others)]
    if len(free) <= promised <= len(run):
        return promised
    if holder is None:
        return 0 if any(_UMBRELLA.search(s.heading) for s in free) else len(free)
    return len(run)


def _listed_paragraphs(context: Context, line_end: int) -> int:
    count = 0
    for p in context.outline.paragraphs:
        if p.start < line_end:
            continue
        if count < len(_ORDINALS) and p.text.startswith(_ORDINALS[count]):
            count += 1
        elif not count:
            return 0
    return count


KIND = Kind("announced", AnnouncedQuestion, ask, ("counts",), of_all=True)

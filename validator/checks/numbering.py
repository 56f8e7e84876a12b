"""numbering: do the numbers of the headings run on without gap or repetition?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from validator.checks.answer import Answer, Kind
from validator.checks.context import Context
from validator.model.outline import Section
from validator.words import Words

_CN = "零一二三四五六七八九十"
_OPEN_AT_ONCE = 3  # lists inside lists that still wait for their next number


class NumberingQuestion(NamedTuple):
    """*numbering*: consecutive; *families*: the kinds of marker to look at."""

    numbering: Literal["consecutive"]
    families: tuple[str, ...] = ("part", "cn", "cnp", "num", "dec", "nump")


class Jump(NamedTuple):
    """A heading whose number does not follow: *expected* should stand there."""

    section: Section
    expected: int


def ask(question: NumberingQuestion, context: Context) -> Answer:
    """Hold if every list of headings counts on by one. Evidence: headings after a jump; {jumps}: what is wrong.

    A list may begin again at 1 (a list within a list) or run on across its parents (1. to 16. under （一）to （六）).
    """
    jumps = [j for family in question.families for j in _jumps(context.outline.sections, family)]
    spans = tuple((j.section.start, j.section.heading_end) for j in jumps)
    values = {"jumps": Words("；".join(_told(j).zh for j in jumps[:5]), "; ".join(_told(j).en for j in jumps[:5]))}
    return Answer(not jumps, spans, values)


def _jumps(sections: Sequence[Section], family: str) -> list[Jump]:
    jumps: list[Jump] = []
    waiting: list[int] = []  # the last number of each list that may still go on, innermost last
    repeated: list[tuple[int, Section]] = []  # 一、 directly behind 一、: a repetition unless the outer list goes on
    parent = -2
    filled = 0  # headings of this kind whose number was lost: they take a number each
    for s in sections:
        if s.family != family:
            filled = 0 if family == "cnp" and s.family in ("cn", "part") else filled
            continue
        if s.number is None:
            filled += 1
            continue
        if s.parent != parent and family not in ("cn", "part"):
            # Under another parent a list begins anew, unless the old one runs on.
            waiting = waiting[-1:] if waiting and waiting[-1] + 1 == s.number else [0]
        parent = s.parent
        if s.number == 1 and waiting[-1:] == [1]:
            repeated.append((len(waiting), s))
        expected = _take(waiting, s.number, filled)
        repeated = [(depth, section) for depth, section in repeated if depth < len(waiting)]
        if expected is not None:
            jumps.append(Jump(s, expected))
        filled = 0
    found = [*jumps, *(Jump(section, 2) for _, section in repeated)]
    return sorted(found, key=lambda j: j.section.start)


def _take(waiting: list[int], number: int, filled: int) -> int | None:
    """Put *number* into the innermost list that it continues; return what was expected if there is none."""
    for depth in range(len(waiting) - 1, -1, -1):
        if waiting[depth] < number <= waiting[depth] + 1 + filled:
            del waiting[depth + 1 :]
            waiting[depth] = number
            return None
    if number == 1 or not waiting:
        expected = None if number <= 1 + filled else 1
        waiting[:] = [*waiting[1 - _OPEN_AT_ONCE :], number] if waiting else [number]
        return expected
    expected = waiting[-1] + 1
    waiting[-1] = max(number, waiting[-1])
    return expected


def _told(jump: Jump) -> Words:
    number, expected = jump.section.number or 0, jump.expected
    here, due = _sign(jump.section.family, number), _sign(jump.section.family, expected)
    if number < expected:
        return Words(f"“{here}”重复出现", f"{here} occurs twice")
    return Words(f"“{due}”的位置上是“{here}”", f"{here} stands where {due} is due")


def _sign(family: str, number: int) -> str:
    chinese = _CN[number] if number <= 10 else f"十{_CN[number - 10]}" if number < 20 else str(number)
    return {
        "cn": f"{chinese}、",
        "cnp": f"（{chinese}）",
        "num": f"{number}.",
        "nump": f"（{number}）",
        "dec": f"x.{number}",
    }.get(family, f"第{chinese}部分")


KIND = Kind("numbering", NumberingQuestion, ask, ("jumps",), of_all=True)

"""Patterns tried on texts that are made to be hard for them."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from validator.authoring.lint.finding import Desk, Finding
from validator.authoring.parts import at, patterns, questions
from validator.authoring.samples import YEAR, pumped, samples
from validator.checks.context import TIMEOUT, joined
from validator.words import Words

_BOUND = Words(
    "重复里面不要再套重复；.* 改成 [^，。；\\n]{0,20}", "No repeats inside repeats; [^，。；\\n]{0,20} instead of .*"
)


def slow(desk: Desk) -> Iterator[Finding]:
    """Yield patterns that take longer than a search may, on a text of ten thousand characters."""
    for path, source in patterns(desk.pack):
        anchored = getattr(at(desk.pack, path[:-2]), "at_start", False)
        if any(_is_slow(source, text, anchored=anchored) for text in pumped(source)):
            told = Words(
                f"遇到长段落太慢，超过{TIMEOUT}秒：{source[:40]}",
                f"too slow on a long text (> {TIMEOUT} s): {source[:40]}",
            )
            yield desk.error(path, "slow-pattern", told, _BOUND)


def _is_slow(source: str, text: str, *, anchored: bool) -> bool:
    pattern, began = joined((source,), YEAR), perf_counter()
    try:
        if anchored:
            pattern.match(text, timeout=TIMEOUT)
            return False
        for _ in pattern.finditer(text, timeout=TIMEOUT):
            if perf_counter() - began > TIMEOUT:
                return True
    except TimeoutError:
        return True
    return False


def hiding(desk: Desk) -> Iterator[Finding]:
    """Yield lists of anchors of which none stands in a text that a pattern matches: the text would be passed over."""
    for name, element in desk.pack.elements.items():
        for anchors, field in (("anchors", "heading"), ("mention_anchors", "mention")):
            yield from _hidden(desk, ("elements", name, anchors), getattr(element, field))
    for path, question in questions(desk.pack):
        if "anchors" in question._fields:
            yield from _hidden(desk, (*path, "anchors"), question.text)


def _hidden(desk: Desk, path: tuple[str | int, ...], sources: tuple[str, ...]) -> Iterator[Finding]:
    anchors = [a.replace("{next_year}", str(YEAR + 1)) for a in at(desk.pack, path)]
    if not anchors:
        return
    for source in sources:
        hidden = next((t for t in samples(source) if not any(a in t for a in anchors)), None)
        if hidden:
            told = Words(
                f"“{hidden}”能匹配，但里面没有 {path[-1]} 的任何一个词，会被跳过",
                f"“{hidden}” matches, but holds none of {path[-1]} and is passed over",
            )
            hint = Words(
                "在 anchors 里补上它必有的词，或者删去 anchors", "Add a word that it always has, or drop anchors"
            )
            yield desk.warning(path, "hiding-anchors", told, hint)

"""How often each rule, rung, element and pattern of a pack fires on real reports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from validator.authoring.parts import OF_HEADINGS, Path, patterns
from validator.batch import Reading
from validator.checks import context_of
from validator.checks.context import TIMEOUT, Context, joined
from validator.engine import found, refusal
from validator.model.pack import Pack, Rule

Sort = Literal["rule", "rung", "element", "pattern"]


class Count(NamedTuple):
    """In how many reports a part fires. A rule fires when it is below pass, a rung when it decides."""

    sort: Sort
    path: Path
    files: int


class Coverage(NamedTuple):
    """*reports*: how many were counted; *others*: files that are no such report or cannot be read."""

    reports: int
    others: int
    counts: tuple[Count, ...]


def coverage(readings: Iterable[Reading | None], pack: Pack) -> Coverage:
    """Count in how many of *readings* each part of *pack* fires. None stands for a file that cannot be read."""
    totals: dict[tuple[Sort, Path], int] = dict.fromkeys(_parts(pack), 0)
    reports = others = 0
    for reading in readings:
        context = context_of(reading.outline, reading.facts, pack.elements) if reading else None
        if context is None or refusal(pack, context):
            others += 1
            continue
        reports += 1
        for part in _firing(pack, context):
            totals[part] += 1
    return Coverage(reports, others, tuple(Count(sort, path, n) for (sort, path), n in totals.items()))


def _parts(pack: Pack) -> Iterable[tuple[Sort, Path]]:
    """Yield what is counted. Patterns of recognition are left out: a report is what they have let pass."""
    for i, rule in enumerate(pack.rules):
        yield "rule", ("rules", i)
        yield from (("rung", ("rules", i, "grade", k)) for k in range(len(rule.grade)))
    yield from (("element", ("elements", name)) for name in pack.elements)
    yield from (("pattern", w.path) for w in patterns(pack) if w.path[0] in ("rules", "elements"))


def _firing(pack: Pack, context: Context) -> Iterable[tuple[Sort, Path]]:
    for i, rule in enumerate(pack.rules):
        outcome = found(rule, context, pack.places).outcome
        if outcome in ("fail", "partial"):
            yield "rule", ("rules", i)
        rung = deciding(rule, context) if outcome in ("pass", "partial", "fail") else None
        if rung is not None:
            yield "rung", ("rules", i, "grade", rung)
    for name in pack.elements:
        if context.sections(name) or context.mentions(name):
            yield "element", ("elements", name)
    for path, source in patterns(pack):
        if path[0] in ("rules", "elements") and _matches(source, str(path[-2]), context):
            yield "pattern", path


def deciding(rule: Rule, context: Context) -> int | None:
    """Return which rung of *rule* decides, None if none holds."""
    return next((k for k, rung in enumerate(rule.grade) if context.ask(rung.when).holds), None)


def _matches(source: str, field: str, context: Context) -> bool:
    """Tell whether a pattern matches where its field looks: in a heading, else anywhere in the text or the title."""
    pattern = joined((source,), context.facts.report_year)
    if field in OF_HEADINGS:
        return any(pattern.search(s.heading, timeout=TIMEOUT) for s in context.outline.sections)
    title = context.outline.title
    return bool(pattern.search(context.text, timeout=TIMEOUT)) or bool(
        title and pattern.search(title.text, timeout=TIMEOUT)
    )

"""What the office itself has sent round: where it stands in reports, it is nobody's."""

from __future__ import annotations

from collections.abc import Sequence, Set

from validator.model.submission import Item, Submission

_RUN = 10
"""Characters in a row that are a template's words and not chance."""

_MOST = 0.7
"""Share of a task or shortcoming from which it is the template's."""

Runs = Set[str]


def runs_of(templates: Sequence[str]) -> Runs:
    """Return every run of the streams of *templates*."""
    return {t[i : i + _RUN] for t in templates for i in range(len(t) - _RUN + 1)}


def covered(stream: str, template: Runs) -> bytearray:
    """Return 1 for each character of *stream* that is a template's."""
    found = bytearray(len(stream))
    if template:
        for i in range(len(stream) - _RUN + 1):
            if stream[i : i + _RUN] in template:
                found[i : i + _RUN] = b"\1" * _RUN
    return found


def without(submissions: Sequence[Submission], templates: Sequence[str]) -> list[Submission]:
    """Return *submissions* without tasks and shortcomings that are a template's sentences."""
    runs = runs_of(templates)
    if not runs:
        return list(submissions)
    return [s._replace(plan=_own(s.plan, runs), shortcomings=_own(s.shortcomings, runs)) for s in submissions]


def _own(items: Sequence[Item], runs: Runs) -> tuple[Item, ...]:
    return tuple(item for item in items if sum(covered(item.key, runs)) < _MOST * len(item.key))

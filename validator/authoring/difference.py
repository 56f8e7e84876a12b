"""What two packs say differently about the same reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from validator.model.result import Assessment, Result


class Change(NamedTuple):
    """A verdict that differs. *old*, *new*: ``partial 50%``, the status of the file, or empty where there is no rule.

    *quotation* and *line*: what the new verdict rests on, else the old one.
    """

    file: str
    rule: str
    old: str
    new: str
    line: int = 0
    quotation: str = ""


def changes(pairs: Iterable[tuple[Assessment, Assessment]]) -> Iterator[Change]:
    """Yield what differs between the old and the new assessment of each file. A rule is known by its id."""
    for old, new in pairs:
        if old.status != new.status:
            yield Change(new.path, "", old.status, new.status)
            continue
        before, after = ({r.rule: r for r in a.results} for a in (old, new))
        for rule in dict.fromkeys([*before, *after]):
            was, now = before.get(rule), after.get(rule)
            if _verdict(was) != _verdict(now):
                yield _change(new.path, rule, was, now)


def _change(file: str, rule: str, was: Result | None, now: Result | None) -> Change:
    evidence = [e for r in (now, was) if r for e in r.evidence]
    line, quotation = (evidence[0].line, evidence[0].text) if evidence else (0, "")
    return Change(file, rule, _verdict(was), _verdict(now), line, quotation)


def _verdict(result: Result | None) -> str:
    if result is None:
        return ""
    return f"{result.outcome} {result.credit}%" if result.outcome == "partial" else result.outcome

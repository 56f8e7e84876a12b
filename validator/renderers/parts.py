"""The results of one report, sorted as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from validator.model.pack import Pack, Rule
from validator.model.result import Assessment, Outcome, Result
from validator.renderers.wording import BELOW
from validator.scoring import paired

Pair = tuple[Rule, Result]


class Parts(NamedTuple):
    """The results of one report as people read them, each with its rule.

    *elements*: all that is scored, *others* all that is not; *lacking*: elements below pass; *findings*: what else to
    check; *known*: what of these two the baseline lists, and only here; *unclear*: other checks without an answer;
    *fine*: other checks that found nothing; *decided*: what a reviewer has changed.
    """

    elements: list[Pair]
    others: list[Pair]
    lacking: list[Pair]
    findings: list[Pair]
    known: list[Pair]
    unclear: list[Pair]
    fine: list[Pair]
    decided: list[Pair]


def parts(a: Assessment, pack: Pack) -> Parts:
    """Sort the results of one report."""
    pairs = paired(pack, a.results) if a.results else []
    elements = [p for p in pairs if p[0].role == "scored"]
    others = [p for p in pairs if p[0].role == "unscored"]
    return Parts(
        elements,
        others,
        [p for p in _of(elements, BELOW) if not p[1].known],
        [p for p in _of(others, ("fail", "partial", "error")) if not p[1].known],
        [p for p in pairs if p[1].known],
        _of(others, ("unknown",)),
        _of(others, ("pass",)),
        [p for p in pairs if p[1].waived],
    )


def _of(pairs: Iterable[Pair], outcomes: Sequence[Outcome]) -> list[Pair]:
    return [p for p in pairs if p[1].outcome in outcomes]

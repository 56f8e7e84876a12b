"""What reviewers decide, and what they had before them when they did."""

from __future__ import annotations

from typing import Literal, NamedTuple

from validator.words import Words

Action = Literal["confirm", "correct", "return", "accept", "withdraw"]
"""confirm and correct are about one rule; return and accept about the whole report; withdraw takes one back."""


class Decision(NamedTuple):
    """A row of the ledger. *at*: UTC, ``2026-03-05T08:30:00Z``. *rule* is empty for a decision on the whole report.

    *old* → *new*: outcomes; *new* is empty unless *action* is correct. *digest*: of the text decided upon.
    *withdrawn*: the id of the decision that this one takes back, 0 for none.
    """

    id: int
    at: str
    who: str
    unit: str
    year: int
    action: Action
    rule: str
    old: str
    new: str
    reason: str
    digest: str
    file: str = ""
    withdrawn: int = 0


class Lapsed(NamedTuple):
    """A decision that no longer holds, and why."""

    decision: Decision
    why: Words


class Seen(NamedTuple):
    """What a review found for a unit: the ground on which people decide. One row for every change.

    *results*: rule → outcome. *standing* as in ``UnitReview``. *low*, *high*: range of the score. *called*: its other
    names. *timed*: rules about the day of issue, on which the roster has the last word.
    """

    id: int
    at: str
    unit: str
    year: int
    standing: str
    file: str
    digest: str
    pack: str
    low: float | None
    high: float | None
    verdict: str
    results: dict[str, str]
    called: tuple[str, ...] = ()
    timed: tuple[str, ...] = ()

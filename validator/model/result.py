"""What an assessment says."""

from __future__ import annotations

from typing import Literal, NamedTuple

from validator.model.outline import Facts
from validator.words import Words

Outcome = Literal[
    "pass",
    "partial",
    "fail",
    "unknown",
    "error",
    "not_applicable",
    "not_checked",
    "not_selected",
    "informational",
    "waived",
]
Status = Literal["assessed", "not_this_report", "unreadable"]
Verdict = Literal["complete", "incomplete", "undecided"]


class Evidence(NamedTuple):
    """A quotation with its place. Lines and columns are 1-based; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    section: str | None = None
    page: int | None = None
    paragraph: int | None = None


class Result(NamedTuple):
    """The answer of one rule. *credit* in hundredths; None where nothing was decided."""

    rule: str
    outcome: Outcome
    credit: int | None
    message: Words
    evidence: tuple[Evidence, ...] = ()


class Score(NamedTuple):
    """Points out of 100 with the range that open questions leave; *met* of *asked* scored rules pass in full."""

    value: float | None
    low: float | None
    high: float | None
    met: int
    asked: int


class Assessment(NamedTuple):
    """Everything that is known about one file. *reason* is set when it was not assessed."""

    path: str
    format: str
    sha256: str | None
    characters: int
    status: Status
    reason: Words | None = None
    facts: Facts = Facts()
    score: Score | None = None
    verdict: Verdict | None = None
    missing: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()
    notes: tuple[Words, ...] = ()

"""What an assessment says."""

from __future__ import annotations

from typing import Literal, NamedTuple

from validator.model.document import Cell, Doubt
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
    """A quotation with its place. Lines and columns are 1-based; the end is exclusive.

    *line* is that of the file, in page formats that of the page. *review* says why a person should look at it.
    *start*, *end*: half-open offsets of the quoted words in ``Document.text``.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    section: str | None = None
    page: int | None = None
    paragraph: int | None = None
    cell: Cell | None = None
    review: Doubt | None = None
    start: int = 0
    end: int = 0


class Waived(NamedTuple):
    """A reviewer's decision about a result: what the machine had said, who changed it, why, when and until when.

    *time* and *until* are dates as YYYY-MM-DD; *until* is empty for a decision without end.
    """

    outcome: Outcome
    credit: int | None
    remark: str
    authority: str
    time: str
    until: str = ""


class Result(NamedTuple):
    """The answer of one rule. *credit* in hundredths; None where nothing was decided.

    *fingerprint* changes when what the answer rests on changes: the quotations, or without any the whole text.
    *known*: the project's baseline lists it. *waived*: a reviewer has decided otherwise than the machine.
    *fix*: what to write, where the grade that was met has words of its own for it.
    """

    rule: str
    outcome: Outcome
    credit: int | None
    message: Words
    evidence: tuple[Evidence, ...] = ()
    fingerprint: str = ""
    known: bool = False
    waived: Waived | None = None
    fix: Words | None = None


class Score(NamedTuple):
    """Points out of 100 with the range that open questions leave; *met* of *asked* scored rules pass in full."""

    value: float | None
    low: float | None
    high: float | None
    met: int
    asked: int


class Machine(NamedTuple):
    """What the machine alone had said, where a reviewer's decisions changed it."""

    score: Score
    verdict: Verdict
    missing: tuple[str, ...]


class Assessment(NamedTuple):
    """Everything that is known about one file. *reason* is set when it was not assessed. *pack*: which rules applied.

    *machine* is set when decisions of a reviewer are part of results, score and verdict. *file* is the path from the
    top of the project, with ``/``: what is written into files that stay.
    """

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
    pack: str = ""
    machine: Machine | None = None
    file: str = ""

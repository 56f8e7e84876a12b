"""The shape of the JSON result: the published schema is made from these types, and mypy holds the code to them."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from validator.model.result import Outcome, Status, Verdict


class ToolShape(TypedDict):
    """The program that made the result."""

    name: Literal["chaque"]
    version: str


class PackShape(TypedDict):
    """The rules that were applied."""

    id: str
    version: str
    sha256: str


class SourceShape(TypedDict):
    """The file. *characters*: of its text."""

    path: str
    format: str
    sha256: str | None
    characters: int


class FactsShape(TypedDict):
    """What the report says about itself; dates as YYYY-MM-DD. *issued_from*: where the date of issue stands."""

    title: str | None
    unit: str | None
    unit_type: str | None
    report_year: int | None
    issued_on: str | None
    issued_from: Literal["closing", "header", "letter"] | None
    published_on: str | None
    document_number: str | None
    addressee: str | None


class EvidenceShape(TypedDict):
    """A quotation. Lines and columns are 1-based, the end exclusive; page and paragraph where the format has them."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    section: str | None
    page: NotRequired[int]
    paragraph: NotRequired[int]


class ResultShape(TypedDict):
    """The answer of one rule; *credit* from 0 to 1, null where nothing was decided."""

    rule: str
    title: str
    result: Outcome
    credit: float | None
    weight: int
    level: Literal["error", "warning", "info"]
    role: Literal["scored", "unscored"]
    message: str
    fix: str | None
    source: str
    evidence: list[EvidenceShape]


class ReportShape(TypedDict):
    """Everything about one file."""

    source: SourceShape
    status: Status
    reason: str | None
    facts: FactsShape
    score: float | None
    score_range: list[float] | None
    verdict: Verdict | None
    missing: list[str]
    results: list[ResultShape]
    notes: list[str]


class SummaryShape(TypedDict):
    """How many files of each kind."""

    reports: int
    complete: int
    incomplete: int
    undecided: int
    not_this_report: int
    unreadable: int


class RunShape(TypedDict):
    """The whole result."""

    schema: Literal["chaque.result/1"]
    tool: ToolShape
    pack: PackShape
    reports: list[ReportShape]
    summary: SummaryShape

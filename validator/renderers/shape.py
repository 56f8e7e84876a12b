"""The shape of the JSON result: the published schema is made from these types, and mypy holds the code to them."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from validator.model.document import Doubt
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


class CellShape(TypedDict):
    """A cell of a table, all numbers 1-based; *table* counts the tables of the document."""

    table: int
    row: int
    column: int


class EvidenceShape(TypedDict):
    """A quotation. Lines and columns are 1-based, the end exclusive.

    *line*: txt, html: of the file; pdf, ofd: of the *page* (running heads not counted); docx and what LibreOffice
    converts: of the text that ``chaque text`` prints, with *paragraph* (empty ones counted) and the *cell* of a table.
    *review*: a person should look at it: read by OCR, or a date field that changes when the file is opened.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    section: str | None
    page: NotRequired[int]
    paragraph: NotRequired[int]
    cell: NotRequired[CellShape]
    review: NotRequired[Doubt]


class WaivedShape(TypedDict):
    """A reviewer's decision: what the machine had said, and who changed it. Dates as YYYY-MM-DD."""

    result: Outcome
    credit: float | None
    remark: str
    authority: str
    time: str
    until: str | None


class MachineShape(TypedDict):
    """Score, verdict and gaps as the machine alone sees them."""

    score: float | None
    score_range: list[float] | None
    verdict: Verdict
    missing: list[str]


class ResultShape(TypedDict):
    """The answer of one rule; *credit* from 0 to 1, null where nothing was decided.

    *fingerprint* changes when the quotations, or without any the text, change. *known*: listed in the baseline.
    """

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
    fingerprint: str
    known: NotRequired[bool]
    waived: NotRequired[WaivedShape]


class ReportShape(TypedDict):
    """Everything about one file. *machine* is there when a reviewer's decisions are part of results and score."""

    source: SourceShape
    pack: str
    status: Status
    reason: str | None
    facts: FactsShape
    score: float | None
    score_range: list[float] | None
    verdict: Verdict | None
    missing: list[str]
    results: list[ResultShape]
    notes: list[str]
    machine: NotRequired[MachineShape]


class SummaryShape(TypedDict):
    """How many files of each kind."""

    reports: int
    complete: int
    incomplete: int
    undecided: int
    not_this_report: int
    unreadable: int


class RunShape(TypedDict):
    """The whole result. *packs* is there when files were checked by different rules; *pack* is the first of them."""

    schema: Literal["chaque.result/1"]
    tool: ToolShape
    pack: PackShape
    packs: NotRequired[list[PackShape]]
    reports: list[ReportShape]
    summary: SummaryShape

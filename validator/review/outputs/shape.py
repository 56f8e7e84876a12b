"""The shape of review.json: the published schema is made from these types, and mypy holds the code to them."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from validator.model.decision import Action
from validator.model.result import Outcome, Status, Verdict
from validator.model.review import FileRole, Ground, Standing, TraceKind
from validator.renderers.shape import EvidenceShape, PackShape, ReportShape, ToolShape


class GroundShape(TypedDict):
    """What says whose file it is, and the words that say so."""

    ground: Ground
    words: str


class ClaimShape(TypedDict):
    """A unit whose file it may be."""

    unit: str
    grounds: list[GroundShape]


class FileShape(TypedDict):
    """A file of the folder and whose it is. *path* with ``/``; *unit* is null unless that is certain.

    *role*: current: the one that counts; older: a newer one counts; same: the same words as the one that counts;
    stray: of no unit of the roster. *why* says why. Dates as YYYY-MM-DD.
    """

    path: str
    format: str
    sha256: str | None
    characters: int
    status: Status
    reason: str | None
    unit: str | None
    claims: list[ClaimShape]
    role: FileRole
    why: str
    report_year: int | None
    issued_on: str | None
    score: float | None
    score_range: list[float] | None
    verdict: Verdict | None


class TimingShape(TypedDict):
    """Dates as YYYY-MM-DD, null if unknown; *days*: late by, 0 or less in time, null if unknown.

    *due_from*: where the deadline stands; *sent_from*: the office received it, or the date under the report.
    """

    due: str | None
    due_from: Literal["roster", "pack"] | None
    sent: str | None
    sent_from: Literal["received", "issued"] | None
    days: int | None


class AnnouncedShape(TypedDict):
    """A task that last year's report announced. *share*: of its words that *echo* has, 0 to 1."""

    task: EvidenceShape
    outcome: Literal["taken_up", "partly", "no_trace"]
    share: float
    echo: EvidenceShape | None


class RepeatedShape(TypedDict):
    """A shortcoming that stood in last year's report (*there*) in nearly the same words. *alike*: 0 to 100."""

    here: EvidenceShape
    there: EvidenceShape
    alike: int


class BeforeShape(TypedDict):
    """The report of the year before. *gained*, *lost*: rules that pass now or no more; *copied*: 0 to 1."""

    file: FileShape
    announced: list[AnnouncedShape]
    repeated: list[RepeatedShape]
    gained: list[str]
    lost: list[str]
    copied: float


class DecisionShape(TypedDict):
    """A row of the ledger. *at*: UTC. *rule* is empty for the whole report; *withdrawn*: id of the one taken back."""

    id: int
    at: str
    who: str
    action: Action
    rule: str
    old: str
    new: str
    reason: str
    file: str
    digest: str
    withdrawn: int


class LapsedShape(TypedDict):
    """A decision that no longer holds, and why."""

    decision: DecisionShape
    why: str


class UnitShape(TypedDict):
    """One unit. *rank* among those with a score. *copied*: share of its text that others have, 0 to 1.

    *outcomes*: rule → what counts, a reviewer's corrections among it; *report*: what the program found in the file
    that counts; neither has the rules on the day of issue, as *timing* knows more. *precedence*: first: all that
    others share with it is dated later; later: one of them is dated earlier; null: nothing is shared.
    *decisions* hold, *lapsed* do not; *state*: what was decided about the whole report.
    """

    name: str
    kind: str | None
    row: int
    exempt: str
    standing: Standing
    rank: int | None
    file: str | None
    files: list[FileShape]
    timing: TimingShape
    score: float | None
    score_range: list[float] | None
    verdict: Verdict | None
    missing: list[str]
    outcomes: dict[str, Outcome]
    report: ReportShape | None
    copied: float
    precedence: Literal["first", "later", "unknown"] | None
    before: BeforeShape | None
    decisions: list[DecisionShape]
    lapsed: list[LapsedShape]
    state: Literal["returned", "accepted", ""]


class TraceShape(TypedDict):
    """Words in a copied passage that fit another report."""

    kind: TraceKind
    words: str


class PassageShape(TypedDict):
    """Text that two reports share, whole. *alike*: 0 to 100. *traces* are in *here*, *traces_there* in *there*."""

    here: EvidenceShape
    there: EvidenceShape
    alike: int
    traces: list[TraceShape]
    traces_there: list[TraceShape]


class PairShape(TypedDict):
    """Two reports with passages in common: units, or paths of files of no unit. *characters*: shared, of *here*.

    Shares: 0 to 1. *there_year*: this year's report or last year's. *earlier*: which is dated, or else
    was received, earlier, if known.
    """

    here: str
    there: str
    there_year: int
    characters: int
    share_here: float
    share_there: float
    earlier: Literal["here", "there"] | None
    passages: list[PassageShape]


class ClusterShape(TypedDict):
    """Reports of this year that are linked by pairs. *characters*: the most any two of them share."""

    members: list[str]
    characters: int


class CommonShape(TypedDict):
    """A passage that very many reports share."""

    members: list[str]
    passage: EvidenceShape


class CountsShape(TypedDict):
    """Counts of units. *asked*: all but the exempt; *undated*: sent, and nobody knows when; *again*: to be reviewed
    again; *pairs*: of this year.
    """

    roster: int
    asked: int
    standings: dict[Standing, int]
    sent: int
    late: int
    undated: int
    complete: int
    incomplete: int
    undecided: int
    accepted: int
    returned: int
    again: int
    copied: int
    pairs: int


class ElementShape(TypedDict):
    """How many units have an element. *open*: unknown or error; *spared*: not applicable or waived."""

    rule: str
    title: str
    there: int
    partly: int
    missing: int
    open: int
    spared: int


class ReviewShape(TypedDict):
    """The whole review. *year*: the one reported on; *day*: on which the review was made; dates as YYYY-MM-DD.

    *units* in the order of the roster; *files*: every file of the folder; *pairs*: the most copied first.
    """

    schema: Literal["chaque.review/1"]
    tool: ToolShape
    packs: list[PackShape]
    year: int
    day: str
    reply_by: str
    office: str
    folder: str
    last_year: str
    roster: str
    remarks: list[str]
    summary: CountsShape
    elements: list[ElementShape]
    units: list[UnitShape]
    files: list[FileShape]
    pairs: list[PairShape]
    clusters: list[ClusterShape]
    common: list[CommonShape]

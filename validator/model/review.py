"""Everything a county's review found: who sent what, when, what is missing, what was copied, what became of plans."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from validator.model.decision import Decision, Lapsed
from validator.model.pack import Pack
from validator.model.result import Evidence
from validator.model.roster import Unit
from validator.model.submission import Submission
from validator.words import Words

Standing = Literal["submitted", "doubtful", "other_year", "other_kind", "unreadable", "missing", "exempt"]
"""submitted: a report on the right year that is certainly the unit's; doubtful: only files that may be its own;
other_year, other_kind, unreadable: all that came from it is such a file; missing: nothing came."""

Ground = Literal["roster", "signature", "title", "file_name", "similar"]
"""What says whose file it is: the roster's own pattern, who signed, the title, the path, a name that is nearly one."""

FileRole = Literal["current", "older", "same", "other_year", "other_kind", "unreadable", "doubtful", "stray"]
"""current: the one that counts; older: a newer one counts; same: the same words as the one that counts; stray: of no
unit of the roster."""


class Claim(NamedTuple):
    """A unit whose file it may be, and the words that say so."""

    unit: str
    grounds: tuple[tuple[Ground, str], ...]


class Filed(NamedTuple):
    """A file and whose it is. *unit* is set when that is certain; else *claims* are the units that it may be of.

    *why* says why it has its *role*, or why the matter is doubtful.
    """

    submission: Submission
    unit: str | None
    claims: tuple[Claim, ...]
    role: FileRole
    why: Words


class Timing(NamedTuple):
    """*due* and *sent*: YYYY-MM-DD or None if unknown; *days*: late by, 0 or less in time, None if unknown.

    *sent_from*: the day on which the office received it, or the one under the report. *due_from*: where the deadline
    stands: in the roster, or in the pack.
    """

    due: str | None
    due_from: Literal["roster", "pack"] | None
    sent: str | None
    sent_from: Literal["received", "issued"] | None
    days: int | None


TraceKind = Literal["other_unit", "last_year", "other_kind"]


class Trace(NamedTuple):
    """Words in a copied passage that fit another report: another unit's name, last year, 我局 in a town's report."""

    kind: TraceKind
    words: str


class Passage(NamedTuple):
    """Text that two reports share. The quotations are whole, private data hidden. *alike*: 0 to 100.

    *traces* are in the quotation *here*, *traces_there* in the other one.
    """

    here: Evidence
    there: Evidence
    alike: int
    traces: tuple[Trace, ...] = ()
    traces_there: tuple[Trace, ...] = ()


class Pair(NamedTuple):
    """Two reports with passages in common. *here*, *there*: names of units, or paths of files of no unit.

    *there_year* is the year of the other report: the same, or the one before. *characters*: shared, counted *here*.
    Shares: of the running text of each, 0 to 1. *earlier*: which of the two is dated earlier, if that is known; where
    the dates are no help, which was received earlier.
    """

    here: str
    there: str
    there_year: int
    characters: int
    share_here: float
    share_there: float
    passages: tuple[Passage, ...]
    earlier: Literal["here", "there"] | None = None


class Cluster(NamedTuple):
    """Reports of this year that are linked by pairs, the most copied first. *characters*: the most any two share."""

    members: tuple[str, ...]
    characters: int


class Common(NamedTuple):
    """A passage that so many reports share that pairs would say nothing: perhaps a model that went round."""

    members: tuple[str, ...]
    passage: Evidence


class Announced(NamedTuple):
    """A task that last year's report announced. *share*: of its words that the nearest passage *echo* has, 0 to 1."""

    task: Evidence
    outcome: Literal["taken_up", "partly", "no_trace"]
    share: float
    echo: Evidence | None


class Repeated(NamedTuple):
    """A shortcoming that last year's report named in (nearly) the same words. *alike*: 0 to 100."""

    here: Evidence
    there: Evidence
    alike: int


class YearBefore(NamedTuple):
    """A unit's report of the year before, and what became of it. *gained*, *lost*: rule ids that pass now or no more.

    *copied*: share of this year's text that stood in it, 0 to 1.
    """

    filed: Filed
    announced: tuple[Announced, ...]
    repeated: tuple[Repeated, ...]
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    copied: float


class UnitReview(NamedTuple):
    """One unit. *current* counts, or where *standing* says that none does is the newest that came and is its own.

    *files* are all of its files, the current one first, and the doubtful ones.

    *copied*: share of its text that stands in other units' reports of this or last year, 0 to 1. *decisions* hold;
    *lapsed* do not. *state*: what was decided about the whole report.
    """

    unit: Unit
    standing: Standing
    current: Filed | None
    files: tuple[Filed, ...]
    timing: Timing
    copied: float = 0.0
    before: YearBefore | None = None
    decisions: tuple[Decision, ...] = ()
    lapsed: tuple[Lapsed, ...] = ()
    state: Literal["returned", "accepted", ""] = ""


class Review(NamedTuple):
    """The whole. *units* in the order of the roster; *filed*: every file of the folder.

    *pairs*: the most copied first. *packs*: ``Assessment.pack`` → pack, the one used for units without a report first.
    *day*: on which the review was made; *reply_by*: until when units are asked to answer; *office*: who reviews.
    """

    year: int
    folder: str
    roster: str
    units: tuple[UnitReview, ...]
    filed: tuple[Filed, ...]
    pairs: tuple[Pair, ...]
    clusters: tuple[Cluster, ...]
    common: tuple[Common, ...]
    packs: Mapping[str, Pack]
    day: str
    reply_by: str
    office: str = ""
    last_year: str = ""
    remarks: tuple[Words, ...] = ()

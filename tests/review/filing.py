"""Submissions and rosters of the invented 云川县, as short as a test needs them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from validator.model.outline import Facts
from validator.model.result import Assessment, Evidence, Result, Status
from validator.model.review import Filed
from validator.model.roster import Roster, Unit
from validator.model.submission import Submission
from validator.pipeline import load_pack
from validator.review.matching.weighing import match, relative
from validator.words import Words

REFUSED = Words("这是一份通知。", "This is a notice.")
SAID = Words("署名“云川县司法局”。", "Signed by 云川县司法局.")


def sent(
    path: str,
    signed: str | None = None,
    titled: str | None = None,
    year: int | None = 2025,
    status: Status = "assessed",
    *,
    digest: str = "",
    modified: float = 0.0,
    **facts: Any,
) -> Submission:
    reason = None if status == "assessed" else REFUSED
    known = Facts(unit=signed, title_unit=titled, report_year=year, **facts)
    kind = path.rsplit(".", 1)[-1]
    return Submission(
        Assessment(path, kind, None, 1000, status, reason, known), digest=digest or path, modified=modified
    )


def filed(path: str, unit: str | None = "司法局", role: Any = "current", **more: Any) -> Filed:
    return Filed(sent(path, **more), unit, (), role, SAID)


def read_by_machine(file: Filed) -> Filed:
    """Return *file* with a result that rests on recognised pictures."""
    result = Result("r", "pass", 100, SAID, (Evidence(1, 1, 1, 2, "字", review="ocr"),))
    submission = file.submission
    return file._replace(submission=submission._replace(assessment=submission.assessment._replace(results=(result,))))


def matched(submissions: Sequence[Submission], units: Roster, year: int, folder: str = "") -> tuple[Filed, ...]:
    """Return whose each file of *folder* is, by the words and rules of the pack on law-based government."""
    placed = [s._replace(assessment=_placed(s.assessment, folder)) for s in submissions]
    return match(placed, units, year, {"": load_pack()})


def _placed(a: Assessment, folder: str) -> Assessment:
    return a._replace(path=relative(a.path, folder))


def roster(*units: str | Unit) -> Roster:
    rows = (u if isinstance(u, Unit) else Unit(u) for u in units)
    return Roster("名册.csv", tuple(u._replace(row=i) for i, u in enumerate(rows, start=2)))

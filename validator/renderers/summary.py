"""How many files of each kind, for every format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from validator.model.result import Assessment

if TYPE_CHECKING:
    from validator.renderers.shape import SummaryShape


def summary(assessments: Sequence[Assessment]) -> SummaryShape:
    """Count the files of each kind."""
    verdicts = [a.verdict for a in assessments]
    statuses = [a.status for a in assessments]
    return {
        "reports": len(assessments),
        "complete": verdicts.count("complete"),
        "incomplete": verdicts.count("incomplete"),
        "undecided": verdicts.count("undecided"),
        "not_this_report": statuses.count("not_this_report"),
        "unreadable": statuses.count("unreadable"),
    }

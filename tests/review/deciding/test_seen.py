"""validator.review.deciding.seen: what a review notes in the ledger, and what an old decision there changes."""

from __future__ import annotations

from tests.ledger_support import decision
from tests.review.filing import roster, sent
from tests.support import REPORT
from validator import check
from validator.model.decision import Decision, Seen
from validator.model.review import Review
from validator.model.roster import Unit
from validator.model.submission import Submission
from validator.pipeline import load_pack
from validator.review.deciding.seen import seen_of
from validator.review.service import Given, reviewed

PACK = load_pack()
UNITS = roster(
    Unit("柳林镇（党委、政府）"),
    Unit("县住房和城乡建设局", aliases=("县住建局",), former=("县建设局",)),
    Unit("县司法局", files=("代报.txt",)),
)


def review(*submissions: Submission, decisions: tuple[Decision, ...] = ()) -> Review:
    return reviewed(Given("", UNITS, submissions, {PACK.id: PACK}, 2025, decisions=decisions))


def seen(*submissions: Submission) -> dict[str, Seen]:
    return {s.unit: s for s in seen_of(review(*submissions))}


def test_other_names_are_those_of_the_roster_and_the_one_that_it_signs_with() -> None:
    found = seen(
        sent("a.txt", "南桥县柳林镇人民政府"),
        sent("b.txt", "南桥县住房和城乡建设局", year=2024),
        sent("代报.txt", "南桥县水利局"),
    )
    assert {unit: s.called for unit, s in found.items()} == {
        "柳林镇（党委、政府）": ("南桥县柳林镇人民政府",),
        "县住房和城乡建设局": ("县住建局", "县建设局"),  # its report does not count
        "县司法局": (),  # the roster gives it a file that another has signed
    }


def test_who_signs_jointly_has_no_name_by_that() -> None:
    assert seen(sent("代报.txt", "南桥县司法局 南桥县水利局"))["县司法局"].called == ()


def test_rules_about_the_day_of_issue_are_the_roster_s() -> None:
    a = check(REPORT.replace("2024", "2025").encode(), name="代报.txt")
    found = seen(Submission(a, digest="d"))
    assert found["县司法局"].timed == ("late-report",)
    assert "late-report" in found["县司法局"].results
    assert found["柳林镇（党委、政府）"].timed == ()


def test_an_acceptance_in_an_old_ledger_of_what_does_not_count_changes_nothing() -> None:
    accept = decision(id=1, unit="县司法局", action="accept", rule="", old="", new="", digest="d")
    for year, state in ((2024, ""), (2025, "accepted")):
        u = review(sent("代报.txt", "县司法局", year=year, digest="d"), decisions=(accept,)).units[2]
        assert (u.state, bool(u.decisions), bool(u.lapsed)) == (state, state != "", state == "")

"""validator.review.service: what the roster's day of receipt means for a whole review."""

from __future__ import annotations

from tests.review.filing import roster
from tests.review.texts import sentence, submission
from validator.model.roster import Unit
from validator.pipeline import load_pack
from validator.review.service import Given, reviewed

PACK = load_pack()
COPIED = [sentence(k) for k in range(20)]


def test_a_unit_that_is_received_by_the_roster_and_has_no_file() -> None:
    units = roster(Unit("县司法局", received="2026-02-20"), Unit("县财政局"))
    found = reviewed(Given("", units, (), {PACK.id: PACK}, 2025))
    assert found.remarks[0].zh == "名册写着县司法局2026年2月20日收到，文件夹里没有它的文件，催报前请先查找。"
    assert [(u.standing, u.timing.sent, u.timing.days) for u in found.units] == [("missing", None, None)] * 2


def test_of_two_copies_with_one_date_the_one_received_first_is_earlier() -> None:
    units = roster(
        Unit("县司法局", received="2026-02-28", files=("a.txt",)),
        Unit("县财政局", received="2026-02-20", files=("b.txt",)),
    )
    sent = tuple(
        submission(COPIED, name, report_year=2025, issued_on="2026-02-20", unit=unit)
        for name, unit in (("a.txt", "县司法局"), ("b.txt", "县财政局"))
    )
    (pair,) = reviewed(Given("", units, sent, {PACK.id: PACK}, 2025)).pairs
    assert {pair.here: "here", pair.there: "there"}["县财政局"] == pair.earlier
    odd = roster(units.units[0], units.units[1]._replace(received="2036-02-20"))
    assert reviewed(Given("", odd, sent, {PACK.id: PACK}, 2025)).pairs[0].earlier is None

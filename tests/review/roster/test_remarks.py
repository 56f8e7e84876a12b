"""validator.review.roster.remarks: what whoever keeps the roster should know."""

from __future__ import annotations

from tests.review.filing import roster
from validator.model.roster import Unit
from validator.review.roster.remarks import Notes, note, noted, on_names
from validator.review.roster.rows import Row
from validator.words import Words


def test_one_remark_for_all_cells_of_which_the_same_is_said() -> None:
    notes: Notes = {}
    for number in range(2, 11):
        note(notes, Row(number, (), "乡镇"), "甲" if number == 2 else "", Words("不对", "is wrong"))
    told = next(noted(notes, with_sheets=True))
    assert told.zh == "名册“乡镇”表第2行“甲”、第3行、第4行、第5行、第6行、第7行等9行不对。"
    assert told.en.endswith("and 3 more: is wrong.")
    assert next(noted(notes, with_sheets=False)).zh.startswith("名册第2行")


def test_names_of_two_units() -> None:
    told = list(on_names(roster("青禾镇（党委、政府）", "青禾镇人民政府", Unit("水务局", aliases=("青禾镇",))).units))
    assert "像是同一个单位" in told[0].zh and "也指" in told[1].zh

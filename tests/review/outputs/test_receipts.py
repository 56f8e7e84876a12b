"""validator.review.outputs.receipts: units that the roster has as received, and whose file is not there."""

from __future__ import annotations

from validator.model.review import Standing, Timing, UnitReview
from validator.model.roster import Unit
from validator.review.outputs.receipts import on_unfound, receipt, unfound


def unit(name: str, standing: Standing = "missing", received: str | None = "2026-02-20") -> UnitReview:
    return UnitReview(Unit(name, received=received), standing, None, (), Timing(None, None, None, None, None))


def test_only_who_has_no_file_and_a_day_of_receipt() -> None:
    units = (unit("甲局"), unit("乙局", received=None), unit("丙局", "doubtful"), unit("丁局", "exempt"))
    assert [u.unit.name for u in unfound(units)] == ["甲局"]
    (told,) = on_unfound(units)
    assert told.zh == "名册写着甲局2026年2月20日收到，文件夹里没有它的文件，催报前请先查找。"
    assert told.en.endswith("please look before you remind anybody: 甲局 (received 2026-02-20).")
    assert on_unfound(units[1:]) == []


def test_many_are_counted() -> None:
    (told,) = on_unfound([unit(f"{i}局") for i in range(8)])
    assert "5局2026年2月20日收到等8个单位，文件夹里没有它们的文件" in told.zh
    assert told.en.endswith("5局 (received 2026-02-20) and 2 more.")
    assert receipt(unit("甲\u202e局"), "zh") != "甲\u202e局2026年2月20日收到"

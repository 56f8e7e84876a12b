"""validator.review.naming.indexes: what names of units are looked up by."""

from __future__ import annotations

from validator.review.naming.indexes import STEM, lengths, less_one, near, stems


def test_beginnings_give_the_lengths_longest_first() -> None:
    assert lengths(["青禾镇", "青禾", "青禾镇人民政府", "甲"]) == {"青禾": (7, 3, 2)}


def test_a_slip_is_looked_up_without_one_of_its_characters() -> None:
    found = near(["青禾镇", "民政局"])
    assert found["青禾镇"] == found["青镇"] == ("青禾镇",)
    assert "政局" not in found  # a short department's name is no slip for another's
    assert list(less_one("甲乙丙")) == ["乙丙", "甲丙", "甲乙"]


def test_departments_without_their_ending() -> None:
    assert stems(["卫生健康局", "卫生健康委员会", "青禾镇"]) == {"卫生健康": ("卫生健康局", "卫生健康委员会")}
    assert not STEM.fullmatch("青禾镇")

"""validator.review.naming.shortening: names of organisations."""

from __future__ import annotations

import pytest

from validator.review.naming.shortening import ORGANISATIONS, with_place_first


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("共青团云川县委员会", "云川县团委"),
        ("中国共产主义青年团云川县委员会", "云川县团委"),
        ("团县委", "县团委"),
        ("政协云川县委员会办公室", "云川县政协办公室"),
        ("中国国际贸易促进委员会云川县支会", "云川县贸促会"),
        ("云川县妇女联合会", "云川县妇女联合会"),
        ("县政协", "县政协"),
    ],
)
def test_place_first(name: str, found: str) -> None:
    assert with_place_first(name) == found
    assert with_place_first(found) == found


def test_every_name_of_an_organisation_leads_to_all() -> None:
    assert "残联" in ORGANISATIONS["残疾人联合会"] and "残疾人联合会" in ORGANISATIONS["残联"]
    assert len(ORGANISATIONS) == len({name for names in ORGANISATIONS.values() for name in names})

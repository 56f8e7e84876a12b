"""validator.demo.places: the units of the invented county."""

from __future__ import annotations

from validator.demo.luck import luck
from validator.demo.places import residents, spots


def test_names_are_unique_and_no_short_name_is_anothers() -> None:
    names = [name for r in residents() for name in (r.name, *r.aliases, *r.former)]
    assert len(set(names)) == len(names)


def test_every_unit_has_words_of_its_own() -> None:
    for r in residents():
        assert {"产", "物", "人", "法", "股", "地", "首", "我们"} == set(r.voice)
        assert all(words and all(words) for words in r.voice.values()), r.name


def test_offices_sign_in_full() -> None:
    signs = {r.name: r.signs[0] for r in residents()}
    assert signs["青禾镇"] == "云川县青禾镇人民政府"
    assert signs["曙桐街道"] == "云川县曙桐街道办事处"
    assert signs["云川县水利局"] == "云川县水利局"


def test_villages_and_quarters() -> None:
    assert all(spot.endswith("村") for spot in spots("镇", luck(1)))
    assert len(set(spots("部门", luck(1)))) == 8

"""validator.demo.wording.sentences: nobody writes what another has written."""

from __future__ import annotations

from rapidfuzz import fuzz

from validator.demo.luck import luck
from validator.demo.places import residents
from validator.demo.wording.grammar import stock
from validator.demo.wording.sentences import Shelf, joined, sentences

TOWN = residents()[1]


def written(count: int) -> list[str]:
    shelf = Shelf({}, set())
    theme = stock("achievements")[0]
    return [s for _ in range(count) for s in sentences(theme, TOWN.voice, luck(1), shelf, 3)]


def test_the_same_luck_makes_other_sentences_on_a_fuller_shelf() -> None:
    found = written(12)
    assert len(set(found)) == 36
    alike = [fuzz.ratio(a, b) for i, a in enumerate(found) for b in found[:i]]
    assert max(alike) < 80


def test_no_clause_twice_in_a_row_of_sentences() -> None:
    theme = stock("heads")[0]
    shelf = Shelf({}, set())
    found = sentences(theme, TOWN.voice, luck(3), shelf, 3, ("LAR",))
    assert len({s[:9] for s in found}) == 3
    assert sorted(len(s) for s in shelf.sentences.values()) == [1] * 9


def test_no_comma_behind_the_name_of_the_unit() -> None:
    lead, act = stock("heads")[0].leads[1], stock("heads")[0].acts[0]
    assert joined(["年初，镇长", "主持会议"], [lead, act]) == "年初，镇长主持会议。"
    assert joined(["主持会议", "讲课"], [act, act]) == "主持会议，讲课。"

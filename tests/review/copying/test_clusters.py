from validator.model.review import Pair
from validator.review.copying.clusters import clusters_of


def pair(here: str, there: str, characters: int = 300, share: float = 0.5) -> Pair:
    return Pair(here, there, 2025, characters, share, share, ())


def test_three_that_hang_together_are_a_cluster() -> None:
    found = clusters_of([pair("甲", "乙", 900), pair("乙", "丙", 400), pair("丁", "戊")])
    assert [c.members for c in found] == [("乙", "甲", "丙")] or [c.members for c in found] == [("甲", "乙", "丙")]
    assert found[0].characters == 900


def test_a_shared_sentence_is_no_link() -> None:
    assert clusters_of([pair("甲", "乙"), pair("乙", "丙", 90, 0.03)]) == ()


def test_the_largest_cluster_comes_first() -> None:
    chain = [pair(a, b) for a, b in ("ab", "bc", "xy", "yz", "zw")]
    assert [set(c.members) for c in clusters_of(chain)] == [set("wxyz"), set("abc")]

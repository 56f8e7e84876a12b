from hypothesis import given
from hypothesis import strategies as st

from tests.review.texts import reworded, sentence
from validator.review.copying.groups import grouped


def test_different_sentences_stay_alone() -> None:
    keys = [sentence(i) for i in range(500)]
    assert grouped(keys) == list(range(500))


def test_a_tenth_of_the_words_changed_is_found() -> None:
    keys = [sentence(i) for i in range(300)]
    changed = [reworded(key, 0.1, i) for i, key in enumerate(keys)]
    groups = grouped([*keys, *changed])
    found = sum(groups[i] == groups[i + 300] for i in range(300))
    assert found >= 0.9 * 300


def test_the_first_key_of_a_group_names_it() -> None:
    keys = [sentence(1), sentence(2), sentence(1)[:-2] + "完毕", sentence(2)[1:]]
    assert grouped(keys) == [0, 1, 0, 1]


def test_nothing_is_no_group() -> None:
    assert grouped([]) == []


def test_keys_shorter_than_a_shingle_are_taken() -> None:
    assert grouped(["法治", "法治政府建设年度报告", "行政"]) == [0, 1, 2]


@given(st.lists(st.text(alphabet="法治政府建设年度报告执调解", min_size=1, max_size=30), unique=True, max_size=30))
def test_every_key_is_in_a_group_that_begins_no_later(keys: list[str]) -> None:
    groups = grouped(keys)
    assert all(first <= i and groups[first] == first for i, first in enumerate(groups))

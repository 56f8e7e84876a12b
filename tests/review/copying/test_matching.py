from tests.review.texts import reworded, sentence, submission
from validator.review.copying.matching import matched

A = [sentence(i) for i in range(6)]


def test_a_seed_is_confirmed_and_its_neighbours_are_found() -> None:
    here = submission(A).chunks
    there = submission([sentence(50), *(reworded(s, 0.2, i) for i, s in enumerate(A))]).chunks
    found = matched(here, there, [(2, 3)])
    assert [(m.here, m.there) for m in found] == [(i, i + 1) for i in range(6)]
    assert all(60 <= m.alike <= 100 for m in found)


def test_a_seed_that_is_not_the_same_is_dropped() -> None:
    assert matched(submission(A).chunks, submission([sentence(9)]).chunks, [(0, 0)]) == []


def test_a_chunk_is_matched_once_with_what_is_most_alike() -> None:
    there = submission([reworded(A[0], 0.2), A[0]]).chunks
    found = matched(submission(A).chunks, there, [(0, 0), (0, 1)])
    assert [(m.here, m.there, m.alike) for m in found] == [(0, 1, 100)]

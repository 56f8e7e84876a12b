from tests.review.texts import reworded, sentence, submission
from validator.review.copying.passages import passages_of, quoted
from validator.review.copying.tiles import Segment

A = [sentence(i) for i in range(6)]
SIZE = 59  # characters of a sentence without its stop


def at(first: int, last: int, there: int) -> Segment:
    """Return a segment from sentence *first* to before *last*, that stands at sentence *there* of the other."""
    size = (last - first) * SIZE
    return Segment(first * SIZE, last * SIZE, there * SIZE, there * SIZE + size, size)


def test_segments_near_each_other_are_one_passage_with_the_whole_text_of_both() -> None:
    here, there = submission(A), submission([sentence(70), *A[:3], sentence(71), sentence(72), A[5]])
    found = passages_of(here, there, [at(0, 1, 1), at(1, 3, 2), at(5, 6, 6)])
    assert [p.here.text for p in found] == ["\n".join(A[:3]), A[5]]
    assert [p.there.text for p in found] == ["\n".join(A[:3]), A[5]]
    assert [(p.here.line, p.there.line, p.alike) for p in found] == [(1, 2, 100), (6, 7, 100)]
    assert here.text[found[1].here.start : found[1].here.end] == A[5]


def test_another_order_is_another_passage() -> None:
    there = submission([A[1], A[0]])
    assert len(passages_of(submission(A), there, [at(0, 1, 1), at(1, 2, 0)])) == 2


def test_likeness_is_that_of_the_characters() -> None:
    there = submission([reworded(A[0], 0.2), *A[1:]])
    alike = passages_of(submission(A), there, [at(0, 1, 0)])[0].alike
    assert 60 <= alike < 100


def test_a_sentence_that_is_only_touched_is_left_out() -> None:
    assert quoted(submission(A), SIZE - 5, 2 * SIZE + 5).text == A[1]
    assert quoted(submission(A), 10, 20).text == A[0]

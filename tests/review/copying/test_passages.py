from tests.review.texts import sentence, submission
from validator.review.copying.matching import Matched
from validator.review.copying.passages import passages_of

A = [sentence(i) for i in range(5)]


def test_neighbours_are_one_passage_with_the_text_of_both() -> None:
    here, there = submission(A), submission([sentence(70), *A[:3], sentence(71), A[4]])
    found = passages_of(here, there, [Matched(0, 1, 100), Matched(1, 2, 90), Matched(2, 3, 80), Matched(4, 5, 100)])
    assert [p.here.text for p in found] == ["\n".join(A[:3]), A[4]]
    assert [p.there.text for p in found] == ["\n".join(A[:3]), A[4]]
    assert [(p.here.line, p.there.line) for p in found] == [(1, 2), (5, 6)]
    assert found[0].alike == 90
    assert here.text[found[1].here.start : found[1].here.end] == A[4]


def test_another_order_is_another_passage() -> None:
    there = submission([A[1], A[0]])
    assert len(passages_of(submission(A), there, [Matched(0, 1, 100), Matched(1, 0, 100)])) == 2

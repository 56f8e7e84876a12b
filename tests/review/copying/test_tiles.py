from hypothesis import given
from hypothesis import strategies as st

from tests.review.texts import reworded, sentence
from validator.review.copying.tiles import Segment, runs_of, segments_of

A = "".join(sentence(i)[:-1] for i in range(20))
B = "".join(sentence(i)[:-1] for i in range(100, 120))


def segments(here: str, there: str, hidden: bytes = b"") -> list[Segment]:
    return segments_of(here, hidden or bytes(len(here)), runs_of(there), bytes(len(there)))


def test_the_same_text_is_one_segment_wherever_it_stands() -> None:
    there = B[:300] + A[200:500] + B[300:]
    found = segments(A, there)
    assert [(s.start, s.end, s.there_start, s.there_end, s.same) for s in found] == [(200, 500, 300, 600, 300)]


def test_changed_words_do_not_end_a_segment() -> None:
    there = B[:300] + reworded(A[200:800], 0.1) + B[300:]
    found = segments(A, there)
    assert found[0].start <= 215 and found[-1].end >= 785
    assert sum(s.end - s.start for s in found) >= 500


def test_another_order_makes_two_segments() -> None:
    there = A[300:600] + A[:300]
    assert [(s.start, s.there_start) for s in segments(A[:600], there)] == [(0, 300), (300, 0)]


def test_phrases_are_no_segment() -> None:
    phrase = "全面推进依法行政工作"
    here = "".join(A[i : i + 50] + phrase for i in range(0, 500, 50))
    there = "".join(B[i : i + 70] + phrase for i in range(0, 700, 70))
    assert segments(here, there) == []


def test_what_is_hidden_is_not_found() -> None:
    assert segments(A[:200], A[:200], b"\1" * 200) == []
    half = b"\1" * 100 + bytes(100)
    assert [(s.start, s.end) for s in segments(A[:200], A[:200], half)] == [(100, 200)]


@given(st.text(alphabet="法治政府建设", max_size=80), st.text(alphabet="法治政府建设", max_size=80))
def test_segments_lie_inside_and_do_not_overlap(here: str, there: str) -> None:
    found = segments(here, there)
    assert all(0 <= s.start < s.end <= len(here) and 0 <= s.there_start < s.there_end <= len(there) for s in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert all(s.same <= min(s.end - s.start, s.there_end - s.there_start) for s in found)

from hypothesis import given
from hypothesis import strategies as st

from tests.review.texts import sentence
from validator.review.copying.pieces import LONGEST, SHORTEST, pieces_of

TEXT = "".join(sentence(i)[:-1] for i in range(40))


def pieces(stream: str) -> list[str]:
    return [stream[a:b] for a, b in pieces_of(stream)]


@given(st.text(alphabet="法治政府建设年度报告执行调解案件", max_size=300))
def test_pieces_are_the_whole_stream_in_order(stream: str) -> None:
    assert "".join(pieces(stream)) == stream
    assert all(len(p) <= LONGEST for p in pieces(stream))
    assert all(len(p) >= SHORTEST for p in pieces(stream)[:-1] if len(stream) > LONGEST) or len(stream) <= LONGEST


def test_what_stands_in_front_moves_only_the_nearest_ends() -> None:
    for more in ("新", "新年伊始即召开动员大会", sentence(99)[:-1]):
        assert len(set(pieces(TEXT)) & set(pieces(more + TEXT))) >= 0.8 * len(pieces(TEXT))


def test_pieces_are_of_a_useful_size() -> None:
    sizes = [len(p) for p in pieces(TEXT)]
    assert 25 <= sum(sizes) / len(sizes) <= 50

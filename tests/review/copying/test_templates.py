from tests.review.texts import sentence, text
from validator.review.copying.templates import without

MODEL = [sentence(1, 40)]


def keys(sentences: list[str]) -> list[str]:
    return [
        c.key for c in without([text("甲", sentences)], [text("范本", MODEL).submission.chunks])[0].submission.chunks
    ]


def test_a_template_s_sentence_is_taken_out_also_of_a_longer_chunk() -> None:
    assert keys([sentence(1, 40)[:-1] + sentence(2, 40), sentence(3)]) == [sentence(2, 40)[:-1], sentence(3)[:-1]]


def test_what_is_left_must_say_something_and_numbers_stay() -> None:
    assert keys([sentence(1, 40)[:-1] + "短句。", sentence(3)]) == ["", sentence(3)[:-1]]


def test_without_templates_nothing_changes() -> None:
    texts = [text("甲", MODEL)]
    assert without(texts, []) is texts

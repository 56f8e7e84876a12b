from tests.review.texts import sentence, submission
from validator.review.copying.templates import without

MODEL = [sentence(1, 40)]


def keys(sentences: list[str]) -> list[str]:
    return [c.key for c in without([submission(sentences)], [submission(MODEL).chunks])[0].chunks]


def test_a_template_s_sentence_is_taken_out_also_of_a_longer_chunk() -> None:
    assert keys([sentence(1, 40)[:-1] + sentence(2, 40), sentence(3)]) == [sentence(2, 40)[:-1], sentence(3)[:-1]]


def test_what_is_left_must_say_something_and_numbers_stay() -> None:
    assert keys([sentence(1, 40)[:-1] + "短句。", sentence(3)]) == ["", sentence(3)[:-1]]


def test_without_templates_nothing_changes() -> None:
    found = [submission(MODEL)]
    assert without(found, []) is found


def test_a_template_s_sentence_is_no_task_and_no_shortcoming() -> None:
    found = submission([sentence(1, 40), sentence(2)])
    found = found._replace(plan=found.chunks, shortcomings=found.chunks)
    freed = without([found], [submission(MODEL).chunks])[0]
    assert [c.key for c in freed.plan] == [c.key for c in freed.shortcomings] == [sentence(2)[:-1]]

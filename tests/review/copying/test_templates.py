from tests.review.texts import sentence, submission
from validator.model.submission import Item
from validator.review.copying.templates import covered, runs_of, without

MODEL = sentence(1, 40)[:-1]


def test_a_template_s_words_are_covered_wherever_they_stand() -> None:
    own = sentence(2, 30)[:-1]
    assert bytes(covered(own + MODEL + own, runs_of([MODEL]))) == bytes(29) + b"\1" * 39 + bytes(29)
    assert not any(covered(own, runs_of([MODEL]))) and not any(covered(own, runs_of([])))


def test_a_template_s_sentence_is_no_task_and_no_shortcoming() -> None:
    items = (Item(0, 1, MODEL), Item(0, 1, sentence(2)[:-1]), Item(0, 1, MODEL[:15] + sentence(3)[:-1]))
    freed = without([submission([])._replace(plan=items, shortcomings=items)], [MODEL])[0]
    assert freed.plan == freed.shortcomings == items[1:]


def test_without_templates_nothing_changes() -> None:
    found = [submission([MODEL])]
    assert without(found, []) == found

"""validator.review.outputs.letter.own_words: a quotation begins at words that count."""

from __future__ import annotations

from tests.review.outputs.reviews_by_hand import evidence, submission
from tests.support import check, report
from validator.model.result import Evidence
from validator.model.review import Common
from validator.model.submission import Sentence, Submission
from validator.review.outputs.letter.own_words import own_words

MODEL = "全市各级各部门坚持把法治建设作为重要抓手，推动各项任务落到基层。"
OPENING = "现将有关情况报告如下："
HEADING = "一、主要举措和成效"
OWN = "请公职律师列席会议二十九次，书面提出意见三十三条。"
COMMON = (Common(("甲", "乙", "丙"), evidence(MODEL, 5)),)


def made(*sentences: str) -> tuple[Evidence, Submission]:
    """Return a passage of all the sentences, one to a line, and the file with it."""
    text = "\n".join(sentences)
    found, at = [], 0
    for i, words in enumerate(sentences, 3):
        found.append(Sentence(at, at, at + len(words), i, paragraph=i, formal=words == OPENING))
        at += len(words) + 1
    s = submission(check(report().encode(), name="a.txt"), text)._replace(sentences=tuple(found))
    return Evidence(3, 1, 3, 1, text, paragraph=3, start=0, end=len(text)), s


def test_words_of_very_many_an_opening_and_a_heading_are_passed_over() -> None:
    e, s = made(MODEL, OPENING, HEADING, OWN, "再一句自己的话。")
    found = own_words(e, s, COMMON)
    assert found
    assert found.text == f"{OWN}\n再一句自己的话。"
    assert (found.line, found.paragraph) == (6, 6)


def test_nearly_the_words_of_very_many_are_theirs() -> None:
    e, s = made(MODEL.replace("重要抓手", "有力抓手"), OWN)
    found = own_words(e, s, COMMON)
    assert found
    assert found.text == OWN
    plain = own_words(e, s, ())
    assert plain == e


def test_a_passage_of_nothing_else_has_no_words_of_its_own() -> None:
    assert own_words(*made(MODEL), COMMON) is None
    e, s = made(MODEL, OPENING)
    found = own_words(e, s, COMMON)
    assert found
    assert found.text == OPENING


def test_without_the_file_a_passage_stays_whole() -> None:
    e, s = made(MODEL, OWN)
    assert own_words(e, None, COMMON) == e
    assert own_words(e, s._replace(text="别的文字"), COMMON) == e

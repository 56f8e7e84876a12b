"""validator.review.deciding.rows: what one row of the sheet says."""

from __future__ import annotations

import pytest

from tests.ledger_support import DIGEST, OTHER, UNIT, line
from validator.pipeline import load_pack
from validator.renderers.wording import outcome
from validator.review.deciding.decisions import CHANGES
from validator.review.deciding.rows import (
    CHECK_WORDS,
    Emptied,
    Mistake,
    Row,
    new_words,
    origin,
    outcome_named,
    row_of,
)
from validator.words import LANGS, Lang, say


def of(**cells: object) -> Row | Emptied | Mistake | None:
    return row_of(7, {field: str(cell) for field, cell in {**line(), **cells}.items()})


def test_a_row_without_an_opinion_says_nothing() -> None:
    assert of() is None
    assert of(reason="还没有想好", who="王某", known=0) is None


def test_a_row_that_was_made_with_a_decision_and_is_empty() -> None:
    assert of(known=3) == Emptied(7, UNIT, 3, DIGEST, "fail")
    assert of(known=3, reason="理由还在", who="王某") == Emptied(7, UNIT, 3, DIGEST, "fail")
    assert of(known=3, element="标题") is None  # its cells went elsewhere


@pytest.mark.parametrize(
    ("cells", "field", "wrong"),
    [
        ({"element": "标题"}, "要素", "标题"),
        ({"unit": OTHER}, "单位", OTHER),
        ({"unit": OTHER, "element": "标题"}, "单位", OTHER),
    ],
)
def test_cells_that_do_not_fit_the_codes(cells: dict[str, str], field: str, wrong: str) -> None:
    m = of(action="维持", **cells)
    assert isinstance(m, Mistake)
    assert (m.number, m.column.zh) == (7, field)
    assert m.what.zh == f"“{wrong}”和后面的代码对不上，代码是“{UNIT}：causes”的"
    assert "请在原来的工作簿里重新填这一行" in m.hint.zh


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"unit": f" {UNIT}\u3000"},
        {"element": "ＣＡＵＳＥＳ"},
        {"element": ""},
        {"origin": ""},  # of an older version
        {"origin": origin(UNIT, "不足的 原因"), "element": "不足的原因"},
    ],
)
def test_cells_that_fit(cells: dict[str, str]) -> None:
    assert isinstance(of(action="维持", **cells), Row)


@pytest.mark.parametrize("lang", LANGS)
def test_words_of_what_is_only_checked(lang: Lang) -> None:
    rules = load_pack("fazhi-zhengfu").rules
    check, element = (next(rule for rule in rules if rule.role == role) for role in ("unscored", "scored"))
    for code in CHANGES:
        for rule in (check, element):
            assert outcome_named(say(new_words(code, rule), lang)) == code  # read back as what was decided
        assert say(new_words(code, element), lang) == outcome(code, lang, element)  # type: ignore[arg-type]
    for code, words in CHECK_WORDS.items():
        assert say(words, lang) == outcome(code, lang, check)  # type: ignore[arg-type]


def test_a_check_can_be_corrected_in_its_own_words() -> None:
    for word, code in (("没有问题", "pass"), ("要核对", "fail"), ("to check", "fail"), ("有", "pass")):
        found = of(action="更正", new=word, reason="单位公开电话")
        assert isinstance(found, Row) and found.proposal.new == code


@pytest.mark.parametrize("made", ["Y: Whole report", "Y：Whole report"])
def test_both_colons_are_read(made: str) -> None:
    """Older workbooks in English have the wide one."""
    assert origin("Y", "Whole report", "en") == "Y: Whole report"
    found = of(action="accept", unit="Y", element="Whole report", rule="", old="", reason="ok", origin=made)
    assert isinstance(found, Row)

"""validator.checks: the registry of the kinds of question."""

from __future__ import annotations

import inspect

import pytest

from tests.support import REPORT, context, question
from validator.checks import KINDS
from validator.checks.answer import Answer

SAMPLES = {
    "section": {"section": "shortcomings"},
    "mention": {"mention": "causes"},
    "text": {"text": ("法治",)},
    "chars": {"chars": "body"},
    "title": {"title": ("unit",)},
    "signature": {"signature": "closing"},
    "date": {"date": "closing"},
    "fact": {"fact": "unit"},
    "deadline": {"deadline": "issued_on", "by": "03-01"},
    "order": {"order": ("shortcomings", "next_year_plan")},
    "parts": {"parts": ("shortcomings", "next_year_plan")},
    "table": {"table": ("检查",)},
    "sums": {"sums": ("a = b",), "having": ("检查",), "rows": ("a=甲", "b=乙")},
    "numbering": {"numbering": "consecutive"},
    "announced": {"announced": "match"},
    "years": {"years": "agree"},
    "personal_data": {"personal_data": ("mobile",)},
    "damage": {"damage": ("bracket",)},
}
COMBINERS = {"all", "any", "not"}


def test_all_kinds_are_registered() -> None:
    assert set(KINDS) == set(SAMPLES) | COMBINERS


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_is_documented_and_bears_its_own_name(name: str) -> None:
    kind = KINDS[name]
    assert kind.name == name
    assert inspect.getdoc(kind.params)
    assert kind.params._fields[0].rstrip("_") == name


@pytest.mark.parametrize("name", SAMPLES)
def test_every_kind_answers_and_points_into_the_text(name: str) -> None:
    found = context(REPORT)
    answer = found.ask(question(name, **SAMPLES[name]))
    assert isinstance(answer, Answer)
    assert answer.holds in (True, False, None)
    assert all(0 <= a <= b <= len(found.text) for a, b in answer.spans)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_kind_answers_for_an_empty_text(name: str) -> None:
    answer = context("").ask(question(name, **SAMPLES[name]))
    assert answer.holds in (True, False, None)

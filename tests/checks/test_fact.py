"""validator.checks.fact: is something known about the report?"""

from __future__ import annotations

import pytest

from tests.support import REPORT, ask, quoted


@pytest.mark.parametrize("name", ["title", "unit", "title_unit", "unit_type", "report_year", "issued_on"])
def test_known(name: str) -> None:
    assert ask(REPORT, "fact", name).holds is True


@pytest.mark.parametrize("name", ["published_on", "document_number", "addressee"])
def test_not_known(name: str) -> None:
    answer = ask(REPORT, "fact", name)
    assert (answer.holds, answer.spans) == (False, ())


def test_one_of_these_values() -> None:
    assert ask(REPORT, "fact", "unit_type", equals=("township", "town")).holds is True
    assert ask(REPORT, "fact", "unit_type", equals=("street",)).holds is False
    assert ask(REPORT, "fact", "report_year", equals=("2024",)).holds is True


def test_value_and_evidence() -> None:
    answer = ask(REPORT, "fact", "issued_on")
    assert answer.values["value"].zh == "2025-02-18"
    assert quoted(REPORT, answer) == ["2025年2月18日"]

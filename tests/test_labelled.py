"""Folders of labelled reports are tests: the verdicts must fit the labels to the figures that the product promises."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.comparison import Figures, compare
from validator import check

FIXTURES = Path(__file__).parent.parent / "fixtures"
SHARED = Path(__file__).parent.parent.parent / "shared"
FOLDERS = sorted(p.parent for p in FIXTURES.rglob("labels.json"))
REFERENCE = [SHARED / "reports", SHARED / "cases"]
BROKEN = json.loads((FIXTURES / "broken" / "expected.json").read_text("utf-8"))


def assert_good(figures: Figures) -> None:
    told = "\n".join(figures.differences)
    assert figures.is_report == 100, told
    assert figures.elements >= 98, told
    assert figures.false_alarms <= 1, told
    assert figures.missed_gaps <= 1, told
    assert figures.fields >= 96, told
    assert figures.evidence_line >= 98, told
    assert figures.precision >= 95, told
    assert figures.recall >= 92, told


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_fixtures(folder: Path) -> None:
    figures = compare(folder)
    assert figures.files >= 15
    assert_good(figures)


@pytest.mark.parametrize("folder", REFERENCE, ids=lambda p: p.name)
def test_reference_reports(folder: Path) -> None:
    if not (folder / "labels.json").is_file():
        pytest.skip("the reference reports are not part of the project")
    assert_good(compare(folder))


@pytest.mark.parametrize(("name", "status"), BROKEN.items())
def test_broken_files(name: str, status: str) -> None:
    assessment = check((FIXTURES / "broken" / name).read_bytes(), name)
    assert assessment.status == status
    assert (assessment.reason is None) == (status == "assessed")


def test_every_broken_file_is_listed() -> None:
    assert {p.name for p in (FIXTURES / "broken").glob("*.txt")} == set(BROKEN)

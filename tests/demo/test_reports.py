"""validator.demo.reports: any number of reports for benchmarks."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from validator.demo.reports import reports
from validator.pipeline import check, load_pack


@pytest.fixture(scope="module")
def some() -> list[tuple[str, str, str]]:
    return list(reports(400))


def test_names_are_unique_up_to_five_thousand() -> None:
    names = [name for name, *_ in reports(5000, characters=1500)]
    assert len(set(names)) == 5000
    assert len({name[:2] for name in names}) == 5000  # no name is part of another


def test_same_seed_same_reports(some: list[tuple[str, str, str]]) -> None:
    assert list(reports(400)) == some
    assert next(reports(400, seed=2)) != some[0]


@pytest.mark.parametrize("characters", [2000, 5000, 9000])
def test_about_as_long_as_asked(characters: int) -> None:
    sizes = [len(text) for *_, text in reports(60, characters)]
    assert all(abs(size - characters) < 0.25 * characters for size in sizes)


def test_complete_and_of_the_unit(some: list[tuple[str, str, str]]) -> None:
    pack = load_pack()
    for name, file, text in some[:60]:
        found = check(text.encode(), file, pack)
        assert found.verdict == "complete"
        assert name in (found.facts.unit or "") and name in file
        assert (found.facts.report_year, (found.facts.issued_on or "")[:4]) == (2025, "2026")


def test_year_is_the_one_asked_for() -> None:
    *_, text = next(reports(1, year=2024))
    assert "2024年度法治政府建设情况报告" in text and "2025年工作安排" in text and "2026年" not in text


def test_copies_are_planted_and_rare(some: list[tuple[str, str, str]]) -> None:
    bodies = Counter(re.sub(r".*\n", "", text.split("一、", 1)[1], count=1)[:800] for *_, text in some)
    copies = sum(n - 1 for n in bodies.values())
    assert 2 <= copies <= 20  # one in fifty
    sentences = Counter(
        re.sub(r"[\d，、]", "", s) for *_, text in some for s in set(re.split("[。\n]", text)) if len(s) > 40
    )
    assert sum(n > 1 for n in sentences.values()) / len(sentences) < 0.05


def test_nothing_is_left_open(some: list[tuple[str, str, str]]) -> None:
    assert not any(re.search(r"[{}\[\]<>|]", text) for *_, text in some)

"""The same report in every format: the same verdicts, facts and quotations, each with its place in that format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.comparison import compare
from tests.formats import SAMPLES, convert_labelled
from tests.support import pack
from validator.batch import assess_file, assess_files
from validator.model.result import Assessment
from validator.office import program
from validator.sources import Source

SHARED = Path(__file__).parent.parent.parent / "shared"
CASES = sorted(p for p in SAMPLES.iterdir() if p.is_dir())
FORMATS = ("report.html", "typed.docx", "automatic.docx", "report.pdf", "report.ofd")
CONVERTED = ("report.doc", "report.odt")
needs_office = pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")


def said(a: Assessment) -> dict[str, Any]:
    """Return what must be the same in every format."""
    facts = a.facts._replace(spans=())
    results = {r.rule: (r.outcome, r.credit, [e.text for e in r.evidence], _section(r)) for r in a.results}
    return {"status": a.status, "facts": facts, "score": a.score, "missing": a.missing, "results": results}


def _section(result: Any) -> list[str | None]:
    return [e.section for e in result.evidence]


def assert_same(case: Path, file: str, found: Assessment) -> None:
    plain = said(assess_file(Source(str(case / "report.txt")), pack()))
    have = said(found)
    assert have["status"] == plain["status"] == "assessed", (case.name, file, found.reason)
    for part in ("facts", "missing", "score"):
        assert have[part] == plain[part], (case.name, file)
    for rule, want in plain["results"].items():
        assert have["results"][rule] == want, (case.name, file, rule)


def test_there_are_samples() -> None:
    assert len(CASES) >= 3
    for case in CASES:
        assert {p.name for p in case.iterdir()} == {"report.txt", *FORMATS, *CONVERTED}


@pytest.mark.parametrize("file", FORMATS)
@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_same_in_every_format(case: Path, file: str) -> None:
    assert_same(case, file, assess_file(Source(str(case / file)), pack()))


@needs_office
def test_same_through_libreoffice() -> None:
    sources = [Source(str(case / file)) for case in CASES for file in CONVERTED]
    for source, found in zip(sources, assess_files(sources, pack()), strict=True):
        assert found.format == Path(source.path).suffix[1:]
        assert_same(Path(source.path).parent, Path(source.path).name, found)


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_places_are_those_of_the_format(case: Path) -> None:
    text = (case / "report.txt").read_text("utf-8").split("\n")
    page = (case / "report.html").read_text("utf-8").split("\n")
    found = {
        file: assess_file(Source(str(case / file)), pack()) for file in ("report.html", "typed.docx", "report.pdf")
    }
    for rule in range(len(found["report.html"].results)):
        for e in found["report.html"].results[rule].evidence:
            assert page[e.line - 1][e.column - 1 :].startswith(e.text[:6])
        for e in found["typed.docx"].results[rule].evidence:
            assert e.paragraph
            assert e.text[:6] in text[e.paragraph - 1]
        for e in found["report.pdf"].results[rule].evidence:
            assert e.page
            assert e.line


@pytest.mark.skipif(not (SHARED / "cases" / "labels.json").is_file(), reason="the reference reports are elsewhere")
@needs_office
def test_reference_cases_in_other_formats(tmp_path: Path) -> None:
    convert_labelled(SHARED / "cases", tmp_path)
    plain = compare(SHARED / "cases")
    for ending in ("html", "docx", "pdf", "ofd"):
        figures = compare(tmp_path / ending)
        assert figures.files == plain.files
        told = f"{ending}: {json.dumps(figures.differences, ensure_ascii=False, indent=1)}"
        assert (figures.is_report, figures.elements, figures.fields) == (100, plain.elements, plain.fields), told

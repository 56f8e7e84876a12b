"""validator.renderers.rdjsonl: one diagnostic per line, lines without columns."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.formats import as_docx
from tests.renderers.machine import HOSTILE, assessed, changed, hostile, is_harmless, lifted, result, text_of
from tests.support import check, report, run_of
from validator.model.run import Run

OTHER = "通知\n请各单位按时报送报告。\n"


def diagnostics(run: Run, **options: Any) -> list[Any]:
    text = text_of("rdjsonl", run, **options)
    assert text == "" or text.endswith("\n")
    return [json.loads(line) for line in text.splitlines()]


def test_a_diagnostic() -> None:
    (found,) = diagnostics(run_of([assessed("causes")._replace(file="2024/某局.txt")]))
    assert found.pop("message").startswith("没有写明不足的原因。建议：")
    assert found == {
        "location": {"path": "2024/某局.txt", "range": {"start": {"line": 8}}},
        "severity": "ERROR",
        "source": {"name": "chaque"},
        "code": {"value": "causes"},
    }


def test_severities() -> None:
    a = changed(assessed("date"), "placeholder", outcome="partial", credit=50)
    found = [(d["code"]["value"], d["severity"]) for d in diagnostics(run_of([a]))]
    assert found == [("date", "ERROR"), ("placeholder", "WARNING"), ("late-report", "INFO")]


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ((2, 20), {"start": {"line": 1}, "end": {"line": 2}}),
        ((3, 1), {"start": {"line": 1}, "end": {"line": 2}}),
        ((2, 1), {"start": {"line": 1}}),
        ((1, 5), {"start": {"line": 1}}),
    ],
)
def test_ranges_are_whole_lines(end: tuple[int, int], expected: Any) -> None:
    a = assessed("date")
    quote = result(a, "title").evidence[0]._replace(end_line=end[0], end_column=end[1])
    found = diagnostics(run_of([changed(a, "date", evidence=(quote,))]))[0]
    assert found["location"]["range"] == expected


def test_a_word_file_has_no_range() -> None:
    (found,) = diagnostics(run_of([check(as_docx(report("causes")), "a.docx")]), lang="en")
    assert found["location"] == {"path": "a.docx"}
    assert "(paragraph 8 “存在的不足”)" in found["message"]


def test_known_and_lifted_findings_are_left_out() -> None:
    a = changed(lifted(assessed("causes", "date"), "causes"), "date", known=True)
    assert [d["code"]["value"] for d in diagnostics(run_of([a]))] == ["late-report"]


def test_files_that_were_not_assessed() -> None:
    found = diagnostics(run_of([check(b"", "x.txt"), check(OTHER.encode(), "n.txt")]))
    assert [(d["code"]["value"], d["severity"], d["location"]) for d in found] == [
        ("unreadable", "WARNING", {"path": "x.txt"}),
        ("not-this-report", "INFO", {"path": "n.txt"}),
    ]


def test_nothing_found_is_nothing_written() -> None:
    assert text_of("rdjsonl", run_of([])) == text_of("rdjsonl", run_of([assessed()])) == ""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_content(lang: str) -> None:
    found = diagnostics(hostile(), lang=lang)
    assert len(found) > 5
    assert all(len(d["message"].splitlines()) == 1 and is_harmless(d["message"]) for d in found)
    paths = {d["location"]["path"] for d in found}
    assert HOSTILE.replace("\ud800", "\ufffd").replace("\udfff", "\ufffd") + "0" in paths
    assert is_harmless(text_of("rdjsonl", hostile(), lang=lang))

"""validator.renderers.gitlab: an array of issues that GitLab takes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.formats import as_docx
from tests.renderers.machine import HOSTILE, assessed, changed, hostile, is_harmless, lifted, text_of
from tests.support import check, report, run_of
from validator.model.run import Run

OTHER = "通知\n请各单位按时报送报告。\n"
SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def issues(run: Run, **options: Any) -> list[Any]:
    """Return the issues, each with the keys that GitLab asks for."""
    found = json.loads(text_of("gitlab", run, **options))
    assert isinstance(found, list)
    for issue in found:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert all(issue.values())
        assert issue["severity"] in SEVERITIES
        assert issue["location"]["path"]
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({i["fingerprint"] for i in found}) == len(found)
    return found


def test_an_issue() -> None:
    run = run_of([assessed("causes")._replace(file="2024/某局.txt")])
    (found,) = issues(run)
    assert found["description"].startswith("没有写明不足的原因。建议：")
    assert (found["check_name"], found["severity"]) == ("causes", "critical")
    assert found["location"] == {"path": "2024/某局.txt", "lines": {"begin": 8}}


def test_fingerprints_are_those_of_sarif() -> None:
    run = run_of([assessed("causes", "date"), assessed("date", file="b.txt")])
    sarif = json.loads(text_of("sarif", run))["runs"][0]["results"]
    assert {i["fingerprint"] for i in issues(run)} == {
        r["partialFingerprints"]["primaryLocationLineHash"] for r in sarif
    }


@pytest.mark.parametrize(
    ("rule", "outcome", "severity"),
    [
        ("date", "fail", "critical"),
        ("date", "partial", "major"),
        ("date", "unknown", "info"),
        ("date", "error", "minor"),
        ("placeholder", "fail", "major"),
        ("placeholder", "partial", "minor"),
        ("vague-shortcomings", "fail", "info"),
    ],
)
def test_severity_follows_level_and_outcome(rule: str, outcome: str, severity: str) -> None:
    (found,) = issues(run_of([changed(assessed(), rule, outcome=outcome)]))
    assert (found["check_name"], found["severity"]) == (rule, severity)


def test_a_word_file_has_its_place_in_words() -> None:
    (found,) = issues(run_of([check(as_docx(report("causes")), "a.docx")]), lang="en")
    assert found["location"]["lines"]["begin"] == 1
    assert "(paragraph 8 “存在的不足”)" in found["description"]


def test_known_and_lifted_findings_are_left_out() -> None:
    a = changed(lifted(assessed("causes", "date"), "causes"), "date", known=True)
    assert [i["check_name"] for i in issues(run_of([a]))] == ["late-report"]


def test_files_that_were_not_assessed() -> None:
    found = issues(run_of([check(b"", "x.txt"), check(b"", "y.txt"), check(OTHER.encode(), "n.txt")]))
    assert [(i["check_name"], i["severity"], i["location"]["path"]) for i in found] == [
        ("unreadable", "major", "x.txt"),
        ("unreadable", "major", "y.txt"),
        ("not-this-report", "info", "n.txt"),
    ]


def test_nothing_found_is_an_empty_array() -> None:
    assert issues(run_of([])) == issues(run_of([assessed()])) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_content(lang: str) -> None:
    found = issues(hostile(), lang=lang)
    assert all(len(i["description"].splitlines()) == 1 and is_harmless(i["description"]) for i in found)
    paths = {i["location"]["path"] for i in found}
    assert HOSTILE.replace("\ud800", "\ufffd").replace("\udfff", "\ufffd") + "0" in paths
    assert is_harmless(text_of("gitlab", hostile(), lang=lang))

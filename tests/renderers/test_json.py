"""validator.renderers.json: the fixed keys of ``chaque.result/1``."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support import REPORT, check, pack, report, run_of
from validator.pipeline import check as check_as
from validator.renderers import Options, render
from validator.version import __version__

TOP = {"schema", "tool", "pack", "reports", "summary"}
ONE = {"source", "status", "reason", "facts", "score", "score_range", "verdict", "missing", "results"}
FACTS = {"title", "unit", "unit_type", "report_year", "issued_on", "published_on", "document_number", "addressee"}
RESULT = {"rule", "result", "credit", "weight", "level", "message", "fix", "source", "evidence"}
EVIDENCE = {"line", "column", "end_line", "end_column", "text", "section"}
FILES = [
    REPORT.encode(),
    report("causes", "date").encode(),
    "云川县水利局防汛预案\n一、职责\n局长负总责。\n".encode(),
    b"",
]


def rendered(lang: Any = "zh") -> Any:
    return json.loads(render("json", run_of([check(data) for data in FILES]), Options(lang)))


def test_fixed_keys_are_all_there() -> None:
    run = rendered()
    assert set(run) >= TOP
    for one in run["reports"]:
        assert set(one) >= ONE
        assert set(one["facts"]) >= FACTS
        assert set(one["source"]) >= {"path", "format", "sha256", "characters"}
        assert all(set(r) >= RESULT for r in one["results"])
        assert all(set(e) >= EVIDENCE for r in one["results"] for e in r["evidence"])


def test_head() -> None:
    run = rendered()
    assert run["schema"] == "chaque.result/1"
    assert run["tool"] == {"name": "chaque", "version": __version__}
    assert run["pack"] == {"id": "fazhi-zhengfu", "version": pack().version, "sha256": pack().sha256}


def test_summary() -> None:
    assert rendered()["summary"] == {
        "reports": 4,
        "complete": 1,
        "incomplete": 1,
        "undecided": 0,
        "not_this_report": 1,
        "unreadable": 1,
    }


def test_complete_report() -> None:
    one = rendered()["reports"][0]
    assert (one["status"], one["reason"], one["score"], one["score_range"]) == ("assessed", None, 100.0, [100.0, 100.0])
    assert (one["verdict"], one["missing"]) == ("complete", [])
    assert one["facts"]["report_year"] == 2024


def test_incomplete_report() -> None:
    one = rendered()["reports"][1]
    assert one["verdict"] == "incomplete"
    assert set(one["missing"]) == {"causes", "date"}
    causes = next(r for r in one["results"] if r["rule"] == "causes")
    assert (causes["result"], causes["credit"], causes["weight"], causes["level"]) == ("fail", 0.0, 8, "error")
    assert causes["fix"]


def test_passed_results_need_no_fix() -> None:
    assert {r["fix"] for r in rendered()["reports"][0]["results"]} == {None}


@pytest.mark.parametrize("index", [2, 3])
def test_not_assessed(index: int) -> None:
    one = rendered()["reports"][index]
    assert one["reason"]
    assert (one["score"], one["score_range"], one["verdict"], one["results"]) == (None, None, None, [])


def test_rule_ids_of_the_labels_are_there() -> None:
    rules = {r["rule"] for r in rendered()["reports"][0]["results"]}
    labels = (
        "title achievements shortcomings causes first-responsible-person next-year-plan other-matters issuing-body date "
        "late-report late-publication year-conflict numbering-gap count-mismatch placeholder personal-data damaged-text"
    )
    assert set(labels.split()) <= rules


def test_languages() -> None:
    assert "缺少" in json.dumps(rendered("zh"), ensure_ascii=False)
    english = rendered("en")
    shown = [r["message"] + str(r["fix"]) + r["title"] for r in english["reports"][1]["results"] if r["rule"] == "date"]
    assert shown[0].startswith("There is no date of issue.")


def test_characters_are_written_as_they_are() -> None:
    data = render("json", run_of([check(REPORT.encode())]), Options())
    assert "云川县".encode() in data
    assert data.endswith(b"\n")


def test_lone_surrogates_in_a_path_can_be_written() -> None:
    assessment = check_as(REPORT.encode(), name="\udce4.txt")
    assert render("json", run_of([assessment]), Options())


def test_no_files() -> None:
    run = json.loads(render("json", run_of([]), Options()))
    assert (run["reports"], run["summary"]["reports"]) == ([], 0)

"""validator.renderers.jsonl: one object per line."""

from __future__ import annotations

import json

from tests.support import REPORT, check, report, run_of
from validator.renderers import Options, render


def test_lines_are_the_reports_of_the_json_format() -> None:
    assessments = [check(REPORT.encode()), check(report("date").encode()), check(b"")]
    lines = render("jsonl", run_of(assessments), Options()).decode().splitlines()
    whole = json.loads(render("json", run_of(assessments), Options()))
    assert [json.loads(line) for line in lines] == whole["reports"]


def test_nothing() -> None:
    assert render("jsonl", run_of([]), Options()) == b""


def test_language() -> None:
    line = render("jsonl", run_of([check(report("date").encode())]), Options("en")).decode()
    assert "There is no date of issue." in line

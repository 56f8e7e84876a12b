"""validator.renderers.junit: valid by the schema, right totals, a case per rule."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.formats import as_docx
from tests.renderers.machine import HOSTILE, assessed, changed, hostile, is_harmless, lifted, text_of
from tests.support import check, pack, report, run_of
from validator.model.run import Run
from validator.words import Words

SCHEMA = Path(__file__).parent / "schemas" / "junit.xsd"
OTHER = "通知\n请各单位按时报送报告。\n"


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(SCHEMA)))


def suites(run: Run, **options: Any) -> Any:
    """Return the root, after the schema has been asked."""
    data = text_of("junit", run, **options).encode()
    root = etree.fromstring(data)
    schema().assertValid(root)
    return root


def case_of(root: Any, rule: str) -> Any:
    (found,) = [c for c in root.iter("testcase") if c.get("name", "").split()[0] == rule]
    return found


def only(case: Any) -> Any:
    (child,) = case
    return child


def test_a_suite_per_report_and_a_case_per_rule() -> None:
    root = suites(run_of([assessed(), assessed("date")._replace(file="2024/某局.txt")]))
    assert [s.get("name") for s in root] == ["a.txt", "2024/某局.txt"]
    for suite in root:
        assert [c.get("name", "").split()[0] for c in suite.iter("testcase")] == [r.id for r in pack().rules]
        assert {c.get("classname") for c in suite.iter("testcase")} == {"fazhi-zhengfu"}
    assert case_of(root[0], "date").get("name") == "date 成文日期"


def test_totals() -> None:
    files = [assessed("causes", "date"), check(b"", "x.txt"), check(OTHER.encode(), "n.txt")]
    root = suites(run_of(files))
    for suite in root:
        cases = suite.findall("testcase")
        assert suite.get("tests") == str(len(cases))
        for total, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert suite.get(total) == str(len(suite.findall(f"testcase/{tag}")))
    assert [root.get(t) for t in ("tests", "failures", "errors")] == [str(len(pack().rules) + 2), "2", "2"]


def test_no_files() -> None:
    root = suites(run_of([]))
    assert (len(root), root.get("tests")) == (0, "0")


def test_failures() -> None:
    root = suites(run_of([changed(assessed("date"), "shortcomings", outcome="partial", credit=50)]))
    date = only(case_of(root, "date"))
    assert (date.tag, date.get("type"), date.text) == ("failure", "date", None)
    assert (date.get("message") or "").startswith("没有成文日期。建议：")
    partial = only(case_of(root, "shortcomings"))
    assert (partial.tag, partial.text) == ("failure", "第8行“存在的不足”")


def test_a_word_file_has_places_in_words() -> None:
    root = suites(run_of([check(as_docx(report("causes")), "a.docx")]), lang="en")
    failure = only(case_of(root, "causes"))
    assert failure.text == "paragraph 8 “存在的不足”"
    assert "paragraph 8" in (failure.get("message") or "")


def test_open_questions_are_errors() -> None:
    a = changed(assessed("date"), "title", outcome="error", credit=None, message=Words("太慢", "slow"))
    root = suites(run_of([a]))
    assert (only(case_of(root, "late-report")).tag, only(case_of(root, "late-report")).get("type")) == (
        "error",
        "unknown",
    )
    assert (only(case_of(root, "title")).tag, only(case_of(root, "title")).get("message")) == ("error", "太慢。")


def test_passed_cases_are_empty() -> None:
    assert len(case_of(suites(run_of([assessed()])), "title")) == 0


@pytest.mark.parametrize("outcome", ["not_applicable", "not_checked", "not_selected"])
def test_what_was_not_asked_is_skipped(outcome: str) -> None:
    root = suites(run_of([changed(assessed(), "date", outcome=outcome, message=Words("不用查", "no need"))]))
    skipped = only(case_of(root, "date"))
    assert (skipped.tag, skipped.get("type"), skipped.get("message")) == ("skipped", outcome, "不用查。")


def test_known_findings_are_skipped() -> None:
    root = suites(run_of([changed(assessed("date"), "date", known=True)]))
    skipped = only(case_of(root, "date"))
    assert (skipped.tag, skipped.get("type")) == ("skipped", "known")
    assert skipped.get("message") == "基线里的已知问题：没有成文日期。"


@pytest.mark.parametrize("outcome", ["pass", "not_applicable", "waived"])
def test_lifted_findings_are_skipped_with_the_remark(outcome: Any) -> None:
    skipped = only(case_of(suites(run_of([lifted(assessed("date"), "date", outcome)])), "date"))
    assert (skipped.tag, skipped.get("type")) == ("skipped", "waived")
    assert "另文说明" in (skipped.get("message") or "")


def test_what_a_reviewer_finds_wanting_fails() -> None:
    failure = only(case_of(suites(run_of([lifted(assessed(), "date", "fail")])), "date"))
    assert failure.tag == "failure"
    assert "另文说明" in (failure.get("message") or "")


def test_files_that_were_not_assessed() -> None:
    root = suites(run_of([check(b"", "x.txt"), check(OTHER.encode(), "n.txt")]))
    shut, other = (only(only_case) for suite in root for only_case in suite.findall("testcase"))
    assert (shut.tag, shut.get("type")) == ("error", "unreadable")
    assert "文件是空的" in (shut.get("message") or "")
    assert (other.tag, other.get("type")) == ("skipped", "not-this-report")


def test_properties() -> None:
    root = suites(run_of([assessed("date"), check(b"", "x.txt")]))
    found = [{p.get("name"): p.get("value") for p in suite.iter("property")} for suite in root]
    score = assessed("date").score
    assert score
    assert found[0] == {
        "pack": "fazhi-zhengfu",
        "pack version": pack().version,
        "unit": "云川县青禾镇人民政府",
        "year": "2024",
        "verdict": "incomplete",
        "score": str(score.value),
        "low": str(score.low),
        "high": str(score.high),
    }
    assert found[1] == {"pack": "fazhi-zhengfu", "pack version": pack().version}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_content(lang: str) -> None:
    root = suites(hostile(), lang=lang)
    assert {e.tag for e in root.iter()} == {
        "testsuites", "testsuite", "properties", "property", "testcase", "failure", "error", "skipped",
    }  # fmt: skip
    assert is_harmless(text_of("junit", hostile(), lang=lang))
    assert "<script>alert(1)</script> ]]> -->" in (root[0].get("name") or "")
    assert "\n" not in (root[0].get("name") or "")
    assert HOSTILE[:12] in (only(case_of(root[0], "date")).text or "")

"""validator.renderers.pointing: places in files, and the line that is said there."""

from __future__ import annotations

import pytest

from tests.formats import as_docx
from tests.renderers.machine import HOSTILE, assessed, changed, is_harmless, lifted
from tests.support import check, report, run_of
from validator.model.result import Assessment, Evidence
from validator.privacy import without_quotes
from validator.renderers.findings import Finding, findings
from validator.renderers.places import file_of
from validator.renderers.pointing import MAX_MESSAGE, START, explained, refused, region
from validator.words import Words


def finding(a: Assessment, rule: str) -> Finding:
    return next(f for f in findings(run_of([a])) if f.rule.id == rule)


def test_a_quotation_is_pointed_at() -> None:
    assert region(finding(assessed("causes"), "causes")) == (8, 3, 8, 8)


def test_what_is_missing_points_at_the_title() -> None:
    assert region(finding(assessed("date"), "date")) == (1, 1, 2, 20)


@pytest.mark.parametrize("outcome", ["fail", "partial"])
def test_a_bad_title_is_not_pointed_at(outcome: str) -> None:
    a = changed(assessed("date"), "title", outcome=outcome)
    assert region(finding(a, "date")) == START


def test_without_a_title_the_first_line_is_pointed_at() -> None:
    assert region(finding(changed(assessed("date"), "title", evidence=()), "date")) == START


@pytest.mark.parametrize("format_", ["docx", "doc", "odt", "rtf", "wps", "pdf", "ofd", "mht"])
def test_files_without_lines_are_pointed_at_as_a_whole(format_: str) -> None:
    assert region(finding(assessed("causes")._replace(format=format_), "causes")) == START


def test_an_end_is_never_before_its_start() -> None:
    a = changed(assessed("date"), "date", evidence=(Evidence(5, 4, 3, 9, "x"),))
    assert region(finding(a, "date")) == (5, 4, 5, 4)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", "没有写明不足的原因。（第8段“存在的不足”）建议：请在每条不足后面"),
        ("en", "The causes of the shortcomings are missing. (paragraph 8 “存在的不足”) Advice: Add a sentence"),
    ],
)
def test_a_place_in_a_word_file_is_told_in_words(lang: str, expected: str) -> None:
    a = check(as_docx(report("causes")), "a.docx")
    assert explained(finding(a, "causes"), lang).startswith(expected)  # type: ignore[arg-type]


def test_where_there_are_lines_the_place_is_not_repeated() -> None:
    assert explained(finding(assessed("causes"), "causes"), "zh").startswith("没有写明不足的原因。建议：")


def test_removed_quotations_leave_the_place() -> None:
    run = without_quotes(run_of([check(as_docx(report("causes")), "a.docx")]))
    found = next(f for f in findings(run) if f.rule.id == "causes")
    assert "（第8段）" in explained(found, "zh")


def test_an_open_question_needs_no_advice() -> None:
    assert "建议" not in explained(finding(assessed("date"), "late-report"), "zh")


def test_a_decision_is_told() -> None:
    said = explained(finding(lifted(assessed(), "date", "fail"), "date"), "zh")
    assert "另文说明（云川县司法局，2025-03-01）。建议：" in said


def test_messages_end_somewhere() -> None:
    a = changed(assessed("date"), "date", message=Words("长" * 5000, "x" * 5000))
    assert len(explained(finding(a, "date"), "zh")) == MAX_MESSAGE


def test_hostile_words_stay_on_their_line() -> None:
    quote = Evidence(1, 1, 1, 2, HOSTILE, HOSTILE, paragraph=1)
    a = changed(assessed("date")._replace(format="docx"), "date", evidence=(quote,), message=Words(HOSTILE, HOSTILE))
    said = explained(finding(a, "date"), "zh")
    assert len(said.splitlines()) == 1
    assert is_harmless(said)
    assert said.encode()


def test_the_path_is_that_from_the_top_of_the_project() -> None:
    a = assessed(file="./x/a.txt")
    assert file_of(a._replace(file="2024/某局.txt")) == "2024/某局.txt"
    assert file_of(a._replace(file="")) == "x/a.txt"
    assert file_of(a._replace(file="\udce4.txt")) == "\ufffd.txt"
    assert file_of(a._replace(file="", path="")) == "-"


def test_why_a_file_was_not_assessed() -> None:
    empty = check(b"")
    assert refused(empty, "zh") == "读不了：文件是空的，没有内容可查。"
    assert refused(empty._replace(reason=None), "en") == "unreadable"

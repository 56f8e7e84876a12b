"""validator.renderers.findings: what is told, how loud, and fingerprints that outlive edits."""

from __future__ import annotations

import io

import docx
import pytest

from tests.formats import as_docx
from tests.renderers.machine import assessed, changed, lifted, result
from tests.support import REPORT, check, pack, report, run_of
from validator.model.result import Assessment, Evidence, Outcome
from validator.model.run import Run
from validator.privacy import without_quotes
from validator.renderers.findings import findings, known, level, told, unassessed


def prints(*reports: Assessment) -> list[dict[str, str]]:
    """Return rule → fingerprint, per report."""
    found = findings(run_of(reports))
    return [{f.rule.id: f.fingerprint for f in found if f.report is a} for a in reports]


def test_a_finding_knows_its_rule_and_its_place() -> None:
    found = findings(run_of([assessed("date")]))
    assert [f.rule.id for f in found] == [f.result.rule for f in found] == [r.id for r in pack().rules]
    assert [f.place for f in found] == list(range(len(pack().rules)))


def test_fingerprints_have_sixteen_digits_and_an_ordinal() -> None:
    (one,) = prints(assessed("date"))
    assert all(len(p) == 18 and p.endswith(":1") and int(p[:16], 16) >= 0 for p in one.values())
    assert len(set(one.values())) == len(one)


def test_moved_lines_keep_their_fingerprints() -> None:
    text = report("causes", "date")
    moved = text.replace("一、", "\n\n\n一、", 1).replace("\n二、", "\n\n二、")
    before, after = check(text.encode()), check(moved.encode())
    assert result(before, "causes").evidence[0].line != result(after, "causes").evidence[0].line
    assert prints(before) == prints(after)


def test_a_file_saved_anew_keeps_its_fingerprints() -> None:
    data, saved = as_docx(report("causes", "date")), io.BytesIO()
    document = docx.Document(io.BytesIO(data))
    document.core_properties.revision = 7
    document.save(saved)
    before, after = check(data, "a.docx"), check(saved.getvalue(), "a.docx")
    assert before.sha256 != after.sha256
    assert prints(before) == prints(after)


def test_a_renamed_file_keeps_its_fingerprints() -> None:
    assert prints(assessed("date", file="a.txt")) == prints(assessed("date", file="2024/b.txt"))


def test_without_a_unit_the_file_counts() -> None:
    nameless = [assessed("date", file=name)._replace(file=name) for name in ("a.txt", "b.txt")]
    one, other = prints(*(a._replace(facts=a.facts._replace(unit=None)) for a in nameless))
    assert one["date"][:16] != other["date"][:16]


def test_an_edit_of_the_quoted_words_changes_the_fingerprint() -> None:
    text = report("causes")
    before, after = prints(check(text.encode()))[0], prints(check(text.replace("存在的不足", "主要不足").encode()))[0]
    assert before["causes"] != after["causes"]
    assert before["date"] == after["date"]


def test_the_rest_of_the_text_does_not_change_what_is_missing() -> None:
    before, after = prints(assessed("date"))[0], prints(check(report("date").replace("46次", "47次").encode()))[0]
    assert before["date"] == after["date"]


def test_white_space_does_not_count() -> None:
    quotes = [Evidence(3, 1, 3, 5, text) for text in ("甲 乙", "甲乙")]
    one, other = (prints(changed(assessed(), "date", evidence=(q,), fingerprint=""))[0] for q in quotes)
    assert one["date"] == other["date"]


def test_removed_quotations_change_no_fingerprint() -> None:
    run = run_of([assessed("causes", "date")])
    assert [f.fingerprint for f in findings(run)] == [f.fingerprint for f in findings(without_quotes(run))]


def test_reports_of_one_unit_are_counted() -> None:
    first, second = prints(assessed("date"), assessed("date"))
    assert [first["date"][16:], second["date"][16:]] == [":1", ":2"]
    assert first["date"][:16] == second["date"][:16]


@pytest.mark.parametrize("decided", [False, True])
def test_known_or_decided_keeps_the_fingerprint(decided: bool) -> None:
    a = assessed("date")
    after = lifted(a, "date") if decided else changed(a, "date", known=True)
    assert prints(a) == prints(after)


def test_told_is_what_is_open_the_loudest_first() -> None:
    a = changed(assessed("causes", "plan", "date"), "placeholder", outcome="fail", credit=0)
    assert [f.rule.id for f in told(findings(run_of([a])))] == [
        "next-year-plan", "causes", "date", "placeholder", "late-report",
    ]  # fmt: skip


def test_known_and_lifted_are_not_told() -> None:
    a = changed(lifted(assessed("causes", "plan", "date"), "causes"), "date", known=True)
    found = findings(run_of([a]))
    assert [f.rule.id for f in told(found)] == ["next-year-plan", "late-report"]
    assert known(found) == 1


def test_what_a_reviewer_finds_wanting_is_told() -> None:
    a = lifted(assessed(), "shortcomings", "fail")
    assert [f.rule.id for f in told(findings(run_of([a])))] == ["shortcomings"]


@pytest.mark.parametrize(
    ("outcome", "expected"), [("fail", "error"), ("partial", "error"), ("unknown", "info"), ("error", "warning")]
)
def test_level(outcome: Outcome, expected: str) -> None:
    (found,) = told(findings(run_of([changed(check(REPORT.encode()), "date", outcome=outcome)])))
    assert level(found) == expected


def test_files_that_were_not_assessed() -> None:
    files = [check(b"", "a.txt"), check(REPORT.encode()), check("通知\n请各单位报送。\n".encode(), "b.txt")]
    assert [(a.path, loud) for a, loud in unassessed(run_of(files))] == [("a.txt", "warning"), ("b.txt", "info")]
    assert findings(Run(tuple(files[::2]), {pack().id: pack()})) == []

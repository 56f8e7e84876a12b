"""validator.baseline: known findings, by file, rule, evidence and how often."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tests.support import REPORT, pack, report
from validator import check
from validator.baseline import Entry, compared, parsed, pruned, updated, written
from validator.errors import UsageError
from validator.model.result import Assessment
from validator.scoring import fails, gate

TODAY = date(2026, 3, 1)
RULES = {r.id: r for r in pack().rules}


def of(*without: str, name: str = "a.txt", text: str | None = None) -> Assessment:
    return check((text or report(*without)).encode(), name)


def known(*assessments: Assessment, old: tuple[Entry, ...] = (), scope: bool = False) -> tuple[Entry, ...]:
    return updated(assessments, lambda _, r: fails(gate("error"), RULES[r.rule], r), old, lambda _: scope)


def marked(a: Assessment) -> list[str]:
    return [r.rule for r in a.results if r.known]


def test_what_is_in_the_baseline_is_known() -> None:
    entries = known(of("causes", "date"))
    assert [(e.rule, e.times) for e in entries] == [("causes", 1), ("date", 1)]
    found = compared([of("causes", "date")], entries, TODAY, lambda _: False)
    assert marked(found.assessments[0]) == ["causes", "date"]
    assert (found.gone, found.expired) == ((), ())


def test_what_is_new_is_not_known() -> None:
    found = compared([of("causes", "date")], known(of("causes")), TODAY, lambda _: False)
    assert marked(found.assessments[0]) == ["causes"]


def test_moved_lines_do_not_matter() -> None:
    text = "\n\n" + report("causes").replace("\n（", "\n\n（")
    found = compared([of(text=text)], known(of("causes")), TODAY, lambda _: False)
    assert marked(found.assessments[0]) == ["causes"]


def test_another_quotation_is_another_finding() -> None:
    first, second = (report("date") + f"云川县青禾镇人民政府\n2025年{m}月\n" for m in (2, 3))
    entries = known(of(text=first))
    assert "date" in [e.rule for e in entries]
    assert "date" in marked(compared([of(text=first)], entries, TODAY, lambda _: False).assessments[0])
    assert "date" not in marked(compared([of(text=second)], entries, TODAY, lambda _: False).assessments[0])


def test_more_of_the_same_is_new() -> None:
    once = report().replace("46次", "XX次", 1)
    twice = once.replace("12件", "XX次", 1)
    entries = updated([of(text=once)], lambda _, r: fails(gate("strict"), RULES[r.rule], r), (), lambda _: False)
    assert [e.rule for e in entries] == ["placeholder"]
    assert marked(compared([of(text=once)], entries, TODAY, lambda _: False).assessments[0]) == ["placeholder"]
    assert marked(compared([of(text=twice)], entries, TODAY, lambda _: False).assessments[0]) == []


def test_what_is_gone_is_told_and_pruned() -> None:
    entries = known(of("causes", "date"))
    found = compared([of("causes")], entries, TODAY, lambda _: False)
    assert [e.rule for e in found.gone] == ["date"]
    assert [e.rule for e in pruned(entries, found.gone)] == ["causes"]


def test_files_that_were_not_met_are_gone_only_in_scope() -> None:
    entries = known(of("causes"), of("date", name="b.txt"))
    assert compared([of("causes")], entries, TODAY, lambda _: False).gone == ()
    assert [e.file for e in compared([of("causes")], entries, TODAY, lambda f: f == "b.txt").gone] == ["b.txt"]
    assert {e.file for e in known(of("causes"), old=entries)} == {"a.txt", "b.txt"}
    assert {e.file for e in known(of("causes"), old=entries, scope=True)} == {"a.txt"}


def test_a_file_that_cannot_be_read_keeps_its_entries() -> None:
    entries = known(of("causes"))
    unreadable = check(b"", "a.txt")
    assert compared([unreadable], entries, TODAY, lambda _: True).gone == ()
    assert known(unreadable, old=entries, scope=True) == entries


def test_until() -> None:
    entries = tuple(e._replace(until="2026-02-28", reason="首年试行") for e in known(of("causes")))
    found = compared([of("causes")], entries, TODAY, lambda _: False)
    assert marked(found.assessments[0]) == []
    assert [e.reason for e in found.expired] == ["首年试行"]
    assert compared([of("causes")], entries, date(2026, 2, 28), lambda _: False).expired == ()
    assert [(e.reason, e.until) for e in known(of("causes"), old=entries)] == [("首年试行", "2026-02-28")]


def test_the_file_is_sorted_one_entry_per_line_and_read_back() -> None:
    entries = known(of("causes", name="b.txt"), of("date", "causes"))
    data = written(reversed(list(entries)), pack())  # type: ignore[arg-type]
    assert parsed(data, "b.json") == entries
    assert len(data.decode().splitlines()) == len(entries) + 2
    assert json.loads(data)["pack"]["id"] == "fazhi-zhengfu"
    assert parsed(written((), pack()), "b.json") == ()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'{"schema": 2, "entries": []}',
        b'{"schema": 1, "entries": [{"file": "a"}]}',
        b'{"schema": 1, "entries": [{"file": "a", "rule": "b", "result": "fail", "evidence": "c", "count": "1"}]}',
        b'{"schema": 1, "entries": [{"file": "a", "rule": "b", "result": "fail", "evidence": "c", "count": 1, "until": "x"}]}',
    ],
)
def test_files_that_are_no_baseline(data: bytes) -> None:
    with pytest.raises(UsageError) as raised:
        parsed(data, "b.json")
    assert raised.value.where.startswith("b.json")


def test_a_complete_report_needs_none() -> None:
    assert known(of(text=REPORT)) == ()

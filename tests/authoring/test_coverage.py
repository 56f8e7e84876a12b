"""validator.authoring.coverage and difference: what a pack does on real reports."""

from __future__ import annotations

from pathlib import Path

from tests.support import PACK, ROOT, SHORT, document, facts, outline, pack, report, write_pack
from validator import check
from validator.authoring.coverage import Coverage, coverage
from validator.authoring.difference import Change, changes
from validator.authoring.parts import told
from validator.batch import Reading
from validator.packs import load


def reading(text: str) -> Reading:
    return Reading(document(text), outline(text), facts(text))


def counted(*texts: str | None) -> tuple[Coverage, dict[str, int]]:
    found = coverage((None if t is None else reading(t) for t in texts), pack())
    return found, {f"{c.sort} {told(c.path, pack())}": c.files for c in found.counts}


def test_rules_rungs_elements_and_patterns_are_counted_by_file() -> None:
    found, by_part = counted(report(), report("causes"), "县委：\n关于做好工作的通知", None)
    assert (found.reports, found.others) == (2, 2)
    assert by_part["rule rules.causes"] == 1
    assert by_part["rung rules.shortcomings.grade[1]"] == 2
    assert by_part["rung rules.shortcomings.grade[2]"] == 0
    assert by_part["element elements.shortcomings"] == 2
    assert by_part["element elements.other_matters"] == 0
    assert by_part["pattern elements.causes.mention[3]"] == 1


def test_every_part_is_listed_once_even_if_nothing_fires() -> None:
    found, by_part = counted()
    assert found.reports == 0 and set(by_part.values()) == {0}
    assert len(by_part) == len(found.counts)
    assert sum(c.sort == "rule" for c in found.counts) == len(pack().rules)
    assert not any(told(c.path, pack()).startswith("recognise") for c in found.counts)


def test_changes(tmp_path: Path) -> None:
    text = "青禾镇报告\n一、成效\n检查3次。\n离要求还有差距。\n"
    old = load(write_pack(tmp_path / "a", PACK))
    new = load(
        write_pack(
            tmp_path / "b",
            PACK.replace("mention: ['还有差距']", "mention: ['还有错']")
            .replace("id: word", "id: other")
            .replace("离要求还有差距", "离要求还有错"),
        )
    )
    pairs = [(check(text.encode(), "a.txt", old), check(text.encode(), "a.txt", new))]
    assert list(changes(pairs)) == [
        Change("a.txt", "shortcomings", "partial 50%", "fail", 4, "离要求还有差距"),
        Change("a.txt", "word", "pass", ""),
        Change("a.txt", "other", "", "pass"),
    ]
    assert list(changes([(p, p) for p, _ in pairs])) == []


def test_a_file_that_is_no_report_any_more(tmp_path: Path) -> None:
    old = load(write_pack(tmp_path / "a", PACK))
    new = load(write_pack(tmp_path / "b", PACK.replace("['报告']", "['总结']")))
    pair = (check(SHORT.encode(), "a.txt", old), check(SHORT.encode(), "a.txt", new))
    assert list(changes([pair])) == [Change("a.txt", "", "assessed", "not_this_report")]


def test_real_reports_use_most_of_the_pack() -> None:
    texts = [p.read_text("utf-8") for p in sorted((ROOT / "fixtures" / "labelled" / "valid").glob("*.txt"))]
    found = coverage(map(reading, texts), pack())
    assert found.reports >= len(texts) - 2
    rungs = [c for c in found.counts if c.sort == "rung"]
    assert sum(c.files > 0 for c in rungs) > len(rungs) / 2

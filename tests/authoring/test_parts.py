"""validator.authoring.parts: naming and changing the parts of a pack."""

from __future__ import annotations

from pathlib import Path

from tests.support import PACK, place, question, write_pack
from validator.authoring import parts
from validator.authoring.places import norms_of, places_of
from validator.authoring.places import place as stands
from validator.packs import load


def test_every_pattern_is_found_with_its_path(tmp_path: Path) -> None:
    pack = load(write_pack(tmp_path))
    found = {parts.told(w.path, pack): w.source for w in parts.patterns(pack)}
    assert found == {
        "elements.shortcomings.heading[1]": "不足",
        "elements.shortcomings.mention[1]": "还有差距",
        "elements.plan.heading[1]": "安排",
        "recognise.accept.text[1]": "报告",
        "rules.word.grade[1].when.not.text[1]": "错词",
    }
    assert all(parts.at(pack, w.path) == w.source for w in parts.patterns(pack))


def test_changed_and_without_leave_the_rest_alone(tmp_path: Path) -> None:
    pack = load(write_pack(tmp_path))
    path = ("elements", "plan", "heading", 0)
    other = parts.changed(pack, path, "计划")
    assert other.elements["plan"].heading == ("计划",)
    assert pack.elements["plan"].heading == ("安排",)
    assert other._replace(elements=pack.elements) == pack
    assert [r.credit for r in parts.without(pack, ("rules", 0, "grade", 0)).rules[0].grade] == [50]


def test_names_in_a_condition_inside_conditions(tmp_path: Path) -> None:
    pack = load(write_pack(tmp_path))
    inner = question("mention", "shortcomings", outside=("plan", "unknown"))
    assert parts.names_in(question("not", inner), pack) == {"shortcomings", "plan"}
    assert parts.names_in(question("order", ("plan",)), pack) == {"plan"}


def test_places_are_those_of_the_file(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    pack, places = load(folder), places_of(folder)
    path = ("rules", 1, "grade", 0, "when", "not_", "text", 0)
    assert stands(path, pack, places) == f"{tmp_path / 'pack.yaml'}:{place(PACK, chr(39) + '错词')}"
    assert stands(("rules", 1, "grade", 0, "when", "not_", "unless", 3), pack, places).endswith(
        place(PACK, "not: {text: ['错词']")
    )
    assert norms_of(folder) == {"law": "某规定"}


def test_rules_of_included_files_are_found_by_their_ids(tmp_path: Path) -> None:
    head, rules = PACK.split("rules:\n")
    one, two = rules.split("  - id: word")
    folder = write_pack(tmp_path, f"{head}include: [more.yaml]\nrules:\n{one}", more=f"rules:\n  - id: word{two}")
    pack = load(folder)
    assert stands(("rules", 1, "say"), pack, places_of(folder)).startswith(f"{tmp_path / 'more.yaml'}:11:")

"""validator.packs.build: validated data become the pack that the engine uses."""

from __future__ import annotations

from pathlib import Path

from tests.support import PACK, pack, question, write_pack
from validator.packs import load

FULL = PACK.replace("    level: error", "    applies: {unit_type: [town], report_year: {from: 2019, to: 2030}}\n    level: error", 1).replace(
    "    grade:", "    requires:\n      when: {any: [{section: plan}, {not: {mention: shortcomings}}]}\n      say: {zh: 没有, en: none}\n    absent: not_applicable\n    grade:", 1
)  # fmt: skip


def test_all_parts_of_a_rule(tmp_path: Path) -> None:
    rule = load(write_pack(tmp_path, FULL)).rules[0]
    assert (rule.unit_types, rule.year_from, rule.year_to, rule.absent) == (("town",), 2019, 2030, "not_applicable")
    assert rule.without.en == "none"
    expected = question("any", (question("section", "plan"), question("not", question("mention", "shortcomings"))))
    assert rule.requires == expected


def test_questions_have_the_defaults_of_their_kind(tmp_path: Path) -> None:
    small = load(write_pack(tmp_path))
    assert small.rules[0].grade[0].when == question("section", "shortcomings")
    assert small.rules[1].grade[0].when == question("not", question("text", ("错词",), within="body"))


def test_elements_and_tests(tmp_path: Path) -> None:
    small = load(write_pack(tmp_path))
    assert small.elements["shortcomings"].heading == ("不足",)
    assert small.elements["plan"].mention == ()
    assert [(t.want, t.credit, t.todo) for t in small.rules[0].tests] == [
        ("pass", None, False),
        ("partial", 50, False),
        ("fail", None, False),
    ]


def test_path_and_hash_are_kept(tmp_path: Path) -> None:
    small = load(write_pack(tmp_path))
    assert small.path == str(tmp_path / "pack.yaml")
    assert len(small.sha256) == 64
    assert pack().sha256 != small.sha256

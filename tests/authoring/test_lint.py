"""validator.authoring.lint: what is probably wrong in a pack that loads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import PACK, place, question, write_pack
from validator.authoring.lint import Finding, lint
from validator.authoring.lint.grades import implies
from validator.packs import available, load

PLAN = "  plan:\n    title: {zh: 安排, en: plan}\n    heading: ['安排']\n"
SMALL = PACK.replace(PLAN, "")
EXAMPLE = '      - {want: pass, doc: "一、存在的不足\\n力量不够。"}\n'


def linted(folder: Path, text: str) -> list[Finding]:
    name = write_pack(folder, text)
    return lint(load(name), name)


@pytest.mark.parametrize("name", available())
def test_the_built_in_packs_have_no_errors(name: str) -> None:
    assert [f for f in lint(load(name), name) if f.severity == "error"] == []


def test_the_built_in_pack_is_clean() -> None:
    assert lint(load("fazhi-zhengfu"), "fazhi-zhengfu") == []


def test_the_small_pack_is_clean_but_for_the_element_that_nothing_uses(tmp_path: Path) -> None:
    assert linted(tmp_path / "a", SMALL) == []
    found = linted(tmp_path / "b", PACK)
    assert {f.check for f in found} == {"unmatched-pattern", "unused-element"}


def change(old: str, new: str) -> str:
    assert old in SMALL
    return SMALL.replace(old, new, 1)


CASES = {
    "same condition twice": (
        change("{mention: shortcomings}", "{section: shortcomings}"),
        ("error", "unreachable-rung", "credit: 0.5"),
    ),
    "lower limit below": (
        change("when: {section: shortcomings}", "when: {section: shortcomings, min_chars: 2}").replace(
            "when: {mention: shortcomings}", "when: {section: shortcomings, min_chars: 9}"
        ),
        ("error", "unreachable-rung", "credit: 0.5"),
    ),
    "credit rises": (change("credit: 1.0", "credit: 0.3"), ("error", "rising-credit", "credit: 0.5")),
    "pattern that no example needs": (
        change("heading: ['不足']", "heading: ['不足', '缺点']"),
        ("warning", "unmatched-pattern", "'缺点'"),
    ),
    "exclusion that excludes nothing": (
        change("heading: ['不足']", "heading: ['不足']\n    not_heading: ['成效']"),
        ("warning", "idle-exclusion", "'成效'"),
    ),
    "anchor that hides": (
        change("heading: ['不足']", "heading: ['不足|短板']\n    anchors: [不足]"),
        ("warning", "hiding-anchors", "anchors: [不足]"),
    ),
    "slow pattern": (change("['错词']", "['错词', '(?:错|错)*词']"), ("error", "slow-pattern", "'(?:错|错)*词'")),
    "Chinese quotes": (change("['错词']", "['错词', ‘错字’]"), ("warning", "chinese-quotes", "‘错字’")),
    "long text": (change("zh: 没有写", f"zh: {'没有写' * 30}"), ("warning", "long-text", "say: {zh: 没有写没")),
    "no English": (change("en: Missing", "en: 没有写"), ("warning", "no-english", "say: {zh: 没有写")),
    "blank in a text that is not filled": (
        change("fix: {zh: 补上, en: Add it}", 'fix: {zh: "补上{found}", en: "Add {found}"}'),
        ("error", "unfilled-blank", "fix: {zh: \"补上"),
    ),
    "norm that nothing cites": (
        change("  law:", "  old: {zh: 旧规定, en: Old rule}\n  law:"),
        ("warning", "unused-norm", "old:"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_findings(tmp_path: Path, case: str) -> None:
    text, (severity, check, marker) = CASES[case]
    found = {(f.severity, f.check, f.where) for f in linted(tmp_path, text)}
    assert (severity, check, f"{tmp_path / 'pack.yaml'}:{place(text, marker)}") in found
    assert all(f.what.zh and f.what.en and f.hint.zh and f.hint.en for f in linted(tmp_path, text))


def test_two_rules_that_ask_the_same(tmp_path: Path) -> None:
    _, rule = SMALL.split("  - id: word")
    found = [f for f in linted(tmp_path, f"{SMALL}  - id: again{rule}") if f.check == "same-rule"]
    assert [f.what.zh for f in found] == ["“again”和“word”的条件一样"]
    assert found[0].where.endswith(f"pack.yaml:{place(f'{SMALL}  - id: again{rule}', 'id: again')}")


def test_a_heading_of_one_thing_that_two_elements_claim(tmp_path: Path) -> None:
    wide = "  weak:\n    title: {zh: 短, en: weak}\n    heading: ['存在']\n"
    text = SMALL.replace("rules:\n", f"{wide}rules:\n", 1)
    found = [f for f in linted(tmp_path / "a", text) if f.check == "claimed-twice"]
    assert len(found) == 1 and "存在的不足" in found[0].what.zh and "shortcomings、weak" in found[0].what.zh
    both = text.replace("存在的不足", "存在和不足")
    assert [f for f in linted(tmp_path / "b", both) if f.check == "claimed-twice"] == []


def test_an_exclusion_that_an_example_needs_is_no_finding(tmp_path: Path) -> None:
    text = change(
        "heading: ['不足']", "heading: ['不足']\n    not_heading: ['弥补不足']\n    not_mention: ['没有发现']"
    )
    text = text.replace(EXAMPLE, f'{EXAMPLE}      - {{want: fail, doc: "一、弥补不足\\n没有发现工作还有差距。"}}\n')
    assert linted(tmp_path, text) == []


def test_findings_are_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = change("heading: ['不足']", "heading: ['不足', '缺点']").replace("['错词']", "['错词', '别字']")
    lines = [int(f.where.rsplit(":", 2)[1]) for f in linted(tmp_path, text)]
    assert lines == sorted(lines) and len(lines) == 2


Q = question
SECTION, TEXT = Q("section", "a"), Q("text", ("x",), min_count=2)


@pytest.mark.parametrize(
    ("narrow", "wide", "expected"),
    [
        (SECTION, SECTION, True),
        (Q("section", "a", max_level=1), Q("section", "a", max_level=2), True),
        (Q("section", "a", max_level=2), Q("section", "a", max_level=1), False),
        (Q("section", "a", min_chars=50), Q("section", "a", min_chars=10), True),
        (Q("section", "a", outside=("b",)), SECTION, True),
        (SECTION, Q("section", "b"), False),
        (Q("text", ("x",), min_count=3), TEXT, True),
        (Q("text", ("x",), unless=("y",), min_count=2), TEXT, True),
        (Q("chars", "body", min=100), Q("chars", "body", min=50), True),
        (Q("chars", "body", max=50), Q("chars", "body", max=100), True),
        (Q("all", (SECTION, TEXT)), SECTION, True),
        (SECTION, Q("all", (SECTION, TEXT)), False),
        (SECTION, Q("any", (TEXT, SECTION)), True),
        (Q("any", (SECTION, TEXT)), SECTION, False),
        (Q("any", (SECTION, TEXT)), Q("any", (TEXT, SECTION)), True),
        (Q("all", (SECTION, TEXT)), Q("all", (TEXT, SECTION)), True),
        (Q("not", SECTION), SECTION, False),
    ],
)
def test_implies(narrow: object, wide: object, expected: bool) -> None:
    assert implies(narrow, wide) is expected

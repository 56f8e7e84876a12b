"""validator.authoring.mutation: is every part of a pack needed by an example?"""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest

from tests.support import PACK, write_pack
from validator import load_pack, patterns
from validator.authoring.mutation import mutants, share, traces
from validator.authoring.parts import told
from validator.authoring.trials import broken, trials_of
from validator.packs import load


def survivors(folder: Path, text: str) -> set[str]:
    rules = load(write_pack(folder, text))
    return {told(t.path, rules) for t in traces(rules) if not t.killer}


@pytest.mark.parametrize("name", ["fazhi-zhengfu", "xinxi-gongkai"])
def test_a_built_in_pack_needs_nearly_everything_that_it_has(name: str) -> None:
    rules = load_pack(name)
    began = perf_counter()
    found = list(traces(rules))
    assert len(found) > 200
    assert {t.sort for t in found} == {"rule", "rung", "condition", "scope", "pattern"}
    assert share(found) >= 95, [told(t.path, rules) for t in found if not t.killer]
    assert perf_counter() - began < 60


def test_what_no_example_needs_survives(tmp_path: Path) -> None:
    text = PACK.replace("heading: ['不足']", "heading: ['不足', '缺点']").replace("['错词']", "['错词', '别字']")
    assert survivors(tmp_path, text) == {
        "elements.plan.heading[1]",  # no rule asks for plan
        "elements.shortcomings.heading[2]",
        "rules.word.grade[1].when.not.text[2]",
    }


def test_the_killer_is_told(tmp_path: Path) -> None:
    rules = load(write_pack(tmp_path))
    by_path = {told(t.path, rules): t for t in traces(rules)}
    rung = by_path["rules.shortcomings.grade[2]"]
    assert (rung.sort, rung.killer) == ("rung", "shortcomings")
    assert PACK.splitlines()[rung.line - 1].strip().startswith("- {want: partial")
    assert by_path["rules.word.grade[1].when.not.text[1]"].killer == "word"


@pytest.mark.parametrize(
    ("when", "extra", "gone"),
    [
        ("{all: [{section: shortcomings}, {section: plan}]}", "", "rules.shortcomings.grade[1].when.all[2]"),
        ("{section: shortcomings, outside: [plan]}", "", "rules.shortcomings.grade[1].when.outside[1]"),
        ("{section: shortcomings}", "    applies: {unit_type: [town]}\n", "rules.shortcomings.unit_types"),
        ("{section: shortcomings}", "    applies: {report_year: {from: 2020}}\n", "rules.shortcomings.year_from"),
        (
            "{section: shortcomings}",
            "    requires: {when: {chars: body, min: 1}, say: {zh: 无, en: none}}\n",
            "rules.shortcomings.requires.when",
        ),
    ],
)
def test_conditions_and_limits_are_taken_out(tmp_path: Path, when: str, extra: str, gone: str) -> None:
    text = PACK.replace("when: {section: shortcomings}", f"when: {when}").replace(
        "    grade:\n", f"{extra}    grade:\n", 1
    )
    rules = load(write_pack(tmp_path, text))
    assert gone in {told(m.path, rules) for m in mutants(rules)}


def test_an_example_that_fails_anyway_notices_nothing(tmp_path: Path) -> None:
    text = PACK.replace('want: pass, doc: "一、成效\\n检查3次。"', 'want: fail, doc: "一、成效\\n检查3次。"')
    text = text.replace('want: fail, doc: "一、成效\\n错词3次。"', 'want: pass, doc: "一、成效\\n错词3次。"')
    rules = load(write_pack(tmp_path, text))
    assert len([t for t in trials_of(rules) if broken([t], rules)]) == 2
    assert not any(t.killer for t in traces(rules) if t.path[:2] == ("rules", 1))


def test_mutants_leave_no_pattern_in_the_store(tmp_path: Path) -> None:
    rules = load(write_pack(tmp_path, PACK.replace("['错词']", "['错词', '只在这里的写法']")))
    list(traces(rules))
    assert not any("只在这里的写法" in source for source, _ in patterns._store)


def test_share_of_nothing() -> None:
    assert share([]) == 100

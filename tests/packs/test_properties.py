"""What holds for every pack and every overlay: order, identity, independence of rules, bounds of the score."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.packs.test_overlay import HEAD, WHY, shape
from tests.support import REPORT, context, outcomes, pack, report, write, write_pack
from validator.engine import found
from validator.model.pack import Pack
from validator.model.result import Result
from validator.packs import load
from validator.packs.chain import places_of
from validator.packs.source import rules_folder
from validator.scoring import score_of
from validator.words import Words

RULES = [rule.id for rule in pack().rules]
SOFT = [rule.id for rule in pack().rules if not rule.final]
SAID = "{zh: 本地, en: local}"
KEYS = {"level": ["error", "warning", "info"], "say": [SAID], "fix": [SAID], "why": [SAID], "title": [SAID]}
ENTRIES = (
    [("set", f"{rule}.{key}", f"{{rule: {rule}, {key}: {v}, {WHY}}}") for rule in SOFT for key in KEYS for v in KEYS[key]]
    + [("disable", rule, f"{{rule: {rule}, {WHY}}}") for rule in SOFT]
    + [("add_heading", name, f"{{element: {name}, patterns: ['{name}'], {WHY}}}") for name in pack().elements]
    + [("add_mention", f"m.{name}", f"{{element: {name}, patterns: ['{name}'], {WHY}}}") for name in pack().elements]
    + [("params", "min_chars", f"min_chars: {{value: 7, {WHY}}}"), ("params", "day", f'report_by: {{value: "02-01", {WHY}}}')]
)  # fmt: skip


def apart(entries: list[tuple[str, str, str]]) -> bool:
    """Tell whether no rule is both changed and disabled, and nothing is said twice."""
    disabled = {thing for kind, thing, _ in entries if kind == "disable"}
    touched = [thing for _, thing, _ in entries]
    return len(set(touched)) == len(touched) and not disabled & {t.split(".")[0] for t in touched if "." in t}


SOME = st.lists(st.sampled_from(ENTRIES), max_size=6).filter(apart)


def written(name: str, entries: list[tuple[str, str, str]], extends: str = "fazhi-zhengfu") -> str:
    text = HEAD.format(name=name, extends=extends)
    for kind in dict.fromkeys(kind for kind, _, _ in entries):
        sign = "  " if kind == "params" else "  - "
        text += f"{kind}:\n" + "".join(f"{sign}{entry}\n" for k, _, entry in entries if k == kind)
    return text


def resolved(folder: str, *names: str) -> Pack:
    return load("+".join(["fazhi-zhengfu", *(f"{folder}/{name}.yaml" for name in names)]))


def without_paths(pack: Pack) -> Any:
    rules = [rule._replace(history=tuple(sorted((s.line, s.what) for s in rule.history))) for rule in pack.rules]  # type: ignore[misc]
    return rules, *shape(pack)[1:]


@settings(max_examples=25)
@given(SOME, st.data())
def test_overlays_that_touch_different_things_commute(entries: list[tuple[str, str, str]], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(entries)))
    new = (rules_folder() / "fazhi-zhengfu" / "overlays" / "npc.yaml").read_text("utf-8").partition("rules:\n")[2]
    with tempfile.TemporaryDirectory() as folder:
        first = written("one", entries[:cut]) + "rules:\n" + new.replace("norm: npc", "norm: format")
        second = (
            written("two", entries[cut:]) + "rules:\n" + first.partition("rules:\n")[2].replace("id: npc-", "id: two-")
        )
        write(Path(folder), {"one.yaml": first, "two.yaml": second})
        assert without_paths(resolved(folder, "one", "two")) == without_paths(resolved(folder, "two", "one"))


@settings(max_examples=15)
@given(SOME)
def test_an_empty_overlay_changes_nothing_wherever_it_stands(entries: list[tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), {"one.yaml": written("one", entries), "empty.yaml": written("empty", [])})
        alone = shape(resolved(folder, "one"))
        assert shape(resolved(folder, "one", "empty")) == shape(resolved(folder, "empty", "one")) == alone


@pytest.mark.parametrize("rule", RULES)
def test_dropping_a_rule_changes_only_its_result(rule: str) -> None:
    whole = pack()
    less = whole._replace(rules=tuple(r for r in whole.rules if r.id != rule))
    for text in (REPORT, report("causes", "date"), report("title", "plan")):
        before = outcomes(text, whole)
        assert before.pop(rule)
        assert outcomes(text, less) == before


def test_disabling_a_rule_changes_only_its_result(tmp_path: Path) -> None:
    (path,) = write(tmp_path, {"off.yaml": written("off", [("disable", "causes", f"{{rule: causes, {WHY}}}")])})
    for text in (REPORT, report("causes", "date")):
        after = outcomes(text, load(path))
        assert after.pop("causes") == "not_selected"
        before = outcomes(text)
        del before["causes"]
        assert after == before


NOTHING = Words("", "")
STATES = st.sampled_from(["pass", "partial", "fail", "unknown", "error", "not_applicable", "not_selected"])
CREDITS = st.integers(0, 100)


def results(states: list[tuple[str, int]]) -> list[Result]:
    credit = {"pass": 100, "fail": 0}
    return [
        Result(rule.id, state, credit.get(state, value) if state in ("pass", "partial", "fail") else None, NOTHING)  # type: ignore[arg-type]
        for rule, (state, value) in zip(pack().rules, states, strict=True)
    ]


EVERY = st.lists(st.tuples(STATES, CREDITS), min_size=len(RULES), max_size=len(RULES))


@given(EVERY)
def test_score_lies_within_its_bounds(states: list[tuple[str, int]]) -> None:
    score = score_of(pack(), results(states))
    if score.value is not None:
        assert score.low is not None and score.high is not None
        assert 0 <= score.low <= score.value <= score.high <= 100
    assert 0 <= score.met <= score.asked <= len(RULES)


@given(EVERY, st.integers(0, len(RULES) - 1), CREDITS, CREDITS)
def test_more_credit_is_never_a_lower_score(states: list[tuple[str, int]], at: int, one: int, other: int) -> None:
    low, high = sorted((one, other))
    scores = []
    for credit in (low, high):
        scores.append(score_of(pack(), results([*states[:at], ("partial", credit), *states[at + 1 :]])))
    assert (scores[0].low or 0) <= (scores[1].low or 0)
    assert (scores[0].high or 0) <= (scores[1].high or 0)


def test_a_rule_for_a_place_holds_only_there(tmp_path: Path) -> None:
    rule = pack().rules[0]._replace(places=("here", "there"))
    asked = context(REPORT)
    assert found(rule, asked).outcome == "not_applicable"
    assert "here" in found(rule, asked, ["elsewhere"]).message.zh
    assert found(rule, asked, ["there"]).outcome == "pass"


def test_applies_place_in_a_pack(tmp_path: Path) -> None:
    from tests.support import PACK

    folder = write_pack(
        tmp_path, PACK.replace("    level: warning", "    applies: {place: [here]}\n    level: warning")
    )
    write(tmp_path, {f"overlays/{name}.yaml": HEAD.format(name=name, extends="small") for name in ("here", "there")})
    text = "某镇报告\n一、成效\n错词3次。\n"
    assert outcomes(text, load(folder))["word"] == "not_applicable"
    assert outcomes(text, load(f"{folder}+there"))["word"] == "not_applicable"
    assert (
        outcomes(text, load(f"{folder}+here"))["word"] == outcomes(text, load(f"{folder}+there+here"))["word"] == "fail"
    )


@pytest.mark.parametrize("place", places_of("fazhi-zhengfu"))
def test_every_overlay_keeps_its_examples(place: str) -> None:
    from validator.proving import prove

    assert [p for p in prove(load(f"fazhi-zhengfu+{place}")) if p.state == "failed"] == []

"""validator.scoring: points, verdict, what is missing, gates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import REPORT, SAID, check, outline, pack
from validator.checks import context_of
from validator.engine import evaluate
from validator.errors import UsageError
from validator.facts import facts_of
from validator.model.pack import Pack, Rule
from validator.model.result import Result
from validator.readers import read
from validator.scoring import Gate, gate, is_below, missing_of, score_of, verdict_of

DECIDED = ("pass", "partial", "fail")
OUTSIDE = ("not_applicable", "not_checked", "not_selected", "informational", "waived")


def rule(name: str, **changes: Any) -> Rule:
    return pack().rules[0]._replace(**{"id": name, "weight": 10, "role": "scored", "level": "error", **changes})


def rules(*given_rules: Rule) -> Pack:
    return pack()._replace(rules=given_rules)


def result(name: str, outcome: Any, credit: int | None = None) -> Result:
    usual = {"pass": 100, "partial": 50, "fail": 0}.get(outcome)
    return Result(name, outcome, usual if credit is None else credit, SAID)


def of(credit: int) -> str:
    return "pass" if credit == 100 else "partial" if credit else "fail"


CASES = st.lists(
    st.tuples(
        st.integers(0, 100),
        st.one_of(st.integers(0, 100), st.sampled_from(["unknown", "error", *OUTSIDE])),
        st.sampled_from(["scored", "unscored"]),
        st.sampled_from(["error", "warning", "info"]),
    ),
    max_size=8,
)
Case = tuple[int, int | str, str, str]


def made(cases: Sequence[Case]) -> tuple[Pack, list[Result]]:
    made_rules = [rule(f"r{i}", weight=w, role=role, level=level) for i, (w, _, role, level) in enumerate(cases)]
    found = [
        result(f"r{i}", of(c), c) if isinstance(c, int) else result(f"r{i}", c) for i, (_, c, _, _) in enumerate(cases)
    ]
    return rules(*made_rules), found


@given(CASES)
def test_score_is_within_bounds(cases: list[Case]) -> None:
    score = score_of(*made(cases))
    assert 0 <= score.met <= score.asked <= len(cases)
    if score.value is None:
        assert (score.low, score.high) == (None, None)
    else:
        assert score.low is not None
        assert score.high is not None
        assert 0 <= score.low == score.value <= score.high <= 100


@given(CASES, st.data())
def test_score_is_monotone_in_credits(cases: list[Case], data: st.DataObject) -> None:
    raised = [(w, data.draw(st.integers(c, 100)) if isinstance(c, int) else c, *rest) for w, c, *rest in cases]
    before, after = score_of(*made(cases)), score_of(*made(raised))  # type: ignore[arg-type]
    assert after.met >= before.met
    assert (before.value is None) == (after.value is None)
    if before.low is not None and before.high is not None and after.low is not None and after.high is not None:
        assert after.low >= before.low
        assert after.high >= before.high


@given(CASES)
def test_range_is_wide_only_where_something_is_open(cases: list[Case]) -> None:
    score = score_of(*made(cases))
    open_points = sum(w for w, c, role, _ in cases if role == "scored" and c in ("unknown", "error"))
    if score.value is not None and not open_points:
        assert score.low == score.high


@given(CASES, st.sampled_from(OUTSIDE))
def test_what_does_not_count_changes_nothing(cases: list[Case], outcome: str) -> None:
    assert score_of(*made(cases)) == score_of(*made([*cases, (50, outcome, "scored", "error")]))
    assert score_of(*made(cases)) == score_of(*made([*cases, (50, 0, "unscored", "error")]))


@given(CASES)
def test_verdict_and_missing_agree(cases: list[Case]) -> None:
    rules_, found = made(cases)
    verdict = verdict_of(rules_, found)
    assert (verdict == "incomplete") == bool(missing_of(rules_, found))


def test_formula() -> None:
    rules_ = rules(rule("a", weight=20), rule("b", weight=10), rule("c", weight=10))
    score = score_of(rules_, [result("a", "pass"), result("b", "partial", 40), result("c", "fail")])
    assert (score.value, score.low, score.high) == (60.0, 60.0, 60.0)
    assert (score.met, score.asked) == (1, 3)


def test_rounded_once_to_a_tenth() -> None:
    rules_ = rules(*(rule(n, weight=1) for n in "abc"))
    assert score_of(rules_, [result("a", "pass"), result("b", "fail"), result("c", "fail")]).value == 33.3


def test_open_results_widen_the_range() -> None:
    rules_ = rules(rule("a"), rule("b"), rule("c"), rule("d"))
    found = [result("a", "pass"), result("b", "fail"), result("c", "unknown"), result("d", "error")]
    score = score_of(rules_, found)
    assert (score.value, score.low, score.high) == (25.0, 25.0, 75.0)


def test_nothing_applicable_is_no_score() -> None:
    assert score_of(rules(rule("a")), [result("a", "not_applicable")]).value is None
    assert score_of(rules(), []).value is None


def test_results_must_fit_the_rules() -> None:
    with pytest.raises(ValueError, match="zip"):
        score_of(rules(rule("a")), [])


@pytest.mark.parametrize(
    ("outcome", "level", "verdict"),
    [
        ("pass", "error", "complete"),
        ("not_applicable", "error", "complete"),
        ("fail", "error", "incomplete"),
        ("partial", "error", "incomplete"),
        ("unknown", "error", "undecided"),
        ("error", "error", "undecided"),
        ("fail", "warning", "complete"),
        ("unknown", "warning", "complete"),
        ("fail", "info", "complete"),
    ],
)
def test_verdict(outcome: str, level: str, verdict: str) -> None:
    assert verdict_of(rules(rule("a", level=level)), [result("a", outcome)]) == verdict


def test_a_failure_decides_whatever_is_open() -> None:
    assert verdict_of(rules(rule("a"), rule("b")), [result("a", "unknown"), result("b", "fail")]) == "incomplete"


def test_missing_names_failures_first() -> None:
    rules_ = rules(rule("a"), rule("b"), rule("c", level="warning"), rule("d"))
    found = [result("a", "partial"), result("b", "fail"), result("c", "fail"), result("d", "pass")]
    assert missing_of(rules_, found) == ("b", "a")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("error", Gate("error")),
        ("strict", Gate("strict")),
        ("never", Gate("never")),
        ("score:80", Gate("score", 80)),
        ("score:86.5", Gate("score", 86.5)),
        ("score:0", Gate("score", 0)),
        ("score:100", Gate("score", 100)),
    ],
)
def test_gate(text: str, expected: Gate) -> None:
    assert gate(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "eror", "score", "score:", "score:x", "score:101", "score:-1", "80", "score:8.0.0", "score:²", "score:."],
)
def test_wrong_gate(text: str) -> None:
    with pytest.raises(UsageError) as raised:
        gate(text)
    assert raised.value.where == "--gate"
    assert "score:80" in raised.value.hint.zh
    assert "score:80" in raised.value.hint.en


@pytest.mark.parametrize(
    ("name", "below"),
    [("error", True), ("strict", True), ("never", False), ("score:51", True), ("score:50", False)],
)
def test_half_done_report_and_the_gates(name: str, below: bool) -> None:
    rules_, found = rules(rule("a")), [result("a", "partial")]
    assert is_below(gate(name), rules_, found, score_of(rules_, found)) is below


def test_strict_looks_at_warnings_but_not_at_hints() -> None:
    for level, below in (("warning", True), ("info", False)):
        rules_, found = rules(rule("a", level=level)), [result("a", "fail")]
        assert is_below(gate("error"), rules_, found, score_of(rules_, found)) is False
        assert is_below(gate("strict"), rules_, found, score_of(rules_, found)) is below


def test_open_range_is_below_only_if_all_of_it_is() -> None:
    rules_, found = rules(rule("a"), rule("b")), [result("a", "fail"), result("b", "unknown")]
    assert is_below(gate("score:51"), rules_, found, score_of(rules_, found)) is True
    assert is_below(gate("score:40"), rules_, found, score_of(rules_, found)) is False


@pytest.mark.parametrize("dropped", [r.id for r in pack().rules])
def test_dropping_a_rule_changes_only_its_own_result(dropped: str) -> None:
    kept = pack()._replace(rules=tuple(r for r in pack().rules if r.id != dropped))
    text = REPORT.replace("主要原因是", "（").replace("2025年2月18日", "2025年2月")
    document, found = read(text.encode(), "a.txt"), outline(text)
    context = context_of(found, facts_of(found), kept.elements)
    before = check(text.encode()).results
    assert evaluate(kept, document, context) == tuple(r for r in before if r.rule != dropped)

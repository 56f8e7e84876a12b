"""validator.waivers: a reviewer's decisions, and when they lapse."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.support import pack, report
from validator import check
from validator.errors import UsageError
from validator.model.result import Assessment
from validator.waivers import Waiver, applied, parsed

TODAY = date(2026, 3, 1)
PACKS = {pack().id: pack()}
FOUND = check(report("causes", "date").encode(), "a.txt")
FINGERPRINT = next(r.fingerprint for r in FOUND.results if r.rule == "causes")


def waiver(**changed: str) -> Waiver:
    values: dict[str, Any] = {"where": "w.toml:1", "unit": "", "file": "a.txt", "rule": "causes", "old": "fail"}
    values |= {"new": "pass", "remark": "写在附件里", "authority": "县司法局", "time": "2026-01-05", "until": ""}
    return Waiver(**(values | {"evidence": FINGERPRINT} | changed))


def after(*waivers: Waiver, found: Assessment = FOUND) -> tuple[Assessment, list[str]]:
    (assessment,), stale = applied([found], PACKS, waivers, TODAY)
    return assessment, [s.why.zh for s in stale]


def test_a_decision_changes_result_score_and_verdict_and_keeps_the_machine() -> None:
    found, stale = after(waiver())
    assert stale == []
    result = next(r for r in found.results if r.rule == "causes")
    assert (result.outcome, result.credit) == ("pass", 100)
    assert result.waived
    assert (result.waived.outcome, result.waived.authority) == ("fail", "县司法局")
    assert found.missing == ("date",)
    assert found.machine
    assert found.machine.missing == ("causes", "date")
    assert found.score
    assert found.machine.score == FOUND.score
    assert found.score.value is not None
    assert FOUND.score
    assert found.score.value > (FOUND.score.value or 0)


@pytest.mark.parametrize(
    ("new", "missing"), [("not_applicable", ("date",)), ("waived", ("date",)), ("partial", ("date", "causes"))]
)
def test_other_new_results(new: str, missing: tuple[str, ...]) -> None:
    assert after(waiver(new=new))[0].missing == missing


def test_by_unit() -> None:
    assert after(waiver(file="", unit="云川县青禾镇人民政府"))[0].missing == ("date",)
    assert after(waiver(file="", unit="云川县白石镇人民政府")) == (FOUND, [])


def test_another_file() -> None:
    assert after(waiver(file="b.txt")) == (FOUND, [])


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"until": "2026-02-28"}, "已于 2026-02-28 到期"),
        ({"time": "2099-01-01"}, "决定的日期 2099-01-01 还没有到"),
        ({"old": "partial"}, "结论已从“partial”变为“fail”"),
        ({"evidence": "0" * 16}, f"请把 evidence 改为 {FINGERPRINT}"),
        ({"rule": "nothing"}, "没有规则“nothing”"),
    ],
)
def test_lapsed(changed: dict[str, str], why: str) -> None:
    found, stale = after(waiver(**changed))
    assert found == FOUND
    assert len(stale) == 1
    assert why in stale[0]


def test_the_day_of_until_still_counts() -> None:
    assert after(waiver(until="2026-03-01"))[1] == []


def test_a_second_decision_on_the_same_result() -> None:
    _, stale = after(waiver(), waiver(new="fail"))
    assert stale == ["同一条结论已有一个决定"]


def test_lapses_when_the_text_that_it_rests_on_changes() -> None:
    text = report("causes", "date").replace("存在的不足", "存在的问题和不足")
    assert "文字已改动" in after(waiver(), found=check(text.encode(), "a.txt"))[1][0]
    moved = "\n\n" + report("causes", "date")
    assert after(waiver(), found=check(moved.encode(), "a.txt"))[1] == []


def test_without_evidence_it_rests_on_the_whole_text() -> None:
    missing = next(r.fingerprint for r in FOUND.results if r.rule == "date")
    assert after(waiver(rule="date", evidence=missing))[1] == []
    text = report("causes", "date").replace("46次", "47次")
    assert "文字已改动" in after(waiver(rule="date", evidence=missing), found=check(text.encode(), "a.txt"))[1][0]


TOML = """\
[[waiver]]
file = "a.txt"
rule = "causes"
old = "fail"
new = "pass"
remark = "写在附件里"
authority = "县司法局"
time = 2026-01-05
evidence = "0123456789abcdef"
"""


def test_file() -> None:
    (found,) = parsed(TOML.encode(), "w.toml")
    assert found == waiver(evidence="0123456789abcdef")
    assert parsed(b"", "w.toml") == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('rule = "causes"\n', "", "缺少“rule”"),
        ('evidence = "0123456789abcdef"\n', "", "缺少“evidence”。写 chaque check --format json"),
        ('file = "a.txt"\n', "", "要写 unit 或 file 中的一个"),
        ('file = "a.txt"', 'file = "a.txt"\nunit = "b"', "要写 unit 或 file 中的一个"),
        ('new = "pass"', 'new = "good"', "“new”不能是“good”"),
        ("time = 2026-01-05", 'time = "昨天"', "“昨天”不是日期"),
        ("remark", "remrk", "没有“remrk”这一项"),
        ("[[waiver]]", "[waiver]", "只能写 [[waiver]]"),
        ("[[waiver]]", "[[waivers]]", "只能写 [[waiver]]"),
        ("[[waiver]]", "[[waiver", "TOML 写得不对"),
    ],
)
def test_mistakes(old: str, new: str, told: str) -> None:
    with pytest.raises(UsageError) as raised:
        parsed(TOML.replace(old, new).encode(), "w.toml")
    assert told in str(raised.value)
    assert raised.value.where.startswith("w.toml")


def test_mistake_names_the_line_of_its_table() -> None:
    with pytest.raises(UsageError) as raised:
        parsed((TOML + "\n" + TOML.replace('"pass"', '"x"')).encode(), "w.toml")
    assert raised.value.where == "w.toml:11"


def test_in_part_is_what_the_rule_gives_for_it() -> None:
    rules = tuple(
        r._replace(grade=tuple(g._replace(credit=60 if g.credit == 50 else g.credit) for g in r.grade))
        if r.id == "causes"
        else r
        for r in pack().rules
    )
    for given, credit in ((pack(), 50), (pack()._replace(rules=rules), 60)):
        ((found,), _) = applied([FOUND], {pack().id: given}, [waiver(new="partial")], TODAY)
        assert next(r.credit for r in found.results if r.rule == "causes") == credit

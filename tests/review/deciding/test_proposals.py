"""validator.review.deciding.proposals: what can be decided on what was seen."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ledger_support import DIGEST, OTHER, UNIT, seen
from validator.model.decision import Decision
from validator.pipeline import load_pack
from validator.review.deciding.decisions import reason_said
from validator.review.deciding.proposals import MAX_REASON, Proposal, Refusal, decision_of, near_names


def proposal(**changed: Any) -> Proposal:
    return Proposal(UNIT, 2025, "correct", "causes", "pass", "理由", "王某")._replace(**changed)


def test_it_takes_old_outcome_text_and_file_from_what_was_seen() -> None:
    d = decision_of(proposal(), seen())
    assert isinstance(d, Decision)
    assert (d.old, d.new, d.digest, d.file, d.at, d.id) == ("fail", "pass", DIGEST, f"2025/{UNIT}.docx", "", 0)


def test_private_numbers_in_a_reason_are_hidden() -> None:
    d = decision_of(proposal(reason="已电话13812345678核实"), seen())
    assert isinstance(d, Decision) and d.reason == "已电话138******78核实"


@pytest.mark.parametrize(
    "changed",
    [
        {"action": "confirm", "new": "", "reason": ""},
        {"rule": "achievements", "new": "fail"},
        {"action": "accept", "rule": "", "new": ""},
        {"action": "return", "rule": "", "new": ""},
        {"digest": DIGEST, "old": "fail"},
    ],
)
def test_fine(changed: dict[str, Any]) -> None:
    assert isinstance(decision_of(proposal(**changed), seen()), Decision)


@pytest.mark.parametrize(
    ("changed", "field", "what"),
    [
        ({"who": ""}, "who", "没有写复核人"),
        ({"reason": ""}, "reason", "更正、退回和接受要写理由"),
        ({"action": "return", "rule": "", "new": "", "reason": ""}, "reason", "更正、退回和接受要写理由"),
        ({"action": "accept", "rule": "", "new": "", "reason": ""}, "reason", "更正、退回和接受要写理由"),
        ({"reason": "长" * (MAX_REASON + 1)}, "reason", "超过 2000 字"),
        ({"who": "\udcff"}, "who", "有无法识别的字符"),
        ({"action": "return", "new": ""}, "action", "退回和接受是对全文的，不能针对一项"),
        ({"action": "accept", "rule": ""}, "new", "只有更正才写改为什么"),
        ({"rule": ""}, "rule", "维持和更正要写明是哪一项"),
        ({"rule": "cause"}, "rule", "没有“cause”这一项"),
        ({"rule": "date"}, "rule", "机器结论是“没有查”，没有可复核的"),
        ({"action": "confirm"}, "new", "只有更正才写改为什么"),
        ({"new": ""}, "new", "更正要写改为什么"),
        ({"new": "fail"}, "new", "机器结论本来就是“缺”"),
        ({"digest": "another"}, "digest", "报告文字已改，请重新审核"),
        ({"digest": ""}, "digest", "报告文字已改，请重新审核"),
        ({"old": "partial"}, "old", "机器结论已从“不全”变为“缺”"),
    ],
)
def test_refused(changed: dict[str, Any], field: str, what: str) -> None:
    refusal = decision_of(proposal(**changed), seen())
    assert isinstance(refusal, Refusal)
    assert (refusal.field, refusal.what.zh) == (field, what)


def test_nothing_to_return_where_nothing_came() -> None:
    nothing = seen(standing="missing", file="", digest="", low=None, high=None, verdict="", results={})
    refusal = decision_of(proposal(action="return", rule="", new=""), nothing)
    assert isinstance(refusal, Refusal)
    assert refusal.what.zh == "这个单位没有可以退回的文件"


@pytest.mark.parametrize(
    ("standing", "digest", "what"),
    [
        ("unreadable", "", "报来的文件打不开，不能接受"),
        ("other_kind", "", "报来的不是这种报告，不能接受"),
        ("other_kind", DIGEST, "报来的不是这种报告，不能接受"),
        ("other_year", DIGEST, "报来的不是这一年度的报告，不能接受"),
    ],
)
def test_a_file_that_does_not_count_can_be_returned_but_not_accepted(standing: str, digest: str, what: str) -> None:
    scan = seen(standing=standing, digest=digest, low=None, high=None, verdict="", results={})
    d = decision_of(proposal(action="return", rule="", new=""), scan)
    assert isinstance(d, Decision)
    assert (d.digest, d.file) == (digest, scan.file)
    refusal = decision_of(proposal(action="accept", rule="", new=""), scan)
    assert isinstance(refusal, Refusal)
    assert (refusal.what.zh, refusal.hint.zh) == (what, "可以退回（return），写明要重报什么")


@pytest.mark.parametrize(("standing", "file"), [("missing", ""), ("exempt", "2025/旧.docx")])
def test_where_nothing_can_be_returned_that_is_not_offered(standing: str, file: str) -> None:
    nothing = seen(standing=standing, file=file, digest="", low=None, high=None, verdict="", results={})
    refusal = decision_of(proposal(action="accept", rule="", new=""), nothing)
    assert isinstance(refusal, Refusal)
    assert (refusal.what.zh, refusal.hint.zh) == ("没有报告可以接受", "")


@pytest.mark.parametrize("changed", [{"action": "confirm", "new": ""}, {}])
def test_lateness_is_judged_by_the_roster(changed: dict[str, Any]) -> None:
    known = seen(results={"late-report": "fail"}, timed=("late-report",))
    refusal = decision_of(proposal(rule="late-report", **changed), known)
    assert isinstance(refusal, Refusal)
    assert (refusal.field, refusal.what.zh) == ("rule", "是否逾期，审核按名册判断，这一项不用维持或更正")
    assert "名册“报送期限”列" in refusal.hint.zh and "“收到日期”列" in refusal.hint.zh


@pytest.mark.parametrize("reason", ["", "同意程序的结论", "agree with the program"])
def test_whoever_confirms_without_a_reason_agrees_in_no_language(reason: str) -> None:
    d = decision_of(proposal(action="confirm", new="", reason=reason), seen())
    assert isinstance(d, Decision) and d.reason == ""
    assert (reason_said(d, "zh"), reason_said(d, "en")) == ("同意程序的结论", "agree with the program")


def test_without_a_report_nothing_can_be_reviewed() -> None:
    refusal = decision_of(proposal(), seen(standing="missing", file="", digest="", results={}))
    assert isinstance(refusal, Refusal)
    assert (refusal.what.zh, refusal.hint.zh) == ("没有可以复核的报告", "")


def test_of_a_check_the_words_are_its_own() -> None:
    rule = next(rule for rule in load_pack("fazhi-zhengfu").rules if rule.id == "personal-data")
    found = seen(results={rule.id: "fail"})
    refusal = decision_of(proposal(rule=rule.id, new="fail"), found, rule)
    assert isinstance(refusal, Refusal) and refusal.what.zh == "机器结论本来就是“要核对”"
    refusal = decision_of(proposal(rule=rule.id, new=""), found, rule)
    assert isinstance(refusal, Refusal) and refusal.hint.zh == "可以写没有问题、要核对、不涉及、免除"


@pytest.mark.parametrize("changed", [{"action": "return", "rule": "", "new": ""}, {}])
def test_of_a_doubtful_file_the_roster_says_whose_it_is(changed: dict[str, Any]) -> None:
    refusal = decision_of(proposal(**changed), seen(standing="doubtful", digest="", results={}))
    assert isinstance(refusal, Refusal)
    assert refusal.what.zh == "收到的文件还不能确定是不是这个单位的"
    assert "名册的“文件”列" in refusal.hint.zh


def test_near_names() -> None:
    assert near_names("青禾镇", [OTHER, UNIT]).zh == f"是不是{UNIT}？"
    assert near_names("云川县青和镇人民政府", [OTHER, UNIT]).zh.startswith(f"是不是{UNIT}")
    assert near_names("abc", [OTHER, UNIT]).zh == ""
    assert near_names("", [OTHER]).zh == ""

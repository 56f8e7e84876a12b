"""validator.cli.history: what was seen and decided, in order of time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ledger_support import OTHER, UNIT, decision, ledger, seen
from validator.cli import history
from validator.errors import UsageError
from validator.model.decision import Decision
from validator.pipeline import load_pack
from validator.review.deciding.ledger import Ledger

FILE = f"2025/{UNIT}.docx"


@pytest.fixture(autouse=True)
def _in_china(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def at(hour: int, minute: int = 0) -> str:
    return f"2026-03-05T{hour:02}:{minute:02}:00Z"


def story(folder: Path, rows: list[Any], **options: Any) -> list[str]:
    """Return what is printed about a ledger in which *rows* were written in this order."""
    path = str(folder / "2025.chaque-ledger")
    with Ledger(path) as book:
        for row in rows:
            book.add(row) if isinstance(row, Decision) else book.note_seen([row])
    assert history.command(UNIT, **{"year": None, "ledger": path, "lang": "zh", **options}) == 0
    return []


def test_in_order_of_time_with_what_became_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = {"rule": "", "old": "", "new": ""}
    story(
        tmp_path,
        [
            seen(at=at(1), standing="missing", file="", digest="", low=None, high=None, verdict="", results={}),
            seen(at=at(8)),
            seen(OTHER, at=at(8)),
            decision(at=at(8, 30)),
            decision(at=at(8, 40), action="return", reason="请补\x1b[31m原因", **whole),
            decision(at=at(8, 50), action="accept", **whole),
            decision(at=at(9), action="withdraw", reason="点错了", withdrawn=3, **whole),
            decision(at=at(10), action="confirm", new="", who="李某", reason=""),
            seen(at=at(11), low=90.0, high=95.0, results={"causes": "fail", "next-year-plan": "unknown"}, digest="new"),
        ],
    )
    assert capsys.readouterr().out.splitlines() == [
        f"{UNIT}  2025年度",
        "2026-03-05 09:00  查到：未报送",
        f"2026-03-05 16:00  查到：已报送，{FILE}，得分 82.5，不齐全；缺：不足的原因；不全：plan",
        "2026-03-05 16:30  1号决定：王某更正“不足的原因”：缺 → 有。理由：原因写在第二部分末尾【已被5号代替】",
        "2026-03-05 16:40  2号决定：王某退回报告。理由：请补\\u001b[31m原因【已失效：报告文字已改动】",
        "2026-03-05 16:50  3号决定：王某接受报告。理由：原因写在第二部分末尾【已撤回，见4号】",
        "2026-03-05 17:00  4号决定：王某撤回3号决定。理由：点错了",
        "2026-03-05 18:00  5号决定：李某维持“不足的原因”：缺。理由：同意程序的结论【已失效：报告文字已改动】",
        f"2026-03-05 19:00  查到：已报送，{FILE}，文字有改动，得分 90–95，不齐全；缺：不足的原因；不明：下一年度主要安排",
    ]


def test_what_holds_has_no_mark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story(tmp_path, [seen(at=at(8)), decision(at=at(9))], lang="en")
    assert capsys.readouterr().out.splitlines() == [
        f"{UNIT}  2025",
        f"2026-03-05 16:00  Found: sent, {FILE}, score 82.5, incomplete; missing: Causes of the shortcomings; in part: plan",
        "2026-03-05 17:00  Decision 1: 王某: correct “Causes of the shortcomings”: missing → there."
        " Because: 原因写在第二部分末尾",
    ]


def test_all_years_or_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [seen(at=at(8)), seen(at=at(9), year=2024, file="2024/旧.docx")]
    story(tmp_path, rows)
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if "查到" not in line] == [f"{UNIT}  2024年度", "", f"{UNIT}  2025年度"]
    story(tmp_path, [], year=2024)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert "2024/旧.docx" in lines[1]


def test_names_from_units_can_do_no_harm(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story(
        tmp_path,
        [seen(at=at(8), file="2025/\x1b]0;\u202e.docx", standing="new\x07", pack="x", results={"a\x1b": "fail"})],
    )
    out = capsys.readouterr().out
    assert all(line.isprintable() for line in out.splitlines())
    assert "new\\u0007，2025/\\u001b]0;\\u202e.docx" in out


def test_any_name_of_the_unit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [seen(at=at(8), called=("青禾乡",)), seen(at=at(9), year=2024, file="2024/旧.docx")]
    path = str(tmp_path / "2025.chaque-ledger")
    with Ledger(path) as book:
        book.note_seen(rows)
    assert history.command("青禾乡", year=None, ledger=path, lang="zh") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if "查到" not in line] == [f"{UNIT}  2024年度", "", f"{UNIT}  2025年度"]
    assert history.command("青禾镇", year=2024, ledger=path, lang="zh") == 0
    assert "2024/旧.docx" in capsys.readouterr().out


def test_what_was_found_again_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The unit has got another name: that is noted, and nothing new is found."""
    story(tmp_path, [seen(at=at(8)), seen(at=at(9), called=("青禾",)), seen(at=at(10), digest="new")])
    assert [line[:16] for line in capsys.readouterr().out.splitlines()[1:]] == ["2026-03-05 16:00", "2026-03-05 18:00"]


def test_what_the_roster_has_decided_is_marked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An older version recorded such a decision."""
    late = seen(at=at(8), results={"late-report": "fail"}, timed=("late-report",))
    story(tmp_path, [late, decision(at=at(9), action="confirm", rule="late-report", new="", reason="")])
    assert (
        capsys.readouterr()
        .out.splitlines()[-1]
        .endswith("维持“按时报告”：要核对。理由：同意程序的结论【不起作用：是否逾期按名册判断】")
    )


def test_an_old_acceptance_of_what_does_not_count_is_marked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = {"rule": "", "old": "", "new": ""}
    story(tmp_path, [seen(at=at(8), standing="other_year"), decision(at=at(9), action="accept", **whole)])
    assert capsys.readouterr().out.splitlines()[-1].endswith("【已失效：报来的不是这一年度的报告，不能接受】")


GONE: dict[str, Any] = {"standing": "missing", "file": "", "digest": "", "pack": "", "verdict": "", "results": {}}


def test_what_was_told_before_stays_when_the_report_is_gone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = seen(at=at(8), results={"causes": "fail", "personal-data": "fail"})
    check = decision(at=at(9), rule="personal-data")
    story(tmp_path, [found, check])
    before = capsys.readouterr().out.splitlines()
    assert before[1].endswith("不齐全；缺：不足的原因")
    assert "更正“没有泄露个人信息”：要核对 → 没有问题" in before[2]
    story(tmp_path, [seen(at=at(10), low=None, high=None, **GONE)])
    after = capsys.readouterr().out.splitlines()
    assert after[1] == before[1]
    assert after[2] == f"{before[2]}【已失效：现在没有这份报告】"


def test_each_is_replaced_by_the_next_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = {"rule": "", "old": "", "new": ""}
    actions = ("return", "accept", "return", "accept")
    rows = [decision(at=at(9, i), action=action, **whole) for i, action in enumerate(actions)]
    back = decision(at=at(10), action="withdraw", withdrawn=3, **whole)
    story(tmp_path, [seen(at=at(8)), *rows, back])
    marks = [line.partition("第二部分末尾")[2] for line in capsys.readouterr().out.splitlines()[2:-1]]
    assert marks == ["【已被2号代替】", "【已被4号代替】", "【已撤回，见5号】", ""]


def test_of_a_check_the_words_are_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [seen(at=at(at_), results={"personal-data": code}) for at_, code in ((8, "fail"), (10, "pass"))]
    story(tmp_path, [rows[0], decision(at=at(9), action="confirm", rule="personal-data", new=""), rows[1]])
    assert "【已失效：机器结论已从“要核对”变为“没有问题”】" in capsys.readouterr().out


def test_the_reason_that_nobody_wrote_is_in_the_reader_s_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An older version wrote it down in words."""
    agreed = [decision(action="confirm", new="", at=at(9), reason=reason) for reason in ("", "同意程序的结论")]
    story(tmp_path, [seen(at=at(8)), *agreed], lang="en")
    lines = capsys.readouterr().out.splitlines()[2:]
    assert [line.count("Because: agree with the program") for line in lines] == [1, 1]


def test_the_score_with_corrections_stands_beside_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = {rule.id: "pass" for rule in load_pack("fazhi-zhengfu").rules}
    found = seen(at=at(8), results=rules | {"title": "fail"}, low=95.4, high=95.4)
    total = sum(rule.weight for rule in load_pack("fazhi-zhengfu").rules if rule.role == "scored")
    title = next(rule.weight for rule in load_pack("fazhi-zhengfu").rules if rule.id == "title")
    score = round(100 * (total - title) / total, 1)
    story(tmp_path, [found._replace(low=score, high=score), decision(at=at(9), rule="title")])
    assert f"得分 {score:g}，不齐全（更正后：得分 100，齐全）；缺：标题" in capsys.readouterr().out


def test_a_correction_that_changes_no_points_says_nothing_of_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    results = {rule.id: "pass" for rule in load_pack("fazhi-zhengfu").rules}
    found = seen(at=at(8), results=results, low=100.0, high=100.0, verdict="complete")
    story(tmp_path, [found, decision(at=at(9), rule="personal-data", old="pass", new="fail")])
    assert capsys.readouterr().out.splitlines()[1].endswith("得分 100，齐全")


@pytest.mark.parametrize(("unit", "hint"), [("青和镇", f"是不是{UNIT}？"), ("x", "")])
def test_unknown_unit(tmp_path: Path, unit: str, hint: str) -> None:
    with pytest.raises(UsageError) as error:
        history.command(unit, year=None, ledger=ledger(tmp_path), lang="zh")
    assert error.value.what.zh == "2025年度没有这个单位"
    assert error.value.hint.zh == hint


def test_no_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="没有审核台账"):
        history.command(UNIT, year=None, ledger="", lang="zh")

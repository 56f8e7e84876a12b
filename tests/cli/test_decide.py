"""validator.cli.decide: chaque decide, from the command line to the ledger."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.ledger_support import DIGEST, OTHER, UNIT, decision, ledger, line, seen, sheet
from validator.cli import decide
from validator.cli.recorded import UPDATE
from validator.errors import UsageError
from validator.model.decision import Decision
from validator.review.deciding.ledger import Ledger

Run = Callable[..., int]
AFTER = f"{UPDATE.zh}\n"
BY = {"because": "看过原文", "by": "王某"}


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.delenv(decide.REVIEWER, raising=False)
    monkeypatch.chdir(tmp_path)
    return ledger(tmp_path)


def recorded(path: str) -> list[Decision]:
    with Ledger(path) as book:
        return list(book.decisions())


def run(*args: str, **options: object) -> int:
    return decide.command(*args, **{"import_": "", "lang": "zh", **options})  # type: ignore[arg-type]


def refusal(*args: str, **options: object) -> str:
    with pytest.raises(UsageError) as error:
        run(*args, **options)
    return str(error.value)


def test_a_correction(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(UNIT, "correct", "causes", to="pass", **BY) == 0
    told = f"已记下1号决定：{UNIT}2025年度，更正“不足的原因”：缺 → 有。复核人：王某。\n"
    assert capsys.readouterr().out == told + "再运行 chaque review，网页、工作簿和反馈函才会更新。\n"
    (d,) = recorded(path)
    assert d == Decision(
        *(1, d.at, "王某", UNIT, 2025, "correct", "causes", "fail", "pass", "看过原文", DIGEST), f"2025/{UNIT}.docx"
    )


def test_in_chinese_words_and_english_answer(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(UNIT, "更正", "不足的原因", to="不全", lang="en", **BY) == 0
    told = f"Recorded as decision 1: {UNIT}, 2025: correct “Causes of the shortcomings”: missing → in part. By 王某.\n"
    told += "The report has only in part: Causes of the shortcomings.\n"
    assert capsys.readouterr().out == f"{told}{UPDATE.en}\n"
    assert [(d.rule, d.new) for d in recorded(path)] == [("causes", "partial")]


def test_every_action(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(UNIT, "confirm", "causes", **BY)
    run(UNIT, "return", **BY)
    run(OTHER, "accept", **BY)
    run(UNIT, "withdraw", "#2", **BY)
    run(UNIT, "withdraw", "1", **BY)
    assert [line.partition("度，")[2] for line in capsys.readouterr().out.splitlines() if line != UPDATE.zh] == [
        "维持“不足的原因”：缺。复核人：王某。",
        "退回报告。复核人：王某。",
        "接受报告。复核人：王某。",
        "撤回2号决定。复核人：王某。",
        "撤回1号决定。复核人：王某。",
    ]
    rows = [(d.action, d.rule, d.old, d.withdrawn) for d in recorded(path)]
    assert rows == [
        ("confirm", "causes", "fail", 0),
        ("return", "", "", 0),
        ("accept", "", "", 0),
        ("withdraw", "", "", 2),
        ("withdraw", "causes", "", 1),
    ]


def test_what_is_replaced_is_told(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Ledger(path) as book:
        book.add(decision(reason="附件里\n有。", who="李某", at="2026-03-05T08:30:00Z"))
    run(UNIT, "confirm", "causes", **BY)
    assert capsys.readouterr().out.splitlines() == [
        f"已记下2号决定：{UNIT}2025年度，维持“不足的原因”：缺。复核人：王某。",
        "它代替了1号决定：更正“不足的原因”：缺 → 有（李某，2026-03-05）。理由：附件里 有。",
        UPDATE.zh,
    ]
    run(UNIT, "accept", **BY)
    run(UNIT, "withdraw", "2", **BY)
    assert "代替" not in capsys.readouterr().out
    run(UNIT, "correct", "causes", to="partial", lang="en", **BY)
    assert capsys.readouterr().out.splitlines()[1].startswith("It replaces decision 1: correct “Causes of")


def test_of_several_withdrawals_at_once_one_is_recorded(path: str) -> None:
    run(UNIT, "confirm", "causes", **BY)

    def withdrawn(_: int) -> str:
        try:
            return str(run(UNIT, "withdraw", "1", **BY))
        except UsageError as error:
            return str(error)

    with ThreadPoolExecutor(4) as pool:
        told = sorted(pool.map(withdrawn, range(4)))
    assert told == ["0", *["1号决定已经撤回"] * 3]
    assert [d.action for d in recorded(path)] == ["confirm", "withdraw"]


def test_a_file_that_cannot_be_read_is_returned(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Ledger(path) as book:
        book.note_seen([seen(standing="unreadable", digest="", low=None, high=None, verdict="", results={})])
        book.note_seen([seen(OTHER, standing="doubtful", digest="", low=None, high=None, verdict="", results={})])
    assert run(UNIT, "return", **BY) == 0
    assert "退回报告" in capsys.readouterr().out
    assert [(d.action, d.digest) for d in recorded(path)] == [("return", "")]
    assert "请在名册的“文件”列写上文件名" in refusal(OTHER, "return", **BY)


def test_reviewer_from_the_environment(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(decide.REVIEWER, "李某")
    run(UNIT, "confirm", "causes", because="对")
    run(UNIT, "confirm", "causes", because="对", by="王某")
    assert [d.who for d in recorded(path)] == ["李某", "王某"]


@pytest.mark.parametrize(
    ("args", "options", "said"),
    [
        ((), {}, "没有写单位和意见"),
        ((UNIT,), {}, "没有写单位和意见"),
        ((UNIT, "judge"), BY, "judge: 没有这种意见。可以写：confirm、correct、return、accept、withdraw"),
        ((UNIT, "correct", "causes"), {"by": "王某", "to": "pass"}, "--because: 没有写理由"),
        ((UNIT, "accept"), {"because": " ", "by": "王某"}, "--because: 没有写理由"),
        ((UNIT, "withdraw", "1"), {"by": "王某"}, "--because: 没有写理由"),
        ((UNIT, "confirm", "causes"), {"because": "对"}, "--by: 没有写复核人。加上 --by 姓名"),
        ((UNIT, "confirm", "causes"), {**BY, "because": "长" * 3000}, "--because: 超过 2000 字"),
        ((UNIT, "confirm", "causes"), {**BY, "because": "\udcff"}, "--because: 有无法识别的字符"),
        ((UNIT, "withdraw", "1"), {**BY, "by": "\udcff"}, "--by: 有无法识别的字符"),
        ((UNIT, "confirm"), BY, "维持和更正要写明是哪一项"),
        ((UNIT, "confirm", "sauces"), BY, "sauces: 没有这条规则。是不是causes"),
        ((UNIT, "confirm", "不足"), BY, "不足: 可能指2条规则。是不是不足的原因、不足写得是否具体？"),
        ((UNIT, "confirm", "date"), BY, "机器结论是“没有查”"),
        ((UNIT, "correct", "causes"), BY, "--to: 更正要写改为什么。可以写有、不全、缺、不涉及、免除"),
        ((UNIT, "correct", "causes"), {**BY, "to": "good"}, "--to: 不能写“good”。可以写：pass、partial、fail"),
        ((UNIT, "correct", "causes"), {**BY, "to": "fail"}, "--to: 机器结论本来就是“缺”"),
        ((UNIT, "return", "causes"), BY, "退回和接受是对全文的"),
        ((UNIT, "accept"), {**BY, "to": "pass"}, "--to: 只有更正才写改为什么"),
        (("云川县青和镇", "accept"), BY, f"云川县青和镇: 2025年度没有这个单位。是不是{UNIT}？"),
        (("青和镇\x1b[2J", "accept"), BY, "青和镇\\u001b[2J: 2025年度没有这个单位"),
        ((UNIT, "accept"), {**BY, "year": 2020}, "--year 2020: 审核台账里没有2020年度。有这些年度：2025"),
        ((UNIT, "withdraw"), BY, "撤回要写决定的号"),
        ((UNIT, "withdraw", "99"), BY, "这个单位没有99号决定"),
        ((UNIT, "confirm", "causes"), {"import_": "a.xlsx"}, "--import: 不能和单位、意见一起写"),
    ],
)
def test_wrong_use(path: str, args: tuple[str, ...], options: dict[str, object], said: str) -> None:
    assert said in refusal(*args, **options)
    assert recorded(path) == []


def test_what_cannot_be_withdrawn(path: str) -> None:
    run(UNIT, "accept", **BY)
    assert "这个单位没有1号决定" in refusal(OTHER, "withdraw", "1", **BY)
    run(UNIT, "withdraw", "1", **BY)
    assert "1号决定已经撤回" in refusal(UNIT, "withdraw", "1", **BY)
    assert "2号本身就是撤回" in refusal(UNIT, "withdraw", "2", **BY)
    assert len(recorded(path)) == 2


def test_the_newest_year_unless_another_is_named(path: str) -> None:
    with Ledger(path) as book:
        book.note_seen([seen(year=2024, digest="old"), seen("云川县", year=2024)])
    run(UNIT, "accept", **BY)
    run(UNIT, "accept", year=2024, **BY)
    assert [(d.year, d.digest) for d in recorded(path)] == [(2025, DIGEST), (2024, "old")]
    assert "有2024年度的，请加 --year 2024" in refusal("云川县", "accept", **BY)


def test_it_decides_on_what_was_seen_last(path: str) -> None:
    with Ledger(path) as book:
        book.note_seen([seen(digest="new", results={"causes": "partial"})])
    run(UNIT, "confirm", "causes", **BY)
    assert [(d.digest, d.old) for d in recorded(path)] == [("new", "partial")]


def test_a_pack_that_cannot_be_found_is_no_obstacle(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Ledger(path) as book:
        book.note_seen([seen(pack="our-own-pack")])  # its rules may have the same ids and be others
    run(UNIT, "confirm", "causes", **BY)
    assert "维持“causes”：缺" in capsys.readouterr().out


def test_which_ledger(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    monkeypatch.chdir(tmp_path / "a")
    assert "这里没有审核台账。先运行 chaque review，或写 --ledger 文件" in refusal(UNIT, "accept", **BY)
    assert run(UNIT, "accept", ledger=path, **BY) == 0
    assert "没有这个审核台账" in refusal(UNIT, "accept", ledger="none", **BY)
    monkeypatch.chdir(tmp_path)
    ledger(tmp_path / "a")
    assert "这里有2个审核台账：2025.chaque-ledger、a/2025.chaque-ledger" in refusal(UNIT, "accept", **BY)


def test_a_ledger_without_units(tmp_path: Path) -> None:
    Ledger(str(tmp_path / "x.chaque-ledger")).close()
    assert "还没有任何单位" in refusal(UNIT, "accept", ledger=str(tmp_path / "x.chaque-ledger"), **BY)


def test_a_confirmation_needs_no_reason(path: str) -> None:
    run(UNIT, "confirm", "causes", by="王某")
    run(UNIT, "confirm", "causes", because="对", by="王某")
    run(UNIT, "confirm", "causes", by="王某", lang="en")
    assert [d.reason for d in recorded(path)] == ["", "对", ""]


@pytest.mark.parametrize("name", ["青禾镇", "云川县青禾镇", "青禾镇政府", "青禾乡", "县司法局", "白石镇", OTHER])
def test_a_unit_by_any_of_its_names(path: str, name: str) -> None:
    with Ledger(path) as book:
        book.note_seen([seen(called=("青禾乡",)), seen("云川县司法局（普法办）")])
    run(name, "accept", **BY)
    run(name, "withdraw", "1", **BY)
    assert {d.unit for d in recorded(path)} <= {UNIT, OTHER, "云川县司法局（普法办）"}
    assert [d.action for d in recorded(path)] == ["accept", "withdraw"]


def test_a_name_of_two_units_is_refused(path: str) -> None:
    with Ledger(path) as book:
        book.note_seen([seen(called=("镇政府",)), seen(OTHER, called=("镇政府",))])
    assert f"镇政府: 有2个单位叫这个名称。是不是{UNIT}、{OTHER}？" in refusal("镇政府", "accept", **BY)


def test_lateness_is_not_decided_but_in_the_roster(path: str) -> None:
    with Ledger(path) as book:
        book.note_seen([seen(results={"late-report": "fail"}, timed=("late-report",))])
    for args, to in (("confirm", ""), ("correct", "waived")):
        told = refusal(UNIT, args, "late-report", to=to, **BY)
        assert told.startswith("是否逾期，审核按名册判断") and "名册“报送期限”列" in told
    assert recorded(path) == []


def test_a_report_on_another_year_is_not_accepted(path: str) -> None:
    with Ledger(path) as book:
        book.note_seen([seen(standing="other_year", results={})])
    assert "报来的不是这一年度的报告，不能接受。可以退回（return）" in refusal(UNIT, "accept", **BY)
    assert run(UNIT, "return", **BY) == 0


def test_import_tells_of_what_was_emptied(path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Ledger(path) as book:
        book.add(decision(at="2026-03-05T08:30:00Z"))
    (tmp_path / "r.xlsx").write_bytes(sheet(line(known=1)))
    assert run(import_="r.xlsx") == 0
    assert capsys.readouterr().out.splitlines() == [
        "新记下0条，台账里已有0条，没有记下0条。",
        "第2行：“意见”已清空，但1号决定（王某，2026-03-05）没有撤回。"
        f"要撤回请用 chaque decide {UNIT} withdraw 1 --because 理由 --by 姓名。",
    ]


def test_import(path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = [line(action="维持", who="王某"), line(rule="", action="退回", reason="补原因")]
    (tmp_path / "r.xlsx").write_bytes(sheet(*good))
    assert run(import_="r.xlsx", by="李某") == 0
    assert capsys.readouterr().out == "新记下2条，台账里已有0条，没有记下0条。\n" + AFTER
    assert run(import_="r.xlsx", by="李某") == 0
    assert capsys.readouterr().out == "新记下0条，台账里已有2条，没有记下0条。\n"
    assert [d.who for d in recorded(path)] == ["王某", "李某"]


def test_import_tells_what_it_did_not_take(path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = [line(action="好\x1b\n"), line("青禾\u202e镇", action="维持"), line(rule="plan", action="维持", who="王某")]
    (tmp_path / "r.xlsx").write_bytes(sheet(*wrong))
    assert run(import_="r.xlsx") == 1
    told = capsys.readouterr()
    assert told.out == "新记下1条，台账里已有0条，没有记下2条。\n" + AFTER
    first, second = told.err.splitlines()
    assert first.startswith("r.xlsx: 第2行“意见”：不能写“好")
    assert first.endswith("可以写：维持、更正、退回、接受")
    assert second == f"r.xlsx: 第3行“单位”：2025年度没有“青禾\\u202e镇”这个单位。是不是{UNIT}？"
    assert run(import_="r.xlsx", lang="en") == 1
    assert "row 2, “Opinion”: cannot be" in capsys.readouterr().err


def test_import_of_no_workbook(path: str, tmp_path: Path) -> None:
    assert "读不了工作簿（文件夹或文件不存在）" in refusal(import_="none.xlsx")
    (tmp_path / "r.xlsx").write_bytes(b"hello")
    assert "r.xlsx: 打不开这个工作簿" in refusal(import_="r.xlsx")
    assert recorded(path) == []


def test_what_people_only_check_is_not_called_missing(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Ledger(path) as book:
        book.note_seen([seen(results={"year-conflict": "fail", "causes": "fail"})])
    assert run(UNIT, "correct", "year-conflict", to="pass", **BY) == 0
    assert "要核对 → 没有问题" in capsys.readouterr().out
    assert run(UNIT, "correct", "causes", to="pass", **BY) == 0
    assert "缺 → 有" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["落款", "落款(署名)", "署名", "signature", "Signat", "落款（署各）"])
def test_a_rule_by_part_of_its_title(path: str, name: str) -> None:
    with Ledger(path) as book:
        book.note_seen([seen(results={"issuing-body": "fail"})])
    assert run(UNIT, "correct", name, to="pass", **BY) == 0
    assert [d.rule for d in recorded(path)] == ["issuing-body"]


def test_english_answers_have_english_signs(path: str) -> None:
    for args, options, said in (
        ((UNIT, "correct", "causes"), {"to": "ok"}, "--to: cannot be “ok”. Allowed: pass, partial, fail, "),
        ((UNIT, "judge"), {}, "judge: no such action. Allowed: confirm, correct, "),
        ((UNIT, "return", "causes"), {}, "ACTION: return and accept are about the whole report"),
        ((UNIT, "confirm"), {}, "RULE: confirm and correct need a rule"),
        ((UNIT, "accept"), {"year": 2020}, "--year 2020: the ledger has nothing on 2020. It has: 2025"),
    ):
        with pytest.raises(UsageError) as error:
            run(*args, lang="en", **BY, **options)
        told = error.value.in_language("en")
        assert said in told
        assert "、" not in told


def test_without_a_report_nothing_can_be_reviewed_and_all_can_be_withdrawn(path: str) -> None:
    run(UNIT, "confirm", "causes", **BY)
    with Ledger(path) as book:
        gone = {"file": "", "digest": "", "pack": "", "low": None, "high": None, "verdict": "", "results": {}}
        book.note_seen([seen(standing="missing", **gone)])
    assert refusal(UNIT, "confirm", "不足的原因", **BY) == "没有可以复核的报告"
    assert run(UNIT, "withdraw", "1", **BY) == 0


def test_words_of_a_check(path: str) -> None:
    with Ledger(path) as book:
        book.note_seen([seen(results={"personal-data": "pass", "causes": "fail"})])
    assert "--to: 机器结论本来就是“没有问题”" in refusal(UNIT, "correct", "personal-data", to="没有问题", **BY)
    assert "可以写没有问题、要核对、不涉及、免除" in refusal(UNIT, "correct", "personal-data", **BY)
    assert run(UNIT, "correct", "personal-data", to="要核对", **BY) == 0
    assert [(d.old, d.new) for d in recorded(path)] == [("pass", "fail")]

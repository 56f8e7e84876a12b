"""validator.review.deciding.importing: a filled sheet against the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ledger_support import OTHER, UNIT, decision, ledger, line, seen, sheet
from validator.pipeline import load_pack
from validator.review.deciding.decisions import newest
from validator.review.deciding.importing import imported
from validator.review.deciding.ledger import Ledger
from validator.review.deciding.sheet import Sheet, read_sheet

FILLED = (
    line(action="更正", new="有", reason="写在附件里", who="王某"),
    line(rule="plan", action="维持"),
    line(rule="", action="退回", reason="补原因", who="王某"),
    line(OTHER, rule="", action="接受", reason="已当面说明", who="李某"),
)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(ledger(tmp_path)) as opened:
        yield opened


def read(*rows: dict[str, object]) -> Sheet:
    return read_sheet(sheet(*rows), "r.xlsx")


def refused(book: Ledger, *rows: dict[str, object]) -> list[tuple[int, str, str]]:
    done = imported(read(*rows), book, "赵某")
    return [(m.number, m.column.zh, m.what.zh) for m in done.refused]


def test_all_is_recorded(book: Ledger) -> None:
    done = imported(read(*FILLED), book, "赵某")
    assert (done.known, done.refused) == (0, ())
    assert book.decisions() == done.added
    assert [(d.unit, d.who, d.action, d.rule, d.old, d.new) for d in done.added] == [
        (UNIT, "王某", "correct", "causes", "fail", "pass"),
        (UNIT, "赵某", "confirm", "plan", "partial", ""),
        (UNIT, "王某", "return", "", "", ""),
        (OTHER, "李某", "accept", "", "", ""),
    ]


def test_twice_adds_nothing(book: Ledger) -> None:
    first = imported(read(*FILLED), book, "赵某")
    second = imported(read(*FILLED), book, "赵某")
    assert (second.added, second.known, second.refused) == ((), 4, ())
    assert book.decisions() == first.added


def test_what_is_known_stays_known_when_the_report_has_changed(book: Ledger) -> None:
    imported(read(*FILLED), book, "赵某")
    book.note_seen([seen(digest="f" * 16)])
    done = imported(read(*FILLED, line(rule="achievements", action="维持")), book, "赵某")
    assert (done.added, done.known) == ((), 4)
    assert [(m.number, m.what.zh) for m in done.refused] == [(6, "报告文字已改，请重新审核")]


def withdraw(book: Ledger, of: int, **more: object) -> None:
    book.add(decision(action="withdraw", old="", new="", withdrawn=of, at="2026-03-05T08:30:00Z", **more))


def test_what_was_withdrawn_since_is_not_revived_by_the_same_sheet(book: Ledger) -> None:
    (d, *_) = imported(read(*FILLED), book, "赵某").added
    withdraw(book, d.id, who="李某")
    done = imported(read(*FILLED), book, "赵某")
    assert (done.added, done.known) == ((), 3)
    assert done.refused[0].what.zh == "这一行是1号决定，李某在2026-03-05已经撤回"
    assert done.refused[0].hint.zh == f"请先看 chaque history {UNIT}，确认后用 chaque decide 写明"
    assert (UNIT, 2025, "causes") not in newest(book.decisions())


def test_an_untouched_sheet_says_nothing_whatever_was_decided_since(book: Ledger) -> None:
    """One row was accepted by two, one after the other, with different reasons; the other was withdrawn."""
    by_wang = decision(action="accept", rule="", old="", new="", reason="原因一\n有附件。", who="王 某")
    first, second = book.add(by_wang), book.add(decision(who="王某"))
    untouched = read(
        line(rule="", action="接受", reason="原因一\n有附件。", who="王 某", known=first.id),
        line(action="更正", new="有", reason=second.reason, who="王某", known=second.id),
    )
    later = book.add(by_wang._replace(reason="原因二", who="李某"))
    withdraw(book, second.id, who="李某")
    before = book.decisions()
    done = imported(untouched, book, "赵某")
    assert (done.added, done.known, done.refused) == ((), 2, ())
    assert book.decisions() == before
    assert newest(before)[UNIT, 2025, ""] == later


@pytest.mark.parametrize("changed", [{"reason": "原因三"}, {"who": "孙某", "reason": "原因三"}, {"action": "退回"}])
def test_a_row_that_was_changed_is_refused_where_another_decided_since(book: Ledger, changed: dict[str, str]) -> None:
    accept = decision(action="accept", rule="", old="", new="", reason="原因一")
    first = book.add(accept)
    book.add(accept._replace(reason="原因二", who="李某", at="2026-03-05T08:30:00Z"))
    row = line(rule="", action="接受", reason="原因一", who="王某", known=first.id)
    done = imported(read({**row, **changed}), book)
    assert (done.added, done.known) == ((), 0)
    assert [m.what.zh for m in done.refused] == ["这张表生成以后，李某在2026-03-05已作2号决定：接受，这一行与它不同"]


def test_a_reviewer_may_put_their_name_to_what_they_have_seen(book: Ledger) -> None:
    first = book.add(decision(who="李某"))
    row = line(action="更正", new="有", reason=first.reason, who="王某", known=first.id)
    assert [d.who for d in imported(read(row), book).added] == ["王某"]


def test_a_changed_mind_is_a_new_decision(book: Ledger) -> None:
    imported(read(*FILLED), book, "赵某")
    done = imported(read(line(action="维持", who="王某", known=1), *FILLED[1:]), book, "赵某")
    assert ([d.action for d in done.added], done.known) == (["confirm"], 3)
    done = imported(read({**FILLED[0], "known": done.added[0].id}), book, "赵某")
    assert [d.action for d in done.added] == ["correct"]  # and back again


@pytest.mark.parametrize("without", ["", "决定号"])
@pytest.mark.parametrize("known", ["", 0, 1, "甲"])
def test_what_was_decided_since_is_not_replaced(book: Ledger, without: str, known: object) -> None:
    book.add(decision(action="confirm", new="", who="旧某"))
    book.add(decision(who="李某", at="2026-03-05T08:30:00Z"))
    data = sheet(line(action="维持", known=known), line(rule="plan", action="维持"), without=without)
    done = imported(read_sheet(data, "r.xlsx"), book, "赵某")
    assert [d.rule for d in done.added] == ["plan"]
    (m,) = done.refused
    assert (m.number, m.column.zh) == (2, "意见")
    assert m.what.zh == "这张表生成以后，李某在2026-03-05已作2号决定：更正为“有”，这一行与它不同"
    assert m.hint.zh == f"请先看 chaque history {UNIT}，确认后用 chaque decide 写明"


def test_two_who_return_for_different_reasons(book: Ledger) -> None:
    imported(read(line(rule="", action="退回", reason="补原因", who="李某")), book)
    (m,) = imported(read(line(rule="", action="退回", reason="补落款", who="王某")), book).refused
    assert m.what.zh.endswith("已作1号决定：退回，这一行与它不同")


def test_two_who_say_the_same_in_two_copies_say_it_once(book: Ledger) -> None:
    imported(read(line(rule="plan", action="维持", who="李某")), book)
    done = imported(read(line(rule="plan", action="维持", who="王某")), book)
    assert (done.added, done.known, done.refused) == ((), 1, ())


@pytest.mark.parametrize("reason", ["", "同意程序的结论", "agree with the program"])
def test_confirming_needs_no_reason(book: Ledger, reason: str) -> None:
    assert [d.reason for d in imported(read(FILLED[1]), book, "赵某").added] == [""]
    shown = {**FILLED[1], "reason": reason, "who": "赵某", "known": 1}
    assert imported(read(shown), book).known == 1


@pytest.mark.parametrize("action", ["更正", "退回", "接受"])
def test_everything_else_needs_a_reason(book: Ledger, action: str) -> None:
    row = line(action=action, new="有") if action == "更正" else line(rule="", action=action)
    assert refused(book, row) == [(2, "理由", "更正、退回和接受要写理由")]


def test_a_decision_that_lapsed_with_the_rules_can_be_made_again_in_the_same_words(book: Ledger) -> None:
    old = book.add(decision(old="partial"))
    row = line(action="更正", new="有", reason=old.reason, who=old.who, known=old.id)
    assert [d.old for d in imported(read(row), book).added] == ["fail"]


def test_rows_whose_cells_were_exchanged_are_refused(book: Ledger) -> None:
    causes, plan = line(action="维持"), line(rule="plan", action="维持")
    mixed = [{**causes, "element": "plan"}, {**plan, "element": "causes"}]
    assert refused(book, *mixed, {**line(OTHER, action="维持"), "unit": UNIT}) == [
        (2, "要素", f"“plan”和后面的代码对不上，代码是“{UNIT}：causes”的"),
        (3, "要素", f"“causes”和后面的代码对不上，代码是“{UNIT}：plan”的"),
        (4, "单位", f"“{UNIT}”和后面的代码对不上，代码是“{OTHER}：causes”的"),
    ]
    assert book.decisions() == ()


def test_in_a_workbook_of_an_older_version_the_titles_tell(book: Ledger) -> None:
    rules = {rule.id: rule for rule in load_pack().rules}
    old: dict[str, Any] = {"action": "维持", "origin": ""}
    rows = (line(element="存在的不足", **old), line(OTHER, element="不足的 原因", **old))
    done = imported(read(*rows), book, "赵某", rules_of=lambda pack: rules if pack == seen().pack else {})
    assert [(d.unit, d.rule) for d in done.added] == [(OTHER, "causes")]
    assert [(m.number, m.column.zh, m.what.zh) for m in done.refused] == [
        (2, "要素", "“存在的不足”和后面的代码对不上，代码是“不足的原因”的")
    ]


def test_a_row_with_the_id_of_another_s_decision_is_refused(book: Ledger) -> None:
    book.add(decision(unit=OTHER))
    assert refused(book, line(action="维持", known=1, origin="")) == [(2, "决定号", "1号决定不是这一项的")]
    assert imported(read(line(known=1)), book).cleared == ()


def test_what_the_roster_decides_is_refused(book: Ledger) -> None:
    book.note_seen([seen(results={"late-report": "fail"}, timed=("late-report",))])
    assert refused(book, line(rule="late-report", action="维持", old="fail")) == [
        (2, "规则", "是否逾期，审核按名册判断，这一项不用维持或更正")
    ]


def test_what_does_not_count_is_not_accepted(book: Ledger) -> None:
    book.note_seen([seen(standing="other_year", results={})])
    row = line(rule="", action="接受", reason="好")
    assert refused(book, row) == [(2, "意见", "报来的不是这一年度的报告，不能接受")]
    assert imported(read({**row, "action": "退回"}), book, "赵某").refused == ()


def test_a_row_that_was_emptied_is_told_and_withdraws_nothing(book: Ledger) -> None:
    d = book.add(decision(at="2026-03-05T08:30:00Z"))
    done = imported(read(line(known=d.id), line(rule="plan", action="维持")), book, "赵某")
    assert ([x.rule for x in done.added], done.known, done.refused) == (["plan"], 0, ())
    assert [(m.number, m.what.zh, m.hint.zh) for m in done.cleared] == [
        (
            2,
            "“意见”已清空，但1号决定（王某，2026-03-05）没有撤回",
            f"要撤回请用 chaque decide {UNIT} withdraw 1 --because 理由 --by 姓名",
        )
    ]


def test_the_command_names_the_year_and_can_be_typed(book: Ledger) -> None:
    name = "柳林镇(党委 政府)"
    book.note_seen([seen(name, year=2024)])
    d = book.add(decision(unit=name, year=2024))
    (m,) = imported(read(line(name, year=2024, known=d.id)), book).cleared
    assert f"chaque decide '{name}' withdraw {d.id} --year 2024 --because" in m.hint.zh


@pytest.mark.parametrize(
    ("made", "row"),
    [
        ({"digest": "another"}, {}),
        ({"old": "partial"}, {}),
        ({}, {"known": 0}),
        ({}, {"known": 77}),
        ({"action": "accept", "rule": "", "old": "", "new": "", "unit": OTHER}, {"unit": OTHER, "rule": ""}),
    ],
)
def test_a_row_that_was_empty_from_the_start_is_not_told(
    book: Ledger, made: dict[str, str], row: dict[str, Any]
) -> None:
    """Its decision had lapsed when the sheet was made, or there was none."""
    book.note_seen([seen(OTHER, standing="other_year", results={})])
    book.add(decision(**made))
    assert imported(read(line(**{"known": 1, **row})), book).cleared == ()


def test_an_emptied_row_tells_the_decision_that_counts_now(book: Ledger) -> None:
    row = line(known=book.add(decision()).id)
    newer = book.add(decision(who="李某", reason="别的", at="2026-03-06T08:30:00Z"))
    (m,) = imported(read(row), book).cleared
    assert m.what.zh == "“意见”已清空，但2号决定（李某，2026-03-06）没有撤回"
    withdraw(book, newer.id)
    (m,) = imported(read(row), book).cleared
    assert "但1号决定" in m.what.zh
    withdraw(book, 1)
    assert imported(read(row), book).cleared == ()


def test_a_decision_that_has_lapsed_is_in_nobodys_way(book: Ledger) -> None:
    book.add(decision(who="李某", digest="another"))
    assert len(imported(read(line(action="维持")), book, "赵某").added) == 1


def test_a_masked_number_in_a_reason_is_nothing_new(book: Ledger) -> None:
    row = line(action="维持", reason="已电话13812345678核实")
    assert [d.reason for d in imported(read(row), book, "赵某").added] == ["已电话138******78核实"]
    assert imported(read(row), book, "赵某").known == 1


def test_refused_rows_are_told_and_the_others_recorded(book: Ledger) -> None:
    done = imported(
        read(
            FILLED[0],
            line("云川县青禾镇", action="维持"),
            line(UNIT, year=2023, action="维持"),
            line(rule="plan", action="维持", digest="another"),
            line(rule="achievements", action="维持", old="fail"),
            line(rule="date", action="维持"),
            line(OTHER, action="更正", new="缺", reason="无"),
            line(OTHER, rule="plan", action="好"),
        ),
        book,
        "赵某",
    )
    assert len(done.added) == 1
    assert [(m.number, m.column.zh, m.what.zh) for m in done.refused] == [
        (3, "单位", "2025年度没有“云川县青禾镇”这个单位"),
        (4, "单位", f"2023年度没有“{UNIT}”这个单位"),
        (5, "文字", "报告文字已改，请重新审核"),
        (6, "结论代码", "机器结论已从“缺”变为“有”"),
        (7, "规则", "机器结论是“没有查”，没有可复核的"),
        (8, "改为", "机器结论本来就是“缺”"),
        (9, "意见", "不能写“好”"),
    ]
    assert done.refused[0].hint.zh == f"是不是{UNIT}？"


def test_a_reviewer_is_needed(book: Ledger) -> None:
    done = imported(read(line(action="维持")), book)
    assert [(m.number, m.column.zh) for m in done.refused] == [(2, "复核人")]
    assert book.decisions() == ()


def test_the_same_thing_twice_in_one_sheet(book: Ledger) -> None:
    same, other = line(action="维持"), line(OTHER, action="更正", new="有", reason="有")
    done = imported(read(same, same), book, "赵某")
    assert (len(done.added), done.known, done.refused) == (1, 1, ())
    assert refused(book, line(rule="plan", action="维持"), line(OTHER, action="维持"), other) == [
        (4, "意见", "和第3行说的是同一项，意见不同")
    ]

"""validator.review.deciding.importing: a filled sheet against the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ledger_support import OTHER, UNIT, decision, ledger, line, seen, sheet
from validator.review.deciding.decisions import newest
from validator.review.deciding.importing import imported
from validator.review.deciding.ledger import Ledger
from validator.review.deciding.sheet import Sheet, read_sheet

FILLED = (
    line(action="更正", new="有", reason="写在附件里", who="王某"),
    line(rule="plan", action="维持"),
    line(rule="", action="退回", reason="补原因", who="王某"),
    line(OTHER, rule="", action="接受", who="李某"),
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


def test_what_was_withdrawn_is_recorded_anew(book: Ledger) -> None:
    (d, *_) = imported(read(*FILLED), book, "赵某").added
    withdraw(book, d.id)
    done = imported(read(*FILLED), book, "赵某")
    assert ([(x.rule, x.action) for x in done.added], done.known) == ([("causes", "correct")], 3)
    assert newest(book.decisions())[UNIT, 2025, "causes"].id == done.added[0].id
    assert imported(read(*FILLED), book, "赵某").known == 4


def test_a_row_that_only_shows_what_was_withdrawn_since_is_refused(book: Ledger) -> None:
    (d, *_) = imported(read(*FILLED), book, "赵某").added
    withdraw(book, d.id, who="李某")
    done = imported(read({**FILLED[0], "known": d.id}), book, "赵某")
    assert (done.added, done.known) == ((), 0)
    assert done.refused[0].what.zh == "这一行是1号决定，李某在2026-03-05已经撤回"
    assert done.refused[0].hint.zh == f"请先看 chaque history {UNIT}，确认后用 chaque decide 写明"


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


def test_the_same_opinion_of_another_reviewer_is_taken(book: Ledger) -> None:
    book.add(decision(who="李某"))
    done = imported(read(FILLED[0]), book)
    assert ([d.who for d in done.added], done.refused) == (["王某"], ())


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
    same, other = line(action="维持"), line(action="更正", new="有", reason="有")
    done = imported(read(same, same), book, "赵某")
    assert (len(done.added), done.known, done.refused) == (1, 1, ())
    assert refused(book, line(rule="plan", action="维持"), line(OTHER, action="维持"), {**other, "unit": OTHER}) == [
        (4, "意见", "和第3行说的是同一项，意见不同")
    ]

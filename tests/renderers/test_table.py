"""validator.renderers.table: for people."""

from __future__ import annotations

import unicodedata
from typing import Any

from tests.support import REPORT, check, pack, report, run_of
from validator.model.result import Assessment
from validator.renderers import Options, render


def table(*assessments: Assessment, **options: Any) -> str:
    return render("table", run_of(assessments), Options(**options)).decode()


def width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def test_complete_report() -> None:
    shown = table(check(REPORT.encode(), name="青禾镇.txt"))
    assert shown.startswith("青禾镇.txt\n")
    assert "结论：齐全，得分 100，8项中8项齐全" in shown
    assert "要补的内容" not in shown
    assert "\x1b" not in shown


def test_what_to_write() -> None:
    shown = table(check(report("causes", "signature").encode()))
    assert "结论：不齐全" in shown
    assert "要补的内容：" in shown
    assert "[causes]" in shown
    assert pack().rules[2].fix.zh in shown


def test_findings_are_apart() -> None:
    shown = table(check(REPORT.replace("检查46次", "检查XX次").encode()))
    assert "请核对（不计分）：" in shown
    assert "[placeholder]" in shown
    assert "结论：齐全" in shown


def test_english() -> None:
    shown = table(check(report("causes").encode()), lang="en")
    assert "Verdict" in shown
    assert "What to write:" in shown
    assert "(line " in shown


def test_columns_stand_below_each_other() -> None:
    lines = table(check(REPORT.encode())).splitlines()
    rule = next(line for line in lines if line.startswith("---"))
    column = rule.index("  -") + 2
    rows = lines[lines.index(rule) + 1 :][:5]
    for row in rows:
        cut = next(i for i in range(len(row)) if width(row[:i]) == column)
        assert row[cut - 1] == " "
        assert row[cut] != " "


def test_colours_only_when_asked() -> None:
    shown = table(check(report("causes").encode()), colour=True)
    assert "\x1b[31m" in shown
    assert shown.count("\x1b[") == 2 * shown.count("\x1b[0m")


def test_several_files_have_an_overview() -> None:
    shown = table(
        check(REPORT.encode(), name="a.txt"), check(report("causes").encode(), name="b.txt"), check(b"", name="c.txt")
    )
    assert "共3个文件：齐全1，不齐全1，没有全部判明0，不是这种报告0，读不了1。" in shown
    assert "文件是空的" in shown


def test_many_files_have_the_overview_only() -> None:
    shown = table(*(check(report("causes").encode(), name=f"{i}.txt") for i in range(11)))
    assert "要补的内容" not in shown
    assert shown.count("不足的原因") == 11


def test_names_cannot_rewrite_the_terminal() -> None:
    shown = table(check(REPORT.encode(), name="a\x1b[2J\u202e.txt"))
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_quotations_cannot_rewrite_the_terminal() -> None:
    shown = table(check(REPORT.replace("存在的不足", "存在的\x1b[2J不足\u202e").encode()))
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_not_this_report_and_unreadable_say_why() -> None:
    assert "不是这种报告" in table(check("云川县水利局防汛预案\n一、职责\n局长负总责。\n".encode()))
    assert "文件是空的" in table(check(b""))

"""validator.review.summary: the few lines that the command prints."""

from __future__ import annotations

import re
import shlex

from tests.review.outputs.reviews_by_hand import filed, lapsed_return, review
from validator.model.review import Review
from validator.pipeline import check
from validator.review.summary import summary
from validator.review.writing import Aside
from validator.words import Lang


def told(r: Review, *changed: Aside, lang: Lang = "zh") -> list[str]:
    return summary(r, ["review.html", "review.xlsx"], "审核", "报送.chaque-ledger", changed, lang)


def test_each_group_has_the_name_that_it_has_everywhere() -> None:
    assert told(review())[0] == "2024年度：应报11个单位，已报送6（逾期2），未报送1，报送不符3，待确认1。"
    sent = tuple(u for u in review().units if u.standing == "submitted")
    assert told(review()._replace(units=sent))[0] == "2024年度：应报6个单位，已报送6（逾期2），未报送0。"


def test_decisions_are_told_where_there_are_any() -> None:
    assert "审核决定：已接受1；已退回1。" in told(review())
    units = (lapsed_return(), *review().units[1:])
    assert "审核决定：已退回1；已改，待复核1。" in told(review()._replace(units=units))
    none = tuple(u._replace(state="", decisions=()) for u in review().units)
    assert not [line for line in told(review()._replace(units=none)) if line.startswith("审核决定")]


def test_a_workbook_that_was_filled_in_is_named_with_what_to_do() -> None:
    moved = "审 核/review-20250310-083000.xlsx"
    (line,) = [line for line in told(review(), Aside("review.xlsx", moved)) if "改动" in line]
    assert line.startswith(f"原来的 review.xlsx 有您的改动，已改名为 {moved}，改动都在里面；新的 review.xlsx 里没有。")
    command = shlex.split(line.splitlines()[1])
    assert command == ["chaque", "decide", "--import", moved, "--ledger", "报送.chaque-ledger"]
    (letter,) = [line for line in told(review(), Aside("letters/甲.docx", "审核/letters/甲-1.docx")) if "改动" in line]
    assert "--import" not in letter


def test_what_is_known_to_be_something_else_is_nobodys_report() -> None:
    strays = [line for line in told(review()) if "对不上名册" in line]
    assert strays == ["另有1个文件对不上名册里的单位，见网页“待确认和其他文件”；可在名册的“文件”列里指定。"]
    notice = filed(check("关于报送工作总结的通知\n各单位：\n请按时报送。\n".encode(), name="通知.txt"), None, "stray")
    assert notice.submission.assessment.status == "not_this_report"
    assert [line for line in told(review()._replace(filed=(*review().filed, notice))) if "对不上名册" in line] == strays
    assert not [line for line in told(review()._replace(filed=(notice,))) if "对不上名册" in line]


def test_english_has_no_chinese_of_ours() -> None:
    lines = told(review()._replace(remarks=()), Aside("review.xlsx", "out/review-1.xlsx"), lang="en")
    ours = "\n".join(lines).replace("审核", "").replace("报送.chaque-ledger", "")
    assert not re.search("[一-鿿]", ours)
    assert any(line.startswith("Decisions: 1 accepted; 1 returned.") for line in lines)

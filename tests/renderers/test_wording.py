"""validator.renderers.wording: the words that all formats for people share."""

from __future__ import annotations

from typing import get_args

import pytest

from tests.renderers.runs import decided, lacking, varied
from tests.support import REPORT, check, pack, run_of
from validator.model.result import Evidence, Outcome, Score
from validator.renderers import wording as w
from validator.renderers.parts import parts
from validator.words import Words


def test_every_outcome_has_words_that_are_not_its_name() -> None:
    assert set(w.OUTCOMES) == set(get_args(Outcome))
    assert not {words.zh for words in w.OUTCOMES.values()} & set(w.OUTCOMES)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("青禾镇", "青禾镇"),
        ("a\nb", "a\\nb"),
        ("a\u202eb\x1b", "a\\u202eb\\u001b"),
        ("\udcff\u2028\ufeff\uffff", "\\udcff\\u2028\\ufeff\\uffff"),
        ("全角\u3000空格\U00020000", "全角\u3000空格\U00020000"),
    ],
)
def test_shown(text: str, shown: str) -> None:
    assert w.shown(text) == shown
    assert w.shown(shown) == shown


def test_a_line_break_in_a_quotation_is_a_blank() -> None:
    assert w.quotation("一、打基础\n\n\u3000\u3000全年 三次\r\n。\u202e") == "一、打基础 全年 三次 。\\u202e"
    e = Evidence(3, 1, 4, 2, "标题\n第二行")
    assert w.quoted(e, "zh") == "第3行“标题 第二行”"
    r = lacking().results[2]._replace(evidence=(e, e))
    assert w.quotes(r, "zh") == "“标题 第二行”；“标题 第二行”"


def test_scores_show_their_range() -> None:
    assert w.score(None) == w.score(Score(None, None, None, 0, 0)) == "—"
    assert w.score(Score(75.0, 75.0, 75.0, 6, 8)) == "75"
    assert w.score(Score(62.5, 62.5, 75.0, 5, 8)) == "62.5–75"


def test_points_of_what_is_open_and_of_what_is_not_asked() -> None:
    rule = pack().rules[2]
    r = lacking().results[2]
    assert w.points(r, rule) == "0/8"
    assert w.points(r._replace(outcome="unknown", credit=None), rule) == "?/8"
    assert w.points(r._replace(outcome="waived", credit=None), rule) == "—"


def test_advice_is_that_of_the_grade_before_that_of_the_rule() -> None:
    rule, r = pack().rules[0], lacking().results[0]
    own = r._replace(outcome="partial", fix=Words("请加一个标题", "Add a heading"))
    assert [w.fix(rule, x, "zh") for x in (own, own._replace(fix=None), own._replace(outcome="pass"))] == [
        "请加一个标题",
        rule.fix.zh,
        "",
    ]


def test_a_decision_tells_both_results() -> None:
    a = decided(lacking(), "causes")
    rule, r = parts(a, pack()).decided[0]
    assert w.decision(rule, r, "zh") == "缺 → 有。附件已单列（县司法局，2025-03-04，有效至 2025-12-31）"
    assert w.decision(rule, r, "en") == "missing → there. 附件已单列 (县司法局, 2025-03-04, until 2025-12-31)"
    assert w.marked(rule, r, "zh") == "有（人工）"
    assert w.machine(a, "zh").startswith("审核决定前：不齐全，得分 ")
    assert w.machine(lacking(), "zh") == ""


def test_lacking_names_what_is_missing_before_what_is_there_in_part() -> None:
    assert w.lacking(lacking(), pack(), "zh") == "缺：不足的原因；不全：落款（署名）"
    assert w.lacking(check(REPORT.encode()), pack(), "zh") == ""


def test_the_heading_of_several_packs_names_none() -> None:
    run = varied()
    assert w.heading(run, "zh") == "法治政府建设年度报告检查结果"
    other = pack()._replace(id="other")
    assert w.heading(run._replace(packs={**run.packs, "other": other}), "zh") == "年度报告检查结果"
    assert "other" in w.made_by(run._replace(packs={**run.packs, "other": other}), "zh")
    assert w.made_by(run_of([]), "en").startswith("chaque ")

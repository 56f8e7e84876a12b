"""validator.review.outputs.html and page: one page with everything, and nothing in it that a unit could misuse."""

from __future__ import annotations

import json
import re
import shlex
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.renderers.runs import HOSTILE
from tests.renderers.test_html import contrast
from tests.review.outputs.reviews_by_hand import decision, evidence, filed, hostile, lapsed_return, many, review, sent
from tests.support import check, report, seconds
from validator.model.review import Claim, Passage, Review, Trace
from validator.model.submission import Sentence
from validator.review.outputs.html import files
from validator.review.outputs.page.copies import MOST_PASSAGES
from validator.review.outputs.page.drilldown import command
from validator.review.outputs.page.overview import columns, name, rows
from validator.review.outputs.page.sidebyside import DIFFERENT, LONGEST, SAME, TRACE, compared
from validator.words import Lang, Words

VOID = {"meta", "br", "input"}
SIDEWAYS = "\u202e"


class Page(HTMLParser):
    """What a page is made of. Raise AssertionError when tags do not match."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.scripts: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(key, value or "") for key, value in attrs]
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["script"]:
            self.scripts.append(data)
        elif self._open[-1:] != ["style"]:
            self.text += data


def html(r: Review, lang: Lang = "zh") -> str:
    made = files(r, lang)
    assert list(made) == ["review.html"]
    return made["review.html"].decode()


def data(shown: str) -> Any:
    return json.loads(Page(shown).scripts[0])


def words(shown: str) -> str:
    return re.sub(r"\s+", " ", Page(shown).text)


def test_the_head() -> None:
    shown = html(review())
    assert shown.startswith('<!doctype html>\n<html lang="zh-CN">')
    text = words(shown)
    assert "2024年法治政府建设年度报告审核" in text
    assert "云川县司法局 · 制表：2025年3月10日 · 答复期限：2025年3月20日" in text
    figures = dict(re.findall(r'data-flag="(\w*)"[^>]*><span class="number">(\d+)<', shown))
    assert figures == {
        "": "12",
        "sent": "6",
        "missing": "1",
        "unfit": "3",
        "doubtful": "1",
        "late": "2",
        "complete": "3",
        "copied": "2",
    }


def test_the_policy_names_the_one_script_and_nothing_is_loaded() -> None:
    shown = html(review())
    found = Page(shown)
    assert found.tags.count("script") == 2
    name = b64encode(sha256(found.scripts[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{name}'" in shown
    keys = {key for key, _ in found.attributes}
    assert not {"src", "srcset", "action", "background"} & keys
    assert not [key for key in keys if key.startswith("on")]
    assert not {"link", "img", "iframe", "object", "base", "svg"} & set(found.tags)
    assert "url(" not in shown
    assert "@import" not in shown


def test_the_script_makes_no_markup() -> None:
    script = Page(html(review())).scripts[1]
    for forbidden in ("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function(", "fetch("):
        assert forbidden not in script


def test_the_ranking_is_there_without_the_script() -> None:
    text = words(html(review()))
    for part in ("青禾镇", "县水利局", "88.3", "42%", "-3.5", "接受", "退回", "未报送", "不要求报送"):
        assert part in text
    assert "筛选、排序和单位明细用不了" in text


def test_ranks_and_rows() -> None:
    found = rows(review(), columns(review(), "zh"), "zh")
    assert [r.rank for r in found[:3]] == [1, 1, 1]
    assert {r.name: r.days for r in found}["红岩镇"] == 41
    assert {r.name: r.change for r in found}["白石镇"] == -3.5
    assert all(r.rank is None and r.cells == () for r in found[6:])
    assert "late" in {r.name: r.flags.split() for r in found}["白石镇"]


def test_who_was_there_first() -> None:
    units = tuple(u._replace(copied=0.2) if u.unit.name == "红岩镇" else u for u in review().units)
    found = {r.name: r for r in rows(review()._replace(units=units), columns(review(), "zh"), "zh")}
    assert {n: r.place for n, r in found.items() if r.place} == {"白石镇": "在后", "红岩镇": "在先", "县水利局": "在后"}
    assert "copied" in found["红岩镇"].flags.split()
    assert "42% 在后" in words(html(review()))
    assert words(html(review())).count("除去规定用语和共同段落后，正文与别的报告") == 1


def test_what_has_changed_since_a_decision_is_to_be_reviewed_again() -> None:
    shown = review()._replace(units=(lapsed_return(),))
    (row,) = rows(shown, columns(shown, "zh"), "zh")
    assert (row.state, "again" in row.flags.split()) == ("已改，待复核", True)
    assert data(html(shown))["units"][0]["lapsed"] == ["退回。请补写原因（王敏，2025-03-06）：报告文字已改动"]


def test_a_correction_of_a_reviewer_counts_in_the_heat_map() -> None:
    heads = columns(review(), "zh")
    plan = [c.rule for c in heads].index("next-year-plan")
    found = {r.name: r for r in rows(review(), heads, "zh")}
    assert found["红岩镇"].cells[plan] == ("full", "有")
    causes = [c.rule for c in heads].index("causes")
    assert found["白石镇"].cells[causes] == ("empty", "缺")
    assert causes in found["白石镇"].lacks


def test_what_a_reviewer_marked_down_tells_the_reviewers_reason() -> None:
    first, *others = review().units
    worse = decision(9, "青禾镇", "correct", "causes", old="pass", new="fail", reason="原因太笼统")
    found = data(html(review()._replace(units=(first._replace(state="", decisions=(worse,)), *others))))
    rules = [rule["id"] for rule in found["rules"][0]]
    result = next(r for r in found["units"][0]["results"] if rules[r[0]] == "causes")
    assert found["texts"][result[1]] == "缺"
    assert found["texts"][result[4]] == "复核意见：原因太笼统。"
    assert result[6] == "更正：有 → 缺。原因太笼统（王敏，2025-03-06）"


def test_places_of_a_page_saved_as_one_line_are_left_out() -> None:
    first, *others = review().units
    assert first.current
    one_line = tuple(Sentence(i, i, i + 1) for i in range(40))
    current = first.current._replace(submission=first.current.submission._replace(sentences=one_line))
    found = data(html(review()._replace(units=(first._replace(current=current), *others))))
    places = [r[5][0][0] for r in found["units"][0]["results"] if len(r) > 5 and r[5]]
    assert places
    assert not [place for place in places if "行" in place.partition("“")[0]]
    assert "第" in json.dumps(next(r[5] for r in found["units"][1]["results"] if len(r) > 5), ensure_ascii=False)


def test_buttons_and_commands_are_not_printed() -> None:
    shown = html(review())
    (hidden,) = re.findall(r"@media print\{\s*([^{]*)\{display:none!important\}", shown)
    assert {".filters", ".command", ".compare"} <= set(hidden.split(","))
    assert shown.count('<a class="compare" href="#pair-') == len(review().pairs)


def test_blanks_are_no_difference() -> None:
    assert compared("甲乙丙丁", "甲乙\n　　丙丁") == [[SAME, "甲乙丙丁"], [SAME, "甲乙\n　　丙丁"]]


def test_lists_with_grounds() -> None:
    text = words(html(review()))
    for part in ("县民政局（署名“云川县民政局”）", "名称相近“县民政事务中心”", "报送/无名.txt", "没有单位说得通"):
        assert part in text
    for part in ("垂直管理，报上级部门", "写的是2023年度", "文件是空的", "有更新的一份", "各项任务按期完成。"):
        assert part in text


def test_a_certain_file_tells_its_grounds_once() -> None:
    grounds = (Claim("白石镇", (("signature", "白石镇政府"), ("file_name", "白石镇"))),)
    own = filed(check(report("plan").encode(), name="报送/旧.txt"), "白石镇", "older", "署名“白石镇政府”", grounds)
    shown = html(review()._replace(filed=(own,)))
    assert "旧.txt</th><td>旧稿</td><td>白石镇</td><td>署名“白石镇政府”</td>" in shown


def test_units_of_which_nothing_counts_are_links_and_tell_how_long_ago() -> None:
    shown = html(review())
    at = next(i for i, u in enumerate(review().units) if u.unit.name == "县信访局")
    part = shown[shown.index('id="unsent"') : shown.index('id="files"')]
    assert f'<a href="#unit-{at}">县信访局</a>' in part
    assert "（已过9天）" in part
    assert "报送不符 <small>3</small>" in part


def test_the_filters_have_the_headline_numbers() -> None:
    shown = html(review())
    choices = re.findall(r'<option value="(\w+)">', shown[shown.index('name="flag"') :])
    assert choices == ["late", "undated", "incomplete", "copied", "repeated", "open", "again", "returned", "accepted"]


def test_choices_of_standing_name_their_group() -> None:
    choices = re.findall(r'<option value="\d">([^<]+)</option>', html(review()))[:7]
    assert choices == [
        "已报送",
        "待确认",
        "报送不符：所报年度不符",
        "报送不符：不是年度报告",
        "报送不符：打不开",
        "未报送",
        "不要求报送",
    ]


def test_what_waits_for_a_decision_has_come() -> None:
    found = {r.name for r in rows(review(), columns(review(), "zh"), "zh") if "open" in r.flags.split()}
    assert {"白石镇", "县民政局", "县林业局"} <= found
    assert not {"青禾镇", "柳湾镇", "县信访局", "县气象局"} & found


def test_details_hold_the_words_around_a_quotation() -> None:
    found = data(html(review()))
    unit = found["units"][1]
    assert unit["name"] == "白石镇"
    rules = [rule["id"] for rule in found["rules"][unit["pack"]]]
    result = next(r for r in unit["results"] if rules[r[0]] == "causes")
    assert found["texts"][result[1]] == "缺"
    assert found["texts"][result[4]] == "没有写明不足的原因。"
    place, before, quote, after = result[5][0]
    assert quote == "存在的不足"
    assert before.endswith("群体性事件。\n二、")
    assert after.startswith("\n（一）案卷质量不高。")
    assert len(before) == len(after) == 120
    assert re.fullmatch(r"第\d+行", place)


def test_what_is_the_same_stands_once() -> None:
    shown = html(many(60))
    fix = data(shown)["rules"][0][2]["fix"]
    assert shown.count(fix) == 1
    assert shown.count("没有写明不足的原因。") == 1


def test_what_to_write_is_that_of_the_grade() -> None:
    own = Words("请在前面加一个标题", "Put a heading before it")
    lacking = check(report("causes").encode(), name="白石镇.txt")
    results = tuple(r._replace(fix=own) if r.rule == "causes" else r for r in lacking.results)
    found = data(html(review()._replace(units=(sent("白石镇", lacking._replace(results=results)),))))
    rules = [rule["id"] for rule in found["rules"][0]]
    told = {rules[r[0]]: found["texts"][r[7]] for r in found["units"][0]["results"] if len(r) > 7}
    assert told == {"causes": own.zh}


def test_the_year_before_and_decisions_are_told() -> None:
    found = data(html(review()))
    before = found["units"][1]["before"]
    assert [found["texts"][task[0]] for task in before["tasks"]] == ["有下文", "可能有下文，请看", "按字面没有找到"]
    assert [task[1] for task in before["tasks"]] == ["full", "half", "none"]
    assert before["gained"] == ["不足的原因"]
    assert before["repeated"][0][0] == 100
    assert found["units"][0]["decisions"] == ["接受。齐全（王敏，2025-03-06）"]
    assert "更正" in json.dumps(found["units"][2], ensure_ascii=False)


def test_pairs_are_told_from_both_sides() -> None:
    found = data(html(review()))
    assert found["units"][1]["pairs"] == [0, 2]
    assert found["units"][2]["pairs"] == [0]
    assert "pairs" not in found["units"][7]
    assert found["pairs"][0]["passages"][0][3][0][2:4] == [DIFFERENT, "三十六"]


def test_differences_and_traces() -> None:
    here, there = "全局上下开展检查十二次。", "全局上下开展检查三十次。"
    assert compared(here, here) == [[SAME, here]]
    assert compared("甲\n\n乙", "甲\n乙") == [[SAME, "甲\n乙"]]
    left, right = compared(here, there, (Trace("other_kind", "全局"),))
    assert left == [TRACE, "全局", SAME, "上下开展检查", DIFFERENT, "十二", SAME, "次。"]
    assert right == [SAME, "全局上下开展检查", DIFFERENT, "三十", SAME, "次。"]


def test_very_long_passages_and_very_many_are_cut() -> None:
    long = evidence("甲" * 50_000)
    first, *others = review().pairs
    pair = first._replace(passages=(Passage(long, long, 100),) * (MOST_PASSAGES + 7))
    told = data(html(review()._replace(pairs=(pair, *others))))["pairs"][0]
    assert len(told["passages"]) == MOST_PASSAGES
    assert told["more"] == 7
    assert len(told["passages"][0][3][0][1]) <= LONGEST


@cache
def harmless() -> Page:
    return Page(html(hostile("甲")))


@pytest.mark.parametrize("text", [*HOSTILE, "</script><script>alert(1)", "<!--<script>"], ids=str)
def test_hostile_texts_stay_text(text: str) -> None:
    shown = html(hostile(text))
    plain, found = harmless(), Page(shown)
    assert found.tags == plain.tags
    ours = [(key, value) for key, value in plain.attributes if key != "content"]
    assert {key for key, _ in found.attributes} == {key for key, _ in ours} | {"content"}
    assert found.scripts[1] == plain.scripts[1]
    assert not {"\x1b", SIDEWAYS, "\x00", "\ufeff"} & set(shown)
    assert not {"\x1b", SIDEWAYS, "\x00", "\u2028"} & set(json.dumps(data(shown), ensure_ascii=False))
    assert not set("<>&\u2028\u2029") & set(found.scripts[0])


def test_texts_of_others_are_in_no_attribute() -> None:
    text = "拾遗补阙"
    assert text in html(hostile(text))
    assert not [value for _, value in Page(html(hostile(text))).attributes if text in value]


def test_a_command_is_safe_to_paste() -> None:
    assert command("青禾镇", 2024, "zh") == ["chaque decide 青禾镇", "--because 理由 --by 姓名 --year 2024"]
    for unit in ("a; rm -rf ~", "$(id)", "'`id`'", "=cmd|' /C calc'!A0", "青禾镇（含园区）"):
        start, _ = command(unit, 2024, "zh")
        assert shlex.split(start) == ["chaque", "decide", unit]
    for unit in ("--import=x", "甲\n乙", f"甲{SIDEWAYS}乙", "甲" * 100_000):
        assert command(unit, 2024, "zh") == []


def test_names_are_cut() -> None:
    assert len(name("W" * 100_000)) == 61
    assert len(html(hostile("W" * 100_000))) < 400_000


def test_english_has_no_chinese_of_ours() -> None:
    found = data(html(review(), "en"))
    assert not [word for word in found["words"].values() if re.search("[一-鿿]", word)]
    assert "Ranking" in words(html(review(), "en"))
    assert '<html lang="en">' in html(review(), "en")


def test_an_empty_review() -> None:
    empty = review()._replace(units=(), filed=(), pairs=(), clusters=(), common=())
    assert "没有发现雷同。" in words(html(empty))
    assert data(html(empty))["units"] == []


def test_headings_and_heads_of_tables() -> None:
    shown = html(review())
    found = Page(shown)
    assert found.tags.count("h1") == found.tags.count("main") == 1
    assert found.tags.count("th") == len(re.findall(r'<th scope="(?:row|col)"', shown))
    targets = {value for key, value in found.attributes if key == "id"}
    links = {value[1:] for key, value in found.attributes if key == "href"}
    assert {link for link in links if not re.fullmatch(r"(unit|pair)-\d+", link)} <= targets


def test_contrast_by_day_and_night() -> None:
    blocks = re.findall(r":root\{(.*?)\}", html(review()))
    day, night = ({}, {})
    for i, block in enumerate(blocks):
        (night if i % 2 else day).update(re.findall(r"--([\w-]+):(#\w+)", block))
    for theme in (day, night):
        for ink, paper in (
            ("good", "full-cell"),
            ("half-ink", "half-cell"),
            ("empty-ink", "empty-cell"),
            ("open", "open-cell"),
            ("quiet", "none-cell"),
            ("ink", "differs"),
            ("ink", "quote"),
            ("bad", "soft"),
        ):
            assert contrast(theme[ink], theme[paper]) >= 4.5, (ink, paper, theme[ink], theme[paper])


def test_five_hundred_units_are_quick_and_small() -> None:
    r = many(500)
    assert len(html(r).encode()) < 6_000_000
    assert seconds(lambda: html(r), rounds=2) < 5  # a fraction of a second on an idle machine

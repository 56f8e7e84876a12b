"""validator.checks.damage: characters that got lost or spoilt."""

from __future__ import annotations

import pytest

from tests.support import REPORT, ask, quoted, results
from validator.checks.answer import Answer

ALL = ("replacement", "mojibake", "reading", "marker", "quote", "bracket", "date", "year", "misread")


def damage(text: str, *sorts: str) -> Answer:
    return ask(text, "damage", sorts or ALL)


def body(sentence: str) -> str:
    return f"一、主要举措和成效\n（一）规范执法。{sentence}\n"


@pytest.mark.parametrize(
    ("sort", "text"),
    [
        ("replacement", body("全年开展检查\ufffd276次。")),
        ("mojibake", body("全年锟斤拷检查276次。")),
        ("mojibake", body("全年开展??检查276次。")),
        ("mojibake", body("全年开□展检查276次。")),
        ("reading", body("陽(yáng)新(xīn)經(jīng)濟(jì)發(fā)展。")),
        ("marker", "一、主要举措和成效\n一)规范执法。检查276次。\n二)化解矛盾。调解130件。\n"),
        ("quote", body("落实“三项制度，检查276次。")),
        ("quote", body("落实”三项制度“，检查276次。")),
        ("bracket", body("落实制度（含公示制度，检查276次。")),
        ("bracket", body("落实制度含公示制度），检查276次。")),
        ("date", body("检查276次。") + "云川县水利局\n202528日\n"),
        ("date", body("按照云政发〔202527〕号文件办理。")),
        ("date", body("落实20212025年规划。")),
        ("year", "一、2024推进法治政府建设情况\n检查276次。\n"),
        ("misread", "—、主要举措和成效\n检查276次。\n"),
        ("misread", "—、主要举措和成效\n检查276次。\n二、下一步打算\n加强培训。\n"),
        ("misread", "一、主要举措和成效\n（—）规范执法。检查276次。\n（二）化解矛盾。调解130件。\n"),
        ("misread", body("检查276次。") + "云川县水利局\n2O25年2月8日\n"),
        ("misread", body("检查276次。") + "云川县水利局\n2025年l月l8日\n"),
        ("misread", body("检查l2次，依法行政能カ提高。")),
        ("misread", body("推进法冶政府建设，检查276次。")),
        ("misread", body("2O25年检查276次。")),
    ],
)
def test_damage_is_found_as_its_sort_alone(sort: str, text: str) -> None:
    assert damage(text, sort).holds is True
    others = tuple(s for s in ALL if s != sort)
    assert damage(text, *others).holds is False


def test_clean_report() -> None:
    assert damage(REPORT).holds is False


@pytest.mark.parametrize(
    "sentence",
    [
        "落实“三项制度”，检查276次。",
        "主要做法：1）检查；2）评查。",
        "文件（云政发〔2025〕7号）印发。",
        "经济(不含区)增长3%,居民(户籍)满意。",
        "咖啡馆（café）开业。",
        "2021—2025年规划全面完成。",
        "ＡＢ类检查２７６次。",
        "落实“放管服”改革——全年检查276次，目标—任务清单全部办结。",
        "1—3月检查276次，《民法典》第1—3条宣传到村。",
        "其他收入（—）比上年下降，见附件（—）。",
        "臭氧（O3）日均浓度下降，O3日最大8小时达标，CO2年排放下降，O2O项目12个。",
        "一是——规范执法；二是——化解矛盾。",
        "检测线A1O项、B1l期完工。",
    ],
)
def test_what_is_no_damage(sentence: str) -> None:
    assert damage(body(sentence)).holds is False


def test_traditional_script_is_no_damage() -> None:
    assert damage("一、主要舉措和成效\n（一）規範執法。全縣開展檢查276次，案卷評查全部合格。\n").holds is False


def test_message_names_every_sort_once() -> None:
    text = body("全年\ufffd检查\ufffd“276次。")
    answer = damage(text)
    assert answer.values["damage"].zh == "有无法显示的字符、引号不成对"
    assert "\ufffd" in quoted(text, answer)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("—、主要举措和成效\n（—）规范执法。检查l2次。\n", ["—、", "（—）", "l2次"]),
        (body("2024年l月l8日检查4O余次。"), ["2024年l月l8日", "4O余次"]),
        (body("法冶建设，第—责任人，2O24年检查。"), ["法治", "第一", "2024"]),
        (body("聘请律师l名，审査合同。—是加强培训。"), ["l名", "审査", "—是"]),
    ],
)
def test_misread_characters_are_shown_where_they_stand(text: str, places: list[str]) -> None:
    assert quoted(text, damage(text, "misread")) == places


def test_misread_characters_are_quoted_as_they_are_written() -> None:
    found = results(REPORT.replace("案卷评查全部合格", "推进法冶建设，案卷评查全部合格"))["damaged-text"]
    assert [e.text for e in found.evidence] == ["法冶"]

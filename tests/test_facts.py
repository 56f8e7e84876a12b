"""validator.facts: unit, year, dates, number, addressee."""

from __future__ import annotations

import pytest

from tests.support import REPORT, facts, outline, report
from validator.facts import unit_type

BODY = "一、主要举措和成效\n全年开展检查46次，办理案件12件，没有败诉案件。\n"


def test_facts_of_a_complete_report() -> None:
    found = facts(REPORT)
    assert found.title == "云川县青禾镇人民政府关于2024年度法治政府建设情况的报告"
    assert found.unit == "云川县青禾镇人民政府"
    assert (found.unit_type, found.report_year) == ("town", 2024)
    assert (found.issued_on, found.issued_from) == ("2025-02-18", "closing")
    assert (found.published_on, found.document_number, found.addressee) == (None, None, None)


def test_every_span_quotes_its_fact() -> None:
    text = outline(REPORT).shadow.text
    spans = {name: text[a:b] for name, (a, b) in facts(REPORT).spans}
    assert spans["unit"] == "云川县青禾镇人民政府"
    assert spans["issued_on"] == "2025年2月18日"
    assert "2024" in spans["report_year"]


def test_addressee_and_number() -> None:
    found = facts("青政发〔2025〕4号\n青禾镇人民政府关于2024年度法治政府建设情况的报告\n云川县人民政府：\n" + BODY)
    assert found.document_number == "青政发〔2025〕4号"
    assert found.addressee == "云川县人民政府"


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("云川县水利局2023年度法治政府建设情况报告", 2023),
        ("云川县水利局关于二〇二三年度法治政府建设情况的报告", 2023),
        ("2023年云川县水利局法治政府建设工作报告", 2023),
        ("云川县水利局2023推进法治政府建设情况报告", 2023),
    ],
)
def test_year_in_the_title(title: str, year: int) -> None:
    assert facts(f"{title}\n{BODY}").report_year == year


def test_year_from_the_opening() -> None:
    opening = "在县委、县政府的坚强领导下，我局各项工作稳步推进，现将2023年法治政府建设工作情况报告如下：\n"
    assert facts("云川县水利局法治政府建设情况报告\n" + opening + BODY).report_year == 2023


def test_year_from_a_short_opening() -> None:
    assert (
        facts("云川县水利局法治政府建设情况报告\n现将2023年法治政府建设工作情况报告如下：\n" + BODY).report_year == 2023
    )


def test_year_from_a_heading() -> None:
    assert facts("云川县水利局法治政府建设情况报告\n" + BODY.replace("主要", "2023年主要")).report_year == 2023


def test_year_is_the_one_before_the_date_when_nothing_names_it() -> None:
    assert facts("云川县水利局法治政府建设情况报告\n" + BODY + "云川县水利局\n2024年2月8日\n").report_year == 2023


def test_a_plan_of_years_is_no_report_year() -> None:
    text = "云川县水利局法治政府建设情况报告\n根据《法治政府建设实施纲要（2021—2025年）》，现将情况报告如下：\n" + BODY
    assert facts(text).report_year is None


def test_unit_from_the_title_without_signature() -> None:
    assert facts(report("signature")).unit == "云川县青禾镇人民政府"


def test_unit_from_the_signature_without_title() -> None:
    assert facts(report("title")).unit == "云川县青禾镇人民政府"


def test_signature_fuller_than_the_title() -> None:
    text = "青禾镇2024年度法治政府建设情况报告\n" + BODY + "云川县青禾镇人民政府\n2025年2月8日\n"
    assert facts(text).unit == "云川县青禾镇人民政府"


def test_joint_report_names_both() -> None:
    text = "2024年度法治政府建设情况报告\n" + BODY + "中共青禾镇委员会\n青禾镇人民政府\n2025年2月8日\n"
    found = facts(text)
    assert found.unit == "中共青禾镇委员会 青禾镇人民政府"
    assert found.unit_type == "party_joint"


def test_traditional_unit_is_given_in_simplified_characters() -> None:
    found = facts("雲川縣青禾鎮人民政府2024年度法治政府建設情況報告\n" + BODY)
    assert found.unit == "云川县青禾镇人民政府"


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("云川县青禾镇人民政府",), "town"),
        (("云川县白石乡人民政府",), "township"),
        (("云川县城关街道办事处",), "street"),
        (("云川县农业农村局",), "department"),
        (("云川县综合行政执法局（城市管理局）",), "department"),
        (("中共云川县委组织部",), "department"),
        (("云川县人民政府",), "county"),
        (("云川市人民政府",), "city"),
        (("云川省人民政府",), "province"),
        (("云川高新技术产业开发区管理委员会",), "zone"),
        (("云川临空管委会",), "zone"),
        (("云川市人民政府国有资产监督管理委员会",), "department"),
        (("云川市国资委",), "department"),
        (("云川市城市管理委员会",), "department"),
        (("云川市卫生健康委员会",), "department"),
        (("中共青禾镇委员会", "青禾镇人民政府"), "party_joint"),
        (("青禾镇党委、政府",), "party_joint"),
        (("云川海关",), "department"),
        (("云川县烟草专卖局（公司）",), "department"),
        (("云川县普法依法治理工作领导小组",), "department"),
        ((), None),
    ],
)
def test_unit_type(names: tuple[str, ...], kind: str | None) -> None:
    assert unit_type(names) == kind


def test_header_dates() -> None:
    header = "成文日期：2025-02-08  发布日期：2025-03-05\n云川县水利局2024年度法治政府建设情况报告\n"
    found = facts(header + BODY)
    assert (found.issued_on, found.issued_from) == ("2025-02-08", "header")
    assert found.published_on == "2025-03-05"


def test_closing_date_comes_before_the_header() -> None:
    header = "成文日期：2025-02-20\n云川县水利局2024年度法治政府建设情况报告\n"
    found = facts(header + BODY + "云川县水利局\n2025年2月8日\n")
    assert (found.issued_on, found.issued_from) == ("2025-02-08", "closing")


def test_damaged_date_is_settled_by_the_header() -> None:
    header = "成文日期：2025-01-11\n云川县水利局2024年度法治政府建设情况报告\n"
    assert facts(header + BODY + "云川县水利局\n2025111日\n").issued_on == "2025-01-11"


def test_damaged_date_with_one_reading() -> None:
    text = "云川县水利局2023年度法治政府建设情况报告\n" + BODY + "云川县水利局\n202438日\n"
    assert facts(text).issued_on == "2024-03-08"


@pytest.mark.parametrize("written", ["2025111日", "2025年16日", "202528日", "2025年2月1", "25年2月6日"])
def test_ambiguous_date_is_not_guessed(written: str) -> None:
    text = "云川县水利局2024年度法治政府建设情况报告\n" + BODY + f"云川县水利局\n{written}\n"
    assert facts(text).issued_on is None


def test_lost_month_is_settled_by_the_header() -> None:
    header = "成文日期：2025-03-16\n云川县水利局2024年度法治政府建设情况报告\n"
    assert facts(header + BODY + "云川县水利局\n2025年16日\n").issued_on == "2025-03-16"


def test_publisher_in_the_header_is_not_the_unit() -> None:
    text = "发布机构：云川县司法局\n" + BODY
    assert facts(text).unit is None


def test_empty_text_has_no_facts() -> None:
    found = facts("")
    assert (found.title, found.unit, found.report_year, found.issued_on) == (None, None, None, None)


def test_damaged_closing_date_in_letters_is_read() -> None:
    found = facts(REPORT.replace("2025年2月18日", "2O25年2月l8日"))
    assert (found.issued_on, found.issued_from) == ("2025-02-18", "closing")


def test_year_with_a_letter_in_the_title() -> None:
    assert facts("云川县水利局2O23年度法冶政府建设情况报告\n" + BODY).report_year == 2023


SPEECH = (
    "关于{place}2024年度法治政府建设情况的报告\n——2025年3月26日在海棠区第十届人大常委会第二十二次会议上\n{speaker}\n"
    "主任、各位副主任、各位委员：\n{opening}现将2024年度法治政府建设情况报告如下，请予审议。\n" + BODY
)


@pytest.mark.parametrize(
    ("place", "speaker", "opening", "unit"),
    [
        ("全区", "海棠区人民政府副区长　陆启明", "受区人民政府委托，", "海棠区人民政府"),
        ("海棠区", "海棠区人民政府常务副区长　韩 立 群", "我代表区人民政府，", "海棠区人民政府"),
        ("海棠区人民政府", "海棠区人民政府区长　陆启明", "", "海棠区人民政府"),
        ("全区", "海棠区文化和旅游局党组书记、局长　陆启明", "", "海棠区文化和旅游局"),
        ("全区", "海棠区司法局局长　陆启明", "受区人民政府委托，", None),
        ("海棠区人民政府", "海棠区司法局局长　陆启明", "受区人民政府委托，", "海棠区人民政府"),
    ],
)
def test_unit_of_a_speech_from_its_speaker(place: str, speaker: str, opening: str, unit: str | None) -> None:
    found = facts(SPEECH.format(place=place, speaker=speaker, opening=opening))
    assert (found.unit, found.issued_on, found.issued_from) == (unit, "2025-03-26", "letter")


@pytest.mark.parametrize("written", ["2025111日", "2025年16日", "2025年2月1"])
def test_year_before_a_date_whose_day_is_unknown(written: str) -> None:
    found = facts("法治政府建设情况报告\n" + BODY + f"云川县水利局\n{written}\n")
    assert (found.report_year, found.issued_on) == (2024, None)

"""validator.outline.closing: signature and date after the body, in a letter, under a speech's title."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support import REPORT, outline, report

BODY = "云川县水利局2024年度法治政府建设情况报告\n一、主要举措和成效\n全年开展检查46次，办理案件12件，没有败诉案件。\n"


def signed(text: str) -> tuple[tuple[str, ...], date | None]:
    closing = outline(text).closing
    names = closing.signature.names if closing.signature else ()
    return names, closing.dates[-1].value if closing.dates else None


@pytest.mark.parametrize(
    "closing",
    [
        "云川县水利局\n2025年2月8日",
        "　　　　　　　　云川县水利局\n　　　　　　　　2025年2月8日",
        "云川县水利局  2025年2月8日",
        "云川县水利局\n二〇二五年二月八日",
        "云川县水利局\n2025-02-08",
        "云川县水利局（盖章）\n2025年2月8日",
        "（云川县水利局）\n2025年2月8日".replace("（", "").replace("）", ""),
        "特此报告。\n\n云川县水利局\n\n2025年2月8日\n",
        "云川县水利局\n2025年2月8日\n抄送：县司法局",
        "云川县水利局\n2025年2月8日\n（此件公开发布）",
        "云川县水利局\n2025年2月8日\n扫一扫在手机打开当前页",
        "2025年2月8日\n云川县水利局",
        "报送单位：云川县水利局\n报送日期：2025年2月8日",
        "报告单位：云川县水利局  填报日期：2025年2月8日",
        "云川县水利局\n2 0 2 5 年 2 月 0 8 日",
        "云川县水\n利局\n2025年2月8日",
        "云川县水利\n局\n2025年2月8日",
    ],
)
def test_closing(closing: str) -> None:
    assert signed(BODY + closing) == (("云川县水利局",), date(2025, 2, 8))


def test_two_bodies() -> None:
    assert signed(BODY + "中共青禾镇委员会    青禾镇人民政府\n2025年2月8日")[0] == (
        "中共青禾镇委员会",
        "青禾镇人民政府",
    )
    assert signed(BODY + "中共青禾镇委员会\n青禾镇人民政府\n2025年2月8日")[0] == ("中共青禾镇委员会", "青禾镇人民政府")


def test_name_over_two_lines_beside_another_one() -> None:
    text = BODY + "中共青禾镇委员会\n云川县青禾镇\n人民政府（盖章）\n2025年2月8日"
    assert signed(text)[0] == ("中共青禾镇委员会", "云川县青禾镇人民政府")
    found = outline(text)
    assert found.closing.signature is not None
    start, end = found.closing.signature.spans[1]
    assert found.shadow.text[start:end] == "云川县青禾镇\n人民政府（盖章）"


def test_sentence_above_a_name_is_no_part_of_it() -> None:
    text = BODY + "（一）加强执法队伍\n县司法局\n2025年2月8日"
    assert signed(text)[0] == ("县司法局",)


def test_signature_without_date() -> None:
    assert signed(BODY + "云川县水利局") == (("云川县水利局",), None)


def test_date_without_signature() -> None:
    assert signed(BODY + "2025年2月8日") == ((), date(2025, 2, 8))


def test_closing_on_the_line_of_the_last_sentence() -> None:
    sentence = "办理行政处罚案件12件，案卷评查全部合格，执法人员18人全部持证上岗，重大执法决定全部经过法制审核，没有发生败诉案件。"
    assert signed(BODY + sentence + "云川县水利局 2025年2月8日") == (("云川县水利局",), date(2025, 2, 8))


def test_closing_on_the_line_of_a_short_last_sentence() -> None:
    assert signed(BODY.rstrip() + "云川县水利局 2025年2月8日") == (("云川县水利局",), date(2025, 2, 8))


def test_no_closing() -> None:
    assert signed(BODY) == ((), None)
    assert signed(report("signature", "date")) == ((), None)


@pytest.mark.parametrize(
    ("written", "wholeness"),
    [("2025年2月", "incomplete"), ("2025年 月 日", "incomplete"), ("202528日", "damaged"), ("2025年2月8", "damaged")],
)
def test_date_that_lost_something(written: str, wholeness: str) -> None:
    (found,) = outline(BODY + f"云川县水利局\n{written}\n").closing.dates
    assert found.wholeness == wholeness


def test_date_inside_a_sentence_is_not_the_closing() -> None:
    assert signed(BODY + "截至2024年12月31日，全部案件已经办结。\n") == ((), None)


def test_printer_s_line_is_not_the_date() -> None:
    text = BODY + "云川县水利局\n2025年2月8日\n云川县水利局办公室  2025年2月10日印发\n"
    assert signed(text)[1] == date(2025, 2, 8)
    assert signed(BODY + "云川县水利局\n2025 年2月10日印发\n")[1] is None


def test_spans_quote_signature_and_date() -> None:
    found = outline(REPORT)
    signature, (dated,) = found.closing.signature, found.closing.dates
    assert signature is not None
    assert [found.shadow.text[a:b] for a, b in signature.spans] == ["云川县青禾镇人民政府"]
    assert found.shadow.text[dated.span[0] : dated.span[1]] == "2025年2月18日"


def test_covering_letter() -> None:
    text = (
        "关于报送2024年度法治政府建设情况报告的函\n云川县人民政府：\n"
        "现将我局2024年度法治政府建设情况报告报上，请审阅。\n云川县水利局\n2025年2月8日\n" + BODY
    )
    letter = outline(text).letter
    assert letter.signature is not None
    assert letter.signature.names == ("云川县水利局",)
    assert letter.dates[0].value == date(2025, 2, 8)


def test_speech() -> None:
    text = (
        "关于2024年法治政府建设情况的报告\n——2025年2月8日在云川县第三届人大常委会第五次会议上\n云川县司法局局长\n"
        "主任、各位副主任、各位委员：\n" + BODY.split("\n", 1)[1]
    )
    assert outline(text).letter.dates[0].value == date(2025, 2, 8)


@pytest.mark.parametrize(
    "row", ["云川县水利局 | 2025年2月8日", "| 云川县水利局 | 2025年2月8日 |", "|云川县水利局|2025年2月8日|"]
)
def test_signature_and_date_in_the_cells_of_a_row(row: str) -> None:
    found = outline(f"一、主要举措和成效\n全年开展检查46次。\n{row}\n").closing
    assert found.signature
    assert found.signature.names == ("云川县水利局",)
    assert [str(d.value) for d in found.dates] == ["2025-02-08"]


@pytest.mark.parametrize("seal", ["（印章）", "（盖章）", "(公章)", "（盖 章）", "（加盖公章）"])
def test_the_place_of_the_seal_between_name_and_date(seal: str) -> None:
    assert signed(BODY + f"云川县水利局\n{seal}\n2025年2月8日") == (("云川县水利局",), date(2025, 2, 8))
    assert signed(BODY + f"中共青禾镇委员会\n青禾镇人民政府\n{seal}\n2025年2月8日")[0] == (
        "中共青禾镇委员会",
        "青禾镇人民政府",
    )

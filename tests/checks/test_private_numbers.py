"""validator.checks.private_numbers: numbers of persons in any writing, and numbers that are something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import report
from validator.checks.private_numbers import private_numbers, starred


def hidden(text: str) -> str:
    stars = {at for number in private_numbers(text) for at in starred(text, number.span)}
    return "".join("*" if i in stars else sign for i, sign in enumerate(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("身份证 430102 19900101 1234。", "身份证 430*** ******** **34。"),
        ("4301 0219 9001 0112 34", "430* **** **** **** 34"),
        ("身份证编号：430102199001011234", "身份证编号：430*************34"),
        ("43010219900101123Ｘ", "430*************3Ｘ"),
        ("身份证４３０１０２　１９９００１０１　１２３４", "身份证４３０***　********　**３４"),
        ("身份证号430102900101123，", "身份证号430**********23，"),
        ("身份证号43010219900\n　　1011234，", "身份证号430********\n　　*****34，"),
        ("身份证号\n430102199001011234\n", "身份证号\n430*************34\n"),
        ("+8613812345678", "+86138******78"),
        ("86-138 1234 5678", "86-138 **** **78"),
        ("0086 138 1234 5678", "0086 138 **** **78"),
        ("（+86）138-1234-5678", "（+86）138-****-**78"),
        ("138.1234.5678", "138.****.**78"),
        ("138\u200b00138000", "138\u200b******00"),
        ("１３８１２３４５６７８", "１３８******７８"),
        ("手机138123\n45678", "手机138***\n***78"),
        ("138 0013 8000 139 0013 9000", "138 **** **00 139 **** **00"),
        ("手机 138 0013 8000 2025年", "手机 138 **** **00 2025年"),
        ("手机：1 3 8 0 0 1 3 8 0 0 0", "手机：1 3 8 * * * * * * 0 0"),
        ("备案电话：13812345678", "备案电话：138******78"),
        ("13812345678/13912345678", "138******78/139******78"),
        ("6222 0212 3456 7890 123", "622* **** **** **** *23"),
        ("银行卡号：4367 4212 3456 7890", "银行卡号：436* **** **** **90"),
        ("账号43001234567890123456", "账号430***************56"),
        ("43001234567890123456", "430***************56"),
        ("帐户：4300 1234 5678", "帐户：430* **** **78"),
    ],
)
def test_hidden(text: str, shown: str) -> None:
    assert hidden(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "统一社会信用代码11330102MB1234567X",
        "统一社会信用代码：914403001922038216",
        "12430102445912345K",
        "云政发〔2025〕12号",
        "（2024）湘0102行初123号",
        "案号：430102202403051234",
        "案件编号：430102202400012345、430102202400012346",
        "工单20240305123456789012",
        "索引号330102199001011234",
        "公网安备 43010202000123号",
        "网站标识码4301020001",
        "1234567890元",
        "13800138000元",
        "投入13812345678.50元",
        "账户余额1234567890.12元",
        "1.38亿元",
        "2025-02-18 10:20:30",
        "20250218103015123",
        "2021 2022 2023 2024",
        "3456 4567 5678 6789",
        "156 2345 4567 8901 23",
        "13456 123456 1",
        "12 13 14 15 16 17 18",
        "1500\n2300\n13456\n123456\n",
        "0731-88123456 0731-88123457",
        "t20250218_1234567.html",
    ],
)
def test_something_else(text: str) -> None:
    assert private_numbers(text) == ()


@pytest.mark.parametrize(
    "text",
    ["430102900101123", "tel13812345678", "13812345678/1", "6222 0212 3456 7890 123", "43001234567890123456"],
)
def test_what_may_be_something_else_is_hidden_but_not_reported(text: str) -> None:
    assert [n.sure for n in private_numbers(text)] == [False]


@pytest.mark.parametrize("text", ["身份证号430102900101123", "+8613812345678", "卡号6222 0212 3456 7890 123"])
def test_what_is_sure_can_be_reported(text: str) -> None:
    assert [n.sure for n in private_numbers(text)] == [True]


def test_a_report_has_none() -> None:
    assert private_numbers(report()) == ()


@given(st.text("0123456789０１８Xx -\n　.+（）86身证手机卡号元年", max_size=80))
def test_numbers_lie_in_the_text_and_keep_five_digits(text: str) -> None:
    for number in private_numbers(text):
        digits = [i for i in range(*number.span) if text[i].isalnum()]
        assert text[number.span[0]].isdigit()
        assert set(digits) - set(starred(text, number.span)) == {*digits[:3], *digits[-2:]}


def test_rows_of_digits_without_end_take_no_time() -> None:
    assert private_numbers("1 " * 100_000) == ()
    assert private_numbers("1" * 200_000) == ()
    assert private_numbers("1\n" * 100_000) == ()

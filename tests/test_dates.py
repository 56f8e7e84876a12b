"""validator.dates: dates and numerals in every usual writing, whole or damaged."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import chinese
from validator.dates import find_dates, number, years_in

DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))


def chinese_year(year: int, nil: str = "〇") -> str:
    return "".join(f"{nil}一二三四五六七八九"[int(c)] for c in str(year))


WRITINGS = {
    "usual": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "leading zeros": lambda d: f"{d.year}年{d.month:02}月{d.day:02}日",
    "号": lambda d: f"{d.year}年{d.month}月{d.day}号",
    "iso": lambda d: d.isoformat(),
    "hyphens": lambda d: f"{d.year}-{d.month}-{d.day}",
    "dots": lambda d: f"{d.year}.{d.month}.{d.day}",
    "slashes": lambda d: f"{d.year}/{d.month}/{d.day}",
    "spaced": lambda d: f"{d.year} 年 {d.month} 月 {d.day} 日",
    "chinese": lambda d: f"{chinese_year(d.year)}年{chinese(d.month)}月{chinese(d.day)}日",
    "chinese, circle": lambda d: f"{chinese_year(d.year, '○')}年{chinese(d.month)}月{chinese(d.day)}日",
    "chinese, 零": lambda d: f"{chinese_year(d.year, '零')}年{chinese(d.month)}月{chinese(d.day)}日",
}


@pytest.mark.parametrize("writing", WRITINGS)
@given(day=DAYS)
def test_every_date_is_found_whole(writing: str, day: date) -> None:
    written = WRITINGS[writing](day)
    text = f"云川县青禾镇人民政府\n{written}\n抄送：县司法局"
    (found,) = find_dates(text)
    assert found.wholeness == "complete"
    assert found.value == day
    assert text[found.span[0] : found.span[1]] == written


@given(DAYS)
def test_year_and_month_signs_lost(day: date) -> None:
    (found,) = find_dates(f"{day.year}{day.month}{day.day}日")
    assert found.wholeness == "damaged"
    assert found.value is None
    assert day in found.readings


@given(DAYS)
def test_month_sign_lost(day: date) -> None:
    (found,) = find_dates(f"{day.year}年{day.month}{day.day}日")
    assert found.wholeness == "damaged"
    assert day in found.readings
    assert all(r.year == day.year for r in found.readings)


@given(DAYS)
def test_day_sign_lost_at_the_end(day: date) -> None:
    (found,) = find_dates(f"云川县水利局\n{day.year}年{day.month}月{day.day}")
    assert found.wholeness == "damaged"
    assert day in found.readings
    assert day.day in (1, 2, 3) or found.readings == (day,)


@pytest.mark.parametrize(
    ("written", "first", "count"),
    [
        ("2025年16日", date(2025, 1, 6), 13),  # the 16th of any month, or 6 January
        ("202516日", date(2025, 1, 6), 13),
        ("2025年6日", date(2025, 1, 6), 12),
        ("2025年38日", date(2025, 3, 8), 1),
        ("2025年2月1", date(2025, 2, 1), 11),
        ("2025年2月3", date(2025, 2, 3), 1),
        ("2025年3月3", date(2025, 3, 3), 3),
    ],
)
def test_what_is_lost_is_not_filled_in(written: str, first: date, count: int) -> None:
    (found,) = find_dates(written)
    assert (found.wholeness, found.readings[0], len(found.readings)) == ("damaged", first, count)


@given(DAYS, DAYS)
def test_dates_come_in_order(first: date, second: date) -> None:
    text = f"成文{WRITINGS['usual'](first)}，发布{WRITINGS['iso'](second)}。"
    assert [f.value for f in find_dates(text)] == [first, second]


@given(st.text(alphabet="20245193年月日-./〇二四十一 x×_？", max_size=40))
def test_any_mixture_gives_spans_in_bounds(text: str) -> None:
    at = 0
    for found in find_dates(text):
        assert at <= found.span[0] < found.span[1] <= len(text)
        assert (found.value is not None) == (found.wholeness == "complete")
        at = found.span[1]


@pytest.mark.parametrize(
    "text",
    [
        "2025年2月",
        "2025年 月 日",
        "2025年×月×日",
        "二〇二五年 月 日",
        "____年__月__日",
        "2025年",
        "二〇二五年二月",
        "二〇二五年十二月",
        "2025年二月",
        "25年2月6日",
        "25 年 2 月 6 日",
    ],
)
def test_incomplete_date(text: str) -> None:
    (found,) = find_dates(text)
    assert found.wholeness == "incomplete"
    assert found.value is None


@pytest.mark.parametrize("text", ["2025年2月30日", "2025年13月1日", "2025-02-30"])
def test_day_that_no_calendar_has(text: str) -> None:
    (found,) = find_dates(text)
    assert (found.wholeness, found.value) == ("damaged", None)


def test_ambiguous_damage_has_all_readings() -> None:
    (found,) = find_dates("2024111日")
    assert set(found.readings) == {date(2024, 1, 11), date(2024, 11, 1)}


@pytest.mark.parametrize("text", ["", "全年开展检查276次", "电话0989-8126677", "第3.2.1节", "办理案件12件，追回36万元"])
def test_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_only_between_two_offsets() -> None:
    text = "2024年1月1日和2025年2月2日"
    assert [f.value for f in find_dates(text, 10)] == [date(2025, 2, 2)]
    assert [f.value for f in find_dates(text, 0, 9)] == [date(2024, 1, 1)]


@given(st.integers(0, 99))
def test_number_reads_both_scripts(value: int) -> None:
    assert number(chinese(value)) == value
    assert number(str(value)) == value


@given(st.integers(1990, 2099))
def test_number_reads_years_digit_by_digit(year: int) -> None:
    assert number(chinese_year(year)) == year


@pytest.mark.parametrize("text", ["", "甲", "十甲", "甲十", "一甲", "１２"])
def test_number_of_something_else(text: str) -> None:
    assert number(text) is None


def test_number_of_two() -> None:
    assert number("两") == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年工作", [(2024, 0)]),
        ("2024 年工作", [(2024, 0)]),
        ("在2024年和2025年", [(2024, 1), (2025, 7)]),
        ("二〇二四年工作", [(2024, 0)]),
        ("2024推进法治政府建设", [(2024, 0)]),
        ("纲要（2021—2025年）", []),
        ("2021-2025年规划", []),
        ("云政发〔2024〕5号", []),
        ("全年2024件", []),
    ],
)
def test_years_in(text: str, expected: list[tuple[int, int]]) -> None:
    assert years_in(text) == expected


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2O25年2月8日", date(2025, 2, 8)),
        ("2025年l月l8日", date(2025, 1, 18)),
        ("2O24 年 1O 月 3I 日", date(2024, 10, 31)),
        ("20l9年12月2日", date(2019, 12, 2)),
    ],
)
def test_letters_for_digits_are_damage_with_one_reading(written: str, day: date) -> None:
    (found,) = find_dates(f"云川县青禾镇人民政府\n{written}")
    assert (found.wholeness, found.value, found.readings) == ("damaged", None, (day,))


def test_letters_that_make_no_date() -> None:
    (found,) = find_dates("2O25年l3月8日")
    assert (found.wholeness, found.readings) == ("damaged", ())

"""validator.review.roster.cells: names, days and kinds as offices write them into a table."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.review.roster.cells import (
    is_body,
    is_category,
    is_no_day,
    kind_by_name,
    read_date,
    read_day,
    read_exempt,
    read_kind,
    read_name,
)


@pytest.mark.parametrize(
    ("text", "name", "aliases", "former"),
    [
        ("县民政局", "县民政局", (), ()),
        ("3.县民政局", "县民政局", (), ()),
        ("（12）县民政局", "县民政局", (), ()),
        ("3、县民政局*", "县民政局", (), ()),
        ("※县民政局", "县民政局", (), ()),
        ("一、县民政局", "县民政局", (), ()),
        ("1 大 塘 镇", "大塘镇", (), ()),
        ("110指挥中心", "110指挥中心", (), ()),
        ("青禾镇（党委、政府）", "青禾镇（党委、政府）", ("青禾镇",), ()),
        ("县教育局（含教研室）", "县教育局（含教研室）", ("县教育局",), ()),
        ("县财政局(国资中心)", "县财政局(国资中心)", ("县财政局",), ()),
        ("县数据局（简称数据局）", "县数据局（简称数据局）", ("县数据局", "数据局"), ()),
        ("县乡村振兴局（原扶贫办）", "县乡村振兴局（原扶贫办）", ("县乡村振兴局",), ("扶贫办",)),
        ("县政府办（加挂县外事办牌子）", "县政府办（加挂县外事办牌子）", ("县政府办", "县外事办"), ()),
    ],
)
def test_names(text: str, name: str, aliases: tuple[str, ...], former: tuple[str, ...]) -> None:
    assert read_name(text) == (name, aliases, former)


@pytest.mark.parametrize(
    "name", ["乡镇（街道）", "县直部门", "参公单位", "一、党群部门", "县直机关、事业单位", "驻县单位", "其他", "镇街"]
)
def test_categories(name: str) -> None:
    assert is_category(name) and not is_body(name)


@pytest.mark.parametrize(
    "name", ["青禾镇", "县民政局", "县直机关工委", "城东街道", "县政协", "县残联", "云川县人民政府"]
)
def test_units_are_no_categories(name: str) -> None:
    assert not is_category(name)


def test_kinds() -> None:
    assert [read_kind(word) for word in ("镇", "县直部门", "", "乡镇（街道）", "行政机关", "参公")] == [
        "town", "department", "", "", "", None,
    ]  # fmt: skip
    assert kind_by_name("青禾镇（党委、政府）") == "town" and kind_by_name("甲") is None


@pytest.mark.parametrize(
    ("text", "why"), [("是", "免报"), ("否", ""), ("×", ""), ("不免", ""), ("须报", ""), ("机构改革", "机构改革")]
)
def test_exempt(text: str, why: str) -> None:
    assert read_exempt(text) == why


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-01",
        "2026年3月1日",
        "2026.3.1",
        "2026/03/01",
        "20260301",
        "46082",
        "二〇二六年三月一日",
        "2026年3月1日前",
        "2026-3-1 17:30",
        "2026年3月1日下午",
        "２０２６年３月１日",
        "2026-03-01 00:00:00",
        "2026 年 3 月 1 日",
        "2026年3月1日（盖章版）",
        "2026-3-1 补报",
    ],
)
def test_dates(text: str) -> None:
    assert read_date(text) == date(2026, 3, 1)


@pytest.mark.parametrize(
    "text",
    ["3月1日", "2026年3月", "2026-13-01", "2026年2月30日", "2026-03-01和2026-04-01", "春节后", "12", "已收2026-03-01"],
)
def test_no_date(text: str) -> None:
    assert read_date(text) is None


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(
        [
            "{0.year}-{0.month}-{0.day}",
            "{0.year}年{0.month}月{0.day}日",
            "{0:%Y%m%d}",
            "{0.year}.{0.month:02}.{0.day:02}",
        ]
    ),
)
def test_every_day(day: date, form: str) -> None:
    assert read_date(form.format(day)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [("3月5日", date(2026, 3, 5)), ("3月5日前", date(2026, 3, 5)), ("3.5", date(2026, 3, 5)), ("2月30日", None), ("未报", None)],
)  # fmt: skip
def test_day_of_a_known_year(text: str, day: date | None) -> None:
    assert read_day(text, 2026) == day


@pytest.mark.parametrize(
    ("text", "year", "told"),
    [
        ("2026-02-30", None, True),
        ("2026/13/1", None, True),
        ("2026年2月30日", None, True),
        ("20260230", None, True),
        ("2月30日", None, True),
        ("2月29日", None, False),
        ("2月29日", 2026, True),
        ("3月1日", None, False),
        ("2026年3月", 2026, False),
        ("2026-03-01和2026-04-01", 2026, False),
        ("春节", 2026, False),
    ],
)
def test_a_day_that_no_calendar_has(text: str, year: int | None, told: bool) -> None:
    assert is_no_day(text, year) is told

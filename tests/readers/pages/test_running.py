"""validator.readers.pages.running: heads, feet and page numbers stand apart from the text."""

from __future__ import annotations

import pytest

from tests.readers.pages.geometry import line, page
from tests.support import chinese
from validator.readers.pages.glyphs import Page
from validator.readers.pages.running import without_running

HEAD, FOOT = 30.0, 580.0


def _pages(count: int, head: str = "", foot: str = "") -> list[Page]:
    """Return pages of body lines that are all different, with head and foot; {n} is the number of the page."""
    found = []
    for n in range(1, count + 1):
        body = [line(f"在{chinese(n)}处讲{c}种事", y=80 + 18 * i) for i, c in enumerate("甲乙丙丁戊己")]
        top = [line(head.format(n=n), 120, HEAD)] if head else []
        bottom = [line(foot.format(n=n), 170, FOOT)] if foot else []
        found.append(page(n, [*top, *body, *bottom]))
    return found


def _body(pages: list[Page]) -> list[list[str]]:
    return [[x.text for x in p.lines] for p in without_running(pages)[0]]


@pytest.mark.parametrize("count", [2, 3, 9])
def test_head_and_foot_on_every_page(count: int) -> None:
    pages = _pages(count, "法治政府建设年度报告", "内部资料{n}")
    bodies, apart = without_running(pages)
    assert all(len(p.lines) == 6 for p in bodies)
    assert apart == ("法治政府建设年度报告", *(f"内部资料{n}" for n in range(1, count + 1)))


@pytest.mark.parametrize(
    "number", ["- {n} -", "— {n} —", "－{n}－", "第{n}页", "第 {n} 页 共 9 页", "{n}/9", "{n}", "Page {n} of 9"]
)
@pytest.mark.parametrize("count", [1, 4])
def test_page_numbers(number: str, count: int) -> None:
    assert all(len(lines) == 6 for lines in _body(_pages(count, foot=number)))


def test_heads_of_left_and_right_pages_differ() -> None:
    pages = _pages(8)
    for i, p in enumerate(pages):
        text = "云川县人民政府" if i % 2 else "法治政府建设年度报告"
        pages[i] = p._replace(lines=[line(text, 40 + 200 * (i % 2), HEAD), *p.lines])
    assert without_running(pages)[1] == ("法治政府建设年度报告", "云川县人民政府")


def test_a_first_page_without_head() -> None:
    pages = _pages(4, "法治政府建设年度报告")
    pages[0] = pages[0]._replace(lines=pages[0].lines[1:])
    assert all(len(lines) == 6 for lines in _body(pages))


def test_a_signature_where_the_title_stood_is_body() -> None:
    pages = _pages(2)
    pages = [p._replace(lines=[line("青禾镇人民政府", y=62), *p.lines]) for p in pages]
    assert [lines[0] for lines in _body(pages)] == ["青禾镇人民政府"] * 2


def test_a_number_in_the_text_is_body() -> None:
    pages = [page(1, [line("全年检查", y=280), line("1", y=300), line("没有发现", y=318)])]
    assert _body(pages) == [["全年检查", "1", "没有发现"]]


def test_what_a_browser_prints_around_a_single_page() -> None:
    pages = _pages(1, "2025/3/1 09:43 A 年度报告", "https://www.example.cn/a.html 1/1")
    bodies, apart = without_running(pages)
    assert len(bodies[0].lines) == 6
    assert apart == ("2025/3/1 09:43 A年度报告", "https://www.example.cn/a.html 1/1")


def test_a_date_at_the_top_of_a_page_is_body_where_no_browser_printed() -> None:
    assert len(_body(_pages(1, "2025-02-10 09:30 来源：青禾镇"))[0]) == 7


def test_pages_that_are_all_alike_are_kept() -> None:
    pages = [page(n, [line(f"{n}号通知", y=HEAD)]) for n in range(1, 6)]
    assert without_running(pages) == (pages, ())


def test_no_pages() -> None:
    assert without_running([]) == ([], ())


def test_a_head_on_a_page_with_nothing_but_a_date() -> None:
    first, _ = _pages(2, "法治政府建设资料汇编（2019年）")
    last = page(2, [line("法治政府建设资料汇编（2019年）", 120, HEAD), line("2025年1月16日", 240, 80)])
    bodies, apart = without_running([first, last])
    assert [x.text for x in bodies[1].lines] == ["2025年1月16日"]
    assert len(bodies[0].lines) == 6
    assert apart == ("法治政府建设资料汇编（2019年）",)


@pytest.mark.parametrize(("left", "em"), [(240.0, 10.0), (120.0, 8.0)])
def test_a_signature_where_the_title_stood_is_no_head(left: float, em: float) -> None:
    first, _ = _pages(2, "云川县人民政府")
    last = page(2, [line("云川县人民政府", left, HEAD, em), line("2025年1月16日", left, 80, em)])
    assert [x.text for x in without_running([first, last])[0][1].lines] == ["云川县人民政府", "2025年1月16日"]

"""review.html in a real browser: filters, order, details, keyboard, paper; nothing is fetched, nothing foreign runs."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest

from tests.review.outputs.reviews_by_hand import evidence, hostile, lapsed_return, many, review
from validator.model.review import Review
from validator.review.outputs.html import files

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
ROWS = ".ranking tbody tr:not([hidden])"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


class Opened:
    """A page opened from disk without a network, and what it asked for and complained about."""

    def __init__(self, browser: Browser, folder: Path, shown: Review, anchor: str = "", **context: object) -> None:
        file = folder / "review.html"
        file.write_bytes(files(shown, "zh")["review.html"])
        self.context = browser.new_context(**context)  # type: ignore[arg-type]
        self.context.set_offline(True)
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(5_000)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog {dialog.message}"))
        self.page.goto(file.as_uri() + anchor)
        self.address = file.as_uri()

    def names(self) -> list[str]:
        return self.page.locator(f"{ROWS} th").all_inner_texts()

    def focused(self) -> str:
        return str(self.page.evaluate("document.activeElement.textContent"))

    def quiet(self) -> bool:
        """Tell whether the page asked for nothing but itself and had nothing to complain about; close it."""
        self.context.close()
        return {url.split("#")[0] for url in self.asked} == {self.address} and self.complaints == []


def soon(told: Callable[[], bool]) -> bool:
    """Wait until *told* is true: what follows a new address or a key happens a moment later."""
    end = monotonic() + 5
    while not told() and monotonic() < end:
        sleep(0.02)
    return told()


def test_filters(browser: Browser, tmp_path: Path) -> None:
    o = Opened(browser, tmp_path, review())
    page, found = o.page, o.page.locator("#found")
    assert found.inner_text() == "共12个单位，列出12个"
    page.fill("[name=text]", "县水")
    assert o.names() == ["县水利局"]
    assert found.inner_text() == "共12个单位，列出1个"
    assert page.locator(".heat tbody tr:not([hidden]) th").all_inner_texts() == ["县水利局"]
    page.click("[type=reset]")
    page.select_option("[name=kind]", "镇")
    assert o.names() == ["青禾镇", "红岩镇", "白石镇", "柳湾镇"]
    page.select_option("[name=kind]", "")
    page.select_option("[name=standing]", label="未报送")
    assert o.names() == ["县信访局"]
    page.select_option("[name=standing]", "")
    page.select_option("[name=lacks]", label="不足的原因")
    assert set(o.names()) == {"白石镇", "柳湾镇", "县水利局"}
    page.select_option("[name=lacks]", "")
    page.select_option("[name=flag]", label="不足与上年雷同")
    assert o.names() == ["白石镇"]
    assert o.quiet()


@pytest.mark.parametrize(
    ("word", "downs", "names"), [("逾期", 1, {"红岩镇", "白石镇"}), ("有雷同", 4, {"白石镇", "县水利局"})]
)
def test_the_headline_numbers_are_filters_by_keyboard(
    browser: Browser, tmp_path: Path, word: str, downs: int, names: set[str]
) -> None:
    o = Opened(browser, tmp_path, review())
    page = o.page
    page.locator("[name=lacks]").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "flag"
    for _ in range(downs):
        page.keyboard.press("ArrowDown")
    assert page.locator("[name=flag] option:checked").inner_text() == word
    assert set(o.names()) == names
    assert page.locator("#found").inner_text() == f"共12个单位，列出{len(names)}个"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the button that clears
    assert soon(lambda: len(o.names()) == 12)
    assert o.quiet()


def test_figures_filter_and_can_be_let_go(browser: Browser, tmp_path: Path) -> None:
    o = Opened(browser, tmp_path, review())
    late = o.page.locator(".figures [data-flag=late]")
    late.click()
    assert set(o.names()) == {"红岩镇", "白石镇"}
    assert late.get_attribute("aria-pressed") == "true"
    late.click()
    assert len(o.names()) == 12
    late.click()
    o.page.click(".figures button >> nth=0")
    assert len(o.names()) == 12
    assert o.quiet()


def test_order(browser: Browser, tmp_path: Path) -> None:
    o = Opened(browser, tmp_path, review())
    head = o.page.locator(".ranking thead th", has_text="逾期天数")
    head.locator("button").click()
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert o.names()[:2] == ["红岩镇", "白石镇"]
    assert o.page.locator(".heat tbody th").all_inner_texts() == o.names()
    score = o.page.locator(".ranking thead th", has_text="得分")
    score.locator("button").click()
    assert (score.get_attribute("aria-sort"), head.get_attribute("aria-sort")) == ("ascending", "none")
    assert o.names()[0] == "柳湾镇"
    assert o.quiet()


def test_details_by_keyboard_from_the_ranking(browser: Browser, tmp_path: Path) -> None:
    o = Opened(browser, tmp_path, review())
    page = o.page
    page.locator(".ranking a", has_text="白石镇").focus()
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    panel.wait_for(state="visible")
    assert o.focused() == "白石镇"
    assert page.url.endswith("#unit-1")
    causes = page.locator("#rule-causes")
    assert "没有写明不足的原因。" in causes.inner_text()
    assert causes.locator("mark").first.inner_text() == "存在的不足"
    assert "没有发生越级上访和群体性事件" in causes.locator(".quote").first.inner_text()
    told = causes.get_by_role("textbox", name="核实后确属有的，可以更正：")
    assert told.inner_text() == "chaque decide 白石镇 correct causes --to pass --because 理由 --by 姓名 --year 2024"
    told.focus()
    assert page.evaluate("getSelection().toString()") == told.inner_text()
    for words in ("逾期4天", "按字面没有找到", "建成镇级公共法律服务工作站", "与上年雷同的不足", "相同或相近1312字"):
        assert words in panel.inner_text()
    page.keyboard.press("Escape")
    panel.wait_for(state="hidden")
    assert o.focused() == "白石镇"
    assert "#" not in page.url
    page.go_back()
    panel.wait_for(state="visible")
    page.go_back()
    panel.wait_for(state="hidden")
    assert o.quiet()


def test_details_by_keyboard_from_the_heat_map(browser: Browser, tmp_path: Path) -> None:
    o = Opened(browser, tmp_path, review())
    page = o.page
    cells = page.locator(".heat td[tabindex='0']")
    assert cells.count() == 1
    cells.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    assert soon(lambda: page.evaluate("document.activeElement.getAttribute('aria-label')") == "白石镇：不足的原因，缺")
    assert cells.count() == 1
    page.keyboard.press("Enter")
    page.locator("#panel").wait_for(state="visible")
    assert page.url.endswith("#unit-1/causes")
    assert soon(lambda: page.evaluate("document.activeElement.id") == "rule-causes")
    page.keyboard.press("Escape")
    assert soon(lambda: page.evaluate("document.activeElement.getAttribute('aria-label')") == "白石镇：不足的原因，缺")
    page.keyboard.press("End")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    assert soon(
        lambda: page.evaluate("document.activeElement.getAttribute('aria-label')") == "白石镇：主要举措和成效，有"
    )
    assert o.quiet()


def test_only_what_passed_is_called_fine(browser: Browser, tmp_path: Path) -> None:
    o = Opened(browser, tmp_path, review(), "#unit-0")
    a = review().units[0].current
    assert a
    rules = {rule.id: rule for rule in review().packs[a.submission.assessment.pack].rules}
    found = {r.rule: r.outcome for r in a.submission.assessment.results if rules[r.rule].role != "scored"}
    assert {"pass", "not_applicable"} <= set(found.values())
    told = o.page.locator("#panel p", has_text="核对过，没有发现问题：").inner_text()
    passed = {rules[rule].title.zh for rule, outcome in found.items() if outcome == "pass"}
    assert set(told.removesuffix("。").split("：")[1].split("；")) == passed - {
        "按时报告"
    }  # told with the day of sending
    spared = [rules[rule].title.zh for rule, outcome in found.items() if outcome == "not_applicable"]
    assert not [title for title in spared if title in o.page.locator("#panel").inner_text()]
    assert o.page.locator("#panel section", has_text="已有的要素").get_by_text("不涉及").count() == 0
    assert "其他需要报告的情况" in o.page.locator("#panel section", has_text="不涉及的要素").inner_text()
    assert o.quiet()


def test_what_does_not_count_has_no_score_and_says_why(browser: Browser, tmp_path: Path) -> None:
    o = Opened(browser, tmp_path, review(), "#unit-7")  # another year
    panel = o.page.locator("#panel")
    words = panel.inner_text()
    assert "报送不符，不计入排名和统计：写的是2023年度" in words
    assert "仅供参考" in words
    assert "得分：" not in panel.locator(".panel-head").inner_text()
    assert panel.locator(".panel-head .mark").all_inner_texts() == ["所报年度不符"]
    told = panel.get_by_role("textbox").all_inner_texts()
    assert [line.split()[3] for line in told] == ["return"]
    assert o.quiet()


def test_quotations_near_each_other_stand_in_one_place(browser: Browser, tmp_path: Path) -> None:
    white = review().units[1]
    assert white.current
    a, text = white.current.submission.assessment, white.current.submission.text
    at = text.index("存在的不足")
    near = tuple(evidence(text[i : i + 2], 5)._replace(start=i, end=i + 2) for i in (at, at + 3))
    results = tuple(r._replace(evidence=near) if r.rule == "causes" else r for r in a.results)
    current = white.current._replace(
        submission=white.current.submission._replace(assessment=a._replace(results=results))
    )
    o = Opened(browser, tmp_path, review()._replace(units=(white._replace(current=current),), pairs=()), "#unit-0")
    quotes = o.page.locator("#rule-causes .quote")
    assert soon(lambda: quotes.count() == 1)
    assert quotes.locator("mark").all_inner_texts() == ["存在", "不足"]
    assert "存在的不足" in quotes.inner_text()
    assert o.quiet()


def test_a_check_is_headed_by_what_was_found(browser: Browser, tmp_path: Path) -> None:
    o = Opened(browser, tmp_path, review(), "#unit-5")
    check = o.page.locator("#rule-placeholder")
    heading = check.locator("h4").inner_text()
    assert heading.startswith("有没填写的内容或模板遗留文字：“XX")
    assert "要核对" in heading
    assert "核对事项：没有遗留的模板文字。依据：" in check.inner_text()
    assert check.inner_text().count("没有遗留的模板文字") == 1
    assert check.get_by_role("textbox", name="核实后没有问题的，可以更正：").is_visible()
    assert o.quiet()


def test_nothing_announced_leaves_no_mark(browser: Browser, tmp_path: Path) -> None:
    white = review().units[1]
    assert white.before
    bare = white._replace(before=white.before._replace(announced=(), repeated=()))
    o = Opened(browser, tmp_path, review()._replace(units=(bare,), pairs=()), "#unit-0")
    section = o.page.locator("#panel section", has_text="与上年对比")
    assert section.inner_text().rstrip().endswith("去年/白石镇.txt")
    assert o.quiet()


def test_what_has_changed_since_a_decision_is_found_by_the_filter(browser: Browser, tmp_path: Path) -> None:
    o = Opened(browser, tmp_path, review()._replace(units=(lapsed_return(), *review().units[1:])))
    o.page.locator("select[name=flag]").select_option(label="已改，待复核")
    assert o.names() == ["青禾镇"]
    o.page.locator(".ranking a", has_text="青禾镇").click()
    words = o.page.locator("#panel").inner_text()
    assert "退回。请补写原因（王敏，2025-03-06）：报告文字已改动" in words
    assert "已改，待复核" in words
    assert o.quiet()


@pytest.mark.parametrize(("name", "said"), [("县民政局", "在名册的“文件”列写上文件名"), ("县信访局", "")])
def test_nothing_to_return_without_a_file_of_its_own(browser: Browser, tmp_path: Path, name: str, said: str) -> None:
    at = next(i for i, u in enumerate(review().units) if u.unit.name == name)
    o = Opened(browser, tmp_path, review(), f"#unit-{at}")
    panel = o.page.locator("#panel")
    assert said in panel.inner_text()
    assert panel.get_by_role("textbox").count() == 0
    o.page.evaluate("location.hash = '#unit-9'")  # a file that nobody can open
    assert o.page.get_by_label("退回这个文件：").inner_text().startswith("chaque decide 县统计局 return --because")
    assert o.quiet()


def test_what_is_there_opens_with_its_words(browser: Browser, tmp_path: Path) -> None:
    o = Opened(browser, tmp_path, review(), "#unit-0")
    plan = o.page.locator("#rule-next-year-plan")
    assert not plan.locator(".quote").is_visible()
    plan.locator("summary").click()
    assert "每季度开展一次案卷评查" in plan.locator(".quote").inner_text()
    assert "接受。齐全（王敏，2025-03-06）" in o.page.locator("#panel").inner_text()
    o.page.get_by_role("button", name="下一个").click()
    o.page.locator("#panel-title", has_text="红岩镇").wait_for()  # the next one of the ranking
    o.page.get_by_role("button", name="关闭").click()
    assert soon(lambda: o.page.locator("#panel").is_hidden())
    assert o.quiet()


def test_two_texts_side_by_side(browser: Browser, tmp_path: Path) -> None:
    o = Opened(browser, tmp_path, review())
    o.page.locator(".pairs a", has_text="对照2处").first.click()
    sides = o.page.locator("#panel .passage").first.locator(".side")
    assert soon(lambda: sides.count() == 2)
    assert sides.nth(0).locator("mark").all_inner_texts() == ["三十六"]
    assert sides.nth(1).locator("mark").all_inner_texts() == ["二十八"]
    left, right = sides.nth(0).bounding_box(), sides.nth(1).bounding_box()
    assert left is not None
    assert right is not None
    assert left["x"] + left["width"] <= right["x"]
    assert soon(lambda: o.page.locator("#panel strong", has_text="全局").count() == 1)
    assert "上一年“2023年”" in o.page.locator("#panel").inner_text()
    assert o.quiet()


def test_an_address_that_leads_nowhere_opens_nothing(browser: Browser, tmp_path: Path) -> None:
    o = Opened(browser, tmp_path, review(), "#unit-999")
    for anchor in ("#pair-77", "#unit-x", "#unit-1/<b>", "#ranking"):
        assert soon(lambda: o.page.locator("#panel").is_hidden())
        o.page.evaluate("anchor => { location.hash = anchor; }", anchor)
    assert soon(lambda: o.page.locator("#panel").is_hidden())
    assert o.quiet()


def test_paper(browser: Browser, tmp_path: Path) -> None:
    o = Opened(browser, tmp_path, many(60))
    whole = o.page.pdf(prefer_css_page_size=True)
    o.page.locator(".ranking a").first.click()
    o.page.locator("#panel h4").first.wait_for()
    one = o.page.pdf(prefer_css_page_size=True)
    assert o.quiet()
    import pypdfium2

    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(whole)]
    assert len(pages) >= 4
    assert "0001号白石镇" in "".join(pages)
    assert sum("逾期天数" in page for page in pages) >= 2  # heads are printed on every page of the table
    assert "清除筛选" not in "".join(pages)
    sheet = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(one))
    assert "已有的要素" in sheet
    assert "要素分布" not in sheet


def test_a_telephone_does_not_scroll_sideways(browser: Browser, tmp_path: Path) -> None:
    for shown, anchor in ((review(), ""), (review(), "#unit-1"), (hostile("W" * 300), "#unit-1")):
        o = Opened(browser, tmp_path, shown, anchor, viewport={"width": 360, "height": 700})
        assert o.page.evaluate("document.documentElement.scrollWidth") <= 360
        assert o.page.evaluate("document.getElementById('panel').scrollWidth") <= 360
        assert o.quiet()


def test_without_scripts_the_lists_are_there(browser: Browser, tmp_path: Path) -> None:
    o = Opened(browser, tmp_path, review(), java_script_enabled=False)
    assert "浏览器没有运行脚本" in o.page.locator("body").inner_text()
    assert o.page.locator("#filters").is_hidden()
    assert len(o.names()) == 12
    assert o.page.locator(".heat td.empty").first.is_visible()
    assert o.quiet()


ATTACKS = (
    "</script><script>document.title='ran'</script>",
    "<img src=http://127.0.0.1:9/x onerror=\"document.title='ran'\">",
    "'\"><svg onload=document.title='ran'>",
    "<a href=javascript:document.title='ran'>x</a>",
    "<style>@import url(http://127.0.0.1:9/s)</style><meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>",
)


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
def test_a_hostile_page_runs_nothing(browser: Browser, tmp_path: Path, attack: str) -> None:
    o = Opened(browser, tmp_path, hostile(attack))
    for anchor in ("#unit-1", "#unit-2", "#pair-0", "#unit-6"):
        o.page.evaluate("anchor => { location.hash = anchor; }", anchor)
        o.page.locator("#panel").wait_for(state="visible")
        assert attack[:20] in o.page.locator("#panel").inner_text()
    assert o.page.title() == "2024年法治政府建设年度报告审核"
    assert o.page.locator("script").count() == 2
    assert o.page.locator("#panel :is(img, svg, style, meta, script)").count() == 0
    assert all(re.match("#(unit|pair)-", href) for href in o.page.locator("#panel a").evaluate_all(HREFS))
    assert o.quiet()


HREFS = "links => links.map(link => link.getAttribute('href'))"


def test_the_policy_holds_where_escaping_would_not(browser: Browser, tmp_path: Path) -> None:
    o = Opened(browser, tmp_path, review())
    path = tmp_path / "review.html"
    live = "<img src=x onerror=\"document.title='ran'\"><script>document.title='ran'</script>"
    path.write_text(path.read_text("utf-8").replace("<main>", f"<main>{live}"), "utf-8")
    o.page.reload()
    assert o.page.title() == "2024年法治政府建设年度报告审核"
    assert any("Content Security Policy" in complaint for complaint in o.complaints)
    assert o.names()
    o.context.close()

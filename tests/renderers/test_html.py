"""validator.renderers.html: one page, offline, without scripts."""

from __future__ import annotations

import http.server
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.renderers.runs import HOSTILE, REMARK, SCANNED, bare, hostile, lacking, many, varied
from tests.support import REPORT, check, pack, run_of
from validator.model.run import Run
from validator.renderers import Options, render
from validator.words import Lang

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
VOID = {"meta", "br", "hr", "img", "link", "input"}


class Page(HTMLParser):
    """What a page is made of. Raise AssertionError when tags do not match."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[tuple[str, str]] = set()
        self.text = ""
        self._open: list[str] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {(name, value or "") for name, value in attrs}
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data if self._open[-1:] != ["style"] else ""


def html(run: Run, lang: Lang = "zh") -> str:
    return render("html", run, Options(lang)).decode()


def words(run: Run, lang: Lang = "zh") -> str:
    return re.sub(r"\s+", " ", Page(html(run, lang)).text)


def test_head() -> None:
    shown = html(varied())
    assert shown.startswith('<!doctype html>\n<html lang="zh-CN">')
    assert shown.index('<meta charset="utf-8">') < shown.index(f'content="{POLICY}"') < shown.index("<style>")
    assert '<html lang="en">' in html(varied(), "en")


def test_nothing_is_loaded_and_nothing_runs() -> None:
    found = Page(html(varied()))
    assert not {"script", "link", "img", "iframe", "object", "base", "form", "svg"} & set(found.tags)
    names = {name for name, _ in found.attributes}
    assert not {"src", "srcset", "action", "background"} & names
    assert not [n for n in names if n.startswith("on")]
    assert all(value.startswith("#r") for name, value in found.attributes if name == "href")
    assert "url(" not in html(varied())
    assert "@import" not in html(varied())


def test_one_report() -> None:
    shown = words(run_of([lacking("乡镇/b.txt")]))
    assert "文件夹：乡镇/" in shown
    assert "8项中6项齐全" in shown
    assert "没有写明不足的原因。" in shown
    assert pack().rules[2].fix.zh in shown
    assert "依据：《法治政府建设与责任落实督察工作规定》" in shown
    assert "总表" not in shown
    assert html(run_of([lacking()])).count("<details open>") == 1


def test_several_reports_have_a_table() -> None:
    shown = words(varied())
    for part in ("总表", "未能检查", "缺：不足的原因", "文件是空的，没有内容可查。", REMARK.zh, SCANNED.zh):
        assert part in shown
    assert Page(html(varied())).tags.count("article") == 6
    assert "审核决定前：不齐全，得分 " in shown
    assert "缺 → 有。附件已单列（县司法局，2025-03-04，有效至 2025-12-31）" in shown
    assert "92.9–100" in shown
    assert "判断不了（不计分）：按时报告。" in shown
    assert "已知问题（基线）" in shown
    assert "照样计分" in shown


def test_only_reports_without_findings_are_folded() -> None:
    shown = html(many(12))
    assert shown.count("<details>") == 2
    assert shown.count("<details open>") == 10
    assert shown.count("<details") == 12


def test_links_lead_to_reports() -> None:
    found = Page(html(varied())).attributes
    targets = {value for name, value in found if name == "id"}
    assert {value[1:] for name, value in found if name == "href"} <= targets


def test_tables_have_heads_for_rows_and_columns() -> None:
    found = Page(html(varied()))
    assert found.tags.count("th") == len(re.findall(r'<th scope="(?:row|col)"', html(varied())))
    assert {"header", "main", "footer", "h1", "h2", "h3"} <= set(found.tags)
    assert found.tags.count("h1") == found.tags.count("main") == 1


def test_numbers_in_styles_are_ours() -> None:
    styles = {value for name, value in Page(html(varied())).attributes if name == "style"}
    assert styles
    assert all(re.fullmatch(r"width:\d+(\.\d+)?%", value) for value in styles)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_stay_text(text: str) -> None:
    harmless = re.sub("[^/]", "甲", text)  # of as many folders
    plain, found = Page(html(hostile(harmless))), Page(html(hostile(text)))
    assert found.tags == plain.tags
    assert found.attributes == plain.attributes
    assert not {"\x1b", "\u202e", "\x00", "\ufeff"} & set(found.text)
    if text.isprintable():
        assert text in found.text


def test_without_quotations() -> None:
    shown = html(bare())
    assert "<q>" not in shown
    assert "第1行" in shown


def test_empty_run() -> None:
    assert "没有要检查的文件。" in words(run_of([]))


def test_english_has_no_chinese_of_ours() -> None:
    shown = words(run_of([check(b"", name="a.txt"), check(b"", name="b.txt")]), "en")
    assert "Not checked" in shown
    assert not re.search("[一-鿿]", shown)
    assert "What to write" in words(varied(), "en")


def test_three_hundred_are_below_three_megabytes() -> None:
    assert len(render("html", many(300), Options())) < 3_000_000


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it."""

    def luminance(colour: str) -> float:
        digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
        parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
        r, g, b = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_by_day_and_night() -> None:
    themes = [dict(re.findall(r"--(\w+):(#\w+)", block)) for block in re.findall(r":root\{(.*?)\}", html(run_of([])))]
    assert len(themes) == 2
    for theme in themes:
        for name in ("ink", "quiet", "good", "half", "bad", "open", "link"):
            assert contrast(theme[name], theme["paper"]) >= 4.5, name
            assert contrast(theme[name], theme["soft"]) >= 4.5, name


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and the paths that anybody has asked it for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}", asked
        running.shutdown()


def browse(folder: Path, page: str) -> str:
    """Return what a browser makes of *page*, scripts and all."""
    if CHROMIUM is None:
        pytest.skip("no Chromium here")
    (folder / "page.html").write_text(page, "utf-8")
    quiet = ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    options = [*quiet, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--virtual-time-budget=3000"]
    done = subprocess.run(
        [CHROMIUM, *options, f"--user-data-dir={folder / 'profile'}", "--dump-dom", (folder / "page.html").as_uri()],
        capture_output=True,
        timeout=120,
    )
    return done.stdout.decode()


def attacks(server: str) -> tuple[str, ...]:
    """Return what would show itself if any of it were more than text: by the title, or by a request."""
    run = "document.title='ran'"
    return (
        f"<script>{run}</script>",
        f"<script src={server}/script></script>",
        f'"><img src=x onerror="{run}"><img src={server}/image>',
        f"</style><style>@import url({server}/style);body{{background:url({server}/back)}}</style>",
        f'<link rel=stylesheet href={server}/link><link rel="icon" href="{server}/icon">',
        f'<iframe src="{server}/frame"></iframe><object data={server}/object></object>',
        f'<meta http-equiv=refresh content="0;url={server}/refresh">',
        f"<svg onload={run}><use href={server}/use></svg>",
    )


def test_a_browser_runs_nothing_and_asks_for_nothing(tmp_path: Path, server: tuple[str, list[str]]) -> None:
    address, asked = server
    dom = browse(tmp_path, html(hostile(*attacks(address))))
    assert "<title>法治政府建设年度报告检查结果</title>" in dom
    assert "&lt;script&gt;" in dom
    assert not re.search("<(script|img|iframe|object|link|svg)", dom)
    assert asked == []


def test_the_policy_holds_where_escaping_would_not(tmp_path: Path, server: tuple[str, list[str]]) -> None:
    address, asked = server
    live = "".join(a for a in attacks(address) if "refresh" not in a)  # no policy forbids a page to leave
    dom = browse(tmp_path, html(run_of([lacking()])).replace("<main>", f"<main>{live}"))
    assert "<title>法治政府建设年度报告检查结果</title>" in dom
    assert "<img" in dom
    assert asked == []


def test_the_trap_works(tmp_path: Path, server: tuple[str, list[str]]) -> None:
    address, asked = server
    page = f"<!doctype html><title>quiet</title>{''.join(a for a in attacks(address) if 'refresh' not in a)}"
    assert "<title>ran</title>" in browse(tmp_path, page)
    assert {"/script", "/image", "/style", "/link", "/frame"} <= set(asked)


MEASURE = "<script>parent.document.title = innerWidth + ' ' + document.documentElement.scrollWidth</script></body>"


def test_a_telephone_does_not_scroll_sideways(tmp_path: Path) -> None:
    run = hostile("W" * 300, "甲" * 300, "a/b/c" * 60)
    run = run._replace(assessments=(*run.assessments, *varied().assessments))
    page = escape(html(run).replace(POLICY, "").replace("</body>", MEASURE))
    dom = browse(tmp_path, f'<title></title><iframe width=360 height=700 frameborder=0 srcdoc="{page}"></iframe>')
    found = re.search(r"<title>(\d+) (\d+)</title>", dom)
    assert found
    inner, content = int(found[1]), int(found[2])
    assert inner == 360
    assert content <= inner


def test_complete_report_is_one_line_among_many_and_whole_alone() -> None:
    shown = words(run_of([check(REPORT.encode())]))
    assert "齐全" in shown
    assert "要补的内容" not in shown
    assert "核对过，没有发现问题：" in shown

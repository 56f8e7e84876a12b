"""validator.renderers.markdown: for the summary of a job, a comment, a message."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from tests.renderers.runs import HOSTILE, REMARK, bare, hostile, known, lacking, many, varied
from tests.support import REPORT, check, pack, run_of
from validator.model.run import Run
from validator.renderers import Options, markdown, render
from validator.words import Lang, Words

OURS = {"h1", "h2", "p", "ul", "ol", "li", "strong", "code", "table", "thead", "tbody", "tr", "th", "td"} | {
    *("details", "summary")
}


def text(run: Run, lang: Lang = "zh") -> str:
    return render("markdown", run, Options(lang)).decode()


class Page(HTMLParser):
    """What a page is made of: its tags, and its text without them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def page(run: Run) -> Page:
    parser = pytest.importorskip("markdown_it").MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return Page(parser.render(text(run)))


def test_one_report() -> None:
    shown = text(run_of([lacking("乡镇/b.txt")]))
    assert shown.startswith("# 法治政府建设年度报告检查结果\n")
    assert "## 乡镇/b.txt" in shown
    assert "**不齐全，得分 " in shown
    assert "| 不足的原因 | 缺 | 0/8 |" in shown
    assert f"`causes`\n   {pack().rules[2].fix.zh}" in shown
    assert "<details>" not in shown
    assert "| 文件 |" not in shown


def test_several_reports_have_a_table_and_many_are_folded() -> None:
    shown = text(varied())
    assert "共8个文件：齐全2，不齐全3，没有全部判明1，不是这种报告1，读不了1。" in shown
    assert "| 乡镇/e.pdf | 云川县青禾镇人民政府 | 2024 | 92.9–100 | 没有全部判明 |" in shown
    assert "| 空.txt |  |  | — | 读不了 | 文件是空的，没有内容可查。 |" in shown
    assert shown.count("<details>") == shown.count("</details>") == 8
    assert REMARK.zh in shown


def test_findings_known_decisions_and_what_is_open() -> None:
    shown = text(varied())
    assert "**请核对（不计分）**" in shown
    assert "**已知问题（基线）**" in shown
    assert "| 不足的原因 | 缺（已知） |" in shown
    assert "| 不足的原因 | 有（人工） |" in shown
    assert "审核决定前：不齐全，得分 " in shown
    assert "- 不足的原因：缺 → 有。附件已单列（县司法局，2025-03-04，有效至 2025-12-31）" in shown
    assert "判断不了（不计分）：按时报告" in shown
    assert "| 落款（署名） | 不明 | ?/7 |" in shown


def test_what_is_known_is_not_asked_for_again() -> None:
    shown = text(run_of([known(lacking("b.txt", "causes"), "causes")]))
    assert "要补的内容" not in shown
    assert "`causes`" in shown


def test_it_is_markdown() -> None:
    found = page(varied())
    assert set(found.tags) <= OURS
    assert found.tags.count("table") == 1 + 6
    assert "style" in found.attributes  # how columns are aligned, and nothing else
    assert found.attributes == {"style"}


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_stay_text(words: str) -> None:
    plain, found = page(hostile("甲")), page(hostile(words))
    assert found.tags == plain.tags
    assert found.attributes == plain.attributes
    assert not {"\x1b", "\u202e", "\x00"} & set(found.text)


def test_no_mentions_references_or_links() -> None:
    shown = text(hostile("@admin #12 !3 GH-1 http://a.invalid www.a.invalid :smile: a@b.invalid ~bug"))
    body = re.sub(r"&#\d+;", "", shown)
    for found in ("@a", "@b", "#12", "!3", "GH-1", "://", "www.", ":smile", "~bug"):
        assert found not in body
    assert "&#64;<!-- -->admin &#35;<!-- -->12 !<!-- -->3" in shown


def test_commands_of_a_ci_log_are_no_lines_of_their_own() -> None:
    assert not re.search(r"^\s*::", text(hostile("::error::甲")), re.M)


def test_long_runs_are_cut_and_say_so() -> None:
    run = many(2000)
    shown = render("markdown", run, Options())
    assert len(shown) <= markdown.MAX_BYTES
    found = re.search(r"\*\*太长，另有(\d+)个文件没有列出细节。\*\*", shown.decode())
    assert found
    assert int(found[1]) + shown.count(b"<details>") == 2000
    assert shown.count("号报告.docx |".encode()) == 2000


def test_the_table_itself_is_cut_and_says_so() -> None:
    run = many(2000)
    wide = run._replace(assessments=tuple(a._replace(path=a.path * 500) for a in run.assessments))
    shown = render("markdown", wide, Options())
    assert len(shown) <= markdown.MAX_BYTES
    assert "个文件没有列入上表。**" in shown.decode()
    assert "个文件没有列出细节。**" in shown.decode()


def test_many_remarks_are_cut() -> None:
    run = varied()._replace(remarks=(REMARK,) * 80)
    assert "- 另有30条说明" in text(run)


def test_long_remarks_do_not_fill_the_page() -> None:
    hard = "@" * 5000
    shown = render("markdown", varied()._replace(remarks=(Words(hard, hard),) * 80), Options())
    assert len(shown) <= markdown.MAX_BYTES
    assert "| 空.txt |" in shown.decode()


def test_what_lacks_something_comes_first() -> None:
    shown = text(many(300))
    assert "：齐全，" not in shown[: shown.rindex("<summary>") // 4]


def test_without_quotations() -> None:
    shown = text(bare())
    assert re.search(r"\| 第\d+行 \|", shown)


def test_english() -> None:
    shown = text(varied(), "en")
    assert "| File | Unit | Year | Score | Verdict | Lacking |" in shown
    assert "**What to write**" in shown
    assert "8 files: 2 complete" in shown


def test_empty_run() -> None:
    assert "共0个文件" in text(run_of([]))


def test_complete_report() -> None:
    shown = text(run_of([check(REPORT.encode())]))
    assert "**齐全，得分 100**" in shown
    assert "要补的内容" not in shown

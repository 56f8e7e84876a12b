"""validator.readers.web.runs: which runs of text make a line, and what stands between them."""

from __future__ import annotations

import pytest

from validator.readers.composing import composed
from validator.readers.web.marking import marked
from validator.readers.web.marks import MARK, Mark
from validator.readers.web.runs import pieces_of


def text(extracted: str, *marks: Mark) -> str:
    """Return the text of what a parser gave; ``^`` stands for the next mark."""
    signs = iter(MARK.findall(marked("<i>x</i>&lt;" * len(marks)).page))
    found = "".join(next(signs) if c == "^" else c for c in extracted)
    return composed(pieces_of(found, list(marks)))[0]


def mark(**more: object) -> Mark:
    return Mark(1, 1)._replace(**more)


def test_lines_and_paragraphs() -> None:
    assert text("^甲\n^乙\n\n\n\n^丙", mark(), mark(), mark()) == "甲\n乙\n\n丙"
    assert text("^甲\n^乙", mark(), mark(block=True)) == "甲\n\n乙"


def test_a_line_end_of_the_source_is_no_space_between_characters() -> None:
    assert text("^甲 ^乙", mark(), mark(broken=True)) == "甲乙"
    assert text("^甲， ^（乙", mark(), mark(broken=True)) == "甲，（乙"
    assert text("^甲 ^乙", mark(), mark()) == "甲 乙"
    assert text("^甲 ^b", mark(), mark(broken=True)) == "甲 b"


@pytest.mark.parametrize(
    ("extracted", "expected"),
    [
        ("^甲\t\t^乙", "甲    乙"),
        ("^甲\t\t^乙\t\t^丙", "甲 | 乙 | 丙"),
        ("\t\t^甲\xa0\t\t^乙\t\t", "甲    乙"),
        ("^甲\n^甲\t\t^乙", "甲\n甲\n乙"),
    ],
)
def test_cells(extracted: str, expected: str) -> None:
    marks = [mark(cell=1 + "甲乙丙".index(extracted[i + 1])) for i, c in enumerate(extracted) if c == "^"]
    assert text(extracted, *marks) == expected


def test_fields_that_no_space_parts() -> None:
    assert text("^来源：^甲局^发布时间：^2025", *[mark()] * 4) == "来源：甲局    发布时间：2025"
    assert text("^主要做法：^甲局^工作情况：好。", *[mark()] * 3) == "主要做法：甲局工作情况：好。"


def test_an_article_and_its_date() -> None:
    assert text("^甲局工作报告^2025-01-02", mark(), mark()) == "甲局工作报告    2025-01-02"
    assert text("^日期：^2025-01-02", mark(), mark()) == "日期：2025-01-02"


def test_menus_are_one_line() -> None:
    links = [mark(link=i, block=True) for i in range(1, 4)]
    assert text("^首页\n^新闻\n\n^专题专栏\n\n^标题", *links, mark(block=True)) == "首页 | 新闻 | 专题专栏\n\n标题"
    assert text("^首^页", mark(link=1), mark(link=1)) == "首页"
    long = "关于二〇二四年度法治政府建设情况的报告全文"
    assert text(f"^{long}\n^{long}", mark(link=1), mark(link=2)) == f"› {long}\n› {long}"
    assert text(f"^{long}", mark(link=1)) == long
    assert text(f"^{long}", mark(link=1, level=2, listed=True)) == long
    assert text(f"^{long}^ 01-05", mark(link=1, listed=True), mark()) == f"› {long} 01-05"
    assert text(f"^{long}^ 等", mark(link=1, listed=True), mark()) == f"{long} 等"


def test_labels_levels_and_indents() -> None:
    pieces = pieces_of("", [])
    assert pieces == []
    signs = MARK.findall(marked("<i>x</i>&lt;").page)
    marks = [mark(label="一、", level=2), mark(kept=True)]
    found = pieces_of(f"  {signs[0]}甲\n  {signs[1]}乙", marks)
    assert [(p.text, p.label, p.level, p.joined) for p in found] == [
        ("一、", 2, 2, False),
        ("甲", 0, 2, True),
        ("  ", 0, 0, False),
        ("乙", 0, 0, True),
    ]

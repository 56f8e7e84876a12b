"""validator.outline.paragraphs: lines without indent; levels that the format states."""

from __future__ import annotations

from tests.support import document, outline
from validator.model.document import Block
from validator.outline import outline_of
from validator.text import normalise

TEXT = "全年开展联合检查46次，办理案件12件，案卷评查全部合格，执法人员全部持证上岗，没有发生败诉案件。"


def texts(text: str) -> list[str]:
    return [p.text for p in outline(text).paragraphs]


def test_indent_and_empty_lines_are_left_out() -> None:
    assert texts(f"一、规范执法\n\n　　{TEXT}\n \n\t{TEXT}  \n") == ["一、规范执法", TEXT, TEXT]


def test_question_marks_for_an_indent_are_left_out() -> None:
    assert texts(f"一、规范执法\n??{TEXT}\n") == ["一、规范执法", TEXT]


def test_offsets_are_those_of_the_shadow() -> None:
    found = outline(f"一、规范执法\n　　{TEXT}\n")
    assert [found.shadow.text[p.start : p.end] for p in found.paragraphs] == ["一、规范执法", TEXT]


def test_level_stated_by_the_format() -> None:
    lines = [TEXT, "规范执法", TEXT, "案卷评查", TEXT]
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:i]) for i in range(len(lines))]
    blocks = tuple(
        Block(a, a + len(line), level=level) for a, line, level in zip(starts, lines, (0, 1, 0, 2, 0), strict=True)
    )
    found = outline_of(document(text)._replace(blocks=blocks), normalise(text))
    assert [(s.heading, s.level) for s in found.sections] == [("规范执法", 1), ("案卷评查", 2)]

"""validator.checks.chars: how long a part of the report is."""

from __future__ import annotations

from tests.support import ask, element

TEXT = (
    "2024年，我镇全年开展检查46次，办理案件12件，没有败诉案件。还有差距要弥补，群众还不满意。\n一、打算\n加强培训。\n"
)


def test_white_space_is_not_counted() -> None:
    answer = ask("一、成效\n检查 46 次，\n　　办理 12 件。\n", "chars", "body")
    assert answer.values["chars"].zh == str(len("一、成效检查46次，办理12件。"))


def test_bounds_are_included() -> None:
    length = int(ask(TEXT, "chars", "document").values["chars"].zh)
    assert ask(TEXT, "chars", "document", min=length, max=length).holds is True
    assert ask(TEXT, "chars", "document", min=length + 1).holds is False
    assert ask(TEXT, "chars", "document", max=length - 1).holds is False


def test_only_paragraphs_having_a_pattern() -> None:
    assert ask(TEXT, "chars", "lead", min=1, having=(r"\d+次",)).holds is True
    assert ask(TEXT, "chars", "lead", min=1, having=("没有的词",)).holds is False


def test_paragraph_counts_up_to_where_it_mentions_another_element() -> None:
    elements = {"gap": element("gap", mention=("还有差距",)), "start": element("start", mention=("^2024年",))}
    before = len(TEXT.split("还有差距")[0])
    assert ask(TEXT, "chars", "lead", without=("gap",), elements=elements).values["chars"].zh == str(before)
    assert ask(TEXT, "chars", "lead", min=1, without=("start",), elements=elements).holds is False


def test_empty_region() -> None:
    answer = ask("一、成效\n检查46次。\n", "chars", "title", min=1)
    assert (answer.holds, answer.values["chars"].zh) == (False, "0")

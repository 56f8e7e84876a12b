"""validator.checks.section: a section of an element, high enough and long enough."""

from __future__ import annotations

from tests.support import ask, element, quoted

ELEMENTS = {"gap": element("gap", heading=("不足",))}
TOP = "一、存在的不足\n案卷质量不高。\n二、安排\n加强培训。\n"
LOW = "一、成效\n（一）规范执法。检查46次。\n（二）存在的不足。案卷质量不高。\n"


def test_section_with_a_body() -> None:
    answer = ask(TOP, "section", "gap", elements=ELEMENTS)
    assert answer.holds is True
    assert quoted(TOP, answer) == ["存在的不足"]


def test_no_section() -> None:
    answer = ask("一、成效\n检查46次。\n", "section", "gap", elements=ELEMENTS)
    assert (answer.holds, answer.spans) == (False, ())


def test_level() -> None:
    assert ask(LOW, "section", "gap", max_level=1, elements=ELEMENTS).holds is False
    assert ask(LOW, "section", "gap", max_level=2, elements=ELEMENTS).holds is True


def test_topmost_heading_is_quoted_first() -> None:
    text = f"{LOW}二、存在的不足和原因\n普法形式单一。\n"
    answer = ask(text, "section", "gap", elements=ELEMENTS)
    assert [text[a:b] for a, b in answer.spans] == ["存在的不足和原因", "存在的不足"]


def test_heading_without_a_body() -> None:
    text = "一、存在的不足\n二、安排\n加强培训。\n"
    assert ask(text, "section", "gap", elements=ELEMENTS).holds is False
    assert ask(text, "section", "gap", min_chars=0, elements=ELEMENTS).holds is True


def test_length_without_white_space_of_all_its_sections() -> None:
    text = "一、存在的不足\n案卷 质量\n　　不高。\n二、安排\n加强培训。\n三、其他不足\n普法少。\n"
    total = len("案卷质量不高。") + len("普法少。")
    assert ask(text, "section", "gap", min_chars=total, elements=ELEMENTS).holds is True
    assert ask(text, "section", "gap", min_chars=total + 1, elements=ELEMENTS).holds is False


def test_section_inside_another_is_not_counted_twice() -> None:
    text = "一、存在的不足\n（一）普法的不足。宣讲少。\n二、安排\n加强培训。\n"
    total = len("（一）普法的不足。宣讲少。")
    assert ask(text, "section", "gap", min_chars=total, elements=ELEMENTS).holds is True
    assert ask(text, "section", "gap", min_chars=total + 1, elements=ELEMENTS).holds is False


def test_signature_is_no_body() -> None:
    text = "一、成效\n检查46次。\n二、存在的不足\n云川县青禾镇人民政府\n2025年2月8日\n"
    assert ask(text, "section", "gap", elements=ELEMENTS).holds is False

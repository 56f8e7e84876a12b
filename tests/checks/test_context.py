"""validator.checks.context: which headings belong to which element, and searches in parts of the text."""

from __future__ import annotations

import pytest

from tests.support import REPORT, SHORT, context, element, question

ELEMENTS = {
    "plan": element(
        "plan", heading=("安排", "{next_year}年.*工作"), not_heading=("经费安排",), anchors=("安排", "工作")
    ),
    "gap": element("gap", heading=("不足",), mention=("还有差距",), not_mention=("企业",)),
    "rest": element("rest", unclaimed=True),
}
TEXT = SHORT + (
    "一、规范执法\n全年检查46次。企业还有差距。我镇还有差距。\n二、存在的不足\n案卷质量不高。\n"
    "三、经费安排\n投入36万元。\n四、2025年重点工作\n加强培训。\n五、2024年重点工作\n评查案卷。\n"
)


def test_headings_of_an_element() -> None:
    assert [s.heading for s in context(TEXT, ELEMENTS).sections("plan")] == ["2025年重点工作"]


def test_unclaimed_headings_go_to_the_rest() -> None:
    found = [s.heading for s in context(TEXT, ELEMENTS).sections("rest")]
    assert found == ["规范执法", "经费安排", "2024年重点工作"]


def test_mentions_leave_out_sentences_about_others() -> None:
    found = context(TEXT, ELEMENTS)
    (span,) = found.mentions("gap")
    start, end = found.sentence(span)
    assert found.text[start:end].strip() == "我镇还有差距"


def test_anchors_only_save_time() -> None:
    bare = {"gap": element("gap", mention=("还有差距",), mention_anchors=("差距",))}
    none = {"gap": element("gap", mention=("还有差距",), mention_anchors=("没有的词",))}
    assert context(TEXT, bare).mentions("gap")
    assert context(TEXT, none).mentions("gap") == ()


@pytest.mark.parametrize("name", ["achievements", "shortcomings", "first_responsible_person", "next_year_plan"])
def test_answers_do_not_depend_on_what_was_asked_before(name: str) -> None:
    fresh, used = context(REPORT), context(REPORT)
    for other in used.elements:
        used.sections(other)
        used.mentions(other)
    asked = question("section", name)
    assert fresh.ask(asked) == used.ask(asked)


def test_section_at_an_offset_is_the_innermost() -> None:
    found = context(REPORT)
    at = found.text.index("培训少")
    section = found.section_at(at)
    assert section is not None
    assert section.heading == "案卷质量不高"
    assert found.section_at(0) is None


def test_year_of_the_plan_tells_the_report_year() -> None:
    found = context("一、2031年重点工作\n加强培训。\n", ELEMENTS)
    assert found.facts.report_year == 2030
    assert [s.heading for s in found.sections("plan")] == ["2031年重点工作"]


def test_unknown_year_matches_nothing() -> None:
    elements = {
        "plan": element("plan", heading=("^(?:{next_year}年)?规范",)),
        "other": element("other", heading=("{year}",)),
    }
    unknown = context("一、规范执法\n检查46次。\n二、2031\n普法三次。\n", elements)
    assert unknown.facts.report_year is None
    assert [s.heading for s in unknown.sections("plan")] == ["规范执法"]
    assert unknown.sections("other") == ()


def test_slow_pattern_is_stopped() -> None:
    found = context("一、成效\n" + "a" * 60 + "\n")
    with pytest.raises(TimeoutError):
        found.ask(question("text", (r"(a|aa)+$(?<!a)|(a|a)*b",)))

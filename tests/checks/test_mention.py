"""validator.checks.mention: running text that speaks of an element."""

from __future__ import annotations

from tests.support import SHORT, ask, element, quoted
from validator.checks.answer import Answer

ELEMENTS = {
    "gap": element("gap", heading=("不足",), mention=("还有差距",)),
    "cause": element("cause", mention=("原因是",)),
    "plan": element("plan", heading=("打算",)),
}
TEXT = SHORT + (
    "一、规范执法\n全年检查46次。案卷质量还有差距，评查不细。\n原因是培训少。\n"
    "二、存在的不足\n普法还有差距。\n三、下一步打算\n还有差距的要补上。\n"
)


def mention(name: str, text: str = TEXT, **areas: tuple[str, ...]) -> Answer:
    return ask(text, "mention", name, elements=ELEMENTS, **areas)


def test_evidence_are_whole_sentences() -> None:
    answer = mention("gap")
    assert answer.holds is True
    assert [q.strip() for q in quoted(TEXT, answer)][:2] == ["案卷质量还有差距，评查不细", "普法还有差距"]


def test_inside_the_sections_of_an_element() -> None:
    assert [q.strip() for q in quoted(TEXT, mention("gap", inside=("gap",)))] == ["普法还有差距"]
    assert mention("cause", inside=("gap",)).holds is False


def test_outside_the_sections_of_an_element() -> None:
    found = quoted(TEXT, mention("gap", outside=("gap", "plan")))
    assert [q.strip() for q in found] == ["案卷质量还有差距，评查不细"]


def test_beside_another_mention() -> None:
    assert mention("cause", beside=("gap",)).holds is True
    before = TEXT.replace("原因是培训少。\n", "").replace("全年检查", "原因是培训少。\n全年检查")
    assert mention("cause", before, beside=("gap",)).holds is False


def test_inside_and_beside_must_both_hold() -> None:
    text = TEXT.replace("普法还有差距。", "普法还有差距。原因是形式单一。")
    assert mention("cause", text, inside=("gap",), beside=("gap",)).holds is True
    assert mention("cause", TEXT, inside=("gap",), beside=("gap",)).holds is False


def test_nothing_mentioned() -> None:
    answer = mention("gap", SHORT + "一、规范执法\n全年检查46次。\n")
    assert (answer.holds, answer.spans) == (False, ())


def test_element_without_mention_patterns_is_never_mentioned() -> None:
    assert mention("plan").holds is False


def test_front_and_closing_do_not_count() -> None:
    assert mention("gap", "还有差距的县水利局2024年度法治政府建设情况报告\n一、成效\n检查46次。\n").holds is False

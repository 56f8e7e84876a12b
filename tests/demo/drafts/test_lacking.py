"""validator.demo.drafts.lacking: every way of lacking something leaves the rest as it was."""

from __future__ import annotations

import pytest

from validator.demo.drafts.lacking import lacking, tasks
from validator.demo.stories import told

DRAFT = told(1).drafts["云川县财政局", 2025]
PARTS = {
    "achievements": "achievements",
    "shortcomings": "shortcomings",
    "first-responsible-person": "heads",
    "next-year-plan": "plan",
}


@pytest.mark.parametrize(("rule", "element"), PARTS.items())
def test_parts(rule: str, element: str) -> None:
    left = {part.element for part in lacking(DRAFT, {rule: "fail"}).parts}
    assert left == {part.element for part in DRAFT.parts} - {element}


def test_causes_go_and_symptoms_stay() -> None:
    bare = next(p for p in lacking(DRAFT, {"causes": "fail"}).parts if p.element == "shortcomings")
    full = next(p for p in DRAFT.parts if p.element == "shortcomings")
    for short, long in zip(bare.items, (i for i in full.items if i.heading), strict=True):
        assert 0 < len(short.text) < len(long.text) and long.text.startswith(short.text.rstrip("。"))


def test_front_and_back() -> None:
    bare = lacking(DRAFT, {"title": "fail", "date": "fail", "issuing-body": "partial"})
    assert (bare.title, bare.date, bare.signs) == ((), "", ())


def test_tasks() -> None:
    plan = next(p for p in tasks(DRAFT, ("甲。", "乙。")).parts if p.element == "plan")
    assert [item.text for item in plan.items] == ["一是甲。", "二是乙。"]

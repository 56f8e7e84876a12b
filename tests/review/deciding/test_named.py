"""validator.review.deciding.named: which unit of the ledger, or which rule, a name means."""

from __future__ import annotations

import pytest

from tests.ledger_support import seen
from validator.model.decision import Seen
from validator.pipeline import load_pack
from validator.review.deciding.named import nearest, rules_named, units_named

TOWN = "柳林镇（党委、政府）"
HOUSING = "县住房和城乡建设局"
EDUCATION = "县教育局"
NATURE = "临江市生态环境局南桥分局"


def known(*rows: Seen) -> dict[str, Seen]:
    return {s.unit: s for s in rows}


BARE = known(
    seen(TOWN, called=("南桥县柳林镇人民政府",)),
    seen(HOUSING, called=("县住建局",)),
    seen(EDUCATION, called=("县教育体育局",)),
    seen(NATURE, called=("县生态环境分局",)),
    seen("县司法局", called=("南桥县司法局",)),
)
"""A roster without the county's name, which the signatures give."""


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        (TOWN, TOWN),
        ("柳林镇", TOWN),
        ("柳林镇政府", TOWN),
        ("中共柳林镇委员会", TOWN),
        ("南桥县柳林镇", TOWN),
        ("柳林镇(党委、政府)", TOWN),
        ("县住建局", HOUSING),
        ("住建局", HOUSING),
        ("南桥县住房和城乡建设局", HOUSING),
        ("县教育体育局", EDUCATION),
        ("县教体局", EDUCATION),
        ("教育局", EDUCATION),
        ("县生态环境分局", NATURE),
        ("司法局", "县司法局"),
    ],
)
def test_a_name_of_one_unit(name: str, unit: str) -> None:
    assert units_named(name, BARE) == (unit,)


@pytest.mark.parametrize("name", ["", "镇", "江口县柳林镇", "柳林镇中学", "县住建局质监站", "柳树镇", "县财政局"])
def test_a_name_of_none(name: str) -> None:
    assert units_named(name, BARE) == ()


def test_a_name_of_two() -> None:
    two = known(seen("县委办公室", called=("县两办",)), seen("县政府办公室", called=("县两办",)))
    assert units_named("县两办", two) == ("县委办公室", "县政府办公室")


def test_the_roster_s_own_spelling_goes_before_another_s_alias() -> None:
    two = known(seen("县教育局"), seen("县体育中心", called=("县教育局",)))
    assert units_named("县教育局", two) == ("县教育局",)


@pytest.mark.parametrize(
    ("name", "hint"),
    [("柳木镇", f"是不是{TOWN}？"), ("柳林镇中学", f"是不是{TOWN}？"), ("县住建委", f"是不是{HOUSING}？"), ("abc", "")],
)
def test_the_nearest(name: str, hint: str) -> None:
    assert nearest(name, BARE).zh == hint


RULES = {rule.id: rule for rule in load_pack("fazhi-zhengfu").rules}


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("causes", ["causes"]),
        ("Personal_Data", ["personal-data"]),
        ("落款", ["issuing-body"]),
        ("落款(署名)", ["issuing-body"]),
        ("署名", ["issuing-body"]),
        ("存在的", ["shortcomings"]),
        ("不足的原囚", ["causes"]),
        ("不足", ["causes", "vague-shortcomings"]),
        ("存在的不足原因", ["shortcomings", "causes"]),  # near to the one, and meant may be the other
        ("天气", []),
        (" ", []),
    ],
)
def test_rules(name: str, ids: list[str]) -> None:
    assert sorted(rules_named(name, RULES)) == sorted(ids)

"""validator.checks.personal_reading: which characters can be a name, and where it ends."""

from __future__ import annotations

import pytest

from validator.checks.personal_reading import JOINT, is_han_name, name_at, series, starts_before
from validator.patterns import compiled

ONWARD, SHORTLY = compiled("因|的|，|、|与"), compiled("反映")


@pytest.mark.parametrize(
    "name",
    ["赵铁柱", "孙二河", "李明", "王有才", "李树林", "于海波", "覃德旺", "欧阳志远", "诸葛明", "郑园园", "胡开堂"],
)
def test_names(name: str) -> None:
    assert is_han_name(name)


@pytest.mark.parametrize(
    "word",
    [
        *("方便群", "安全问", "高增长", "金融机", "向大家", "于当日", "全县的"),  # words that begin like a surname
        *("王家湾", "李家沟", "张店镇", "苏村", "金辉苑"),  # places
        *("刘某某", "刘某", "王先生", "李大爷", "赵姓"),
        *("付工资", "解难题", "许多", "张家", "高明", "马上"),
        *("赵", "赵铁柱来", "岩温罕", ""),
    ],
)
def test_other_words(word: str) -> None:
    assert not is_han_name(word)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("赵铁柱因土地上访", "赵铁柱"),
        ("赵 铁 柱的诉求", "赵 铁 柱"),
        ("李明反映", "李明"),
        ("李明的诉求", None),  # two characters need more beside them
        ("赵铁柱带头", None),
        ("岩温罕因橡胶林", "岩温罕"),
        ("玉香反映", "玉香"),
        ("玉米因干旱", None),
        ("阿依古丽的诉求", "阿依古丽"),
        ("买买提·艾山因草场", "买买提·艾山"),
        ("扎西多吉的诉求", "扎西多吉"),
        ("沙马日呷的诉求", "沙马日呷"),
        ("马来西亚的客商", None),
    ],
)
def test_where_a_name_ends(text: str, name: str | None) -> None:
    found = name_at(text, 0, ONWARD, SHORTLY)
    assert (found and text[slice(*found)]) == name


def test_a_name_of_two_characters_needs_a_pattern_of_its_own() -> None:
    assert name_at("李明，", 0, ONWARD) is None


def test_names_that_follow_another() -> None:
    text = "赵铁柱、孙二河与周小妹，"
    spans = list(series(text, 3, ONWARD, None))
    assert [text[a:b] for a, b in spans] == ["孙二河", "周小妹"]
    assert JOINT.match(text, 3) and not JOINT.match(text, 2)


def test_names_that_end_somewhere() -> None:
    text = "化解赵铁柱"
    assert [text[start:] for start in starts_before(text, len(text))] == ["赵铁柱"]

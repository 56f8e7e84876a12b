"""validator.readers.word.numbering: which label Word shows before a paragraph."""

from __future__ import annotations

import pytest

from tests.readers.wordmaker import abstract, level, num, root
from validator.readers.package import xml
from validator.readers.word.numbering import Counts, Lists, joint, label_of, lists_of, num_of

PARTS = (
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "%1.%3.%4"),
)


def lists(*content: str, **links: str) -> Lists:
    return lists_of(xml(root("numbering", *content).encode(), "a.docx"), lambda style: links.get(style, ""))


def labels(found: Lists, *steps: tuple[str, int]) -> list[str]:
    """Return the labels of paragraphs that name a num and a level."""
    counts = Counts({}, set())
    shown = []
    for key, depth in steps:
        at = num_of(found, key)
        assert at
        shown.append(label_of(at, key, depth, counts))
    return shown


def test_levels_count_and_begin_again() -> None:
    found = lists(abstract(0, *PARTS), num(1, 0))
    steps = [("1", d) for d in (0, 1, 1, 2, 2, 0, 1, 2, 1)]
    assert labels(found, *steps) == ["一、", "（一）", "（二）", "1.", "2.", "二、", "（一）", "1.", "（二）"]


def test_lists_of_one_abstract_go_on_unless_one_begins_anew() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    found = lists(abstract(0, *PARTS), num(1, 0), num(2, 0), num(3, 0, again))
    assert labels(found, ("1", 0), ("2", 0), ("3", 0), ("3", 0), ("2", 0)) == ["一、", "二、", "一、", "二、", "三、"]


def test_lists_of_different_abstracts_count_alone() -> None:
    found = lists(abstract(0, *PARTS), abstract(5, *PARTS), num(1, 0), num(2, 5))
    assert labels(found, ("1", 0), ("2", 0), ("1", 0)) == ["一、", "一、", "二、"]


def test_several_numbers_in_a_label() -> None:
    found = lists(
        abstract(
            0, level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3")
        ),
        num(1, 0),
    )
    steps = [("1", d) for d in (0, 1, 1, 2, 0, 1)]
    assert labels(found, *steps) == ["第一章", "一.1", "一.2", "一.2.1", "第二章", "二.1"]


def test_legal_numbers_are_digits() -> None:
    legal = level(1, "decimal", "%1.%2", "<w:isLgl/>")
    found = lists(abstract(0, level(0, "chineseCounting", "%1、"), legal), num(1, 0))
    assert labels(found, ("1", 0), ("1", 0), ("1", 1)) == ["一、", "二、", "2.1"]


def test_level_above_that_was_not_used_shows_its_start() -> None:
    found = lists(abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")), num(1, 0))
    assert labels(found, ("1", 1), ("1", 1), ("1", 0)) == ["1.1", "1.2", "1."]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [("", ["1.", "1."]), ('<w:lvlRestart w:val="0"/>', ["1.", "2."]), ('<w:lvlRestart w:val="1"/>', ["1.", "2."])],
)
def test_restart(restart: str, expected: list[str]) -> None:
    """A level begins again below the level that it names, or below any."""
    deepest = level(2, "decimal", "%3.", restart)
    found = lists(abstract(0, *PARTS[:2], deepest), num(1, 0))
    shown = labels(found, ("1", 0), ("1", 1), ("1", 2), ("1", 1), ("1", 2))
    assert [shown[2], shown[4]] == expected


def test_start_and_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "（%1）", start=4)}</w:lvlOverride>'
    found = lists(abstract(0, level(0, "decimal", "%1.", start=3)), num(1, 0), abstract(1, *PARTS), num(2, 1, own))
    assert labels(found, ("1", 0), ("1", 0), ("2", 0), ("2", 0)) == ["3.", "4.", "（4）", "（5）"]


def test_list_style_says_how_the_list_looks() -> None:
    found = lists(
        abstract(0, *PARTS, more='<w:styleLink w:val="Report"/>'),
        abstract(1, more='<w:numStyleLink w:val="Report"/>'),
        num(1, 0),
        num(2, 1),
        Report="1",
    )
    assert labels(found, ("2", 0), ("1", 0)) == ["一、", "二、"]


def test_list_styles_in_a_circle_end() -> None:
    found = lists(abstract(1, more='<w:numStyleLink w:val="A"/>'), num(1, 1), num(2, 1), A="1")
    assert labels(found, ("1", 0)) == [""]
    found = lists(
        abstract(1, more='<w:numStyleLink w:val="A"/>'),
        abstract(2, more='<w:numStyleLink w:val="B"/>'),
        num(1, 1),
        num(2, 2),
        A="2",
        B="1",
    )
    assert num_of(found, "1") is None


def test_bullets_and_missing_lists_have_no_label() -> None:
    found = lists(abstract(0, level(0, "bullet", "\uf0b7"), level(1, "none", "")), num(1, 0), num(2, 9))
    assert labels(found, ("1", 0), ("1", 1), ("1", 8)) == ["", "", ""]
    assert num_of(found, "2") is None
    assert num_of(found, "77") is None
    assert num_of(lists_of(None), "1") is None


def test_format_of_newer_programs_has_a_usual_one_beside_it() -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>'
    )
    assert labels(lists(abstract(0, custom), num(1, 0)), ("1", 0)) == ["1."]


def test_nonsense_is_survived() -> None:
    found = lists(
        '<w:abstractNum/><w:num/><w:abstractNum w:abstractNumId="0"><w:lvl/><w:lvl w:ilvl="x"><w:start w:val="y"/>'
        '<w:numFmt/><w:lvlText/></w:lvl><w:lvl w:ilvl="-3"/><w:lvl w:ilvl="99"><w:start w:val="99999999999"/></w:lvl>'
        "</w:abstractNum>",
        num(1, 0, '<w:lvlOverride/><w:lvlOverride w:ilvl="2"><w:startOverride/></w:lvlOverride>'),
    )
    assert labels(found, ("1", 0), ("1", 2), ("1", 8)) == ["", "", ""]


@pytest.mark.parametrize(
    ("label", "gap", "text", "expected"),
    [
        ("一、", True, "主要举措", ""),
        ("（一）", True, "主要举措", ""),
        ("(1)", True, "主要举措", ""),
        ("1.", True, "主要举措", ""),
        ("1.", True, "3个方面", " "),
        ("①", True, "主要举措", ""),
        ("㉑", True, "主要举措", ""),
        ("⑴", True, "主要举措", ""),
        ("第一部分", True, "主要举措", " "),
        ("第一部分", False, "主要举措", ""),
        ("1.1", True, "主要举措", " "),
        ("1", True, "主要举措", " "),
        ("一、", True, "", ""),
        ("第一部分", True, "", ""),
        ("", True, "主要举措", ""),
    ],
)
def test_what_stands_between_label_and_text(label: str, gap: bool, text: str, expected: str) -> None:
    assert joint(label, gap, text) == expected

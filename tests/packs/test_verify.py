"""validator.packs.verify: names that must exist, patterns that must compile, wherever they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import PACK, write_pack
from validator.errors import PackError
from validator.packs import load

WHEN = "when: {section: shortcomings}"


def refused(folder: Path, condition: str) -> PackError:
    with pytest.raises(PackError) as raised:
        load(write_pack(folder, PACK.replace(WHEN, f"when: {condition}", 1)))
    return raised.value


@pytest.mark.parametrize(
    "condition",
    [
        "{section: plam}",
        "{mention: plam}",
        "{mention: plan, inside: [plam]}",
        "{mention: plan, outside: [shortcomings, plam]}",
        "{mention: plan, beside: [plam]}",
        "{text: [x], inside: [plam]}",
        "{chars: body, without: [plam]}",
        "{order: [shortcomings, plam]}",
        "{years: agree, same: [plam]}",
        "{years: agree, next: [plam]}",
        "{not: {section: plam}}",
        "{all: [{section: plan}, {any: [{not: {section: plam}}]}]}",
    ],
)
def test_unknown_element_anywhere(tmp_path: Path, condition: str) -> None:
    error = refused(tmp_path, condition)
    assert error.what.zh == "没有叫“plam”的要素"
    assert error.what.en == "no element plam"
    assert "plan" in error.hint.zh
    assert "plan" in error.hint.en


@pytest.mark.parametrize(
    "condition",
    [
        "{text: ['ok', '(x']}",
        "{text: [x], unless: ['(x']}",
        "{chars: body, having: ['(x']}",
        "{title: [word], word: ['(x']}",
        "{not: {any: [{text: ['(x']}]}}",
    ],
)
def test_bad_pattern_anywhere(tmp_path: Path, condition: str) -> None:
    error = refused(tmp_path, condition)
    assert "正则表达式写错了" in error.what.zh
    assert "第 " in error.what.zh


@pytest.mark.parametrize("key", ["heading", "not_heading", "mention", "not_mention"])
def test_bad_pattern_in_an_element(tmp_path: Path, key: str) -> None:
    text = PACK.replace("    heading: ['安排']", f"    {key}: ['安排', '[安']", 1)
    with pytest.raises(PackError, match="正则"):
        load(write_pack(tmp_path, text))


def test_patterns_that_fit_only_when_joined_are_each_judged_alone(tmp_path: Path) -> None:
    assert "正则" in refused(tmp_path, "{text: ['(a', 'b)']}").what.zh


def test_numbered_groups_in_two_patterns(tmp_path: Path) -> None:
    text = PACK.replace(WHEN, r"when: {text: ['(足)x', '(不)\1足']}", 1)
    assert load(write_pack(tmp_path, text)).id == "small"


def test_optional_rule_needs_no_failing_test(tmp_path: Path) -> None:
    text = PACK.replace("    grade:", "    absent: not_applicable\n    grade:", 1).replace(
        "want: fail", "want: not_applicable", 1
    )
    assert load(write_pack(tmp_path, text)).rules[0].absent == "not_applicable"

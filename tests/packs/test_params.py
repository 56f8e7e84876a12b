"""Parameters: declared once, used as $name, set from outside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support import PACK, place, write_pack
from validator.errors import ChaqueError, PackError, UsageError
from validator.model.pack import Pack
from validator.packs import load

DECLARED = """\
params:
  least: {type: int, default: 1, min: 0, max: 50, title: {zh: 最少, en: least}}
  day: {type: text, default: "03-01", title: {zh: 期限, en: day}}
  words: {type: list, default: [错词], title: {zh: 错词, en: words}}
"""
BASE = (
    PACK.replace("norms:", DECLARED + "norms:", 1)
    .replace("when: {section: shortcomings}", "when: {section: shortcomings, min_chars: $least}")
    .replace("text: ['错词']", "text: $words")
    .replace("{zh: 没有写, en: Missing}", '{zh: "不足{least}字", en: "fewer than {least}"}')
)


def pack(folder: Path, params: dict[str, Any] | None = None, text: str = BASE) -> Pack:
    return load(write_pack(folder, text), params)


def refused(folder: Path, params: dict[str, Any] | None = None, text: str = BASE) -> ChaqueError:
    with pytest.raises(ChaqueError) as raised:
        pack(folder, params, text)
    return raised.value


def test_defaults(tmp_path: Path) -> None:
    found = pack(tmp_path)
    assert found.params == {"least": 1, "day": "03-01", "words": ("错词",)}
    assert found.rules[0].grade[0].when.min_chars == 1
    assert found.rules[1].grade[0].when[0].text == ("错词",)
    assert found.rules[0].say == ("不足1字", "fewer than 1")


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ({"least": "20"}, 20),
        ({"least": 20}, 20),
        ({"words": "甲,乙、丙"}, ("甲", "乙", "丙")),
        ({"words": ["甲"]}, ("甲",)),
    ],
)
def test_given(tmp_path: Path, given: dict[str, Any], value: object) -> None:
    found = pack(tmp_path, given)
    assert found.params[next(iter(given))] == value
    assert found.sha256 == pack(tmp_path).sha256


def test_given_values_reach_conditions_and_messages(tmp_path: Path) -> None:
    found = pack(tmp_path, {"least": "20", "words": "甲"})
    assert found.rules[0].grade[0].when.min_chars == 20
    assert found.rules[0].say.zh == "不足20字"
    assert found.rules[1].grade[0].when[0].text == ("甲",)
    assert found.rules[0].history[-1].file == "--param least"


@pytest.mark.parametrize(
    ("given", "what", "hint"),
    [
        ({"lest": "3"}, "没有叫“lest”的参数", "“least”"),
        ({"least": "x"}, "应当是整数", "1"),
        ({"least": "51"}, "超出范围（0—50）", "1"),
        ({"least": True}, "应当是整数", "1"),
        ({"day": 3}, "应当是一段文字", "03-01"),
        ({"words": 3}, "应当是文字的列表", "错词"),
    ],
)
def test_wrong_value(tmp_path: Path, given: dict[str, Any], what: str, hint: str) -> None:
    error = refused(tmp_path, given)
    assert isinstance(error, UsageError)
    assert error.where == f"--param {next(iter(given))}"
    assert what in error.what.zh
    assert hint in error.hint.zh


def test_value_that_only_the_rule_refuses_is_blamed_on_who_gave_it(tmp_path: Path) -> None:
    text = BASE.replace("when: {section: shortcomings, min_chars: $least}", "when: {deadline: issued_on, by: $day}")
    error = refused(tmp_path, {"day": "3-1"}, text)
    assert error.where == "--param day"
    assert "3-1" in error.what.zh


MISTAKES = {
    "unknown name": (BASE.replace("$least", "$lest"), "min_chars: $lest", "没有叫“lest”的参数", "“least”"),
    "list for a number": (BASE.replace("$least", "$words"), "min_chars: $words", "“min_chars”应当是整数", ""),
    "number for a list": (BASE.replace("text: $words", "text: $least"), "text: $least", "“text”应当是列表", ""),
    "default of another type": (BASE.replace("default: 1", "default: one"), "default: one", "应当是整数", ""),
    "default out of bounds": (BASE.replace("default: 1", "default: 99"), "default: 99", "超出范围", ""),
    "unknown type": (BASE.replace("type: int", "type: itn"), "type: itn", "“type”不能是“itn”", "“int”"),
    "no title": (BASE.replace(", title: {zh: 期限, en: day}", ""), "day: {type", "缺少“title”", "补上"),
    "pattern in a list": (BASE.replace("default: [错词]", "default: ['(']"), "text: $words", "正则表达式写错了", ""),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake(tmp_path: Path, mistake: str) -> None:
    text, marker, what, hint = MISTAKES[mistake]
    error = refused(tmp_path, text=text)
    assert isinstance(error, PackError)
    assert error.where.startswith(f"{tmp_path}/pack.yaml:{place(text, marker).split(':')[0]}:"), error
    assert what in error.what.zh
    assert hint in error.hint.zh


def test_a_dollar_in_an_example_or_a_pattern_is_no_parameter(tmp_path: Path) -> None:
    text = BASE.replace('doc: "一、成效\\n检查3次。"', 'doc: "$nothing"', 1).replace("['安排']", "['安排$']")
    assert pack(tmp_path, text=text).elements["plan"].heading == ("安排$",)

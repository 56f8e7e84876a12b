"""What newcomers get wrong: the message names file, line and column, and says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import PACK, place, write_pack
from validator.errors import PackError
from validator.packs import load
from validator.packs.mistakes import mistake

LEVEL = "    level: error"
HEADING = "    heading: ['不足']"
TESTS = PACK[PACK.index("    tests:\n") : PACK.index("  - id: word")]
ONE_TEST = '      - {want: fail, doc: "一、成效\\n错词3次。"}\n'
TITLE = "title: {zh: 不足, en: shortcomings}"
MISTAKES = {
    "wrong indentation": ("    why: {zh: 要写", "   why: {zh: 要写", "why: {zh: 要写", "对不齐", "左边要对齐"),
    "too deep": (LEVEL, f"  {LEVEL}", "level: error", "对不齐", "左边要对齐"),
    "tab": (LEVEL, "\tlevel: error", "\tlevel", "缩进用了 Tab", "空格"),
    "full-width colon": (LEVEL, "    level：error", "：error", "冒号是全角的", "换成半角的"),
    "full-width colon in braces": (TITLE, "title: {zh：不足, en: shortcomings}", "title: {zh：不足", "缺少“zh”", "全角"),
    "full-width comma in braces": (TITLE, "title: {zh: 不足，en: shortcomings}", "，en", "全角逗号", "换成半角的 ,"),
    "no space after the colon": (LEVEL, "    level:error", ":error", "冒号后面没有空格", "加一个空格"),
    "no space after the dash": ("  - id: word", "  -id: word", "-id", "“-”后面没有空格", "加一个空格"),
    "pattern with a colon": (HEADING, "    heading:\n      - 不足: 问题", "不足: 问题", "应当是文字", "整段加引号"),
    "pattern with brackets": (HEADING, "    heading: [[不足]+]", "[[不足]+", "没有用引号括起来", "单引号"),
    "backslash in double quotes": (HEADING, '    heading: ["\\d不足"]', '"\\d', "双引号里有单独的反斜线", "单引号"),
    "open quote": (HEADING, "    heading: ['不足]", "'不足]", "引号没有成对", "补上引号"),
    "text with a colon": ("say: {zh: 没有写, en: Missing}", "say:\n      zh: 没有写: 请补\n      en: Missing", ": 请补", "冒号加空格", "引号"),
    "text with braces": ("say: {zh: 没有写, en: Missing}", "say: {zh: 没有写{x}, en: Missing}", "{x}", "花括号", "引号"),
    "text with a comma": ("fix: {zh: 补上, en: Add it}", "fix: {zh: 补上, en: Add it, please}", "please", "“please”", "逗号"),
    "Chinese quotes around the version": ('"1.0.0"', "“1.0.0”", "version: “", "“version”的写法不对", '"2026.1.0"'),
    "unknown key": ("    weight: 10", "    wieght: 10", "wieght", "不认识的键“wieght”", "“weight”"),
    "wrong level": (LEVEL, "    level: 必须", "level: 必须", "“level”不能是“必须”", "error、warning、info"),
    "credit 50": ("credit: 0.5\n        when", "credit: 50\n        when", "credit: 50", "太大了", "credit: 0.5"),
    "credit 50%": ("credit: 0.5\n        when", "credit: 50%\n        when", "credit: 50%", "应当是数", "credit: 0.5"),
    "no tests": (TESTS, "", "id: shortcomings", "缺少“tests”", "want: pass"),
    "one test": (ONE_TEST, "", "tests:\n      - {want: pass, doc: \"一、成效", "太少", "want: fail"),
    "id used twice": ("  - id: word", "  - id: shortcomings", "id: shortcomings\n    title: {zh: 用词", "重复", "换一个编号"),
    "Chinese id": ("  - id: word", "  - id: 用词", "id: 用词", "“id”的写法不对", "小写字母"),
    "unknown element": ("when: {section: short", "when: {section: shrot", "section: shrot", "没有叫“shrotcomings”的要素", "“shortcomings”"),
    "unknown norm": ("{norm: law, item: {zh: 第一条", "{norm: laws, item: {zh: 第一条", "norm: laws", "没有叫“laws”的规范", "“law”"),
    "bad pattern": (HEADING, "    heading: ['(不足']", "'(不足'", "少了右括号 )（第 4 个字符）", "成对"),
    "open character class": (HEADING, "    heading: ['[不足']", "'[不足'", "方括号没有结束", "成对"),
    "nothing to repeat": (HEADING, "    heading: ['*不足']", "'*不足'", "前面没有可重复的内容", "\\"),
    "blank that nothing fills": ('"有错词：{found}", en: "Wrong words: {found}"', '"有错词：{fond}", en: "Wrong words: {fond}"', "say: {zh: \"有错词", "“{fond}”没有内容可填", "found"),
    "two questions": ("when: {section: shortcomings}", "when: {section: shortcomings, mention: plan}", "when: {section: s", "section、mention 写在一起了", "all"),
    "text where a list is due": (HEADING, "    heading: 不足", "heading: 不足", "“heading”应当是列表", "['写法一'"),
    "text in one language": ("say: {zh: 没有写, en: Missing}", "say: 没有写", "say: 没有写", "“say”应当是", "{zh: 中文, en: English}"),
    "no English": ("fix: {zh: 补上, en: Add it}", "fix: {zh: 补上}", "fix: {zh: 补上}", "缺少“en”", "补上"),
    "grade without a dash": ("    grade:\n      - credit: 1.0\n        when: {not", "    grade:\n        credit: 1.0\n        when: {not", "grade:\n        credit", "应当是列表", "“- ”"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake(tmp_path: Path, name: str) -> None:
    old, new, marker, what, hint = MISTAKES[name]
    assert old in PACK
    text = PACK.replace(old, new, 1)
    with pytest.raises(PackError) as raised:
        load(write_pack(tmp_path, text))
    error = raised.value
    assert error.where == f"{tmp_path / 'pack.yaml'}:{place(text, marker)}"
    assert what in error.what.zh
    assert hint in error.hint.zh
    assert error.what.en and error.hint.en


def test_what_is_no_usual_mistake() -> None:
    assert mistake("a: 1\n", 1, "something else") is None
    assert mistake("# a：b\n", 1, "something else") is None


def test_a_mistake_is_found_in_the_lines_before() -> None:
    found = mistake("a: 1\nb：2\nc: 3\n", 3, "could not find expected ':'")
    assert found and (found.line, found.column) == (2, 2)


def test_a_mistake_far_above_is_not_the_reason() -> None:
    found = mistake("a：1\n" + "b: 2\n" * 9, 9, "expected key")
    assert found and found.line == 9

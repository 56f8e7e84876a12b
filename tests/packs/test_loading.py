"""validator.packs.loading: every mistake of a pack's author is one error with file, line, column and a way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import PACK, place, write_pack
from validator.errors import PackError
from validator.packs import available, load

WHEN = "when: {section: shortcomings}"


def refused(folder: Path, text: str, **included: str) -> PackError:
    with pytest.raises(PackError) as raised:
        load(write_pack(folder, text, **included))
    return raised.value


def change(old: str, new: str) -> str:
    assert old in PACK
    return PACK.replace(old, new, 1)


def test_small_pack_loads(tmp_path: Path) -> None:
    pack = load(write_pack(tmp_path))
    assert (pack.id, pack.version, pack.title.en) == ("small", "1.0.0", "Small pack")
    assert [r.id for r in pack.rules] == ["shortcomings", "word"]
    assert [rung.credit for rung in pack.rules[0].grade] == [100, 50]
    assert pack.rules[0].source.norm.zh == "某规定"
    assert pack.rules[1].role == "unscored"


def test_built_in_packs_load() -> None:
    for name in available():
        assert load(name).id == name


def test_weights_of_the_built_in_pack_sum_to_a_hundred() -> None:
    rules = load("fazhi-zhengfu").rules
    assert sum(r.weight for r in rules) == 100
    assert all(r.weight == 0 for r in rules if r.role == "unscored")


# What is written wrong, the place that the error names (where the marker stands in the text), and what it says.
MISTAKES = {
    "unknown key": (change("    level: error", "    lvel: error\n    level: error"), "lvel: error", "不认识的键“lvel”", "“level”"),
    "unknown key at the top": (change("norms:", "norm: 1\nnorms:"), "norm: 1", "不认识的键“norm”", "“norm"),
    "unknown key in a condition": (change(WHEN, "when: {section: shortcomings, max_levl: 2}"), "max_levl", "不认识的键“max_levl”", "“max_level”"),
    "unknown key in an element": (change("mention:", "mentoin:"), "mentoin", "不认识的键“mentoin”", "“mention”"),
    "missing key": (change("    level: error\n", ""), "- id: shortcomings", "缺少“level”", "补上"),
    "missing language": (change("why: {zh: 要写不足, en: Write them}", "why: {zh: 要写不足}"), "why: {zh: 要写不足}", "缺少“en”", "补上"),
    "unknown level": (change("level: error", "level: eror"), "level: eror", "“level”不能是“eror”", "“error”"),
    "unknown role": (change("role: unscored", "role: unscore"), "role: unscore", "“role”不能是“unscore”", "“unscored”"),
    "unknown kind": (change(WHEN, "when: {sectoin: shortcomings}"), "when: {sectoin", "只能写一个", "“section”"),
    "two kinds": (change(WHEN, "when: {section: shortcomings, mention: shortcomings}"), WHEN[:-1], "section、mention 写在一起了", "all"),
    "no kind": (change(WHEN, "when: {}"), "when: {}", "只能写一个", ""),
    "kind as text": (change(WHEN, "when: section"), "when: section", "只能写一个", ""),
    "unknown region": (change("within: body", "within: bdy"), "within: bdy", "“within”不能是“bdy”", "“body”"),
    "unknown want": (change("{want: fail,", "{want: fali,"), "want: fali", "“want”不能是“fali”", "“fail”"),
    "unknown element": (change(WHEN, "when: {section: shortcoming}"), "section: shortcoming}", "没有叫“shortcoming”的要素", "“shortcomings”"),
    "unknown element in a mention": (change("mention: shortcomings}", "mention: shortcoming}"), "mention: shortcoming}", "没有叫“shortcoming”的要素", "“shortcomings”"),
    "unknown norm": (change("norm: law", "norm: lawe"), "norm: lawe", "没有叫“lawe”的规范", "“law”"),
    "pattern": (change("heading: ['不足']", "heading: ['不足', '(不足']"), "'(不足']", "正则表达式写错了", "括号"),
    "pattern in a condition": (change("text: ['错词']", "text: ['[错词']"), "'[错词']", "正则表达式写错了", "括号"),
    "pattern in recognise": (change("text: ['报告']", "text: ['*报告']"), "'*报告']", "正则表达式写错了", "括号"),
    "pattern too long": (change("heading: ['不足']", f"heading: ['{'长' * 501}']"), "'长长", "“heading[1]”太长了（最多500）", ""),
    "empty pattern": (change("heading: ['不足']", "heading: ['']"), "'']", "“heading[1]”不能是空的", ""),
    "credit over one": (change("credit: 0.5\n", "credit: 50\n"), "credit: 50", "“credit”太大了（最多1.0）", ""),
    "credit with three digits": (change("credit: 0.5\n", "credit: 0.555\n"), "credit: 0.555", "“credit”最多写两位小数", ""),
    "weight as text": (change("weight: 10", "weight: ten"), "weight: ten", "“weight”应当是整数", ""),
    "weight below nought": (change("weight: 10", "weight: -1"), "weight: -1", "“weight”太小了", ""),
    "weight of an unscored rule": (change("role: unscored", "role: unscored\n    weight: 5"), "weight: 5", "不计分的规则不能有分值", "删去 weight"),
    "no rungs": (change("grade:\n      - credit: 1.0\n        when: {not: {text: ['错词'], within: body}}", "grade: []"), "grade: []", "“grade”里的项太少", ""),
    "one test": (change('      - {want: fail, doc: "一、成效\\n错词3次。"}\n', ""), "tests:\n      - {want: pass, doc: \"一、成效", "“tests”里的项太少", ""),
    "no failing test": (change('{want: fail, doc: "一、成效\\n错词3次。"}', '{want: pass, doc: "一"}'), "tests:\n      - {want: pass, doc: \"一、成效", "至少要有一个应通过的例子和一个不应通过的例子", "want: fail"),
    "only a todo fails": (change('{want: fail, doc: "一、成效\\n错词3次。"}', '{want: fail, todo: true, doc: "一"}'), "tests:\n      - {want: pass, doc: \"一、成效", "至少要有", "want: fail"),
    "id twice": (change("- id: word", "- id: shortcomings"), "id: shortcomings\n    title: {zh: 用词", "规则编号“shortcomings”重复", ""),
    "id with a capital": (change("- id: word", "- id: Word"), "id: Word", "“id”的写法不对", ""),
    "id with an underscore": (change("- id: word", "- id: my_word"), "id: my_word", "“id”的写法不对", ""),
    "version": (change('version: "1.0.0"', 'version: "1.0"'), "version:", "“version”的写法不对", ""),
    "version as a number": (change('version: "1.0.0"', "version: 1.0"), "version:", "“version”应当是文字", ""),
    "language of the pack": (change("lang: 1", "lang: 2"), "lang: 2", "“lang”不能是“2”", "1"),
    "key twice": (change("    level: error", "    level: error\n    level: info"), "level: info", "“level”写了两次", "删去一处"),
    "anchor": (change("zh: 某规定", "zh: &a 某规定"), "&a", "不能用锚点", "写出来"),
    "tab": (change("    level: error", "\tlevel: error"), "\tlevel", "YAML 写法不对", "缩进"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake(tmp_path: Path, mistake: str) -> None:
    text, marker, what, hint = MISTAKES[mistake]
    error = refused(tmp_path, text)
    line = place(text, marker).split(":")[0]
    assert error.where.startswith(f"{tmp_path}/pack.yaml:{line}:"), error
    assert what in error.what.zh
    assert hint in error.hint.zh
    assert error.what.en
    assert "\n" not in str(error)


@pytest.mark.parametrize(
    "mistake",
    ["unknown key", "unknown level", "unknown want", "unknown region", "pattern", "weight as text", "unknown element"],
)
def test_column(tmp_path: Path, mistake: str) -> None:
    text, marker, _, _ = MISTAKES[mistake]
    assert refused(tmp_path, text).where == f"{tmp_path}/pack.yaml:{place(text, marker)}"


def test_line_of_a_condition_over_several_lines(tmp_path: Path) -> None:
    text = change("{not: {text: ['错词'], within: body}}", "\n          text: ['错词']\n          within: bdy")
    assert refused(tmp_path, text).where == f"{tmp_path}/pack.yaml:{place(text, 'within: bdy')}"


def test_english_hint(tmp_path: Path) -> None:
    error = refused(tmp_path, change("level: error", "level: eror"))
    assert "“level” cannot be “eror”" in error.in_language("en")
    assert "Did you mean error?" in error.in_language("en")


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "just words\n"])
def test_file_that_is_no_mapping(tmp_path: Path, text: str) -> None:
    assert "键: 值" in refused(tmp_path, text).what.zh


def test_rules_from_an_included_file_are_added(tmp_path: Path) -> None:
    head, rules = PACK.split("rules:\n", 1)
    first, second = rules.split("  - id: word", 1)
    main = head.replace("norms:", "include: [more.yaml]\nnorms:", 1) + "rules:\n" + first
    pack = load(write_pack(tmp_path, main, more="rules:\n  - id: word" + second))
    assert [r.id for r in pack.rules] == ["shortcomings", "word"]
    assert pack.rules[1].tests[0].line > 0


def test_mistake_in_an_included_file_names_that_file(tmp_path: Path) -> None:
    head, rules = PACK.split("rules:\n", 1)
    more = "rules:\n" + rules.replace("level: warning", "level: warnin")
    error = refused(tmp_path, head.replace("norms:", "include: [more.yaml]\nnorms:", 1), more=more)
    assert error.where == f"{tmp_path}/more.yaml:{place(more, 'level: warnin')}"


def test_key_in_two_files(tmp_path: Path) -> None:
    text = PACK.replace("norms:", "include: [more.yaml]\nnorms:", 1)
    error = refused(tmp_path, text, more="version: '2.0.0'\n")
    assert "“version”在两个文件里都写了" in error.what.zh
    assert error.where.startswith(str(tmp_path))


def test_block_include_is_not_ignored(tmp_path: Path) -> None:
    head, rules = PACK.split("rules:\n", 1)
    main = head.replace("norms:", "include:\n  - more.yaml\nnorms:", 1)
    assert len(load(write_pack(tmp_path, main, more="rules:\n" + rules)).rules) == 2


def test_changed_pack_is_read_again(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    assert load(folder).version == "1.0.0"
    write_pack(tmp_path, PACK.replace("1.0.0", "1.0.1"))
    assert load(folder).version == "1.0.1"


@pytest.mark.parametrize("by", ['"3-1"', '"13-01"', '"02-30"', "soon"])
def test_day_that_no_calendar_has(tmp_path: Path, by: str) -> None:
    assert "by" in str(refused(tmp_path, change(WHEN, f"when: {{deadline: issued_on, by: {by}}}")))


def test_kind_of_unit_that_does_not_exist(tmp_path: Path) -> None:
    text = change("    level: error", "    applies: {unit_type: [twon]}\n    level: error")
    assert "twon" in str(refused(tmp_path, text))


def test_blank_that_nobody_fills(tmp_path: Path) -> None:
    assert "fund" in str(refused(tmp_path, change("有错词：{found}", "有错词：{fund}")))

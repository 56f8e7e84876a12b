"""validator.packs.tabular: rows, patterns and equations of questions about tables are judged when a pack is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import PACK, write_pack
from validator.errors import PackError
from validator.model.pack import Pack
from validator.packs import load

WHEN = "when: {section: shortcomings}"
ROWS = "having: [x], rows: [new=^New, done=^Done, open=^Open], columns: [men, women, all]"


def loaded(folder: Path, condition: str) -> Pack:
    return load(write_pack(folder, PACK.replace(WHEN, f"when: {condition}", 1)))


@pytest.mark.parametrize(
    "condition",
    [
        "{table: [x]}",
        "{table: [x], rows: [new=^New, 新 收=a=b]}",
        f"{{sums: [new = done + open, men + women = all], {ROWS}}}",
        "{parts: [shortcomings, plan], besides: [x]}",
    ],
)
def test_good_ones(tmp_path: Path, condition: str) -> None:
    when = loaded(tmp_path, condition).rules[0].grade[0].when
    assert type(when).__name__.removesuffix("Question").lower() in condition


@pytest.mark.parametrize(
    ("condition", "what", "hint"),
    [
        ("{table: ['(x']}", "正则表达式写错了", ""),
        ("{table: [x], rows: ['a=(x']}", "正则表达式写错了", ""),
        ("{table: [x], rows: [new]}", "“new”写得不对", "名称=正则表达式"),
        ("{table: [x], rows: ['=^New']}", "写得不对", "名称=正则表达式"),
        ("{table: [x], rows: [a+b=^New]}", "写得不对", "名称=正则表达式"),
        ("{table: [x], rows: [a=x, a=y]}", "“a”重复", ""),
        (f"{{sums: [new + done], {ROWS}}}", "不是等式", "新收 + 结转"),
        (f"{{sums: [new + = done], {ROWS}}}", "不是等式", "新收 + 结转"),
        (f"{{sums: [new = dome], {ROWS}}}", "没有叫“dome”的行或列", "是不是“done”"),
        (f"{{sums: [new = all], {ROWS}}}", "行和列混用", "只写行"),
        ("{sums: [a = a], having: ['(x'], rows: [a=x]}", "正则表达式写错了", ""),
        ("{parts: [plam]}", "没有叫“plam”的要素", "plan"),
        ("{parts: [plan], besides: ['(x']}", "正则表达式写错了", ""),
        ("{parts: [plan], wrong: [lost]}", "lost", ""),
    ],
)
def test_bad_ones(tmp_path: Path, condition: str, what: str, hint: str) -> None:
    with pytest.raises(PackError) as raised:
        loaded(tmp_path, condition)
    assert what in raised.value.what.zh
    assert hint in raised.value.hint.zh
    assert raised.value.where.startswith(str(tmp_path))

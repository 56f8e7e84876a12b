"""Lexicons: names that hold for some report years."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import PACK, ask, outcomes, place, write_pack
from validator.errors import PackError
from validator.packs import load

TERMS = (("旧纲要", 2015, 2020), ("新纲要", 2021, None))
TEXT = "云川县青禾镇人民政府{year}年法治政府建设情况报告\n一、成效\n落实{word}，检查46次。\n"
LEXICON = "lexicons:\n  plans:\n    - {pattern: 旧纲要, from: 2015, to: 2020, title: {zh: 旧, en: old}}\n"
BASE = PACK.replace("norms:", LEXICON + "norms:", 1).replace(
    "text: ['错词']", "text: ['错词'], lexicon: plans, valid: false"
)


@pytest.mark.parametrize(
    ("year", "word", "valid", "holds"),
    [
        (2015, "旧纲要", True, True),
        (2020, "旧纲要", True, True),
        (2021, "旧纲要", True, False),
        (2021, "旧纲要", False, True),
        (2020, "旧纲要", False, False),
        (2020, "新纲要", False, True),
        (2035, "新纲要", True, True),
        (2035, "没有的词", False, False),
    ],
)
def test_names_hold_for_years(year: int, word: str, valid: bool, holds: bool) -> None:
    assert ask(TEXT.format(year=year, word=word), "text", (), lexicon=TERMS, valid=valid).holds is holds


def test_without_a_year_it_is_not_known() -> None:
    assert ask("一、成效\n落实旧纲要。\n", "text", (), lexicon=TERMS).holds is None


def test_words_beside_the_lexicon_count_always() -> None:
    assert ask(TEXT.format(year=2020, word="错词"), "text", ("错词",), lexicon=TERMS, valid=False).holds


def test_none_of_the_names_is_to_be_looked_for() -> None:
    answer = ask(TEXT.format(year=2030, word="新纲要"), "text", (), lexicon=TERMS[1:], valid=False)
    assert (answer.holds, answer.spans) == (False, ())


def test_in_a_pack(tmp_path: Path) -> None:
    pack = load(write_pack(tmp_path, BASE))
    assert pack.rules[1].grade[0].when[0].lexicon == (("旧纲要", 2015, 2020),)
    assert outcomes(TEXT.format(year=2024, word="旧纲要"), pack)["word"] == "fail"
    assert outcomes(TEXT.format(year=2019, word="旧纲要"), pack)["word"] == "pass"


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("lexicon: plans", "lexicon: plan", "没有叫“plan”的词表"),
        ("pattern: 旧纲要", "pattern: '(旧'", "正则表达式写错了"),
    ],
)
def test_mistake(tmp_path: Path, old: str, new: str, what: str) -> None:
    text = BASE.replace(old, new)
    with pytest.raises(PackError) as raised:
        load(write_pack(tmp_path, text))
    assert raised.value.where.startswith(f"{tmp_path}/pack.yaml:{place(text, new).split(':')[0]}:")
    assert what in raised.value.what.zh

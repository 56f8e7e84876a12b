"""validator.packs.wording: pydantic's errors in the words of somebody who writes rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import PACK, write_pack
from validator.errors import PackError
from validator.packs import load


def told(folder: Path, old: str, new: str) -> PackError:
    with pytest.raises(PackError) as raised:
        load(write_pack(folder, PACK.replace(old, new, 1)))
    return raised.value


@pytest.mark.parametrize(
    ("old", "new", "en"),
    [
        ("level: error", "levle: error\n    level: error", "unknown key “levle”. Did you mean “level”?"),
        ("    level: error\n", "", "“level” is missing. Add it"),
        ("within: body", "within: bodi", "“within” cannot be “bodi”. Did you mean body? Allowed: "),
        ("when: {section: shortcomings}", "when: {sction: x}", "Did you mean “section”?"),
    ],
)
def test_english(tmp_path: Path, old: str, new: str, en: str) -> None:
    assert en in told(tmp_path, old, new).in_language("en")


def test_nothing_close_no_guess(tmp_path: Path) -> None:
    error = told(tmp_path, "level: error", "qqqqqq: 1\n    level: error")
    assert (error.what.zh, error.hint.zh) == ("不认识的键“qqqqqq”", "")


def test_choices_are_listed(tmp_path: Path) -> None:
    assert "error、warning、info" in told(tmp_path, "level: error", "level: zzz").hint.zh


def test_no_python_words(tmp_path: Path) -> None:
    for new in ("weight: ten", "weight: -1", "weight: 101", "weight: 1.5"):
        line = told(tmp_path, "weight: 10", new).in_language("zh")
        assert "pydantic" not in line
        assert "For further information" not in line

"""validator.authoring.samples: texts made from patterns."""

from __future__ import annotations

import pytest
import regex

from tests.support import pack
from validator.authoring.parts import patterns
from validator.authoring.samples import YEAR, pumped, samples


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("甲|乙", {"甲", "乙"}),
        ("第[一二]条?", {"第一", "第一条", "第二", "第二条"}),
        ("{next_year}年", {f"{YEAR + 1}年"}),
        ("a{2}", {"aa"}),
    ],
)
def test_samples_show_every_shape(source: str, expected: set[str]) -> None:
    assert set(samples(source)) == expected


def test_samples_match_and_are_the_same_in_every_run() -> None:
    told = 0
    for written in patterns(pack()):
        found = samples(written.source)
        samples.cache_clear()
        assert samples(written.source) == found
        told += bool(found)
    assert told > 100


def test_a_pattern_that_only_regex_understands_gives_none() -> None:
    assert samples(r"\p{Han}+") == ()
    assert list(pumped(r"\p{Han}+")) == []


def test_pumped_texts_are_long_and_repeat_what_the_pattern_repeats() -> None:
    texts = list(pumped("甲(?:乙丙)+丁"))
    assert all(len(t) > 9_000 for t in texts)
    assert any("乙丙" * 4000 in t for t in texts)
    with pytest.raises(TimeoutError):
        for text in pumped("(?:a|a)*b"):
            regex.search("(?:a|a)*b", text, timeout=0.1)

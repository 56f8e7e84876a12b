"""validator.cli.explain: what a rule asks, why, its source, examples, how to fix."""

from __future__ import annotations

import re

import pytest

from tests.support import pack, run
from validator.cli.explain import explained

BLANK = re.compile(r"\{[a-z_]+\}")


@pytest.mark.parametrize("rule", pack().rules, ids=lambda r: r.id)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_can_be_explained(rule: object, lang: str) -> None:
    text = "\n".join(explained(rule, lang))  # type: ignore[arg-type]
    assert rule.id in text  # type: ignore[attr-defined]
    for words in (rule.title, rule.why, rule.fix, rule.source.norm, rule.say):  # type: ignore[attr-defined]
        assert BLANK.sub("…", words.en if lang == "en" else words.zh) in text


def test_by_id_or_title() -> None:
    done = run("explain", "causes")
    assert done.code == 0
    assert "不足的原因" in done.out
    assert run("explain", "不足的原因").out == done.out


def test_underscore_for_hyphen() -> None:
    assert run("explain", "first_responsible_person").code == 0


def test_unknown_rule() -> None:
    done = run("explain", "cause")
    assert done.code == 2
    assert done.out == ""
    assert "是不是 causes？" in done.err
    assert len(done.error_lines()) == 1

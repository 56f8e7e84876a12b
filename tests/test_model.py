"""validator.model: nouns are frozen and cross process borders."""

from __future__ import annotations

import pickle

import pytest

from tests.support import REPORT, check, outline, pack


def test_assessment_crosses_a_process_border() -> None:
    assessment = check(REPORT.encode())
    assert pickle.loads(pickle.dumps(assessment)) == assessment  # noqa: S301 - our own bytes


def test_pack_crosses_a_process_border() -> None:
    assert pickle.loads(pickle.dumps(pack())) == pack()  # noqa: S301 - our own bytes


@pytest.mark.parametrize("noun", [check(REPORT.encode()), outline(REPORT), pack(), pack().rules[0]])
def test_nouns_are_frozen(noun: object) -> None:
    with pytest.raises(AttributeError):
        noun.path = "other"  # type: ignore[attr-defined]

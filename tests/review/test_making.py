"""validator.review.making: all outputs, in one process or in two."""

from __future__ import annotations

import os
import sys

import pytest

from tests.review.outputs.reviews_by_hand import many, review
from validator.review import making
from validator.review.making import made
from validator.review.outputs import OUTPUTS

linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all is made in one process")


@linux
def test_two_processes_make_what_one_makes() -> None:
    r = many(60)
    two, one = made(r, "zh"), made(r, "zh", jobs=1)
    assert set(two) == set(one)
    assert {path: two[path] for path in two if path.endswith((".json", ".html"))} == {
        path: one[path] for path in one if path.endswith((".json", ".html"))
    }


@linux
def test_outputs_are_made_here_when_the_other_process_dies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "_apart", _dies)
    found = made(many(60), "zh")
    assert {"review.xlsx", "review.html", "review.json"} <= set(found)
    assert any(path.startswith("letters/") for path in found)


def _dies(lang: str) -> None:
    os._exit(9)


def test_a_small_review_has_every_output() -> None:
    found = made(review(), "zh")
    assert len(found) >= len(OUTPUTS) and all(found.values())

"""validator.cli.progress: what a terminal shows while many files are checked."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Iterator

import pytest

from validator.cli import progress


class Terminal(io.StringIO):
    """Standard error as a person sees it."""

    def isatty(self) -> bool:
        return True


def slow(count: int) -> Iterator[int]:
    for i in range(count):
        time.sleep(0.01)
        yield i


@pytest.mark.parametrize(
    ("lang", "label", "rate", "left"),
    [("zh", "正在检查", "每秒", "还要0秒"), ("en", "Checking", "a second", "0 s left")],
)
def test_a_terminal_shows_how_far_how_fast_and_how_long(
    monkeypatch: pytest.MonkeyPatch, lang: str, label: str, rate: str, left: str
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "_PATIENCE", 0.05)
    assert list(progress.watched(slow(60), 60, lang)) == list(range(60))  # type: ignore[arg-type]
    shown = terminal.getvalue()
    assert label in shown and rate in shown and "60/60" in shown and left in shown


def test_what_is_quickly_done_and_what_goes_into_a_file_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, file = Terminal(), io.StringIO()
    for stream in (terminal, file):
        monkeypatch.setattr(sys, "stderr", stream)
        monkeypatch.setattr(progress, "_PATIENCE", 1.0 if stream is terminal else 0.0)
        assert len(list(progress.watched(slow(5), 5, "zh"))) == 5
        assert stream.getvalue() == ""


def test_the_time_left_is_in_minutes_where_it_is_long() -> None:
    assert progress._speed(4.2, 150.0, "zh") == "每秒4.2份，还要2分30秒"
    assert progress._speed(40.0, 61.0, "en") == "40 a second, 1 min 1 s left"

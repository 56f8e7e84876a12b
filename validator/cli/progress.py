"""Results as they come: a progress bar on a terminal, and what is done when somebody stops it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import typer

from validator.model.result import Assessment
from validator.words import Lang

Item = TypeVar("Item")
_PATIENCE = 1.0  # seconds before a progress bar appears


def done_of(assessments: Iterable[Assessment], total: int, lang: Lang) -> tuple[list[Assessment], bool]:
    """Return what was assessed, and whether the user stopped it."""
    done: list[Assessment] = []
    try:
        for a in watched(assessments, total, lang):
            done.append(a)
    except KeyboardInterrupt:
        return done, True
    return done, False


def watched(items: Iterable[Item], total: int, lang: Lang) -> Iterator[Item]:
    """Pass *items* on; on a terminal show, once it takes longer than a second, how many are done, how many a second
    and how long the rest will take.
    """
    if sys.stderr is None or not sys.stderr.isatty() or total < 2:
        yield from items
        return
    started = time.monotonic()
    bar = None
    for count, item in enumerate(items, 1):
        spent = time.monotonic() - started
        if bar is None and spent > _PATIENCE:
            bar = _bar(total, lang)
            bar.update(count - 1)
        if bar is not None:
            bar.current_item = count / spent, (total - count) * spent / count
            bar.update(1)
        yield item
    if bar is not None:
        bar.__exit__(None, None, None)


def _bar(total: int, lang: Lang) -> Any:
    bar = typer.progressbar(
        length=total,
        label="Checking" if lang == "en" else "正在检查",
        show_pos=True,
        show_eta=False,
        item_show_func=lambda speed: speed and _speed(speed[0], speed[1], lang),
        file=sys.stderr,
    )
    return bar.__enter__()


def _speed(rate: float, left: float, lang: Lang) -> str:
    """Return how many a second, and how long the rest takes."""
    number = f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}"
    minutes, seconds = divmod(round(left), 60)
    if lang == "en":
        return f"{number} a second, {f'{minutes} min ' if minutes else ''}{seconds} s left"
    return f"每秒{number}份，还要{f'{minutes}分' if minutes else ''}{seconds}秒"

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
            bar.update(1, count / spent)
        yield item
    if bar is not None:
        bar.__exit__(None, None, None)


def _bar(total: int, lang: Lang) -> Any:
    english = lang == "en"
    bar = typer.progressbar(
        length=total,
        label="Checking" if english else "正在检查",
        show_pos=True,
        show_eta=True,
        item_show_func=lambda rate: rate and (f"{rate:.0f} a second" if english else f"每秒{rate:.0f}份"),
        file=sys.stderr,
    )
    return bar.__enter__()

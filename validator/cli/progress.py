"""Results as they come: a progress bar on a terminal, and what is done when somebody stops it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator

import typer

from validator.model.result import Assessment
from validator.words import Lang

_PATIENCE = 1.0  # seconds before a progress bar appears


def done_of(assessments: Iterable[Assessment], total: int, lang: Lang) -> tuple[list[Assessment], bool]:
    """Return what was assessed, and whether the user stopped it."""
    done: list[Assessment] = []
    try:
        for a in _watched(assessments, total, lang):
            done.append(a)
    except KeyboardInterrupt:
        return done, True
    return done, False


def _watched(assessments: Iterable[Assessment], total: int, lang: Lang) -> Iterator[Assessment]:
    """Pass the assessments on; on a terminal show a progress bar once it takes longer than a second."""
    if sys.stderr is None or not sys.stderr.isatty() or total < 2:
        yield from assessments
        return
    started = time.monotonic()
    bar = None
    for count, a in enumerate(assessments, 1):
        if bar is None and time.monotonic() - started > _PATIENCE:
            label = "Checking" if lang == "en" else "正在检查"
            bar = typer.progressbar(length=total, label=label, file=sys.stderr)
            bar.__enter__()
            bar.update(count - 1)
        if bar is not None:
            bar.update(1)
        yield a
    if bar is not None:
        bar.__exit__(None, None, None)

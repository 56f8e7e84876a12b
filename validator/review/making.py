"""Review → all its outputs, in two processes where that is quicker."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from validator.model.review import Review
from validator.review.outputs import OUTPUTS, Files, files
from validator.words import Lang

_APART = ("xlsx", "letters")
"""About half of the work."""

_FEW, _MANY = 50, 1000
"""Units: with fewer a process costs more than it saves; with more both would hold too much memory."""

_review: list[Review] = []
"""What the other process inherits: handing it over would take as long as the work."""


def made(review: Review, lang: Lang, jobs: int = 0) -> Files:
    """Return the files of all outputs. *jobs*: 1 for everything in this process."""
    here = [name for name in OUTPUTS if name not in _APART]
    if jobs == 1 or not _FEW <= len(review.units) <= _MANY or sys.platform != "linux":
        return _files(review, [*here, *_APART], lang)
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(1, fork, initializer=_review.append, initargs=(review,)) as other:
        apart = other.submit(_apart, lang)
        found = _files(review, here, lang)
        try:
            return {**found, **apart.result()}
        except BrokenProcessPool:  # the system took it away, for its memory say
            return {**found, **_files(review, _APART, lang)}


def _apart(lang: Lang) -> Files:
    return _files(_review[0], _APART, lang)


def _files(review: Review, names: Sequence[str], lang: Lang) -> Files:
    return {path: data for name in names for path, data in files(name, review, lang).items()}

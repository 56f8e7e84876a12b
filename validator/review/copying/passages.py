"""Chunks that are the same → passages with both texts: neighbours are put together."""

from __future__ import annotations

from collections.abc import Sequence

from validator.model.result import Evidence
from validator.model.review import Passage
from validator.model.submission import Chunk, Submission
from validator.review.copying.matching import Matched


def passages_of(here: Submission, there: Submission, matches: Sequence[Matched]) -> tuple[Passage, ...]:
    """Return the passages in the order of the first report. *matches* are in that order."""
    runs: list[list[Matched]] = []
    for m in matches:
        last = runs[-1][-1] if runs else None
        if last and m.here == last.here + 1 and m.there == last.there + 1:
            runs[-1].append(m)
        else:
            runs.append([m])
    return tuple(_passage(here, there, run) for run in runs)


def _passage(here: Submission, there: Submission, run: Sequence[Matched]) -> Passage:
    first, last = run[0], run[-1]
    sizes = [len(here.chunks[m.here].key) for m in run]
    alike = sum(m.alike * size for m, size in zip(run, sizes, strict=True)) / sum(sizes)
    return Passage(
        quotation(here, here.chunks[first.here], here.chunks[last.here]),
        quotation(there, there.chunks[first.there], there.chunks[last.there]),
        round(alike),
    )


def quotation(submission: Submission, first: Chunk, last: Chunk) -> Evidence:
    """Return the text from the first to the last chunk, whole, with its place."""
    text = submission.text[first.start : last.end].strip()
    place = (first.line, 1, last.line, 1)
    return Evidence(*place, text, None, first.page, first.paragraph, start=first.start, end=last.end)

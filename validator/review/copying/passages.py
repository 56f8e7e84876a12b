"""Segments that two reports share → passages with the whole sentences of both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from validator.model.result import Evidence
from validator.model.review import Passage
from validator.model.submission import Item, Sentence, Submission
from validator.review.copying.likeness import alike
from validator.review.copying.tiles import Segment

_NEAR = 60
"""Characters between two segments, on either side, up to which they are one passage."""

_PART = 0.3
"""Share of a sentence below which it is only touched."""


def passages_of(here: Submission, there: Submission, segments: Sequence[Segment]) -> tuple[Passage, ...]:
    """Return the passages in the order of the first report. *segments* are in that order."""
    runs: list[list[Segment]] = []
    for s in segments:
        last = runs[-1][-1] if runs else None
        if last and are_near(last, s):
            runs[-1].append(s)
        else:
            runs.append([s])
    return tuple(_passage(here, there, run) for run in runs)


def are_near(first: Segment, then: Segment) -> bool:
    """Tell whether a segment stands so shortly behind another in both reports that they are one passage."""
    return 0 <= then.start - first.end <= _NEAR and 0 <= then.there_start - first.there_end <= _NEAR


def _passage(here: Submission, there: Submission, run: Sequence[Segment]) -> Passage:
    sizes = [s.end - s.start for s in run]
    likeness = [alike(here.stream[s.start : s.end], there.stream[s.there_start : s.there_end]) for s in run]
    return Passage(
        quoted(here, run[0].start, run[-1].end),
        quoted(there, run[0].there_start, run[-1].there_end),
        round(sum(a * size for a, size in zip(likeness, sizes, strict=True)) / sum(sizes)),
    )


def quoted(submission: Submission, start: int, end: int) -> Evidence:
    """Return the sentences that hold the characters *start* to *end* of the stream, whole, with their place."""
    sentences = submission.sentences
    first = max(bisect_right(sentences, start, key=lambda s: s.at) - 1, 0)
    last = max(bisect_right(sentences, end - 1, key=lambda s: s.at) - 1, first)
    if first < last and _share(submission, first, start, end) < _PART:
        first += 1
    if first < last and _share(submission, last, start, end) < _PART:
        last -= 1
    return quotation(submission, sentences[first], sentences[last])


def _share(submission: Submission, i: int, start: int, end: int) -> float:
    sentences = submission.sentences
    at = sentences[i].at
    stop = sentences[i + 1].at if i + 1 < len(sentences) else len(submission.stream)
    return (min(end, stop) - max(start, at)) / max(stop - at, 1)


def quotation(submission: Submission, first: Sentence | Item, last: Sentence | Item) -> Evidence:
    """Return the text from the first to the last of two pieces, whole, with its place."""
    text = submission.text[first.start : last.end].strip()
    place = (first.line, 1, last.line, 1)
    return Evidence(*place, text, None, first.page, first.paragraph, start=first.start, end=last.end)

"""What the office itself has sent round, taken out of the reports before they are compared."""

from __future__ import annotations

from collections.abc import Sequence

from validator.model.submission import Chunk, Submission
from validator.review.chunks import LEAST

_SENTENCE = 12
"""Characters of a template's text below which it may stand in a report by chance."""


def without(submissions: Sequence[Submission], templates: Sequence[Sequence[Chunk]]) -> Sequence[Submission]:
    """Return *submissions* without the sentences of *templates*, also where a report goes on behind them.

    A chunk of which too little is left has an empty key, so that the numbers of the others stay.
    """
    quoted = sorted({c.key for t in templates for c in t if len(c.key) >= _SENTENCE}, key=lambda k: (-len(k), k))
    return [_freed(s, quoted) for s in submissions] if quoted else submissions


def _freed(submission: Submission, quoted: Sequence[str]) -> Submission:
    return submission._replace(
        chunks=tuple(_without(c, quoted) for c in submission.chunks),
        plan=tuple(c for c in submission.plan if _without(c, quoted).key),
        shortcomings=tuple(c for c in submission.shortcomings if _without(c, quoted).key),
    )


def _without(chunk: Chunk, quoted: Sequence[str]) -> Chunk:
    key = chunk.key
    for sentence in quoted:
        if sentence in key:
            key = key.replace(sentence, "")
    if key == chunk.key:
        return chunk
    return chunk._replace(key=key if len(key) >= LEAST else "")

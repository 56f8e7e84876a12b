"""What the office itself has sent round, taken out of the reports before they are compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from validator.model.submission import Chunk
from validator.review.chunks import LEAST

if TYPE_CHECKING:
    from validator.review.copying.comparing import Text

_SENTENCE = 12
"""Characters of a template's text below which it may stand in a report by chance."""


def without(texts: Sequence[Text], templates: Sequence[Sequence[Chunk]]) -> Sequence[Text]:
    """Return *texts* without the sentences of *templates*, also where a report goes on behind them.

    A chunk of which too little is left is empty, so that the numbers of the others stay.
    """
    quoted = sorted({c.key for t in templates for c in t if len(c.key) >= _SENTENCE}, key=lambda k: (-len(k), k))
    if not quoted:
        return texts
    return [
        t._replace(submission=t.submission._replace(chunks=tuple(_without(c, quoted) for c in t.submission.chunks)))
        for t in texts
    ]


def _without(chunk: Chunk, quoted: Sequence[str]) -> Chunk:
    key = chunk.key
    for sentence in quoted:
        if sentence in key:
            key = key.replace(sentence, "")
    if key == chunk.key:
        return chunk
    return chunk._replace(key=key if len(key) >= LEAST else "")

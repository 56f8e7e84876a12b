"""What a review keeps of one file. Whatever is private is hidden in all of it, so that nothing can leak later."""

from __future__ import annotations

from typing import NamedTuple

from validator.model.result import Assessment


class Chunk(NamedTuple):
    """A sentence, or a few short ones: the unit in which copied text is looked for.

    *start*, *end*: half-open offsets in ``Submission.text``. *key*: its Chinese characters alone, without what all
    reports quote. *line*, *page*, *paragraph*: where it begins, as in ``Evidence``.
    """

    start: int
    end: int
    key: str
    line: int = 1
    page: int | None = None
    paragraph: int | None = None


class Submission(NamedTuple):
    """One file. *text*: its own words, line ends ``\\n``, private data hidden; *digest*: of the words, layout aside.

    *chunks*: its running text, without headings and what the pack calls common wording, in order. *plan* and
    *shortcomings*: the single tasks and shortcomings that it names. *modified*: of the file, seconds since 1970.
    """

    assessment: Assessment
    text: str = ""
    digest: str = ""
    chunks: tuple[Chunk, ...] = ()
    plan: tuple[Chunk, ...] = ()
    shortcomings: tuple[Chunk, ...] = ()
    modified: float = 0.0

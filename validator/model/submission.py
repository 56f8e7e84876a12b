"""What a review keeps of one file. Whatever is private is hidden in all of it, so that nothing can leak later."""

from __future__ import annotations

from typing import NamedTuple

from validator.model.result import Assessment


class Sentence(NamedTuple):
    """A sentence of the running text. *at*: offset of its first character in ``Submission.stream``.

    *start*, *end*: half-open offsets in ``Submission.text``. *line*, *page*, *paragraph*: where it begins, as in
    ``Evidence``. *formal*: it stands where reports say the same things: in the opening, and where the pack says so.
    """

    at: int
    start: int
    end: int
    line: int = 1
    page: int | None = None
    paragraph: int | None = None
    formal: bool = False


class Item(NamedTuple):
    """A task, a shortcoming, or an aside. *key*: its Chinese characters alone; the rest as in ``Sentence``."""

    start: int
    end: int
    key: str
    line: int = 1
    page: int | None = None
    paragraph: int | None = None


class Submission(NamedTuple):
    """One file. *text*: its own words, line ends ``\\n``, private data hidden; *digest*: of the words, layout aside.

    *stream*: the Chinese characters of its running text, without headings, punctuation, figures, line breaks and what
    all reports quote: what copied text is looked for in. *sentences*: where the stream comes from, in order. *asides*:
    whole what the stream leaves out or cuts, headings with the first sentence below them among it. *plan*,
    *shortcomings*: the single ones that it names. *modified*: of the file, seconds since 1970.
    """

    assessment: Assessment
    text: str = ""
    digest: str = ""
    stream: str = ""
    sentences: tuple[Sentence, ...] = ()
    asides: tuple[Item, ...] = ()
    plan: tuple[Item, ...] = ()
    shortcomings: tuple[Item, ...] = ()
    modified: float = 0.0

"""Reports made ready to be compared: which characters are nobody's own, and how much the others say."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from validator.model.roster import Unit
from validator.model.submission import Submission
from validator.review.copying.templates import Runs as TemplateRuns
from validator.review.copying.templates import covered
from validator.review.copying.tiles import Runs, runs_of
from validator.text import Span

_OWN, _SAID_BY_ALL = array("f", [1.0]), array("f", [0.5])
"""What a character says, and what it says where all reports say the same things."""


class Text(NamedTuple):
    """A report that is compared. *owner*: name of its unit, or the path of a file of no unit.

    *partners*: the other units whose report it is; it is compared once. *received*: YYYY-MM-DD, by the roster.
    """

    owner: str
    year: int
    submission: Submission
    unit: Unit | None = None
    partners: tuple[str, ...] = ()
    received: str | None = None


def joined(texts: Iterable[Text]) -> list[Text]:
    """Return every file once: what several units have sent together has the others as its partners."""
    found: dict[tuple[int, str], Text] = {}
    for text in texts:
        key = text.year, text.submission.assessment.path
        first = found.setdefault(key, text)
        if first is not text:
            came = min(filter(None, (first.received, text.received)), default=None)
            found[key] = first._replace(partners=(*first.partners, text.owner), received=came)
    return list(found.values())


def owners_of(text: Text) -> tuple[str, ...]:
    """Return all whose report it is."""
    return text.owner, *text.partners


def are_of_one(a: Text, b: Text) -> bool:
    """Tell whether two reports are of one unit: what they share is its own."""
    return a.owner == b.owner or not set(owners_of(a)).isdisjoint(owners_of(b))


class Prepared:
    """A stream. *hidden*: 1 for each character that is nobody's own. *weights*: how much each says if it is shared."""

    def __init__(self, text: Text, template: TemplateRuns) -> None:
        self.text = text
        self.stream = text.submission.stream
        self.hidden = covered(self.stream, template)
        self.weights = _weights(text.submission)
        self._runs: Runs | None = None

    def hide(self, start: int, end: int) -> None:
        """Let the characters *start* to *end* be nobody's own."""
        self.hidden[start:end] = b"\1" * (end - start)

    def discount(self, start: int, end: int, owners: int) -> None:
        """Let the characters *start* to *end*, which so many have, say less: perhaps none has them from another."""
        share = 2 / owners
        self.weights[start:end] = array("f", [min(weight, share) for weight in self.weights[start:end]])

    def own(self) -> int:
        """Return how many characters are not nobody's: what shares are shares of. At least 1."""
        return max(len(self.stream) - sum(self.hidden), 1)

    def sentences(self) -> list[Span]:
        """Return where the sentences stand in the stream."""
        ends = [*(s.at for s in self.text.submission.sentences), len(self.stream)]
        return list(pairwise(ends))

    def runs(self) -> Runs:
        """Return the runs of the stream; they are kept while this report is compared with one after the other."""
        if self._runs is None:
            self._runs = runs_of(self.stream)
        return self._runs

    def forget(self) -> None:
        """Give the memory of the runs back."""
        self._runs = None


def prepared(texts: Iterable[Text], template: TemplateRuns) -> Sequence[Prepared]:
    """Return *texts* made ready, in their order."""
    return [Prepared(text, template) for text in texts]


def _weights(submission: Submission) -> array[float]:
    found = array("f")
    ends = [*(s.at for s in submission.sentences), len(submission.stream)]
    for sentence, (start, end) in zip(submission.sentences, pairwise(ends), strict=True):
        found += (_SAID_BY_ALL if sentence.formal else _OWN) * (end - start)
    return found

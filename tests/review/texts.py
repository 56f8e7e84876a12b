"""Running text of invented reports for the tests of a review: sentences that are different, or meant to be the same."""

from __future__ import annotations

from random import Random

from validator.model.outline import Facts
from validator.model.result import Assessment
from validator.model.review import Filed
from validator.model.roster import Unit
from validator.model.submission import Sentence, Submission
from validator.pipeline import load_pack
from validator.review.collecting.examining import examined
from validator.review.collecting.streams import characters
from validator.review.copying import Text
from validator.sources import Source
from validator.words import Words

_SYLLABLES = [chr(0x4E00 + i) for i in range(0, 6000, 7)]


def sentence(seed: int, size: int = 60) -> str:
    """Return a sentence of *size* characters that has nothing in common with one of another seed."""
    rnd = Random(seed)  # noqa: S311
    return "".join(rnd.choices(_SYLLABLES, k=size - 1)) + "。"


def reworded(text: str, share: float, seed: int = 1) -> str:
    """Return *text* with about *share* of its characters replaced, two at a time."""
    rnd = Random(seed)  # noqa: S311
    found = list(text)
    for i in range(0, len(found) - 3, 2):
        if rnd.random() < share:
            found[i : i + 2] = rnd.choices(_SYLLABLES, k=2)
    return "".join(found)


def submission(sentences: list[str], name: str = "a.txt", formal: int = 0, **facts: object) -> Submission:
    """Return a submission whose running text are *sentences*, one on each line, the first *formal* of them so."""
    text = "\n".join(sentences)
    found, at, start = [], 0, 0
    for line, words in enumerate(sentences, 1):
        found.append(Sentence(at, start, start + len(words), line, formal=line <= formal))
        at, start = at + len(characters(words)), start + len(words) + 1
    known = Facts()._replace(**facts)
    assessment = Assessment(name, "txt", "", len(text), "assessed", facts=known, pack="fazhi-zhengfu", file=name)
    return Submission(assessment, text, str(hash(text)), characters(text), tuple(found))


def text(
    owner: str, sentences: list[str], year: int = 2025, kind: str = "town", formal: int = 0, **facts: object
) -> Text:
    return Text(owner, year, submission(sentences, f"{owner}.txt", formal, **facts), Unit(owner, kind))


def read(words: str, name: str = "报告.txt") -> Submission:
    """Return what a review keeps of a report."""
    return examined(Source(name, data=words.encode()), load_pack(), {})


def filed(found: Submission, unit: str = "青禾镇") -> Filed:
    return Filed(found, unit, (), "current", Words("", ""))

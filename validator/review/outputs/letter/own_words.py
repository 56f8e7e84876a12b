"""What a letter quotes of a shared passage: the words that count, not those that very many reports have."""

from __future__ import annotations

import re
from collections.abc import Sequence

from validator.model.result import Evidence
from validator.model.review import Common
from validator.model.submission import Sentence, Submission

_HAN = re.compile("[\u4e00-\u9fff]+")
_STOPS = tuple("。！？；…”）")
_ALIKE = 90
"""Likeness (0 to 100) from which a sentence is one of those that very many have."""


def own_words(e: Evidence, s: Submission | None, common: Sequence[Common]) -> Evidence | None:
    """Return a quotation from its first sentence that counts; None where none does.

    Sentences that stand where all reports say the same, as in the opening, and headings only where there are no others.
    """
    if s is None or s.text[e.start : e.end].strip() != e.text.strip():
        return e
    keys = [_key(c.passage.text) for c in common]
    within = [x for x in s.sentences if e.start <= x.start < e.end and not _is_common(_words(x, s), keys)]
    if not within:
        return None if any(e.start <= x.start < e.end for x in s.sentences) else e
    first = min(within, key=lambda x: (x.formal, not _is_whole(s.text[x.start : x.end].strip())))
    text = s.text[first.start : e.end].strip()
    return e._replace(line=first.line, page=first.page, paragraph=first.paragraph, text=text, start=first.start)


def _is_whole(sentence: str) -> bool:
    return sentence.endswith(_STOPS) and "\n" not in sentence


def _words(x: Sentence, s: Submission) -> str:
    return _key(s.text[x.start : x.end])


def _key(text: str) -> str:
    return "".join(_HAN.findall(text))


def _is_common(words: str, keys: Sequence[str]) -> bool:
    from rapidfuzz import fuzz  # loads what most letters do not need

    return any(words in key or (len(words) <= len(key) and fuzz.partial_ratio(words, key) >= _ALIKE) for key in keys)

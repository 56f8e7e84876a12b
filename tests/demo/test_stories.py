"""Reports of unrelated units share nothing but what everybody quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

import pytest
from rapidfuzz import fuzz, process

from validator.demo.chosen import CLUSTER, COPIED, RENAMED, YEAR
from validator.demo.drafts.drafting import BOILERPLATE, GUIDES, NORM, TEMPLATE_OPENING, Draft
from validator.demo.stories import Told, told

SHARED = (NORM, BOILERPLATE, TEMPLATE_OPENING, *GUIDES.values())
RUN, LONG, ALIKE = 30, 30, 80
RELATED = {frozenset((c.here, c.there)) for c in COPIED} | {frozenset(pair) for pair in combinations(CLUSTER, 2)}


@pytest.fixture(scope="module")
def county() -> Told:
    return told(1)


def paragraphs(draft: Draft) -> Iterator[str]:
    """Yield the running text without headings and without what everybody quotes."""
    for text in (*draft.lead, *(item.text for part in draft.parts for item in part.items)):
        for shared in SHARED:
            text = text.replace(shared, "\n")
        yield from text.split("\n")


def test_no_long_run_in_common(county: Told) -> None:
    seen: dict[str, str] = {}
    shared = []
    for (unit, _), draft in county.drafts.items():
        for text in paragraphs(draft):
            for at in range(len(text) - RUN + 1):
                other = seen.setdefault(text[at : at + RUN], unit)
                if other != unit and frozenset((unit, other)) not in RELATED:
                    shared.append((unit, other, text[at : at + RUN]))
    assert shared[:3] == []


def test_no_two_sentences_alike(county: Told) -> None:
    sentences = [
        (unit, sentence)
        for (unit, _), draft in county.drafts.items()
        for text in paragraphs(draft)
        for sentence in re.split("[。；：]", text)
        if len(sentence) >= LONG
    ]
    texts = [sentence for _, sentence in sentences]
    alike = []
    for at, (unit, sentence) in enumerate(sentences):
        for other, score, place in process.extract(
            sentence, texts[:at], scorer=fuzz.ratio, score_cutoff=ALIKE, limit=9
        ):
            if sentences[place][0] != unit and frozenset((unit, sentences[place][0])) not in RELATED:
                alike.append((round(score), unit, sentence, sentences[place][0], other))
    assert len(texts) > 3500
    assert alike[:3] == []


def test_what_real_reports_share(county: Told) -> None:
    this = [d for (unit, year), d in county.drafts.items() if year == YEAR and unit not in ("", "霖江县杏花渡镇")]
    with_boilerplate = sum(BOILERPLATE in d.lead for d in this) / len(this)
    with_template = sum(TEMPLATE_OPENING in d.lead for d in this) / len(this)
    assert all(d.lead[0].startswith(NORM) for d in this if len(d.lead) and "更正" not in d.lead[0])
    assert 0.5 <= with_boilerplate <= 0.7
    assert 0.25 <= with_template <= 0.45
    assert len(county.template) == sum(TEMPLATE_OPENING in d.lead for d in this)


def test_renamed_units_signed_with_their_old_name(county: Told) -> None:
    for unit in RENAMED:
        before, now = county.drafts[unit, YEAR - 1], county.drafts[unit, YEAR]
        assert (before.signs, now.signs) == ((county.renamed[unit],), (unit,))
        assert unit not in "".join(before.title)

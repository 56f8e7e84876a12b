"""validator.demo.drafts.copying: reports made from others."""

from __future__ import annotations

import re

import pytest
from rapidfuzz.distance import LCSseq

from validator.demo.chosen import BUREAUS_WORDS, CLUSTER, KEPT, NAME_LEFT, STALE, YEAR
from validator.demo.drafts.copying import reworded
from validator.demo.drafts.drafting import BOILERPLATE, Draft
from validator.demo.luck import luck
from validator.demo.stories import Told, told


@pytest.fixture(scope="module")
def county() -> Told:
    return told(1)


def text(draft: Draft) -> str:
    return "\n".join((*draft.lead, *(item.text for part in draft.parts for item in part.items)))


def in_common(a: Draft, b: Draft) -> set[str]:
    return {s for s in text(a).split("\n") if len(s) > 60 and s != BOILERPLATE} & {*text(b).split("\n")}


@pytest.mark.parametrize(("here", "there"), [("望溪", "鹭浦"), ("雁落坪", "柳堰")])
def test_wholly_copied(county: Told, here: str, there: str) -> None:
    kind = "镇" if here == "望溪" else "乡"
    copy, source = county.drafts[here + kind, YEAR], county.drafts[there + kind, YEAR]
    assert text(copy) == text(source).replace(there, here)
    assert there not in text(copy) and copy.signs == (f"云川县{here}{kind}人民政府",)


def test_a_tenth_of_the_words(county: Told) -> None:
    copy, source = text(county.drafts["麦垄镇", YEAR]), text(county.drafts["竹泉镇", YEAR]).replace("竹泉", "麦垄")
    same = LCSseq.similarity(copy, source) / len(source)
    assert 0.9 < same < 0.97  # a word of two characters in ten: some 5 to 8 % of the characters
    changed = [a != b for a, b in zip(re.findall("[^。]+。", copy), re.findall("[^。]+。", source), strict=True)]
    assert sum(changed) / len(changed) > 0.7  # all over the text


def test_reworded_changes_figures_and_words_but_no_year() -> None:
    told_anew = reworded("2025年组织检查46次，发现问题12个，走访群众300户，开展培训5期。" * 6, luck(1))
    assert told_anew.count("2025年") == 6
    assert told_anew != reworded("2025年", luck(1)) == "2025年"


def test_two_paragraphs(county: Told) -> None:
    assert len(in_common(county.drafts["云川县市场监督管理局", YEAR], county.drafts["云川县行政审批服务局", YEAR])) == 2


def test_name_left(county: Told) -> None:
    found = text(county.drafts["云川县卫生健康局", YEAR])
    assert found.count("民政局") == NAME_LEFT[0].count("民政局") and "县卫健局还会同" in found


def test_bureaus_words(county: Told) -> None:
    assert BUREAUS_WORDS in text(county.drafts["苍岭镇", YEAR])
    assert text(county.drafts["苍岭镇", YEAR]).count("我局") == 2


def test_cluster(county: Told) -> None:
    first, second, third = (county.drafts[unit, YEAR] for unit in CLUSTER)
    assert len(in_common(first, second) & in_common(first, third)) == 3


def test_kept_from_last_year(county: Told) -> None:
    for unit in KEPT:
        before, now = county.drafts[unit, YEAR - 1], county.drafts[unit, YEAR]
        then = {s.replace("2024年", "2025年") for s in text(before).split("\n")}
        share = sum(len(s) for s in text(now).replace("2024年", "2025年").split("\n") if s in then) / len(text(now))
        assert share > 0.8
        assert ("2024年" in text(now)) == (unit in STALE)

"""validator.review.matching.reasons: sentences that a clerk understands, in both languages."""

from __future__ import annotations

import pytest

from validator.review.matching import reasons
from validator.review.matching.reasons import Saying
from validator.review.naming.recognising import Hit
from validator.words import Words


def saying(ground: str, words: str, *units: str, like: str = "whole", form: str = "") -> Saying:
    hits = (Hit(units, words, like, form or words),) if units else ()  # type: ignore[arg-type]
    return Saying(ground, words, hits)  # type: ignore[arg-type]


def short(ground: str) -> Saying:
    return Saying(ground, "县农业局", (Hit(("县农业农村局",), "县农业局", "whole", "农业局", usual=True),))  # type: ignore[arg-type]


SIGNED = saying("signature", "中共云川县青禾镇委员会 云川县青禾镇人民政府", "青禾镇")
NAMED = saying("file_name", "青禾镇", "青禾镇")
OTHER = saying("file_name", "柳堰乡", "柳堰乡")


@pytest.mark.parametrize(
    ("words", "zh"),
    [
        (reasons.agreed([SIGNED, NAMED], "青禾镇"), "署名“中共云川县青禾镇委员会、云川县青禾镇人民政府”，文件名也写“青禾镇”。"),
        (reasons.agreed([saying("title", "青禾镇", "青禾镇"), NAMED, OTHER], "青禾镇"), "标题写“青禾镇”，文件名也是。"),
        (reasons.contradicting([saying("signature", "青禾镇政府", "青禾镇"), OTHER]), "署名“青禾镇政府”，文件名却写“柳堰乡”，对不上，请核对是谁的。"),
        (reasons.nearly(saying("signature", "青和镇", "青禾镇", like="similar")), "署名“青和镇”，名册里没有，和青禾镇只差一个字，请核对。"),
        (reasons.nearly(saying("title", "邻水县青禾镇", "青禾镇", like="foreign", form="邻水县")), "标题写“邻水县青禾镇”，前面是“邻水县”，可能不是本地的青禾镇，请核对。"),
        (reasons.of_nobody(saying("signature", "白石乡"), [NAMED]), "文件名写“青禾镇”，署名“白石乡”，名册里没有，请核对。"),
        (reasons.ambiguous(NAMED, ("青禾镇党委", "青禾镇政府")), "文件名写“青禾镇”，名册里有青禾镇党委、青禾镇政府，请核对是哪个单位的。"),
        (reasons.stray([saying("signature", "白石乡")]), "署名“白石乡”，名册里没有这个单位。"),
        (reasons.stray([]), "文件名、标题、署名里都没有名册上的单位。"),
        (reasons.stray([], read=False), "从文件名看不出是哪个单位的，可能是某个单位的报告，请打开看。"),
        (reasons.listed("联合.docx", ["甲局", "乙局"]), "名册指定了这个文件（联合.docx），是和甲局、乙局的合报。"),
        (reasons.agreed([short("signature"), short("title")], "县农业农村局"), "署名“县农业局”，按简称或旧称认作县农业农村局，标题也是。"),
        (reasons.agreed([short("signature"), saying("title", "县农业农村局", "县农业农村局")], "县农业农村局"), "署名“县农业局”，标题也写“县农业农村局”。"),
        (reasons.agreed([short("file_name")], "县农业农村局"), "文件名写“县农业局”。"),
        (reasons.joined(Words("甲", "a"), None, Words("乙。", "b.")), "甲。乙。"),
    ],
)  # fmt: skip
def test_sentences(words: Words, zh: str) -> None:
    assert words.zh == zh
    assert words.en.endswith((".", "?"))


def test_year() -> None:
    assert reasons.about(2025, 2025) is None
    assert "2023" in (reasons.about(2023, 2025) or Words("", "")).en


def test_other_ending() -> None:
    told = reasons.nearly(saying("signature", "县卫健委", "县卫健局", like="ending"))
    assert told.zh == "署名“县卫健委”，名册里没有，名册里写的是县卫健局，请核对。"

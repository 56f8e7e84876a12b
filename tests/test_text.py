"""validator.text: the shadow for matching and its map back to the original characters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.text import Shadow, normalise, original_offset, original_span

SIMPLIFIED = dict(zip("縣鄉鎮區設報與於對會關問進過無說請議論體黨辦機構發務員實現執規劃衛學習陽經濟", "县乡镇区设报与于对会关问进过无说请议论体党办机构发务员实现执规划卫学习阳经济", strict=True))  # fmt: skip
PUNCTUATION = {"(": "（", ")": "）", ",": "，", ":": "：", ";": "；", ".": "。"}
FRAGMENTS = [
    *"法治政府建设情况报告一二三年月日",
    *SIMPLIFIED,
    *PUNCTUATION,
    *"０１２３ＡＢ．％0123AB。，、：；！？（）“”—×",
    *" \t\u3000\u00a0\u200b\ufeff\n",
    "陽（yáng）",
    "新(xīn)",
    "經(jīng)濟(jì)",
    "關 于 法 治 政 府",
    "\n一、",
    "（二）",
    "2024 年",
    "2 0 2 4 年 1 月 1 6 日",
    "全年开展联合检查四十六次办理案件一十二件案卷评查全部合格执法人员一十八人全部持证上岗\n配备",
    "\n- 3 -\n",
    "??",
]
TEXTS = st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join)


def forms(sign: str) -> set[str]:
    """Return what may stand in the shadow for an original character."""
    return {sign, SIMPLIFIED.get(sign, sign), PUNCTUATION.get(sign, sign), unicodedata.normalize("NFKC", sign)}


@given(TEXTS)
def test_every_shadow_character_comes_from_an_original_one(text: str) -> None:
    shadow = normalise(text)
    for i, sign in enumerate(shadow.text):
        at = original_offset(shadow, i)
        assert 0 <= at < len(text)
        assert sign in forms(text[at]), (i, at)


@given(TEXTS | st.text())
def test_offsets_rise_strictly_and_stay_in_bounds(text: str) -> None:
    shadow = normalise(text)
    offsets = [original_offset(shadow, i) for i in range(len(shadow.text))]
    assert all(a < b for a, b in zip(offsets, offsets[1:], strict=False))
    assert all(0 <= at < len(text) for at in offsets)
    assert original_offset(shadow, len(shadow.text)) <= len(text)


@given(TEXTS | st.text(), st.data())
def test_spans_stay_in_bounds_and_keep_their_order(text: str, data: st.DataObject) -> None:
    shadow = normalise(text)
    ends = st.integers(0, len(shadow.text))
    a, b, c = sorted((data.draw(ends), data.draw(ends), data.draw(ends)))
    (start, middle), (again, end) = original_span(shadow, (a, b)), original_span(shadow, (b, c))
    assert 0 <= start <= middle <= len(text)
    assert 0 <= again <= end <= len(text)
    assert start <= again
    assert middle <= end or b == c
    whole = original_span(shadow, (a, c))
    assert whole[0] <= whole[1] <= len(text)


@given(st.lists(st.sampled_from("法治政府建设情况报告，。：（）"), max_size=40).map("".join))
def test_clean_text_is_its_own_shadow(text: str) -> None:
    assert normalise(text) == Shadow(text)


@given(TEXTS)
def test_only_what_has_no_meaning_is_left_out(text: str) -> None:
    shadow = normalise(text)
    kept = {original_offset(shadow, i) for i in range(len(shadow.text))}
    left_out = {c for i, c in enumerate(text) if i not in kept}
    assert left_out <= set(" \t\u3000\u00a0\u200b\ufeff\n（）()-—3āáǎàēéěèīíǐìōóǒòūúǔùabcdefghijklmnopqrstuvwxyz")


@pytest.mark.parametrize(
    ("text", "shadow"),
    [
        ("青禾鎮人民政府關於法治政府建設情況的報告", "青禾镇人民政府关于法治政府建设情况的报告"),
        ("２０２４年开展ＡＢ类检查", "2024年开展AB类检查"),
        ("(一)规范执法,加强监督:", "（一）规范执法，加强监督："),
        ("2024 年 2 月 8 日", "2024年2月8日"),
        ("全年 12 场", "全年12场"),
        ("　　2024年，青禾镇", "2024年，青禾镇"),
        ("法治\u200b政府\ufeff建设", "法治政府建设"),
        ("关 于 法 治 政 府 建 设", "关于法治政府建设"),
        ("  报    告  ", "报告"),
        ("2 0 2 5 年 1 月 1 6 日", "2025年1月16日"),
        ("2 0 2 5年1月16日", "2025年1月16日"),
        ("二、2025 年 1 2 月 3 1 日", "二、2025年12月31日"),
        ("2 0 2 3 年 法 治 政 府 建 设 情 况 报 告", "2023年法治政府建设情况报告"),
        ("1 9 9 8 年 度", "1998年度"),
        ("1 2 3 4", "1 2 3 4"),
        ("3 2 0 2 4 年", "3 2 0 2 4年"),
        ("检查 2 0 2 5 件", "检查2 0 2 5件"),
        ("案件 4 6 日 1 2 月", "案件4 6日1 2月"),
        ("1 主要工作", "1 主要工作"),
        ("规范执法.\n加强监督", "规范执法。\n加强监督"),
        ("陽(yáng)新(xīn)經(jīng)濟(jì)發(fā)展", "阳新经济发展"),
    ],
)
def test_shadow(text: str, shadow: str) -> None:
    assert normalise(text).text == shadow


def test_empty_text() -> None:
    assert normalise("") == Shadow("")


def test_ascii_marker_stop_stays() -> None:
    assert normalise("一.规范执法").text == "一.规范执法"
    assert normalise("1.规范执法").text == "1.规范执法"


def test_wide_gap_between_two_names_stays() -> None:
    assert " " in normalise("中共青禾镇委员会    青禾镇人民政府").text


def test_readings_are_noted_where_the_first_one_was() -> None:
    text = "云川縣陽(yáng)新(xīn)經(jīng)濟(jì)开发区"
    shadow = normalise(text)
    assert shadow.text == "云川县阳新经济开发区"
    assert shadow.text[shadow.annotated] == "阳"


def test_a_stray_toned_letter_is_no_reading() -> None:
    shadow = normalise("咖啡馆（café）开业")
    assert shadow.annotated == -1
    assert shadow.text == "咖啡馆（café）开业"


def test_span_covers_what_was_left_out_inside_it() -> None:
    text = "陽(yáng)新(xīn)經(jīng)濟(jì)开发区"
    shadow = normalise(text)
    start, end = original_span(shadow, (0, 4))
    assert text[start:end].startswith("陽(yáng)新")
    assert text[start:end].endswith("濟")


def test_date_set_wide_is_quoted_whole() -> None:
    text = "云川县水利局\n2 0 2 5 年 1 月 1 6 日"
    shadow = normalise(text)
    at = shadow.text.index("2025")
    start, end = original_span(shadow, (at, at + len("2025年1月16日")))
    assert text[start:end] == "2 0 2 5 年 1 月 1 6 日"


def test_empty_span_is_empty() -> None:
    shadow = normalise("全年 12 场")
    start, end = original_span(shadow, (2, 2))
    assert start == end


def test_wrapped_sentence_is_one_line_and_located_in_both() -> None:
    text = (
        "全年开展联合检查四十六次办理案件一十二件案卷评查全部合格执法人员一十八人全部持证上岗配\n备执法记录仪二十台。"
    )
    shadow = normalise(text)
    assert "上岗配备执法记录仪" in shadow.text
    at = shadow.text.index("配备")
    start, end = original_span(shadow, (at, at + 2))
    assert text[start:end] == "配\n备"


def test_watermarks_of_a_document_mill_are_left_out() -> None:
    mark = "文库之家—每日更新www.wenku-zhijia.example"
    text = (
        f"{mark}云川县人民政府关于2024年度法治政府建设情况的报告\n一、落实第一{mark}责任人职责\n见www.other.example。\n"
    )
    shadow = normalise(text)
    assert shadow.text.startswith("云川县人民政府关于2024年度")
    assert "落实第一责任人职责" in shadow.text
    assert "www.other.example" in shadow.text
    at = shadow.text.index("责任人职责")
    assert text[original_offset(shadow, at)] == "责"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("法冶政府建设", "法治政府建设"),
        ("依法冶乡，冶理有效", "依法治乡，治理有效"),
        ("民族自冶县政冶建设", "民族自治县政治建设"),
        ("推广湿法冶金和新方法冶炼", "推广湿法冶金和新方法冶炼"),
        ("履行第—责任人职责", "履行第一责任人职责"),
        ("第-批，第－季度", "第一批，第一季度"),
        ("《民法典》第1—3条", "《民法典》第1—3条"),
        ("2O23年度，2O2O年，202l年", "2023年度，2020年，2021年"),
        ("型号H2O20，编号2OAB", "型号H2O20，编号2OAB"),
        ("2O24年l月l9日", "2O24年l月l9日"),  # the reader of dates tells that it is damaged
    ],
)
def test_signs_that_a_machine_misread(written: str, read: str) -> None:
    shadow = normalise(written)
    assert shadow.text == read
    assert [i for i, sign in enumerate(written) if sign != read[i]] == list(shadow.misread)


def test_where_misread_signs_stand_when_something_before_them_was_left_out() -> None:
    shadow = normalise("　　县里推进法冶政\n府建设，202O年\n")
    assert [shadow.text[i - 1 : i + 1] for i in shadow.misread] == ["法治", "20"]

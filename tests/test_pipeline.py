"""validator.pipeline: the whole journey, and the Python interface."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import validator
from tests.support import ACHIEVEMENTS, CAUSES, DATE, FIRST, OPENING, PLAN, REPORT, SIGNATURE, TITLE, pack, report
from validator.errors import UsageError
from validator.model.result import Assessment
from validator.pipeline import MAX_CHARACTERS, check, load_pack

FRAGMENTS = st.sampled_from(
    [
        *(
            TITLE,
            OPENING,
            ACHIEVEMENTS,
            CAUSES,
            FIRST,
            PLAN,
            SIGNATURE,
            DATE,
            "\n",
            "一、",
            "（二）",
            "三、",
            "1.",
            "）",
        ),
        *(
            "存在的不足和原因",
            "下一步打算",
            "以下三项工作：一是甲；二是乙。",
            "202528日",
            "2025年×月×日",
            "陽(yáng)",
            "\ufffd",
        ),
        *(
            "13800138000",
            "信访人郑大成，",
            "“",
            "（",
            "云川县人民政府：",
            "附件",
            "发布日期：2025-03-01",
            "  ",
            "{",
            "\x00",
            "\u202e",
        ),
    ]
)


def test_public_interface() -> None:
    assert validator.check is check
    assert validator.load_pack is load_pack
    assert validator.__version__
    with pytest.raises(AttributeError, match="nothing"):
        validator.nothing  # noqa: B018


def test_complete_report() -> None:
    assessment = check(REPORT.encode(), name="青禾镇.txt")
    assert (assessment.path, assessment.format, assessment.status) == ("青禾镇.txt", "txt", "assessed")
    assert assessment.characters == len(REPORT)
    assert (assessment.verdict, assessment.reason) == ("complete", None)


def test_pack_by_id_or_loaded() -> None:
    assert check(REPORT.encode(), pack="fazhi-zhengfu") == check(REPORT.encode(), pack=pack())


def test_unknown_pack() -> None:
    with pytest.raises(UsageError, match="没有这个规则包"):
        check(REPORT.encode(), pack="fazhi-zhenfu")


def test_not_this_report() -> None:
    assessment = check("云川县水利局防汛预案\n一、职责\n局长负总责。\n".encode())
    assert assessment.status == "not_this_report"
    assert assessment.reason is not None
    assert (assessment.score, assessment.verdict, assessment.results) == (None, None, ())


@pytest.mark.parametrize("data", [b"", b"  \n\t\n", "　　\n".encode(), b"\xef\xbb\xbf"])
def test_empty(data: bytes) -> None:
    assessment = check(data)
    assert assessment.status == "unreadable"
    assert assessment.reason is not None
    assert "空的" in assessment.reason.zh
    assert "empty" in assessment.reason.en


def test_unreadable_is_a_value() -> None:
    assessment = check(b"%PDF-1.7", name="a.txt")
    assert (assessment.status, assessment.path) == ("unreadable", "a.txt")
    assert assessment.reason is not None
    assert "PDF" in assessment.reason.zh


def test_too_long() -> None:
    assessment = check(("法" * (MAX_CHARACTERS + 1)).encode())
    assert assessment.status == "unreadable"
    assert assessment.reason is not None
    assert "200 万字" in assessment.reason.zh


def test_same_bytes_same_assessment() -> None:
    assert check(report("causes").encode()) == check(report("causes").encode())


@pytest.mark.parametrize(
    "changed",
    [
        REPORT.replace("\n", "\r\n"),
        "\ufeff" + REPORT,
        REPORT.replace("\n", "\n　　"),
        REPORT.replace("\n", "\n\n"),
        REPORT.replace("，", ","),
        REPORT.replace("（", "(").replace("）", ")"),
        REPORT.replace("2024年", "2024 年 ").replace("2025年", "2025 年"),
        REPORT.translate({ord("0") + i: ord("０") + i for i in range(10)}),
    ],
    ids=["crlf", "bom", "indent", "blank lines", "commas", "brackets", "spaces", "full width"],
)
def test_dress_does_not_matter(changed: str) -> None:
    plain, dressed = check(REPORT.encode()), check(changed.encode())
    assert [(r.rule, r.outcome, r.credit) for r in dressed.results] == [
        (r.rule, r.outcome, r.credit) for r in plain.results
    ]
    assert dressed.facts.unit == plain.facts.unit


@settings(max_examples=80)
@given(st.lists(FRAGMENTS, max_size=25).map("".join) | st.text(max_size=200))
def test_any_text_is_assessed(text: str) -> None:
    assessment = check(text.encode("utf-8", "surrogatepass"))
    assert isinstance(assessment, Assessment)
    assert assessment.status in ("assessed", "not_this_report", "unreadable")
    assert (assessment.reason is None) == (assessment.status == "assessed")
    assert not any(r.outcome == "error" for r in assessment.results)


@settings(max_examples=60)
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a", "a.docx", ".txt", ""]))
def test_any_bytes_are_assessed(data: bytes, name: str) -> None:
    assert isinstance(check(data, name), Assessment)


@settings(max_examples=30)
@given(st.data())
def test_a_report_with_any_piece_cut_out_is_assessed(data: st.DataObject) -> None:
    raw = REPORT.encode("gb18030")
    a = data.draw(st.integers(0, len(raw)))
    b = data.draw(st.integers(a, len(raw)))
    assert isinstance(check(raw[:a] + raw[b:]), Assessment)

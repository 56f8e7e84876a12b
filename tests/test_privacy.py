"""validator.privacy: nothing of the reports' own words is left."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.support import report, run_of
from validator import check
from validator.privacy import without_quotes
from validator.renderers import RENDERERS, Options, render

WORDS = "绝密词语"
TEXT = (
    report("causes")
    .replace("案卷质量不高", f"案卷质量不高{WORDS}")
    .replace("46次", f"XX次{WORDS}")
    .replace("一、主要举措和成效", f"一、主要举措和成效{WORDS}")
    .replace("2025年工作安排", f"2023年工作安排{WORDS}")
)


@pytest.mark.parametrize("name", RENDERERS)
def test_no_format_quotes(name: str) -> None:
    run = run_of([check(TEXT.encode(), "a.txt")])
    assert WORDS.encode() in render("json", run, Options())
    assert WORDS.encode() not in render(name, without_quotes(run), Options())


def test_verdicts_and_places_stay() -> None:
    before = check(TEXT.encode(), "a.txt")
    (after,) = without_quotes(run_of([before])).assessments
    assert [(r.rule, r.outcome, [e.line for e in r.evidence]) for r in after.results] == [
        (r.rule, r.outcome, [e.line for e in r.evidence]) for r in before.results
    ]
    assert (after.score, after.verdict, after.missing) == (before.score, before.verdict, before.missing)


NAMED = {
    "信访人赵铁柱积案": ("赵铁柱",),
    "村民赵铁柱与孙二河的宅基地纠纷": ("赵铁柱", "孙二河"),
    "赵铁柱与孙二河宅基地纠纷": ("赵铁柱", "孙二河"),
    "赵铁柱诉镇政府行政处罚案": ("赵铁柱",),
    "信访人岩温罕因橡胶林被征占反映的问题": ("岩温罕",),
    "信访人买买提·艾山反映的问题": ("买买提·艾山", "艾山"),
    "患者沙马日呷妥善救治": ("沙马日呷",),
}


def unpacked(output: bytes) -> str:
    if not output.startswith(b"PK"):
        return output.decode()
    with ZipFile(BytesIO(output)) as book:
        return "".join(book.read(part).decode() for part in book.namelist())


@pytest.mark.parametrize("sentence", NAMED)
@pytest.mark.parametrize("name", RENDERERS)
def test_no_format_prints_the_name_of_a_petitioner(name: str, sentence: str) -> None:
    text = report("first").replace(
        "案卷质量不高", f"镇长履行推进法治建设第一责任人职责，包案化解{sentence}，案卷质量不高"
    )
    run = run_of([check(text.encode(), "a.txt")])
    printed = unpacked(render(name, run, Options()))
    assert f"{NAMED[sentence][0][0]}*" in printed.replace("&#42;", "*")
    assert [secret for secret in NAMED[sentence] if secret in printed] == []

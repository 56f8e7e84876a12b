"""validator.readers.ocr: recognised texts as lines, and, where recognition is installed, a scan from end to end."""

from __future__ import annotations

import pytest

from tests.readers import printed as make
from tests.support import REPORT, outcomes
from validator.pipeline import assess, load_pack
from validator.readers import ocr
from validator.readers.ocr import Box, arranged
from validator.readers.pages import paging
from validator.readers.pdf import read

PARAGRAPHS = [line for line in REPORT.split("\n") if line]


def _box(text: str, left: float, top: float, em: float = 40.0) -> Box:
    """Return what a detector sees of a text: its ink, a little more or less than its squares."""
    width = sum(em if c > "\u2e7f" else em / 2 for c in text)
    begin = left + (em / 2 if text[0] in "（“《" else 0.0)
    end = left + width - (em / 2 if text[-1] in "，。、；：" else 0.0)
    return Box(text, begin - 2, top - 3, end + 2, top + em + 3)


def test_lines_from_top_to_bottom() -> None:
    boxes = [_box("第二行的文字内容在这里", 100, 160), _box("第一行的文字内容在这里", 100, 100)]
    assert [line.text for line in arranged(boxes)] == ["第一行的文字内容在这里", "第二行的文字内容在这里"]


def test_texts_side_by_side_are_one_line() -> None:
    (line,) = arranged([_box("云川县青禾镇人民政府", 100, 100), _box("2025年2月18日", 900, 104)])
    assert line.text == "云川县青禾镇人民政府  2025年2月18日"
    assert line.cells


def test_ends_of_lines_are_those_of_the_squares() -> None:
    (line,) = arranged([_box("（一）规范行政执法，化解矛盾纠纷。", 100, 100)])
    assert line.left == pytest.approx(100, abs=4)
    assert line.right == pytest.approx(100 + 17 * 40, abs=4)
    assert line.em == pytest.approx(40, rel=0.05)


def test_larger_letters_keep_their_size() -> None:
    title = _box("云川县青禾镇人民政府", 200, 20, 60.0)
    body = [_box("全年开展联合检查四十六次办理案件", 100, 120 + 60 * i) for i in range(4)]
    found = arranged([title, *body])
    assert found[0].em == pytest.approx(60, rel=0.05)
    assert {round(line.em) for line in found[1:]} == {round(found[1].em)}


def test_nothing_recognised() -> None:
    assert arranged([]) == []
    assert arranged([Box(" ", 0, 0, 9, 9)]) == []


def test_available_asks_for_models(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "find_spec", {}.get)
    assert not ocr.available()


@pytest.mark.skipif(not ocr.available(), reason='text recognition is not installed: pip install "chaque[ocr]"')
def test_a_scan_has_the_verdicts_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "MAX_SECONDS", 300.0)
    data = make.scanned(make.printed(*PARAGRAPHS))
    found = read(data, "a.pdf")
    assert {b.review for b in found.blocks if b.end > b.start} == {"ocr"}
    assert found.notes[0].zh == "第1页是扫描图片，文字由识别得到，可能有错，请对照原件核对。"
    assert {r.rule: r.outcome for r in assess(found, load_pack()).results} == outcomes(REPORT)

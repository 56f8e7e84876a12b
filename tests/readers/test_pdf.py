"""validator.readers.pdf: reports as PDF, by several programs and in every state that offices send."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.readers import printed as make
from tests.support import REPORT, chinese, outcomes
from validator.errors import ReadError
from validator.pipeline import assess, load_pack
from validator.readers import ocr, pdf
from validator.readers.pages import paging
from validator.readers.pdf import read

PARAGRAPHS = [line for line in REPORT.split("\n") if line]
# Several pages on which no two lines are alike.
LONG = [line.replace("青禾", place) for place in ("青禾", "石渠", "松澜") for line in PARAGRAPHS[2:-2]]
LONG = [f"{line}（{chinese(i)}）" if line[-1] != "。" else line for i, line in enumerate(LONG)]
LABELLED = Path(__file__).parent.parent.parent / "fixtures" / "labelled"


@pytest.fixture(autouse=True)
def _without_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "find_spec", {}.get)


RECOGNISER = """
class Found(list):
    def tolist(self): return self

class RapidOCR:
    def __init__(self, params): pass
    def __call__(self, picture):
        self.txts = {texts}
        self.boxes = Found([[10, 60 * i], [300, 60 * i], [300, 60 * i + 40], [10, 60 * i + 40]] for i in range({count}))
        return self
"""


@pytest.fixture
def recogniser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Put a package in the place of RapidOCR that finds the texts it is told to."""
    monkeypatch.setattr(ocr, "find_spec", find_spec)
    monkeypatch.setattr(pypdfium2.PdfBitmap, "to_numpy", bool)  # without numpy; the recogniser does not look
    for name in ("rapidocr", "onnxruntime"):
        monkeypatch.delitem(sys.modules, name, raising=False)

    def install(*texts: str) -> None:
        for name in ("rapidocr/models", "onnxruntime"):
            (tmp_path / name).mkdir(parents=True)
        (tmp_path / "rapidocr" / "__init__.py").write_text(RECOGNISER.format(texts=list(texts), count=len(texts)))
        (tmp_path / "rapidocr" / "models" / "rec.onnx").touch()
        (tmp_path / "onnxruntime" / "__init__.py").touch()
        monkeypatch.syspath_prepend(tmp_path)

    ocr._engine.cache_clear()
    yield install
    ocr._engine.cache_clear()
    for name in ("rapidocr", "onnxruntime"):
        sys.modules.pop(name, None)


def lines(data: bytes) -> list[str]:
    return [text for text in read(data, "a.pdf").text.split("\n") if text]


def verdicts(data: bytes) -> dict[str, str]:
    return {r.rule: r.outcome for r in assess(read(data, "a.pdf"), load_pack()).results}


@pytest.mark.parametrize("indent", [2 * make.SIZE, 0.0])
@pytest.mark.parametrize("gap", [0.0, 16.0])
def test_paragraphs_come_back(indent: float, gap: float) -> None:
    assert lines(make.printed(*LONG, indent=indent, gap=gap)) == LONG


def test_verdicts_are_those_of_the_text() -> None:
    assert verdicts(make.printed(*PARAGRAPHS)) == outcomes(REPORT)


def test_document_and_places() -> None:
    data = make.printed(*PARAGRAPHS[:2], *LONG, draw=make.put(280, 790, "— {n} —"))
    found = read(data, "a.pdf")
    assert (found.name, found.format, found.sha256) == ("a.pdf", "pdf", sha256(data).hexdigest())
    assert found.apart == ("— 1 —", "— 2 —", "— 3 —")
    assert (found.notes, found.unread) == ((), ())
    places = [(b.page, b.line) for b in found.blocks if b.end > b.start]
    counts = [sum(page == number for page, _ in places) for number in (1, 2, 3)]
    assert places == [(number, i + 1) for number in (1, 2, 3) for i in range(counts[number - 1])]
    evidence = {r.rule: r.evidence for r in assess(found, load_pack()).results}["title"][0]
    assert (evidence.page, evidence.line) == (1, 1)


def test_running_head() -> None:
    head = make.put(200, 50, "云川县法治政府建设年度报告", 10)
    found = read(make.printed(*LONG, draw=make.both(head, make.put(290, 800, "{n}", 10))), "a.pdf")
    assert found.apart == ("云川县法治政府建设年度报告", "1", "2", "3")
    assert [text for text in found.text.split("\n") if text] == LONG


def test_title_over_two_lines_and_signature() -> None:
    title = [(180.0, 60.0, "云川县青禾镇人民政府"), (110.0, 90.0, "关于2024年度法治政府建设情况的报告")]
    body = make.set_lines(PARAGRAPHS[2:-2])[0]
    end = body[-1][1] + 60
    found = lines(make.pdf([[*title, *body, (360.0, end, PARAGRAPHS[-2]), (385.0, end + 28, PARAGRAPHS[-1])]]))
    assert found == PARAGRAPHS


def test_name_and_date_on_one_line_stay_apart() -> None:
    assert lines(make.pdf([[(100, 100, "云川县青禾镇人民政府"), (400, 100, "2025年2月18日")]])) == [
        "云川县青禾镇人民政府  2025年2月18日"
    ]


def _turned(degrees: int) -> bytes:
    """Return the report drawn sideways on upright pages."""

    def draw(paper: Any, i: int) -> None:
        paper.translate(make.WIDTH / 2, make.HEIGHT / 2)
        paper.rotate(degrees)
        paper.translate(-make.WIDTH / 2, -make.HEIGHT / 2)
        paper.setFont(make.FONT, make.SIZE)
        for x, y, text in make.set_lines(PARAGRAPHS)[0]:
            paper.drawString(x, make.HEIGHT - y, text)

    return make.pdf([[]], draw=draw)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_turned_pages(degrees: int) -> None:
    assert lines(make.turned(make.printed(*PARAGRAPHS), degrees)) == PARAGRAPHS
    assert lines(_turned(degrees)) == PARAGRAPHS


def test_vertical_writing() -> None:
    def draw(paper: Any, i: int) -> None:
        paper.setFont(make.FONT, make.SIZE)
        for k, text in enumerate(["云川县青禾镇人民政府", "法治政府建设情况的报告"]):
            for n, sign in enumerate(text):
                paper.drawString(500 - 30 * k, 700 - make.SIZE * n, sign)

    assert lines(make.pdf([[]], draw=draw)) == ["云川县青禾镇人民政府", "法治政府建设情况的报告"]


def test_a_watermark_across_the_page_stands_apart() -> None:
    def draw(paper: Any, i: int) -> None:
        paper.setFont(make.FONT, 40)
        paper.translate(150, 300)
        paper.rotate(math.degrees(0.8))
        paper.drawString(0, 0, "内部资料请勿外传")

    found = read(make.printed(*PARAGRAPHS, draw=draw), "a.pdf")
    assert found.apart == ("内部资料请勿外传",)
    assert [text for text in found.text.split("\n") if text] == PARAGRAPHS


def test_spaces_between_latin_words() -> None:
    assert lines(make.pdf([[(make.LEFT, 100, "The annual report on law-based government.")]])) == [
        "The annual report on law-based government."
    ]


@pytest.mark.parametrize("size", [0.0001, 5000.0])
@pytest.mark.parametrize("scale", [1.0, 0.0001, 1e9])
def test_letters_of_any_size(size: float, scale: float) -> None:
    def draw(paper: Any, i: int) -> None:
        paper.scale(scale, scale)
        paper.setFont(make.FONT, size)
        paper.drawString(1, 1, "法治政府 2024")

    assert "报告如下。" in read(make.pdf([[(make.LEFT, make.TOP, "报告如下。")]], draw=draw), "a.pdf").text


def test_password() -> None:
    with pytest.raises(ReadError) as raised:
        read(make.printed(*PARAGRAPHS, encrypt=("secret", "owner")), "a.pdf")
    assert raised.value.what.zh == "PDF 有密码，打不开"
    assert raised.value.hint.zh == "请去掉密码后再检查"


def test_password_of_the_owner_only() -> None:
    assert lines(make.printed(*PARAGRAPHS, encrypt=("", "owner"))) == PARAGRAPHS


def test_a_password_before_does_not_make_a_broken_file_locked() -> None:
    with pytest.raises(ReadError):
        read(make.printed(*PARAGRAPHS, encrypt=("secret", "owner")), "a.pdf")
    with pytest.raises(ReadError) as raised:
        read(make.raw("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"), "a.pdf")
    assert "密码" not in raised.value.what.zh


LOOP = make.raw(
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>",
    "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1000000 >>",
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n",
        b"%PDF-1.4\nnothing of the kind",
        make.printed(*PARAGRAPHS)[:3000],
        make.printed(*PARAGRAPHS)[:-300],
        LOOP,
    ],
    ids=["empty", "head", "text", "half", "cut", "loop"],
)
def test_broken(data: bytes) -> None:
    with pytest.raises(ReadError) as raised:
        read(data, "a.pdf")
    assert "打不开" in raised.value.what.zh
    assert raised.value.hint.zh


def test_a_page_that_is_its_own_parent() -> None:
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"
    data = make.raw("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>", page)
    with pytest.raises(ReadError) as raised:
        read(data, "a.pdf")
    assert raised.value.what.zh == "每一页都已损坏，打不开"


@pytest.mark.parametrize("junk", range(0, 4000, 271))
def test_damage_anywhere_is_a_document_or_a_read_error(junk: int) -> None:
    data = bytearray(make.printed(*PARAGRAPHS))
    data[junk : junk + 40] = b"\x00\xff<<>>[/" * 5
    try:
        read(bytes(data), "a.pdf")
    except ReadError as error:
        assert error.what.zh


def test_more_pages_than_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "MAX_PAGES", 2)
    pages = [[(make.LEFT, make.TOP, text)] for text in ("甲方面的工作。", "乙方面的任务。", "丙", "丁")]
    found = read(make.pdf(pages), "a.pdf")
    assert found.text == "甲方面的工作。\n乙方面的任务。"
    assert found.unread[0].zh == "第3—4页没有读：页数太多"


def test_a_page_with_more_text_than_any_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_CHARACTERS", 100)
    found = read(make.pdf([[(make.LEFT, make.TOP, "报告如下。")], *make.set_lines(PARAGRAPHS)]), "a.pdf")
    assert found.unread[0].zh == "第2页的文字太多，没有读"


def test_scan() -> None:
    with pytest.raises(ReadError) as raised:
        read(make.scanned(make.printed(*PARAGRAPHS)), "a.pdf")
    assert raised.value.what.zh == "这是扫描件，里面只有图片，没有文字"
    assert raised.value.hint.zh == '请发原来的 Word 或 PDF；或安装识别组件：pip install "chaque[ocr]"'


def _picture(*indexes: int, text: str = "") -> make.Draw:
    from PIL import Image

    def draw(paper: Any, i: int) -> None:
        if i in indexes:
            paper.drawInlineImage(Image.new("L", (60, 90), 128), 0, 0, make.WIDTH, make.HEIGHT)
            make.put(200, 820, text)(paper, i)

    return draw


def test_scanned_pages_among_others() -> None:
    pages = [*make.set_lines(PARAGRAPHS), [], [], []]
    found = read(make.pdf(pages, draw=_picture(1, 2, text="扫描全能王 创建")), "a.pdf")
    assert [w.zh for w in found.unread] == ["第2—3页是扫描图片，没有文字"]
    assert [text for text in found.text.split("\n") if text] == PARAGRAPHS


def test_a_scan_with_a_text_layer_is_read() -> None:
    def draw(paper: Any, i: int) -> None:
        _picture(0)(paper, i)
        words = paper.beginText()
        words.setFont(make.FONT, make.SIZE)
        words.setTextRenderMode(3)
        for x, y, text in make.set_lines(PARAGRAPHS)[0]:
            words.setTextOrigin(x, make.HEIGHT - y)
            words.textOut(text)
        paper.drawText(words)

    assert lines(make.pdf([[]], draw=draw)) == PARAGRAPHS


def test_blank_pages_are_an_empty_document() -> None:
    assert read(make.pdf([[], []]), "a.pdf").text == ""


def test_fonts_without_codes(tmp_path: Path) -> None:
    data = (LABELLED.parent / "reports" / "town-complete" / "report.pdf").read_bytes()
    blind = data.replace(b"/ToUnicode", b"/NoUnicode")
    if blind == data:
        pytest.skip("the sample's fonts are packed")
    with pytest.raises(ReadError) as raised:
        read(blind, "a.pdf")
    assert raised.value.what.zh == "字体没有文字编码，读不出文字"


def test_recognised_pages_are_told(recogniser: Callable[..., None]) -> None:
    recogniser("全年检查46次。", "办案12件。")
    pages = [*make.set_lines(PARAGRAPHS), [], []]
    found = read(make.pdf(pages, draw=_picture(1, 2)), "a.pdf")
    assert found.notes[0].zh == "第2—3页是扫描图片，文字由识别得到，可能有错，请对照原件核对。"
    assert found.unread == ()
    assert {b.review for b in found.blocks if b.page in (2, 3)} == {"ocr"}
    assert {b.review for b in found.blocks if b.page == 1} == {None}
    assert "办案12件。" in found.text


def test_a_picture_in_which_nothing_is_found(recogniser: Callable[..., None]) -> None:
    recogniser()
    found = read(make.pdf([*make.set_lines(PARAGRAPHS), []], draw=_picture(1)), "a.pdf")
    assert found.unread[0].zh == "第2页是图片，没有识别出文字"


@pytest.mark.parametrize("name", ["valid", "traps"])
def test_labelled_reports_have_the_same_verdicts_on_paper(name: str) -> None:
    pack = load_pack()
    from validator.readers.text import read as read_text

    for path in sorted((LABELLED / name).glob("*.txt"))[:6]:
        text = read_text(path.read_bytes(), path.name)
        if text.text.startswith("#"):
            continue  # markdown says more than paper can
        data = make.printed(*[line.strip(" \u3000") for line in text.text.split("\n") if line.strip(" \u3000")])
        want, got = assess(text, pack), assess(read(data, path.name), pack)
        assert got.status == want.status, path.name
        assert [(r.rule, r.outcome) for r in got.results] == [(r.rule, r.outcome) for r in want.results], path.name

"""Hostile files: each ends in time, within bounds, with a named reason, and the others in the folder are not lost."""

from __future__ import annotations

import io
import random
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.formats import SAMPLES, as_docx
from tests.support import REPORT, pack, run
from validator.batch import assess_files
from validator.model.result import Assessment
from validator.readers import BY_ENDING, FORMATS
from validator.sources import Source

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ONE = "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"


def word(document: str, *more: tuple[str, bytes]) -> bytes:
    """Return a Word package with this main part and more parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", CONTENT_TYPES)
        made.writestr("_rels/.rels", RELS)
        made.writestr("word/document.xml", document)
        for name, data in more:
            made.writestr(name, data)
    return buffer.getvalue()


def body(inner: str, before: str = "") -> str:
    return f'<?xml version="1.0"?>{before}<w:document {W}><w:body>{inner}</w:body></w:document>'


def bomb(forged: bool) -> bytes:
    data = word(body(ONE + " " * 300_000_000))
    size = struct.pack("<I", len(body(ONE).encode()) + 300_000_000)
    return data.replace(size, struct.pack("<I", 5000)) if forged else data


def looped_pdf() -> bytes:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1000000/Kids[3 0 R]>>",
        b"<</Type/Pages/Parent 2 0 R/Count 1000000/Kids[2 0 R 3 0 R]>>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for i, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (i, content)
    table = b"".join(b"%010d 00000 n \n" % p for p in places)
    start = len(out)
    return (
        out
        + b"xref\n0 4\n0000000000 65535 f \n"
        + table
        + b"trailer<</Root 1 0 R/Size 4>>\nstartxref\n%d\n%%%%EOF" % start
    )


def nested() -> bytes:
    inner = word(body(ONE))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("a.zip", inner)
    return buffer.getvalue()


ENTITIES = '<!DOCTYPE x [<!ENTITY a "甲甲甲甲甲甲甲甲甲甲"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
HOSTILE: dict[str, Callable[[], bytes]] = {
    "bomb.docx": lambda: bomb(False),
    "forged.docx": lambda: bomb(True),
    "entities.docx": lambda: word(body("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", ENTITIES)),
    "outside.docx": lambda: word(body("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", OUTSIDE)),
    "million.docx": lambda: word(body(ONE * 1_000_000)),
    "deep.docx": lambda: word(body("<w:sdt><w:sdtContent>" * 5000 + ONE + "</w:sdtContent></w:sdt>" * 5000)),
    "entries.docx": lambda: word(body(ONE), *((f"word/m{i}.xml", b"") for i in range(3000))),
    "nested.zip": nested,
    "loop.pdf": looped_pdf,
    "line.html": lambda: ("<html><body><p>" + "甲乙丙丁<b>戊</b>，" * 700_000 + "</p></body></html>").encode(),
    "tags.html": lambda: ("<div>" * 400_000 + "甲").encode(),
    "open.html": lambda: ("<a " * 400_000 + "<!--" * 100_000).encode(),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Assessment, float]]:
    """Check every hostile file among good ones; return the assessment and the seconds that passed until it came."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "good.txt").write_text(REPORT, "utf-8")
    (folder / "good.docx").write_bytes(as_docx(REPORT))
    for name, make in HOSTILE.items():
        (folder / name).write_bytes(make())
    names = ["good.txt", *HOSTILE, "good.docx"]
    from validator.sources import sources_of

    sources = [s for n in names for s in sources_of(str(folder / n))]
    results = {}
    at = time.monotonic()
    for source, assessment in zip(sources, assess_files(sources, pack(), 2), strict=True):
        results[Path(source.path).name] = (assessment, time.monotonic() - at)
        at = time.monotonic()
    return results


@pytest.mark.parametrize("name", HOSTILE)
def test_ends_with_a_reason(found: dict[str, tuple[Assessment, float]], name: str) -> None:
    assessment, seconds = found[name]
    assert assessment.status in ("unreadable", "not_this_report"), name
    assert assessment.reason
    assert len(assessment.reason.zh) > 8
    assert assessment.reason.en
    assert "程序内部出错" not in assessment.reason.zh
    assert "意外退出" not in assessment.reason.zh
    assert seconds < 40


def test_nothing_else_is_lost(found: dict[str, tuple[Assessment, float]]) -> None:
    assert found["good.txt"][0].verdict == found["good.docx"][0].verdict == "complete"


def test_nothing_is_read_from_outside(found: dict[str, tuple[Assessment, float]]) -> None:
    assert "root:" not in repr(found)


def test_names_that_climb_out_are_only_names(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr("../../evil.txt", REPORT)
        made.writestr("/etc/passwd.txt", REPORT)
    done = run("check", str(tmp_path / "a.zip"), "--format", "json")
    assert (done.code, done.err) == (0, "")
    assert not (tmp_path.parent / "evil.txt").exists()


@pytest.mark.parametrize("size", [0, 1, 20, 3000, 100_000])
def test_random_bytes_with_every_ending(tmp_path: Path, size: int) -> None:
    dice = random.Random(size)  # noqa: S311  # the same bytes in every run
    endings = [e for e in BY_ENDING if BY_ENDING[e].module]
    for ending in endings:
        (tmp_path / f"a{ending}").write_bytes(dice.randbytes(size))
    sources = [Source(str(tmp_path / f"a{e}")) for e in endings]
    results = list(assess_files(sources, pack(), 2))
    for source, assessment in zip(sources, results, strict=True):
        assert assessment.status in ("unreadable", "not_this_report"), source.path
        assert assessment.reason
        assert "程序内部出错" not in assessment.reason.zh, (source.path, assessment.reason)


TRUNCATED = [f for f in SAMPLES.glob("town-complete/*") if FORMATS[BY_ENDING[f.suffix].name].module]


@pytest.mark.parametrize("file", TRUNCATED, ids=lambda p: p.name)
def test_files_cut_at_every_tenth(tmp_path: Path, file: Path) -> None:
    data = file.read_bytes()
    sources = []
    for tenth in range(1, 10):
        path = tmp_path / f"{tenth}{file.suffix}"
        path.write_bytes(data[: len(data) * tenth // 10])
        sources.append(Source(str(path)))
    for assessment in assess_files(sources, pack(), 2):
        assert assessment.status in ("unreadable", "not_this_report", "assessed")
        assert (assessment.reason is None) == (assessment.status == "assessed")
        assert not assessment.reason or "程序内部出错" not in assessment.reason.zh
        if file.suffix in (".docx", ".ofd"):
            assert assessment.status == "unreadable"

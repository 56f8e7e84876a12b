"""validator.office: old formats through LibreOffice; what it cannot do is told."""

from __future__ import annotations

import io
import stat
import time
import zipfile
from pathlib import Path

import pytest

from tests.support import REPORT, pack, report
from validator import office
from validator.batch import assess_files
from validator.errors import ReadError
from validator.office import conversions, converted, program
from validator.sources import Source

needs_office = pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")


def rtf(text: str) -> bytes:
    """Return *text* as RTF, every character as a Unicode escape."""
    lines = text.split("\n")
    escaped = ["".join(f"\\u{ord(c) if ord(c) < 32768 else ord(c) - 65536}?" for c in line) for line in lines]
    return ("{\\rtf1\\ansi\\uc1 " + "\\par\n".join(escaped) + "}").encode("ascii")


def fake(folder: Path, script: str) -> str:
    """Make a program that behaves as LibreOffice would not."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_without_libreoffice_one_line_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    with pytest.raises(ReadError) as raised:
        converted(b"x", "doc", "a.doc")
    assert "LibreOffice" in raised.value.what.zh
    assert "libreoffice-writer" in raised.value.hint.zh
    assert "libreoffice-writer" in raised.value.hint.en


@needs_office
def test_many_files_in_one_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    run = office._run
    monkeypatch.setattr(
        office, "_run", lambda found, folder, files, how: calls.append(len(files)) or run(found, folder, files, how)
    )
    paths = []
    for i in range(3):
        paths.append(tmp_path / f"{i}.rtf")
        paths[-1].write_bytes(rtf(report(*("causes",) * i)))
    found = list(assess_files([Source(str(p)) for p in paths], pack()))
    assert [(a.format, a.verdict) for a in found] == [("rtf", "complete"), ("rtf", "incomplete"), ("rtf", "incomplete")]
    assert calls == [3]


@needs_office
def test_a_file_that_it_refuses_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x07" * 9000 + "WordDocument".encode("utf-16-le")
    )
    (tmp_path / "b.rtf").write_bytes(rtf(REPORT))
    found = list(assess_files([Source(str(tmp_path / n)) for n in ("a.doc", "b.rtf")], pack()))
    assert [a.status for a in found] == ["unreadable", "assessed"]
    assert found[0].reason
    assert "LibreOffice 打不开" in found[0].reason.zh


@needs_office
def test_one_file_through_the_python_interface() -> None:
    word = converted(rtf(REPORT), "rtf", "a.rtf")
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(word)).namelist()


def test_a_program_that_hangs_is_ended_and_each_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = fake(tmp_path, "sleep 300")
    monkeypatch.setattr(office, "program", lambda: found)
    monkeypatch.setattr(office, "START_SECONDS", 0.5)
    monkeypatch.setattr(office, "SECONDS_PER_FILE", 0.1)
    started = time.monotonic()
    with conversions([("a.doc", "doc", b"x"), ("b.doc", "doc", b"y")]) as made:
        reasons = [made[name] for name in ("a.doc", "b.doc")]
    assert all(isinstance(r, ReadError) and "没有反应" in r.what.zh for r in reasons)
    assert time.monotonic() - started < 20


def test_a_program_that_does_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = fake(tmp_path, "exit 1")
    monkeypatch.setattr(office, "program", lambda: found)
    with conversions([("a.doc", "doc", b"x")]) as made:
        assert isinstance(made["a.doc"], ReadError)

"""validator.sources: folders and archives are opened; bytes are read within limits."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from pathlib import Path

import pytest

from tests.support import REPORT, pack, run, write
from validator.batch import assess_files
from validator.errors import ReadError
from validator.sources import MAX_MEMBERS, Source, bytes_of, files_under, head_of, name_of, sources_of


def archive(path: Path, members: dict[str, bytes]) -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return str(path)


def shut(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let nobody look into *folder*, whoever runs the tests."""
    look = os.scandir

    def refusing(path: str) -> object:
        if str(path) == str(folder) or os.path.abspath(path) == str(folder):
            raise PermissionError(13, "Permission denied", path)
        return look(path)

    monkeypatch.setattr(os, "scandir", refusing)


def names(path: str) -> list[str]:
    return [s.member for s in sources_of(path)]


def test_files_that_a_reader_knows_sorted_and_without_hidden_ones(tmp_path: Path) -> None:
    listed = ["b.txt", "a.TXT", "c.md", "sub/d.docx", "x.exe", ".hidden.txt", "~$draft.docx", ".git/e.txt", "noending"]
    write(tmp_path, dict.fromkeys(listed, "甲"))
    found = [os.path.relpath(f, tmp_path) for f in files_under(str(tmp_path))]
    assert found == ["a.TXT", "b.txt", "c.md", os.path.join("sub", "d.docx")]


def test_empty_folder(tmp_path: Path) -> None:
    assert files_under(str(tmp_path)) == []


def test_a_folder_that_cannot_be_entered_stands_for_what_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"a.txt": REPORT, "街道/b.txt": REPORT})
    shut(monkeypatch, tmp_path / "街道")
    closed, file = sources_of(str(tmp_path))
    assert (closed.path, closed.closed) == (str(tmp_path / "街道"), True) and not file.closed
    with pytest.raises(ReadError) as caught:
        bytes_of(closed)
    assert caught.value.what.zh == "文件夹打不开，里面的文件没有查（没有权限）"
    assert [a.status for a in assess_files([closed, file], pack())] == ["unreadable", "assessed"]


def test_a_file_that_nobody_may_look_at_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.txt": REPORT, "b.txt": REPORT})
    (tmp_path / "c.txt").symlink_to("none.txt")
    look = os.stat

    def refusing(path: str, **more: bool) -> os.stat_result:
        if str(path).endswith("b.txt"):
            raise PermissionError(13, "Permission denied", path)
        return look(path, **more)

    monkeypatch.setattr(os, "stat", refusing)
    assert [os.path.basename(file) for file in files_under(str(tmp_path))] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("kept", ["报告_files", "报告.files"])
def test_the_folder_beside_a_saved_page_belongs_to_it(tmp_path: Path, kept: str) -> None:
    write(tmp_path, {"报告.html": "甲", f"{kept}/frame.html": "乙", "其他_files/a.txt": "丙"})
    found = [os.path.relpath(f, tmp_path) for f in files_under(str(tmp_path))]
    assert found == ["报告.html", os.path.join("其他_files", "a.txt")]


def test_archives_that_cannot_be_opened_are_listed_and_told(tmp_path: Path) -> None:
    (tmp_path / "a.rar").write_bytes(b"Rar!\x1a\x07\x00")
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04 cut")
    found = list(assess_files(sources_of(str(tmp_path)), pack()))
    assert [a.status for a in found] == ["unreadable", "unreadable"]
    assert [a.reason.zh.split("。")[0] for a in found if a.reason] == [
        "这是 RAR 压缩包，打不开",
        "这是压缩包，不是一份报告；或者文件已损坏",
    ]


def test_members_are_reports(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"云川县/青禾镇.txt": REPORT.encode(), "b.txt": b"", "c.exe": b"x"})
    found = list(assess_files(sources_of(path), pack()))
    assert [(a.path, a.status) for a in found] == [
        (f"{path}/云川县/青禾镇.txt", "assessed"),
        (f"{path}/b.txt", "unreadable"),
    ]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_without_the_sign_of_utf_8(tmp_path: Path, encoding: str) -> None:
    raw = "青禾镇报告.txt".encode(encoding)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr("x" * len(raw) + ".txt", REPORT)
    data = (tmp_path / "a.zip").read_bytes().replace(b"x" * len(raw), raw)
    (tmp_path / "a.zip").write_bytes(data)
    assert names(str(tmp_path / "a.zip")) == ["青禾镇报告.txt.txt"]
    assert bytes_of(sources_of(str(tmp_path / "a.zip"))[0]) == REPORT.encode()


def test_rubbish_in_archives_is_left_out(tmp_path: Path) -> None:
    inside = ["__MACOSX/._a.txt", "sub/.b.txt", "~$c.docx", "d.txt"]
    assert names(archive(tmp_path / "a.zip", dict.fromkeys(inside, b"x"))) == ["d.txt"]


def refusal(path: str) -> str:
    with pytest.raises(ReadError) as raised:
        bytes_of(sources_of(path)[0])
    return raised.value.what.zh


def test_archive_in_an_archive(tmp_path: Path) -> None:
    assert "压缩包里的压缩包" in refusal(archive(tmp_path / "a.zip", {"b.zip": b"PK\x03\x04"}))


def test_archive_without_reports(tmp_path: Path) -> None:
    assert "没有可以检查的文件" in refusal(archive(tmp_path / "a.zip", {"b.exe": b"x"}))


def test_member_that_says_it_is_too_large(tmp_path: Path) -> None:
    assert "太大" in refusal(archive(tmp_path / "a.zip", {"b.txt": b"\x00" * 20_000_000}))


def test_member_that_hides_its_size(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    archive(path, {"b.txt": b"\x00" * 40_000_000})
    data = path.read_bytes()
    forged = data.replace(struct.pack("<I", 40_000_000), struct.pack("<I", 1000))
    path.write_bytes(forged)
    with pytest.raises(ReadError):
        bytes_of(sources_of(str(path))[0])


def test_encrypted_member(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    archive(path, {"b.txt": b"x"})
    data = bytearray(path.read_bytes())
    data[6] |= 1
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(bytes(data))
    assert "有密码" in refusal(str(path))


def test_archive_of_too_many(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {f"{i}.txt": b"" for i in range(MAX_MEMBERS + 1)})
    found = sources_of(path)
    assert len(found) == MAX_MEMBERS + 1
    assert found[-1].refused
    assert "其余没有查" in found[-1].refused.zh


def test_a_word_file_that_is_called_zip_is_one_source(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"})
    assert sources_of(path) == [Source(path)]


def test_heads(tmp_path: Path) -> None:
    (file,) = write(tmp_path, {"a.txt": "abcdef"})
    packed = archive(tmp_path / "a.zip", {"b.txt": b"uvwxyz"})
    assert head_of(Source(file), 3) == b"abc"
    assert head_of(sources_of(packed)[0], 3) == b"uvw"
    assert head_of(Source("-", data=b"12345"), 3) == b"123"
    assert head_of(Source(str(tmp_path / "nobody")), 3) == b""
    assert head_of(Source(str(tmp_path)), 3) == b""


def test_names_shown() -> None:
    assert name_of(Source("a.zip", "b/c.txt", 0)) == "a.zip/b/c.txt"
    assert name_of(Source(os.fsdecode(b"\xe4\xba.txt"))) == "\ufffd.txt"


def test_zip_in_a_folder_on_the_command_line(tmp_path: Path) -> None:
    archive(tmp_path / "报送.zip", {"甲.txt": REPORT.encode(), "乙.txt": REPORT.encode()})
    done = run("check", str(tmp_path), "--format", "json")
    assert (done.code, done.err) == (0, "")
    assert [r["source"]["path"] for r in done.json()["reports"]] == [
        f"{tmp_path}/报送.zip/甲.txt",
        f"{tmp_path}/报送.zip/乙.txt",
    ]


def test_broken_bytes_are_an_archive_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    archive(path, {"b.txt": REPORT.encode()})
    data = bytearray(path.read_bytes())
    data[60:90] = b"\xff" * 30
    path.write_bytes(bytes(data))
    with pytest.raises(ReadError) as raised:
        bytes_of(sources_of(str(path))[0])
    assert "压缩包打不开" in raised.value.what.zh
    assert io.BytesIO(bytes(data)).read(2) == b"PK"

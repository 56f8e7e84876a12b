import json
from pathlib import Path

import pytest

from validator.errors import UsageError
from validator.review import writing
from validator.review.writing import MANIFEST, written


def test_files_are_written_and_removed_when_they_are_not_made_any_more(tmp_path: Path) -> None:
    assert written({"a.txt": b"1", "letters/乙.docx": b"2"}, str(tmp_path)) == []
    assert written({"a.txt": b"3"}, str(tmp_path)) == []
    assert (tmp_path / "a.txt").read_bytes() == b"3" and not (tmp_path / "letters" / "乙.docx").exists()


def test_what_somebody_has_changed_is_put_aside_and_never_removed(tmp_path: Path) -> None:
    written({"review.xlsx": b"1", "letters/甲.docx": b"2"}, str(tmp_path))
    (tmp_path / "review.xlsx").write_bytes(b"decisions of a whole day")
    (tmp_path / "letters" / "甲.docx").write_bytes(b"kinder words")
    kept = written({"review.xlsx": b"4"}, str(tmp_path))
    assert [(k.path, Path(k.moved).read_bytes()) for k in kept] == [("review.xlsx", b"decisions of a whole day")]
    assert (tmp_path / "review.xlsx").read_bytes() == b"4"
    assert (tmp_path / "letters" / "甲.docx").read_bytes() == b"kinder words"


def test_a_file_of_somebody_else_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / "review.html").write_bytes(b"mine")
    assert len(written({"review.html": b"new"}, str(tmp_path))) == 1


def test_a_manifest_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    out, other = tmp_path / "out", tmp_path / "other.txt"
    out.mkdir()
    other.write_bytes(b"")
    digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    (out / MANIFEST).write_text(json.dumps({"../other.txt": digest, str(other): digest}))
    written({"a.txt": b"1"}, str(out))
    assert other.exists()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UsageError, match=r"写不了|读不了"):
        written({"a.txt": b"1"}, str(tmp_path / "file"))


def test_a_run_that_was_stopped_makes_no_file_somebody_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = {"a.txt": b"1", "b.txt": b"1", "c.txt": b"1"}
    assert written(old, str(tmp_path)) == []
    puts: list[str] = []

    def stops(path: str, data: bytes) -> None:
        puts.append(path)
        if path.endswith("b.txt"):
            raise KeyboardInterrupt
        put(path, data)

    put = writing._put
    monkeypatch.setattr(writing, "_put", stops)
    with pytest.raises(KeyboardInterrupt):
        written(dict.fromkeys(old, b"2"), str(tmp_path))
    monkeypatch.undo()
    assert [p.rpartition("/")[2] for p in puts] == [MANIFEST, "a.txt", "b.txt"]
    (tmp_path / "c.txt").write_bytes(b"mine")
    kept = written(dict.fromkeys(old, b"3"), str(tmp_path))
    assert [k.path for k in kept] == ["c.txt"]
    assert {(tmp_path / name).read_bytes() for name in old} == {b"3"}


def test_two_files_put_aside_at_one_moment_are_both_kept(tmp_path: Path) -> None:
    for words in (b"first", b"second", b"third"):
        (tmp_path / "a.txt").write_bytes(words)
        written({"a.txt": b"new"}, str(tmp_path))
    aside = [p for p in tmp_path.iterdir() if p.name.startswith("a-")]
    assert {p.read_bytes() for p in aside} == {b"first", b"second", b"third"}

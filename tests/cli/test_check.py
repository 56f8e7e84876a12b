"""validator.cli.check: files, folders, standard input, formats, gates, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support import PACK, REPORT, report, run, write, write_pack

OTHER = "云川县水利局防汛预案\n一、职责\n局长负总责。\n"


def test_complete_report(tmp_path: Path) -> None:
    done = run("check", *write(tmp_path, {"a.txt": REPORT}))
    assert (done.code, done.err) == (0, "")
    assert "结论：齐全" in done.out


def test_incomplete_report(tmp_path: Path) -> None:
    done = run("check", *write(tmp_path, {"a.txt": report("causes")}))
    assert (done.code, done.err) == (1, "")
    assert "不齐全" in done.out


def test_standard_input() -> None:
    done = run("check", "-", "--format", "json", stdin=REPORT.encode())
    assert done.code == 0
    assert done.json()["reports"][0]["source"]["path"] == "-"


def test_folder(tmp_path: Path) -> None:
    write(tmp_path, {"b.txt": REPORT, "a/c.md": report("date"), "x.docx.bak": "x"})
    done = run("check", str(tmp_path), "-f", "jsonl")
    assert done.code == 1
    paths = [json.loads(line)["source"]["path"] for line in done.out.splitlines()]
    assert sorted(Path(p).name for p in paths) == ["b.txt", "c.md"]


def test_same_file_twice_is_checked_once(tmp_path: Path) -> None:
    (path,) = write(tmp_path, {"a.txt": REPORT})
    assert run("check", path, path, "-f", "json").json()["summary"]["reports"] == 1


def test_output_file(tmp_path: Path) -> None:
    (path,) = write(tmp_path, {"a.txt": REPORT})
    done = run("check", path, "-f", "json", "-o", str(tmp_path / "out.json"))
    assert (done.code, done.out) == (0, "")
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["summary"]["complete"] == 1


def test_output_that_cannot_be_written(tmp_path: Path) -> None:
    (path,) = write(tmp_path, {"a.txt": REPORT})
    done = run("check", path, "-o", str(tmp_path / "no" / "out.txt"))
    assert done.code == 2
    assert len(done.error_lines()) == 1
    assert "写不了" in done.err


@pytest.mark.parametrize(
    ("gate", "code"),
    [("error", 1), ("strict", 1), ("never", 0), ("score:95", 1), ("score:90", 0)],
)
def test_gates(tmp_path: Path, gate: str, code: int) -> None:
    assert run("check", *write(tmp_path, {"a.txt": report("causes")}), "--gate", gate).code == code


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"a.txt": REPORT, "b.txt": report("causes")}, 1),
        ({"a.txt": REPORT, "b.txt": ""}, 3),
        ({"a.txt": report("causes"), "b.txt": ""}, 1),
        ({"a.txt": OTHER}, 3),
        ({"a.txt": REPORT, "b.txt": OTHER}, 0),
    ],
)
def test_exit_code_of_several_files(tmp_path: Path, files: dict[str, str], code: int) -> None:
    assert run("check", *write(tmp_path, files), "-f", "json").code == code


def test_never_gate_still_tells_that_a_file_was_unreadable(tmp_path: Path) -> None:
    assert run("check", *write(tmp_path, {"a.txt": ""}), "--gate", "never").code == 3


def test_pack_from_a_folder(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "p", PACK)
    (path,) = write(tmp_path, {"a.txt": "情况报告\n一、存在的不足\n力量不够。\n"})
    done = run("check", path, "--pack", folder, "-f", "json")
    assert done.code == 0
    assert done.json()["pack"]["id"] == "small"


def test_english(tmp_path: Path) -> None:
    done = run("check", *write(tmp_path, {"a.txt": report("causes")}), "--lang", "en")
    assert "Verdict" in done.out
    assert "结论" not in done.out


def test_no_colour_outside_a_terminal(tmp_path: Path) -> None:
    assert "\x1b" not in run("check", *write(tmp_path, {"a.txt": report("causes")})).out


def test_names_in_any_script(tmp_path: Path) -> None:
    done = run("check", *write(tmp_path, {"青禾镇 年度报告.txt": REPORT}), "-f", "json")
    assert Path(done.json()["reports"][0]["source"]["path"]).name == "青禾镇 年度报告.txt"


def test_workers_give_the_same_output(tmp_path: Path) -> None:
    paths = write(tmp_path, {f"{i}.txt": report(*("date",) * (i % 2)) for i in range(6)})
    assert run("check", *paths, "-f", "json", "-j", "1").out == run("check", *paths, "-f", "json", "-j", "2").out

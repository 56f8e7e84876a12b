"""Every bad input has one clear line and its exit code, and costs nobody else."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support import PACK, REPORT, ROOT, environment, place, report, run, write, write_pack
from validator.renderers import RENDERERS

BINARY = bytes(range(256)) * 40
REASONS = {
    "empty.txt": (b"", "文件是空的"),
    "blank.txt": (b" \n\n\t\n", "文件是空的"),
    "binary.txt": (BINARY, "文件内容不是文本"),
    "word.txt": (b"PK\x03\x04" + b"\x00" * 40, "Word"),
    "pdf.txt": (b"%PDF-1.7\n", "PDF"),
    "old.txt": (b"\xd0\xcf\x11\xe0" + b"\x00" * 40, ".doc"),
    "report.xyz": (b"x", "不认识的文件格式 .xyz"),
}


@pytest.mark.parametrize("name", REASONS)
def test_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    data, reason = REASONS[name]
    (tmp_path / name).write_bytes(data)
    (good,) = write(tmp_path, {"good.txt": REPORT})
    done = run("check", str(tmp_path / name), good, "--format", "json")
    assert (done.code, done.err) == (3, "")
    bad, fine = done.json()["reports"]
    assert bad["status"] == "unreadable"
    assert reason in bad["reason"]
    assert "\n" not in bad["reason"]
    assert fine["verdict"] == "complete"


def test_missing_path_and_the_others_are_still_reported(tmp_path: Path) -> None:
    (good,) = write(tmp_path, {"good.txt": REPORT})
    done = run("check", str(tmp_path / "nobody.txt"), good, "--format", "json")
    assert done.code == 2
    assert done.error_lines() == [f"{tmp_path}/nobody.txt: 没有这个文件或文件夹。请核对路径"]
    assert done.json()["summary"]["complete"] == 1


def test_missing_path_alone(tmp_path: Path) -> None:
    done = run("check", str(tmp_path / "nobody.txt"), "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert done.error_lines() == [f"{tmp_path}/nobody.txt: no such file or folder. Check the path"]


def test_file_of_31_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.touch()
    os.truncate(path, 31 * 1024 * 1024)
    done = run("check", str(path), "--format", "json")
    assert done.code == 3
    assert done.json()["reports"][0]["reason"].startswith("文件有 31 MB，超过 30 MB 的上限。")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission(tmp_path: Path) -> None:
    (path,) = write(tmp_path, {"a.txt": REPORT})
    os.chmod(path, 0)
    done = run("check", path, "--format", "json")
    assert done.code == 3
    assert "没有读取权限" in done.json()["reports"][0]["reason"]


@pytest.mark.parametrize("files", [{}, {"a.exe": "x"}, {".hidden.txt": "x"}])
def test_folder_without_reports(tmp_path: Path, files: dict[str, str]) -> None:
    write(tmp_path, files)
    done = run("check", str(tmp_path))
    assert (done.code, done.out) == (2, "")
    assert done.error_lines() == [
        f"{tmp_path}: 文件夹里没有可以检查的文件。报告应是 Word、WPS、PDF、OFD、网页或文本文件"
    ]


def test_folder_without_reports_among_others_is_told(tmp_path: Path) -> None:
    (good,) = write(tmp_path, {"good.txt": REPORT})
    (tmp_path / "empty").mkdir()
    done = run("check", str(tmp_path / "empty"), good)
    assert done.code == 2
    assert len(done.error_lines()) == 1


@pytest.mark.parametrize("form", ["json", "jsonl", "table"])
def test_name_that_is_no_utf_8(tmp_path: Path, form: str) -> None:
    (tmp_path / os.fsdecode(b"\xe4\xba.txt")).write_text(REPORT, encoding="utf-8")
    done = run("check", str(tmp_path), "--format", form)
    assert (done.code, done.err) == (0, "")


def test_unknown_format(tmp_path: Path) -> None:
    done = run("check", *write(tmp_path, {"a.txt": REPORT}), "--format", "xml")
    assert (done.code, done.out) == (2, "")
    assert done.error_lines() == [f"--format: 没有“xml”这种格式。可以写：{'、'.join(RENDERERS)}"]


@pytest.mark.parametrize("gate", ["eror", "score:101", "score:²"])
def test_unknown_gate(tmp_path: Path, gate: str) -> None:
    done = run("check", *write(tmp_path, {"a.txt": REPORT}), "--gate", gate, "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert done.error_lines() == [f"--gate: cannot be “{gate}”. Allowed: error, absolute, strict, never, score:80"]


def test_unknown_language(tmp_path: Path) -> None:
    done = run("check", *write(tmp_path, {"a.txt": REPORT}), "--lang", "fr")
    assert (done.code, done.out) == (2, "")
    assert "--lang" in done.err
    assert "Traceback" not in done.err


def test_unknown_pack(tmp_path: Path) -> None:
    done = run("check", *write(tmp_path, {"a.txt": REPORT}), "--pack", "fazhi")
    assert (done.code, done.out) == (2, "")
    assert len(done.error_lines()) == 1
    assert done.err.startswith("fazhi: 没有这个规则包。内置规则包：")


def test_pack_with_a_typo(tmp_path: Path) -> None:
    text = PACK.replace("level: error", "lvel: error")
    folder = write_pack(tmp_path / "p", text)
    done = run("check", *write(tmp_path, {"a.txt": REPORT}), "--pack", folder)
    assert (done.code, done.out) == (2, "")
    assert len(done.error_lines()) == 1
    assert done.err.startswith(f"{folder}/pack.yaml:")


def test_pack_with_a_typo_names_line_column_and_the_right_word(tmp_path: Path) -> None:
    text = PACK.replace("level: warning", "level: warnin")
    folder = write_pack(tmp_path / "p", text)
    done = run("packs", "show", folder)
    assert done.code == 2
    assert done.error_lines() == [
        f"{folder}/pack.yaml:{place(text, 'level: warnin')}: “level”不能是“warnin”。是不是“warning”？可以写：error、warning、info"
    ]


def test_empty_pack(tmp_path: Path) -> None:
    done = run("packs", "show", write_pack(tmp_path / "p", ""))
    assert done.code == 2
    assert len(done.error_lines()) == 1
    assert "程序内部出错" not in done.err


def test_unknown_rule() -> None:
    done = run("explain", "shortcoming", "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert len(done.error_lines()) == 1
    assert done.err.startswith("shortcoming: no such rule. Did you mean shortcomings? All rules: ")


SLOW = "(a|a)*b|(x+x+)+y"
SLOW_ON = "a" * 40 + "，" + "x" * 60 + "z"


def test_catastrophic_pattern_costs_only_its_own_rule(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "p", PACK.replace("['错词']", f"['{SLOW}']"))
    text = f"情况报告\n一、存在的不足\n力量不够{SLOW_ON}。\n"
    started = time.monotonic()
    done = run("check", *write(tmp_path, {"a.txt": text}), "--pack", folder, "--format", "json")
    found = {r["rule"]: r for r in done.json()["reports"][0]["results"]}
    assert {rule: r["result"] for rule, r in found.items()} == {"shortcomings": "pass", "word": "error"}
    assert "太慢" in found["word"]["message"]
    assert found["word"]["credit"] is None
    assert done.code == 3
    assert time.monotonic() - started < 20


def test_catastrophic_pattern_of_a_heading(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "p", PACK.replace("heading: ['不足']", f"heading: ['{SLOW}']"))
    text = f"情况报告\n一、存在的不足{SLOW_ON}\n力量不够。\n"
    done = run("check", *write(tmp_path, {"a.txt": text}), "--pack", folder, "--format", "json")
    found = {r["rule"]: r["result"] for r in done.json()["reports"][0]["results"]}
    assert found == {"shortcomings": "error", "word": "pass"}


def test_catastrophic_pattern_in_recognise_costs_one_file_and_no_crash(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "p", PACK.replace("text: ['报告']", f"text: ['{SLOW}|报告']"))
    files = write(
        tmp_path, {"a.txt": f"甲{SLOW_ON}\n一、存在的不足\n力量不够。\n", "b.txt": "报告\n一、存在的不足\n力量不够。\n"}
    )
    done = run("check", *files, "--pack", folder, "--format", "json")
    assert "程序内部出错" not in done.err
    assert done.code == 3
    assert done.json()["summary"]["reports"] == 2


def test_one_bad_file_among_sixty(tmp_path: Path) -> None:
    paths = write(tmp_path, {f"{i:02}.txt": report(*("date",) * (i % 2)) for i in range(60)})
    Path(paths[31]).write_bytes(BINARY)
    done = run("check", str(tmp_path), "--jobs", "2", "--format", "json")
    assert (done.code, done.err) == (1, "")
    reports = done.json()["reports"]
    assert [r["source"]["path"] for r in reports] == paths
    assert [i for i, r in enumerate(reports) if r["status"] != "assessed"] == [31]
    assert done.json()["summary"]["complete"] == 30


Running = subprocess.Popen[bytes]


@contextmanager
def stuck(tmp_path: Path, *args: str, before: int = 2, after: int = 0) -> Iterator[tuple[Running, Path]]:
    """Run a check that is stuck in a named pipe after *before* files, with *after* files to come."""
    files = write(tmp_path, {f"a{i}.txt": REPORT for i in range(before)})
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    later = write(tmp_path, {f"z{i}.txt": REPORT for i in range(after)})
    call = [sys.executable, "-m", "validator", "check", *files, str(pipe), *later, *args]
    process = subprocess.Popen(
        call,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environment(),
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a job in the background ignores it
    )
    try:
        writer = until(lambda: opened(pipe))
        try:
            yield process, pipe
        finally:
            os.close(writer)
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=30)


def opened(pipe: Path) -> int | None:
    """Return a descriptor once somebody reads the pipe."""
    try:
        return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
    except OSError:
        return None


def until(ready: Callable[[], int | None]) -> int:
    for _ in range(600):
        found = ready()
        if found is not None:
            return found
        time.sleep(0.05)
    raise AssertionError("nothing happened for 30 seconds")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_interrupted_run_prints_what_was_done(tmp_path: Path) -> None:
    with stuck(tmp_path, "--format", "jsonl", "--jobs", "1", after=3) as (process, _):
        time.sleep(1)  # until it waits in the pipe: a signal just before that is seen only after it
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err.decode().splitlines() == ["已中断：查完了2个，还有4个没有查。"]
    done = [json.loads(line) for line in out.decode().splitlines()]
    assert [Path(d["source"]["path"]).name for d in done] == ["a0.txt", "a1.txt"]
    assert {d["verdict"] for d in done} == {"complete"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_interrupted_workers_end_without_a_word(tmp_path: Path) -> None:
    with stuck(tmp_path, "--format", "jsonl", "--jobs", "2", "--lang", "en", after=3) as (process, _):
        time.sleep(1)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
        out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err.decode().splitlines() == ["Interrupted: 2 done, 4 left."]
    assert [json.loads(line)["verdict"] for line in out.decode().splitlines()] == ["complete", "complete"]


def reader_of(pipe: Path, parent: int) -> int | None:
    """Return the child of *parent* that reads *pipe*."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
    for child in children:
        for file in Path(f"/proc/{child}/fd").iterdir():
            if os.path.realpath(file) == str(pipe):
                return int(child)
    return None


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_worker_that_dies_costs_its_file_only(tmp_path: Path) -> None:
    with stuck(tmp_path, "--format", "json", "--jobs", "2", before=3, after=3) as (process, pipe):
        os.kill(until(lambda: reader_of(pipe, process.pid)), signal.SIGKILL)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (3, b"")
    reports = json.loads(out)["reports"]
    assert [r["status"] for r in reports] == ["assessed"] * 3 + ["unreadable"] + ["assessed"] * 3
    assert "意外退出" in reports[3]["reason"]

"""validator.cli.app: one line and an exit code for everything that a user can cause."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import REPORT, ROOT, environment, run, write
from validator.version import __version__


def test_version() -> None:
    assert run("--version").out == f"chaque {__version__}\n"


def test_help_names_the_verbs() -> None:
    done = run("--help")
    assert done.code == 0
    for verb in ("check", "explain", "packs"):
        assert verb in done.out


@pytest.mark.parametrize("verb", [["check"], ["explain"], ["packs", "list"], ["packs", "show"], ["packs", "test"]])
def test_help_of_a_verb(verb: list[str]) -> None:
    done = run(*verb, "--help")
    assert done.code == 0
    assert done.out


@pytest.mark.parametrize(
    "args", [["chek"], ["check"], ["check", "--nothing", "a.txt"], ["check", "a.txt", "--jobs", "-1"], ["explain"]]
)
def test_wrong_call(args: list[str]) -> None:
    done = run(*args)
    assert done.code == 2
    assert done.err
    assert "Traceback" not in done.err


def test_reader_that_hangs_up(tmp_path: Path) -> None:
    paths = write(tmp_path, {f"{i:03}.txt": REPORT for i in range(60)})
    call = [sys.executable, "-m", "validator", "check", *paths, "--format", "json", "--jobs", "1"]
    process = subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, env=environment())
    assert process.stdout is not None
    process.stdout.close()
    assert process.wait(60) == 0
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()


STOPPED = """
import importlib, sys
from validator.cli.app import run

def stopped(*args, **more):
    raise KeyboardInterrupt

place, name, *sys.argv[1:] = sys.argv[1:]
setattr(importlib.import_module(place), name, stopped)
run()
"""
"""A program that Ctrl-C meets in the function which its first two arguments name; the others are chaque's."""


@pytest.mark.parametrize(
    ("place", "name", "args", "says"),
    [
        (
            "validator.review.making",
            "made",
            ["review", "2024", "--roster", "r.csv"],
            "已中断。已经查完的都记住了，再运行一次就接着查。",
        ),
        ("validator.review.service", "reviewed", ["review", "2024", "--roster", "r.csv", "--no-cache"], "已中断。"),
        ("validator.batch", "assess_files", ["check", "2024"], "已中断。"),
        ("validator.cli.explain", "load_pack", ["explain", "plan", "--lang", "en"], "Interrupted."),
    ],
)
def test_whoever_stops_it_is_told(tmp_path: Path, place: str, name: str, args: list[str], says: str) -> None:
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / "青禾镇.txt").write_text(REPORT)
    (tmp_path / "r.csv").write_text("单位\n云川县青禾镇人民政府\n")
    call = [sys.executable, "-c", STOPPED, place, name, *args]
    env = environment(CHAQUE_CACHE=str(tmp_path / "cache"), PYTHONPATH=str(ROOT))
    done = subprocess.run(call, cwd=tmp_path, env=env, capture_output=True, timeout=60, check=False)
    assert done.returncode == 130
    assert done.stderr.decode().splitlines() == [says]

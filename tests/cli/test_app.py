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

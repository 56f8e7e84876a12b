"""validator.workers: a job that hangs, dies, grows or fails costs itself and nothing else."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time

import pytest

from validator import workers
from validator.errors import ReadError
from validator.workers import Pool


def work(job: str) -> str:
    if job == "hang":
        time.sleep(60)
    if job == "die":
        os._exit(9)
    if job == "grow":
        return f"{len(bytearray(6 * 1024**3))}"
    if job == "fail":
        raise KeyError(job)
    return job.upper()


def lost(job: str, why: ReadError) -> str:
    return f"{job}: {why.what.zh}"


def done(jobs: list[str], count: int = 2) -> list[str]:
    return list(Pool(jobs, work, lost, count).in_order())


def test_results_come_in_order() -> None:
    jobs = [f"j{i}" for i in range(90)]
    assert done(jobs) == [j.upper() for j in jobs]
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(
    ("job", "told"),
    [("die", "意外退出"), ("fail", "程序内部出错（KeyError）")],
)
def test_one_bad_job(job: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHAQUE_DEBUG", raising=False)
    found = done(["a", "b", job, "c", "d"])
    assert [found[i] for i in (0, 1, 3, 4)] == ["A", "B", "C", "D"]
    assert told in found[2]


def test_a_job_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "DEADLINE", 1.0)
    started = time.monotonic()
    found = done(["a", "hang", "b"])
    assert (found[0], found[2]) == ("A", "B")
    assert "已放弃" in found[1]
    assert time.monotonic() - started < 20


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux")
def test_a_job_that_takes_too_much_memory() -> None:
    found = done(["a", "grow", "b"])
    assert found == ["A", "grow: 打开这个文件要用的内存太多，已放弃", "B"]


def test_leaving_early_leaves_no_process() -> None:
    running = Pool(["a", "b", "c"], work, lost, 2).in_order()
    assert next(running) == "A"
    running.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []

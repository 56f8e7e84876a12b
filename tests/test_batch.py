"""validator.batch: many files; whatever happens to one is a value."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support import REPORT, pack, report, write
from validator.batch import assess_file, assess_files
from validator.sources import MAX_BYTES, STDIN, Source


def test_one_file(tmp_path: Path) -> None:
    (path,) = write(tmp_path, {"a.txt": REPORT})
    assessment = assess_file(Source(path), pack())
    assert (assessment.path, assessment.status, assessment.verdict) == (path, "assessed", "complete")


def test_standard_input() -> None:
    assessment = assess_file(Source(STDIN, data=REPORT.encode()), pack())
    assert (assessment.path, assessment.status) == ("-", "assessed")


def test_missing_file(tmp_path: Path) -> None:
    assessment = assess_file(Source(str(tmp_path / "a.txt")), pack())
    assert assessment.status == "unreadable"
    assert assessment.reason is not None
    assert "没有这个文件" in assessment.reason.zh


def test_folder_instead_of_a_file(tmp_path: Path) -> None:
    assert assess_file(Source(str(tmp_path)), pack()).status == "unreadable"


def test_file_over_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch()
    os.truncate(path, MAX_BYTES + 1)
    assessment = assess_file(Source(str(path)), pack())
    assert assessment.status == "unreadable"
    assert assessment.reason is not None
    assert "30 MB" in assessment.reason.zh


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_order_and_results_do_not_depend_on_the_workers(tmp_path: Path, jobs: int) -> None:
    texts = {f"{i:02}.txt": report(*("causes",) * (i % 2), *("date",) * (i % 3 == 0)) for i in range(13)}
    paths = write(tmp_path, texts)
    found = list(assess_files(list(map(Source, paths)), pack(), jobs))
    assert [a.path for a in found] == paths
    assert found == [assess_file(Source(p), pack()) for p in paths]


def test_unreadable_files_do_not_stop_the_others(tmp_path: Path) -> None:
    paths = write(tmp_path, {f"{i:02}.txt": REPORT for i in range(10)})
    Path(paths[3]).write_bytes(bytes(range(256)) * 20)
    paths.insert(6, str(tmp_path / "nobody.txt"))
    found = list(assess_files(list(map(Source, paths)), pack(), 2))
    assert [i for i, a in enumerate(found) if a.status == "unreadable"] == [3, 6]


def test_nothing_to_do() -> None:
    assert list(assess_files([], pack(), 2)) == []


def test_stopping_early_leaves_no_worker(tmp_path: Path) -> None:
    import multiprocessing

    paths = write(tmp_path, {f"{i:02}.txt": REPORT for i in range(20)})
    running = assess_files(list(map(Source, paths)), pack(), 2)
    assert next(running).path == paths[0]
    running.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []

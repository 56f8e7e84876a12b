"""Many files: in worker processes with a deadline each; whatever happens to one file is a value, not an end."""

from __future__ import annotations

import gc
import os
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from validator.errors import ReadError, cannot
from validator.model.pack import Pack
from validator.model.result import Assessment
from validator.pipeline import check, load_pack, unreadable
from validator.readers import READERS
from validator.words import Words

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MAX_BYTES = 30 * 1024 * 1024
DEADLINE = 30.0
"""Seconds that one file may take."""

_CHUNK = 32
_LARGE = 200_000  # bytes; a report has a tenth of it
_WORTH_WORKERS = 48  # fewer files are done before workers have started
_STDIN = "-"


def spare_collections() -> None:
    """Let the garbage collector look seldom: reports make many small values and no cycles; it costs a fifth else."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def files_under(path: str) -> list[str]:
    """Return the files of a folder and its folders that a reader knows, sorted; hidden ones are left out.

    A folder that cannot be entered is returned in place of its files, so that it is told as unreadable.
    """
    closed: list[str] = []
    found: list[str] = []
    for folder, subfolders, names in os.walk(path, onerror=lambda e: closed.append(e.filename)):
        subfolders[:] = sorted(f for f in subfolders if not f.startswith("."))
        known = (
            n for n in sorted(names) if os.path.splitext(n)[1].lower() in READERS and not n.startswith((".", "~$"))
        )
        found += [file for n in known if os.path.isfile(file := os.path.join(folder, n))]
    return closed + found


def assess_file(path: str, pack: Pack, stdin: bytes | None = None) -> Assessment:
    """Assess the file at *path* (``-``: *stdin*). A file that cannot be read is an assessment, too."""
    try:
        data = stdin if path == _STDIN and stdin is not None else _bytes(path)
    except ReadError as error:
        return unreadable(_shown(path), error)
    name = "stdin.txt" if path == _STDIN else path
    return check(data, name, pack)._replace(path=_shown(path))


def _shown(path: str) -> str:
    """Return a file name that can be written: bytes that are no UTF-8 become replacement characters."""
    return path if path.isascii() else os.fsencode(path).decode("utf-8", "replace")


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise ReadError(path, Words("没有这个文件", "no such file"), Words("请核对路径", "Check the path")) from error
    except PermissionError as error:
        raise ReadError(
            path,
            Words("没有读取权限", "permission denied"),
            Words("请换一个有权限的账号，或复制一份再查", "Copy it or ask for access"),
        ) from error
    except OSError as error:
        raise ReadError(path, cannot("读取失败", "cannot read", error)) from error
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        size = max(os.path.getsize(path) / 1024 / 1024, limit)  # a device has no size of its own
        raise ReadError(
            path,
            Words(
                f"文件有 {size:.0f} MB，超过 {limit} MB 的上限", f"{size:.0f} MB is more than the limit of {limit} MB"
            ),
            Words("请确认拿对了文件；一份报告通常不到 1 MB", "Is it the right file? A report is usually under 1 MB"),
        )
    return data


def assess_files(paths: Sequence[str], pack: Pack, jobs: int = 0, stdin: bytes | None = None) -> Iterator[Assessment]:
    """Yield the assessment of every file in the order of *paths*.

    *jobs*: worker processes; 0 means as many as there are processors, and none for a few files.
    """
    workers = jobs or (os.cpu_count() or 1 if len(paths) >= _WORTH_WORKERS else 1)
    in_pool = (
        [p for p in paths if p != _STDIN] if workers > 1 and len(paths) > 1 else [p for p in paths if _is_large(p)]
    )
    pooled = iter(_in_order(in_pool, pack, min(workers, len(in_pool)))) if in_pool else iter(())
    chosen = set(in_pool)
    for path in paths:
        yield next(pooled) if path in chosen else assess_file(path, pack, stdin)


def _is_large(path: str) -> bool:
    """Tell whether a file is so large that it is worth a process with a deadline of its own."""
    try:
        return path != _STDIN and os.path.getsize(path) > _LARGE
    except OSError:
        return False


def _in_order(paths: Sequence[str], pack: Pack, workers: int) -> Iterator[Assessment]:
    done: dict[int, Assessment] = {}
    at = 0
    pool = _Pool(paths, pack, workers)
    try:
        for index, assessment in pool.results():
            done[index] = assessment
            while at in done:
                yield done.pop(at)
                at += 1
    finally:
        pool.stop()


class _Worker(NamedTuple):
    process: Any
    connection: Connection
    current: Any
    """Index of the file in work, -1 for none; with the time at which it was begun."""
    chunk: list[int]


class _Pool:
    """Worker processes that are watched: one that hangs or dies costs its file and nothing else."""

    def __init__(self, paths: Sequence[str], pack: Pack, workers: int) -> None:
        import multiprocessing  # 15 ms that one file does not need

        self._paths = paths
        self._pack = pack
        self._context = multiprocessing.get_context()
        size = max(1, min(_CHUNK, len(paths) // (workers * 4) or 1))
        self._waiting = deque(list(range(i, min(i + size, len(paths)))) for i in range(0, len(paths), size))
        self._workers = [self._started() for _ in range(workers)]

    def results(self) -> Iterator[tuple[int, Assessment]]:
        """Yield ``(index, assessment)`` as they come."""
        from multiprocessing.connection import wait

        busy = [w for w in map(self._fed, self._workers) if w]
        while busy:
            ready = wait([w.connection for w in busy], timeout=0.5)
            following: list[_Worker] = []
            for worker in busy:
                if worker.connection in ready:
                    received, next_worker = self._received(worker)
                elif self._overdue(worker):
                    received, next_worker = self._lost(worker, _TIMED_OUT)
                else:
                    following.append(worker)
                    continue
                yield from received
                fed = self._fed(next_worker)
                following += [fed] if fed else []
            busy = following

    def stop(self) -> None:
        """End all workers at once."""
        for worker in self._workers:
            if worker.process.is_alive():
                worker.process.kill()
            worker.process.join(1)
            worker.connection.close()

    def _started(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        current = self._context.RawArray("d", [-1.0, 0.0])
        process = self._context.Process(target=_work, args=(theirs, current, self._pack.path, self._pack), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours, current, [])

    def _fed(self, worker: _Worker) -> _Worker | None:
        if not self._waiting:
            return None
        chunk = self._waiting.popleft()
        worker.current[1] = time.monotonic()
        worker.connection.send([(i, self._paths[i]) for i in chunk])
        return worker._replace(chunk=chunk)

    def _received(self, worker: _Worker) -> tuple[list[tuple[int, Assessment]], _Worker]:
        try:
            return worker.connection.recv(), worker
        except (EOFError, OSError):
            return self._lost(worker, _DIED)

    def _overdue(self, worker: _Worker) -> bool:
        begun: float = worker.current[1]
        return worker.current[0] >= 0 and time.monotonic() - begun > DEADLINE

    def _lost(self, worker: _Worker, why: ReadError) -> tuple[list[tuple[int, Assessment]], _Worker]:
        """Give up the file in work, and its chunk's other files to the next worker."""
        bad = int(worker.current[0])
        bad = bad if bad in worker.chunk else worker.chunk[0]
        rest = [i for i in worker.chunk if i != bad]
        if rest:
            self._waiting.appendleft(rest)
        worker.process.kill()
        worker.process.join(1)
        worker.connection.close()
        fresh = self._started()
        self._workers[:] = [fresh if w.process is worker.process else w for w in self._workers]
        return [(bad, unreadable(_shown(self._paths[bad]), why))], fresh


_TIMED_OUT = ReadError(
    "",
    Words(f"检查超过 {DEADLINE:.0f} 秒，已放弃", f"given up after {DEADLINE:.0f} seconds"),
    Words("请看看文件是否异常", "Is the file what it should be?"),
)
_DIED = ReadError(
    "",
    Words("检查这个文件的进程意外退出", "the process that checked this file died"),
    Words("请单独再查一次", "Check it alone"),
)


def _work(connection: Connection, current: Any, path: str, pack: Pack) -> None:
    """Do what the parent sends, chunk by chunk, until it hangs up."""
    rules = pack or load_pack(path)
    spare_collections()
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            done = []
            for index, file in connection.recv():
                current[0], current[1] = index, time.monotonic()
                done.append((index, assess_file(file, rules)))
            current[0] = -1
            connection.send(done)

"""Worker processes that are watched: one that hangs, dies or grows costs its job and nothing else."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from validator.errors import ReadError
from validator.words import Words

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

DEADLINE = 30.0
"""Seconds that one job may take."""
MEMORY = 2 * 1024**3
"""Bytes of address space that a worker may add to what it was born with."""

_CHUNK = 32
Job = TypeVar("Job")
Done = TypeVar("Done")


def spare_collections() -> None:
    """Let the garbage collector look seldom: reports make many small values and no cycles; it costs a fifth else."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


class _Worker(NamedTuple):
    process: Any
    connection: Connection
    current: Any
    """Index of the job in work, -1 for none; with the time at which it was begun."""
    chunk: list[int]


class Pool(Generic[Job, Done]):
    """Do *jobs* with *work* in processes; for a job that is lost, *lost* says what stands in its place.

    *work* must be picklable where processes are not forked.
    """

    def __init__(
        self,
        jobs: Sequence[Job],
        work: Callable[[Job], Done],
        lost: Callable[[Job, ReadError], Done],
        workers: int,
    ) -> None:
        import multiprocessing  # 15 ms that one text file does not need

        self._jobs = jobs
        self._work = work
        self._give_up = lost
        self._context = multiprocessing.get_context()
        size = max(1, min(_CHUNK, len(jobs) // (workers * 4) or 1))
        self._waiting = deque(list(range(i, min(i + size, len(jobs)))) for i in range(0, len(jobs), size))
        self._workers = [self._started() for _ in range(workers)]

    def in_order(self) -> Iterator[Done]:
        """Yield what was done in the order of the jobs; however it ends, no process is left."""
        done: dict[int, Done] = {}
        at = 0
        try:
            for index, result in self._results():
                done[index] = result
                while at in done:
                    yield done.pop(at)
                    at += 1
        finally:
            self._stop()

    def _results(self) -> Iterator[tuple[int, Done]]:
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

    def _stop(self) -> None:
        for worker in self._workers:
            if worker.process.is_alive():
                worker.process.kill()
            worker.process.join(1)
            worker.connection.close()

    def _started(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        current = self._context.RawArray("d", [-1.0, 0.0])
        process = self._context.Process(target=_serve, args=(theirs, current, self._work, self._give_up), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours, current, [])

    def _fed(self, worker: _Worker) -> _Worker | None:
        if not self._waiting:
            return None
        chunk = self._waiting.popleft()
        worker.current[1] = time.monotonic()
        worker.connection.send([(i, self._jobs[i]) for i in chunk])
        return worker._replace(chunk=chunk)

    def _received(self, worker: _Worker) -> tuple[list[tuple[int, Done]], _Worker]:
        try:
            return worker.connection.recv(), worker
        except (EOFError, OSError):
            return self._lost(worker, _DIED)

    def _overdue(self, worker: _Worker) -> bool:
        begun: float = worker.current[1]
        return worker.current[0] >= 0 and time.monotonic() - begun > DEADLINE

    def _lost(self, worker: _Worker, why: ReadError) -> tuple[list[tuple[int, Done]], _Worker]:
        """Give up the job in work, and its chunk's other jobs to the next worker."""
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
        return [(bad, self._give_up(self._jobs[bad], why))], fresh


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
_TOO_LARGE = ReadError(
    "",
    Words("打开这个文件要用的内存太多，已放弃", "given up: opening this file takes too much memory"),
    Words("请看看文件是否异常", "Is the file what it should be?"),
)


def _serve(
    connection: Connection, current: Any, work: Callable[[Any], Any], give_up: Callable[[Any, ReadError], Any]
) -> None:
    """Do what the parent sends, chunk by chunk, until it hangs up."""
    spare_collections()
    _bound_memory()
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            done = []
            for index, job in connection.recv():
                current[1] = time.monotonic()  # first: who sees the new job must not see the old one's time
                current[0] = index
                done.append((index, _tried(work, give_up, job)))
            current[0] = -1
            connection.send(done)


def _tried(work: Callable[[Any], Any], give_up: Callable[[Any, ReadError], Any], job: Any) -> Any:
    try:
        return work(job)
    except MemoryError:
        return give_up(job, _TOO_LARGE)
    except Exception as error:  # the border of a worker: a bug costs one file
        if os.environ.get("CHAQUE_DEBUG"):
            raise
        kind = type(error).__name__
        what = Words(f"程序内部出错（{kind}），这个文件没有查", f"internal error ({kind}): this file was not checked")
        return give_up(job, ReadError("", what, Words("请把文件发给开发者", "Please send us the file")))


def _bound_memory() -> None:
    if sys.platform != "linux":
        return
    import resource

    with suppress(OSError, ValueError), open("/proc/self/statm", encoding="ascii") as file:
        born_with = int(file.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (born_with + MEMORY, resource.RLIM_INFINITY))

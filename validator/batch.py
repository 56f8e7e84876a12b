"""Many files: what is risky goes to worker processes; whatever happens to one file is a value, not an end."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from validator.errors import ReadError
from validator.model.document import Document
from validator.model.outline import Facts, Outline
from validator.model.pack import Pack
from validator.model.result import Assessment
from validator.pipeline import assess, opened, outlined, unreadable
from validator.readers import BY_ENDING, FORMATS, ending_of
from validator.readers.sniffing import HEAD, of_content
from validator.sources import Source, bytes_of, head_of, name_of, size_of
from validator.workers import Pool

_LARGE = 200_000  # bytes; a report has a tenth of it
_WORTH_WORKERS = 48  # fewer files are done before workers have started

Done = TypeVar("Done")
Converted = Mapping[str, str | ReadError]
"""Name of a source → path of the Word file that LibreOffice made of it, or why there is none."""


class Reading(NamedTuple):
    """What was read of a file, before any rule: for people who want to see why."""

    document: Document
    outline: Outline
    facts: Facts


def assess_file(source: Source, pack: Pack, converted: Converted | None = None) -> Assessment:
    """Assess one file. A file that cannot be read is an assessment, too."""
    try:
        document = document_of(source, converted or {})
    except ReadError as error:
        return unread_file(source, pack, error)
    return assess(document, pack)._replace(path=name_of(source), file=name_of(source))


def unread_file(source: Source, pack: Pack, why: ReadError) -> Assessment:
    """Return the assessment of a file that cannot be read."""
    return unreadable(name_of(source), why, pack)


def read_file(source: Source, converted: Converted | None = None) -> Reading | ReadError:
    """Read one file and find its outline; why it cannot be read is returned, not raised."""
    try:
        document = document_of(source, converted or {})
    except ReadError as error:
        return error
    return Reading(document, *outlined(document))


def document_of(source: Source, converted: Converted) -> Document:
    """Return what is read of *source*. Raise ReadError."""
    made = converted.get(name_of(source))
    if isinstance(made, ReadError):
        raise made
    return opened(bytes_of(source), name_of(source), Path(made).read_bytes() if made else None)


def assess_files(sources: Sequence[Source], packs: Pack | list[Pack], jobs: int = 0) -> Iterator[Assessment]:
    """Yield the assessment of every file in the order of *sources*.

    *packs*: one for all files, or one for each. *jobs*: worker processes; 0 means as many as there are processors,
    and none for a few text files.
    """
    return each_file(sources, packs, assess_file, unread_file, jobs)


def each_file(
    sources: Sequence[Source],
    packs: Pack | list[Pack],
    work: Callable[[Source, Pack, Converted], Done],
    lost: Callable[[Source, Pack, ReadError], Done],
    jobs: int = 0,
) -> Iterator[Done]:
    """Yield what *work* makes of every file, in order; *lost* says what stands for a file that a worker gave up.

    Both are functions of a module, since they cross to worker processes. *packs*, *jobs*: as for ``assess_files``.
    """
    each = packs if isinstance(packs, list) else [packs] * len(sources)
    workers = jobs or (os.cpu_count() or 1 if len(sources) >= _WORTH_WORKERS else 1)
    all_in_pool = workers > 1 and len(sources) > 1
    in_pool = [(all_in_pool and s.data is None) or is_risky(s) for s in sources]
    kinds = {id(pack): pack for pack in each}
    pooled = [(s, id(pack)) for s, pack, apart in zip(sources, each, in_pool, strict=True) if apart]
    with _converted([s for s, _ in pooled]) as converted:
        job, gone = (
            partial(_job, packs=kinds, work=work, converted=converted),
            partial(_given_up, packs=kinds, lost=lost),
        )
        done = Pool(pooled, job, gone, min(workers, len(pooled))).in_order() if pooled else iter(())
        for source, pack, apart in zip(sources, each, in_pool, strict=True):
            yield next(done) if apart else work(source, pack, {})


_Job = tuple[Source, int]
"""A file, and the key of its pack: packs cross to a worker once, not with every file."""


def _job(
    job: _Job, packs: Mapping[int, Pack], work: Callable[[Source, Pack, Converted], Done], converted: Converted
) -> Done:
    return work(job[0], packs[job[1]], converted)


def _given_up(
    job: _Job, why: ReadError, packs: Mapping[int, Pack], lost: Callable[[Source, Pack, ReadError], Done]
) -> Done:
    return lost(job[0], packs[job[1]], why)


def read_apart(source: Source) -> Reading | ReadError:
    """Read one file, in a process of its own when it needs one."""
    if not is_risky(source):
        return read_file(source)
    with _converted([source]) as converted:
        pool: Pool[Source, Reading | ReadError] = Pool([source], partial(read_file, converted=converted), _told, 1)
        return next(pool.in_order())


def _told(_: Source, why: ReadError) -> Reading | ReadError:
    return why


def is_risky(source: Source) -> bool:
    """Tell whether a file needs a process with a deadline: it is large, packed, or no plain text."""
    ending = ending_of(source.path)
    if source.entry >= 0 or (ending and not (ending in BY_ENDING and BY_ENDING[ending].plain)):
        return True
    return bool(of_content(head_of(source, HEAD), name_of(source))) or size_of(source) > _LARGE


@contextmanager
def _converted(sources: Sequence[Source]) -> Iterator[Converted]:
    """Give what LibreOffice makes of those of *sources* that need it; it is not called for any other."""
    foreign = [found for source in sources if (found := _foreign(source))]
    if not foreign:
        yield {}
        return
    from validator.office import conversions  # loads what a check of other files does not need

    with conversions(foreign) as converted:
        yield converted


def _foreign(source: Source) -> tuple[str, str, bytes] | None:
    """Return name, format and bytes of a file that LibreOffice must convert."""
    kind = of_content(head_of(source, HEAD), name_of(source))
    if kind not in FORMATS or FORMATS[kind].module:
        return None
    try:
        data = bytes_of(source)
    except ReadError:
        return None  # the worker says why
    kind = of_content(data, name_of(source))
    return (name_of(source), kind, data) if kind in FORMATS and not FORMATS[kind].module else None

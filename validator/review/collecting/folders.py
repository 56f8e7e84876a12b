"""A folder → its submissions: what is known from an earlier run is not read again."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from sys import intern

from validator.batch import each_file, read_apart
from validator.errors import ReadError
from validator.evidence import Quoter, without_numbers
from validator.model.pack import Pack
from validator.model.submission import Submission
from validator.review.collecting.cache import Cache, key_of
from validator.review.collecting.examining import examined, lost, modified
from validator.review.collecting.streams import stream_of
from validator.review.writing import MANIFEST
from validator.sources import Source, bytes_of, name_of, unread_under
from validator.words import Words

Watch = Callable[[Iterable[Submission], int], Iterable[Submission]]
"""Passes submissions on and shows how far it is; the number is how many there will be."""


def collected(
    sources: Sequence[Source], pack: Pack, watch: Watch, cache: Cache | None = None, jobs: int = 0
) -> list[Submission]:
    """Return the submissions in the order of *sources*; *jobs* as for ``batch.assess_files``."""
    keys = [_key(source, pack) if cache else None for source in sources]
    known = [cache.get(key) if cache and key else None for key in keys]
    words: dict[Words, Words] = {}
    return [_sparing(s, words) for s in watch(_in_order(sources, keys, known, pack, cache, jobs), len(sources))]


def _sparing(found: Submission, words: dict[Words, Words]) -> Submission:
    """Return *found* with messages and rule ids that all share: each file came with its own, a third of its size."""
    results = tuple(
        r._replace(
            rule=intern(r.rule),
            message=words.setdefault(r.message, r.message),
            fix=words.setdefault(r.fix, r.fix) if r.fix else None,
        )
        for r in found.assessment.results
    )
    return found._replace(assessment=found.assessment._replace(results=results))


def _in_order(
    sources: Sequence[Source],
    keys: Sequence[bytes | None],
    known: Sequence[Submission | None],
    pack: Pack,
    cache: Cache | None,
    jobs: int,
) -> Iterator[Submission]:
    new = [source for source, found in zip(sources, known, strict=True) if found is None]
    fresh = each_file(new, pack, examined, lost, jobs) if new else iter(())
    for source, key, found in zip(sources, keys, known, strict=True):
        if found is not None:
            yield _renamed(found, source)
            continue
        made = next(fresh)
        if cache and key:
            cache.put(key, made._replace(assessment=made.assessment._replace(path="", file="")))
        yield made


def unread(folder: str, pack: Pack, apart: Sequence[str] = ()) -> list[Submission]:
    """Return what stands for files that may be somebody's report and that nothing here reads: scans, tables, slides.

    *apart*: files and folders that are no submissions.
    """
    found = without([Source(path) for path in unread_under(folder)], apart)
    return [lost(source, pack, ReadError(source.path, _NO_TEXT, _SEND_WORD)) for source in found]


def closed(sources: Sequence[Source], folder: str, doubt: Words) -> list[Words]:
    """Return remarks on the folders in *folder* that could not be entered. *doubt*: what may be wrong for that."""
    shut: dict[Words, list[str]] = defaultdict(list)
    for source in sources:
        if source.closed and source.refused:
            shut[source.refused].append(without_numbers(os.path.relpath(name_of(source), folder).replace(os.sep, "/")))
    return [_closed(names, why, doubt) for why, names in shut.items()]


def _closed(names: Sequence[str], why: Words, doubt: Words) -> Words:
    zh, en = "".join(f"“{name}”" for name in names[:_TOLD]), ", ".join(names[:_TOLD])
    if len(names) > _TOLD:
        zh, en = f"{zh}等{len(names)}个", f"{en} and {len(names) - _TOLD} more"
    return Words(
        f"{zh}{why.zh}；{doubt.zh}，请换一个有权限的账号再审一次。", f"{en}: {why.en}. {doubt.en}: ask for access."
    )


def without(sources: Sequence[Source], apart: Sequence[str]) -> list[Source]:
    """Return *sources* less the files *apart*, what lies in the folders *apart*, and results of an earlier review."""
    own = [os.path.realpath(path) for path in apart]
    folders = tuple(os.path.join(path, "") for path in own)
    placed = [(source, os.path.realpath(source.path)) for source in sources]
    wanted = [(source, real) for source, real in placed if real not in own and not real.startswith(folders)]
    made: dict[str, bool] = {}
    return [source for source, real in wanted if not _is_result(os.path.dirname(real), made)]


def _is_result(folder: str, made: dict[str, bool]) -> bool:
    """Tell whether an earlier review wrote into *folder* or one above it; *made* keeps what is known."""
    if folder not in made:
        above = os.path.dirname(folder)
        made[folder] = os.path.exists(os.path.join(folder, MANIFEST)) or (above != folder and _is_result(above, made))
    return made[folder]


_TOLD = 6  # folders that a remark names
_NO_TEXT = Words("这是图片、表格一类文件，没有读", "a picture, a table or the like: not read")
_SEND_WORD = Words("请该单位报送 Word 或 PDF 文件", "Ask for a Word or PDF file")


def template_of(source: Source, pack: Pack) -> str:
    """Return the stream of something that the office itself has sent round. Raise ReadError."""
    found = read_apart(source)
    if isinstance(found, ReadError):
        raise ReadError(source.path, found.what, found.hint)
    quoter = Quoter(found.document, found.outline)
    return stream_of(found.outline, quoter, found.outline.shadow.text, pack.guide).text


def _key(source: Source, pack: Pack) -> bytes | None:
    try:
        return key_of(bytes_of(source), name_of(source), pack)
    except ReadError:
        return None


def _renamed(found: Submission, source: Source) -> Submission:
    """Return what was found in the same bytes, under the name that they have now."""
    name = name_of(source)
    return found._replace(assessment=found.assessment._replace(path=name, file=name), modified=modified(source))

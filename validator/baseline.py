"""Findings that a project already knows: shown as known, and no reason to fail. A finding that is gone is pruned."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from validator.config import day
from validator.errors import UsageError
from validator.evidence import digest
from validator.model.pack import Pack
from validator.model.result import Assessment, Result
from validator.version import __version__
from validator.words import Words

SCHEMA = 1
MISSING = "missing"
"""Stands for the evidence of a result that has none: nothing is there that could be quoted."""

_KEYS = {"file": str, "rule": str, "result": str, "evidence": str, "count": int, "reason": str, "until": str}
_REQUIRED = ("file", "rule", "result", "evidence", "count")


class Entry(NamedTuple):
    """A known finding. *evidence*: digest of its quotation, which occurs *times*; *until*: YYYY-MM-DD or nothing."""

    file: str
    rule: str
    result: str
    evidence: str
    times: int
    reason: str = ""
    until: str = ""


class Compared(NamedTuple):
    """What a baseline makes of a run. *gone*: entries that no longer occur; *expired*: their day has passed."""

    assessments: tuple[Assessment, ...]
    gone: tuple[Entry, ...]
    expired: tuple[Entry, ...]


def parsed(data: bytes, path: str) -> tuple[Entry, ...]:
    """Return the entries of a baseline file. Raise UsageError where it is wrong."""
    try:
        found = json.loads(data)
        rows = found["entries"]
        if found["schema"] != SCHEMA:
            raise ValueError
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(path, *_NO_BASELINE) from error
    return tuple(_entry(row, f"{path}:entries[{i}]") for i, row in enumerate(rows))


def _entry(row: Any, where: str) -> Entry:
    if not isinstance(row, dict) or any(key not in row for key in _REQUIRED):
        raise UsageError(where, *_NO_BASELINE)
    for key, value in row.items():
        if key not in _KEYS or not isinstance(value, _KEYS[key]):
            raise UsageError(where, Words(f"“{key}”写得不对", f"“{key}” is wrong"), _NO_BASELINE[1])
    entry = Entry(**{"times" if key == "count" else key: value for key, value in row.items()})
    if entry.until:
        day(entry.until, where)
    return entry


def compared(
    assessments: Sequence[Assessment], entries: Sequence[Entry], today: date, in_scope: Callable[[str], bool]
) -> Compared:
    """Mark what is known, and tell which entries no longer occur.

    *in_scope* tells whether a file that was not met should have been: it lies where this run has looked.
    """
    valid = [e for e in entries if not e.until or date.fromisoformat(e.until) >= today]
    known = {(e.file, e.rule, e.result, e.evidence): e for e in valid}
    used: Counter[tuple[str, str, str, str]] = Counter()
    marked = tuple(_marked(a, known, used) for a in assessments)
    met = {a.file for a in assessments}
    unread = {a.file for a in assessments if a.status != "assessed"}
    gone = [
        e
        for key, e in known.items()
        if used[key] < e.times and e.file not in unread and (e.file in met or in_scope(e.file))
    ]
    expired = [e for e in entries if e not in valid and e.file in met]
    return Compared(marked, tuple(gone), tuple(expired))


def _marked(
    a: Assessment, known: dict[tuple[str, str, str, str], Entry], used: Counter[tuple[str, str, str, str]]
) -> Assessment:
    results = []
    for r in a.results:
        if r.outcome in ("fail", "partial"):
            counts = {(a.file, r.rule, r.outcome, evidence): n for evidence, n in evidence_of(r).items()}
            used.update(counts)
            r = r._replace(known=all(key in known and n <= known[key].times for key, n in counts.items()))
        results.append(r)
    return a._replace(results=tuple(results))


def evidence_of(result: Result) -> Counter[str]:
    """Return how often each quotation of *result* occurs, by its digest."""
    return Counter(digest(e.text) for e in result.evidence) or Counter({MISSING: 1})


def updated(
    assessments: Iterable[Assessment],
    is_below: Callable[[Assessment, Result], bool],
    old: Sequence[Entry],
    in_scope: Callable[[str], bool],
) -> tuple[Entry, ...]:
    """Return the entries that make this run pass: new ones for what is below, the old ones of files out of scope.

    Reasons and dates of entries that go on are kept.
    """
    kept = {(e.file, e.rule, e.result, e.evidence): e for e in old}
    read = [a for a in assessments if a.status == "assessed"]
    met = {a.file for a in read}
    unread = {e.file for e in old} & {a.file for a in assessments} - met
    fresh = [e for a in read for e in _entries(a, is_below, kept)]
    others = [e for e in old if e.file in unread or (e.file not in met and not in_scope(e.file))]
    return tuple(sorted({*fresh, *others}))


def _entries(
    a: Assessment, is_below: Callable[[Assessment, Result], bool], kept: dict[tuple[str, str, str, str], Entry]
) -> Iterator[Entry]:
    for r in a.results:
        if r.outcome in ("fail", "partial") and is_below(a, r):
            for evidence, count in evidence_of(r).items():
                before = kept.get((a.file, r.rule, r.outcome, evidence))
                reason, until = (before.reason, before.until) if before else ("", "")
                yield Entry(a.file, r.rule, r.outcome, evidence, count, reason, until)


def pruned(entries: Sequence[Entry], gone: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return *entries* without those that are *gone*."""
    return tuple(e for e in entries if e not in gone)


def written(entries: Sequence[Entry], pack: Pack) -> bytes:
    """Return the file: sorted, one entry per line, the same for the same findings."""
    head = {"schema": SCHEMA, "tool": f"chaque {__version__}"}
    about = {"id": pack.id, "version": pack.version, "sha256": pack.sha256}
    rows = [json.dumps(_row(e), ensure_ascii=False) for e in sorted(entries)]
    lines = ",\n".join(f"  {row}" for row in rows)
    start = json.dumps({**head, "pack": about}, ensure_ascii=False)[:-1]
    return f'{start}, "entries": [\n{lines}\n]}}\n'.encode("utf-8", "backslashreplace")


def _row(e: Entry) -> dict[str, Any]:
    row = {"count" if key == "times" else key: value for key, value in e._asdict().items()}
    return {key: value for key, value in row.items() if key in _REQUIRED or value}


_NO_BASELINE = (
    Words("不是基线文件", "not a baseline file"),
    Words("请用 chaque check --update-baseline 重新生成", "Make it anew with chaque check --update-baseline"),
)

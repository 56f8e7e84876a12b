"""Two streams → the segments that they share, in whatever order: runs of the same characters, put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_RUN = 6
"""Characters in a row that must be the same; between changes of a tenth of all words most runs are longer."""

_GAP = 14
"""Changed characters that may stand between two runs of one segment, on either side."""

_LEAST = 20
"""Characters that a segment must have in common."""

_DENSE = 0.5
"""Share of a segment that must be the same."""

_OFTEN = 8  # places of one run in a text that are tried: where there are more it is a phrase, and any will do

Runs = Mapping[str, Sequence[int]]


class Segment(NamedTuple):
    """Half-open offsets in the streams *here* and *there*, and how many characters of it are the same in both."""

    start: int
    end: int
    there_start: int
    there_end: int
    same: int


def runs_of(stream: str) -> Runs:
    """Return every run of *stream* and where it begins."""
    found: dict[str, list[int]] = defaultdict(list)
    for i in range(len(stream) - _RUN + 1):
        found[stream[i : i + _RUN]].append(i)
    return found


def segments_of(here: str, hidden: Sequence[int], there: Runs, hidden_there: Sequence[int]) -> list[Segment]:
    """Return the segments in the order of *here*, none overlapping another on that side.

    *hidden*: 1 for each character that is nobody's own; runs that begin there do not count.
    """
    open_: list[list[int]] = []
    closed: list[list[int]] = []
    for i in range(len(here) - _RUN + 1):
        places = there.get(here[i : i + _RUN], ()) if not hidden[i] else ()
        if not places:
            continue
        still = [s for s in open_ if i - s[1] <= _GAP]
        closed += [s for s in open_ if i - s[1] > _GAP]
        open_ = still
        for k in places[:_OFTEN]:
            if not hidden_there[k]:
                _put(open_, i, k)
    return _chosen([*closed, *open_])


def _put(open_: list[list[int]], i: int, k: int) -> None:
    """Add the run at *i* and *k* to the segment that it goes on with, or begin one."""
    best = None
    for s in open_:
        if -_RUN < k - s[3] <= _GAP and -_RUN < i - s[1] <= _GAP and k + _RUN > s[3]:
            best = s if best is None or abs((k - s[3]) - (i - s[1])) < abs((k - best[3]) - (i - best[1])) else best
    if best is None:
        open_.append([i, i + _RUN, k, k + _RUN, _RUN])
        return
    fresh = min(i + _RUN - best[1], k + _RUN - best[3], _RUN)
    best[1], best[3], best[4] = i + _RUN, k + _RUN, best[4] + max(fresh, 0)


def _chosen(found: Sequence[Sequence[int]]) -> list[Segment]:
    """Return the segments that say enough; where two overlap, the one with more in common."""
    segments = [Segment(*s) for s in found if s[4] >= _LEAST]
    chosen: list[Segment] = []
    for s in sorted((s for s in segments if _density(s) >= _DENSE), key=lambda s: -s.same):
        if not any(s.start < c.end and c.start < s.end for c in chosen):
            chosen.append(s)
    return sorted(chosen)


def _density(s: Segment) -> float:
    return s.same / max(s.end - s.start, s.there_end - s.there_start)

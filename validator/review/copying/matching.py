"""Chunks of two reports that are the same: seeds are confirmed, and what stands beside them is tried, too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from validator.model.submission import Chunk

SAME = 78
"""Likeness (0 to 100) from which two chunks count as the same text: a tenth of the words changed leaves about 90."""

BESIDE = 60
"""The same for a chunk beside one that was copied."""


class Matched(NamedTuple):
    """Chunk *here* of one report is chunk *there* of the other. *alike*: 0 to 100."""

    here: int
    there: int
    alike: float


def matched(here: Sequence[Chunk], there: Sequence[Chunk], seeds: Sequence[tuple[int, int]]) -> list[Matched]:
    """Return which chunks of two reports are the same, each at most once, in the order of the first report."""
    from rapidfuzz import fuzz

    scored = [Matched(i, k, fuzz.ratio(here[i].key, there[k].key, score_cutoff=SAME)) for i, k in dict.fromkeys(seeds)]
    best = sorted((m for m in scored if m.alike), key=lambda m: -m.alike)
    found: dict[int, Matched] = {}
    taken: set[int] = set()
    for m in best:
        if m.here not in found and m.there not in taken:
            found[m.here] = m
            taken.add(m.there)
    waiting = list(found.values())
    while waiting:
        m = waiting.pop()
        for step in (-1, 1):
            i, k = m.here + step, m.there + step
            if 0 <= i < len(here) and 0 <= k < len(there) and i not in found and k not in taken:
                alike = fuzz.ratio(here[i].key, there[k].key, score_cutoff=BESIDE)
                if alike:
                    found[i] = Matched(i, k, alike)
                    taken.add(k)
                    waiting.append(found[i])
    return [found[i] for i in sorted(found)]

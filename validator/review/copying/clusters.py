"""Pairs → clusters: reports that hang together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from validator.model.review import Cluster, Pair

_LEAST = 3
_LINKS = 0.1
"""Share of either report that two must have in common to be linked; else one shared sentence would chain a county."""


def clusters_of(pairs: Sequence[Pair]) -> tuple[Cluster, ...]:
    """Return the groups of three and more reports that are linked, the largest first."""
    links: dict[str, set[str]] = defaultdict(set)
    most: Counter[str] = Counter()
    for pair in pairs:
        if max(pair.share_here, pair.share_there) >= _LINKS:
            links[pair.here].add(pair.there)
            links[pair.there].add(pair.here)
            for owner in (pair.here, pair.there):
                most[owner] = max(most[owner], pair.characters)
    clusters = []
    seen: set[str] = set()
    for owner in links:
        if owner not in seen:
            members = _reached(owner, links)
            seen |= members
            if len(members) >= _LEAST:
                ordered = sorted(members, key=lambda m: (-most[m], m))
                clusters.append(Cluster(tuple(ordered), most[ordered[0]]))
    return tuple(sorted(clusters, key=lambda c: (-len(c.members), -c.characters, c.members)))


def _reached(owner: str, links: dict[str, set[str]]) -> set[str]:
    found, waiting = {owner}, [owner]
    while waiting:
        fresh = links[waiting.pop()] - found
        found |= fresh
        waiting += fresh
    return found

"""Names of units → what they are looked up by: how they begin, how they may be misspelt, without their ending."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from validator.patterns import compiled
from validator.review.naming.surroundings import PLACES

LEAST = 3
"""Characters of a town's name for one of them to be a slip."""

STEM = compiled(r"(..+?)(?:局|厅|委员会|委|办公室|办)$")
"""A department's name: its first group is what stands in front of the ending."""

_LEAST_DEPARTMENT = 5  # 民政局 is no slip for 财政局


def lengths(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return the first two characters of a name → the lengths of such names, longest first."""
    found: dict[str, set[int]] = {}
    for name in names:
        if len(name) > 1:
            found.setdefault(name[:2], set()).add(len(name))
    return {start: tuple(sorted(sizes, reverse=True)) for start, sizes in found.items()}


def near(cores: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return a core, whole and without one of its characters → the cores that it comes from."""
    found: dict[str, list[str]] = {}
    for name in cores:
        if len(name) >= (LEAST if name.endswith(PLACES) else _LEAST_DEPARTMENT):
            for shorter in dict.fromkeys((name, *less_one(name))):
                found.setdefault(shorter, []).append(name)
    return {shorter: tuple(names) for shorter, names in found.items()}


def stems(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return a department's name without its ending → such names."""
    found: dict[str, list[str]] = {}
    for name in names:
        if m := STEM.fullmatch(name):
            found.setdefault(m[1], []).append(name)
    return {stem: tuple(forms) for stem, forms in found.items()}


def less_one(name: str) -> Iterator[str]:
    """Yield a name without each of its characters."""
    return (name[:i] + name[i + 1 :] for i in range(len(name)))

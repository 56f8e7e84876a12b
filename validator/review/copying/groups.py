"""Keys → groups of keys that are the same words, or nearly: MinHash finds candidates, edit distance confirms them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

RELATED = 70
"""Likeness (0 to 100) from which two keys are in one group; what a pair of reports shares is measured anew."""

_SHINGLE = 4
_ROWS, _BANDS = 3, 16  # of two keys whose words differ by a tenth, 94 % become candidates
_BLOCK = 5000
_SEED = 1


def grouped(keys: Sequence[str]) -> list[int]:
    """Return for each of *keys* (all different) the index of the first key of its group. Close to linear."""
    from rapidfuzz import fuzz

    first = list(range(len(keys)))
    rows = _signatures(keys)
    width = _ROWS * rows.itemsize
    data = rows.tobytes()
    for band in range(_BANDS):
        seen: dict[bytes, int] = {}
        for i in range(len(keys)):
            at = (i * _BANDS + band) * width
            j = seen.setdefault(data[at : at + width], i)
            a, b = _root(first, j), _root(first, i)
            if a != b and fuzz.ratio(keys[j], keys[i], score_cutoff=RELATED):
                first[max(a, b)] = min(a, b)
    return [_root(first, i) for i in range(len(keys))]


def _signatures(keys: Sequence[str]) -> array[int]:
    """Return the MinHash values of all keys, one after the other."""
    from rensa import RMinHash

    found = array("I")
    for start in range(0, len(keys), _BLOCK):
        sets = [_shingles(key) for key in keys[start : start + _BLOCK]]
        for row in RMinHash.digest_matrix_from_token_sets(sets, _ROWS * _BANDS, _SEED).to_rows():
            found.extend(row)
    return found


def _shingles(key: str) -> list[str]:
    return [key[i : i + _SHINGLE] for i in range(max(len(key) - _SHINGLE + 1, 1))]


def _root(first: list[int], i: int) -> int:
    while first[i] != i:
        first[i] = first[first[i]]
        i = first[i]
    return i

"""Keys → groups of keys that are the same words, or nearly: MinHash finds candidates, edit distance confirms them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import compress
from operator import ne

RELATED = 70
"""Likeness (0 to 100) from which two keys are in one group; what a pair of reports shares is measured anew."""

_WIDTH = 8  # bytes of a shingle: four characters
_ROWS, _BANDS = 3, 14  # of two keys whose words differ by a tenth, nine of ten become candidates
_BLOCK = 5000
_SEED = 1


def grouped(keys: Sequence[str]) -> list[int]:
    """Return for each of *keys* (all different) the index of the first key of its group. Close to linear."""
    from rapidfuzz import fuzz

    first = list(range(len(keys)))
    for i, j in _candidates(_signatures(keys), len(keys)):
        if first[i] == first[j]:
            continue
        a, b = _root(first, j), _root(first, i)
        if a != b and fuzz.ratio(keys[j], keys[i], score_cutoff=RELATED):
            first[max(a, b)] = min(a, b)
    return [_root(first, i) for i in range(len(keys))]


def _candidates(signatures: array[int], count: int) -> Iterator[tuple[int, int]]:
    """Yield each key with the first one that has the same values in a band, if that is another."""
    width = _ROWS * signatures.itemsize
    data = signatures.tobytes()
    numbers = range(count)
    for band in range(_BANDS):
        values = [data[at : at + width] for at in range(band * width, len(data), _BANDS * width)]
        seen = dict(zip(reversed(values), reversed(numbers), strict=True))  # of equal ones the first stays
        if len(seen) < count:
            firsts = list(map(seen.__getitem__, values))
            for i in compress(numbers, map(ne, numbers, firsts)):
                yield i, firsts[i]


def _signatures(keys: Sequence[str]) -> array[int]:
    """Return the MinHash values of all keys, one after the other."""
    from rensa import RMinHash

    found = array("I")
    for start in range(0, len(keys), _BLOCK):
        tokens, begins = _shingles(keys[start : start + _BLOCK])
        rows = RMinHash.digest_matrix_from_flat_token_hashes(tokens, begins, _ROWS * _BANDS, _SEED)
        for row in rows.to_rows():
            found.extend(row)
    return found


def _shingles(keys: Sequence[str]) -> tuple[array[int], array[int]]:
    """Return every four neighbouring characters of all keys as a number, and where those of each key begin.

    Four characters of UTF-16 are eight bytes: cut from the bytes of a key they cost a tenth of cutting strings.
    """
    tokens, begins = array("Q"), array("Q", [0])
    for key in keys:
        data = key.encode("utf-16-le", "surrogatepass").ljust(_WIDTH, b"\0")
        for shift in range(0, _WIDTH, 2):
            tokens.frombytes(data[shift : len(data) - (len(data) - shift) % _WIDTH])
        begins.append(len(tokens))
    return tokens, begins


def _root(first: list[int], i: int) -> int:
    while first[i] != i:
        first[i] = first[first[i]]
        i = first[i]
    return i

"""How much two stretches of text are alike, and how much that says."""

from __future__ import annotations

CHANCE = 70
"""Likeness (0 to 100) up to which sentences on the same matter may be alike by chance."""


def alike(here: str, there: str) -> float:
    """Return how much two streams are alike, 0 to 100: the share of characters in a common order."""
    from rapidfuzz import fuzz

    return float(fuzz.ratio(here, there))


def weight_of(likeness: float) -> float:
    """Return what a shared character says, 0 to 1: nothing where it may be chance."""
    return max(likeness - CHANCE, 0.0) / (100 - CHANCE)

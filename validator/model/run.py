"""One run of the program: every file that was checked, and the rules that were applied."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from validator.model.pack import Pack
from validator.model.result import Assessment
from validator.words import Words


class Run(NamedTuple):
    """What renderers show. *packs*: ``Assessment.pack`` → pack, the one for files without a rule of their own first.

    *remarks* are about the run and not about one report: known findings that are gone, decisions that have lapsed.
    """

    assessments: tuple[Assessment, ...]
    packs: Mapping[str, Pack]
    remarks: tuple[Words, ...] = ()

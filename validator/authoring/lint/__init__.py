"""What is probably wrong in a pack that loads."""

from __future__ import annotations

import re

from validator.authoring.lint.examples import claimed_twice, quoted, unmatched
from validator.authoring.lint.finding import Desk, Finding
from validator.authoring.lint.grades import rungs, same_rules
from validator.authoring.lint.speed import hiding, slow
from validator.authoring.lint.texts import texts, unused
from validator.authoring.places import places_of
from validator.authoring.trials import trials_of
from validator.model.pack import Pack
from validator.patterns import nothing_is_kept

_CHECKS = (rungs, same_rules, unmatched, claimed_twice, quoted, texts, unused, hiding, slow)


def lint(pack: Pack, name: str) -> list[Finding]:
    """Return the findings about *pack*, in the order of its files. *name*: as for loading it."""
    desk = Desk(pack, name, places_of(name), tuple(trials_of(pack)))
    with nothing_is_kept():
        found = [finding for check in _CHECKS for finding in check(desk)]
    return sorted(dict.fromkeys(found), key=lambda f: _order(f.where))


def _order(where: str) -> tuple[str, int, int]:
    path, line, column = re.fullmatch(r"(.*?)(?::(\d+):(\d+))?", where, re.DOTALL).groups()  # type: ignore[union-attr]
    return path, int(line or 0), int(column or 0)


__all__ = ["Finding", "lint"]

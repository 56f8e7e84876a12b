"""What the linter says, and what it looks at."""

from __future__ import annotations

from typing import Literal, NamedTuple

from validator.authoring.parts import Path
from validator.authoring.places import Places, place
from validator.authoring.trials import Trial
from validator.model.pack import Pack
from validator.words import Words

Severity = Literal["error", "warning"]


class Finding(NamedTuple):
    """Something to mend. *where*: path:line:column. *check*: its name, the same in every version."""

    where: str
    severity: Severity
    check: str
    what: Words
    hint: Words


class Desk(NamedTuple):
    """A pack, the name by which it is loaded, the places of its parts, and its examples."""

    pack: Pack
    name: str
    places: Places
    trials: tuple[Trial, ...]

    def error(self, path: Path, check: str, what: Words, hint: Words) -> Finding:
        """Return a finding about something that cannot be meant."""
        return Finding(place(path, self.pack, self.places), "error", check, what, hint)

    def warning(self, path: Path, check: str, what: Words, hint: Words) -> Finding:
        """Return a finding about something that is probably not meant."""
        return Finding(place(path, self.pack, self.places), "warning", check, what, hint)

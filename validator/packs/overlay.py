"""What the file of an overlay may say, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from validator.model.outline import UnitType
from validator.model.pack import Absent, Level, Role
from validator.packs.conditions import FORBID, Id, Name, Pattern, Said, published
from validator.packs.schema import RequiresEntry, RuleEntry, RungEntry, SourceEntry, TestEntry, YearRange


class AppliesChange(BaseModel):
    """To whom a rule applies here; what is left out stays as it was."""

    model_config = FORBID
    unit_type: list[UnitType] | None = None
    place: list[Id] | None = None
    report_year: YearRange | None = None


class SetEntry(BaseModel):
    """What is different about a rule here. Other grades need other tests."""

    model_config = ConfigDict(extra="forbid")
    rule: Id
    reason: Said
    title: Said | None = None
    why: Said | None = None
    level: Level | None = None
    weight: Annotated[int, Field(strict=True, ge=0, le=100)] | None = None
    role: Role | None = None
    source: SourceEntry | None = None
    applies: AppliesChange | None = None
    requires: RequiresEntry | None = None
    grade: Annotated[list[RungEntry], Field(min_length=1)] | None = None
    absent: Absent | None = None
    say: Said | None = None
    fix: Said | None = None
    tests: Annotated[list[TestEntry], Field(min_length=2)] | None = None


class DisableEntry(BaseModel):
    """A rule that does not hold here."""

    model_config = FORBID
    rule: Id
    reason: Said


class AddEntry(BaseModel):
    """More patterns for an element. *anchors*: words of which one occurs in whatever they match."""

    model_config = FORBID
    element: Name
    patterns: Annotated[list[Pattern], Field(min_length=1)]
    anchors: list[str] = []
    reason: Said


class ValueEntry(BaseModel):
    """The value of a parameter here."""

    model_config = FORBID
    value: int | str | list[str]
    reason: Said


class OverlayFile(BaseModel):
    """What differs from a pack in one place, at one time or for one kind of report."""

    model_config = FORBID
    overlay: Id
    lang: Literal[1]
    extends: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*(\+[a-z][a-z0-9-]*)*$")]
    title: Said
    norms: dict[Name, Said] = {}
    params: dict[Name, ValueEntry] = {}
    set: list[SetEntry] = []
    disable: list[DisableEntry] = []
    add_heading: list[AddEntry] = []
    add_not_heading: list[AddEntry] = []
    add_mention: list[AddEntry] = []
    add_not_mention: list[AddEntry] = []
    rules: Annotated[list[RuleEntry], Field(max_length=500)] = []


ADDITIONS = {
    "add_heading": "heading",
    "add_not_heading": "not_heading",
    "add_mention": "mention",
    "add_not_mention": "not_mention",
}
"""Key of an overlay → list of an element."""


def schema() -> dict[str, Any]:
    """Return the JSON Schema of overlay files, for editors."""
    return published(OverlayFile)

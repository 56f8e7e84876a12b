"""What a pack file may say, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from validator.model.outline import UnitType
from validator.model.pack import Absent, Level, Role
from validator.packs.conditions import FORBID, Condition, Id, Name, Pattern, Patterns, Said, published


class ElementEntry(BaseModel):
    """How a part of a report looks."""

    model_config = FORBID
    title: Said
    anchors: list[str] = []
    mention_anchors: list[str] = []
    heading: Patterns = []
    not_heading: Patterns = []
    mention: Patterns = []
    not_mention: Patterns = []
    unclaimed: bool = False


class RungEntry(BaseModel):
    """A grade."""

    model_config = ConfigDict(extra="forbid")
    credit: Annotated[float, Field(ge=0, le=1, multiple_of=0.01)]
    when: Condition
    say: Said | None = None
    fix: Said | None = None


class SourceEntry(BaseModel):
    """The norm behind a rule: its name in *norms*, and the item."""

    model_config = FORBID
    norm: Name
    item: Said


class YearRange(BaseModel):
    """Report years for which a rule holds, both ends included."""

    model_config = ConfigDict(extra="forbid", strict=True, validate_by_name=True, validate_by_alias=True)
    from_: Annotated[int | None, Field(alias="from")] = None
    to: int | None = None


class AppliesEntry(BaseModel):
    """To whom a rule applies."""

    model_config = FORBID
    unit_type: list[UnitType] = []
    place: list[Id] = []
    report_year: YearRange = YearRange()


class RequiresEntry(BaseModel):
    """Without this the rule does not apply."""

    model_config = FORBID
    when: Condition
    say: Said


class TestEntry(BaseModel):
    """An example with the verdict that it must get."""

    model_config = ConfigDict(extra="forbid")
    want: Literal["pass", "partial", "fail", "unknown", "not_applicable"]
    doc: str
    credit: float | None = None
    todo: bool = False


class RuleEntry(BaseModel):
    """One requirement."""

    model_config = FORBID
    id: Id
    title: Said
    why: Said
    level: Level
    weight: Annotated[int, Field(ge=0, le=100)] = 0
    role: Role = "scored"
    final: bool = False
    source: SourceEntry
    applies: AppliesEntry = AppliesEntry()
    requires: RequiresEntry | None = None
    grade: Annotated[list[RungEntry], Field(min_length=1)]
    absent: Absent = "fail"
    say: Said
    fix: Said
    tests: Annotated[list[TestEntry], Field(min_length=2)]


class RefusalEntry(BaseModel):
    """A reason why a document is not this report."""

    model_config = FORBID
    when: Condition
    say: Said


class SampleEntry(BaseModel):
    """An example of what is such a report, or of what only looks like one."""

    model_config = ConfigDict(extra="forbid")
    want: Literal["accepted", "refused"]
    doc: str
    todo: bool = False


class RecogniseEntry(BaseModel):
    """Is a document such a report at all?"""

    model_config = FORBID
    refuse: list[RefusalEntry] = []
    accept: Condition
    otherwise: Said
    tests: list[SampleEntry] = []


class ParamEntry(BaseModel):
    """A value that overlays, settings and the command line may change; conditions use it as $name."""

    model_config = FORBID
    type: Literal["int", "text", "list"]
    default: int | str | list[str]
    min: int | None = None
    max: int | None = None
    title: Said


class TermEntry(BaseModel):
    """A name that is valid for reports on some years, both ends included."""

    model_config = ConfigDict(extra="forbid", strict=True, validate_by_name=True, validate_by_alias=True)
    pattern: Pattern
    from_: Annotated[int | None, Field(alias="from")] = None
    to: int | None = None
    title: Said


class ReviewEntry(BaseModel):
    """What a review of many reports must know: elements to compare with the year before, and what all must quote.

    *formal*: elements in which reports say the same things, so that it says less when they do. *common*, *names*:
    patterns of words that are no sign of copying at all. *common*: set phrases, which are no task of a plan either;
    *names*: those of norms and programmes, which a task may be about. *matter*: plain words that say what the reports
    are about and may stand right behind a unit's name. *years*: the rule that compares the years of title and text.
    """

    model_config = FORBID
    plan: Name | None = None
    shortcomings: Name | None = None
    formal: list[Name] = []
    common: Patterns = []
    names: Patterns = []
    matter: list[Annotated[str, Field(min_length=2, max_length=20)]] = []
    years: Id | None = None


class PackFile(BaseModel):
    """The main file of a pack, with the rules of its included files added."""

    model_config = FORBID
    pack: Id
    lang: Literal[1]
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    title: Said
    include: list[str] = []
    norms: dict[Name, Said]
    params: dict[Name, ParamEntry] = {}
    lexicons: dict[Name, Annotated[list[TermEntry], Field(min_length=1)]] = {}
    recognise: RecogniseEntry
    elements: dict[Name, ElementEntry]
    review: ReviewEntry = ReviewEntry()
    rules: Annotated[list[RuleEntry], Field(max_length=500)] = []


def schema() -> dict[str, Any]:
    """Return the JSON Schema of pack files, for editors."""
    found = published(PackFile)
    found["required"] = []  # an included file holds rules only
    return found

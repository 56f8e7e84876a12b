"""What a pack file may say, as pydantic models. The conditions come from the registry of check kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_type_hints

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, create_model

from validator.checks import KINDS
from validator.model.outline import UnitType
from validator.model.pack import Absent, Level, Role

_Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
_Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
_Pattern = Annotated[str, Field(min_length=1, max_length=500)]
_Patterns = list[_Pattern]
_FORBID = ConfigDict(extra="forbid", strict=True)
_COMBINERS = ("all", "any", "not")


class Said(BaseModel):
    """A text in both languages."""

    model_config = _FORBID
    zh: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]


def _kind_of(value: Any) -> str | None:
    if isinstance(value, BaseModel):  # on the way out
        return next(name for name, model in _MODELS.items() if isinstance(value, model))
    named = [key for key in value if key in KINDS] if isinstance(value, dict) else []
    return named[0] if len(named) == 1 else None


def _model_of(name: str) -> type[BaseModel]:
    """Return the model of a kind's parameters: their names, types and defaults are the kind's own."""
    params = KINDS[name].params
    hints = get_type_hints(params)
    fields: dict[str, Any] = {
        field: (_listed(hints[field]), _plain(params._field_defaults.get(field, ...))) for field in params._fields
    }
    return create_model(
        f"{name.title().replace('_', '')}Condition", __config__=_FORBID, __doc__=params.__doc__, **fields
    )


def _listed(hint: Any) -> Any:
    """YAML writes lists where the program keeps tuples."""
    return list[hint.__args__[0]] if getattr(hint, "__origin__", None) is tuple else hint


def _plain(default: Any) -> Any:
    return list(default) if isinstance(default, tuple) else default


class AllCondition(BaseModel):
    """Every condition holds."""

    model_config = _FORBID
    all: Annotated[list[Condition], Field(min_length=1)]


class AnyCondition(BaseModel):
    """At least one condition holds."""

    model_config = _FORBID
    any: Annotated[list[Condition], Field(min_length=1)]
    collect: bool = False


class NotCondition(BaseModel):
    """The condition does not hold."""

    model_config = ConfigDict(extra="forbid", strict=True, validate_by_name=True, validate_by_alias=True)
    not_: Annotated[Condition, Field(alias="not")]


_LEAVES = {name: _model_of(name) for name in KINDS if name not in _COMBINERS}
_MODELS: dict[str, type[BaseModel]] = {**_LEAVES, "all": AllCondition, "any": AnyCondition, "not": NotCondition}
if TYPE_CHECKING:
    Condition = dict[str, Any]
else:
    Condition = Annotated[
        Union[tuple(Annotated[model, Tag(name)] for name, model in _MODELS.items())],  # noqa: UP007 - made at run time
        Discriminator(_kind_of, custom_error_type="condition", custom_error_message="not exactly one question"),
    ]
for _model in (AllCondition, AnyCondition, NotCondition):
    _model.model_rebuild(_types_namespace={"Condition": Condition})


class ElementEntry(BaseModel):
    """How a part of a report looks."""

    model_config = _FORBID
    title: Said
    anchors: list[str] = []
    mention_anchors: list[str] = []
    heading: _Patterns = []
    not_heading: _Patterns = []
    mention: _Patterns = []
    not_mention: _Patterns = []
    unclaimed: bool = False


class RungEntry(BaseModel):
    """A grade."""

    model_config = ConfigDict(extra="forbid")
    credit: Annotated[float, Field(ge=0, le=1, multiple_of=0.01)]
    when: Condition
    say: Said | None = None


class SourceEntry(BaseModel):
    """The norm behind a rule: its name in *norms*, and the item."""

    model_config = _FORBID
    norm: _Name
    item: Said


class YearRange(BaseModel):
    """Report years for which a rule holds, both ends included."""

    model_config = ConfigDict(extra="forbid", strict=True, validate_by_name=True, validate_by_alias=True)
    from_: Annotated[int | None, Field(alias="from")] = None
    to: int | None = None


class AppliesEntry(BaseModel):
    """To whom a rule applies."""

    model_config = _FORBID
    unit_type: list[UnitType] = []
    report_year: YearRange = YearRange()


class RequiresEntry(BaseModel):
    """Without this the rule does not apply."""

    model_config = _FORBID
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

    model_config = _FORBID
    id: _Id
    title: Said
    why: Said
    level: Level
    weight: Annotated[int, Field(ge=0, le=100)] = 0
    role: Role = "scored"
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

    model_config = _FORBID
    when: Condition
    say: Said


class RecogniseEntry(BaseModel):
    """Is a document such a report at all?"""

    model_config = _FORBID
    refuse: list[RefusalEntry] = []
    accept: Condition
    otherwise: Said


class PackFile(BaseModel):
    """The main file of a pack, with the rules of its included files added."""

    model_config = _FORBID
    pack: _Id
    lang: Literal[1]
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    title: Said
    include: list[str] = []
    norms: dict[_Name, Said]
    recognise: RecogniseEntry
    elements: dict[_Name, ElementEntry]
    rules: Annotated[list[RuleEntry], Field(max_length=500)] = []


def schema() -> dict[str, Any]:
    """Return the JSON Schema of pack files, for editors."""
    found = PackFile.model_json_schema(by_alias=True)
    found["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    found["required"] = []  # an included file holds rules only
    return found

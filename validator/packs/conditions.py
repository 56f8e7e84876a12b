"""What a condition may say, as pydantic models made from the registry of check kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Union, get_type_hints

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, create_model

from validator.checks import KINDS

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Pattern = Annotated[str, Field(min_length=1, max_length=500)]
Patterns = list[Pattern]
FORBID = ConfigDict(extra="forbid", strict=True)
_COMBINERS = ("all", "any", "not")


class Said(BaseModel):
    """A text in both languages."""

    model_config = FORBID
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
        field: (_listed(hints[field]), _plain(params._field_defaults.get(field, ...)))
        for field in params._fields
        if field != "lexicon"
    }
    if "lexicon" in params._fields:  # the file names it; the program holds its terms
        fields["lexicon"] = (Name | None, None)
    return create_model(
        f"{name.title().replace('_', '')}Condition", __config__=FORBID, __doc__=params.__doc__, **fields
    )


def _listed(hint: Any) -> Any:
    """YAML writes lists where the program keeps tuples."""
    return list[hint.__args__[0]] if getattr(hint, "__origin__", None) is tuple else hint


def _plain(default: Any) -> Any:
    return list(default) if isinstance(default, tuple) else default


class AllCondition(BaseModel):
    """Every condition holds."""

    model_config = FORBID
    all: Annotated[list[Condition], Field(min_length=1)]


class AnyCondition(BaseModel):
    """At least one condition holds."""

    model_config = FORBID
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


def published(model: type[BaseModel]) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file; where a condition holds a number or a list, ``$name`` may stand."""
    found = model.model_json_schema(by_alias=True)
    found["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    for name, entry in found["$defs"].items():
        if name.endswith("Condition"):
            entry["properties"] = {key: _or_param(value) for key, value in entry["properties"].items()}
    return found


_PARAM = {"type": "string", "pattern": r"^\$[a-z][a-z0-9_]*$"}


def _or_param(value: dict[str, Any]) -> dict[str, Any]:
    of_text = value.get("type") == "array" and value.get("items", {}).get("type") == "string"
    if value.get("type") != "integer" and not of_text:
        return value
    kept: dict[str, Any] = {key: item for key, item in value.items() if key in ("title", "default")}
    own = {key: item for key, item in value.items() if key not in kept}
    return {**kept, "anyOf": [own, _PARAM]}

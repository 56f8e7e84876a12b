"""The JSON Schema of ``chaque.result/1``, made from the types that the JSON renderer is held to."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from validator.renderers.shape import RunShape


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the JSON format. More keys than it names may be added in later versions."""
    found = TypeAdapter(RunShape).json_schema()
    found["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    found["title"] = "chaque.result/1"
    return found

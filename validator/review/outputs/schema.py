"""The JSON Schema of ``chaque.review/1``, made from the types that review.json is held to."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from validator.review.outputs.shape import ReviewShape


def schema() -> dict[str, Any]:
    """Return the JSON Schema of review.json. More keys than it names may be added in later versions."""
    found = TypeAdapter(ReviewShape).json_schema()
    found["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    found["title"] = "chaque.review/1"
    return found

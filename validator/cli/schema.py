"""chaque schema: print a published JSON Schema."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer


def command(
    of: Annotated[
        Literal["result", "review", "pack", "overlay"],
        typer.Argument(
            metavar="[result|review|pack|overlay]", help="哪一种：检查结果、审核结果、规则包文件，或叠加包文件。"
        ),
    ] = "result",
) -> int:
    """打印 JSON Schema：检查结果（result）、审核结果（review）、规则包文件（pack）或叠加包文件（overlay）。"""
    print(schema_text(of), end="")
    return 0


def schema_text(of: Literal["result", "review", "pack", "overlay"]) -> str:
    """Return a published JSON Schema as text."""
    if of == "pack":
        from validator.packs.schema import schema
    elif of == "overlay":
        from validator.packs.overlay import schema
    elif of == "review":
        from validator.review.outputs.schema import schema
    else:
        from validator.renderers.schema import schema
    return json.dumps(schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"

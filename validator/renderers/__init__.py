"""Assessments → bytes. One module per format, one registry: to add a format, add its line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import NamedTuple

from validator.model.pack import Pack
from validator.model.result import Assessment
from validator.words import Lang


class Options(NamedTuple):
    """How to render. *colour* only matters on a terminal."""

    lang: Lang = "zh"
    colour: bool = False


Renderer = Callable[[Sequence[Assessment], Pack, Options], bytes]

RENDERERS: Mapping[str, str] = {
    "table": "validator.renderers.table",
    "json": "validator.renderers.json",
    "jsonl": "validator.renderers.jsonl",
}
"""Name of the format → module with a function ``render``; imported only when it is used."""


def render(name: str, assessments: Sequence[Assessment], pack: Pack, options: Options) -> bytes:
    """Return *assessments* in the format *name*."""
    renderer: Renderer = import_module(RENDERERS[name]).render
    return renderer(assessments, pack, options)

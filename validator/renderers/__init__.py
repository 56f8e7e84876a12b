"""Assessments → bytes. One module per format, one registry: to add a format, add its line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import NamedTuple

from validator.model.run import Run
from validator.words import Lang


class Options(NamedTuple):
    """How to render. *colour* only matters on a terminal.

    *token* is a word that no report can know: between two of them GitHub reads no commands. *full*: tell machines also
    what passed, is known or was decided by a reviewer.
    """

    lang: Lang = "zh"
    colour: bool = False
    token: str = ""
    full: bool = False


Renderer = Callable[[Run, Options], bytes]

RENDERERS: Mapping[str, str] = {
    "table": "validator.renderers.table",
    "json": "validator.renderers.json",
    "jsonl": "validator.renderers.jsonl",
    "markdown": "validator.renderers.markdown",
    "csv": "validator.renderers.csv",
    "xlsx": "validator.renderers.xlsx",
    "html": "validator.renderers.html",
    "sarif": "validator.renderers.sarif",
    "junit": "validator.renderers.junit",
    "github": "validator.renderers.github",
    "rdjsonl": "validator.renderers.rdjsonl",
    "gitlab": "validator.renderers.gitlab",
}
"""Name of the format → module with a function ``render``; imported only when it is used."""


def render(name: str, run: Run, options: Options) -> bytes:
    """Return *run* in the format *name*."""
    renderer: Renderer = import_module(RENDERERS[name]).render
    return renderer(run, options)

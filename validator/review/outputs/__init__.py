"""Review → files. One module per output, one registry: to add an output, add its line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from validator.model.review import Review
from validator.words import Lang

Files = Mapping[str, bytes]
"""Path inside the folder of outputs, with ``/`` → content."""

Output = Callable[[Review, Lang], Files]

OUTPUTS: Mapping[str, str] = {
    "json": "validator.review.outputs.json",
    "xlsx": "validator.review.outputs.xlsx",
    "html": "validator.review.outputs.html",
    "letters": "validator.review.outputs.letters",
    "notice": "validator.review.outputs.notice",
}
"""Name of the output → module with a function ``files``; imported only when it is used."""


def files(name: str, review: Review, lang: Lang) -> Files:
    """Return the files of the output *name*."""
    output: Output = import_module(OUTPUTS[name]).files
    return output(review, lang)

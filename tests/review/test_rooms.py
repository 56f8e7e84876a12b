"""Which rooms of a review touch the disk: the contract in pyproject.toml knows our modules, this knows the builtins."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import ROOT

NAME = "of a review only folders, examining, cache, ledger and writing reach for the disk"
HARMLESS = {"path", "sep", "environ"}


def _modules() -> Iterator[Path]:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    for module in next(c["source_modules"] for c in contracts if c["name"] == NAME):
        place = ROOT.joinpath(*module.split("."))
        yield from place.rglob("*.py") if place.is_dir() else [place.with_suffix(".py")]


@pytest.mark.parametrize(
    "path",
    list(_modules()),
    ids=lambda path: f"{path.parent.name}.{path.stem}",
)
def test_it_opens_nothing(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "open"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
            assert node.attr in HARMLESS

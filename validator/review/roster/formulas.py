"""Cells of a workbook that hold no value: errors like #REF!, and formulas whose results were never saved.

No Excel has opened the book since a program wrote such formulas.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from validator.errors import ReadError
from validator.readers.package import Package, has, opened, part, xml

Places = Mapping[str, frozenset[tuple[int, int]]]
"""Name of a sheet → row and column of its errors and of its formulas without a result, both 0-based."""

_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_CELL = re.compile(r"([A-Z]+)(\d+)")
_SIGNS = (b"<f", b":f", b't="e"', b"t='e'")  # far cheaper than reading the whole
_ANY = "{*}"  # office programs differ in the namespace


def unsolved(data: bytes, path: str) -> Places:
    """Return the places of errors and of formulas without a result; of what is no .xlsx or .xlsm none are known."""
    if not data.startswith(b"PK"):
        return {}
    try:
        package = opened(data, path)
        if not (has(package, _BOOK) and has(package, _RELATIONS)):
            return {}
        return {name: _places(package, target) for name, target in _sheets(package).items() if has(package, target)}
    except ReadError:
        return {}  # what is wrong with the file is told by whoever reads its cells


def _sheets(package: Package) -> dict[str, str]:
    relations = xml(part(package, _RELATIONS), package.name)
    targets = {r.get("Id"): str(r.get("Target", "")) for r in relations.iter(f"{_ANY}Relationship")}
    found = {}
    for sheet in xml(part(package, _BOOK), package.name).iter(f"{_ANY}sheet"):
        target = next((targets.get(value, "") for key, value in sheet.items() if key.endswith("}id")), "")
        found[str(sheet.get("name", ""))] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found


def _places(package: Package, target: str) -> frozenset[tuple[int, int]]:
    data = part(package, target)
    if not any(sign in data for sign in _SIGNS):
        return frozenset()
    found = set()
    for cell in xml(data, package.name).iter(f"{_ANY}c"):
        solved = cell.find(f"{_ANY}f") is None or (cell.findtext(f"{_ANY}v") or "").strip()
        if solved and cell.get("t") != "e":
            continue
        if m := _CELL.fullmatch(cell.get("r", "")):
            found.add((int(m[2]) - 1, _number(m[1])))
    return frozenset(found)


def _number(letters: str) -> int:
    at = 0
    for letter in letters:
        at = at * 26 + ord(letter) - ord("A") + 1
    return at - 1

"""A pack while it is put together: its data as written, where each value stands, and what shaped each rule."""

from __future__ import annotations

from typing import Any

from validator.errors import PackError
from validator.packs.yaml import Lines, Path
from validator.words import Words

Told = tuple[str, str, Words, dict[str, str] | None]
"""``(name, place, what, reason)``: something about a rule, an element or a parameter."""


class Draft:
    """*data*: what the files say, merged. Rules are found by their ids, because overlays add and sort them.

    *origin*: rule → the overlay that added it. *disabled*: rule → the reason. The lists ``…_told`` are in order.
    """

    def __init__(self, main: str) -> None:
        self.main = main
        self.data: dict[str, Any] = {}
        self.origin: dict[str, str] = {}
        self.disabled: dict[str, dict[str, str]] = {}
        self.rules_told: list[Told] = []
        self.elements_told: list[Told] = []
        self.values_told: list[Told] = []
        self._places: dict[Path, str] = {}
        self._by_name = False

    def add_file(self, content: Any, path: str, lines: Lines) -> None:
        """Add a file of the base pack; only the list of rules may come from several files."""
        if not isinstance(content, dict):
            raise PackError(f"{path}:1", Words("文件应当是“键: 值”的形式", "the file is not a mapping"))
        shift = len(self.data.get("rules", []))
        for at, (line, column) in lines.items():
            moved = ("rules", int(at[1]) + shift, *at[2:]) if at[:1] == ("rules",) and len(at) > 1 else at
            self._places.setdefault(moved, f"{path}:{line}:{column}")
        for key, value in content.items():
            if key == "rules" and isinstance(value, list):
                self.data.setdefault("rules", []).extend(value)
            elif key in self.data:
                raise PackError(self.place((key,)), Words(f"“{key}”在两个文件里都写了", f"“{key}” is in two files"))
            else:
                self.data[key] = value

    def name_rules(self) -> None:
        """Find rules by their ids from now on. The base pack has been validated: the ids are there, and differ."""
        self.data.setdefault("rules", [])
        self._places = {self._named(at): place for at, place in self._places.items()}
        self._by_name = True
        for rule in self.data["rules"]:
            self.tell(rule["id"], self.place(("rules", rule["id"])), Words("规则", "rule"), rule["why"])

    def _named(self, at: Path) -> Path:
        is_rule = at[:1] == ("rules",) and len(at) > 1 and isinstance(at[1], int)
        return ("rules", self.data["rules"][int(at[1])]["id"], *at[2:]) if is_rule else at

    def rule(self, name: str) -> dict[str, Any] | None:
        """Return the rule with the id *name*."""
        found: dict[str, Any] | None = next((r for r in self.data["rules"] if r["id"] == name), None)
        return found

    def put(self, at: Path, lines: Lines, under: Path, file: str) -> None:
        """Record that what stands at *at* was written at *under* in another file."""
        for path in [p for p in self._places if p[: len(at)] == at]:
            del self._places[path]
        for path, (line, column) in lines.items():
            if path[: len(under)] == under:
                self._places[(*at, *path[len(under) :])] = f"{file}:{line}:{column}"

    def place(self, at: Path) -> str:
        """Return path:line:column of the innermost part of *at* that stands in a file."""
        kept: Path = ()
        best = self._places.get((), f"{self.main}:1:1")
        for part in self._named(at) if self._by_name else at:
            if (*kept, part) in self._places:
                kept = (*kept, part)
                best = self._places[kept]
        return best

    def tell(self, rule: str, place: str, what: Words, reason: dict[str, str] | None) -> None:
        """Add a step to the history of *rule*."""
        self.rules_told.append((rule, place, what, reason))

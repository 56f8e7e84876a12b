"""What a schema cannot see: names that must exist, patterns that must compile, blanks that somebody fills."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

import regex

from validator.checks import KINDS
from validator.packs.yaml import Path
from validator.words import Words

Problem = tuple[Path, Words, Words]
_ELEMENT_LISTS = {
    "section": ("section", "outside"),
    "mention": ("mention", "inside", "outside", "beside"),
    "text": ("inside",),
    "chars": ("without",),
    "order": ("order",),
    "years": ("same", "next"),
}
_PATTERN_LISTS = {"text": ("text", "unless"), "chars": ("having",), "title": ("word",)}
_NO_HINT = Words("", "")


def problems(pack: dict[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong in a pack that the schema accepts: ``(path, what, hint)``."""
    elements = pack["elements"]
    for name, element in elements.items():
        for key in ("heading", "not_heading", "mention", "not_mention"):
            yield from _patterns(element[key], ("elements", name, key))
    yield from _condition(pack["recognise"]["accept"], ("recognise", "accept"), elements)
    for i, refusal in enumerate(pack["recognise"]["refuse"]):
        yield from _condition(refusal["when"], ("recognise", "refuse", i, "when"), elements)
    seen: dict[str, int] = {}
    for i, rule in enumerate(pack["rules"]):
        if rule["id"] in seen:
            yield (
                ("rules", i, "id"),
                Words(f"规则编号“{rule['id']}”重复", f"rule id {rule['id']} is used twice"),
                _NO_HINT,
            )
        seen[rule["id"]] = i
        yield from _rule(rule, ("rules", i), pack)


def _rule(rule: dict[str, Any], at: Path, pack: dict[str, Any]) -> Iterator[Problem]:
    norm = rule["source"]["norm"]
    if norm not in pack["norms"]:
        yield (*at, "source", "norm"), Words(f"没有叫“{norm}”的规范", f"no norm {norm}"), _nearest(norm, pack["norms"])
    for k, rung in enumerate(rule["grade"]):
        yield from _condition(rung["when"], (*at, "grade", k, "when"), pack["elements"])
    if rule["requires"]:
        yield from _condition(rule["requires"]["when"], (*at, "requires", "when"), pack["elements"])
    wanted = {t["want"] for t in rule["tests"] if not t["todo"]}
    negative = {"not_applicable", "fail", "partial"} if rule["absent"] == "not_applicable" else {"fail"}
    if "pass" not in wanted or not (wanted & negative):
        yield (
            (*at, "tests"),
            Words("规则至少要有一个应通过的例子和一个不应通过的例子", "a rule needs a passing and a failing test"),
            Words("在 tests 里补上 want: pass 和 want: fail 的例子", "Add tests with want: pass and want: fail"),
        )
    if rule["role"] == "unscored" and rule["weight"]:
        yield (
            (*at, "weight"),
            Words("不计分的规则不能有分值", "an unscored rule has no weight"),
            Words("删去 weight", "Delete weight"),
        )


def _condition(condition: dict[str, Any], at: Path, elements: dict[str, Any]) -> Iterator[Problem]:
    kind = next(key for key in condition if key in KINDS)
    if kind in ("all", "any"):
        for i, part in enumerate(condition[kind]):
            yield from _condition(part, (*at, kind, i), elements)
        return
    if kind == "not":
        yield from _condition(condition["not"], (*at, "not"), elements)
        return
    for key in _ELEMENT_LISTS.get(kind, ()):
        names = condition[key] if isinstance(condition[key], list) else [condition[key]]
        for name in names:
            if name not in elements:
                yield (*at, key), Words(f"没有叫“{name}”的要素", f"no element {name}"), _nearest(name, elements)
    for key in _PATTERN_LISTS.get(kind, ()):
        yield from _patterns(condition[key], (*at, key))


def _patterns(patterns: list[str], at: Path) -> Iterator[Problem]:
    for i, pattern in enumerate(patterns):
        try:
            regex.compile(pattern)
        except regex.error as error:
            yield (
                (*at, i),
                Words(f"正则表达式写错了：{error.msg}（第 {(error.pos or 0) + 1} 个字符）", f"bad pattern: {error}"),
                Words(
                    "括号、方括号要成对；要匹配这些符号本身，前面加 \\", "Pair brackets; escape a literal one with \\"
                ),
            )


def _nearest(name: str, known: dict[str, Any]) -> Words:
    close = get_close_matches(name, known, n=1, cutoff=0.5)
    return Words(f"是不是“{close[0]}”？", f"Did you mean {close[0]}?") if close else _NO_HINT

"""What a schema cannot see: names that must exist, patterns that must compile, blanks that somebody fills."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from typing import Any, get_args

import regex

from validator.checks import KINDS
from validator.model.outline import UnitType
from validator.packs.tabular import tabular
from validator.packs.yaml import Path
from validator.words import Words, blanks

Problem = tuple[Path, Words, Words]
_ELEMENT_LISTS = {
    "section": ("section", "outside"),
    "mention": ("mention", "inside", "outside", "beside"),
    "text": ("inside",),
    "chars": ("without",),
    "order": ("order",),
    "parts": ("parts",),
    "years": ("same", "next"),
}
_PATTERN_LISTS = {"text": ("text", "unless"), "chars": ("having",), "title": ("word",), "parts": ("besides",)}
_NO_HINT = Words("", "")


def problems(pack: dict[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong in a pack that the schema accepts: ``(path, what, hint)``."""
    elements = pack["elements"]
    for name, terms in pack["lexicons"].items():
        for i, term in enumerate(terms):
            yield from _patterns([term["pattern"]], ("lexicons", name, i, "pattern"))
    for name, element in elements.items():
        for key in ("heading", "not_heading", "mention", "not_mention"):
            yield from _patterns(element[key], ("elements", name, key))
    yield from _review(pack)
    yield from _condition(pack["recognise"]["accept"], ("recognise", "accept"), pack)
    for i, refusal in enumerate(pack["recognise"]["refuse"]):
        yield from _condition(refusal["when"], ("recognise", "refuse", i, "when"), pack)
    seen: dict[str, int] = {}
    for i, rule in enumerate(pack["rules"]):
        if rule["id"] in seen:
            yield (
                ("rules", i, "id"),
                Words(f"规则编号“{rule['id']}”重复", f"rule id {rule['id']} is used twice"),
                Words("给其中一条换一个编号", "Give one of them another id"),
            )
        seen[rule["id"]] = i
        yield from _rule(rule, ("rules", i), pack)


def _review(pack: dict[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong in what a review must know."""
    review, elements = pack["review"], pack["elements"]
    for key in ("common", "names"):
        yield from _patterns(review[key], ("review", key))
    named: list[tuple[Path, str]] = [(("review", key), review[key]) for key in ("plan", "shortcomings")]
    named += [(("review", "formal", i), name) for i, name in enumerate(review["formal"])]
    for at, name in named:
        if name and name not in elements:
            yield at, Words(f"没有叫“{name}”的要素", f"no element {name}"), _nearest(name, elements)
    rules, years = {rule["id"]: rule for rule in pack["rules"]}, review["years"]
    if years and years not in rules:
        yield ("review", "years"), Words(f"没有叫“{years}”的规则", f"no rule {years}"), _nearest(years, rules)


def _rule(rule: dict[str, Any], at: Path, pack: dict[str, Any]) -> Iterator[Problem]:
    norm = rule["source"]["norm"]
    if norm not in pack["norms"]:
        yield (*at, "source", "norm"), Words(f"没有叫“{norm}”的规范", f"no norm {norm}"), _nearest(norm, pack["norms"])
    for k, rung in enumerate(rule["grade"]):
        yield from _condition(rung["when"], (*at, "grade", k, "when"), pack)
    if rule["requires"]:
        yield from _condition(rule["requires"]["when"], (*at, "requires", "when"), pack)
    wanted = {t["want"] for t in rule["tests"] if not t["todo"]}
    negative = {"not_applicable", "fail", "partial"} if rule["absent"] == "not_applicable" else {"fail"}
    if "pass" not in wanted or not (wanted & negative):
        yield (
            (*at, "tests"),
            Words("规则至少要有一个应通过的例子和一个不应通过的例子", "a rule needs a passing and a failing test"),
            Words("在 tests 里补上 want: pass 和 want: fail 的例子", "Add tests with want: pass and want: fail"),
        )
    yield from _blanks(rule, at)
    if rule["role"] == "unscored" and rule["weight"]:
        yield (
            (*at, "weight"),
            Words("不计分的规则不能有分值", "an unscored rule has no weight"),
            Words("删去 weight", "Delete weight"),
        )


def _blanks(rule: dict[str, Any], at: Path) -> Iterator[Problem]:
    given = {word for rung in rule["grade"] for word in _gives(rung["when"])}
    said = [((*at, "say"), rule["say"])]
    said += [((*at, "grade", k, "say"), rung["say"]) for k, rung in enumerate(rule["grade"]) if rung["say"]]
    for path, text in said:
        zh, en = blanks(Words(text["zh"], text["en"]))
        unfilled = sorted((zh | en) - given)
        if unfilled:
            known = "、".join(sorted(given)) or "—"
            yield (
                path,
                Words(f"“{{{unfilled[0]}}}”没有内容可填", f"nothing fills {{{unfilled[0]}}}"),
                Words(f"这条规则的问题能填的有：{known}", f"The questions of this rule fill: {known}"),
            )
        elif zh != en:
            yield path, Words("中文和英文里的空格（{…}）不一样", "the blanks differ between zh and en"), _NO_HINT


def _gives(condition: dict[str, Any]) -> Iterator[str]:
    kind = next(key for key in condition if key in KINDS)
    parts = condition[kind] if kind in ("all", "any") else [condition[kind]] if kind == "not" else []
    yield from KINDS[kind].gives
    for part in parts:
        yield from _gives(part)


def _condition(condition: dict[str, Any], at: Path, pack: dict[str, Any]) -> Iterator[Problem]:
    kind = next(key for key in condition if key in KINDS)
    if kind in ("all", "any"):
        for i, part in enumerate(condition[kind]):
            yield from _condition(part, (*at, kind, i), pack)
        return
    if kind == "not":
        yield from _condition(condition["not"], (*at, "not"), pack)
        return
    elements, lexicon = pack["elements"], condition.get("lexicon")
    if lexicon and lexicon not in pack["lexicons"]:
        what = Words(f"没有叫“{lexicon}”的词表", f"no lexicon {lexicon}")
        yield (*at, "lexicon"), what, _nearest(lexicon, pack["lexicons"])
    for key in _ELEMENT_LISTS.get(kind, ()):
        names = condition[key] if isinstance(condition[key], list) else [condition[key]]
        for name in names:
            if name not in elements:
                yield (*at, key), Words(f"没有叫“{name}”的要素", f"no element {name}"), _nearest(name, elements)
    for key in _PATTERN_LISTS.get(kind, ()):
        yield from _patterns(condition[key], (*at, key))
    if kind == "deadline":
        yield from _deadline(condition, at)
    if kind in ("table", "sums"):
        yield from tabular(condition, at)


def elements_of(rule: dict[str, Any]) -> set[str]:
    """Return the elements that the conditions of *rule* name."""
    conditions = [rung["when"] for rung in rule["grade"]]
    conditions += [rule["requires"]["when"]] if rule["requires"] else []
    return {name for condition in conditions for name in _named(condition)}


def _named(condition: dict[str, Any]) -> Iterator[str]:
    kind = next(key for key in condition if key in KINDS)
    parts = condition[kind] if kind in ("all", "any") else [condition[kind]] if kind == "not" else []
    for part in parts:
        yield from _named(part)
    for key in _ELEMENT_LISTS.get(kind, ()):
        yield from condition[key] if isinstance(condition[key], list) else [condition[key]]


def _deadline(condition: dict[str, Any], at: Path) -> Iterator[Problem]:
    hint = Words("写成“月-日”，如 03-01；例外写成 province=04-01", "Write MM-DD: 03-01; exceptions: province=04-01")
    if not _is_day(condition["by"]):
        yield (*at, "by"), Words(f"by 写的“{condition['by']}”不是日期", f"by: “{condition['by']}” is no day"), hint
    for i, exception in enumerate(condition["exceptions"]):
        unit, _, day = exception.partition("=")
        if unit not in get_args(UnitType) or not _is_day(day):
            yield (*at, "exceptions", i), Words(f"“{exception}”写得不对", f"“{exception}” is wrong"), hint


def _is_day(text: str) -> bool:
    try:
        return len(text) == 5 and bool(date.fromisoformat(f"2024-{text}"))
    except ValueError:
        return False


def _patterns(patterns: list[str], at: Path) -> Iterator[Problem]:
    for i, pattern in enumerate(patterns):
        try:
            regex.compile(pattern)
        except regex.error as error:
            yield (
                (*at, i),
                Words(
                    f"正则表达式写错了：{_in_chinese(error.msg)}（第 {(error.pos or 0) + 1} 个字符）",
                    f"bad pattern: {error}",
                ),
                Words(
                    "括号、方括号要成对；要匹配这些符号本身，前面加 \\", "Pair brackets; escape a literal one with \\"
                ),
            )


_FAULTS = {
    "missing )": "少了右括号 )",
    "unbalanced parenthesis": "多了右括号 )",
    "unterminated character set": "方括号没有结束",
    "bad set": "方括号写得不对",
    "nothing to repeat": "* + ? 前面没有可重复的内容",
    "multiple repeat": "重复的符号连写了",
    "bad escape": "反斜线后面的字母没有这种用法",
    "missing <": "括号里的 ? 用法不对",
    "unknown extension": "括号里的 ? 用法不对",
    "bad character range": "方括号里的范围不对",
}


def _in_chinese(fault: str) -> str:
    return next((zh for en, zh in _FAULTS.items() if fault.startswith(en)), fault)


def _nearest(name: str, known: dict[str, Any]) -> Words:
    close = get_close_matches(name, known, n=1, cutoff=0.5)
    return Words(f"是不是“{close[0]}”？", f"Did you mean {close[0]}?") if close else _NO_HINT

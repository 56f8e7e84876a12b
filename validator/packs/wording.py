"""pydantic's error → what is wrong, in the words of somebody who writes rules."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from validator.checks import KINDS
from validator.packs import conditions, overlay, schema
from validator.words import Words

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_NO_HINT = Words("", "")
_DUE = {
    "int": Words("应当是整数", "must be a whole number"),
    "float": Words("应当是数", "must be a number"),
    "string_type": Words("应当是文字", "must be text"),
    "string_too_short": Words("不能是空的", "must not be empty"),
    "string_too_long": Words("太长了", "is too long"),
    "string_pattern_mismatch": Words("的写法不对", "is not written as it must be"),
    "list": Words("应当是列表", "must be a list"),
    "too_short": Words("里的项太少", "has too few items"),
    "too_long": Words("里的项太多", "has too many items"),
    "dict": Words("应当是“键: 值”的形式", "must be a mapping"),
    "model": Words("应当是“键: 值”的形式", "must be a mapping"),
    "bool": Words("只能写 true 或 false", "must be true or false"),
    "greater_than": Words("太小了", "is too small"),
    "less_than": Words("太大了", "is too large"),
    "multiple_of": Words("最多写两位小数", "has two decimals at most"),
}
_EXAMPLES = {
    "version": Words('写成三段并加引号，例如 version: "2026.1.0"', 'Write three parts in quotes: version: "2026.1.0"'),
    "weight": Words("写0到100的整数，例如 weight: 20", "A whole number from 0 to 100: weight: 20"),
    "credit": Words("写0到1之间的数，例如 credit: 0.5", "A number from 0 to 1: credit: 0.5"),
    "id": Words("用小写字母、数字和连字符，例如 id: next-year-plan", "Lower-case letters, digits and hyphens"),
    "pack": Words(
        "用小写字母、数字和连字符，例如 pack: qinghe", "Lower-case letters, digits and hyphens: pack: qinghe"
    ),
    "tests": Words(
        "补上至少两个例子：一个 want: pass，一个 want: fail", "At least two: one want: pass, one want: fail"
    ),
    "grade": Words("每一档前面写“- ”，例如 - credit: 1.0", "Begin each rung with a dash: - credit: 1.0"),
    **dict.fromkeys(
        ("say", "fix", "why", "title", "item", "otherwise", "reason"),
        Words("写成 {zh: 中文, en: English}", "Write {zh: 中文, en: English}"),
    ),
    **dict.fromkeys(
        ("heading", "not_heading", "mention", "not_mention", "text", "unless", "anchors", "having"),
        Words("写成列表：['写法一', '写法二']", "Write a list: ['one', 'another']"),
    ),
}
_A_COLON = Words("文字里有冒号加空格的，整段加引号", "Text with a colon and a space needs quotes")
_A_COMMA = Words(
    "花括号里的文字有逗号的，整段加引号；否则删去它", "Text with a comma inside braces needs quotes; else delete it"
)
_BOTH = Words("同时要的用 all: [{…}, {…}]，有一个就行的用 any", "Join them with all: [{…}, {…}] or any")


def explained(details: ErrorDetails) -> tuple[Words, Words]:
    """Return what is wrong and what to do about it."""
    key = _key(details["loc"])
    kind = details["type"]
    if kind == "extra_forbidden":
        hint = _A_COMMA if details["input"] is None else _nearest(key, _keys())
        return Words(f"不认识的键“{key}”", f"unknown key “{key}”"), hint
    if kind == "missing":
        return Words(f"缺少“{key}”", f"“{key}” is missing"), _absent(key, details["input"])
    if kind == "string_type" and isinstance(details["input"], dict):
        return Words(f"“{key}”应当是文字", f"“{key}” must be text"), _A_COLON
    if kind == "condition":
        given = [str(k) for k in details["input"]] if isinstance(details["input"], dict) else []
        hint = _nearest(given[0], KINDS) if given else _NO_HINT
        several = [k for k in given if k in KINDS]
        if len(several) > 1:
            names = "、".join(several)
            return Words(f"{names} 写在一起了", f"{', '.join(several)} stand together"), _BOTH
        known = "、".join(KINDS)
        return (
            Words(f"这里要写一个问题，而且只能写一个（{known}）", f"exactly one question is due here ({known})"),
            hint,
        )
    if kind == "literal_error":
        allowed = str(details.get("ctx", {}).get("expected", ""))
        choices = [c.strip(" '\"") for c in allowed.replace(" or ", ",").split(",")]
        return Words(f"“{key}”不能是“{details['input']}”", f"“{key}” cannot be “{details['input']}”"), _choice(
            str(details["input"]), choices
        )
    for known, due in _DUE.items():
        if kind.startswith(known):
            limit = details.get("ctx", {})
            most = limit.get("max_length") or limit.get("le")
            bound = Words(f"（最多{most}）", f" (at most {most})") if most else _NO_HINT
            told = Words(f"“{key}”{due.zh}{bound.zh}", f"“{key}” {due.en}{bound.en}")
            return told, _EXAMPLES.get(key, _NO_HINT)
    return Words(f"“{key}”写得不对：{details['msg']}", f"“{key}”: {details['msg']}"), _EXAMPLES.get(key, _NO_HINT)


def _absent(key: str, given: object) -> Words:
    """Return what to do about a missing key; it may be there with a full-width colon."""
    if isinstance(given, dict) and any(str(name).startswith(f"{key}：") for name in given):
        return Words(
            f"“{key}”后面的冒号是全角的，换成半角的 : ，后面空一格", "Its colon is full-width: write a plain one"
        )
    return _EXAMPLES["tests"] if key == "tests" else Words("补上这一项", "Add it")


def _key(loc: tuple[str | int, ...]) -> str:
    """Return the name of the place: the key, and which item of its list."""
    if loc and isinstance(loc[-1], int):
        return f"{_key(loc[:-1])}[{loc[-1] + 1}]"
    return str(loc[-1]) if loc else ""


def _choice(given: str, choices: list[str]) -> Words:
    close = get_close_matches(given, choices, n=1, cutoff=0.5)
    listed = "、".join(choices)
    if close:
        return Words(f"是不是“{close[0]}”？可以写：{listed}", f"Did you mean {close[0]}? Allowed: {listed}")
    return Words(f"可以写：{listed}", f"Allowed: {listed}")


def _nearest(key: str, known: object) -> Words:
    close = get_close_matches(key, list(known), n=1, cutoff=0.5)  # type: ignore[call-overload]
    return Words(f"是不是“{close[0]}”？", f"Did you mean “{close[0]}”?") if close else _NO_HINT


def _keys() -> set[str]:
    every = [m for module in (conditions, schema, overlay) for m in vars(module).values()]
    models = [m for m in every if isinstance(m, type) and hasattr(m, "model_fields")]
    keys = {f.alias or name for m in models for name, f in m.model_fields.items()}
    return keys | set(KINDS) | {field for kind in KINDS.values() for field in kind.params._fields}

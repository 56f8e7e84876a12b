"""pydantic's error → what is wrong, in the words of somebody who writes rules."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from validator.checks import KINDS
from validator.packs import schema
from validator.words import Words

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_NO_HINT = Words("", "")


def explained(details: ErrorDetails) -> tuple[Words, Words]:
    """Return what is wrong and what to do about it."""
    key = str(details["loc"][-1]) if details["loc"] else ""
    kind = details["type"]
    if kind == "extra_forbidden":
        return Words(f"不认识的键“{key}”", f"unknown key “{key}”"), _nearest(key, _keys())
    if kind == "missing":
        return Words(f"缺少“{key}”", f"“{key}” is missing"), Words("补上这一项", "Add it")
    if kind == "condition":
        given = [str(k) for k in details["input"]] if isinstance(details["input"], dict) else []
        hint = _nearest(given[0], KINDS) if given else _NO_HINT
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
    return Words(f"“{key}”写得不对：{details['msg']}", f"“{key}”: {details['msg']}"), _NO_HINT


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
    models = [m for m in vars(schema).values() if isinstance(m, type) and hasattr(m, "model_fields")]
    keys = {f.alias or name for m in models for name, f in m.model_fields.items()}
    return keys | set(KINDS) | {field for kind in KINDS.values() for field in kind.params._fields}

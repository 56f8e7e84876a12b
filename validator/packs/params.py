"""Parameters of a pack: their values, and the places where ``$name`` stands for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from validator.errors import PackError, UsageError
from validator.words import Words

if TYPE_CHECKING:
    from validator.packs.yaml import Path

_USE = re.compile(r"\$([a-z][a-z0-9_]*)")
_WRITTEN = {
    "int": Words("应当是整数", "must be a whole number"),
    "text": Words("应当是一段文字", "must be text"),
    "list": Words("应当是文字的列表", "must be a list of texts"),
}


def unknown(name: str, known: Mapping[str, Any]) -> tuple[Words, Words]:
    """Return what is wrong about a parameter that nobody declares, and the nearest right one."""
    from difflib import get_close_matches  # only for messages

    close = get_close_matches(name, known, n=1, cutoff=0.5)
    listed = "、".join(known) or "—"
    meant = Words(f"是不是“{close[0]}”？", f"Did you mean {close[0]}? ") if close else Words("", "")
    hint = Words(f"{meant.zh}可以写：{listed}", f"{meant.en}Allowed: {listed}")
    return Words(f"没有叫“{name}”的参数", f"no parameter {name}"), hint


def fault(name: str, declared: Mapping[str, Any], value: Any) -> tuple[Words, Words] | None:
    """Return what is wrong with a value for a parameter: ``(what, hint)``."""
    kind = declared["type"]
    right = {
        "int": isinstance(value, int) and not isinstance(value, bool),
        "text": isinstance(value, str),
        "list": isinstance(value, list) and all(isinstance(v, str) for v in value),
    }[kind]
    hint = Words(f"例如 {_shown(declared['default'])}", f"For example {_shown(declared['default'])}")
    if not right:
        return Words(f"参数“{name}”{_WRITTEN[kind].zh}", f"parameter {name} {_WRITTEN[kind].en}"), hint
    least, most = declared.get("min"), declared.get("max")
    if kind == "int" and ((least is not None and value < least) or (most is not None and value > most)):
        bounds = f"{'' if least is None else least}—{'' if most is None else most}"
        return Words(f"参数“{name}”超出范围（{bounds}）", f"parameter {name} is out of bounds ({bounds})"), hint
    return None


def given(name: str, declared: Mapping[str, Any], text: Any) -> Any:
    """Return a value from the command line or the settings. Raise UsageError for a wrong one."""
    where = f"--param {name}"
    if name not in declared:
        raise UsageError(where, *unknown(name, declared))
    value: Any = list(text) if isinstance(text, tuple) else text
    kind = declared[name]["type"]
    if isinstance(text, str) and kind == "int" and re.fullmatch(r"-?[0-9]{1,9}", text):
        value = int(text)
    elif isinstance(text, str) and kind == "list":
        value = [part for part in re.split("[,，、]", text) if part]
    wrong = fault(name, declared[name], value)
    if wrong:
        raise UsageError(where, *wrong)
    return value


def filled(data: Any, values: Mapping[str, Any], place: Callable[[Path], str], at: Path = ()) -> Any:
    """Return *data* with every ``$name`` of a condition, and ``{name}`` of a message, replaced. Raise PackError."""
    if isinstance(data, dict):
        if data.keys() == {"zh", "en"}:
            return {key: _said(text, values) for key, text in data.items()}
        return {key: v if key == "doc" else filled(v, values, place, (*at, key)) for key, v in data.items()}
    if isinstance(data, list):
        return [filled(v, values, place, (*at, i)) for i, v in enumerate(data)]
    used = _USE.fullmatch(data) if isinstance(data, str) else None
    if not used:
        return data
    if used[1] not in values:
        raise PackError(place(at), *unknown(used[1], values))
    return values[used[1]]


def _said(text: Any, values: Mapping[str, Any]) -> Any:
    if not isinstance(text, str) or "{" not in text:
        return text
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", _shown(value))
    return text


def _shown(value: Any) -> str:
    return "、".join(value) if isinstance(value, list) else str(value)


def uses(data: Any, at: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield where a parameter is used, and which: in conditions and in messages."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key != "doc":
                yield from uses(value, (*at, key))
    elif isinstance(data, list):
        for i, value in enumerate(data):
            yield from uses(value, (*at, i))
    elif isinstance(data, str) and (used := _USE.fullmatch(data)):
        yield at, used[1]

"""YAML as plain data with positions: no anchors, no tags, no merge keys, no key twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml
from yamlcore import CCoreLoader

from validator.errors import PackError
from validator.packs.mistakes import mistake
from validator.words import Words

Path = tuple[str | int, ...]
Lines = dict[Path, tuple[int, int]]
"""Where each value stands: path → 1-based line and column."""

_DEEPEST = 40
_SCALARS: dict[str, Callable[[str], Any]] = {
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": lambda v: float(v.replace(".inf", "inf").replace(".nan", "nan").replace(".NaN", "nan")),
    "tag:yaml.org,2002:bool": lambda v: v.lower() == "true",
    "tag:yaml.org,2002:null": lambda _: None,
    "tag:yaml.org,2002:str": str,
}


def read_yaml(data: bytes, name: str) -> tuple[Any, Lines]:
    """Return the data of a YAML file and where it stands. Raise PackError with line and column."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise PackError(name, Words("不是 UTF-8 文件", "not a UTF-8 file")) from error
    try:
        _refuse_references(text, name)
        loader = CCoreLoader(text)
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        raise _unreadable(error, text, name) from error
    except yaml.YAMLError as error:
        raise PackError(name, Words("YAML 里有不允许的字符", "a character that YAML does not allow")) from error
    if node is None:
        return None, {(): (1, 1)}
    lines: Lines = {}
    return _value(node, (), lines, name), lines


def _unreadable(error: yaml.MarkedYAMLError, text: str, name: str) -> PackError:
    """Return what is wrong in words of the file, if it is a usual mistake; else in those of the parser."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return PackError(name, Words(f"YAML 写法不对（{error.problem}）", f"not YAML: {error.problem}"))
    found = mistake(text, mark.line + 1, error.problem or "")
    if found:
        what = Words(f"YAML 写法不对：{found.what.zh}", f"not YAML: {found.what.en}")
        return PackError(f"{name}:{found.line}:{found.column}", what, found.hint)
    return PackError(
        f"{name}:{mark.line + 1}:{mark.column + 1}",
        Words(f"YAML 写法不对（{error.problem}）", f"not YAML: {error.problem}"),
        Words(
            "常见原因：缩进用了 Tab、冒号后没空格、引号没有成对", "Usual causes: tabs, no space after a colon, a quote"
        ),
    )


def _refuse_references(text: str, name: str) -> None:
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        tag = getattr(event, "tag", None)
        if getattr(event, "anchor", None) or tag:
            raise _wrong(
                event,
                name,
                Words("不能用锚点、引用或标签", "anchors, aliases and tags are not allowed"),
                Words("把内容直接写出来", "Write the content out"),
            )


def _value(node: Any, path: Path, lines: Lines, name: str) -> Any:
    if len(path) > _DEEPEST:
        raise _wrong(
            node, name, Words("套得太深", "nested too deeply"), Words("请拆成几条规则", "Split it into several rules")
        )
    lines[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key, str) or key == "<<":
                raise _wrong(
                    key_node,
                    name,
                    Words("不能用合并键", "merge keys are not allowed"),
                    Words("把内容写出来", "Write it out"),
                )
            if key in found:
                raise _wrong(
                    key_node,
                    name,
                    Words(f"“{key}”写了两次", f"“{key}” is there twice"),
                    Words("删去一处", "Delete one"),
                )
            found[key] = _value(value_node, (*path, key), lines, name)
            lines[(*path, key)] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        return found
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, i), lines, name) for i, item in enumerate(node.value)]
    if node is None:
        return None
    convert = _SCALARS.get(node.tag, str)
    return convert(node.value)


def _wrong(mark: Any, name: str, what: Words, hint: Words) -> PackError:
    return PackError(f"{name}:{mark.start_mark.line + 1}:{mark.start_mark.column + 1}", what, hint)

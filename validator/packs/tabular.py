"""What a schema cannot see in questions about tables: rows with names, patterns that compile, equations over names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

import regex

from validator.checks.sums import NAME, parsed
from validator.packs.yaml import Path
from validator.words import Words

Problem = tuple[Path, Words, Words]
_NO_HINT = Words("", "")
_ROW_HINT = Words("写成“名称=正则表达式”，如 新收=本年新收", "Write name=pattern: new=^Received this year")
_SUM_HINT = Words("写成“新收 + 结转 = 办理 + 继续”的样式，名称里不能有 + 和 =", "Write: new + carried = done + open")


def tabular(condition: dict[str, Any], at: Path) -> Iterator[Problem]:
    """Yield what is wrong in a question about a table."""
    rows: list[str] = []
    words = "having" if "sums" in condition else "table"
    for i, pattern in enumerate(condition[words]):
        yield from _pattern(pattern, (*at, words, i))
    for i, row in enumerate(condition["rows"]):
        name, sign, pattern = (part.strip() for part in row.partition("="))
        rows.append(name)
        if not (sign and pattern and NAME.fullmatch(name)):
            yield (*at, "rows", i), Words(f"“{row}”写得不对", f"“{row}” is wrong"), _ROW_HINT
        yield from _pattern(pattern, (*at, "rows", i))
    columns = condition.get("columns", [])
    for key, names in (("rows", rows), ("columns", columns)):
        repeated = next((name for i, name in enumerate(names) if name in names[:i]), None)
        if repeated:
            yield (*at, key), Words(f"“{repeated}”重复", f"{repeated} is named twice"), _NO_HINT
    for i, text in enumerate(condition.get("sums", [])):
        yield from _equation(text, (*at, "sums", i), rows, columns)


def _equation(text: str, at: Path, rows: Sequence[str], columns: Sequence[str]) -> Iterator[Problem]:
    try:
        equation = parsed(text)
    except ValueError:
        yield at, Words(f"“{text}”不是等式", f"“{text}” is no equation"), _SUM_HINT
        return
    names = equation.left + equation.right
    if set(names) <= set(rows) or set(names) <= set(columns):
        return
    unknown = next((name for name in names if name not in (*rows, *columns)), None)
    if unknown is None:
        mixed = Words("等式里行和列混用了", "the equation mixes rows and columns")
        yield at, mixed, Words("一个等式只写行，或者只写列", "Use names of rows only, or of columns only")
        return
    close = get_close_matches(unknown, [*rows, *columns], n=1, cutoff=0.5)
    hint = Words(f"是不是“{close[0]}”？", f"Did you mean {close[0]}?") if close else _NO_HINT
    yield at, Words(f"没有叫“{unknown}”的行或列", f"no row or column {unknown}"), hint


def _pattern(pattern: str, at: Path) -> Iterator[Problem]:
    try:
        regex.compile(pattern)
    except regex.error as error:
        yield at, Words(f"正则表达式写错了：{error.msg}", f"bad pattern: {error}"), _NO_HINT

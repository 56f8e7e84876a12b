"""What people usually get wrong in YAML, recognised from the line itself: the parser's own words help nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from validator.words import Words


class Mistake(NamedTuple):
    """*line* and *column* are 1-based."""

    line: int
    column: int
    what: Words
    hint: Words


_KEY = r"[ ]*(?:- +)?[\"']?[A-Za-z_][\w-]*[\"']?"
_SIGNS: Sequence[tuple[re.Pattern[str], Words, Words]] = (
    (
        re.compile(r"^[ ]*(\t)"),
        Words("缩进用了 Tab", "a tab in the indentation"),
        Words("缩进换成空格，每一层两个", "Use spaces, two for each level"),
    ),
    (
        re.compile(rf"^{_KEY}(：)"),
        Words("冒号是全角的“：”", "the colon is full-width"),
        Words("换成半角的 : ，后面空一格", "Write a plain colon and a space"),
    ),
    (
        re.compile(r"[{,，][ ]*[A-Za-z_]+(：)"),
        Words("冒号是全角的“：”", "the colon is full-width"),
        Words("换成半角的 : ，后面空一格", "Write a plain colon and a space"),
    ),
    (
        re.compile(r"\{[^{}]*(，)[ ]*[a-z_]+:"),
        Words("花括号里用了全角逗号", "a full-width comma between entries"),
        Words("各项之间换成半角的 , ", "Separate entries with a plain comma"),
    ),
    (
        re.compile(rf"^{_KEY}(:)[^\s:]"),
        Words("冒号后面没有空格", "no space after the colon"),
        Words("在冒号后面加一个空格", "Add a space after the colon"),
    ),
    (
        re.compile(r"^[ ]*(-)[A-Za-z_]+:"),
        Words("“-”后面没有空格", "no space after the dash"),
        Words("在“-”后面加一个空格", "Add a space after the dash"),
    ),
    (
        re.compile(r'^[^"\']*(")(?:[^"\\]|\\[\\"/nt])*\\[^\\"/nt]'),
        Words("双引号里有单独的反斜线", "a lone backslash between double quotes"),
        Words("正则表达式用单引号括起来：'\\d'", "Write patterns between single quotes: '\\d'"),
    ),
    (
        re.compile(rf"^{_KEY}: +[^\s\"'{{\[|>#][^\"']*(: )"),
        Words("文字里有冒号加空格，没有用引号括起来", "text with a colon and a space needs quotes"),
        Words("给整段文字加引号，或者把冒号换成“：”", "Put the text between quotes"),
    ),
    (
        re.compile(r"\{(?:zh|en): [^\"'{}]*(\{)"),
        Words("文字里有花括号，没有用引号括起来", "text with braces needs quotes"),
        Words("给整段文字加引号", "Put the text between quotes"),
    ),
    (
        re.compile(r"(?:: |- |\[)(\[)[^\]'\"]*\][^\s,\]]"),
        Words("含 [ ] 的正则表达式没有用引号括起来", "a pattern with brackets needs quotes"),
        Words("给它加单引号：'[一二三]+'", "Put it between single quotes"),
    ),
)
_QUOTES = Words("引号没有成对", "a quotation mark is missing")
_CLOSE = Words("在末尾补上引号", "Close the quotation")
_INDENT = Words("缩进和上下的行对不齐", "the indentation does not fit the lines around it")
_ALIGN = Words(
    "同一层的键左边要对齐，每深一层多空两格", "Keys of one level begin in one column, two spaces deeper each"
)


def mistake(text: str, line: int, problem: str) -> Mistake | None:
    """Return the usual mistake that explains why the YAML *text* stops making sense at *line* (1-based).

    *problem*: what the parser says. The lines just before are looked at, too: it notices some things late.
    """
    lines = text.split("\n")
    for number in [line, *range(line - 1, max(0, line - 4), -1)]:
        written = lines[number - 1] if 0 < number <= len(lines) else ""
        if written.lstrip().startswith("#"):
            continue
        for sign, what, hint in _SIGNS:
            found = sign.search(written)
            if found:
                return Mistake(number, found.start(1) + 1, what, hint)
        if _has_odd_quote(written):
            return Mistake(number, _last_quote(written) + 1, _QUOTES, _CLOSE)
    if "expected key" in problem or "'-' indicator" in problem or "block" in problem:
        indent = len(lines[line - 1]) - len(lines[line - 1].lstrip()) if line <= len(lines) else 0
        return Mistake(line, indent + 1, _INDENT, _ALIGN)
    return None


def _has_odd_quote(line: str) -> bool:
    """Tell whether a quotation of one line is left open."""
    return bool(re.search(r"(?:: |\[|- |, )'(?:[^']|'')*$|(?:: |\[|- |, )\"(?:[^\"\\]|\\.)*$", line))


def _last_quote(line: str) -> int:
    return max(line.rfind("'"), line.rfind('"'))

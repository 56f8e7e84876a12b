"""One row of the sheet of decisions: its columns, its words, and what people say in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from validator.model.decision import Action
from validator.model.pack import Rule
from validator.review.deciding.decisions import ACTIONS, CHANGES, outcome_words
from validator.review.deciding.proposals import Proposal
from validator.words import Lang, Words

SHEET = Words("复核意见", "Decisions")
WHOLE = Words("全文", "Whole report")
"""What stands for an element where a row is about the whole report."""
FIELDS = (
    "unit",
    "year",
    "element",
    "machine",
    "message",
    "action",
    "new",
    "reason",
    "who",
    "rule",
    "digest",
    "old",
    "known",
    "origin",
)
HEADERS: Sequence[Words] = (
    *(Words("单位", "Unit"), Words("年度", "Year"), Words("要素", "Element"), Words("机器结论", "Machine")),
    *(Words("说明", "Message"), Words("意见", "Opinion"), Words("改为", "Change to"), Words("理由", "Reason")),
    *(Words("复核人", "Reviewer"), Words("规则", "Rule"), Words("文字", "Text"), Words("结论代码", "Code")),
    *(Words("决定号", "Decision"), Words("本行", "Row")),
)
"""The heads of the columns, in the order of FIELDS. What stands behind *who* are codes that people leave alone."""
OPINIONS: Mapping[Action, Words] = {action: words for action, words in ACTIONS.items() if action != "withdraw"}
OUTCOME_WORDS: Mapping[str, Words] = {code: outcome_words(code) for code in CHANGES}
"""What a result can be changed to."""
CHECK_WORDS: Mapping[str, Words] = {"pass": Words("没有问题", "fine"), "fail": Words("要核对", "to check")}
"""The same for what is no element but only something to be checked."""
NEW_WORDS: Sequence[Words] = (*OUTCOME_WORDS.values(), *CHECK_WORDS.values())
"""All that a cell “Change to” can hold."""

_YEAR = re.compile(r"(\d{4})(?:年度?)?")
_ID = re.compile(r"[0-9]{1,15}")
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"


class Row(NamedTuple):
    """A row with an opinion. *number*: 1-based, as the spreadsheet program shows it.

    *known*: the id of the decision that it was made with, 0 for none and where nobody knows. *element*: what it calls
    its rule, where nothing has shown yet that the two belong together.
    """

    number: int
    proposal: Proposal
    known: int = 0
    element: str = ""


class Emptied(NamedTuple):
    """A row without an opinion that was made with a decision, *known*; *digest* and *old* as in Proposal."""

    number: int
    unit: str
    known: int
    digest: str
    old: str


class Mistake(NamedTuple):
    """A row that cannot be taken, and the head of the column that is wrong."""

    number: int
    column: Words
    what: Words
    hint: Words = Words("", "")


def column(field: str) -> Words:
    """Return the head of the column of a field."""
    return HEADERS[FIELDS.index(field)]


def origin(unit: str, element: str, lang: Lang = "zh") -> str:
    """Return what tells which row the codes behind it belong to, when its other cells have moved.

    Read back, both colons are the same.
    """
    return f"{unit}: {element}" if lang == "en" else f"{unit}：{element}"


def new_words(code: str, rule: Rule) -> Words:
    """Return what stands for an outcome of *rule* in a cell “Change to”, so that it is read back as the same."""
    return (CHECK_WORDS if rule.role == "unscored" and code in CHECK_WORDS else OUTCOME_WORDS)[code]


def outcome_named(text: str) -> str | None:
    """Return the outcome that is named by its code or by one of its words; None for another word."""
    found: str | None = _code(text, OUTCOME_WORDS) or _code(text, CHECK_WORDS)
    return found


def row_of(number: int, row: Mapping[str, str]) -> Row | Emptied | Mistake | None:
    """Return what the cells of one row say (by field), or what is wrong with them; None where they say nothing."""
    if row["action"]:
        return _strayed(number, row) or _opinion(number, row)
    if row["new"]:
        what = Words("写了“改为”，没有写“意见”", "there is a “Change to” but no “Opinion”")
        return Mistake(number, column("action"), what, Words("意见写“更正”", "Write “correct”"))
    known = _id(row)
    return (
        Emptied(number, row["unit"], known, row["digest"], row["old"]) if known and not _strayed(number, row) else None
    )


def _strayed(number: int, row: Mapping[str, str]) -> Mistake | None:
    """Tell where unit or element are no longer those that the codes of the row belong to."""
    made, unit, element = (row.get(field, "") for field in ("origin", "unit", "element"))
    is_unit = matched(made).startswith(matched(origin(unit, "")))
    if not made or not unit or (is_unit and (not element or matched(made) == matched(origin(unit, element)))):
        return None
    wrong = element if is_unit else unit
    what = Words(
        f"“{wrong}”和后面的代码对不上，代码是“{made}”的",
        f"“{wrong}” does not fit the codes behind, which are of “{made}”",
    )
    return Mistake(number, column("element" if is_unit else "unit"), what, TOGETHER)


def _opinion(number: int, row: Mapping[str, str]) -> Row | Mistake:
    """Return what a row with an opinion says, or what is wrong with the first cell that cannot be understood."""
    year = _YEAR.fullmatch(matched(row["year"]))
    if not row["unit"]:
        return Mistake(number, column("unit"), Words("没有写单位", "no unit"), _LEAVE)
    if not year:
        what = Words(f"“{row['year']}”不是年度", f"“{row['year']}” is no year")
        return Mistake(number, column("year"), what, Words("写成 2025 的样子", "Write it as 2025"))
    action, new = _code(row["action"], OPINIONS), outcome_named(row["new"])
    if action is None:
        return _not_one_of(number, "action", row["action"], tuple(OPINIONS.values()))
    if row["new"] and new is None:
        return _not_one_of(number, "new", row["new"], NEW_WORDS)
    if not row["rule"] and matched(row.get("element", "")) not in map(matched, ("", *WHOLE)):
        return Mistake(number, column("rule"), Words("规则编号被删掉了", "the id of the rule is gone"), _LEAVE)
    proposal = Proposal(
        *(row["unit"], int(year[1]), action, row["rule"], new or "", row["reason"], row["who"]),
        digest=row["digest"],
        old=row["old"],
    )
    return Row(number, proposal, _id(row), "" if row.get("origin") else row.get("element", ""))


def _id(row: Mapping[str, str]) -> int:
    """Return the id of the decision that a row was made with, 0 for none."""
    known = row.get("known", "")
    return int(known) if _ID.fullmatch(known) else 0


def _code(text: str, choices: Mapping[Any, Words]) -> Any:
    """Return the code that a cell names by a word or by itself; None for another word."""
    wanted = matched(text)
    return next((code for code, words in choices.items() if wanted in map(matched, (code, *words))), None)


def _not_one_of(number: int, field: str, text: str, choices: Sequence[Words]) -> Mistake:
    zh, en = zip(*choices, strict=True)
    hint = Words(f"可以写：{'、'.join(zh)}", f"Allowed: {', '.join(en)}")
    return Mistake(number, column(field), Words(f"不能写“{text}”", f"cannot be “{text}”"), hint)


def text_of(cell: Any) -> str:
    """Return what a cell shows; whole numbers come as 2025.0."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip().strip(_INVISIBLE).strip()


def matched(cell: Any) -> str:
    """Return a cell as it is compared: half-width, small letters, without blanks."""
    return "".join(unicodedata.normalize("NFKC", text_of(cell)).split()).lower()


_LEAVE = Words("请照原来的工作簿填回这一格", "Fill the cell in again as the workbook had it")
TOGETHER = Words(
    "可能是排序或粘贴时没有带上后面的列；请在原来的工作簿里重新填这一行",
    "Perhaps the columns behind were left out when it was sorted or pasted: fill in the row of the workbook as it was",
)

"""The sheet of decisions in the review's workbook: its words, and how what people wrote in it is read back."""

from __future__ import annotations

import io
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from validator.errors import ReadError, UsageError
from validator.model.decision import Action
from validator.review.deciding.decisions import ACTIONS, CHANGES, outcome_words
from validator.review.deciding.proposals import Proposal
from validator.words import Words
from validator.workers import Pool

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
)
HEADERS: Sequence[Words] = (
    *(Words("单位", "Unit"), Words("年度", "Year"), Words("要素", "Element"), Words("机器结论", "Machine")),
    *(Words("说明", "Message"), Words("意见", "Opinion"), Words("改为", "Change to"), Words("理由", "Reason")),
    *(Words("复核人", "Reviewer"), Words("规则", "Rule"), Words("文字", "Text"), Words("结论代码", "Code")),
    Words("决定号", "Decision"),
)
"""The heads of the columns, in the order of FIELDS. What stands behind *who* are codes that people leave alone."""
OPINIONS: Mapping[Action, Words] = {action: words for action, words in ACTIONS.items() if action != "withdraw"}
OUTCOME_WORDS: Mapping[str, Words] = {code: outcome_words(code) for code in CHANGES}
"""What a result can be changed to."""

MAX_BYTES = 30 * 1024 * 1024
MAX_ROWS = 200_000
_HEAD_WITHIN = 50  # rows
_OPTIONAL = ("element", "machine", "message", "known")
_YEAR = re.compile(r"(\d{4})(?:年度?)?")
_ID = re.compile(r"[0-9]{1,15}")
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"


class Row(NamedTuple):
    """A row with an opinion. *number*: 1-based, as the spreadsheet program shows it.

    *known*: the id of the decision that it was made with, 0 for none and where nobody knows.
    """

    number: int
    proposal: Proposal
    known: int = 0


class Mistake(NamedTuple):
    """A row that cannot be taken, and the head of the column that is wrong."""

    number: int
    column: Words
    what: Words
    hint: Words = Words("", "")


class Sheet(NamedTuple):
    """What people wrote: the rows that can be understood, and the others."""

    rows: tuple[Row, ...]
    mistakes: tuple[Mistake, ...]


def column(field: str) -> Words:
    """Return the head of the column of a field."""
    return HEADERS[FIELDS.index(field)]


def read_sheet(data: bytes, path: str) -> Sheet:
    """Return the opinions in the workbook *data*, read in a process of its own; *path* is said in mistakes.

    Raise UsageError for a file that is too large, broken, or no workbook with such a sheet.
    """
    refuse_large(len(data), path)
    pool: Pool[tuple[bytes, str], Sheet | UsageError] = Pool([(data, path)], _apart, _lost, 1)
    found = next(pool.in_order())
    if isinstance(found, UsageError):
        raise found
    return found


def refuse_large(size: int, path: str) -> None:
    """Raise UsageError for a workbook of so many bytes that it is not read."""
    if size > MAX_BYTES:
        megabytes = MAX_BYTES // 1024 // 1024
        raise UsageError(path, Words(f"工作簿超过 {megabytes} MB", f"the workbook is larger than {megabytes} MB"))


def _lost(job: tuple[bytes, str], _: ReadError) -> UsageError:
    return UsageError(job[1], _CANNOT_OPEN, _SAVE_AGAIN)


def _apart(job: tuple[bytes, str]) -> Sheet | UsageError:
    """Read in a process of its own: what the library prints when it dies of a hostile file helps nobody."""
    if not os.environ.get("CHAQUE_DEBUG"):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    return _tried(job)


def _tried(job: tuple[bytes, str]) -> Sheet | UsageError:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    data, path = job
    try:
        with CalamineWorkbook.from_object(io.BytesIO(data)) as workbook:
            return _read(workbook, path)
    except UsageError as error:
        return error
    except PasswordError:
        return UsageError(path, Words("工作簿有密码", "the workbook has a password"), _NO_PASSWORD)
    except (CalamineError, ValueError, OSError):
        return UsageError(path, _CANNOT_OPEN, _SAVE_AGAIN)


def _read(workbook: Any, path: str) -> Sheet:
    """Read the sheet of that name, or else the first that has its columns: people rename sheets."""
    names = sorted(workbook.sheet_names, key=lambda name: name.strip() not in SHEET)
    for name in names:
        sheet = workbook.get_sheet_by_name(name)
        if sheet.total_height > MAX_ROWS + _HEAD_WITHIN:
            raise UsageError(path, Words(f"“{name}”超过 {MAX_ROWS} 行", f"“{name}” has more than {MAX_ROWS} rows"))
        lines = enumerate(sheet.iter_rows(), 1)
        columns = _columns(lines)
        if columns:
            _refuse_incomplete(columns, path)
            return _sorted(_rows(lines, columns))
    what = Words(f"里面没有“{SHEET.zh}”这张表", f"it has no sheet “{SHEET.en}”")
    raise UsageError(path, what, Words("请用 chaque review 生成的工作簿", "Use the workbook that chaque review made"))


def _columns(lines: Iterator[tuple[int, list[Any]]]) -> dict[str, int]:
    """Go down to the row with the heads and return field → column; nothing where there is none."""
    for number, cells in lines:
        heads = {_matched(cell): i for i, cell in reversed(list(enumerate(cells)))}
        found = {}
        for field, words in zip(FIELDS, HEADERS, strict=True):
            at = next((heads[head] for head in map(_matched, words) if head in heads), None)
            if at is not None:
                found[field] = at
        if {"unit", "action"} <= found.keys():
            return found
        if number >= _HEAD_WITHIN:
            break
    return {}


def _refuse_incomplete(columns: Mapping[str, int], path: str) -> None:
    missing = [field for field in FIELDS if field not in columns and field not in _OPTIONAL]
    if missing:
        head = column(missing[0])
        what = Words(f"“{SHEET.zh}”缺少“{head.zh}”这一列", f"“{SHEET.en}” has no column “{head.en}”")
        hint = Words("请不要删列；可以隐藏", "Leave the columns in place; they can be hidden")
        raise UsageError(path, what, hint)


def _sorted(found: Iterator[Row | Mistake]) -> Sheet:
    rows: list[Row] = []
    mistakes: list[Mistake] = []
    for one in found:
        if isinstance(one, Row):
            rows.append(one)
        else:
            mistakes.append(one)
    return Sheet(tuple(rows), tuple(mistakes))


def _rows(lines: Iterator[tuple[int, list[Any]]], columns: Mapping[str, int]) -> Iterator[Row | Mistake]:
    for number, cells in lines:
        row = {field: _text(cells[at]) if at < len(cells) else "" for field, at in columns.items()}
        if row["action"]:
            yield _row(number, row)
        elif row["new"]:
            what = Words("写了“改为”，没有写“意见”", "there is a “Change to” but no “Opinion”")
            yield Mistake(number, column("action"), what, Words("意见写“更正”", "Write “correct”"))


def _row(number: int, row: Mapping[str, str]) -> Row | Mistake:
    """Return what one row says, or what is wrong with the first cell that cannot be understood."""
    year = _YEAR.fullmatch(_matched(row["year"]))
    if not row["unit"]:
        return Mistake(number, column("unit"), Words("没有写单位", "no unit"), _LEAVE)
    if not year:
        what = Words(f"“{row['year']}”不是年度", f"“{row['year']}” is no year")
        return Mistake(number, column("year"), what, Words("写成 2025 的样子", "Write it as 2025"))
    action, new = _code(row["action"], OPINIONS), _code(row["new"], OUTCOME_WORDS)
    if action is None:
        return _not_one_of(number, "action", row["action"], OPINIONS)
    if row["new"] and new is None:
        return _not_one_of(number, "new", row["new"], OUTCOME_WORDS)
    if not row["rule"] and _matched(row.get("element", "")) not in map(_matched, ("", *WHOLE)):
        return Mistake(number, column("rule"), Words("规则编号被删掉了", "the id of the rule is gone"), _LEAVE)
    proposal = Proposal(
        *(row["unit"], int(year[1]), action, row["rule"], new or "", row["reason"], row["who"]),
        digest=row["digest"],
        old=row["old"],
    )
    known = row.get("known", "")
    return Row(number, proposal, int(known) if _ID.fullmatch(known) else 0)


def _code(text: str, choices: Mapping[Any, Words]) -> Any:
    """Return the code that a cell names by a word or by itself; None for another word."""
    wanted = _matched(text)
    return next((code for code, words in choices.items() if wanted in map(_matched, (code, *words))), None)


def _not_one_of(number: int, field: str, text: str, choices: Mapping[Any, Words]) -> Mistake:
    zh, en = zip(*choices.values(), strict=True)
    hint = Words(f"可以写：{'、'.join(zh)}", f"Allowed: {', '.join(en)}")
    return Mistake(number, column(field), Words(f"不能写“{text}”", f"cannot be “{text}”"), hint)


def _text(cell: Any) -> str:
    """Return what a cell shows; whole numbers come as 2025.0."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip().strip(_INVISIBLE).strip()


def _matched(cell: Any) -> str:
    """Return a cell as it is compared: half-width, small letters, without blanks."""
    return "".join(unicodedata.normalize("NFKC", _text(cell)).split()).lower()


_SAVE_AGAIN = Words(
    "请用 Excel 或 WPS 打开后另存为 .xlsx 再试", "Open it in Excel or WPS, save it as .xlsx and try again"
)
_CANNOT_OPEN = Words("打不开这个工作簿", "cannot open this workbook")
_NO_PASSWORD = Words("请去掉密码再试", "Take the password off and try again")
_LEAVE = Words("请照原来的工作簿填回这一格", "Fill the cell in again as the workbook had it")

"""What tests of decisions need: what was seen of invented units, decisions about them, filled sheets."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from validator.model.decision import Decision, Seen
from validator.review.deciding.decisions import outcome_words
from validator.review.deciding.ledger import Ledger
from validator.review.deciding.rows import FIELDS, HEADERS, SHEET, origin
from validator.words import Lang, say

UNIT = "云川县青禾镇人民政府"
OTHER = "云川县白石镇人民政府"
DIGEST = "0123456789abcdef"
RESULTS = {"achievements": "pass", "causes": "fail", "plan": "partial", "date": "not_checked"}


def seen(unit: str = UNIT, **changed: Any) -> Seen:
    row = Seen(
        *(0, "", unit, 2025, "submitted", f"2025/{unit}.docx", DIGEST, "fazhi-zhengfu"),
        low=82.5,
        high=82.5,
        verdict="incomplete",
        results=RESULTS,
    )
    return row._replace(**changed)


def decision(**changed: Any) -> Decision:
    d = Decision(0, "", "王某", UNIT, 2025, "correct", "causes", "fail", "pass", "原因写在第二部分末尾", DIGEST)
    return d._replace(**changed)


def ledger(folder: Path, *rows: Seen) -> str:
    """Make a ledger that has seen *rows*, else two units, and return its path."""
    path = str(folder / "2025.chaque-ledger")
    with Ledger(path) as book:
        book.note_seen(rows or (seen(), seen(OTHER)))
    return path


def line(unit: str = UNIT, year: object = 2025, rule: str = "causes", **filled: object) -> dict[str, object]:
    """Return a row of the sheet as the workbook has it, with what was *filled* in (by field)."""
    code = RESULTS.get(rule, "")
    element = str(filled.get("element", rule or "全文"))
    row = {"unit": unit, "year": year, "element": element, "machine": outcome_words(code).zh, "message": "话"}
    return {
        **row,
        "action": "",
        "new": "",
        "reason": "",
        "who": "",
        "rule": rule,
        "digest": DIGEST,
        "old": code,
        "known": "",
        "origin": origin(unit, element),
        **filled,
    }


def sheet(
    *rows: dict[str, object], above: Sequence[str] = (), name: str = "", lang: Lang = "zh", without: str = ""
) -> bytes:
    """Return a workbook whose second sheet holds *rows* below their heads; *above*: lines above the heads."""
    import xlsxwriter

    data = io.BytesIO()
    book = xlsxwriter.Workbook(data)
    book.add_worksheet("汇总").write(0, 0, "单位")
    page = book.add_worksheet(name or say(SHEET, lang))
    for i, words in enumerate(above):
        page.write(i, 0, words)
    heads = [(field, words) for field, words in zip(FIELDS, HEADERS, strict=True) if words.zh != without]
    page.write_row(len(above), 0, [say(words, lang) for _, words in heads])
    for i, row in enumerate(rows, len(above) + 1):
        for k, (field, _) in enumerate(heads):
            if row.get(field, "") != "":
                page.write(i, k, row[field])
    book.close()
    return data.getvalue()

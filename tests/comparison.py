"""Compare verdicts with labels: the figures by which the product is judged."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from validator import check, load_pack
from validator.renderers.json import report

ELEMENTS = (
    "title",
    "achievements",
    "shortcomings",
    "causes",
    "first_responsible_person",
    "next_year_plan",
    "other_matters",
    "issuing_body",
    "date",
)
FINDINGS = (
    "late_report",
    "late_publication",
    "year_conflict",
    "numbering_gap",
    "count_mismatch",
    "placeholder",
    "personal_data",
    "damaged_text",
)


class Figures(NamedTuple):
    """Shares in percent; *false_alarms* and *missed_gaps* per 100 elements."""

    files: int
    is_report: float
    elements: float
    false_alarms: float
    missed_gaps: float
    fields: float
    evidence_line: float
    precision: float
    recall: float
    differences: tuple[str, ...]


class Tally(NamedTuple):
    """Counts under way."""

    counts: Counter[str]
    differences: list[str]

    def see(self, kind: str, right: bool, told: str) -> None:
        self.counts[f"{kind} all"] += 1
        self.counts[f"{kind} right"] += right
        if not right:
            self.differences.append(told)


def compare(folder: Path) -> Figures:
    """Return how the verdicts on the files of *folder* fit its labels.json."""
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    pack = load_pack()
    tally = Tally(Counter(), [])
    for name, gold in sorted(labels.items()):
        if name.startswith("_"):
            continue
        result = report(check((folder / name).read_bytes(), name, pack), pack, "zh")
        _compare_one(name, gold, result, tally)
    return _figures(tally, len(labels))


def _compare_one(name: str, gold: dict[str, Any], got: Any, tally: Tally) -> None:
    is_report = gold.get("is_report", True)
    tally.see("is_report", (got["status"] == "assessed") == is_report, f"{name}: is_report {is_report}")
    if not is_report:
        return
    results = {r["rule"].replace("-", "_"): r for r in got["results"]}
    for element in ELEMENTS:
        if element in gold["elements"]:
            _compare_element(name, element, gold, results.get(element), tally)
    for field, want in gold["fields"].items():
        have = got["facts"][field]
        tally.see("fields", _plain(want) == _plain(have), f"{name}: {field}: {want!r}, not {have!r}")
    for finding in FINDINGS:
        if finding in gold["findings"]:
            want, have = (
                bool(gold["findings"][finding]),
                (results.get(finding) or {}).get("result") in ("fail", "partial"),
            )
            tally.counts[f"finding {want} {have}"] += 1
            if want != have:
                tally.differences.append(f"{name}: {finding}: {want}, not {have}")


def _compare_element(name: str, element: str, gold: dict[str, Any], result: Any, tally: Tally) -> None:
    want = gold["elements"][element]
    have = result["result"] if result else "not_applicable"
    tally.see("elements", want == have, f"{name}: {element}: {want}, not {have}")
    tally.counts["false alarms"] += want == "pass" != have
    tally.counts["missed gaps"] += want in ("fail", "partial") and have == "pass"
    lines = gold.get("lines", {}).get(element)
    if lines and want == have and want in ("pass", "partial"):
        shown = [e["line"] for e in result["evidence"]]
        tally.see("line", bool(set(shown) & set(lines)), f"{name}: {element}: line {lines}, not {shown}")


def _plain(value: Any) -> str:
    text = "" if value is None else "".join(str(value).split())
    return text.replace("、", "").replace(",", "").replace("，", "").rstrip("：:")


def _figures(tally: Tally, files: int) -> Figures:
    c = tally.counts

    def share(kind: str) -> float:
        return 100.0 * c[f"{kind} right"] / c[f"{kind} all"] if c[f"{kind} all"] else 100.0

    hit, alarm, missed = c["finding True True"], c["finding False True"], c["finding True False"]
    return Figures(
        files,
        share("is_report"),
        share("elements"),
        100.0 * c["false alarms"] / max(1, c["elements all"]),
        100.0 * c["missed gaps"] / max(1, c["elements all"]),
        share("fields"),
        share("line"),
        100.0 * hit / max(1, hit + alarm),
        100.0 * hit / max(1, hit + missed),
        tuple(tally.differences),
    )

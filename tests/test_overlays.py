"""Every labelled report under every overlay: what differs from the base pack is written down for a person to review.

``SNAPSHOTS=write pytest tests/test_overlays.py`` writes down what differs now: read the difference before you commit it.
A line is ``file: rule: old → new``; where one change is the same for all files it stands once, under ``*``.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from validator.packs import load
from validator.packs.chain import places_of
from validator.pipeline import assess, opened

LABELLED = Path(__file__).parent.parent / "fixtures" / "labelled"
SNAPSHOT = Path(__file__).parent / "snapshots" / "overlays.txt"
PLACES = places_of("fazhi-zhengfu")
DOCUMENTS = {
    f"{path.parent.name}/{path.name}": opened(path.read_bytes(), path.name)
    for path in sorted(LABELLED.glob("*/*"))
    if path.suffix != ".json"
}


def told(pack_name: str) -> dict[str, dict[str, str]]:
    """Return file → rule → outcome, with the credit of what is there in part."""
    pack = load(pack_name)
    found = {}
    for name, document in DOCUMENTS.items():
        assessment = assess(document, pack)
        assert not [r for r in assessment.results if r.outcome == "error"], name
        found[name] = {
            r.rule: f"{r.outcome} {r.credit}" if r.outcome == "partial" else r.outcome for r in assessment.results
        }
        found[name]["(status)"] = assessment.status
    return found


def differences() -> str:
    base = told("fazhi-zhengfu")
    lines = []
    for place in PLACES:
        after = told(f"fazhi-zhengfu+{place}")
        changes = [
            (name, _change(rule, base[name].get(rule, "—"), outcome))
            for name, results in after.items()
            for rule, outcome in results.items()
            if base[name].get(rule) != outcome
        ]
        lines += ["", f"# {place}", *_compact(changes, sum(r["(status)"] == "assessed" for r in after.values()))]
    return "\n".join(lines).strip() + "\n"


def _change(rule: str, old: str, new: str) -> str:
    """What a rule that is switched off had said does not matter."""
    return f"{rule}: {'any' if new == 'not_selected' else old} → {new}"


def _compact(changes: list[tuple[str, str]], files: int) -> list[str]:
    count = Counter(change for _, change in changes)
    common = [f"*: {change} ({n} of {files})" for change, n in sorted(count.items()) if n > files // 4]
    rare: dict[str, list[str]] = {}
    for name, change in changes:
        if count[change] <= files // 4:
            rare.setdefault(name, []).append(change)
    return common + [f"{name}: {'; '.join(found)}" for name, found in sorted(rare.items())]


@pytest.mark.skipif(not PLACES, reason="no overlays")
def test_differences_are_those_that_were_reviewed() -> None:
    now = differences()
    if os.environ.get("SNAPSHOTS") == "write":
        SNAPSHOT.parent.mkdir(exist_ok=True)
        SNAPSHOT.write_text(now, "utf-8")
    assert SNAPSHOT.read_text("utf-8") == now

"""What machines are told: each result with its rule, how loud it is, and a fingerprint that outlives edits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from validator.evidence import digest
from validator.model.pack import Level, Pack, Rule
from validator.model.result import Assessment, Outcome, Result
from validator.model.run import Run
from validator.renderers.places import file_of
from validator.scoring import by_machine, paired

FOUND: tuple[Outcome, ...] = ("fail", "partial", "unknown", "error")
LEVELS: tuple[Level, ...] = ("error", "warning", "info")
_MISSING = "missing"


class Finding(NamedTuple):
    """A result where it was found. *place*: of the rule in its pack, from 0."""

    report: Assessment
    pack: Pack
    rule: Rule
    result: Result
    place: int
    fingerprint: str


def findings(run: Run) -> list[Finding]:
    """Return every result of every report that was assessed, in the order of files and rules."""
    seen: Counter[str] = Counter()
    return [f for a in run.assessments if a.results for f in _of(a, run.packs[a.pack], seen)]


def _of(a: Assessment, pack: Pack, seen: Counter[str]) -> Iterator[Finding]:
    for place, (rule, result) in enumerate(paired(pack, a.results)):
        found = hashed(pack.id, rule.id, a.facts.unit or file_of(a), _rests_on(result))
        seen[found] += 1
        yield Finding(a, pack, rule, result, place, f"{found}:{seen[found]}")


def hashed(*parts: str) -> str:
    """Return 16 hexadecimal digits that stand for *parts*."""
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _rests_on(r: Result) -> str:
    """Return what stands for the quotations, wherever they stand and also when the caller has removed them.

    What is not there has no quotation: the whole text, on which the result's own fingerprint then rests, changes daily.
    Known or decided, a finding keeps its fingerprint.
    """
    if r.evidence:
        return r.fingerprint or digest("\n".join(e.text for e in r.evidence))
    machine = by_machine(r)
    return _MISSING if machine in FOUND else machine


def told(found: Iterable[Finding]) -> list[Finding]:
    """Return what a reader should act on, the loudest first: not what the baseline lists or a reviewer has lifted."""
    return sorted((f for f in found if f.result.outcome in FOUND and not f.result.known), key=order)


def order(f: Finding) -> tuple[bool, int, int]:
    """Return the key that sorts what is open before the rest, errors first, by weight."""
    return f.result.outcome not in FOUND, LEVELS.index(level(f)), -f.rule.weight


def level(f: Finding) -> Level:
    """Return how loud a finding is: an open question is information, a rule that fails by itself a warning."""
    outcome = f.result.outcome
    return "info" if outcome == "unknown" else "warning" if outcome == "error" else f.rule.level


def unassessed(run: Run) -> list[tuple[Assessment, Level]]:
    """Return the files that were not assessed: unreadable ones as warnings, other documents as information."""
    return [(a, "warning" if a.status == "unreadable" else "info") for a in run.assessments if a.status != "assessed"]


def known(found: Iterable[Finding]) -> int:
    """Return how many findings are left out because the baseline lists them."""
    return sum(f.result.known and f.result.outcome in FOUND for f in found)

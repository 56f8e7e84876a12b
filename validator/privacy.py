"""A run without the words of the reports: for logs and pages that anybody can read."""

from __future__ import annotations

from collections.abc import Mapping

from validator.model.pack import Pack, Rule
from validator.model.result import Assessment, Result
from validator.model.run import Run
from validator.scoring import paired
from validator.words import Words, blanks, fill

_DOTS = Words("…", "…")


def without_quotes(run: Run) -> Run:
    """Return *run* with places and verdicts, but without quotations, titles and messages that hold them."""
    return run._replace(assessments=tuple(_bare(a, run.packs) for a in run.assessments))


def _bare(a: Assessment, packs: Mapping[str, Pack]) -> Assessment:
    results = tuple(_bare_result(rule, r) for rule, r in paired(packs[a.pack], a.results)) if a.results else ()
    return a._replace(facts=a.facts._replace(title=None, addressee=None), results=results)


def _bare_result(rule: Rule, r: Result) -> Result:
    evidence = tuple(e._replace(text="", section=None) for e in r.evidence)
    said = next((rung.say for rung in rule.grade if rung.credit == r.credit and rung.say), rule.say)
    message = (
        r.message if r.outcome == "pass" else fill(said, {name: _DOTS for found in blanks(said) for name in found})
    )
    return r._replace(evidence=evidence, message=message)

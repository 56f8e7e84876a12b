"""The result as JSON: the primary machine format, ``chaque.result/1``. Keys may be added, never changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from validator.model.pack import Pack, Rule
from validator.model.result import Assessment, Evidence, Result, Score
from validator.model.run import Run
from validator.renderers import Options
from validator.renderers.summary import summary
from validator.scoring import paired
from validator.version import __version__
from validator.words import Lang, say

if TYPE_CHECKING:
    from validator.renderers.shape import EvidenceShape, FactsShape, PackShape, ReportShape, ResultShape, RunShape

_BELOW = ("fail", "partial", "unknown", "error")


def render(run: Run, options: Options) -> bytes:
    """Return one JSON object, UTF-8, indented."""
    return (json.dumps(shaped(run, options.lang), ensure_ascii=False, indent=1) + "\n").encode(
        "utf-8", "backslashreplace"
    )


def shaped(run: Run, lang: Lang) -> RunShape:
    """Return the whole result as plain data."""
    packs = [pack_shape(pack) for pack in run.packs.values()]
    shape: RunShape = {
        "schema": "chaque.result/1",
        "tool": {"name": "chaque", "version": __version__},
        "pack": packs[0],
        "reports": [report(a, run.packs[a.pack], lang) for a in run.assessments],
        "summary": summary(run.assessments),
    }
    if len(packs) > 1:
        shape["packs"] = packs
    return shape


def pack_shape(pack: Pack) -> PackShape:
    """Return which rules were applied."""
    return {"id": pack.id, "version": pack.version, "sha256": pack.sha256}


def report(a: Assessment, pack: Pack, lang: Lang) -> ReportShape:
    """Return one report as plain data."""
    shape: ReportShape = {
        "source": {"path": a.path, "format": a.format, "sha256": a.sha256, "characters": a.characters},
        "pack": pack.id,
        "status": a.status,
        "reason": say(a.reason, lang) if a.reason else None,
        "facts": _facts(a),
        "score": a.score.value if a.score else None,
        "score_range": _range(a.score),
        "verdict": a.verdict,
        "missing": list(a.missing),
        "results": [_result(r, rule, lang) for rule, r in (paired(pack, a.results) if a.results else ())],
        "notes": [say(note, lang) for note in a.notes],
    }
    if a.machine:
        m = a.machine
        shape["machine"] = {
            "score": m.score.value,
            "score_range": _range(m.score),
            "verdict": m.verdict,
            "missing": list(m.missing),
        }
    return shape


def _range(score: Score | None) -> list[float] | None:
    if score is None or score.low is None or score.high is None:
        return None
    return [score.low, score.high]


def _facts(a: Assessment) -> FactsShape:
    f = a.facts
    return {
        "title": f.title,
        "unit": f.unit,
        "unit_type": f.unit_type,
        "report_year": f.report_year,
        "issued_on": f.issued_on,
        "issued_from": f.issued_from,
        "published_on": f.published_on,
        "document_number": f.document_number,
        "addressee": f.addressee,
    }


def _result(r: Result, rule: Rule, lang: Lang) -> ResultShape:
    item = say(rule.source.item, lang)
    shape: ResultShape = {
        "rule": r.rule,
        "title": say(rule.title, lang),
        "result": r.outcome,
        "credit": _credit(r.credit),
        "weight": rule.weight,
        "level": rule.level,
        "role": rule.role,
        "message": say(r.message, lang),
        "fix": say(r.fix or rule.fix, lang) if r.outcome in _BELOW else None,
        "source": f"{say(rule.source.norm, lang)} {item}".strip(),
        "evidence": [evidence(e) for e in r.evidence],
        "fingerprint": r.fingerprint,
    }
    if r.known:
        shape["known"] = True
    if r.waived:
        w = r.waived
        shape["waived"] = {
            "result": w.outcome,
            "credit": _credit(w.credit),
            "remark": w.remark,
            "authority": w.authority,
            "time": w.time,
            "until": w.until or None,
        }
    return shape


def _credit(hundredths: int | None) -> float | None:
    return None if hundredths is None else hundredths / 100


def evidence(e: Evidence) -> EvidenceShape:
    """Return a quotation as plain data."""
    shape: EvidenceShape = {
        "line": e.line,
        "column": e.column,
        "end_line": e.end_line,
        "end_column": e.end_column,
        "text": e.text,
        "section": e.section,
    }
    if e.page is not None:
        shape["page"] = e.page
    if e.paragraph is not None:
        shape["paragraph"] = e.paragraph
    if e.cell is not None:
        shape["cell"] = {"table": e.cell.table, "row": e.cell.row, "column": e.cell.column}
    if e.review is not None:
        shape["review"] = e.review
    return shape

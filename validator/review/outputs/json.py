"""The review as JSON for other programs: ``chaque.review/1``. Keys may be added, never changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from validator.checks import rules_about_sending
from validator.model.decision import Decision
from validator.model.pack import Pack
from validator.model.result import Score
from validator.model.review import Filed, Pair, Passage, Review, Trace, UnitReview, YearBefore
from validator.renderers.json import evidence, report
from validator.renderers.json import pack_shape as pack
from validator.review.outputs import Files
from validator.review.outputs.judged import assessed
from validator.review.outputs.precedence import Place, precedence
from validator.review.outputs.saying import outcome
from validator.review.outputs.tally import elements, ranks, tally
from validator.version import __version__
from validator.words import Lang, say

if TYPE_CHECKING:
    from validator.model.result import Assessment
    from validator.renderers.shape import ReportShape
    from validator.review.outputs.shape import (
        BeforeShape,
        CountsShape,
        DecisionShape,
        ElementShape,
        FileShape,
        PairShape,
        PassageShape,
        ReviewShape,
        TraceShape,
        UnitShape,
    )


def files(review: Review, lang: Lang) -> Files:
    """Return review.json: one JSON object, UTF-8, a line for each key, each unit, each pair."""
    lines = [b": ".join([_dumped(key), _listed(value)]) for key, value in shaped(review, lang).items()]
    return {"review.json": b"{\n" + b",\n".join(lines) + b"\n}\n"}


def _listed(value: object) -> bytes:
    if not isinstance(value, list) or not value:
        return _dumped(value)
    return b"[\n" + b",\n".join(map(_dumped, value)) + b"\n]"


def _dumped(value: object) -> bytes:
    # Indented it takes five times as long.
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")


def shaped(review: Review, lang: Lang) -> ReviewShape:
    """Return the whole review as plain data."""
    rank, places = ranks(review), precedence(review)
    return {
        "schema": "chaque.review/1",
        "tool": {"name": "chaque", "version": __version__},
        "packs": [pack(p) for p in review.packs.values()],
        "year": review.year,
        "day": review.day,
        "reply_by": review.reply_by,
        "office": review.office,
        "folder": _slashed(review.folder),
        "last_year": _slashed(review.last_year),
        "roster": _slashed(review.roster),
        "remarks": [say(remark, lang) for remark in review.remarks],
        "summary": _counts(review),
        "elements": _elements(review, lang),
        "units": [_unit(review, u, rank.get(u.unit.name), places.get(u.unit.name), lang) for u in review.units],
        "files": [_file(f, lang) for f in review.filed],
        "pairs": [_pair(p) for p in review.pairs],
        "clusters": [{"members": list(c.members), "characters": c.characters} for c in review.clusters],
        "common": [{"members": list(c.members), "passage": evidence(c.passage)} for c in review.common],
    }


def path_of(a: Assessment) -> str:
    """Return the path of a file with ``/``, as it is written into files that stay."""
    return a.file or _slashed(a.path)


def _slashed(path: str) -> str:
    from pathlib import PurePath

    return PurePath(path).as_posix() if path else ""


def _counts(review: Review) -> CountsShape:
    t = tally(review)
    return {
        "roster": t.roster,
        "asked": t.asked,
        "standings": dict(t.standings),
        "sent": t.sent,
        "late": t.late,
        "undated": t.undated,
        "complete": t.complete,
        "incomplete": t.incomplete,
        "undecided": t.undecided,
        "accepted": t.accepted,
        "returned": t.returned,
        "again": t.again,
        "copied": t.copied,
        "pairs": t.pairs,
    }


def _elements(review: Review, lang: Lang) -> list[ElementShape]:
    return [
        {
            "rule": e.rule,
            "title": say(e.title, lang),
            "there": e.there,
            "partly": e.partly,
            "missing": e.missing,
            "open": e.open,
            "spared": e.spared,
        }
        for e in elements(review)
    ]


def _unit(review: Review, u: UnitReview, rank: int | None, place: Place | None, lang: Lang) -> UnitShape:
    a, t = assessed(u), u.timing
    apart = rules_about_sending(review.packs[a.pack]) if a else ()
    return {
        "name": u.unit.name,
        "kind": u.unit.kind,
        "row": u.unit.row,
        "exempt": u.unit.exempt,
        "standing": u.standing,
        "rank": rank,
        "file": path_of(u.current.submission.assessment) if u.current else None,
        "files": [_file(f, lang) for f in u.files],
        "timing": {"due": t.due, "due_from": t.due_from, "sent": t.sent, "sent_from": t.sent_from, "days": t.days},
        "score": a.score.value if a and a.score else None,
        "score_range": _range(a.score if a else None),
        "verdict": a.verdict if a else None,
        "missing": list(a.missing) if a else [],
        "outcomes": {r.rule: outcome(u, r) for r in a.results if r.rule not in apart} if a else {},
        "report": _report(a, review.packs[a.pack], apart, lang) if a else None,
        "copied": u.copied,
        "precedence": place,
        "before": _before(u.before, lang) if u.before else None,
        "decisions": [_decision(d) for d in u.decisions],
        "lapsed": [{"decision": _decision(x.decision), "why": say(x.why, lang)} for x in u.lapsed],
        "state": u.state,
    }


def _report(a: Assessment, pack: Pack, apart: tuple[str, ...], lang: Lang) -> ReportShape:
    shape = report(a, pack, lang)
    shape["results"] = [r for r in shape["results"] if r["rule"] not in apart]
    return shape


def _range(score: Score | None) -> list[float] | None:
    return None if score is None or score.low is None or score.high is None else [score.low, score.high]


def _file(f: Filed, lang: Lang) -> FileShape:
    a = f.submission.assessment
    return {
        "path": path_of(a),
        "format": a.format,
        "sha256": a.sha256,
        "characters": a.characters,
        "status": a.status,
        "reason": say(a.reason, lang) if a.reason else None,
        "unit": f.unit,
        "claims": [
            {"unit": c.unit, "grounds": [{"ground": ground, "words": words} for ground, words in c.grounds]}
            for c in f.claims
        ],
        "role": f.role,
        "why": say(f.why, lang),
        "report_year": a.facts.report_year,
        "issued_on": a.facts.issued_on,
        "score": a.score.value if a.score else None,
        "score_range": _range(a.score),
        "verdict": a.verdict,
    }


def _before(b: YearBefore, lang: Lang) -> BeforeShape:
    return {
        "file": _file(b.filed, lang),
        "announced": [
            {
                "task": evidence(x.task),
                "outcome": x.outcome,
                "share": x.share,
                "echo": evidence(x.echo) if x.echo else None,
            }
            for x in b.announced
        ],
        "repeated": [{"here": evidence(x.here), "there": evidence(x.there), "alike": x.alike} for x in b.repeated],
        "gained": list(b.gained),
        "lost": list(b.lost),
        "copied": b.copied,
    }


def _decision(d: Decision) -> DecisionShape:
    return {
        "id": d.id,
        "at": d.at,
        "who": d.who,
        "action": d.action,
        "rule": d.rule,
        "old": d.old,
        "new": d.new,
        "reason": d.reason,
        "file": d.file,
        "digest": d.digest,
        "withdrawn": d.withdrawn,
    }


def _pair(p: Pair) -> PairShape:
    return {
        "here": p.here,
        "there": p.there,
        "there_year": p.there_year,
        "characters": p.characters,
        "share_here": p.share_here,
        "share_there": p.share_there,
        "earlier": p.earlier,
        "passages": [_passage(x) for x in p.passages],
    }


def _passage(p: Passage) -> PassageShape:
    return {
        "here": evidence(p.here),
        "there": evidence(p.there),
        "alike": p.alike,
        "traces": _traces(p.traces),
        "traces_there": _traces(p.traces_there),
    }


def _traces(traces: Iterable[Trace]) -> list[TraceShape]:
    return [{"kind": t.kind, "words": t.words} for t in traces]

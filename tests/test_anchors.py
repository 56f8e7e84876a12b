"""Anchors make a check fast; they must never hide what the patterns would find."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from validator import check, load_pack
from validator.model.pack import Pack

LABELLED = Path(__file__).parent.parent / "fixtures" / "labelled"


def without_anchors(pack: Pack) -> Pack:
    elements = {n: e._replace(anchors=(), mention_anchors=()) for n, e in pack.elements.items()}
    rules = tuple(
        r._replace(grade=tuple(g._replace(when=bare(g.when)) for g in r.grade), requires=bare(r.requires))
        for r in pack.rules
    )
    refuse = tuple(r._replace(when=bare(r.when)) for r in pack.refuse)
    return pack._replace(elements=elements, rules=rules, refuse=refuse, accept=bare(pack.accept))


def bare(question: Any) -> Any:
    """Return a question without its anchors, in all its parts."""
    if hasattr(question, "_fields"):
        parts = {f: bare(getattr(question, f)) for f in question._fields}
        return question._replace(**parts | ({"anchors": ()} if "anchors" in parts else {}))
    return tuple(map(bare, question)) if isinstance(question, tuple) else question


def anchored(question: Any) -> bool:
    return "anchors=('" in repr(question)


def test_the_comparison_compares_something() -> None:
    pack = load_pack()
    assert anchored(pack.rules) and anchored(pack.elements)
    assert not anchored(without_anchors(pack).rules) and not anchored(without_anchors(pack).elements)


@pytest.mark.parametrize("folder", sorted(p.name for p in LABELLED.iterdir()))
def test_anchors_change_no_verdict(folder: str) -> None:
    pack = load_pack()
    plain = without_anchors(pack)
    for name in json.loads((LABELLED / folder / "labels.json").read_text("utf-8")):
        data = (LABELLED / folder / name).read_bytes()
        first, second = check(data, name, pack), check(data, name, plain)
        assert [(r.rule, r.outcome, r.evidence) for r in first.results] == [
            (r.rule, r.outcome, r.evidence) for r in second.results
        ], name
        assert first.status == second.status, name


def test_anchors_change_no_example() -> None:
    pack = load_pack()
    plain = without_anchors(pack)
    for rule in pack.rules:
        for test in rule.tests:
            first, second = check(test.doc.encode(), "a.txt", pack), check(test.doc.encode(), "a.txt", plain)
            assert [(r.rule, r.outcome) for r in first.results] == [(r.rule, r.outcome) for r in second.results]

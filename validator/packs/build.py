"""Validated data → Pack. The same way for a pack just validated and for one from the cache."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from validator.checks import KINDS
from validator.model.pack import Element, Guide, Pack, Question, Refusal, Rule, RuleTest, Rung, Source, Step, Term
from validator.words import Words

_Lexicons = Mapping[str, tuple[Term, ...]]
_NOTHING = Words("", "")


def build(data: dict[str, Any], sha256: str, paths: Sequence[str]) -> Pack:
    """Return the pack that *data*, validated and complete, describes. *paths*: its files, the main one first."""
    lexicons = {
        name: tuple((t["pattern"], t["from"], t["to"]) for t in terms) for name, terms in data["lexicons"].items()
    }
    norms = {name: _words(said) for name, said in data["norms"].items()}
    recognise = data["recognise"]
    return Pack(
        id="+".join([data["pack"], *data["places"]]),
        version=data["version"],
        title=_words(data["title"]),
        sha256=sha256,
        refuse=tuple(Refusal(_question(r["when"], lexicons), _words(r["say"])) for r in recognise["refuse"]),
        accept=_question(recognise["accept"], lexicons),
        otherwise=_words(recognise["otherwise"]),
        samples=tuple(RuleTest(t["want"], t["doc"], None, t["todo"], t["line"]) for t in recognise["tests"]),
        elements={name: _element(name, e) for name, e in data["elements"].items()},
        rules=tuple(_shaped(_rule(r, norms, lexicons), data, paths) for r in data["rules"]),
        path=paths[0],
        places=tuple(data["places"]),
        params={name: tuple(v) if isinstance(v, list) else v for name, v in data["values"].items()},
        guide=_guide(data["review"]),
    )


def _guide(r: dict[str, Any]) -> Guide:
    return Guide(
        plan=r["plan"] or "",
        shortcomings=r["shortcomings"] or "",
        years=r["years"] or "",
        formal=tuple(r["formal"]),
        common=tuple(r["common"]),
        names=tuple(r["names"]),
        matter=tuple(r["matter"]),
    )


def _words(said: dict[str, str] | None) -> Words:
    return Words(said["zh"], said["en"]) if said else _NOTHING


def _element(name: str, e: dict[str, Any]) -> Element:
    return Element(
        name,
        _words(e["title"]),
        tuple(e["anchors"]),
        tuple(e["mention_anchors"]),
        tuple(e["heading"]),
        tuple(e["not_heading"]),
        tuple(e["mention"]),
        tuple(e["not_mention"]),
        e["unclaimed"],
    )


def _question(condition: dict[str, Any], lexicons: _Lexicons) -> Question:
    kind = next(key for key in condition if key in KINDS)
    params = KINDS[kind].params
    if kind in ("all", "any"):
        rest = {key: value for key, value in condition.items() if key != kind}
        return params(tuple(_question(part, lexicons) for part in condition[kind]), **rest)
    if kind == "not":
        return params(_question(condition["not"], lexicons))
    given: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in condition.items()}
    if "lexicon" in given:
        given["lexicon"] = lexicons[given["lexicon"]] if given["lexicon"] else ()
    return params(**given)


def _rule(r: dict[str, Any], norms: dict[str, Words], lexicons: _Lexicons) -> Rule:
    years = r["applies"]["report_year"]
    requires = r["requires"]
    return Rule(
        id=r["id"],
        title=_words(r["title"]),
        why=_words(r["why"]),
        level=r["level"],
        weight=r["weight"],
        role=r["role"],
        source=Source(norms[r["source"]["norm"]], _words(r["source"]["item"])),
        grade=tuple(_rung(g, lexicons) for g in r["grade"]),
        say=_words(r["say"]),
        fix=_words(r["fix"]),
        absent=r["absent"],
        requires=_question(requires["when"], lexicons) if requires else None,
        without=_words(requires["say"]) if requires else _NOTHING,
        unit_types=tuple(r["applies"]["unit_type"]),
        year_from=years["from"],
        year_to=years["to"],
        tests=tuple(_test(t) for t in r["tests"]),
        final=r["final"],
        places=tuple(r["applies"]["place"]),
    )


def _rung(g: dict[str, Any], lexicons: _Lexicons) -> Rung:
    say, fix = (_words(g[key]) if g[key] else None for key in ("say", "fix"))
    return Rung(round(g["credit"] * 100), _question(g["when"], lexicons), say, fix)


def _shaped(rule: Rule, data: dict[str, Any], paths: Sequence[str]) -> Rule:
    """Return *rule* with its history; one that is disabled has no examples to keep."""
    off = _words(data["disabled"].get(rule.id)) if rule.id in data["disabled"] else None
    history = tuple(_step(step, paths) for step in data["history"][rule.id])
    return rule._replace(off=off, tests=() if off else rule.tests, history=history)


def _step(step: dict[str, Any], paths: Sequence[str]) -> Step:
    file = step["file"]
    return Step(
        paths[file] if isinstance(file, int) else file, step["line"], _words(step["what"]), _words(step["reason"])
    )


def _test(t: dict[str, Any]) -> RuleTest:
    credit = None if t["credit"] is None else round(t["credit"] * 100)
    return RuleTest(t["want"], t["doc"], credit, t["todo"], t.get("line", 0))

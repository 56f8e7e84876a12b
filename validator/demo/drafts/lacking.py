"""Reports that lack something."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from validator.demo.drafts.copying import added, changed, part_of
from validator.demo.drafts.drafting import Draft, Element, Item, Part

_CAUSE = re.compile(r"，(?:主要原因|究其|根子|由于|受)[^。]*")
_HEADS_IN_PASSING = "镇党委书记、镇长认真履行推进法治建设第一责任人职责，主持研究法治议题5次，带队督办遗留事项3件。"
_PLAN_IN_PASSING = "下一步，我局将对照上述差距逐项整改，补齐短板。"


def lacking(draft: Draft, below: Mapping[str, str]) -> Draft:
    """Return *draft* so that the rules in *below* get the outcome that stands there."""
    for rule, outcome in below.items():
        draft = _WAYS[rule](draft, outcome)
    return draft


def _no_causes(draft: Draft, outcome: str) -> Draft:
    heading = "存在的不足和原因" if outcome == "partial" else "存在的主要问题"

    def symptoms(part: Part) -> Part:
        items = tuple(item._replace(text=_CAUSE.sub("", item.text)) for item in part.items if item.heading)
        return part._replace(heading=heading, items=items)

    return changed(draft, "shortcomings", symptoms)


def _without(draft: Draft, element: Element) -> Draft:
    return draft._replace(parts=tuple(part for part in draft.parts if part.element != element))


def _no_heads(draft: Draft, outcome: str) -> Draft:
    bare = _without(draft, "heads")
    return added(bare, 0, _HEADS_IN_PASSING) if outcome == "partial" else bare


def _no_plan(draft: Draft, outcome: str) -> Draft:
    bare = _without(draft, "plan")
    return added(bare, -1, _PLAN_IN_PASSING, "shortcomings") if outcome == "partial" else bare


def _no_shortcomings(draft: Draft, _: str) -> Draft:
    return _without(draft, "shortcomings")


def _no_achievements_heading(draft: Draft, _: str) -> Draft:
    told = tuple(item.text for item in part_of(draft, "achievements").items if item.heading)
    return _without(draft, "achievements")._replace(lead=(*draft.lead, *told))


def _no_title(draft: Draft, outcome: str) -> Draft:
    return draft._replace(title=(f"关于{draft.year}年度法治政府建设情况的报告",) if outcome == "partial" else ())


def _no_date(draft: Draft, outcome: str) -> Draft:
    return draft._replace(date=f"{draft.year + 1}年2月" if outcome == "partial" else "")


def _no_signature(draft: Draft, _: str) -> Draft:
    return draft._replace(signs=())


_WAYS: Mapping[str, Callable[[Draft, str], Draft]] = {
    "achievements": _no_achievements_heading,
    "shortcomings": _no_shortcomings,
    "causes": _no_causes,
    "first-responsible-person": _no_heads,
    "next-year-plan": _no_plan,
    "title": _no_title,
    "issuing-body": _no_signature,
    "date": _no_date,
}


def tasks(draft: Draft, wanted: tuple[str, ...]) -> Draft:
    """Return *draft* with *wanted* as its plan, one paragraph for each task."""
    signs = "一二三四五六七八九"
    items = tuple(Item("", f"{signs[at]}是{task}") for at, task in enumerate(wanted))
    return changed(draft, "plan", lambda part: part._replace(items=items))

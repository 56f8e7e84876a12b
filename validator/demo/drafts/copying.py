"""Reports that are made from other reports: copied, paraphrased, kept from last year."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from validator.demo.drafts.drafting import NORM, Draft, Element, Item, Part

_CHARACTERS_OF_A_WORD = 1.8
_SHARE = 0.1
_SYNONYMS = dict(
    pair.split("/")
    for pair in [
        "开展/实施",
        "组织/安排",
        "发现/查出",
        "整改/改正",
        "检查/核查",
        "培训/轮训",
        "建立/设立",
        "完成/办完",
        "邀请/请来",
        "减少/下降",
        "受理/接收",
        "发放/派发",
        "公布/公开",
        "纠正/改掉",
        "排查/摸排",
        "走访/上门走访",
        "办结/办好",
        "审查/审核",
        "聘请/请了",
        "梳理/清点",
        "制定/拟定",
        "提醒/告诫",
        "参与/加入",
        "通报/点名",
        "针对/对着",
        "围绕/盯住",
        "坚持/始终",
        "对照/比照",
        "推行/试行",
        "督办/盯办",
        "协调/商量",
        "群众/乡亲",
        "问题/毛病",
        "没有/未",
        "平均/人均",
        "全年/一年来",
        "主要/多半",
        "落实/做实",
        "要求/规定",
        "提高/提升",
        "满意/认可",
        "主持/牵头",
        "研究/商议",
        "建成/建好",
        "覆盖/铺到",
        "登记/记下",
        "核对/比对",
        "处置/处理",
        "发布/发出",
        "修订/修改",
    ]
)
_WORD = re.compile("|".join(_SYNONYMS) + r"|(?<![\d.])(?!20\d\d年)\d{1,4}(?![\d.])")


def retold(part: Part, tell: Callable[[str], str]) -> Part:
    """Return *part* with *tell* applied to its texts and headings."""
    items = tuple(Item(tell(item.heading), tell(item.text)) for item in part.items)
    return part._replace(heading=tell(part.heading), items=items)


def renamed(draft: Draft, old: str, new: str) -> Draft:
    """Return *draft* with a name exchanged wherever it stands in title, text and signature."""

    def tell(text: str) -> str:
        return text.replace(old, new)

    return draft._replace(
        title=tuple(map(tell, draft.title)),
        lead=tuple(map(tell, draft.lead)),
        parts=tuple(retold(part, tell) for part in draft.parts),
        signs=tuple(map(tell, draft.signs)),
    )


def copied(source: Draft, target: Draft, old: str, new: str) -> Draft:
    """Return *target* with all that *source* says, the name exchanged; only the date is its own."""
    return renamed(source, old, new)._replace(unit=target.unit, signs=target.signs, date=target.date)


def paraphrased(draft: Draft, rng: Random) -> Draft:
    """Return *draft* with a tenth of its words exchanged for others, figures among them, all over the text."""

    def tell(text: str) -> str:
        return reworded(text, rng)

    return draft._replace(
        lead=(NORM + tell(draft.lead[0].removeprefix(NORM)), *draft.lead[1:]),
        parts=tuple(
            part._replace(items=tuple(item._replace(text=tell(item.text)) for item in part.items))
            for part in draft.parts
        ),
    )


def reworded(text: str, rng: Random) -> str:
    """Return *text* with a tenth of its words changed."""
    places = [m.span() for m in _WORD.finditer(text)]
    wanted = round(len(text) / _CHARACTERS_OF_A_WORD * _SHARE)
    for start, end in sorted(rng.sample(places, min(wanted, len(places))), reverse=True):
        word = text[start:end]
        text = text[:start] + (_SYNONYMS.get(word) or _other_figure(word, rng)) + text[end:]
    return text


def _other_figure(figure: str, rng: Random) -> str:
    value = int(figure)
    return str(value + rng.randint(1, 3) if value < 90 else value - rng.randint(1, 3))


def with_points(target: Draft, source: Draft, points: Sequence[int]) -> Draft:
    """Return *target* with these points of the *source*'s achievements in place of its own; 0 is the first."""
    theirs = [item for item in part_of(source, "achievements").items if item.heading]

    def exchanged(part: Part) -> Part:
        own = [at for at, item in enumerate(part.items) if item.heading]
        items = list(part.items)
        for at in points:
            items[own[at]] = theirs[at]
        return part._replace(items=tuple(items))

    return changed(target, "achievements", exchanged)


def kept(before: Draft, now: Draft, left: str) -> Draft:
    """Return *now* with last year's text under this year's number; only gaps and plan are new, and short.

    In the sentence *left* last year's number stays.
    """
    old, new = f"{before.year}年", f"{now.year}年"

    def tell(text: str) -> str:
        told = text.replace(old, new)
        return told.replace(left.replace(old, new), left) if left else told

    fresh = {part.element: part for part in now.parts}
    parts = [
        shortened(fresh[part.element]) if part.element in ("shortcomings", "plan") else retold(part, tell)
        for part in before.parts
    ]
    return now._replace(lead=tuple(map(tell, before.lead)), parts=tuple(parts))


def shortened(part: Part) -> Part:
    """Return *part* with its first two points."""
    return part._replace(items=tuple(item for item in part.items if item.heading)[:2])


def part_of(draft: Draft, element: Element) -> Part:
    """Return the first part of *draft* on *element*."""
    return next(part for part in draft.parts if part.element == element)


def changed(draft: Draft, element: Element, change: Callable[[Part], Part]) -> Draft:
    """Return *draft* with its parts on *element* changed."""
    return draft._replace(parts=tuple(change(p) if p.element == element else p for p in draft.parts))


def added(draft: Draft, point: int, text: str, element: Element = "achievements") -> Draft:
    """Return *draft* with *text* behind one point of a part; -1 is the last."""

    def longer(part: Part) -> Part:
        at = [i for i, item in enumerate(part.items) if item.heading][point]
        item = part.items[at]._replace(text=part.items[at].text + text)
        return part._replace(items=(*part.items[:at], item, *part.items[at + 1 :]))

    return changed(draft, element, longer)

"""A report before it is put on paper: what its parts are and what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Literal, NamedTuple

from validator.demo.places import CITY, Resident
from validator.demo.wording.grammar import Clause, Theme, Voice, said, stock
from validator.demo.wording.sentences import SHAPES, Shelf, sentences

Element = Literal["achievements", "shortcomings", "heads", "plan", "other"]
Order = Literal["norm", "heads first", "heads inside", "plan joined"]

NORM = (
    "深入学习贯彻习近平法治思想，全面贯彻落实党的二十大和二十届历次全会精神，坚持党对法治建设的全面领导，"
    "坚持以人民为中心，扎实推进依法行政。"
)
"""What everybody quotes."""

BOILERPLATE = (
    "根据县委全面依法治县委员会办公室统一部署，全县各级各部门坚持把法治政府建设作为推进治理现代化的重要抓手，"
    "健全党委领导、政府主导、部门协同、社会参与的工作格局，年初同步下达任务、年中同步督促检查、年底同步考核评议，"
    "推动各项法治任务落到基层、落到实处。"
)
"""A paragraph that went round in the county."""

TEMPLATE_OPENING = (
    "按照《法治政府建设与责任落实督察工作规定》和县委全面依法治县委员会办公室工作要求，现将推进法治政府建设的有关情况"
    "报告如下："
)
GUIDES = {
    "achievements": "本部分从依法履职、规范执法、化解矛盾、法治宣传等方面，逐项写明主要举措、工作数据和实际成效。",
    "shortcomings": "对照年度任务和群众反映，把工作中的差距摆清楚，一条一条写明具体表现和由来。",
    "heads": "本部分写明主要负责人部署、过问、协调、督办法治建设重要事项的次数和结果，不写分管负责人的工作。",
    "plan": "本部分与查找出的差距相对应，写明措施、牵头人和完成时限，做到可检查、可考核。",
}
"""The guiding sentences of the county's own template, which many leave where they stood."""


class Item(NamedTuple):
    """A point of a part; without a heading a plain paragraph."""

    heading: str
    text: str


class Part(NamedTuple):
    """A part with its heading, without numbers."""

    element: Element
    heading: str
    items: tuple[Item, ...]


class Draft(NamedTuple):
    """A report. *title*: its lines; *lead*: the paragraphs in front of part one; *after*: lines behind the date."""

    unit: str
    year: int
    title: tuple[str, ...]
    addressee: str
    lead: tuple[str, ...]
    parts: tuple[Part, ...]
    signs: tuple[str, ...]
    date: str
    after: tuple[str, ...] = ()


class Habits(NamedTuple):
    """How a clerk writes year after year. *umbrella*: one part for all achievements, or a part for each theme."""

    order: Order
    umbrella: bool
    template: bool
    boilerplate: bool
    promises_causes: bool


class Writer(NamedTuple):
    """Who writes which year's report, with what luck, on which shelf."""

    resident: Resident
    year: int
    habits: Habits
    rng: Random
    shelf: Shelf


_UMBRELLA = (
    "推进法治政府建设的主要举措和成效|主要做法和成效|{年}年法治政府建设工作情况|{年}年度推进法治政府建设的主要举措和成效|"
    "年度主要工作及成效|法治政府建设推进情况|{年}年主要做法及成绩|工作开展情况"
)
_CAUSES = (
    "存在的不足和原因|{年}年度存在的不足及原因|存在的主要问题及原因分析|工作中存在的问题及成因|"
    "推进法治政府建设存在的不足和原因"
)
_SHORTCOMINGS = "存在的主要问题|存在的不足|工作中存在的短板和不足|当前存在的突出问题|存在的差距"
_PLAN = (
    "{次}年工作安排|下一年度推进法治政府建设的主要安排|下一步工作打算|{次}年法治政府建设工作思路|下步工作计划|"
    "{次}年度工作打算|{次}年推进法治政府建设的主要安排"
)
_HEADS = {
    "t": "党政主要负责人履行推进法治建设第一责任人职责情况|党政主要负责人履行第一责任人职责的有关情况",
    "d": "主要负责人履行推进法治建设第一责任人职责情况|履行推进法治建设第一责任人职责情况",
    "c": "党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况",
}
_TITLES = (
    "{名}关于{年}年度法治政府建设情况的报告|{名}{年}年法治政府建设情况报告|{名}{年}年度法治政府建设工作报告|"
    "{名}关于{年}年法治政府建设工作情况的报告|{名}/{年}年度法治政府建设情况报告|{名}/关于{年}年度推进法治政府建设情况的报告|"
    "{名}{年}年法治政府建设年度报告"
)
_ADDRESSEES = "县委、县政府：|中共云川县委、云川县人民政府：|县人民政府：|县委全面依法治县委员会办公室：|"
_CITY_ADDRESSEE = f"{CITY}人民政府："


def habits(rng: Random, *, template: bool, boilerplate: bool) -> Habits:
    """Return how one clerk writes."""
    order: Order = rng.choice(("norm", "norm", "norm", "heads first", "heads inside", "plan joined"))
    return Habits(order, rng.random() < 0.7, template, boilerplate, rng.random() < 0.6)


def drafted(writer: Writer, date: str) -> Draft:
    """Return a complete report of its own; *date* as it stands under it."""
    resident, year, rng = writer.resident, writer.year, writer.rng
    title = _pick(_TITLES, writer).replace("{名}", " ".join(resident.signs)).split("/")
    addressee = _CITY_ADDRESSEE if resident.letter == "c" else rng.choice(_ADDRESSEES.split("|"))
    return Draft(resident.name, year, tuple(title), addressee, _lead(writer), _ordered(writer), resident.signs, date)


def _lead(writer: Writer) -> tuple[str, ...]:
    theme = stock("opening")[0]
    opening = _told(theme, writer, 1, ("LA", "LAA"))[0]
    closing = TEMPLATE_OPENING if writer.habits.template else said_one(theme.results, writer)
    common = (BOILERPLATE,) if writer.habits.boilerplate else ()
    return (NORM + opening, *common, closing)


def said_one(clauses: Sequence[Clause], writer: Writer) -> str:
    """Return one of *clauses* in the words of *writer*."""
    return said(writer.rng.choice(clauses).parts, _voice(writer), writer.rng)


def _voice(writer: Writer) -> Voice:
    return {**writer.resident.voice, "年": (str(writer.year),), "次": (str(writer.year + 1),)}


def _pick(wordings: str, writer: Writer) -> str:
    chosen = writer.rng.choice(wordings.split("|"))
    return chosen.replace("{年}", str(writer.year)).replace("{次}", str(writer.year + 1))


def _ordered(writer: Writer) -> tuple[Part, ...]:
    """Return the parts in the order that the clerk is used to."""
    done, gaps, heads, plan = achievements(writer), shortcomings(writer), heads_part(writer), plan_part(writer)
    other = _other(writer)
    match writer.habits.order:
        case "heads first":
            return (heads, *done, gaps, plan, *other)
        case "heads inside":
            first = done[0]._replace(items=(_folded(heads), *done[0].items))
            return (first, *done[1:], gaps, plan, *other) if writer.habits.umbrella else (*done, heads, gaps, plan)
        case "plan joined":
            return (*done, heads, gaps, plan)
    return (*done, gaps, heads, plan, *other)


def _folded(part: Part) -> Item:
    """Return a part as a point of another one."""
    return Item(part.heading, "".join(item.text for item in part.items))


def achievements(writer: Writer) -> tuple[Part, ...]:
    """Return what was done: one part with a point for each theme, or thematic parts without an umbrella."""
    rng, letter = writer.rng, writer.resident.letter
    suited = [t for t in stock("achievements") if letter in t.kinds]
    themes = rng.sample(suited, rng.randint(*(11, 13) if letter == "c" else (6, 9)))
    items = [_item(theme, writer, rng.randint(*(4, 5) if letter == "c" else (2, 4))) for theme in themes]
    if writer.habits.umbrella:
        return (Part("achievements", _pick(_UMBRELLA, writer), _guided("achievements", items, writer)),)
    return tuple(Part("achievements", item.heading, (Item("", item.text),)) for item in items)


def _item(theme: Theme, writer: Writer, count: int) -> Item:
    return Item(said_one(theme.headings, writer), "".join(_told(theme, writer, count)))


def _told(theme: Theme, writer: Writer, count: int, shapes: Sequence[str] = SHAPES) -> list[str]:
    return sentences(theme, _voice(writer), writer.rng, writer.shelf, count, shapes)


def _guided(element: Element, items: Sequence[Item], writer: Writer) -> tuple[Item, ...]:
    """Put the template's guiding sentence in front where the clerk has left it."""
    return (Item("", GUIDES[element]), *items) if writer.habits.template else tuple(items)


def shortcomings(writer: Writer) -> Part:
    """Return three or four shortcomings, each with what it looks like and its cause."""
    rng = writer.rng
    suited = [t for t in stock("shortcomings") if writer.resident.letter in t.kinds]
    items = []
    for theme in rng.sample(suited, rng.randint(2, 4)):
        text = _told(theme, writer, 1, ("LAR", "LAR", "LLAR", "LR"))[0]
        items.append(Item(said_one(theme.headings, writer), text))
    heading = _pick(_CAUSES if writer.habits.promises_causes else _SHORTCOMINGS, writer)
    return Part("shortcomings", heading, _guided("shortcomings", items, writer))


def heads_part(writer: Writer) -> Part:
    """Return what the heads did as first responsible persons."""
    theme = stock("heads")[0]
    items = _points(theme, writer, writer.rng.randint(2, 4), ("LAR", "LAAR"))
    return Part("heads", _pick(_HEADS[writer.resident.letter], writer), _guided("heads", items, writer))


def plan_part(writer: Writer) -> Part:
    """Return the tasks of the next year."""
    items = _points(stock("plans")[0], writer, writer.rng.randint(3, 5), ("LLA", "LAA", "LLAA"))
    return Part("plan", _pick(_PLAN, writer), _guided("plan", items, writer))


def _points(theme: Theme, writer: Writer, count: int, shapes: Sequence[str]) -> list[Item]:
    """Return *count* points with different headings, each of one sentence."""
    headings = [said(c.parts, _voice(writer), writer.rng) for c in writer.rng.sample(theme.headings, count)]
    return [Item(h, t) for h, t in zip(headings, _told(theme, writer, count, shapes), strict=True)]


def _other(writer: Writer) -> tuple[Part, ...]:
    luck = writer.rng.random()
    if luck < 0.5:
        return ()
    text = "无。" if luck < 0.75 else _told(stock("opening")[1], writer, 1, ("LAA",))[0]
    return (Part("other", "其他需要报告的情况", (Item("", text),)),)

"""The drafts of both years, with everything planted in their text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import NamedTuple

from validator.demo import chosen
from validator.demo.chosen import YEAR
from validator.demo.drafts.copying import (
    added,
    changed,
    copied,
    kept,
    paraphrased,
    part_of,
    renamed,
    retold,
    with_points,
)
from validator.demo.drafts.drafting import TEMPLATE_OPENING, Draft, Habits, Item, Part, Writer, drafted, habits
from validator.demo.drafts.lacking import lacking, tasks
from validator.demo.luck import luck
from validator.demo.papers.others import neighbour, nobody
from validator.demo.papers.writing import Hand, hand
from validator.demo.places import COUNTY, Resident, residents
from validator.demo.wording.sentences import Shelf

Drafts = dict[tuple[str, int], Draft]
_NORMAL = frozenset(
    {unit for c in chosen.COPIED for unit in (c.here, c.there)}
    | {*chosen.BELOW, *chosen.BELOW_BEFORE, *chosen.CLUSTER, *chosen.KEPT, *chosen.REPEATED, *chosen.PROMISED}
    | {*chosen.PERSONAL, chosen.DRAFT_AND_FINAL}
)
"""Units whose report has the usual form, so that what is planted stands out."""


class Told(NamedTuple):
    """*drafts*: (unit, year) → its report; the two strays are units of that name. *hands*: unit → how it sets a page.

    *first*: the earlier version of a report that came twice. *repeated*: unit → the shortcoming of both years.
    """

    drafts: Mapping[tuple[str, int], Draft]
    hands: Mapping[str, Hand]
    first: Mapping[str, Draft]
    renamed: Mapping[str, str]
    repeated: Mapping[str, str]
    template: tuple[str, ...]


def told(seed: int) -> Told:
    """Return all drafts of the county."""
    shelf = Shelf({}, set())
    people = (*residents(), neighbour(), nobody())
    manners = _habits(people, seed)
    drafts = {
        (r.name, year): _draft(r, year, manners[r.name], seed, shelf)
        for r in people
        for year in (YEAR - 1, YEAR)
        if year == YEAR or r.name not in chosen.EXEMPT
    }
    _years(drafts)
    _secrets(drafts)
    _copies(drafts, seed)
    _gaps(drafts)
    first = _versions(drafts)
    former = _names(drafts)
    repeated = {unit: _first_gap(drafts[unit, YEAR]) for unit in chosen.REPEATED}
    hands = {r.name: _hand(r.name, manners[r.name], seed) for r in people}
    return Told(drafts, hands, first, former, repeated, _keepers(drafts))


def _habits(people: Sequence[Resident], seed: int) -> dict[str, Habits]:
    """Return how each unit writes; a third keeps the template's sentences, three of five the paragraph of all."""
    names = [r.name for r in residents()]
    chance = luck(seed, "habits")
    keepers, quoting = chance.sample(names, len(names) // 3), chance.sample(names, len(names) * 3 // 5)
    found = {}
    for name in (r.name for r in people):
        own = habits(luck(seed, name, "habits"), template=name in keepers, boilerplate=name in quoting)
        usual = name in _NORMAL or name not in names
        found[name] = own._replace(order="norm", umbrella=True) if usual else own
    return found


def _hand(name: str, manners: Habits, seed: int) -> Hand:
    found = hand(luck(seed, name, "hand"))
    plain = name in _NORMAL or manners.order == "heads inside"
    return found._replace(points="bracket") if plain and found.points == "is" else found


def _draft(resident: Resident, year: int, manners: Habits, seed: int, shelf: Shelf) -> Draft:
    chance = luck(seed, resident.name, year)
    draft = drafted(Writer(resident, year, manners, chance, shelf), "")
    day = chosen.DATES.get(resident.name) if year == YEAR else None
    return draft._replace(date=_written(day or _some_day(resident.name, year, chance), chance))


def _some_day(name: str, year: int, chance: Random) -> str:
    """Return a day in time: in January for those from whom others copy."""
    early = name in {c.there for c in chosen.COPIED} or name == chosen.CLUSTER[0]
    days = range(8, 24) if early else range(25, 57)
    day = chance.choice(days)
    return f"{year + 1}-01-{day:02}" if day <= 31 else f"{year + 1}-02-{day - 31:02}"


_FIGURES = "〇一二三四五六七八九"


def _written(day: str, chance: Random) -> str:
    year, month, date = (int(part) for part in day.split("-"))
    if chance.random() < 0.1 and date < 10:
        return f"{''.join(_FIGURES[int(d)] for d in str(year))}年{_FIGURES[month]}月{_FIGURES[date]}日"
    return f"{year}年{month}月{date}日"


def _years(drafts: Drafts) -> None:
    """Plant what ties a report to the unit's last one."""
    for unit, promises in chosen.PROMISED.items():
        drafts[unit, YEAR - 1] = tasks(drafts[unit, YEAR - 1], tuple(p.task for p in promises))
        for at, promise in enumerate(promises):
            drafts[unit, YEAR] = added(drafts[unit, YEAR], at, promise.echo)
    for unit in chosen.REPEATED:
        gap = next(item for item in part_of(drafts[unit, YEAR - 1], "shortcomings").items if item.heading)
        drafts[unit, YEAR] = changed(drafts[unit, YEAR], "shortcomings", _beginning_with(gap))
    for unit in chosen.KEPT:
        left = chosen.STALE.get(unit, "")
        drafts[unit, YEAR - 1] = added(drafts[unit, YEAR - 1], 2, left)
        drafts[unit, YEAR] = kept(drafts[unit, YEAR - 1], drafts[unit, YEAR], left)


def _beginning_with(gap: Item) -> Callable[[Part], Part]:
    def change(part: Part) -> Part:
        at = next(i for i, item in enumerate(part.items) if item.heading)
        return part._replace(items=(*part.items[:at], gap, *part.items[at + 1 :]))

    return change


def _first_gap(draft: Draft) -> str:
    return next(item.text for item in part_of(draft, "shortcomings").items if item.heading)


def _secrets(drafts: Drafts) -> None:
    drafts["云川县信访局", YEAR] = added(drafts["云川县信访局", YEAR], 1, chosen.PETITIONER)
    drafts["柳堰乡", YEAR] = added(drafts["柳堰乡", YEAR], 2, chosen.ID_NUMBER)
    fire = "云川县消防救援大队"
    drafts[fire, YEAR] = drafts[fire, YEAR]._replace(after=(chosen.MOBILE,))


def _copies(drafts: Drafts, seed: int) -> None:
    """Plant the text that units copied from each other."""
    for name_left in chosen.NAME_LEFT:
        drafts["云川县民政局", YEAR] = added(drafts["云川县民政局", YEAR], chosen.NAME_LEFT.index(name_left), name_left)
    drafts["云川县农业农村局", YEAR] = added(drafts["云川县农业农村局", YEAR], 0, chosen.BUREAUS_WORDS)
    for c in chosen.COPIED:
        drafts[c.here, YEAR] = _copy(c.kind, drafts[c.there, YEAR], drafts[c.here, YEAR], seed)
    first, *others = chosen.CLUSTER
    for other in others:
        drafts[other, YEAR] = with_points(drafts[other, YEAR], drafts[first, YEAR], (0, 1, 2))


def _copy(kind: str, source: Draft, target: Draft, seed: int) -> Draft:
    old, new = source.unit.removesuffix("镇").removesuffix("乡"), target.unit.removesuffix("镇").removesuffix("乡")
    if kind == "whole":
        return copied(source, target, old, new)
    if kind == "paraphrased":
        return paraphrased(copied(source, target, old, new), luck(seed, old, new))
    if kind == "name left":
        some = with_points(target, source, (0, 1, 2))
        theirs = part_of(source, "shortcomings")
        gaps = some._replace(parts=tuple(theirs if p.element == "shortcomings" else p for p in some.parts))
        return changed(gaps, "achievements", _name_left_once)
    return with_points(target, source, (1, 2) if kind == "two paragraphs" else (0, 1, 2))


def _name_left_once(part: Part) -> Part:
    """Exchange the copied name in the second sentence, not in the first."""
    told = chosen.NAME_LEFT[1].replace("县民政局", "县卫健局")
    return retold(part, lambda text: text.replace(chosen.NAME_LEFT[1], told))


def _gaps(drafts: Drafts) -> None:
    for unit, below in chosen.BELOW.items():
        drafts[unit, YEAR] = lacking(drafts[unit, YEAR], below)
    for unit, below in chosen.BELOW_BEFORE.items():
        drafts[unit, YEAR - 1] = lacking(drafts[unit, YEAR - 1], below)


def _versions(drafts: Drafts) -> dict[str, Draft]:
    """Return the earlier versions of the reports that came twice; what counts stays in *drafts*."""
    final = drafts[chosen.DRAFT_AND_FINAL, YEAR]
    final = final._replace(date=f"{YEAR + 1}年2月11日")
    fewer = changed(final, "achievements", lambda part: part._replace(items=part.items[:-1]))
    drafts[chosen.DRAFT_AND_FINAL, YEAR] = final
    wrong = drafts[chosen.CORRECTED, YEAR]._replace(date=f"{YEAR + 1}年1月22日")
    notice = "前次报送的报告个别数据有误，现更正后重新报送，请以本次为准。"
    drafts[chosen.CORRECTED, YEAR] = wrong._replace(lead=(notice, *wrong.lead), date=f"{YEAR + 1}年2月3日")
    return {
        chosen.DRAFT_AND_FINAL: fewer._replace(date=f"{YEAR + 1}年1月15日"),
        chosen.CORRECTED: renamed(wrong, "1", "2")._replace(title=wrong.title, date=wrong.date, signs=wrong.signs),
    }


def _names(drafts: Drafts) -> dict[str, str]:
    """Let units sign last year's reports with the names that they had, and plant the joint and the misspelt one."""
    former = {r.name: r.former[0] for r in residents() if r.name in chosen.RENAMED}
    for r in residents():
        if r.name in former:
            before = renamed(drafts[r.name, YEAR - 1], r.name, former[r.name])
            drafts[r.name, YEAR - 1] = renamed(before, r.aliases[0], former[r.name].replace(COUNTY, "县"))
    for year in (YEAR - 1, YEAR):
        town = f"{COUNTY}{chosen.JOINT}"
        both = (f"中共{town}委员会", f"{town}人民政府")
        title = (*both, f"关于{year}年度法治政府建设情况的报告")
        drafts[chosen.JOINT, year] = drafts[chosen.JOINT, year]._replace(signs=both, title=title)
    unit, right, wrong = chosen.MISSPELT
    drafts[unit, YEAR] = renamed(drafts[unit, YEAR], right, wrong)
    return former


def _keepers(drafts: Drafts) -> tuple[str, ...]:
    return tuple(unit for (unit, year), draft in drafts.items() if year == YEAR and TEMPLATE_OPENING in draft.lead)

"""The invented county: its units with their own words, villages and streets that no map shows."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import NamedTuple

from validator.demo.luck import luck
from validator.demo.wording.grammar import Voice, lines

COUNTY = "云川县"
CITY = "澜州市"
_FIRST = "上下前后大小老新高矮长圆青白乌黄石沙柳槐桐竹枣杏桑莲荷菱蒲芦鹤鹭雁燕鹿牛羊凤龙云月星霞雪霜泉"
_LAST = "塘坪岭湾溪垭坝沟田垄坡坳岗洲屿滩潭渡桥井仓窑寨铺店"
_STREETS = "滨河|望岳|老粮站|南门|北关|文峰塔|纺织厂|西渠|东闸|体育场|汽贸城|建材市场|花鸟市场|客运站|湖心洲|机床厂"
_AREAS = "片区|沿线|周边|商圈|家属院|地块|夜市|安置区"


class Resident(NamedTuple):
    """A unit of the county as a writer knows it. *name* stands in the roster, *signs* under its reports.

    *kind*: as the roster writes it. *letter*: t, d or c, as in the stock. *voice*: its own words.
    """

    name: str
    kind: str
    aliases: tuple[str, ...]
    former: tuple[str, ...]
    signs: tuple[str, ...]
    letter: str
    voice: Voice


_LETTERS = {"镇": "t", "乡": "t", "街道": "t", "部门": "d", "县": "c", "开发区": "d"}
_OFFICES = {"镇": "人民政府", "乡": "人民政府", "街道": "办事处"}
_HEADS = {
    "镇": ("镇党委书记、镇长", "镇党委、政府主要负责人"),
    "乡": ("乡党委书记、乡长", "乡党委、政府主要负责人"),
    "街道": ("党工委书记、办事处主任", "街道主要负责人"),
    "县": ("县委书记、县长", "县委、县政府主要负责人"),
    "开发区": ("党工委书记、管委会主任", "经开区主要负责人"),
}
_HEADS_BY_ENDING = {
    "中心": ("中心主任", "中心主要负责人"),
    "大队": ("大队党委书记、大队长", "大队主要负责人"),
    "馆": ("馆长", "馆主要负责人"),
    "联合会": ("党组书记、理事长", "县残联主要负责人"),
    "联合社": ("党组书记、主任", "县社主要负责人"),
    "办公室": ("党组书记、主任", "办主要负责人"),
    "": ("局党组书记、局长", "局主要负责人"),
}


@cache
def residents() -> tuple[Resident, ...]:
    """Return the sixty units of the county, in the order of its roster."""
    return tuple(_resident(line) for line in lines("units"))


def _resident(line: str) -> Resident:
    name, kind, aliases, former, *words = line.split("｜")
    trade, matters, people, laws, rooms = (tuple(w.split("、")) for w in words)
    full = name if kind in ("部门", "县", "开发区") else f"{COUNTY}{name}{_OFFICES[kind]}"
    calls = tuple(aliases.split("、")) if aliases else ()
    heads = _HEADS.get(kind) or next(v for k, v in _HEADS_BY_ENDING.items() if name.endswith(k))
    voice = {
        "产": trade,
        "物": matters,
        "人": people,
        "法": tuple(f"《{law}》" for law in laws),
        "股": rooms,
        "地": spots(kind, luck(name)),
        "首": heads,
        "我们": (calls[0] if calls else name,),
    }
    return Resident(name, kind, calls, tuple(former.split("、")) if former else (), (full,), _LETTERS[kind], voice)


def spots(kind: str, rng: Random, count: int = 8) -> tuple[str, ...]:
    """Return names of villages, or of quarters of the town for a street or a department."""
    if kind in ("镇", "乡"):
        return tuple(f"{a}{b}村" for a, b in zip(rng.sample(_FIRST, count), rng.sample(_LAST, count), strict=True))
    streets = rng.sample(_STREETS.split("|"), count)
    return tuple(street + rng.choice(_AREAS.split("|")) for street in streets)

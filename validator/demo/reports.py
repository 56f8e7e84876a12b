"""Any number of reports for benchmarks: the grammar of the county, filled beforehand so that it is fast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from random import Random
from typing import NamedTuple

from validator.demo.drafts.drafting import NORM
from validator.demo.luck import luck
from validator.demo.papers.writing import number
from validator.demo.places import COUNTY, residents, spots
from validator.demo.wording.grammar import Clause, Theme, said, stock
from validator.demo.wording.sentences import joined

_FIRST = (
    "青榆望苍鹭砚竹麦桂霜柳茶鹿藕榴雁朝文南枫槐松柏梅兰荷菱芦桑杏桃梨枣棠葵菊莲蒲芷蕙薇樟楠梧桐橡桦杉银金铜锡石玉"
    "珠璧云霞虹露岚溪泓澄沁涟漪渠星晨曦晓暮春夏秋冬紫碧丹素墨彩锦绣"
)
_SECOND = (
    "禾荫溪岭浦池泉垄渡林堰垭鸣塘坪庄畈寨营镜峡落霞澜湾桥亭台楼阁坊店铺集墟"
    "埠港洲屿滩矶岩岗坡岔谷峪川原塬沟渊潭井泽津汀岸堤坝闸陂圩"
)
_KINDS = ("镇", "镇", "镇", "乡", "乡", "街道")
_OFFICES = {"镇": "人民政府", "乡": "人民政府", "街道": "办事处"}
_FILLED = 48
"""How often each clause is filled beforehand."""

_COPIES = 0.02
_PLACE, _PLACES = "{地}", 8
_FIXED = (
    "一、主要举措和成效\n{done}二、存在的不足和原因\n{gaps}三、党政主要负责人履行推进法治建设第一责任人职责情况\n{heads}"
    "四、{next}年工作安排\n{plan}"
)
_HEADS = ("镇党委书记、镇长", "党委、政府主要负责人", "书记")


class _Pool(NamedTuple):
    """Filled clauses of a theme by what they do in a sentence: leads, acts (by clause), results; and its headings."""

    headings: Sequence[str]
    leads: Sequence[str]
    acts: Sequence[Sequence[str]]
    results: Sequence[str]


def reports(count: int, characters: int = 5000, year: int = 2025, seed: int = 1) -> Iterator[tuple[str, str, str]]:
    """Yield unit, file name and text of *count* reports, up to 5,000, each about *characters* long.

    One in fifty is a copy of an earlier one with the unit's name exchanged. The same *seed* makes the same reports.
    """
    rng = luck(seed, count)
    written: list[tuple[str, str]] = []
    for name in _names(count, rng):
        if written and rng.random() < _COPIES:
            other, text = rng.choice(written)
            text = text.replace(_full(other), _full(name)).replace(other, name)
        else:
            text = _report(name, characters, year, rng)
        if len(written) < 200:  # enough to copy from
            written.append((name, text))
        yield name, f"{COUNTY}{name}{year}年法治政府建设年度报告.txt", text


def _names(count: int, rng: Random) -> list[str]:
    """Return *count* names of towns, townships and streets; no two begin alike."""
    stems = list(dict.fromkeys(a + b for a in _FIRST for b in _SECOND if a != b))
    return [stem + rng.choice(_KINDS) for stem in rng.sample(stems, count)]


def _report(name: str, characters: int, year: int, rng: Random) -> str:
    full = _full(name)
    done, gaps, heads, plan = _pools()
    body = _FIXED.format(
        done=_achievements(done, characters - 1300, rng),
        gaps=_numbered(rng.sample(gaps, 4), rng),
        heads=_numbered(heads * 3, rng),
        plan=_numbered(plan * 4, rng),
        next=year + 1,
    )
    text = (
        f"{full}{year}年度法治政府建设情况报告\n\n{NORM}现将{year}年度有关情况报告如下：\n{body}\n{full}\n"
        f"{year + 1}年{rng.randint(1, 2)}月{rng.randint(1, 28)}日\n"
    )
    return _placed(text, _kind(name), rng)


def _kind(name: str) -> str:
    return "街道" if name.endswith("街道") else name[-1]


def _full(name: str) -> str:
    return f"{COUNTY}{name}{_OFFICES[_kind(name)]}"


def _placed(text: str, kind: str, rng: Random) -> str:
    """Put the unit's own villages or quarters into the places that the clauses left open."""
    own = spots(kind, rng, _PLACES)
    first, *pieces = text.split(_PLACE)
    return first + "".join(own[at % _PLACES] + piece for at, piece in enumerate(pieces))


def _achievements(pools: Sequence[_Pool], characters: int, rng: Random) -> str:
    """Return points on different themes, as many and as long as *characters* ask for."""
    each = max(characters // len(pools), 120)
    parts = []
    for at, pool in enumerate(rng.sample(pools, len(pools)), 1):
        if characters <= 0:
            break
        text = f"（{number(at)}）{_one(pool.headings, rng)}。"
        while len(text) < each:
            text += _sentence(pool, rng)
        parts.append(text + "\n")
        characters -= len(text)
    return "".join(parts)


def _numbered(pools: Sequence[_Pool], rng: Random) -> str:
    lines = (
        f"（{number(at)}）{_one(pool.headings, rng)}。{_sentence(pool, rng)}\n" for at, pool in enumerate(pools, 1)
    )
    return "".join(lines)


def _sentence(pool: _Pool, rng: Random) -> str:
    size = len(pool.acts)
    at = int(rng.random() * size)
    other = (at + 1 + int(rng.random() * (size - 1))) % size  # never the same clause twice
    last = f"，{_one(pool.results, rng)}。" if pool.results else "。"
    return f"{_one(pool.leads, rng)}{_one(pool.acts[at], rng)}，{_one(pool.acts[other], rng)}{last}"


def _one(filled: Sequence[str], rng: Random) -> str:
    return filled[int(rng.random() * len(filled))]


@cache
def _pools() -> tuple[list[_Pool], list[_Pool], list[_Pool], list[_Pool]]:
    """Return the filled clauses of the four parts."""
    rng = luck("pools")

    def of(name: str) -> list[_Pool]:
        return [_pool(theme, rng) for theme in stock(name) if "t" in theme.kinds]

    return of("achievements"), of("shortcomings"), of("heads"), of("plans")


def _pool(theme: Theme, rng: Random) -> _Pool:
    return _Pool(
        _filled(theme.headings, rng),
        [joined([text], [clause])[:-1] + stop for text, clause, stop in _leads(theme, rng)],
        [_filled([clause], rng) for clause in theme.acts],
        _filled(theme.results, rng),
    )


def _leads(theme: Theme, rng: Random) -> Iterator[tuple[str, Clause, str]]:
    for clause in theme.leads:
        stop = "" if joined(["", ""], [clause, clause]) == "。" else "，"
        for _ in range(_FILLED):
            yield _said(clause, rng), clause, stop


def _filled(clauses: Sequence[Clause], rng: Random) -> list[str]:
    return [_said(clause, rng) for clause in clauses for _ in range(_FILLED)]


def _said(clause: Clause, rng: Random) -> str:
    """Fill a clause with the words of any town of the county; its places stay open."""
    towns = [r.voice for r in residents() if r.letter == "t"]
    voice = {**rng.choice(towns), "地": (_PLACE,), "首": _HEADS}
    return said(clause.parts, voice, rng)

"""What a copied passage still says of the report it came from: another unit's name, 我局 in a town, last year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from validator.model.review import Passage, Trace
from validator.model.roster import Roster, Unit
from validator.patterns import Pattern, compiled
from validator.review.naming.names import core, forms, home_of

if TYPE_CHECKING:
    from validator.review.copying.prepared import Text

Names = Mapping[str, Sequence[str]]
"""Name of a unit → the short names by which a text may call it."""

_SHORTEST = 3
"""Characters of a name below which a text may mean something else by it."""

_SELF = compiled("[我本](镇|乡|街道|局|委(?!员)|办(?![理法公])|中心|管委会)")
_SENTENCES = compiled(r"[。；！？\n]")
_QUOTED = compiled("[“‘「『]([\u4e00-\u9fff]{4,16})[”’」』]")  # the title of a law is no such name
_PLACE = compiled(r"(..+)(?:镇|乡|街道|苏木)$")
# “枫桥经验”, “东湖公园”: what anybody may praise, and what stands there for all.
_EVERYBODY_S = compiled(
    r"经验|模式|做法|样[本板]|精神|现象|式|[山湖河江溪湾岭桥路街巷村塘寺庙]|公园|广场|[风景]景?区|水库|大道|社区|小区|新[区城]"
    r"|[小中大]学|学校|医院|法庭|派出所|司法所|检察室|工业|产业|园区|开发区|高速|[机车]|市场|商[圈城]|论坛|会议"
)
_TOWNS = ("town", "township", "street")
_PLACES = ("town", "township", "street", "zone", "county", "city")


def names_of(roster: Roster) -> Names:
    """Return the short names of every unit, today's and former ones."""
    home = home_of(unit.name for unit in roster.units)
    found = {}
    for unit in roster.units:
        cores = [core(name, home) for name in (unit.name, *unit.aliases, *unit.former)]
        listed = dict.fromkeys(form for one in cores for form in forms(one) if len(form) >= _SHORTEST)
        found[unit.name] = tuple(listed)
    return found


def traced(passage: Passage, here: Text, there: Text, names: Names, texts: Sequence[Text] = ()) -> Passage:
    """Return *passage* with the traces that either text bears of the other. *texts*: all reports."""
    a, b = passage.here.text, passage.there.text
    return passage._replace(
        traces=tuple(_traces(a, b, here, there, names, texts)),
        traces_there=tuple(_traces(b, a, there, here, names, texts)),
    )


def _traces(text: str, other: str, own: Text, from_: Text, names: Names, texts: Sequence[Text]) -> Iterator[Trace]:
    if from_.year < own.year and (found := _last_year(from_.year).search(text)):
        yield Trace("last_year", found[0])
    if own.owner == from_.owner or own.year < from_.year:
        return
    mine, theirs = names.get(own.owner, ()), names.get(from_.owner, ())
    if _is_town(own.unit) or not _is_place(from_.unit):  # a bureau, a county may name the towns in which it works
        others = (name for name in theirs if not any(name in one for one in mine))
        left = next((name for name in others if _is_left(name, text, other, mine, from_.unit)), "")
        if left or (left := next(_called_after(text, other, own, from_, names, texts), "")):
            yield Trace("other_unit", left)
    for found in dict.fromkeys(m[0] for m in _SELF.finditer(text)):
        is_theirs = any(name.endswith(found[1:]) for name in theirs)
        if is_theirs and mine and not any(name.endswith(found[1:]) for name in mine):
            yield Trace("other_kind", found)


def _is_left(name: str, text: str, other: str, mine: Sequence[str], unit: Unit | None) -> bool:
    """Tell whether a sentence of *text* speaks of *name* as if it were its own report's.

    It does not where it names its own unit, too: 青禾镇与白石镇联合执法. A department may stand in anybody's report:
    its name says something only if its own report has it in the same passage.
    """
    if name not in other and not _is_place(unit):
        return False
    sentences = [s for s in _SENTENCES.split(text) if name in s]
    return any(not any(own in s for own in mine) for s in sentences)


def _called_after(text: str, other: str, own: Text, from_: Text, names: Names, texts: Sequence[Text]) -> Iterator[str]:
    """Yield what the other town has named after itself, “龙泉法律夜校”, and this town's report has from it.

    The bare name of a place may mean a lake, or be a word: 东湖, 和平. So it must begin what stands in quotation marks
    in both texts, stand nowhere else in this report, and no third one and no other name of the roster may have it.
    """
    if not (_is_town(own.unit) and _is_town(from_.unit)):
        return
    bare = {str(m[1]) for name in names.get(from_.owner, ()) if (m := _PLACE.fullmatch(name))}
    for called in dict.fromkeys(m[1] for m in _QUOTED.finditer(text) if bare and m[1] in other):
        stem = next((stem for stem in bare if called.startswith(stem)), "")
        if not stem or _EVERYBODY_S.match(called, len(stem)) or own.submission.text.count(stem) > text.count(stem):
            continue
        others = (name for unit, short in names.items() if unit != from_.owner for name in (unit, *short))
        if not any(stem in name for name in others) and not any(_says(t, stem, own, from_, names) for t in texts):
            yield called


def _says(third: Text, stem: str, own: Text, from_: Text, names: Names) -> bool:
    """Tell whether another report, or that of this town of another year, has *stem* but in the name of its town."""
    if third.owner == from_.owner or third.submission is own.submission:
        return False
    words = third.submission.text
    return stem in words and words.count(stem) > sum(words.count(name) for name in names[from_.owner] if stem in name)


def _is_town(unit: Unit | None) -> bool:
    return unit is not None and unit.kind in _TOWNS


def _is_place(unit: Unit | None) -> bool:
    """Tell whether a unit's name is that of a place; a department's name may stand in anybody's report."""
    return unit is not None and unit.kind in _PLACES


def _last_year(year: int) -> Pattern:
    # At the head of a clause it says when something was done. 落实2024年会议精神 and 较2024年 may stand in any year.
    return compiled(
        rf"(?:(?<=[，。；：、（\n])|^){year}年(?!度?(?:\d{{1,2}}月|以来|底|末|[\-—至]|[^，。；\n]{{0,12}}(?:会议|督察|计划|要点)))"
    )

"""The comparable core of a unit's name: without its region, its Party or government suffix and the forms of writing.

“中共云川县青禾镇委员会”, “云川县青禾镇人民政府” and “青禾镇” have one core. “邻水县青禾镇” keeps its region: it is
another county's.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from validator.patterns import compiled
from validator.review.naming.shortening import ENDINGS, MATTERS, ORGANISATIONS, with_place_first

if TYPE_CHECKING:
    from opencc import OpenCC


# Districts that are no administrative region but a zone, a quarter or a thing (开发区, 社区, 景区).
_NO_REGION = (
    "开发|技术|产业|新|园|示范|保税|景|校|库|度假|保护|合作|试验|实验|功能|工业|管理|集聚|社|小|片|辖|物流|商务|旅游"
    "|自贸|风景|中心"
)
_HAN = r"(?![局委办厅省])[\u4e00-\u9fff]"
_REGION = compiled(
    rf"(?![全我本各该跨]){_HAN}(?:县(?![级域])|(?:{_HAN}){{1,9}}?(?:自治[区州县旗]|省|地区|盟|旗|市(?![场政容民级])"
    rf"|(?<!依法治)县(?![级域])|(?<!{_NO_REGION})区(?![域划级])))"
)
_LEVEL = compiled(
    r"[我本]?(?:省|州|旗|[市县区](?![场容域划级中])(?!政(?![府协务法数]))(?!民(?![政宗族])))"
    r"(?=.{0,20}(?:局|厅|委|办|室|部|院|会|中心|校|馆|社|队|公司|集团|区|联|协|台|人大)$)"
)
_SPACE = compiled(r"[\s\u3000\u200b-\u200f\u2060\ufeff·]+")
_PARTY = compiled(r"^(?:中国共产党|中共|国家税务总局(?=..))")  # and what stands before the region of a tax office
_SEAL = compiled(r"(?:\((?:盖章|公章|章|代章)\))+$")
_NOTE = compiled(r"(?:[(\[【][^()\[\]【】]*[)\]】])+$")
_BOTH = compiled(r"([省市州盟县区旗镇乡])党?委[、和与,]?(?:\1)?(?:人民)?政府$")
_ZONE = "开发区|高新区|新区|园区|示范区|保税区|风景区|景区|度假区|保护区|产业园|工业园|科技园|新城|集聚区|合作区|试验区"
_SUFFIX = compiled(
    r"(?:(?<=[省市州盟县区旗镇乡]|苏木)(?:(?:人民)?政府|党委|委员会|委|党工委|工委|党组)"
    r"|(?<=街道)(?:办事处|办|党工委|工委|党的工作委员会|工作委员会|委员会)"
    rf"|(?<={_ZONE})(?:管理委员会|管委会|党工委|工委|工作委员会|委员会)"
    r"|(?<=[局厅委办院社会署]|办公室|中心|公司|集团)(?:党组|党委|党委会))$"
)
_OWN_OFFICE = compiled(r"([省市州盟县区旗])?委(?:员会)?办(?:公室)?")
_OF_COMMITTEE = compiled(r"^(?:委员会|委(?!员|托))(?=..)")
_OF_GOVERNMENT = compiled(r"^(?:人民)?政府(?=..)(?!办公室$|办公厅$)")
_GOVERNMENT_OFFICE = compiled(r"^(?:人民)?政府办(?:公室)?$")
_STEM_OF = compiled(r"^(?:.*(?:局|委|办|管委会|公司|集团)|.+(?:开发区|园区|工业园|产业园|示范区))$")


def home_of(names: Iterable[str], signed: Iterable[str] = ()) -> str:
    """Return the region that most of the roster's *names* share; where they do not say, that of those who *signed*.

    It is the innermost one: 云川县 in 临江市云川县水利局. Empty when nothing says it.
    """
    listed, others = list(names), list(signed)
    return _shared(listed, len(listed)) or _shared([*listed, *others], 0)


def regions(name: str) -> tuple[tuple[str, ...], str]:
    """Return the regions at the beginning of a tidy *name*, the largest first, and what stands behind them."""
    chain: list[str] = []
    at = 0
    while m := _REGION.match(name, at):
        chain.append(m[0])
        at = m.end()
    return tuple(chain), name[at:]


def tidy(name: str) -> str:
    """Return *name* in Simplified characters, without spaces, a seal's mark and full-width forms."""
    # Once more: a mark behind a space that goes joins the letter before it.
    plain = unicodedata.normalize("NFKC", _SPACE.sub("", unicodedata.normalize("NFKC", name)))
    if plain.isascii():
        return plain
    return str(_SEAL.sub("", _converter().convert(plain)))


def without_notes(name: str) -> str:
    """Return a name of the roster without what stands behind it in brackets: 青禾镇 of 青禾镇（党委、政府）."""
    plain = tidy(name)
    return str(_NOTE.sub("", plain)) or plain if plain.endswith((")", "]", "】")) else plain


@lru_cache(maxsize=1 << 15)  # a roster's names are asked for by rosters, files and copied text
def core(name: str, home: str = "") -> str:
    """Return the core of *name*; what it names is the same if the core is."""
    now = tidy(name)
    while (shorter := _shortened(now, home)) != now:
        now = shorter
    return now


def foreign_core(name: str, home: str) -> tuple[str, str]:
    """Return a region in front of *name* that is not *home*, and the core of the rest; two empty texts without one."""
    bare = _bare(tidy(name))
    chain, rest = regions(bare)
    if not chain:
        level = _LEVEL.match(bare)
        chain, rest = ((level[0],), bare[level.end() :]) if level else ((), "")
    elsewhere = chain and (chain[-1] != home) and not (len(chain[-1]) == 1 and home.endswith(chain[-1]))
    return ("".join(chain), core(rest, home)) if elsewhere and rest else ("", "")


@lru_cache(maxsize=1 << 15)
def forms(core: str) -> tuple[str, ...]:
    """Return the ways in which a core is written: itself, without 和, with shortened matter and ending."""
    return _written(core, MATTERS)


@lru_cache(maxsize=1 << 15)
def full_forms(core: str) -> tuple[str, ...]:
    """Return those of its forms that leave nothing of its matter out: 农业农村局 but not 农业局, its former name."""
    return _written(core, tuple((long, long) for long, _ in MATTERS))


def _written(core: str, matters: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    found = dict.fromkeys((core, *ORGANISATIONS.get(core, ())))
    if not core.endswith(("局", "委", "办", "部", "室", "会", "院")):
        return tuple(found)
    for long, short in matters:
        matter = long.replace("和", "")
        for form in (long, matter):
            if core.startswith(form):
                found |= dict.fromkeys(
                    (long + core[len(form) :], matter + core[len(form) :], short + core[len(form) :])
                )
    for form in tuple(found):
        for long, short in ENDINGS:
            if form.endswith(long) and (len(form) > len(long) + 1 or long.startswith("人民")):
                found[form.removesuffix(long) + short] = None
    if core.startswith("政府办"):
        found |= dict.fromkeys([f"人民{form}" for form in found])
    found |= dict.fromkeys([form[0] + form[1:].replace("和", "").replace("与", "") for form in found])
    return tuple(form for form in found if len(form) > 1)


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    import opencc

    return opencc.OpenCC("t2s")


def _shared(names: Sequence[str], among: int) -> str:
    """Return the innermost region that three of five names with a region have.

    Of *among* names a third must have it: two offices of the city in a list of bare names do not make it theirs.
    """
    split = [regions(_bare(tidy(name))) for name in names]
    chains = [chain for chain, _ in split if chain]
    counts = Counter(region for chain in chains for region in dict.fromkeys(chain))
    wholly = {chain[-1] for name, (chain, _) in zip(names, split, strict=True) if chain and core(name) == chain[-1]}
    common = {
        region
        for region, n in counts.items()
        if n >= 0.6 * len(chains) and (n >= among / 3 or region in wholly)  # the county itself says whose list it is
    }
    if not common:
        return ""
    depth = {r: sum(chain.index(r) for chain in chains if r in chain) / counts[r] for r in common}
    return max(sorted(common), key=lambda region: (depth[region], counts[region]))


def _shortened(name: str, home: str) -> str:
    """Take one thing off a name, or return it as it is."""
    name = _bare(name)
    if office := _own_office(name, home):
        return office
    if _GOVERNMENT_OFFICE.fullmatch(name):
        return "政府办公室"
    if m := _BOTH.search(name):
        return name[: m.end(1)]
    if m := _SUFFIX.search(name):
        return name[: m.start()]
    return _without_region(name, home)


def _bare(name: str) -> str:
    """Return a tidy name without what stands in front of its region."""
    return str(_PARTY.sub("", with_place_first(name)))


def _own_office(name: str, home: str) -> str:
    """Return 县委办公室, which is no 办公室 of anything smaller and not that of the government, in its one form."""
    chain, rest = regions(name)
    m = _OWN_OFFICE.fullmatch(rest)
    if not m or (chain and home and chain[-1] != home):
        return ""
    level = m[1] or (chain[-1][-1] if chain else home[-1:])
    return f"{level}委办公室" if level else ""


def _without_region(name: str, home: str) -> str:
    chain, rest = regions(name)
    if chain and not rest:
        return chain[-1]  # a region itself
    if chain and (chain[-1] == home or home in chain):
        at = chain.index(home) + 1
        rest = "".join(chain[at:]) + rest
        return _own(rest) if rest else home
    if home and name == home[-1]:
        return home
    return _without_level(name, home)


def _own(name: str) -> str:
    """Take off whose body it is: 委 of 县委组织部, 人民政府 of 县人民政府城东街道办事处."""
    return str(_OF_GOVERNMENT.sub("", _OF_COMMITTEE.sub("", name)))


def _without_level(name: str, home: str) -> str:
    """Take 县 off 县司法局, and 云川 off 云川经济开发区."""
    level = _LEVEL.match(name)
    if level and (not home or home.endswith(level[0][-1])) and len(name) - level.end() > 1:
        return _own(name[level.end() :])
    stem = home[:-1]
    rest = name.removeprefix(stem)
    if len(stem) > 1 and rest != name and len(rest) > 2 and _STEM_OF.fullmatch(rest) and not regions(name)[0]:
        return rest
    return name

"""What the verbs about decisions have in common: the ledger's own units and years, and the titles of its rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from validator.errors import ChaqueError, UsageError
from validator.model.decision import Seen
from validator.model.pack import Pack, Rule
from validator.pipeline import load_pack
from validator.renderers.wording import shown
from validator.review.deciding.ledger import Ledger
from validator.review.deciding.named import nearest, units_named
from validator.review.deciding.proposals import meant
from validator.words import Lang, Words, say


@cache
def pack_of(pack: str) -> Pack | None:
    """Return the pack with that id; None without one, or where it cannot be found by its id."""
    try:
        return load_pack(pack) if pack else None
    except ChaqueError:
        return None


@cache
def rules_of(pack: str) -> Mapping[str, Rule]:
    """Return id → rule of the pack with that id; nothing where it is not known."""
    found = pack_of(pack)
    return {rule.id: rule for rule in found.rules} if found else {}


def newest_rules(seen: Sequence[Seen]) -> Mapping[str, Rule]:
    """Return the rules by which a unit was judged last: later its report may be gone, and what was said of it not."""
    return next((rules for s in reversed(seen) if (rules := rules_of(s.pack))), {})


def title_of(rule: str, rules: Mapping[str, Rule], lang: Lang) -> str:
    """Return how people call a rule: by its title if that is known, else by its id."""
    return shown(say(rules[rule].title, lang) if rule in rules else rule)


def known_year(ledger: Ledger, year: int | None) -> int:
    """Return *year*, else the newest one of the ledger. Raise UsageError where nothing was reviewed yet."""
    years = ledger.years()
    if not years:
        what = Words("审核台账里还没有任何单位", "the ledger knows no unit yet")
        raise UsageError(ledger.path, what, Words("先运行 chaque review", "Run chaque review first"))
    if year is not None and year not in years:
        zh, en = (comma.join(map(str, years)) for comma in ("、", ", "))
        what = Words(f"审核台账里没有{year}年度", f"the ledger has nothing on {year}")
        raise UsageError(f"--year {year}", what, Words(f"有这些年度：{zh}", f"It has: {en}"))
    return years[0] if year is None else year


def known_unit(ledger: Ledger, unit: str, year: int) -> Seen:
    """Return what was seen last of a unit for *year*; *unit*: one of its names.

    Raise UsageError for a name of none, with near names, and for one of several.
    """
    latest = ledger.latest(year)
    found = units_named(unit, latest)
    if len(found) == 1:
        return latest[found[0]]
    if found:
        what = Words(f"有{len(found)}个单位叫这个名称", f"{len(found)} units have this name")
        raise UsageError(shown(unit), what, meant(found))
    other = next((y for y in ledger.years() if y != year and units_named(unit, ledger.latest(y))), None)
    hint = Words(f"有{other}年度的，请加 --year {other}", f"It is in {other}: add --year {other}")
    what = Words(f"{year}年度没有这个单位", f"no such unit in {year}")
    raise UsageError(shown(unit), what, hint if other else nearest(unit, latest))

"""What the verbs about decisions have in common: the ledger's own units and years, and the titles of its rules."""

from __future__ import annotations

from collections.abc import Mapping

from validator.errors import ChaqueError, UsageError
from validator.model.decision import Seen
from validator.model.pack import Rule
from validator.pipeline import load_pack
from validator.renderers.wording import shown
from validator.review.deciding.ledger import Ledger
from validator.review.deciding.proposals import near_names
from validator.words import Lang, Words, say


def rules_of(seen: Seen | None) -> Mapping[str, Rule]:
    """Return id → rule of the pack that was used; nothing for a pack that cannot be found by its id."""
    if seen is None or not seen.pack:
        return {}
    try:
        return {rule.id: rule for rule in load_pack(seen.pack).rules}
    except ChaqueError:
        return {}


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
        listed = "、".join(map(str, years))
        what = Words(f"审核台账里没有{year}年度", f"the ledger has nothing on {year}")
        raise UsageError(f"--year {year}", what, Words(f"有这些年度：{listed}", f"It has: {listed}"))
    return years[0] if year is None else year


def known_unit(ledger: Ledger, unit: str, year: int) -> Seen:
    """Return what was seen last of *unit* for *year*. Raise UsageError for an unknown one, with near names."""
    latest = ledger.latest(year)
    if unit in latest:
        return latest[unit]
    others = ledger.years(unit)
    if others:
        hint = Words(f"有{others[0]}年度的，请加 --year {others[0]}", f"It is in {others[0]}: add --year {others[0]}")
    else:
        hint = near_names(unit, latest)
    raise UsageError(shown(unit), Words(f"{year}年度没有这个单位", f"no such unit in {year}"), hint)

"""Whose name is it? Names of units in signatures, titles and paths, found by looking up, never by trying every unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from re import escape
from typing import Literal, NamedTuple

from validator.model.roster import Unit
from validator.patterns import Pattern, compiled
from validator.review.naming.indexes import LEAST, STEM, lengths, less_one, near, stems
from validator.review.naming.names import core, foreign_core, forms, full_forms, home_of, tidy, without_notes
from validator.review.naming.surroundings import REGIONS, behind, front_of, goes_on, is_part_of

Likeness = Literal["whole", "similar", "ending", "foreign", "longer"]
"""whole: a name of the unit; similar: one character differs; ending: 局 for 委员会; foreign: another region stands in
front; longer: the name is part of one that the roster does not have."""


class Known(NamedTuple):
    """The names of a roster. *names*: form → its units (more than one: it is ambiguous).

    *lengths*: the first two characters of a form → the lengths of such forms, longest first. *near*: a core without
    one of its characters → the cores that it comes from. *stems*: a form without its ending → such forms. *home*: the
    region of the roster. *usual*: the short and former names that the roster does not write and everybody uses.
    *matter*: what the reports are about.
    """

    home: str
    names: Mapping[str, tuple[str, ...]]
    lengths: Mapping[str, tuple[int, ...]]
    near: Mapping[str, tuple[str, ...]]
    stems: Mapping[str, tuple[str, ...]]
    usual: frozenset[str] = frozenset()
    matter: tuple[str, ...] = ()


class Hit(NamedTuple):
    """A name that was found: *words* as they stand there, the *units* that they may mean, and *like* what.

    *form*: the name of the roster that was found. *start*, *end*: half-open offsets in the tidy text. *usual*: it is a
    short or former name that the roster does not write.
    """

    units: tuple[str, ...]
    words: str
    like: Likeness
    form: str
    start: int = 0
    end: int = 0
    usual: bool = False


_FULL, _CORE, _OTHER, _FORM = range(4)  # the name as it is written counts before its core, and that before aliases
_NEUTRAL = "人民政府"  # holds 民政 and belongs to whatever stands in front of it
_OF_GOVERNMENT = ("人民政府", "政府")
_USUAL = r"关于|[年度月日]|报告|工作|情况|推进|落实|建设|总结|[的稿版份]|修改|盖章|所属|上报|报送"


def known_names(units: Sequence[Unit], signed: Iterable[str] = (), matter: tuple[str, ...] = ()) -> Known:
    """Return the names of *units* ready to be looked up.

    *signed*: who signed, in case the roster has bare names. *matter*: words for what the reports are about.
    """
    home = home_of((without_notes(unit.name) for unit in units), (name for names in signed for name in names.split()))
    ranked: dict[str, tuple[int, list[str]]] = {}
    cores: dict[str, None] = {}
    for unit in units:
        for rank, form in _forms(unit, home):
            best, owners = ranked.setdefault(form, (rank, []))
            if rank < best:
                ranked[form] = (rank, [unit.name])
            elif rank == best and unit.name not in owners:
                owners.append(unit.name)
            if rank == _CORE:
                cores[form] = None
    names = {form: tuple(owners) for form, (_, owners) in ranked.items()}
    usual = frozenset(form for form in _shortened(units, home) if ranked[form][0] == _FORM)
    begun = lengths([*names, _NEUTRAL, *([home] if home else [])])
    return Known(home, names, begun, near(cores), stems(names), usual, matter)


def recognise(name: str, known: Known) -> Hit | None:
    """Return the unit that *name*, the whole name of a body, means or nearly means."""
    plain = tidy(name)
    bare = core(plain, known.home)
    for form in (plain, bare, *forms(bare)):
        if form in known.names:
            return Hit(known.names[form], name, "whole", form, usual=form in known.usual)
    region, rest = foreign_core(plain, known.home)
    if owner := next((form for form in forms(rest) if form in known.names), None) if region else None:
        return Hit(known.names[owner], name, "foreign", region)
    return _nearly(bare, name, known) or _inside(bare, name, known)


def recognise_in(text: str, known: Known) -> tuple[Hit, ...]:
    """Return the names of units in *text*, a title or a part of a path, in order of appearance.

    Where some are whole, only those; a region in front of a unit's name is not named for itself.
    """
    plain = tidy(text)
    hits = [hit for hit in _scanned(plain, known) if hit.units]
    whole = [hit for hit in hits if hit.like == "whole"]
    others = [hit for hit in whole if hit.form != known.home]
    return tuple(others or whole or hits or _slips(plain, known))


def recognise_author(title: str, known: Known) -> tuple[Hit, ...]:
    """Return the names in a title that say whose report it is: those before 关于, if any stands there.

    A hit without units is a body of the roster's region that the roster does not have.
    """
    plain = tidy(title)
    about = plain.find("关于", 1)
    hits = [hit for hit in _scanned(plain, known) if hit.units or hit.like == "longer"]
    before = [hit for hit in hits if hit.start < about]
    if before and all(hit.like == "longer" for hit in before):
        author = before[-1]
        return (author if author.units else recognise(author.words, known) or author,)
    return recognise_in(title, known) or tuple(hits[:1])


def _forms(unit: Unit, home: str) -> Iterator[tuple[int, str]]:
    plain = without_notes(unit.name)
    bare = core(plain, home)
    yield _FULL, tidy(unit.name)
    yield _FULL, plain
    yield _CORE, bare
    if bare == "团委":
        yield _FORM, f"团{home[-1:]}委"
    if bare == f"{home[-1:]}委办公室":
        yield from ((_FORM, f"{home}委办{end}") for end in ("", "公室"))
    for other in (*unit.aliases, *unit.former):
        yield _OTHER, tidy(other)
        yield _OTHER, core(other, home)
    for name in _cores(unit, home):
        yield from ((_FORM, form) for form in forms(name)[1:])


def _cores(unit: Unit, home: str) -> list[str]:
    return [core(name, home) for name in (without_notes(unit.name), *unit.aliases, *unit.former)]


def _shortened(units: Sequence[Unit], home: str) -> set[str]:
    """Return the forms of names that leave out some of what a body has to do."""
    names = {name for unit in units for name in _cores(unit, home)}
    return {form for name in names for form in forms(name)} - {form for name in names for form in full_forms(name)}


def _nearly(bare: str, words: str, known: Known) -> Hit | None:
    """Return the units whose core differs from *bare* by its ending, or by a character put, left out or exchanged."""
    if len(bare) < LEAST:
        return None
    if (stem := STEM.fullmatch(bare)) and (same := known.stems.get(stem[1])):
        return Hit(tuple(dict.fromkeys(unit for form in same for unit in known.names[form])), words, "ending", same[0])
    from rapidfuzz.distance import OSA

    candidates = dict.fromkeys(name for part in (bare, *less_one(bare)) for name in known.near.get(part, ()))
    found = [name for name in candidates if OSA.distance(name, bare, score_cutoff=1) == 1]
    units = dict.fromkeys(unit for name in found for unit in known.names.get(name, ()))
    return Hit(tuple(units), words, "similar", found[0]) if units else None


def _inside(bare: str, words: str, known: Known) -> Hit | None:
    """Return the unit whose name is part of a longer one: 公安局 in 公安局交警大队, which is no unit of the roster."""
    hits = [hit for hit in _scanned(bare, known) if hit.units and hit.form != known.home]
    if not hits:
        return None
    longest = max(hits, key=lambda hit: hit.end - hit.start)
    return Hit(longest.units, words, "longer", longest.form)


def _scanned(text: str, known: Known) -> Iterator[Hit]:
    """Yield the longest names of *text* from left to right, with what their surroundings make of them."""
    at = before = 0
    last = ""
    while at < len(text) - 1:
        form = _name_at(text, at, known)
        if not form:
            at += 1
            continue
        end = at + len(form)
        if form != _NEUTRAL:
            hit = Hit(known.names.get(form, ()), form, "whole", form, at, end, form in known.usual)
            if form != known.home:
                yield _in_front(hit, text[before:at], last, known) or _behind(hit, text[end:], known) or hit
            elif _name_at(text, end, known) in ("", _NEUTRAL):
                found = _in_front(hit, text[before:at], last, known) or _behind(hit, text[end:], known) or hit
                yield found._replace(units=()) if found.like == "longer" else found
        last, at, before = form, end, end


def _name_at(text: str, at: int, known: Known) -> str:
    """Return the longest name that begins at an offset; the region of the roster and 人民政府 count as names."""
    for length in known.lengths.get(text[at : at + 2], ()):
        form = text[at : at + length]
        if form in known.names or form in (_NEUTRAL, known.home):
            return form
    return ""


def _in_front(hit: Hit, between: str, last: str, known: Known) -> Hit | None:
    """Return *hit* as part of a longer name, or of another region's, if what stands in front says so.

    *between*: the text since the name before it, *last*.
    """
    if not between and last and is_part_of(hit.form, last):
        return hit._replace(units=())  # 青禾镇政府办公室 is not that of the county
    if not between and last != known.home and last.endswith(REGIONS):
        return hit._replace(words=last + hit.words, like="foreign", form=last)
    front = front_of(between)
    if not front or front in (known.home[:-1], known.home[-1:], f"原{known.home[-1:]}"):
        return None
    if not front.endswith(REGIONS):
        return hit._replace(words=front + hit.words, like="longer")
    if not known.home and len(front) == 1:
        return None  # 县司法局
    return hit._replace(words=front + hit.words, like="foreign", form=front)


def _behind(hit: Hit, rest: str, known: Known) -> Hit | None:
    """Return *hit* as part of a longer name if what follows says so; a name behind a name may begin a list of two."""
    longer = goes_on(hit.form, rest, known.matter)
    after = behind(hit.form, rest, known.matter)
    follower = _name_at(after[after[:1] in ("和", "与", "及") :], 0, known)
    in_list = follower and not hit.form.endswith(REGIONS) and not follower.startswith(_OF_GOVERNMENT)
    if not longer or (in_list and (after != rest or not is_part_of(follower, hit.form))):
        return None
    return hit._replace(words=hit.words + longer, like="longer")


@lru_cache(maxsize=64)
def _tokens(matter: tuple[str, ...]) -> Pattern:
    return compiled(rf"(?:(?!{'|'.join([_USUAL, *map(escape, matter)])})[\u4e00-\u9fff])+")


def _slips(text: str, known: Known) -> Iterator[Hit]:
    """Yield names that are nearly a unit's, among the words between the usual ones."""
    for m in _tokens(known.matter).finditer(text):
        hit = _nearly(core(m[0], known.home), m[0], known) if len(m[0]) >= LEAST else None
        if hit:
            yield hit

"""Which characters can be a name of a person, and where it ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from validator.checks.personal_words import (
    AFTER_DOT,
    AFTER_FAMILY,
    BEFORE_GIVEN,
    BEGINNINGS,
    COMPOUND,
    DAI,
    FOREIGN,
    FOREIGN_PARTS,
    GIVEN,
    NOT_ALONE,
    NOT_GIVEN,
    PLACE_ENDS,
    SHORT_NAMES,
    SURNAMES,
    TITLES,
    VERBAL,
    WORDS,
)
from validator.patterns import Pattern, compiled
from validator.text import Span


def is_han_name(name: str) -> bool:
    """Tell whether *name* can be a surname with a given name."""
    family = 2 if name[:2] in COMPOUND else 1
    given = name[family:]
    if not 1 <= len(given) <= 2 or (family == 1 and name[0] not in SURNAMES):
        return False
    if name in WORDS or given in TITLES or (family == 1 and name[:2] in BEGINNINGS):
        return False
    if (name[-1] in PLACE_ENDS and given != 2 * given[-1]) or (given[0] == "家" and given[1:] in AFTER_FAMILY):
        return False
    if (len(given) == 1 or name[0] in VERBAL) and not all(c in GIVEN for c in given):
        return False
    return (
        given not in NOT_ALONE
        and not any(c in NOT_GIVEN for c in given[1:])
        and (given[0] not in NOT_GIVEN or (given[0] in BEFORE_GIVEN and given[1:] in GIVEN))
    )


def alternation(words: Iterable[str]) -> str:
    """Return a pattern for *words* that looks at each first character once; the longest word that fits wins."""
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[0], []).append(word[1:])
    branches = []
    for first, rests in by_first.items():
        longer = [rest for rest in rests if rest]
        optional = "?" if len(longer) < len(rests) else ""
        branches.append(f"{first}(?:{alternation(longer)}){optional}" if longer else first)
    return "|".join(branches)


JOINT = compiled("[ \u3000]?[、与和及跟同]")
"""What joins two names."""
SHORT = 2
"""Characters of a name that need more beside them to be one."""
_LONGEST = 4  # characters of a Han name
_DAI_SURNAMES = ("岩", "玉")
_FOREIGN = compiled(
    "(?!.{0,3}(?:斯坦|[西尼比]亚))"
    f"(?:[\u4e00-\u9fff]{{1,6}}[·•‧・∙][{AFTER_DOT}]{{1,6}}|(?:{alternation(FOREIGN_PARTS)}|[{FOREIGN}]){{2,6}}|[岩玉][{DAI}]{{1,2}})"
)
_FIRST_FOREIGN = {name[0] for name in FOREIGN_PARTS} | {*FOREIGN, *_DAI_SURNAMES}
_FIRST_COMPOUND = {name[0] for name in COMPOUND}


def _read(text: str, at: int) -> Iterator[tuple[int, str]]:
    """Yield ``(end, name)`` of the names that the characters from *at* on can be, the longest first."""
    ends = _letters(text, at)
    letters = "".join([text[end - 1] for end in ends])
    yield from ((ends[n - 1], letters[:n]) for n in range(len(ends), 1, -1) if is_han_name(letters[:n]))
    if foreign := _FOREIGN.match(text, at):
        yield from ((end, text[at:end]) for end in range(foreign.end(), at + 1, -1))


def _letters(text: str, at: int) -> list[int]:
    """Return the ends of up to four characters from *at* on; one or two blanks may stand between those of a name."""
    ends: list[int] = []
    for _ in range(_LONGEST):
        while ends and text[at : at + 1] in (" ", "\u3000") and at < ends[-1] + 2:
            at += 1
        if not is_han(text[at : at + 1]):
            break
        at += 1
        ends.append(at)
    return ends


def _may_begin(signs: str) -> bool:
    """Tell whether a name can begin with two characters, of which the second may be a blank."""
    first = signs[:1]
    if first in SURNAMES and signs not in BEGINNINGS:
        return True
    return first in _FIRST_FOREIGN or (first in _FIRST_COMPOUND and (signs in COMPOUND or signs[1:] in (" ", "\u3000")))


def name_at(text: str, at: int, onward: Pattern, shortly: Pattern | None = None) -> Span | None:
    """Return the name at *at* if the text goes on like *onward*, or like *shortly* behind two characters."""
    if not _may_begin(text[at : at + 2]):
        return None  # most words are followed by no name at all, and this is the cheapest way to know it
    for end, name in _read(text, at):
        pattern = onward if len(name) > SHORT else shortly
        if pattern and pattern.match(text, end) and (len(name) > SHORT or _is_short_name(name)):
            return at, end
    return None


def _is_short_name(name: str) -> bool:
    return name in SHORT_NAMES or name[0] in _DAI_SURNAMES or is_han_name(name)


def series(text: str, at: int, onward: Pattern, shortly: Pattern | None) -> Iterator[Span]:
    """Yield the names that follow the one that ends at *at*: 、孙二河, 与孙二河."""
    while joint := JOINT.match(text, at):
        name = name_at(text, joint.end(), onward, shortly)
        if not name:
            return
        yield name
        at = name[1]


def starts_before(text: str, end: int) -> Iterator[int]:
    """Yield where the Han names that end at *end* can begin, the longest first."""
    return (end - n for n in (4, 3, 2) if n <= end and is_han_name(text[end - n : end]))


def is_han(sign: str) -> bool:
    """Tell whether *sign* is a Chinese character."""
    return "\u4e00" <= sign <= "\u9fff"

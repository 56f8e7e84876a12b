"""Why a file is a unit's, or may be, in a sentence for whoever sits in the county office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from validator.model.review import Ground
from validator.review.naming.recognising import Hit
from validator.words import Words

_SAYING: Mapping[Ground, Words] = {
    "signature": Words("署名“{}”", "signed by {}"),
    "title": Words("标题写“{}”", "the title says {}"),
    "file_name": Words("文件名写“{}”", "the file is named {}"),
}
_TOLD = 6  # rows that a remark names
_LOOK = Words("请核对。", "Please look.")


class Saying(NamedTuple):
    """What one ground says: *words* as they stand in it, and the names of units that they hold (none: of nobody)."""

    ground: Ground
    words: str
    hits: tuple[Hit, ...] = ()


def listed(pattern: str, others: Sequence[str] = ()) -> Words:
    """Say that the roster itself gives the file to the unit, and to what *others* it gives it as well."""
    zh = f"，是和{'、'.join(others)}的合报" if others else ""
    en = f", jointly with {' and '.join(others)}" if others else ""
    return Words(f"名册指定了这个文件（{pattern}）{zh}。", f"The roster gives it this file ({pattern}){en}.")


def listed_twice(names: Sequence[str]) -> Words:
    """Say that patterns of several units fit the file, which are not one and the same."""
    return Words(
        f"名册里{'、'.join(names)}的“文件”列都对得上这个文件；是合报的，各写同一个文件名，不是的，请改名册。",
        f"What the roster has as files fits this one for {' and '.join(names)}: mend it, or if the report is a joint "
        "one, write the same file name for each.",
    )


def agreed(sayings: Sequence[Saying], unit: str) -> Words:
    """Say on what grounds a file is certainly the unit's."""
    telling = [s for s in sayings if unit in units_in(s)]
    first, *others = telling
    signed = [hit for s in telling if s.ground != "file_name" for hit in s.hits if unit in hit.units]
    short = [_taken_for(unit)] if signed and all(hit.usual for hit in signed) else []
    return _sentence(_said(first), *short, *(_also(s, first) for s in others))


def contradicting(sayings: Sequence[Saying]) -> Words:
    """Say that the grounds name different units."""
    first, *others = [s for s in sayings if s.hits]
    units = set(units_in(first))
    told = [_also(s, first) if units & set(units_in(s)) else _but(s) for s in others]
    return _sentence(_said(first), *told, end=Words("对不上，请核对是谁的。", "Whose is it?"))


def of_nobody(unknown: Saying, sayings: Sequence[Saying]) -> Words:
    """Say that another ground names a body that the roster does not have."""
    known = [_said(s) for s in sayings if s.hits and s is not unknown]
    body = Words(f"{_said(unknown).zh}，名册里没有", f"{_said(unknown).en}, which is not in the roster")
    return _sentence(*known, body, end=_LOOK)


def jointly(saying: Saying, units: Sequence[str]) -> Words:
    """Say that several units of the roster signed together."""
    said = _said(saying)
    end = Words(
        "请核对算哪个单位的；是合报的，在名册里把这个文件名写进每个单位的“文件”列。",
        "For whom does it count? If for each, write its file name into the roster's column 文件 (files) of each.",
    )
    return _sentence(said, Words(f"是{'、'.join(units)}联名", f"that is {' and '.join(units)}"), end=end)


def ambiguous(saying: Saying, units: Sequence[str]) -> Words:
    """Say that the name means several units of the roster."""
    end = Words("请核对是哪个单位的。", "Which one is it?")
    means = Words(f"名册里有{'、'.join(units)}", f"which may mean {' or '.join(units)}")
    return _sentence(_said(saying), means, end=end)


def nearly(saying: Saying) -> Words:
    """Say in what a name differs from that of a unit."""
    hit = saying.hits[0]
    names = "、".join(hit.units)
    said = _said(saying._replace(words=hit.words))
    if hit.like == "similar":
        told = Words(f"名册里没有，和{names}只差一个字", f"not in the roster; {names} is nearly the same")
    elif hit.like == "ending":
        told = Words(f"名册里没有，名册里写的是{names}", f"not in the roster, which has {names}")
    elif hit.like == "foreign":
        told = Words(f"前面是“{hit.form}”，可能不是本地的{names}", f"{hit.form} stands in front: perhaps not {names}")
    else:
        told = Words(f"名册里没有，只是含有{names}的名字", f"not in the roster; the name of {names} is part of it")
    return _sentence(said, told, end=_LOOK)


def stray(sayings: Sequence[Saying], *, read: bool = True) -> Words:
    """Say that a file is of no unit of the roster, or that nobody can say so, as it was not *read*."""
    named = [s for s in sayings if s.words and s.ground != "file_name"]
    if named:
        return _sentence(_said(named[0]), Words("名册里没有这个单位", "which is not in the roster"))
    if not read:
        return Words(
            "从文件名看不出是哪个单位的，可能是某个单位的报告，请打开看。",
            "Its name does not say whose it is; it may be somebody's report: please look.",
        )
    return Words("文件名、标题、署名里都没有名册上的单位。", "Neither name, title nor signature names a unit.")


def about(found: int | None, year: int) -> Words | None:
    """Say which year a report is about, if that is not plainly *year*."""
    if found is None:
        return Words(f"报告没写年度，按{year}年度算。", f"It names no year and is taken for {year}.")
    if found != year:
        return Words(f"报告的是{found}年度，不是{year}年度。", f"It is about {found}, not {year}.")
    return None


def joined(*sentences: Words | None) -> Words:
    """Return the sentences one behind the other."""
    given = [_ended(s) for s in sentences if s and s.zh]
    return Words("".join(s.zh for s in given), " ".join(s.en for s in given))


def rows(cells: Sequence[tuple[int, str]]) -> Words:
    """Return rows of the roster with what stands there; of many the first."""
    more = len(cells) - _TOLD
    zh = "、".join(f"第{row}行“{text}”" for row, text in cells[:_TOLD])
    en = ", ".join(f"row {row} ({text})" for row, text in cells[:_TOLD])
    return Words(f"{zh}等{len(cells)}行", f"{en} and {more} more") if more > 0 else Words(zh, en)


def units_in(saying: Saying) -> tuple[str, ...]:
    """Return the units that a ground names, each once."""
    return tuple(dict.fromkeys(unit for hit in saying.hits for unit in hit.units))


def _ended(words: Words) -> Words:
    return Words(
        words.zh if words.zh[-1] in "。！？" else f"{words.zh}。",
        words.en if words.en[-1:] in ".!?" else f"{words.en}.",
    )


def _said(saying: Saying) -> Words:
    words, written = _SAYING[saying.ground], "、".join(saying.words.split())
    return Words(words.zh.replace("{}", written), words.en.replace("{}", written))


def _taken_for(unit: str) -> Words:
    return Words(f"按简称或旧称认作{unit}", f"a short or former name of {unit}")


def _also(saying: Saying, first: Saying) -> Words:
    said = _said(saying)
    if saying.words == first.words:
        zh = {"title": "标题", "file_name": "文件名"}.get(saying.ground, "署名")
        return Words(f"{zh}也是", f"the {saying.ground.replace('_', ' ')} says the same")
    return Words(said.zh.replace("写", "也写", 1), said.en)


def _but(saying: Saying) -> Words:
    said = _said(saying)
    return Words(said.zh.replace("写", "却写", 1), f"but {said.en}")


def _sentence(*parts: Words, end: Words | None = None) -> Words:
    zh, en = "，".join(p.zh for p in parts), "; ".join(p.en for p in parts).replace("; which", ", which")
    if end is None:
        return Words(f"{zh}。", f"{en[:1].upper()}{en[1:]}.")
    return Words(f"{zh}，{end.zh}", f"{en[:1].upper()}{en[1:]}. {end.en}")

"""Drafts → the two folders as the county office finds them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from validator.demo import chosen
from validator.demo.chosen import YEAR
from validator.demo.drafts.drafting import Draft
from validator.demo.papers import naming
from validator.demo.papers.formats import archive, damaged, page, plain, word
from validator.demo.papers.others import NEIGHBOUR, open_government, work_points
from validator.demo.papers.writing import Hand, Line, laid_out
from validator.demo.places import Resident, residents
from validator.demo.stories import Told

_PUBLISHED = "2026-03-25"
_NAMELESS = "扫描件20260213"
_UNIT_NAMED_BEFORE = "{name}{year}年法治政府建设情况报告"


class Filed(NamedTuple):
    """*files*: path → bytes. *of*: unit → its paths of this year; *before*: of the year before; *stray*: of nobody."""

    files: Mapping[str, bytes]
    of: Mapping[str, tuple[str, ...]]
    before: Mapping[str, str]
    stray: tuple[str, ...]


def filed(told: Told) -> Filed:
    """Return all reports as files, in folders named after their years."""
    files: dict[str, bytes] = {}
    of = {r.name: _this_year(r, at, told, files) for at, r in enumerate(residents(), 1)}
    before = {r.name: _last_year(r, at, told, files) for at, r in enumerate(residents(), 1)}
    _zip(files, of)
    stray = (f"{YEAR}/{NEIGHBOUR}{YEAR}年法治政府建设情况报告.txt", f"{YEAR}/{_NAMELESS}.txt")
    for path, name in zip(stray, (NEIGHBOUR, ""), strict=True):
        files[path] = plain(laid_out(told.drafts[name, YEAR], told.hands[name]), told.hands[name])
    return Filed(
        {path: files[path] for path in sorted(files)},
        {unit: paths for unit, paths in of.items() if paths},
        {unit: path for unit, path in before.items() if path},
        stray,
    )


def _this_year(resident: Resident, at: int, told: Told, files: dict[str, bytes]) -> tuple[str, ...]:
    """Put a unit's files of this year into *files* and return their paths, the one that counts first."""
    unit = resident.name
    if unit in (*chosen.MISSING, *chosen.EXEMPT, chosen.SIGNED_BUT_NAMED[1]):
        return ()
    style, draft = told.hands[unit], told.drafts[unit, YEAR - 1 if unit in chosen.OTHER_YEAR else YEAR]
    lines = _lines(resident, draft, style)
    path = f"{YEAR}/{naming.NAMED.get(unit) or naming.SCANNED.get(unit) or naming.stem_of(resident, YEAR, at)}"
    path += _ending(unit)
    files[path] = _bytes(unit, lines, style, at)
    if unit == chosen.TWO_FORMATS:
        other = path.rsplit(".", 1)[0] + ".docx"
        files[other] = word(lines, styled=True)
        return path, other
    if unit in told.first:
        other = f"{YEAR}/{naming.short_of(resident)}报告{'' if unit == chosen.CORRECTED else '（初稿）'}.txt"
        files[other] = plain(laid_out(told.first[unit], style), style)
        return path, other
    return (path,)


def _lines(resident: Resident, draft: Draft, style: Hand) -> list[Line]:
    if resident.name == chosen.WORK_POINTS:
        return work_points(resident.name, YEAR)
    return open_government(resident.name, YEAR) if resident.name == chosen.OPEN_GOVERNMENT else laid_out(draft, style)


def _ending(unit: str) -> str:
    return ".html" if unit in naming.PAGES else ".docx" if unit in naming.WORD else ".txt"


def _bytes(unit: str, lines: list[Line], style: Hand, at: int) -> bytes:
    if unit in naming.PAGES:
        return page(lines, at, _PUBLISHED)
    if unit in naming.WORD:
        data = word(lines, styled=at % 2 == 0)
        return damaged(data) if unit == chosen.UNREADABLE else data
    return plain(lines, style, "gb18030" if unit in naming.OLD_ENCODING else "utf-8")


def _last_year(resident: Resident, at: int, told: Told, files: dict[str, bytes]) -> str:
    """Put a unit's file of the year before into *files* and return its path; without a report an empty one."""
    unit = resident.name
    if (unit, YEAR - 1) not in told.drafts:
        return ""
    style = told.hands[unit]
    lines = laid_out(told.drafts[unit, YEAR - 1], style)
    former = told.renamed.get(unit)
    stem = _UNIT_NAMED_BEFORE.format(name=former, year=YEAR - 1) if former else naming.stem_of(resident, YEAR - 1, at)
    in_word = at % 4 == 0
    path = f"{YEAR - 1}/{stem}{'.docx' if in_word else '.txt'}"
    files[path] = word(lines, styled=at % 8 == 0) if in_word else plain(lines, style)
    return path


def _zip(files: dict[str, bytes], of: dict[str, tuple[str, ...]]) -> None:
    """Move the reports that came in an archive into it."""
    path = f"{YEAR}/{naming.ARCHIVE}"
    inside = {}
    for unit in naming.ZIPPED:
        (old,) = of[unit]
        name = old.removeprefix(f"{YEAR}/").replace("/", "-")
        inside[name] = files.pop(old)
        of[unit] = (f"{path}/{name}",)
    files[path] = archive(inside)

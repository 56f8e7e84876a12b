"""Several files of one unit → the one that counts, and what came of the unit as a whole."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from validator.model.review import Filed, Standing
from validator.model.roster import Unit
from validator.patterns import compiled
from validator.review.reasons import joined
from validator.words import Words

_DRAFT = compiled(r"草稿|初稿|第一稿|一稿|征求意见|讨论稿|送审|draft|未定稿|待审")
_REVISED = compiled(
    r"(?:修改|修订|更正|补正|改)稿?(?P<n>\d{1,2})?(?!\d)|重报|更新|第?(?P<cn>[二三四五六七八九])稿"
    r"|(?<![a-z])v(?P<v>\d{1,2})(?!\d)|[(（](?P<copy>\d{1,2})[)）]$"
)
_FINAL = compiled(r"(?<!未)定稿|终稿|最终|盖章|正式|签发|印发|final")
_CHINESE = "一二三四五六七八九"
_PREFERRED = ("docx", "html", "mht", "txt", "doc", "wps", "rtf", "odt", "ofd", "pdf")
_MINUTE = 60.0

_ORDER: tuple[Standing, ...] = ("doubtful", "unreadable", "other_year", "other_kind")
"""What is told of a unit without a report that counts: what may still be one comes first."""


class _Version(NamedTuple):
    """What a file name says: draft 0, nothing 1, revised 2, final 3; and the number of the revision."""

    rank: int
    number: int
    word: str


_BY_TIME = Words("只能按文件的修改时间分先后，请核对", "only the time of the file itself says so: please look")
_BY_PATH = Words("看不出哪份新，先取了这一份，请核对", "nothing says which is newer: please look")


def chosen(filed: Sequence[Filed]) -> tuple[Filed, ...]:
    """Return the files in their order, of each unit one ``current`` and the others ``older`` or ``same``.

    Files that are of no certain unit, or not reports on the year, stay as they are.
    """
    units: dict[str, list[int]] = {}
    for i, f in enumerate(filed):
        if f.unit is not None and f.role in ("current", "older", "same"):
            units.setdefault(f.unit, []).append(i)
    found = list(filed)
    for places in units.values():
        if len(places) > 1:
            for i, told in zip(places, _told([filed[i] for i in places]), strict=True):
                found[i] = told
    return tuple(found)


def standing(unit: Unit, files: Iterable[Filed]) -> Standing:
    """Return what came of a unit. *files*: its own, and those that may be its own."""
    roles = {f.role for f in files}
    if roles & {"current", "older", "same"}:
        return "submitted"
    if unit.exempt:
        return "exempt"
    return next((role for role in _ORDER if role in roles), "missing")


def version_of(path: str) -> _Version:
    """Return what the name of a file says about its version; where it says nothing, the folder in which it lies."""
    parts = path.replace(os.sep, "/").split("/")
    version = _read(os.path.splitext(parts[-1])[0].lower())
    return version if version.word or len(parts) < 2 else _read(parts[-2].lower())


def _read(name: str) -> _Version:
    drafts, revised, finals = (list(pattern.finditer(name)) for pattern in (_DRAFT, _REVISED, _FINAL))
    said = [*revised, *finals]
    if drafts and all(m.start() < drafts[-1].start() for m in said):
        return _Version(0, _numbered(name), drafts[-1][0])
    if not said:
        return _Version(1, 0, "")
    rank, word = (3, finals[-1][0]) if finals else (2, revised[-1][0])
    return _Version(rank, _numbered(name), word)


def _numbered(name: str) -> int:
    """Return the highest number of a revision that a name has; 1 for a revision without a number."""
    numbers = [0]
    for m in _REVISED.finditer(name):
        numbers += [1, *(int(m[key]) for key in ("v", "copy", "n") if m[key])]
        numbers += [_CHINESE.index(m["cn"]) + 1] if m["cn"] else []
    return max(numbers)


def _told(files: Sequence[Filed]) -> list[Filed]:
    newest, why = _newest(files)
    alike = [f for f in files if _same_words([newest, f])]
    best = min(alike, key=_preference)
    name = os.path.basename(best.submission.assessment.path)
    told = []
    for f in files:
        if f is best:
            told.append(f._replace(role="current", why=joined(f.why, _counting(len(files), why))))
        elif f in alike:
            same = Words(f"文字和“{name}”一样，算那一份。", f"It has the same words as {name}, which counts.")
            told.append(f._replace(role="same", why=same))
        else:
            told.append(f._replace(role="older", why=_older(name, why)))
    return told


def _newest(files: Sequence[Filed]) -> tuple[Filed, Words | None]:
    """Return the newest file and why it is that; a ground is asked only where the ones before it are silent.

    There is no reason to tell where all have the same words.
    """
    why: Words | None = None
    left = list(files)
    for value, told in ((_version, _by_version), (_dated, _by_date)):
        best = max(value(f) for f in left)
        ahead = [f for f in left if value(f) == best]
        why = told(ahead[0]) if len(ahead) < len(left) else why
        left = ahead
    if _same_words(left):
        return left[0], why
    last = max(f.submission.modified for f in left)
    ahead = [f for f in left if last - f.submission.modified <= _MINUTE]
    if len(ahead) < len(left) and _same_words(ahead):
        return ahead[0], _BY_TIME
    return max(ahead, key=lambda f: f.submission.assessment.path), _BY_PATH


def _same_words(files: Sequence[Filed]) -> bool:
    """Tell whether there is but one file, or all have one known digest."""
    digests = {f.submission.digest for f in files}
    return all(f is files[0] for f in files) or (len(digests) == 1 and digests != {""})


def _version(f: Filed) -> tuple[int | str, ...]:
    return version_of(f.submission.assessment.path)[:2]


def _dated(f: Filed) -> tuple[int | str, ...]:
    return (f.submission.assessment.facts.issued_on or "",)


def _by_version(f: Filed) -> Words:
    word = version_of(f.submission.assessment.path).word
    if not word:
        return Words("别的文件名写着是草稿", "the others are named drafts")
    return Words(f"文件名写着“{word}”", f"its name says {word}")


def _by_date(f: Filed) -> Words:
    day = f.submission.assessment.facts.issued_on
    return Words(f"成文日期{day}最晚", f"its date is the latest, {day}")


def _counting(files: int, why: Words | None) -> Words:
    if why is None:
        return Words(
            f"共{files}份，文字一样，算这一份。", f"One of {files} files with the same words; this one counts."
        )
    return Words(f"共{files}份，算这一份：{why.zh}。", f"Of {files} files this one counts: {why.en}.")


def _older(name: str, why: Words | None) -> Words:
    because = Words(f"（{why.zh}）", f" ({why.en})") if why else Words("", "")
    return Words(f"另有“{name}”更新{because.zh}，算那一份。", f"{name} is newer and counts{because.en}.")


def _preference(f: Filed) -> tuple[bool, int, str]:
    """Order files of the same words: text before pages, what a machine read from pictures last."""
    a = f.submission.assessment
    seen = any(e.review == "ocr" for result in a.results for e in result.evidence)
    return seen, _PREFERRED.index(a.format) if a.format in _PREFERRED else len(_PREFERRED), a.path

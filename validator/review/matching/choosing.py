"""Several files of one unit → the one that counts, and what came of the unit as a whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from validator.model.review import Filed, Standing
from validator.model.roster import Unit
from validator.review.matching.deadlines import believable
from validator.review.matching.reasons import joined
from validator.review.matching.versions import AGAIN, DRAFT, PLAIN, Version, version_of
from validator.review.naming.names import core, forms
from validator.words import Words

_PREFERRED = ("docx", "html", "mht", "txt", "doc", "wps", "rtf", "odt", "ofd", "pdf")
_MINUTE = 60.0

_ORDER: tuple[Standing, ...] = ("doubtful", "unreadable", "other_year", "other_kind")
"""What is told of a unit without a report that counts: what may still be one comes first."""


class _Candidate(NamedTuple):
    """A file of a unit that has several, with what its name and its date say. *dated*: YYYY-MM-DD or empty."""

    filed: Filed
    version: Version
    dated: str


_Ahead = tuple[list[_Candidate], Words]
"""Those of several files that are ahead of the others, and why."""
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


def _told(files: Sequence[Filed]) -> list[Filed]:
    newest, ahead, why = _newest(files)
    alike = [f for f in files if _same_words([newest, f])]
    best = _best(alike, ahead)
    path = best.submission.assessment.path
    bases = [os.path.basename(f.submission.assessment.path) for f in files]
    name = path if bases.count(os.path.basename(path)) > 1 else os.path.basename(path)
    told = []
    for f in files:
        if f is best:
            told.append(f._replace(role="current", why=joined(f.why, _counting(len(files), why))))
        elif f in alike:
            same = Words(f"文字和“{name}”一样，算那一份。", f"It has the same words as {name}, which counts.")
            told.append(f._replace(role="same", why=same))
        else:
            told.append(f._replace(role="older", why=_older(_candidate(f), _candidate(newest), name, why)))
    return told


def _best(alike: Sequence[Filed], ahead: Sequence[Filed]) -> Filed:
    """Return of files with the same words the one that is easiest to read.

    Another than those *ahead* is so only if its name says nothing, such as the text of a stamped scan: nobody wants to
    see that a draft counts.
    """
    left = [f for f in alike if f in ahead or _version(f).rank == PLAIN]
    return min(left, key=lambda f: (*_preference(f), f not in ahead, f.submission.assessment.path))


def _newest(files: Sequence[Filed]) -> tuple[Filed, Sequence[Filed], Words | None]:
    """Return the newest file, those that its name and date put no lower, and why it is that.

    A ground is asked only where the ones before it are silent.

    There is no reason to tell where all have the same words.
    """
    why: Words | None = None
    left = [_candidate(f) for f in files]
    for best in (_without_drafts, _sent_again, _last_of_series, *_grounds(left)):
        ahead, told = best(left)
        why = told if len(ahead) < len(left) else why
        left = ahead
    filed = [candidate.filed for candidate in left]
    if _same_words(filed):
        return filed[0], filed, why
    last = max(f.submission.modified for f in filed)
    latest = [f for f in filed if last - f.submission.modified <= _MINUTE]
    if len(latest) < len(filed) and _same_words(latest):
        return latest[0], filed, _BY_TIME
    return max(latest, key=lambda f: f.submission.assessment.path), filed, _BY_PATH


def _without_drafts(files: Sequence[_Candidate]) -> _Ahead:
    """Leave out what is named a draft, or the time before a revision."""
    drafts = [f.version.word for f in files if f.version.rank == DRAFT]
    left = [f for f in files if f.version.rank != DRAFT] or list(files)
    word = drafts[0] if drafts else ""
    return left, _checked(Words(f"别的文件名写着“{word}”", f"the others are named {word}"), left, files)


def _sent_again(files: Sequence[_Candidate]) -> _Ahead:
    """Keep what was sent once more, mended, if anything was: a stamp on another file does not make it newer."""
    left = [f for f in files if f.version.rank == AGAIN] or list(files)
    return left, _checked(_by_version(left[0]), left, files)


def _last_of_series(files: Sequence[_Candidate]) -> _Ahead:
    """Keep the last of files that are numbered one after the other: 修改2 of 修改 and 修改2."""
    last: dict[str, int] = {}
    for f in files:
        last[f.version.series] = max(f.version.number, last.get(f.version.series, 0))
    left = [f for f in files if not f.version.series or f.version.number == last[f.version.series]]
    return left, _by_version(max(left, key=lambda f: f.version.number))


def _grounds(files: Sequence[_Candidate]) -> tuple[Callable[[Sequence[_Candidate]], _Ahead], ...]:
    """Return date and words in their order: a bare word yields to the dates where all files have one."""
    return (_latest, _most_final) if all(f.dated for f in files) else (_most_final, _latest)


def _latest(files: Sequence[_Candidate]) -> _Ahead:
    best = max(f.dated for f in files)
    left = [f for f in files if f.dated == best]
    against = max(files, key=lambda f: f.version[:2])
    why = Words(f"成文日期{best}最晚", f"its date is the latest, {best}")
    if against.version[:2] > max(f.version[:2] for f in left):
        name, word = os.path.basename(against.filed.submission.assessment.path), against.version.word
        why = Words(f"{why.zh}，但“{name}”写着“{word}”，请核对", f"{why.en}, but {name} says {word}: please look")
    return left, why


def _most_final(files: Sequence[_Candidate]) -> _Ahead:
    best = max(f.version[:2] for f in files)
    left = [f for f in files if f.version[:2] == best]
    return left, _by_version(left[0])


def _checked(why: Words, left: Sequence[_Candidate], files: Sequence[_Candidate]) -> Words:
    """Ask for a look where another file is dated later than those that are *left*."""
    latest, own = max(files, key=lambda f: f.dated), max(f.dated for f in left)
    if not own or latest.dated <= own:
        return why
    name = os.path.basename(latest.filed.submission.assessment.path)  # readers of either file know which is meant
    but = Words(f"但“{name}”成文日期{latest.dated}更晚，请核对", f"but {name} is dated {latest.dated}: please look")
    return Words(f"{why.zh}，{but.zh}", f"{why.en}, {but.en}")


def _same_words(files: Sequence[Filed]) -> bool:
    """Tell whether there is but one file, or all have one known digest."""
    digests = {f.submission.digest for f in files}
    return all(f is files[0] for f in files) or (len(digests) == 1 and digests != {""})


def _candidate(f: Filed) -> _Candidate:
    return _Candidate(f, _version(f), _dated(f))


def _version(f: Filed) -> Version:
    facts = f.submission.assessment.facts
    called = [facts.unit, facts.title_unit, f.unit, *(words for c in f.claims for _, words in c.grounds)]
    whole = dict.fromkeys(part for names in called if names for part in names.replace("、", " ").split())
    short = [form for name in whole for form in _short(name)]
    return version_of(f.submission.assessment.path, dict.fromkeys((*whole, *short)))


@lru_cache(maxsize=4096)
def _short(name: str) -> tuple[str, ...]:
    return forms(core(name))


def _dated(f: Filed) -> str:
    """Return the date of issue; empty when there is none that can be."""
    facts = f.submission.assessment.facts
    sound = facts.issued_on and (not facts.report_year or believable(facts.issued_on, facts.report_year))
    return facts.issued_on or "" if sound else ""


def _by_version(f: _Candidate) -> Words:
    word = f.version.word
    if word[:1] in ("(", "（"):  # a browser or a disk counts so, whichever is newer
        return Words(f"文件名写着“{word}”，请核对", f"its name says {word}: please look")
    return Words(f"文件名写着“{word}”", f"its name says {word}")


def _counting(files: int, why: Words | None) -> Words:
    if why is None:
        return Words(
            f"共{files}份，文字一样，算这一份。", f"One of {files} files with the same words; this one counts."
        )
    return Words(f"共{files}份，算这一份：{why.zh}。", f"Of {files} files this one counts: {why.en}.")


def _older(f: _Candidate, newest: _Candidate, name: str, why: Words | None) -> Words:
    """Say why another file counts, from the point of view of the one that does not. *name*: of the one that counts."""
    if f.version.rank == DRAFT != newest.version.rank:
        return _draft(f, newest, name)
    if why is _BY_PATH:
        return Words(
            f"看不出和“{name}”哪份新，先取了那一份，请核对。",
            f"Nothing says whether this one or {name} is newer; that one was taken: please look.",
        )
    because = Words(f"（{why.zh}）", f" ({why.en})") if why else Words("", "")
    return Words(f"另有“{name}”更新{because.zh}，算那一份。", f"{name} is newer and counts{because.en}.")


def _draft(f: _Candidate, newest: _Candidate, name: str) -> Words:
    word = f.version.word
    if newest.dated and f.dated > newest.dated:
        return Words(
            f"文件名写着“{word}”，算“{name}”那一份；但这一份成文日期{f.dated}更晚，请核对。",
            f"It is named {word}, so {name} counts; but this one is dated {f.dated}: please look.",
        )
    return Words(f"文件名写着“{word}”，“{name}”更新，算那一份。", f"It is named {word}; {name} is newer and counts.")


def _preference(f: Filed) -> tuple[bool, int]:
    """Order files of the same words: text before pages, what a machine read from pictures last."""
    a = f.submission.assessment
    seen = any(e.review == "ocr" for result in a.results for e in result.evidence)
    return seen, _PREFERRED.index(a.format) if a.format in _PREFERRED else len(_PREFERRED)

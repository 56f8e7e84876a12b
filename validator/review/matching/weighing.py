"""Files and roster → whose each file is: certain when all that speaks says one unit, else doubtful, never guessed."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from validator.model.pack import Pack
from validator.model.review import Claim, Filed, FileRole, Ground
from validator.model.roster import Roster
from validator.model.submission import Submission
from validator.review.matching import reasons, years
from validator.review.matching.owned import Owners, is_joint, owners_of
from validator.review.matching.reasons import Saying, units_in
from validator.review.naming.recognising import Hit, Known, known_names, recognise, recognise_author, recognise_in
from validator.review.naming.surroundings import REGIONS
from validator.words import Words

_COLLECTION = 3  # units that signed files of one folder, from which its name says nothing
_ORDER = ("signature", "title", "file_name")


class _Verdict(NamedTuple):
    """*unit* is None when it is not certain; *claims* say of whom the file may be, *why* says on what grounds."""

    unit: str | None
    claims: tuple[Claim, ...]
    why: Words


def match(
    submissions: Sequence[Submission], roster: Roster, year: int, packs: Mapping[str, Pack] = MappingProxyType({})
) -> tuple[Filed, ...]:
    """Return every submission with its unit, in the given order; a joint report once for each of its units.

    Paths are those inside the folder, with ``/``. *packs*: by which they were assessed. The role ``current`` only says
    that a file is a report of its unit on *year*; which one of several counts is decided by ``choosing.chosen``.
    """
    matter = tuple(dict.fromkeys(word for pack in packs.values() for word in pack.guide.matter))
    known = known_names(roster.units, [s.assessment.facts.unit or "" for s in submissions], matter)
    paths = [s.assessment.path for s in submissions]
    owners = owners_of(paths, roster.units)
    spoken = [_spoken(submission, known) for submission in submissions]
    collections = _collections(paths, spoken)
    received = {unit.name: unit.received for unit in roster.units}
    filed: list[Filed] = []
    for submission, path, sayings in zip(submissions, paths, spoken, strict=True):
        named = _named(path, known, collections)
        verdicts = _listed(owners.get(path, {}), path) or (_weighed(submission, (*sayings, *named)),)
        pack = packs.get(submission.assessment.pack)
        rule = pack.guide.years if pack else ""
        filed += (_filed(submission, v, year, received.get(v.unit or ""), rule) for v in verdicts)
    return tuple(filed)


def report_year_of(submissions: Sequence[Submission]) -> int | None:
    """Return the year that most reports are about, of two as frequent the later one; None if none says it."""
    years = [(s.assessment.status == "assessed", s.assessment.facts.report_year) for s in submissions]
    counts = Counter(year for assessed, year in years if assessed and year) or Counter(y for _, y in years if y)
    return max(counts, key=lambda year: (counts[year], year), default=None)


def relative(path: str, folder: str) -> str:
    """Return *path* as seen from *folder*, with ``/``; a path that is not in it stays as it is."""
    path, top = path.replace(os.sep, "/"), folder.replace(os.sep, "/").rstrip("/")
    inside = path.removeprefix("./")
    top = top.removeprefix("./")
    return inside.removeprefix(f"{top}/") if top and top != "." else inside


def _spoken(submission: Submission, known: Known) -> tuple[Saying, ...]:
    """Return what signature and title say."""
    facts = submission.assessment.facts
    sayings: list[Saying] = []
    same = facts.unit is not None and facts.unit == facts.title_unit
    if facts.unit and not (same and _is_of_title(submission)):
        sayings.append(Saying("signature", facts.unit, _bodies(facts.unit, known)))
    if facts.title_unit and (facts.title_unit != known.home or known.home in known.names):
        sayings.append(Saying("title", facts.title_unit, _bodies(facts.title_unit, known)))
    elif facts.title and not facts.title_unit and (hits := recognise_author(facts.title, known)):
        sayings.append(Saying("title", hits[0].words, tuple(hit for hit in hits if hit.units)))
    return tuple(sayings)


def _is_of_title(submission: Submission) -> bool:
    """Tell whether the unit was taken from the title: a signature stands behind the body or in a covering letter."""
    spans = dict(submission.assessment.facts.spans)
    titled, unit = spans.get("report_year"), spans.get("unit")
    return bool(titled and unit and unit[0] <= titled[0])


def _bodies(names: str, known: Known) -> tuple[Hit, ...]:
    """Return the units that signed together; a county in front of its own unit is only where that unit is."""
    hits = [hit for name in names.split() if (hit := recognise(name, known))]
    whole = [hit for hit in hits if hit.like == "whole"] or hits
    return tuple([hit for hit in whole if hit.form != known.home and hit.words != known.home] or whole)


def _collections(paths: Sequence[str], spoken: Sequence[Sequence[Saying]]) -> frozenset[str]:
    """Return the folders and archives in which lie files of several units: their names say who collected them."""
    units: dict[str, set[str]] = {}
    for path, sayings in zip(paths, spoken, strict=True):
        signed = [units_in(s) for s in sayings if s.hits and s.hits[0].like == "whole"]
        for top in _tops(path) if signed and len(signed[0]) == 1 else ():
            units.setdefault(top, set()).add(signed[0][0])
    return frozenset(top for top, found in units.items() if len(found) >= _COLLECTION)


def _tops(path: str) -> Iterator[str]:
    """Yield the folders of a path, the innermost first."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _named(path: str, known: Known, collections: frozenset[str]) -> tuple[Saying, ...]:
    """Return what the path says: the innermost part that names a unit, whole before nearly."""
    best: Saying | None = None
    for part in (path, *_tops(path)):
        name = part.rpartition("/")[2]
        if part in collections:
            continue
        hits = recognise_in(os.path.splitext(name)[0], known)
        if hits and hits[0].like == "whole":
            return (Saying("file_name", "、".join(hit.words for hit in hits), hits),)
        if hits and best is None:
            best = Saying("file_name", hits[0].words, hits)
    return (best,) if best else ()


def _listed(owners: Owners, path: str) -> tuple[_Verdict, ...]:
    """Return the roster's own word on a file, which is final: one unit, each of a joint report, or none for certain."""
    claims = tuple(Claim(unit, tuple(("roster", p) for p in patterns)) for unit, patterns in owners.items())
    if len(claims) > 1 and not is_joint(owners, path):
        return (_Verdict(None, claims, reasons.listed_twice(list(owners))),)
    return tuple(
        _Verdict(claim.unit, (claim,), reasons.listed(owners[claim.unit][0], [u for u in owners if u != claim.unit]))
        for claim in claims
    )


def _weighed(submission: Submission, sayings: Sequence[Saying]) -> _Verdict:
    """Return whose file it is by all that speaks."""
    whole = [s for s in sayings if s.hits and s.hits[0].like == "whole"]
    if submission.assessment.status != "assessed" and any(s.ground == "file_name" for s in whole):
        # A notice or a plan has many units in its title; whoever sent it named the file.
        whole = [s for s in whole if s.ground != "title"]
        sayings = [s for s in sayings if s.ground != "title"]
    if any(s.ground != "file_name" for s in whole):
        whole = [s for s in whole if not _only_says_where(s, whole)]
    if not whole:
        return _unclear(submission, sayings)
    agreed = set.intersection(*(set(units_in(s)) for s in whole))
    joint = next((s for s in whole if s.ground != "file_name" and _is_joint(s)), None)
    doubt = _doubt(sayings, whole)
    if len(agreed) == 1 and not joint and not doubt:
        unit = next(iter(agreed))
        return _Verdict(unit, _claims(whole, only=unit), reasons.agreed(whole, unit))
    if doubt and agreed:
        return _Verdict(None, _claims([*whole, *([doubt] if doubt.hits else [])]), _why_doubt(doubt, whole))
    return _Verdict(None, _claims(whole), _why(whole, joint, agreed))


def _only_says_where(saying: Saying, whole: Sequence[Saying]) -> bool:
    """Tell whether a file name has the county's name only: that is also what its units put in front of theirs."""
    others = {unit for s in whole if s is not saying for unit in units_in(s)}
    region = all(hit.form.endswith(REGIONS) for hit in saying.hits)
    return saying.ground == "file_name" and region and not others & set(units_in(saying))


def _is_joint(saying: Saying) -> bool:
    return len(saying.hits) > 1 and len(units_in(saying)) > 1


def _doubt(sayings: Sequence[Saying], whole: Sequence[Saying]) -> Saying | None:
    """Return the signature or title that speaks against the unit which others name."""
    units = {unit for s in whole for unit in units_in(s)}
    grounds = {s.ground for s in whole}
    for saying in sayings:
        if saying.ground == "file_name" or saying in whole:
            continue
        if not saying.hits and (saying.ground == "signature" or not any(s.ground == "signature" for s in whole)):
            return saying
        if saying.hits and (saying.hits[0].like == "foreign" or not units & set(units_in(saying))):
            return saying
        if saying.hits and saying.hits[0].like == "longer" and not grounds - {saying.ground, "file_name"}:
            return saying
    return None


def _why_doubt(doubt: Saying, whole: Sequence[Saying]) -> Words:
    return reasons.nearly(doubt) if doubt.hits else reasons.of_nobody(doubt, whole)


def _why(whole: Sequence[Saying], joint: Saying | None, agreed: set[str]) -> Words:
    if joint:
        return reasons.jointly(joint, units_in(joint))
    if agreed:
        return reasons.ambiguous(whole[0], sorted(agreed))
    if len(whole) == 1:
        return reasons.ambiguous(whole[0], units_in(whole[0]))
    return reasons.contradicting(whole)


def _unclear(submission: Submission, sayings: Sequence[Saying]) -> _Verdict:
    """Return the units whose names nearly stand there; without any the file is of nobody."""
    near = [s for s in sayings if s.hits]
    if not near:
        return _Verdict(None, (), reasons.stray(sayings, read=submission.assessment.status != "unreadable"))
    return _Verdict(None, _claims(near), reasons.nearly(near[0]))


def _claims(sayings: Sequence[Saying], only: str = "") -> tuple[Claim, ...]:
    grounds: dict[str, list[tuple[Ground, str]]] = {}
    for saying in sorted(sayings, key=lambda s: _ORDER.index(s.ground)):
        for hit in saying.hits:
            ground: Ground = saying.ground if hit.like == "whole" else "similar"
            words = hit.words if len(saying.hits) > 1 or hit.like != "whole" else saying.words
            for unit in hit.units:
                if not only or unit == only:
                    grounds.setdefault(unit, []).append((ground, words))
    return tuple(Claim(unit, tuple(dict.fromkeys(found))) for unit, found in grounds.items())


def _filed(submission: Submission, verdict: _Verdict, year: int, received: str | None, rule: str) -> Filed:
    """Return a file with its verdict. *rule*: the one that compares the years of title and text."""
    role, told = _role(submission, verdict, year, slip=years.is_slip(submission.assessment, year, rule))
    days = submission.assessment.facts.issued_on, received, year
    wrong = (years.unbelievable(*days), years.reversed_days(*days)) if role == "current" else ()
    return Filed(submission, verdict.unit, verdict.claims, role, reasons.joined(verdict.why, told, *wrong))


def _role(submission: Submission, verdict: _Verdict, year: int, *, slip: bool) -> tuple[FileRole, Words | None]:
    """Return the role of a file, and what is to be said beside whose it is."""
    assessment = submission.assessment
    found = assessment.facts.report_year
    told = years.slipped(year) if slip else reasons.about(found, year)
    if assessment.status != "assessed":
        told = assessment.reason
    if not verdict.claims:
        return "stray", assessment.reason
    if verdict.unit is None:
        return "doubtful", told
    if assessment.status == "unreadable":
        return "unreadable", told
    if assessment.status == "not_this_report":
        return "other_kind", told
    return ("current" if slip or found in (None, year) else "other_year"), told

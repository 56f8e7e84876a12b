"""The spine: folder and roster → submissions → whose they are → what they share → decisions → Review."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from validator.errors import UsageError
from validator.evidence import without_numbers
from validator.model.decision import Decision, Lapsed
from validator.model.pack import Pack
from validator.model.review import Filed, Review, Standing, UnitReview
from validator.model.roster import Roster, Unit
from validator.model.submission import Submission
from validator.review.copying import Compared, Text, compared
from validator.review.copying.templates import without
from validator.review.copying.traces import names_of
from validator.review.deciding.decisions import applied, holding, state_of
from validator.review.matching.choosing import chosen, standing
from validator.review.matching.deadlines import believable, timing
from validator.review.matching.owned import unused
from validator.review.matching.weighing import match, relative, report_year_of
from validator.review.matching.years import on_receipts
from validator.review.outputs.receipts import on_unfound
from validator.review.yearly import weights_of, year_before
from validator.scoring import by_machine
from validator.words import Words

Decisions = Mapping[str | None, Sequence[Decision]]
"""Unit → the decisions about its report on the year."""


class Given(NamedTuple):
    """What a review is made from. *last* are the submissions of the year before, *templates* the streams of the
    office's own texts.

    *year*: reported on; None for the one that most submissions are about. *day*, *reply_by*: YYYY-MM-DD.
    """

    folder: str
    roster: Roster
    submissions: Sequence[Submission]
    packs: Mapping[str, Pack]
    year: int | None = None
    last_folder: str = ""
    last: Sequence[Submission] = ()
    templates: Sequence[str] = ()
    decisions: Sequence[Decision] = ()
    day: str = ""
    reply_by: str = ""
    office: str = ""
    remarks: tuple[Words, ...] = ()


def reviewed(given: Given) -> Review:
    """Return everything that the review finds. Raise UsageError if no year can be told."""
    year = given.year or report_year_of(given.submissions)
    if not year:
        raise UsageError(given.folder, _NO_YEAR, _GIVE_YEAR)
    now, last = (_placed(*part) for part in ((given.submissions, given.folder), (given.last, given.last_folder)))
    filed, before = _filed(now, given, year), _filed(last, given, year - 1)
    idle = unused([*filed, *before], given.roster.units)
    came = {u.name: u.received for u in given.roster.units if u.received and believable(u.received, year)}
    texts = [*_texts(filed, year, given.roster, came), *_texts(before, year - 1, given.roster, {})]
    found = compared(texts, year, names_of(given.roster), given.templates)
    decisions = _by_unit(given.decisions, year)
    decided = tuple(_decided(f, given.packs, decisions) for f in filed)
    files = _files_of(decided)
    units = tuple(_unit(unit, files.get(unit.name, []), decisions, given, year, found) for unit in given.roster.units)
    return Review(
        year,
        given.folder,
        given.roster.path,
        _with_year_before(units, before, given.packs, found),
        decided,
        found.pairs,
        found.clusters,
        found.common,
        given.packs,
        given.day,
        given.reply_by,
        given.office,
        given.last_folder,
        (*on_unfound(units), *given.remarks, *given.roster.remarks, *on_receipts(given.roster.units, year), *idle),
    )


_NO_YEAR = Words("看不出这些报告是哪一年度的", "no report tells the year that it is about")
_GIVE_YEAR = Words("请写明 --year，例如 --year 2025", "Give --year, e.g. --year 2025")


def _placed(submissions: Sequence[Submission], folder: str) -> list[Submission]:
    """Return the submissions under their paths inside *folder*: nobody who gets a letter need know where it lies."""
    return [_under(relative(s.assessment.path, folder), s) for s in submissions]


def _under(path: str, s: Submission) -> Submission:
    return s._replace(assessment=s.assessment._replace(path=path, file=path))


def _filed(submissions: Sequence[Submission], given: Given, year: int) -> tuple[Filed, ...]:
    """Return whose each file is, and which one counts; private numbers in names are hidden once the roster has seen
    them: people write telephone numbers into names.
    """
    return chosen([_hidden(f) for f in match(without(submissions, given.templates), given.roster, year, given.packs)])


def _hidden(f: Filed) -> Filed:
    path, why = f.submission.assessment.path, Words(*map(without_numbers, f.why))
    claims = tuple(
        claim._replace(grounds=tuple((ground, without_numbers(words)) for ground, words in claim.grounds))
        for claim in f.claims
    )
    return f._replace(submission=_under(without_numbers(path), f.submission), claims=claims, why=why)


def _texts(filed: Sequence[Filed], year: int, roster: Roster, came: Mapping[str, str]) -> list[Text]:
    """Return the reports that are compared: one for each unit, and those whose unit is not certain.

    *came*: unit → the day on which its report was received.
    """
    units = {unit.name: unit for unit in roster.units}
    found = []
    for f in filed:
        if f.role in ("current", "doubtful", "stray") and f.submission.stream:
            owner = f.unit or f.submission.assessment.path
            found.append(Text(owner, year, f.submission, units.get(owner), received=came.get(owner)))
    return found


def _by_unit(decisions: Sequence[Decision], year: int) -> Decisions:
    found: dict[str | None, list[Decision]] = defaultdict(list)
    for d in decisions:
        if d.year == year:
            found[d.unit].append(d)
    return found


def _files_of(filed: Sequence[Filed]) -> Mapping[str, list[Filed]]:
    """Return unit → its own files, then those that may be its own."""
    found: dict[str, list[Filed]] = defaultdict(list)
    for f in filed:
        if f.unit:
            found[f.unit].append(f)
    for f in filed:
        if f.role == "doubtful":
            for unit in dict.fromkeys(claim.unit for claim in f.claims):
                found[unit].append(f)
    return found


def _held(
    f: Filed, packs: Mapping[str, Pack], decisions: Decisions, stands: Standing
) -> tuple[tuple[Decision, ...], tuple[Lapsed, ...]]:
    a = f.submission.assessment
    outcomes = {r.rule: by_machine(r) for r in a.results}
    rules = {rule.id: rule for rule in packs[a.pack].rules} if a.pack in packs else {}
    return holding(decisions.get(f.unit, []), f.submission.digest, outcomes, stands, rules)


def _decided(f: Filed, packs: Mapping[str, Pack], decisions: Decisions) -> Filed:
    """Return a file that counts with the results that reviewers have corrected."""
    a = f.submission.assessment
    if f.role != "current" or not a.results or f.unit not in decisions:
        return f
    held, _ = _held(f, packs, decisions, "submitted")
    return f._replace(submission=f.submission._replace(assessment=applied(a, packs[a.pack], held)))


def _unit(unit: Unit, files: list[Filed], decisions: Decisions, given: Given, year: int, found: Compared) -> UnitReview:
    """Return one unit; *files* are its own, and those that may be its own."""
    own = [f for f in files if f.unit == unit.name]
    stands = standing(unit, files)
    counts = next((f for f in own if f.role == "current"), None)
    current = counts or _newest([f for f in own if f.role == stands])
    about = decisions.get(unit.name, [])
    held, lapsed = _held(current, given.packs, decisions, stands) if current else holding(about, "", {}, stands)
    return UnitReview(
        unit,
        stands,
        current,
        tuple(sorted(files, key=lambda f: f is not current)),
        timing(unit, counts, _pack(counts, given), year),
        found.copied.get(unit.name, 0.0),
        decisions=held,
        lapsed=lapsed,
        state=state_of(held),
    )


def _newest(files: Sequence[Filed]) -> Filed | None:
    return max(files, key=lambda f: f.submission.modified, default=None)


def _pack(current: Filed | None, given: Given) -> Pack:
    name = current.submission.assessment.pack if current else ""
    return given.packs.get(name) or next(iter(given.packs.values()))


def _with_year_before(
    units: Sequence[UnitReview], before: Sequence[Filed], packs: Mapping[str, Pack], found: Compared
) -> tuple[UnitReview, ...]:
    """Return the units with what became of their reports of last year."""
    olds = {f.unit: f for f in before if f.role == "current"}
    if not olds:
        return tuple(units)
    weights = weights_of([u.current.submission for u in units if u.current and u.standing == "submitted"])
    return tuple(
        u._replace(before=year_before(u.current.submission, old, packs, weights, found.kept.get(u.unit.name, 0.0)))
        if u.current and u.standing == "submitted" and (old := olds.get(u.unit.name))
        else u
        for u in units
    )

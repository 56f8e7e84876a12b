"""The invented county: everything planted is found, and nothing else. The figures are those of the issue."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from validator.demo.county import County, county
from validator.model.review import Filed, Review, UnitReview
from validator.pipeline import load_pack
from validator.review.collecting.folders import collected, template_of
from validator.review.roster.units import read_roster
from validator.review.service import Given, reviewed
from validator.sources import Source, sources_of

PACK = load_pack()


@cache
def reviewed_county(seed: int) -> tuple[County, Review]:
    made = county(seed)
    with TemporaryDirectory() as folder:
        for path, data in made.files.items():
            file = Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        top = Path(folder)
        now, last = (sources_of(str(top / year)) for year in ("2025", "2024"))
        found = collected([*now, *last], PACK, lambda items, _: items)
        template = template_of(Source(str(top / "template.txt")), PACK)
        given = Given(
            folder=str(top / "2025"),
            roster=read_roster(made.files["roster.csv"], "roster.csv"),
            submissions=found[: len(now)],
            packs={PACK.id: PACK},
            last_folder=str(top / "2024"),
            last=found[len(now) :],
            templates=[template],
            day="2026-03-10",
            reply_by="2026-03-20",
        )
        return made, reviewed(given)


@pytest.fixture(params=[1, 7, 23], ids=lambda seed: f"seed{seed}")
def both(request: pytest.FixtureRequest) -> Iterator[tuple[County, Review]]:
    yield reviewed_county(request.param)


def units(review: Review) -> dict[str, UnitReview]:
    return {u.unit.name: u for u in review.units}


def standing(review: Review, wanted: str) -> set[str]:
    return {u.unit.name for u in review.units if u.standing == wanted}


def path(f: Filed) -> str:
    return f"2025/{f.submission.assessment.path}"


def test_the_year_is_told_by_the_reports(both: tuple[County, Review]) -> None:
    assert both[1].year == 2025


def test_who_has_not_sent(both: tuple[County, Review]) -> None:
    planted, review = both[0].planted, both[1]
    assert standing(review, "missing") == set(planted.missing) and len(planted.missing) == 6
    assert standing(review, "exempt") == set(planted.exempt)


def test_what_cannot_be_used(both: tuple[County, Review]) -> None:
    planted, review = both[0].planted, both[1]
    for wanted, expected in (
        ("other_year", planted.other_year),
        ("other_kind", planted.other_kind),
        ("unreadable", planted.unreadable),
    ):
        found = {u.unit.name: path(u.current) for u in review.units if u.standing == wanted}
        assert found == dict(expected)


def test_whose_file_is_not_certain(both: tuple[County, Review]) -> None:
    planted, review = both[0].planted, both[1]
    found = {path(f): {c.unit for c in f.claims} for f in review.filed if f.role == "doubtful"}
    assert found == {file: set(names) for file, names in planted.doubtful.items()}
    assert standing(review, "doubtful") == {name for names in planted.doubtful.values() for name in names}
    assert {path(f) for f in review.filed if f.role == "stray"} == set(planted.stray)


def test_every_other_file_is_its_unit_s_and_the_right_one_counts(both: tuple[County, Review]) -> None:
    planted, review = both[0].planted, both[1]
    doubtful = {name for names in planted.doubtful.values() for name in names}
    for name, files in planted.files.items():
        if name in doubtful:
            continue
        unit = units(review)[name]
        assert path(unit.files[0]) == files[0] or {f.role for f in unit.files} == {"current", "same"}
        assert {path(f) for f in unit.files} == set(files)


def test_who_is_late_and_by_how_many_days(both: tuple[County, Review]) -> None:
    planted, review = both[0].planted, both[1]
    late = {u.unit.name: u.timing.days for u in review.units if u.timing.days and u.timing.days > 0}
    assert late == dict(planted.late) and len(late) == 5
    unknown = {u.unit.name for u in review.units if u.standing == "submitted" and u.timing.days is None}
    assert unknown == set(planted.undated)
    assert {u.unit.name: u.timing.due for u in review.units if u.timing.due_from == "roster"} == dict(planted.due)
    received = {u.unit.name: u.timing.sent for u in review.units if u.timing.sent_from == "received"}
    assert received == {n: d for n, d in planted.received.items() if units(review)[n].standing == "submitted"}


def test_what_each_lacks_and_no_false_alarm(both: tuple[County, Review]) -> None:
    planted, review = both[0].planted, both[1]
    found = {}
    for u in review.units:
        if u.current and u.standing == "submitted":
            a = u.current.submission.assessment
            outcomes = {r.rule: r.outcome for r in a.results}
            if a.missing:
                found[u.unit.name] = {rule: outcomes[rule] for rule in a.missing}
    assert found == {name: dict(rules) for name, rules in planted.below.items()}
    assert len(found) >= 12


def test_copied_pairs_are_all_found_and_no_other(both: tuple[County, Review]) -> None:
    planted, review = both[0].planted, both[1]
    expected = {frozenset((c.here, c.there)) for c in planted.copied}
    expected |= {frozenset((a, b)) for a in planted.cluster for b in planted.cluster if a != b}
    found = {frozenset((p.here, p.there)) for p in review.pairs if p.here != p.there}
    assert found == expected and len(expected) == 9
    assert all(p.there_year == 2025 for p in review.pairs if p.here != p.there)
    assert [set(c.members) for c in review.clusters] == [set(planted.cluster)]
    assert review.common == ()


def test_whole_copies_are_told_as_such(both: tuple[County, Review]) -> None:
    planted, review = both[0].planted, both[1]
    shares = {frozenset((p.here, p.there)): min(p.share_here, p.share_there) for p in review.pairs}
    for c in planted.copied:
        if c.kind in ("whole", "paraphrased"):
            assert shares[frozenset((c.here, c.there))] >= 0.85, c
        if c.kind == "two paragraphs":
            assert shares[frozenset((c.here, c.there))] <= 0.4, c


def test_traces_of_the_other_report_are_found_and_no_other(both: tuple[County, Review]) -> None:
    planted, review = both[0].planted, both[1]
    found = {}
    for p in review.pairs:
        if p.here != p.there:
            for name, traces in ((p.here, "traces"), (p.there, "traces_there")):
                words = {t.words for passage in p.passages for t in getattr(passage, traces)}
                if words:
                    found[name] = words
    expected = {c.here: c.traces for c in planted.copied if c.traces}
    assert set(found) == set(expected)
    for name, words in expected.items():
        assert any(a in b or b in a for a in words for b in found[name]), (name, words, found[name])


def test_who_used_last_year_s_report_again(both: tuple[County, Review]) -> None:
    planted, review = both[0].planted, both[1]
    kept = {p.here: p for p in review.pairs if p.here == p.there}
    assert set(kept) == set(planted.kept)
    for name, pair in kept.items():
        assert pair.there_year == 2024 and units(review)[name].before.copied >= 0.7  # type: ignore[union-attr]
        traces = [t for passage in pair.passages for t in passage.traces]
        assert bool(traces) == (name in planted.stale)
    for name in planted.stale:
        words = [p.here.text for p in kept[name].passages for t in p.traces if t.kind == "last_year"]
        assert len(words) >= 1 and all("2024年" in text for text in words)


def test_repeated_shortcomings_are_found_and_no_other(both: tuple[County, Review]) -> None:
    planted, review = both[0].planted, both[1]
    found = {u.unit.name: u.before.repeated for u in review.units if u.before and u.before.repeated}
    assert set(found) - set(planted.kept) == set(planted.repeated)
    for name, sentence in planted.repeated.items():
        assert any(sentence[:30] in r.here.text for r in found[name])


def test_what_became_of_last_year_s_plans(both: tuple[County, Review]) -> None:
    planted, review = both[0].planted, both[1]
    right = wrong = 0
    for name, promises in planted.promised.items():
        told = units(review)[name].before.announced  # type: ignore[union-attr]
        for promise in promises:
            one = next(t for t in told if promise.task[:12] in t.task.text)
            good = one.outcome != "no_trace" if promise.echo else one.outcome != "taken_up"
            right, wrong = right + good, wrong + (not good)
    assert (right, wrong) == (sum(map(len, planted.promised.values())), 0)


def test_units_that_changed_their_name_are_compared_with_themselves(both: tuple[County, Review]) -> None:
    planted, review = both[0].planted, both[1]
    for name in planted.renamed:
        assert units(review)[name].before is not None
    compared = {u.unit.name for u in review.units if u.before}
    sent = {u.unit.name for u in review.units if u.standing == "submitted"}
    assert compared == sent & set(planted.before)


def test_elements_gained_since_last_year(both: tuple[County, Review]) -> None:
    planted, review = both[0].planted, both[1]
    for name, rules in planted.below_before.items():
        before = units(review)[name].before
        if before:
            now = planted.below.get(name, {})
            assert set(before.gained) == {rule for rule in rules if rule not in now}

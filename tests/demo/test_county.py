"""The invented county has exactly what is planted: nothing is missing, and nothing else is wrong."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest

from validator.demo.chosen import YEAR
from validator.demo.county import County, county
from validator.demo.places import residents
from validator.model.pack import Pack
from validator.model.result import Assessment
from validator.pipeline import check, load_pack
from validator.review.roster.units import read_roster

TIMES = ("late-report", "late-publication")


@pytest.fixture(scope="module")
def made() -> County:
    return county()


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


def bytes_of(made: County, path: str) -> bytes:
    archive, _, inside = path.partition(".zip/")
    if not inside:
        return made.files[path]
    with ZipFile(io.BytesIO(made.files[f"{archive}.zip"])) as opened:
        return opened.read(inside)


@pytest.fixture(scope="module")
def checked(made: County, pack: Pack) -> dict[str, Assessment]:
    paths = [path for paths in made.planted.files.values() for path in paths]
    return {p: check(bytes_of(made, p), p, pack) for p in (*paths, *made.planted.before.values(), *made.planted.stray)}


def below(assessment: Assessment) -> dict[str, str]:
    return {r.rule: r.outcome for r in assessment.results if r.rule in assessment.missing}


def test_same_seed_same_bytes(made: County) -> None:
    assert county() == made
    other = county(2)
    assert other.files["roster.csv"] == made.files["roster.csv"]
    assert other.files != made.files


def test_sixty_units(made: County) -> None:
    units = read_roster(made.files["roster.csv"], "roster.csv").units
    kinds = [unit.kind for unit in units]
    counts = {kind: kinds.count(kind) for kind in set(kinds)}
    assert counts == {"county": 1, "town": 10, "township": 6, "street": 3, "zone": 1, "department": 39}
    assert {u.name: u.due for u in units if u.due} == made.planted.due
    assert {u.name: u.received for u in units if u.received} == made.planted.received
    assert tuple(u.name for u in units if u.exempt) == made.planted.exempt
    assert {u.name: u.former[0] for u in units if u.former} == made.planted.renamed


def test_every_unit_has_its_fate(made: County) -> None:
    p = made.planted
    doubtful = {unit for units in p.doubtful.values() for unit in units}
    assert {r.name for r in residents()} == {*p.files, *p.missing, *p.exempt, *doubtful}
    assert not {*p.files} & {*p.missing, *p.exempt}
    assert (len(p.missing), len(p.other_year), len(p.other_kind), len(p.unreadable), len(p.stray)) == (6, 2, 2, 1, 2)
    assert (len(p.late), len(p.doubtful), len(p.several), len(p.copied), len(p.cluster)) == (5, 2, 3, 6, 3)


def test_every_file_is_accounted_for(made: County) -> None:
    p = made.planted
    told = {
        path.partition(".zip/")[0] + (".zip" if ".zip/" in path else "") for paths in p.files.values() for path in paths
    }
    reports = {path for path in made.files if "/" in path}
    assert reports == told | {*p.before.values()} | {*p.stray}
    assert {path for path in made.files if "/" not in path} == {"roster.csv", "template.txt", "planted.txt"}


def test_formats_as_clerks_send_them(made: County) -> None:
    endings = [path.rsplit(".", 1)[1] for paths in made.planted.files.values() for path in paths]
    share = endings.count("txt") / len(endings)
    assert 0.6 <= share <= 0.72
    assert endings.count("html") == 3
    assert endings.count("docx") >= 14
    assert sum(path.endswith(".zip") for path in made.files) == 1


def test_below_pass_is_what_was_planted(made: County, checked: dict[str, Assessment]) -> None:
    p = made.planted
    odd = {*p.other_kind, *p.unreadable}
    found = {unit: below(checked[paths[0]]) for unit, paths in p.files.items() if unit not in odd}
    assert {unit: rules for unit, rules in found.items() if rules} == p.below
    assert len(p.below) >= 12
    earlier = {unit: below(checked[path]) for unit, path in p.before.items()}
    assert {unit: rules for unit, rules in earlier.items() if rules} == p.below_before


def test_nothing_else_is_wrong(made: County, checked: dict[str, Assessment]) -> None:
    p = made.planted
    found = {
        (unit, r.rule)
        for unit, paths in p.files.items()
        for r in checked[paths[0]].results
        if r.outcome not in ("pass", "not_applicable") and r.rule not in (*TIMES, *p.below.get(unit, {}))
    }
    assert found == {*((unit, "personal-data") for unit in p.personal), ("苍岭镇", "other-units-wording")}


def test_odd_files_are_refused(made: County, checked: dict[str, Assessment]) -> None:
    p = made.planted
    assert {checked[path].status for path in p.other_kind.values()} == {"not_this_report"}
    assert {checked[path].status for path in p.unreadable.values()} == {"unreadable"}
    assert {checked[path].facts.report_year for path in p.other_year.values()} == {YEAR - 1}
    assert [checked[path].facts.unit for path in p.stray] == ["霖江县杏花渡镇人民政府", None]
    (signed, _), *_ = p.doubtful.values()
    assert checked[next(iter(p.doubtful))].facts.unit == signed


def test_dates_make_them_late(made: County, checked: dict[str, Assessment]) -> None:
    from datetime import date

    p = made.planted
    days = {}
    for unit, paths in p.files.items():
        sent = p.received.get(unit) or checked[paths[0]].facts.issued_on
        due = p.due.get(unit, f"{YEAR + 1}-03-01")
        if sent and unit not in p.other_year:
            days[unit] = (date.fromisoformat(sent) - date.fromisoformat(due)).days
    assert {unit: late for unit, late in days.items() if late > 0} == p.late
    undated = {unit for unit in p.files if checked[p.files[unit][0]].results and unit not in days} - {*p.other_year}
    assert undated == {*p.undated}


def test_units_and_years_are_read(made: County, checked: dict[str, Assessment]) -> None:
    p = made.planted
    signs = {r.name: " ".join(r.signs) for r in residents()}
    plain = set(p.files) - {*p.joint, *p.other_kind, *p.unreadable, "青禾镇"}
    assert {unit for unit in plain if checked[p.files[unit][0]].facts.unit != signs[unit]} == set()
    assert {checked[path].facts.report_year for path in p.before.values()} == {YEAR - 1}
    assert checked[p.files[p.joint[0]][0]].facts.unit_type == "party_joint"


def test_length_of_reports(checked: dict[str, Assessment]) -> None:
    sizes = [a.characters for a in checked.values() if a.status == "assessed"]
    assert min(sizes) > 1200
    assert max(sizes) < 5200


def test_promises_and_repeated_shortcomings_are_in_the_files(made: County, pack: Pack) -> None:
    from validator.pipeline import opened

    p = made.planted
    now = {unit: opened(bytes_of(made, p.files[unit][0]), p.files[unit][0]).text for unit in (*p.promised, *p.repeated)}
    then = {unit: opened(made.files[p.before[unit]], p.before[unit]).text for unit in (*p.promised, *p.repeated)}
    for unit, promises in p.promised.items():
        assert len(promises) == 4
        assert all(promise.task in then[unit] for promise in promises)
        assert all(promise.echo in now[unit] for promise in promises)
        assert not any(promise.task[:8] in now[unit] for promise in promises if not promise.echo)
    for unit, text in p.repeated.items():
        assert text in now[unit] and text in then[unit]
    assert [sum(bool(x.echo) for x in promises) for promises in p.promised.values()] == [3, 4, 2, 3, 1]


def test_the_earlier_version_is_older(made: County, checked: dict[str, Assessment]) -> None:
    dates = {unit: [checked[path].facts.issued_on for path in paths] for unit, paths in made.planted.several.items()}
    assert dates["云川县住房和城乡建设局"] == ["2026-02-11", "2026-01-15"]
    assert dates["鹿坞乡"] == ["2026-02-03", "2026-01-22"]
    assert len(set(dates["云川县林业局"])) == 1


def test_who_copied_wrote_later(made: County, checked: dict[str, Assessment]) -> None:
    files = made.planted.files
    for c in made.planted.copied:
        here, there = (checked[files[unit][0]].facts.issued_on for unit in (c.here, c.there))
        assert here and there and here > there

"""The whole invented county: two folders of reports, the roster, the template, and what is planted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from validator.demo import chosen
from validator.demo.filing import Filed, filed
from validator.demo.notes import planted_notes
from validator.demo.papers.registers import roster, template
from validator.demo.planted import Planted
from validator.demo.stories import Told, told


class County(NamedTuple):
    """*files*: path below the county's folder → bytes."""

    files: Mapping[str, bytes]
    planted: Planted


def county(seed: int = 1) -> County:
    """Return the invented county; the same *seed* makes the same bytes."""
    reports = told(seed)
    folders = filed(reports)
    planted = _planted(reports, folders)
    files = {
        **folders.files,
        "roster.csv": roster(),
        "template.txt": template(),
        "planted.txt": planted_notes(planted).encode(),
    }
    return County(files, planted)


def _planted(reports: Told, folders: Filed) -> Planted:
    signed, named = chosen.SIGNED_BUT_NAMED
    of = folders.of
    return Planted(
        files=of,
        before=folders.before,
        missing=chosen.MISSING,
        exempt=tuple(chosen.EXEMPT),
        late=chosen.LATE,
        undated=tuple(unit for unit, rules in chosen.BELOW.items() if "date" in rules),
        due=chosen.DUE,
        received=chosen.RECEIVED,
        other_year={unit: of[unit][0] for unit in chosen.OTHER_YEAR},
        other_kind={unit: of[unit][0] for unit in (chosen.WORK_POINTS, chosen.OPEN_GOVERNMENT)},
        unreadable={chosen.UNREADABLE: of[chosen.UNREADABLE][0]},
        stray=folders.stray,
        doubtful={of[signed][0]: (signed, named), of[chosen.MISSPELT[0]][0]: (chosen.MISSPELT[0],)},
        several={unit: paths for unit, paths in of.items() if len(paths) > 1},
        renamed=reports.renamed,
        joint=(chosen.JOINT,),
        below=chosen.BELOW,
        below_before=chosen.BELOW_BEFORE,
        copied=chosen.COPIED,
        cluster=chosen.CLUSTER,
        kept=chosen.KEPT,
        stale=chosen.STALE,
        repeated=reports.repeated,
        promised=chosen.PROMISED,
        personal=chosen.PERSONAL,
        template=reports.template,
    )

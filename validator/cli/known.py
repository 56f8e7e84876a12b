"""The files in which a project keeps what it knows: its baseline, and its reviewers' decisions."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from validator import baseline as kept
from validator import waivers as decisions
from validator.cli.inputs import Inputs
from validator.cli.outputs import write
from validator.config import contents
from validator.errors import UsageError
from validator.model.result import Assessment, Result
from validator.model.run import Run
from validator.scoring import Gate, fails
from validator.words import Words

DEFAULT_BASELINE = ".chaque-baseline.json"


class WhatIsKnown(NamedTuple):
    """Paths of the two files (empty: none), and what to do with the baseline.

    *named*: the command line names the baseline, so that it must be there; one of the settings may come later.
    """

    baseline: str
    waivers: str
    update: bool
    prune: bool
    named: bool


def decided(run: Run, known: WhatIsKnown, root: str, today: date) -> Run:
    """Return *run* after the reviewers' decisions, with a remark for each that has lapsed."""
    if not known.waivers:
        return run
    found = decisions.parsed(_bytes(known.waivers), known.waivers)
    assessments, stale = decisions.applied(run.assessments, run.packs, found, today)
    nowhere = [w for w in found if w.file and not os.path.exists(os.path.join(root, _on_disk(w.file)))]
    gone = Words("没有这份报告", "there is no such report")
    remarks = tuple(_lapsed(s) for s in (*stale, *(decisions.Stale(w, gone) for w in nowhere)))
    return run._replace(assessments=assessments, remarks=(*run.remarks, *remarks))


def _on_disk(file: str) -> str:
    """Return the archive that holds *file*, else *file* itself."""
    at = file.find(".zip/")
    return file[: at + 4] if at >= 0 else file


def _lapsed(stale: decisions.Stale) -> Words:
    w = stale.waiver
    of = w.file or w.unit
    return Words(
        f"{w.where}：对“{of}”{w.rule} 的决定已失效：{stale.why.zh}。",
        f"{w.where}: the decision on {w.rule} of “{of}” has lapsed: {stale.why.en}.",
    )


def settled(
    run: Run, known: WhatIsKnown, limit: Gate, inputs: Inputs, root: str, today: date, *, partial: bool
) -> tuple[Run, bool]:
    """Return *run* with what the baseline knows marked, and whether entries are gone that nobody has pruned.

    *partial*: only some files of the folders were looked at, so that a file that was not met says nothing.
    """
    path = known.baseline or (DEFAULT_BASELINE if known.update or known.prune else "")
    if not path:
        return run, False
    in_scope = _scope(inputs, root, partial)
    missing = not os.path.exists(path)
    if missing and known.named and not known.update:
        raise UsageError(path, Words("没有这个基线文件", "no such baseline"), _MAKE_ONE)
    entries = () if missing else kept.parsed(_bytes(path), path)
    if known.update:
        entries = kept.updated(run.assessments, _below(run, limit), entries, in_scope)
    compared = kept.compared(run.assessments, entries, today, in_scope)
    gone = compared.gone
    if known.prune and gone:
        entries, gone = kept.pruned(entries, gone), ()
    done: tuple[Words, ...] = ()
    if known.update or known.prune:
        write(kept.written(entries, next(iter(run.packs.values()))), path)
        done = (Words(f"基线 {path} 现有 {len(entries)} 条。", f"The baseline {path} has {len(entries)} entries."),)
    remarks = (*map(_gone, gone), *map(_expired, compared.expired), *done)
    return run._replace(assessments=compared.assessments, remarks=(*run.remarks, *remarks)), bool(gone)


def _below(run: Run, limit: Gate) -> Callable[[Assessment, Result], bool]:
    rules = {(pack.id, rule.id): rule for pack in run.packs.values() for rule in pack.rules}
    return lambda a, r: fails(limit, rules[a.pack, r.rule], r)


def _scope(inputs: Inputs, root: str, partial: bool) -> Callable[[str], bool]:
    """Return how to tell whether a file lies where this run has looked at all files."""
    folders = () if partial else inputs.folders

    def in_scope(file: str) -> bool:
        path = os.path.realpath(os.path.join(root, file))
        return any(path.startswith(folder.rstrip(os.sep) + os.sep) for folder in folders)

    return in_scope


def _gone(entry: kept.Entry) -> Words:
    return Words(
        f"基线里的已知问题已不存在：{entry.file} {entry.rule}。请运行 --prune-baseline 删去。",
        f"A known finding is gone: {entry.file} {entry.rule}. Run with --prune-baseline.",
    )


def _expired(entry: kept.Entry) -> Words:
    return Words(
        f"基线里的已知问题已于 {entry.until} 到期：{entry.file} {entry.rule}。",
        f"A known finding was accepted until {entry.until} only: {entry.file} {entry.rule}.",
    )


def _bytes(path: str) -> bytes:
    return contents(path, "读不了这个文件", "cannot read")


_MAKE_ONE = Words("请先用 --update-baseline 生成", "Make it with --update-baseline")

"""chaque review: a folder of submissions against the roster of units."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date, timedelta
from functools import partial
from typing import Annotated, NamedTuple

import typer

from validator.cli.choosing import every, packs_of, with_params
from validator.cli.progress import watched
from validator.cli.settings import merged
from validator.config import contents, day, load
from validator.errors import Interrupted, UsageError
from validator.model.decision import Decision
from validator.model.pack import Pack
from validator.model.review import Review
from validator.model.submission import Submission
from validator.scoring import Gate, gate, is_below
from validator.sources import Source, sources_of, unread_under
from validator.words import Lang, Words
from validator.workers import spare_collections

_ANSWER_DAYS = 10
"""Days that units have to answer, unless --reply-by says otherwise."""

_NO_FOLDER = Words("没有这个文件夹", "no such folder")
_NO_ACCESS = Words("这个文件夹打不开，没有权限", "the folder cannot be opened: permission denied")
_ASK = Words("请换一个有权限的账号，或复制一份再审", "Copy it or ask for access")
_NO_FILES = Words("文件夹里没有可以检查的文件", "the folder holds no file that can be checked")


def command(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="各单位报来的报告所在的文件夹。")],
    roster: Annotated[str, typer.Option("--roster", metavar="FILE", help="单位名册：.csv 或 .xlsx。")],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="DIR", help="结果放在哪个文件夹；默认 FOLDER-review。")
    ] = "",
    year: Annotated[int | None, typer.Option("--year", min=1900, max=2200, help="报告年度；默认看多数报告。")] = None,
    last_year: Annotated[str, typer.Option("--last-year", metavar="FOLDER", help="上一年度的报告，用来对照。")] = "",
    template: Annotated[
        list[str] | None, typer.Option("--template", metavar="FILE", help="本级下发的范本，照抄不算雷同；可写多次。")
    ] = None,
    office: Annotated[str, typer.Option("--office", metavar="NAME", help="审核单位，写在反馈函落款处。")] = "",
    reply_by: Annotated[
        str, typer.Option("--reply-by", metavar="DATE", help=f"请各单位在哪天前答复；默认{_ANSWER_DAYS}天后。")
    ] = "",
    ledger: Annotated[str, typer.Option("--ledger", metavar="FILE", help="审核意见的台账；默认在 FOLDER 旁边。")] = "",
    pack: Annotated[str | None, typer.Option("--pack", metavar="PACK", help="规则包编号或文件夹。")] = None,
    place: Annotated[str, typer.Option("--place", metavar="PLACE", help="按哪个地方的规定（叠加包编号）。")] = "",
    param: Annotated[list[str] | None, typer.Option("--param", metavar="NAME=VALUE", help="规则包的参数。")] = None,
    config: Annotated[str | None, typer.Option("--config", metavar="FILE", help="配置文件；默认向上查找。")] = None,
    lang: Annotated[Lang | None, typer.Option("--lang", help="输出语言：zh 中文，en 英文。")] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=0, help="工作进程数；0 表示自动。")] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="不用上次的结果，全部重新检查。")] = False,
    gate_: Annotated[str | None, typer.Option("--gate", metavar="GATE", help="怎样算不合格，同 chaque check。")] = None,
    require_all: Annotated[bool, typer.Option("--require-all", help="有单位没有报送时返回 3。")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="不合格或不完整也返回 0。")] = False,
) -> int:
    """审核一个文件夹的报告：谁没报、谁逾期、缺什么、谁抄了谁、比上年怎样。"""
    given = {"lang": lang, "pack": pack, "jobs": jobs, "gate": gate_}
    settings = with_params(merged(load(config), given), param)
    today = date.today()
    plan = Plan(
        folder,
        roster,
        output or beside(folder),
        year,
        last_year,
        tuple(template or ()),
        office,
        _until(reply_by, today).isoformat(),
        ledger,
        packs_of(settings, place, param)[""],
        settings.values["lang"],
        settings.values["jobs"],
        not no_cache,
        today.isoformat(),
    )
    spare_collections()
    try:
        review, whole = _carried_out(plan)
    except KeyboardInterrupt:
        raise Interrupted("", _KEPT if plan.cached else _NOT_KEPT) from None
    code = _exit_code(review, gate(settings.values["gate"], "--gate"), whole=whole, require_all=require_all)
    return 0 if exit_zero and code in (1, 3) else code


def _until(reply_by: str, today: date) -> date:
    """Return until when units are asked to answer. Raise UsageError if that day is over."""
    until = day(reply_by, "--reply-by") if reply_by else today + timedelta(_ANSWER_DAYS)
    if until < today:
        what = Words(f"{until}已经过去，今天是{today}", f"{until} is over, today is {today}")
        raise UsageError("--reply-by", what, Words("请写今天或以后的日期", "Give today or a later day"))
    return until


def beside(folder: str) -> str:
    """Return the folder for the results where none was named: beside the reviewed one, never in it."""
    place = os.path.normpath(folder)
    return (
        f"{place}-review" if os.path.basename(place).strip(".") else os.path.relpath(f"{os.path.abspath(place)}-review")
    )


class Plan(NamedTuple):
    """What a review is to do; paths as they were written. *day*, *reply_by*: YYYY-MM-DD."""

    folder: str
    roster: str
    output: str
    year: int | None
    last_year: str
    templates: tuple[str, ...]
    office: str
    reply_by: str
    ledger: str
    pack: Pack
    lang: Lang
    jobs: int
    cached: bool
    day: str


def _carried_out(plan: Plan) -> tuple[Review, bool]:
    """Return the review, and whether all folders could be entered."""
    from validator.review.collecting.folders import template_of
    from validator.review.deciding.ledger import Ledger, ledger_of
    from validator.review.deciding.seen import seen_of
    from validator.review.making import made
    from validator.review.roster.units import read_roster
    from validator.review.service import Given, reviewed
    from validator.review.summary import summary
    from validator.review.writing import written

    _refuse_output(plan)
    units = read_roster(contents(plan.roster, "读不了名册", "cannot read the roster"), plan.roster)
    templates = [template_of(Source(path), plan.pack) for path in plan.templates]
    sources, before = _sources_of(plan)
    now, last = _submissions(plan, sources, before)
    path = plan.ledger or ledger_of(plan.folder)
    given = Given(
        plan.folder,
        units,
        now,
        {p.id: p for p in every([plan.pack])},
        plan.year,
        plan.last_year,
        last,
        templates,
        _decisions(path),
        plan.day,
        plan.reply_by,
        plan.office,
        _shut(plan, sources, before),
    )
    review = reviewed(given)
    with Ledger(path) as ledger:
        ledger.note_seen(seen_of(review))
    outputs = made(review, plan.lang, plan.jobs)
    changed = written(outputs, plan.output)
    print("\n".join(summary(review, list(outputs), plan.output, path, changed, plan.lang)))
    return review, not any(source.closed for source in sources)


def _decisions(path: str) -> tuple[Decision, ...]:
    """Return what was decided; a review that fails leaves no empty ledger behind."""
    from validator.review.deciding.ledger import Ledger

    if not os.path.exists(path):
        return ()
    with Ledger(path) as ledger:
        return ledger.decisions()


def _shut(plan: Plan, now: Sequence[Source], last: Sequence[Source]) -> tuple[Words, ...]:
    """Return remarks on the folders that could not be entered."""
    from validator.review.collecting.folders import closed

    beside_last = os.path.dirname(os.path.normpath(plan.last_year))  # its own name tells the years apart
    return (*closed(now, plan.folder, _NOT_MISSING), *closed(last, beside_last, _NOT_COMPARED))


_NOT_MISSING = Words("“未报送”的名单可能有误", "Some of the missing reports may be there")
_NOT_COMPARED = Words("与上年的对照可能不全", "The comparison with last year may have gaps")


def _refuse_output(plan: Plan) -> None:
    if os.path.exists(plan.output) and not os.path.isdir(plan.output):
        raise UsageError(plan.output, Words("这是文件，不是文件夹", "this is a file, not a folder"), _ANOTHER)
    if os.path.realpath(plan.output) in [os.path.realpath(path) for path in (plan.folder, plan.last_year) if path]:
        what = Words("结果不能和报告放在同一个文件夹", "the results cannot go into the folder of the reports")
        raise UsageError(plan.output, what, _ANOTHER)


_ANOTHER = Words("请用 -o 另写一个文件夹", "Name another folder with -o")


def _sources_of(plan: Plan) -> tuple[list[Source], list[Source]]:
    """Return the files of the folder, and those of the year before."""
    apart = _apart(plan)
    return _sources(plan.folder, apart), _sources(plan.last_year, apart) if plan.last_year else []


def _apart(plan: Plan) -> list[str]:
    return [plan.roster, *plan.templates, plan.output]


def _submissions(
    plan: Plan, now: Sequence[Source], last: Sequence[Source]
) -> tuple[list[Submission], list[Submission]]:
    """Return the submissions, and those of the year before."""
    from validator.review.collecting.cache import Cache
    from validator.review.collecting.folders import collected, unread

    with Cache() if plan.cached else nullcontext() as cache:
        found = collected([*now, *last], plan.pack, partial(watched, lang=plan.lang), cache, plan.jobs)
    return found[: len(now)] + unread(plan.folder, plan.pack, _apart(plan)), found[len(now) :]


_KEPT = Words(
    "已中断。已经查完的都记住了，再运行一次就接着查。",
    "Interrupted. What was checked is kept: run it again and it goes on from here.",
)
_NOT_KEPT = Words("已中断。", "Interrupted.")


def _sources(folder: str, apart: Sequence[str]) -> list[Source]:
    """Return the files of a folder but for those *apart*: roster, templates, what an earlier review wrote."""
    from validator.review.collecting.folders import without

    if not os.path.isdir(folder):
        raise UsageError(folder, _NO_FOLDER, Words("请核对路径", "Check the path"))
    found = without(sources_of(folder), apart)
    if any(source.closed and source.path == folder for source in found):
        raise UsageError(folder, _NO_ACCESS, _ASK)
    if not found and not unread_under(folder):
        raise UsageError(folder, _NO_FILES)
    return found


def _exit_code(review: Review, limit: Gate, *, whole: bool, require_all: bool) -> int:
    """Return 1 if a report that counts is below the gate, 3 if something is incomplete, else 0.

    *whole*: there is nothing that could not be looked into.
    """
    current = [u.current.submission.assessment for u in review.units if u.current and u.standing == "submitted"]
    if any(a.score and is_below(limit, review.packs[a.pack], a.results, a.score) for a in current):
        return 1
    standings = {u.standing for u in review.units}
    incomplete = standings & {"doubtful", "unreadable"} or (require_all and standings - {"submitted", "exempt"})
    return 3 if incomplete or not whole or not current or any(a.verdict == "undecided" for a in current) else 0

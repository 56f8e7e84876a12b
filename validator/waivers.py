"""A reviewer's decisions that change results: from a file of the reviewer's own, never from the report.

They lapse when what they were made for changes: the text that the result rests on, the result itself, or the date.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from validator.config import day, no_toml
from validator.errors import UsageError
from validator.model.pack import Pack, Rule
from validator.model.result import Assessment, Machine, Outcome, Result, Waived
from validator.scoring import missing_of, score_of, verdict_of
from validator.words import Words

OLD = ("fail", "partial", "unknown", "error", "pass")
NEW = ("pass", "partial", "fail", "not_applicable", "waived")
_CREDITS: Mapping[str, int | None] = {"pass": 100, "fail": 0, "not_applicable": None, "waived": None}
_HALF = 50  # where no grade of a rule is in between
_REQUIRED = ("rule", "old", "new", "remark", "authority", "time", "evidence")
_ALLOWED = ("unit", "file", *_REQUIRED, "until")


class Waiver(NamedTuple):
    """A decision. *unit* or *file* says about which report; *where* is the place in the file of waivers.

    *evidence* is the fingerprint of the result for which it was made; dates as YYYY-MM-DD, *until* may be empty.
    """

    where: str
    unit: str
    file: str
    rule: str
    old: str
    new: str
    remark: str
    authority: str
    time: str
    until: str
    evidence: str


class Stale(NamedTuple):
    """A decision that no longer holds, and why."""

    waiver: Waiver
    why: Words


def parsed(data: bytes, path: str) -> tuple[Waiver, ...]:
    """Return the decisions in a TOML file of ``[[waiver]]`` tables. Raise UsageError that names the line."""
    import tomllib

    try:
        text = data.decode("utf-8-sig")
        rows = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise no_toml(path, error) from error
    unknown = [key for key in rows if key != "waiver"]
    if unknown or not isinstance(rows.get("waiver", []), list):
        raise UsageError(path, Words("只能写 [[waiver]]", "only [[waiver]] tables are allowed"))
    lines = [i for i, line in enumerate(text.split("\n"), 1) if line.strip().startswith("[[waiver]]")]
    return tuple(_waiver(row, f"{path}:{line}") for row, line in zip(rows.get("waiver", []), lines, strict=False))


def _waiver(row: Mapping[str, Any], where: str) -> Waiver:
    values = {key: _plain(value) for key, value in row.items()}
    for key in values:
        if key not in _ALLOWED:
            raise UsageError(where, Words(f"没有“{key}”这一项", f"no key “{key}”"), _allowed(_ALLOWED))
    missing = [key for key in _REQUIRED if not values.get(key)]
    if missing:
        raise UsageError(
            where, Words(f"缺少“{missing[0]}”", f"“{missing[0]}” is missing"), _HINTS.get(missing[0], _NONE)
        )
    if bool(values.get("unit")) == bool(values.get("file")):
        raise UsageError(where, Words("要写 unit 或 file 中的一个", "write either unit or file"))
    for key, words in (("old", OLD), ("new", NEW)):
        if values[key] not in words:
            raise UsageError(
                where, Words(f"“{key}”不能是“{values[key]}”", f"“{key}” cannot be “{values[key]}”"), _allowed(words)
            )
    for key in ("time", "until"):
        if values.get(key):
            day(values[key], where)
    return Waiver(where, **{key: values.get(key, "") for key in _ALLOWED})


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _allowed(words: Sequence[str]) -> Words:
    return Words(f"可以写：{'、'.join(words)}", f"Allowed: {', '.join(words)}")


def applied(
    assessments: Sequence[Assessment], packs: Mapping[str, Pack], waivers: Sequence[Waiver], today: date
) -> tuple[tuple[Assessment, ...], tuple[Stale, ...]]:
    """Return the assessments after the decisions that hold, and the decisions about them that do not."""
    stale: list[Stale] = []
    after = tuple(_after(a, packs[a.pack], [w for w in waivers if _is_about(w, a)], today, stale) for a in assessments)
    return after, tuple(stale)


def _is_about(waiver: Waiver, a: Assessment) -> bool:
    return a.status == "assessed" and (waiver.file == a.file if waiver.file else waiver.unit == a.facts.unit)


def _after(a: Assessment, pack: Pack, waivers: Sequence[Waiver], today: date, stale: list[Stale]) -> Assessment:
    results, rules = {r.rule: r for r in a.results}, {rule.id: rule for rule in pack.rules}
    for waiver in waivers:
        why = _lapsed(waiver, results.get(waiver.rule), today)
        if why:
            stale.append(Stale(waiver, why))
        else:
            w = waiver
            results[w.rule] = decided(results[w.rule], rules[w.rule], w.new, w.remark, w.authority, w.time, w.until)
    return rescored(a, pack, tuple(results.values()))


def rescored(a: Assessment, pack: Pack, results: tuple[Result, ...]) -> Assessment:
    """Return *a* with *results* after a reviewer's decisions, scored anew; what the machine alone had said is kept."""
    if not any(r.waived for r in results):
        return a
    assert a.score and a.verdict
    return a._replace(
        results=results,
        score=score_of(pack, results),
        verdict=verdict_of(pack, results),
        missing=missing_of(pack, results),
        machine=a.machine or Machine(a.score, a.verdict, a.missing),
    )


def _lapsed(waiver: Waiver, result: Result | None, today: date) -> Words | None:
    if result is None:
        return Words(f"没有规则“{waiver.rule}”", f"there is no rule “{waiver.rule}”")
    if result.waived:
        return Words("同一条结论已有一个决定", "another decision about the same result came first")
    if waiver.until and date.fromisoformat(waiver.until) < today:
        return Words(f"已于 {waiver.until} 到期", f"it ended on {waiver.until}")
    if date.fromisoformat(waiver.time) > today:
        return Words(f"决定的日期 {waiver.time} 还没有到", f"it is dated {waiver.time}, which is still to come")
    if waiver.old != result.outcome:
        return Words(
            f"结论已从“{waiver.old}”变为“{result.outcome}”", f"the result is now {result.outcome}, not {waiver.old}"
        )
    if waiver.evidence != result.fingerprint:
        return Words(
            f"文字已改动；如决定仍然有效，请把 evidence 改为 {result.fingerprint}",
            f"the text has changed; if it still holds, write evidence = {result.fingerprint}",
        )
    return None


def decided(result: Result, rule: Rule, new: str, remark: str, authority: str, time: str, until: str = "") -> Result:
    """Return *result* of *rule* with the outcome *new* (one of NEW) and what the machine had said; dates as YYYY-MM-DD.

    In part means the best grade of the rule that is not full.
    """
    waived = Waived(result.outcome, result.credit, remark, authority, time, until)
    outcome: Outcome = new  # type: ignore[assignment]  # one of NEW
    fix = result.fix if outcome == result.outcome else None
    halves = (rung.credit for rung in rule.grade if 0 < rung.credit < 100)
    credit = max(halves, default=_HALF) if new == "partial" else _CREDITS[new]
    return result._replace(outcome=outcome, credit=credit, waived=waived, fix=fix)


_NONE = Words("", "")
_HINTS = {
    "evidence": Words(
        "写 chaque check --format json 里这条结论的 fingerprint", "Take the result's fingerprint from --format json"
    ),
    "authority": Words("写作出决定的人或机关", "Who decided it?"),
    "remark": Words("写明理由", "Say why"),
}

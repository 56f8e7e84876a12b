"""chaque history: what was seen of a unit's reports and what was decided about them, in order of time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any

import typer

from validator.cli.ledgers import known_unit, known_year, newest_rules, pack_of, rules_of, title_of
from validator.cli.recorded import told
from validator.model.decision import Decision, Seen
from validator.model.pack import Rule
from validator.renderers.wording import VERDICTS, quotation, score_range, shown, text
from validator.review.deciding.corrected import corrected
from validator.review.deciding.decisions import holding, outcome_words, reason_said, withdrawn
from validator.review.deciding.ledger import Ledger, nearest_ledger
from validator.review.outputs.saying import STANDINGS
from validator.words import Lang, Words, say


def command(
    unit: Annotated[str, typer.Argument(metavar="UNIT", help="单位：名册上的名称、简称、曾用名都行。")],
    year: Annotated[int | None, typer.Option("--year", metavar="YEAR", help="只看这一年度；默认全部。")] = None,
    ledger: Annotated[str, typer.Option("--ledger", metavar="FILE", help="审核台账；默认找当前文件夹的。")] = "",
    lang: Annotated[Lang, typer.Option("--lang", help="输出语言：zh 中文，en 英文。")] = "zh",
) -> int:
    """一个单位的经过：每次查到什么，谁在什么时候作了什么决定，理由是什么，现在还算不算数。"""
    unit = unit.strip()
    with Ledger(ledger or nearest_ledger(), existing=True) as book:
        if year is not None or not book.years(unit):
            unit = known_unit(book, unit, known_year(book, year)).unit
        years = book.years(unit) if year is None else (year,)
        parts = [story(book.seen(unit, y), book.decisions(unit, y), lang) for y in sorted(years)]
    print("\n\n".join("\n".join(lines) for lines in parts))
    return 0


def story(seen: Sequence[Seen], decisions: Sequence[Decision], lang: Lang) -> list[str]:
    """Return the lines about one unit and year, the oldest first; *seen* has at least one row."""
    last, rules = seen[-1], newest_rules(seen)
    marks = _marks(decisions, last, rules, lang)
    lines, text_before = [], ""
    for s in _changes(seen):
        mended = bool(text_before and s.digest) and s.digest != text_before
        lines.append((s.at, 0, s.id, _found(s, decisions, rules_of(s.pack) or rules, lang, mended=mended)))
        text_before = s.digest or text_before
    lines += [(d.at, 1, d.id, _decided(d, rules, marks.get(d.id, ""), lang)) for d in decisions]
    head = text(f"{shown(last.unit)}  {last.year}年度", f"{shown(last.unit)}  {last.year}", lang)
    return [head, *(f"{_local(at)}  {line}" for at, _, _, line in sorted(lines))]


def _changes(seen: Sequence[Seen]) -> Iterator[Seen]:
    """Yield what differs from what was seen before; that a unit has got another name is no news about its report."""
    before: Seen | None = None
    for s in seen:
        plain = s._replace(id=0, at="", called=(), timed=())
        if plain != before:
            yield s
        before = plain


def _local(at: str) -> str:
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")


def _found(s: Seen, decisions: Sequence[Decision], rules: Mapping[str, Rule], lang: Lang, *, mended: bool) -> str:
    """Return what a review found: where it stands, the file, points, verdict, what is missing.

    *mended*: its text is another one than before.
    """
    comma = text("，", ", ", lang)
    parts = [_word(STANDINGS, s.standing, lang)]
    if s.file:
        parts.append(shown(s.file))
    if mended:
        parts.append(text("文字有改动", "text changed", lang))
    if s.low is not None and s.high is not None:
        points = score_range(s.low, s.high)
        parts.append(text(f"得分 {points}", f"score {points}", lang))
    if s.verdict:
        parts.append(_word(VERDICTS, s.verdict, lang))
    lacking = "".join(_lacking(s, code, rules, lang) for code in ("fail", "partial", "unknown"))
    return text("查到：", "Found: ", lang) + comma.join(parts) + _corrected(s, decisions, lang) + lacking


def _corrected(s: Seen, decisions: Sequence[Decision], lang: Lang) -> str:
    """Return points and verdict with the corrections of just this, where the ledger has enough to tell."""
    held, _ = holding(decisions, s.digest, s.results, s.standing)
    pack = pack_of(s.pack)
    after = corrected(s, pack, held) if pack else None
    if after is None or after.score.low is None or after.score.high is None:
        return ""
    if (after.score.low, after.score.high, after.verdict) == (s.low, s.high, s.verdict):
        return ""
    points, verdict = score_range(after.score.low, after.score.high), _word(VERDICTS, after.verdict, lang)
    return text(f"（更正后：得分 {points}，{verdict}）", f" (corrected: score {points}, {verdict})", lang)


def _lacking(s: Seen, code: str, rules: Mapping[str, Rule], lang: Lang) -> str:
    """Return the elements with this outcome; what is only to be checked by people is left out."""
    names = [
        title_of(rule, rules, lang)
        for rule, outcome in s.results.items()
        if outcome == code and (rule not in rules or rules[rule].role == "scored")
    ]
    word = say(outcome_words(code), lang)
    return text(f"；{word}：{'、'.join(names)}", f"; {word}: {', '.join(names)}", lang) if names else ""


def _word(words: Mapping[Any, Words], code: str, lang: Lang) -> str:
    return say(words[code], lang) if code in words else shown(code)  # a newer version may write other codes


def _decided(d: Decision, rules: Mapping[str, Rule], mark: str, lang: Lang) -> str:
    """Return what was decided, by whom and why, and what has become of it."""
    reason = quotation(reason_said(d, lang))
    why = text(f"。理由：{reason}", f". Because: {reason}", lang) if reason else ""
    return text(
        f"{d.id}号决定：{shown(d.who)}{told(d, rules, lang)}{why}{mark}",
        f"Decision {d.id}: {shown(d.who)}: {told(d, rules, lang)}{why}{mark}",
        lang,
    )


def _marks(decisions: Sequence[Decision], last: Seen, rules: Mapping[str, Rule], lang: Lang) -> dict[int, str]:
    """Return id → why a decision no longer counts: taken back, lapsed, or replaced by a newer one."""
    back = withdrawn(decisions)
    _, lapsed = holding(decisions, last.digest, last.results, last.standing, rules)
    marks = {of: text(f"【已撤回，见{d.id}号】", f" [withdrawn by {d.id}]", lang) for of, d in back.items()}
    marks |= {
        x.decision.id: text(f"【已失效：{shown(x.why.zh)}】", f" [lapsed: {shown(x.why.en)}]", lang) for x in lapsed
    }
    roster = text("【不起作用：是否逾期按名册判断】", " [no effect: lateness is judged by the roster]", lang)
    marks |= {d.id: roster for d in decisions if d.rule in last.timed and d.action != "withdraw" and d.id not in back}
    standing = [d for d in sorted(decisions, key=lambda d: d.id) if d.action != "withdraw" and d.id not in back]
    newer: dict[str, int] = {}
    for d in reversed(standing):  # each is replaced by the next one about the same, not by the last
        if d.id not in marks and d.rule in newer:
            marks[d.id] = text(f"【已被{newer[d.rule]}号代替】", f" [replaced by {newer[d.rule]}]", lang)
        newer[d.rule] = d.id
    return marks

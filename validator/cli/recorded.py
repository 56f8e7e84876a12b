"""What was decided, in words: the confirmation after a decision, and the same words in its history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from validator.cli.ledgers import title_of
from validator.model.decision import Decision, Seen
from validator.model.pack import Rule
from validator.renderers.wording import quotation, shown, text
from validator.review.deciding.decisions import ACTIONS, day_of, holding, outcome_said, reason_said
from validator.words import Lang, Words, say

UPDATE = Words(
    "再运行 chaque review，网页、工作簿和反馈函才会更新。",
    "Page, workbook and letters stay as they are until chaque review is run again.",
)
"""What comes after every decision."""


def confirmation(d: Decision, seen: Seen, decisions: Sequence[Decision], rules: Mapping[str, Rule], lang: Lang) -> str:
    """Return what is printed when *d* was recorded; *decisions*: all about the unit and year, *d* among them."""
    lines = [recorded(d, _replaced(d, seen, decisions), rules, lang)]
    if d.action == "correct" and d.rule in rules and rules[d.rule].role == "scored":
        lines.append(_lacking(seen, decisions, rules, lang))
    return "\n".join([*filter(None, lines), say(UPDATE, lang)])


def _replaced(d: Decision, seen: Seen, decisions: Sequence[Decision]) -> Decision | None:
    """Return the decision that held about the same until *d* came."""
    if d.action == "withdraw":
        return None
    held, _ = holding([x for x in decisions if x.id < d.id], seen.digest, seen.results, seen.standing)
    return next((x for x in held if x.rule == d.rule), None)


def recorded(d: Decision, replaced: Decision | None, rules: Mapping[str, Rule], lang: Lang) -> str:
    """Return a line about what was recorded, and one about the decision that it has *replaced*."""
    said = told(d, rules, lang)
    line = text(
        f"已记下{d.id}号决定：{shown(d.unit)}{d.year}年度，{said}。复核人：{shown(d.who)}。",
        f"Recorded as decision {d.id}: {shown(d.unit)}, {d.year}: {said}. By {shown(d.who)}.",
        lang,
    )
    if replaced is None:
        return line
    before, who, day = told(replaced, rules, lang), shown(replaced.who), day_of(replaced.at)
    reason = quotation(reason_said(replaced, lang)).rstrip("。.")
    zh, en = (f"理由：{reason}。", f" Because: {reason}.") if reason else ("", "")
    return line + text(
        f"\n它代替了{replaced.id}号决定：{before}（{who}，{day}）。{zh}",
        f"\nIt replaces decision {replaced.id}: {before} ({who}, {day}).{en}",
        lang,
    )


def told(d: Decision, rules: Mapping[str, Rule], lang: Lang) -> str:
    """Return what was decided: 更正“不足的原因”：缺 → 有."""
    word = say(ACTIONS[d.action], lang)
    if d.action == "withdraw":
        return text(f"{word}{d.withdrawn}号决定", f"{word} decision {d.withdrawn}", lang)
    if not d.rule:
        return text(f"{word}报告", f"{word} the whole report", lang)
    rule, title = rules.get(d.rule), title_of(d.rule, rules, lang)
    old, new = (outcome_said(code, lang, rule) for code in (d.old, d.new))
    change = f"{old} → {new}" if d.new else old
    return text(f"{word}“{title}”：{change}", f"{word} “{title}”: {change}", lang)


def _lacking(seen: Seen, decisions: Sequence[Decision], rules: Mapping[str, Rule], lang: Lang) -> str:
    """Return which elements the report still lacks after all corrections that hold; nothing where it lacks none."""
    held, _ = holding(decisions, seen.digest, seen.results, seen.standing)
    outcomes = seen.results | {d.rule: d.new for d in held if d.action == "correct"}
    parts = []
    for code, zh, en in (("fail", "还缺", "still lacks"), ("partial", "还不全", "has only in part")):
        names = [title_of(id, rules, lang) for id, rule in rules.items() if _is(rule, outcomes.get(id), code)]
        if names:
            parts.append(text(f"{zh}：{'、'.join(names)}", f"{en}: {', '.join(names)}", lang))
    return text(f"这份报告{'；'.join(parts)}。", f"The report {'; '.join(parts)}.", lang) if parts else ""


def _is(rule: Rule, outcome: str | None, code: str) -> bool:
    return rule.role == "scored" and outcome == code

"""chaque explain: what a rule asks, why, its source, examples, how to fix."""

from __future__ import annotations

from typing import Annotated

import typer

from validator.errors import UsageError
from validator.model.pack import Pack, Rule, RuleTest
from validator.pipeline import DEFAULT_PACK, load_pack
from validator.words import Lang, Words, blanks, fill, say

LEVELS = {
    "error": Words("必须", "required"),
    "warning": Words("应当核对", "to be checked"),
    "info": Words("提示", "hint"),
}
_WANTED = {
    "pass": Words("符合", "passes"),
    "partial": Words("不全", "in part"),
    "fail": Words("缺少或有问题", "fails"),
    "unknown": Words("判断不了", "unknown"),
    "not_applicable": Words("不涉及", "not applicable"),
}


def command(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="规则编号，例如 causes。")],
    lang: Annotated[Lang, typer.Option("--lang", help="输出语言：zh 中文，en 英文。")] = "zh",
    pack: Annotated[str, typer.Option("--pack", metavar="PACK", help="规则包编号或文件夹。")] = DEFAULT_PACK,
    place: Annotated[str, typer.Option("--place", metavar="PLACE", help="按哪个地方的规定（叠加包编号）。")] = "",
) -> int:
    """解释一条规则：要求什么、为什么、依据、例子、怎么改。"""
    rules = load_pack(pack, place)
    print("\n".join(explained(_found(rules, rule), lang)))
    return 0


def _found(pack: Pack, wanted: str) -> Rule:
    from difflib import get_close_matches

    ids = {rule.id: rule for rule in pack.rules} | {rule.title.zh: rule for rule in pack.rules}
    rule = ids.get(wanted) or ids.get(wanted.replace("_", "-"))
    if rule:
        return rule
    close = get_close_matches(wanted, ids, n=1, cutoff=0.4)
    known = "、".join(r.id for r in pack.rules)
    meant = Words(f"是不是 {close[0]}？", f"Did you mean {close[0]}? ") if close else Words("", "")
    raise UsageError(
        wanted,
        Words("没有这条规则", "no such rule"),
        Words(f"{meant.zh}全部规则：{known}", f"{meant.en}All rules: {known}"),
    )


def explained(rule: Rule, lang: Lang) -> list[str]:
    """Return the lines that explain *rule*."""
    level = say(LEVELS[rule.level], lang)
    points = (
        Words(f"{rule.weight}分", f"{rule.weight} points") if rule.role == "scored" else Words("不计分", "not scored")
    )
    lines = [
        f"{say(rule.title, lang)}  [{rule.id}]  {level} · {say(points, lang)}",
        "",
        say(rule.why, lang),
        "",
        f"{say(Words('依据：', 'Source: '), lang)}{say(rule.source.norm, lang)} {say(rule.source.item, lang)}",
        f"{say(Words('怎么改：', 'How to fix: '), lang)}{say(rule.fix, lang)}",
        *_changes(rule, lang),
        "",
        say(Words("评分：", "Grades:"), lang),
    ]
    for rung in rule.grade:
        lines.append(f"  {rung.credit:>3}%  {_told(rung.say or rule.title, lang)}")
        lines += [f"        {say(rung.fix, lang)}"] if rung.fix else []
    last = Words("不涉及", "n/a") if rule.absent == "not_applicable" else Words("0%", "0%")
    lines.append(f"  {say(last, lang):>4}  {_told(rule.say, lang)}")
    lines += ["", say(Words("例子：", "Examples:"), lang)] if rule.tests else []
    for test in rule.tests:
        lines += _example(test, lang)
    return lines


def _changes(rule: Rule, lang: Lang) -> list[str]:
    """Return what overlays changed in *rule*, and why."""
    title = say(Words("本地规定：", "Here: "), lang)
    return [f"{title}{say(s.what, lang)}{say(_BECAUSE, lang)}{say(s.reason, lang)}" for s in rule.history[1:]]


_BECAUSE = Words("。", ". ")


def _told(words: Words, lang: Lang) -> str:
    """Return a message with an ellipsis where a report's own words will stand."""
    names = {name for found in blanks(words) for name in found}
    return say(fill(words, dict.fromkeys(names, Words("…", "…"))), lang)


def _example(test: RuleTest, lang: Lang) -> list[str]:
    return [f"  — {say(_WANTED[test.want], lang)}", *(f"      {line}" for line in test.doc.strip().split("\n"))]

"""chaque decide: record what a reviewer decides about a unit's report, or take in a filled sheet of decisions."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Annotated, NamedTuple

import typer

from validator.cli.inputs import complain
from validator.cli.ledgers import known_unit, known_year, rules_of, title_of
from validator.config import contents
from validator.errors import ChaqueError, UsageError, cannot
from validator.evidence import without_numbers
from validator.model.decision import Action, Decision, Seen
from validator.model.pack import Rule
from validator.renderers.wording import quotation, shown, text
from validator.review.deciding.decisions import ACTIONS, CHANGES, day_of, holding, outcome_said, withdrawn
from validator.review.deciding.importing import Imported, imported
from validator.review.deciding.ledger import Ledger, nearest_ledger
from validator.review.deciding.proposals import Proposal, Refusal, decision_of, near_names, too_long
from validator.review.deciding.rows import OUTCOME_WORDS, SHEET, Mistake
from validator.review.deciding.sheet import read_sheet
from validator.review.workbooks import refuse_large
from validator.words import Lang, Words, say

REVIEWER = "CHAQUE_REVIEWER"
_OPTIONS = {"action": "ACTION", "rule": "RULE", "new": "--to", "reason": "--because", "who": "--by"}
"""Field of Proposal → where it stands on the command line."""


def command(
    unit: Annotated[str | None, typer.Argument(metavar="UNIT", help="单位：名册上的名称、简称、曾用名都行。")] = None,
    action: Annotated[
        str | None,
        typer.Argument(metavar="ACTION", help="confirm 维持，correct 更正，return 退回，accept 接受，withdraw 撤回。"),
    ] = None,
    rule: Annotated[
        str | None, typer.Argument(metavar="[RULE|ID]", help="维持、更正写规则编号或名称；撤回写决定的号。")
    ] = None,
    to: Annotated[str, typer.Option("--to", metavar="RESULT", help=f"更正为：{'、'.join(CHANGES)}。")] = "",
    because: Annotated[str, typer.Option("--because", metavar="TEXT", help="理由；维持可以不写。")] = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help=f"复核人；默认取环境变量 {REVIEWER}。")] = "",
    year: Annotated[int | None, typer.Option("--year", metavar="YEAR", help="年度；默认最近的一年。")] = None,
    import_: Annotated[str, typer.Option("--import", metavar="XLSX", help=f"导入工作簿里填好的“{SHEET.zh}”。")] = "",
    ledger: Annotated[str, typer.Option("--ledger", metavar="FILE", help="审核台账；默认找当前文件夹的。")] = "",
    lang: Annotated[Lang, typer.Option("--lang", help="输出语言：zh 中文，en 英文。")] = "zh",
) -> int:
    """记下复核意见：维持、更正一项结论，退回、接受一份报告，或撤回一个决定；写进台账，不能改，只能撤回。"""
    who = (by or os.environ.get(REVIEWER, "")).strip()
    if import_:
        if unit or action or rule or to or because or year:
            raise UsageError("--import", Words("不能和单位、意见一起写", "takes no unit and no action"))
        return _taken_in(import_, ledger, who, lang)
    wanted = Wanted((unit or "").strip(), _action(action), (rule or "").strip(), to, because.strip(), who, year)
    refusal = _incomplete(wanted) or too_long(wanted.because, who)
    if refusal:
        raise UsageError(_OPTIONS.get(refusal.field, ""), refusal.what, refusal.hint)
    with Ledger(ledger or nearest_ledger(), existing=True) as book:
        print(_recorded(book, wanted, lang))
    return 0


class Wanted(NamedTuple):
    """What the command line says, not yet held against the ledger."""

    unit: str
    action: Action
    rule: str
    to: str
    because: str
    who: str
    year: int | None


def _action(word: str | None) -> Action:
    if not word:
        raise UsageError("", Words("没有写单位和意见", "no unit and no action"), _EXAMPLE)
    for action, words in ACTIONS.items():
        if word in (action, *words):
            return action
    names = "、".join(ACTIONS)
    raise UsageError(
        shown(word), Words("没有这种意见", "no such action"), Words(f"可以写：{names}", f"Allowed: {names}")
    )


def _incomplete(wanted: Wanted) -> Refusal | None:
    if not wanted.because and wanted.action != "confirm":
        return Refusal("reason", Words("没有写理由", "no reason"), Words("加上 --because 理由", "Add --because TEXT"))
    if not wanted.who:
        hint = Words(f"加上 --by 姓名，或设环境变量 {REVIEWER}", f"Add --by NAME, or set {REVIEWER}")
        return Refusal("who", Words("没有写复核人", "no reviewer"), hint)
    return None


def _recorded(book: Ledger, wanted: Wanted, lang: Lang) -> str:
    """Append the decision and return the line that says so."""
    year = known_year(book, wanted.year)
    seen = known_unit(book, wanted.unit, year)
    rules = rules_of(seen.pack)

    def chosen(decisions: Sequence[Decision]) -> list[Decision]:  # nobody can withdraw the same in between
        own = tuple(d for d in decisions if (d.unit, d.year) == (seen.unit, year))
        found = _decision(wanted, seen, rules, own, lang)
        if isinstance(found, Refusal):
            raise UsageError(_OPTIONS.get(found.field, ""), found.what, found.hint)
        return [found]

    (d,) = book.add_chosen(chosen)
    return recorded(d, _replaced(d, seen, book.decisions(d.unit, year)), rules, lang)


def _decision(
    wanted: Wanted, seen: Seen, rules: Mapping[str, Rule], decisions: tuple[Decision, ...], lang: Lang
) -> Decision | Refusal:
    if wanted.action == "withdraw":
        return _withdrawal(wanted, seen, decisions)
    rule, new = _rule_id(wanted.rule, rules), _outcome(wanted.to)
    p = Proposal(seen.unit, seen.year, wanted.action, rule, new, wanted.because, wanted.who)
    return decision_of(p, seen, lang)


def _replaced(d: Decision, seen: Seen, decisions: Sequence[Decision]) -> Decision | None:
    """Return the decision that held about the same until *d* came."""
    if d.action == "withdraw":
        return None
    held, _ = holding([x for x in decisions if x.id < d.id], seen.digest, seen.results, seen.standing)
    return next((x for x in held if x.rule == d.rule), None)


def _withdrawal(wanted: Wanted, seen: Seen, decisions: tuple[Decision, ...]) -> Decision | Refusal:
    """Return the decision that takes another one back: the one whose id stands in place of the rule."""
    number = wanted.rule.lstrip("#＃")
    if not (number.isascii() and number.isdigit()):
        return Refusal("rule", Words("撤回要写决定的号", "withdraw needs the id of a decision"), _SEE_HISTORY)
    back = next((d for d in decisions if d.id == int(number)), None)
    if back is None:
        return Refusal("rule", Words(f"这个单位没有{number}号决定", f"the unit has no decision {number}"), _SEE_HISTORY)
    if back.action == "withdraw":
        what = Words(f"{number}号本身就是撤回", f"decision {number} is itself a withdrawal")
        return Refusal("rule", what, Words("请另作一个决定", "Make a new decision"))
    if back.id in withdrawn(decisions):
        return Refusal("rule", Words(f"{number}号决定已经撤回", f"decision {number} was withdrawn before"))
    return Decision(
        *(0, "", wanted.who, seen.unit, seen.year, "withdraw", back.rule, "", "", without_numbers(wanted.because)),
        digest=seen.digest,
        file=seen.file,
        withdrawn=back.id,
    )


def _rule_id(wanted: str, rules: Mapping[str, Rule]) -> str:
    """Return the id of the rule that is named by its id or title; an unknown one is left to be refused."""
    by_name = {name: rule.id for rule in rules.values() for name in (rule.title.zh, rule.id)}
    found = by_name.get(wanted) or by_name.get(wanted.replace("_", "-"))
    if rules and wanted and not found:
        names = Words("、".join(rules), ", ".join(rules))
        near = near_names(wanted, by_name)
        hint = near if near.zh else Words(f"全部规则：{names.zh}", f"All rules: {names.en}")
        raise UsageError(shown(wanted), Words("没有这条规则", "no such rule"), hint)
    return found or wanted


def _outcome(wanted: str) -> str:
    """Return the code of an outcome that is named by itself or by its word. Raise UsageError."""
    found = next((code for code, words in OUTCOME_WORDS.items() if wanted in (code, *words)), "")
    if wanted and not found:
        names = "、".join(CHANGES)
        what = Words(f"不能写“{shown(wanted)}”", f"cannot be “{shown(wanted)}”")
        raise UsageError("--to", what, Words(f"可以写：{names}", f"Allowed: {names}"))
    return found


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
    reason = quotation(replaced.reason).rstrip("。.")
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
        return text(f"{word}全文", f"{word} the whole report", lang)
    rule, title = rules.get(d.rule), title_of(d.rule, rules, lang)
    old, new = (outcome_said(code, lang, rule) for code in (d.old, d.new))
    change = f"{old} → {new}" if d.new else old
    return text(f"{word}“{title}”：{change}", f"{word} “{title}”: {change}", lang)


def _taken_in(path: str, ledger: str, who: str, lang: Lang) -> int:
    """Take in a filled sheet, say what was not taken, and return the exit status."""
    sheet = read_sheet(_bytes(path), path)
    with Ledger(ledger or nearest_ledger(), existing=True) as book:
        done = imported(sheet, book, who, lang, rules_of)
    for mistake in done.refused:
        complain(_not_taken(mistake, path), lang)
    print("\n".join([_summary(done, lang), *(_still_there(mistake, lang) for mistake in done.cleared)]))
    return 1 if done.refused else 0


def _bytes(path: str) -> bytes:
    try:
        refuse_large(os.path.getsize(path), path)
    except OSError as error:
        raise UsageError(path, cannot("读不了工作簿", "cannot read the workbook", error)) from error
    return contents(path, "读不了工作簿", "cannot read the workbook")


def _not_taken(m: Mistake, path: str) -> ChaqueError:
    what = Words(
        f"第{m.number}行“{m.column.zh}”：{shown(m.what.zh)}", f"row {m.number}, “{m.column.en}”: {shown(m.what.en)}"
    )
    return ChaqueError(path, what, Words(shown(m.hint.zh), shown(m.hint.en)))


def _still_there(m: Mistake, lang: Lang) -> str:
    """Return what became of a row that was emptied: nothing."""
    row = text(f"第{m.number}行：", f"Row {m.number}: ", lang)
    return row + shown(say(m.what, lang)) + text("。", ". ", lang) + shown(say(m.hint, lang)) + text("。", ".", lang)


def _summary(done: Imported, lang: Lang) -> str:
    added, refused = len(done.added), len(done.refused)
    return text(
        f"新记下{added}条，台账里已有{done.known}条，没有记下{refused}条。",
        f"{added} recorded, {done.known} known before, {refused} not taken.",
        lang,
    )


_EXAMPLE = Words(
    "例如 chaque decide 青禾镇人民政府 confirm causes --because 理由 --by 姓名",
    "For example: chaque decide UNIT confirm causes --because TEXT --by NAME",
)
_SEE_HISTORY = Words("决定的号见 chaque history 单位", "See chaque history UNIT for the ids")

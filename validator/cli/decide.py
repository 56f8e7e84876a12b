"""chaque decide: record what a reviewer decides about a unit's report, or take in a filled sheet of decisions."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from typing import Annotated, NamedTuple

import typer

from validator.cli.inputs import complain
from validator.cli.ledgers import known_unit, known_year, newest_rules, rules_of
from validator.cli.recorded import UPDATE, confirmation
from validator.config import contents
from validator.errors import ChaqueError, UsageError, cannot
from validator.evidence import without_numbers
from validator.model.decision import Action, Decision, Seen
from validator.model.pack import Rule
from validator.renderers.wording import shown, text
from validator.review.deciding.decisions import ACTIONS, CHANGES, withdrawn
from validator.review.deciding.importing import Imported, imported
from validator.review.deciding.ledger import Ledger, nearest_ledger
from validator.review.deciding.named import rules_named
from validator.review.deciding.proposals import Proposal, Refusal, decision_of, meant, near_names, too_long
from validator.review.deciding.rows import SHEET, Mistake, outcome_named
from validator.review.deciding.sheet import read_sheet
from validator.review.workbooks import refuse_large
from validator.words import Lang, Words, say

REVIEWER = "CHAQUE_REVIEWER"
_OPTIONS = {"new": "--to", "reason": "--because", "who": "--by"}
"""Field of Proposal → the option that says it on the command line."""
_ARGUMENTS = {"unit": "UNIT", "action": "ACTION", "rule": "RULE"}
"""The same for what has no option; in Chinese these names say nothing that the refusal does not say."""


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
        raise _refused(refusal)
    with Ledger(ledger or nearest_ledger(), existing=True) as book:
        print(_recorded(book, wanted, lang))
    return 0


def _refused(r: Refusal) -> UsageError:
    name = _ARGUMENTS.get(r.field)
    what = Words(r.what.zh, f"{name}: {r.what.en}") if name else r.what
    return UsageError(_OPTIONS.get(r.field, ""), what, r.hint)


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
    raise UsageError(shown(word), Words("没有这种意见", "no such action"), _allowed(ACTIONS))


def _allowed(codes: Collection[str]) -> Words:
    return Words(f"可以写：{'、'.join(codes)}", f"Allowed: {', '.join(codes)}")


def _incomplete(wanted: Wanted) -> Refusal | None:
    if not wanted.because and wanted.action != "confirm":
        return Refusal("reason", Words("没有写理由", "no reason"), Words("加上 --because 理由", "Add --because TEXT"))
    if not wanted.who:
        hint = Words(f"加上 --by 姓名，或设环境变量 {REVIEWER}", f"Add --by NAME, or set {REVIEWER}")
        return Refusal("who", Words("没有写复核人", "no reviewer"), hint)
    return None


def _recorded(book: Ledger, wanted: Wanted, lang: Lang) -> str:
    """Append the decision and return the lines that say so."""
    year = known_year(book, wanted.year)
    seen = known_unit(book, wanted.unit, year)
    rules = rules_of(seen.pack) if seen.pack else newest_rules(book.seen(seen.unit, year))

    def chosen(decisions: Sequence[Decision]) -> list[Decision]:  # nobody can withdraw the same in between
        own = tuple(d for d in decisions if (d.unit, d.year) == (seen.unit, year))
        found = _decision(wanted, seen, rules, own)
        if isinstance(found, Refusal):
            raise _refused(found)
        return [found]

    (d,) = book.add_chosen(chosen)
    return confirmation(d, seen, book.decisions(d.unit, year), rules, lang)


def _decision(
    wanted: Wanted, seen: Seen, rules: Mapping[str, Rule], decisions: tuple[Decision, ...]
) -> Decision | Refusal:
    if wanted.action == "withdraw":
        return _withdrawal(wanted, seen, decisions)
    rule, new = _rule_id(wanted.rule, rules), _outcome(wanted.to)
    p = Proposal(seen.unit, seen.year, wanted.action, rule, new, wanted.because, wanted.who)
    return decision_of(p, seen, rules.get(rule))


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
    """Return the id of the rule that *wanted* names; an unknown one is left to be refused where no rules are known."""
    found = rules_named(wanted, rules)
    if len(found) == 1 or not (rules and wanted):
        return found[0] if found else wanted
    titles = [rules[id].title.zh for id in found]
    if titles:
        what = Words(f"可能指{len(found)}条规则", f"this may mean {len(found)} rules")
        raise UsageError(shown(wanted), what, meant(titles))
    near = near_names(wanted, [name for rule in rules.values() for name in (rule.title.zh, rule.id)])
    hint = near if near.zh else Words(f"全部规则：{'、'.join(rules)}", f"All rules: {', '.join(rules)}")
    raise UsageError(shown(wanted), Words("没有这条规则", "no such rule"), hint)


def _outcome(wanted: str) -> str:
    """Return the code of an outcome that is named by itself or by its word. Raise UsageError."""
    found = outcome_named(wanted) or ""
    if wanted and not found:
        what = Words(f"不能写“{shown(wanted)}”", f"cannot be “{shown(wanted)}”")
        raise UsageError("--to", what, _allowed(CHANGES))
    return found


def _taken_in(path: str, ledger: str, who: str, lang: Lang) -> int:
    """Take in a filled sheet, say what was not taken, and return the exit status."""
    sheet = read_sheet(_bytes(path), path)
    with Ledger(ledger or nearest_ledger(), existing=True) as book:
        done = imported(sheet, book, who, rules_of)
    for mistake in done.refused:
        complain(_not_taken(mistake, path), lang)
    print("\n".join([_summary(done, lang), *(_still_there(mistake, lang) for mistake in done.cleared)]))
    if done.added:
        print(say(UPDATE, lang))
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

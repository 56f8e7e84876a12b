"""What every format for people says in the same words: outcomes, verdicts, scores, places, decisions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from validator.evidence import visible
from validator.model.outline import Facts
from validator.model.pack import Pack, Rule
from validator.model.result import Assessment, Evidence, Machine, Outcome, Result, Score
from validator.model.run import Run
from validator.renderers.places import place
from validator.renderers.summary import summary
from validator.version import __version__
from validator.words import Lang, Words, say

OUTCOMES: Mapping[Outcome, Words] = {
    "pass": Words("有", "there"),
    "partial": Words("不全", "in part"),
    "fail": Words("缺", "missing"),
    "unknown": Words("不明", "unknown"),
    "error": Words("出错", "error"),
    "not_applicable": Words("不涉及", "n/a"),
    "not_checked": Words("没有查", "not checked"),
    "not_selected": Words("不查", "not selected"),
    "informational": Words("供参考", "for information"),
    "waived": Words("免除", "waived"),
}
_FOUND: Mapping[Outcome, Words] = {
    "pass": Words("没有问题", "fine"),
    "partial": Words("要核对", "to check"),
    "fail": Words("要核对", "to check"),
}
VERDICTS: Mapping[str, Words] = {
    "complete": Words("齐全", "complete"),
    "incomplete": Words("不齐全", "incomplete"),
    "undecided": Words("没有全部判明", "undecided"),
    "not_this_report": Words("不是这种报告", "not this report"),
    "unreadable": Words("读不了", "unreadable"),
}
UNIT_TYPES: Mapping[str, Words] = {
    "province": Words("省级", "province"),
    "city": Words("市级", "city"),
    "county": Words("县级", "county"),
    "town": Words("镇", "town"),
    "township": Words("乡", "township"),
    "street": Words("街道", "street"),
    "zone": Words("开发区", "zone"),
    "department": Words("部门", "department"),
    "party_joint": Words("党委和政府联合", "Party and government"),
}
BELOW: tuple[Outcome, ...] = ("fail", "partial", "unknown", "error")
OPEN: tuple[Outcome, ...] = ("unknown", "error")

# What ``visible`` leaves: lone surrogates, the Arabic letter mark, line separators, byte order marks, non-characters.
_UNSAFE = re.compile("[\ud800-\udfff\u061c\u2028\u2029\ufeff\ufffe\uffff]")

_LINE_BREAKS = re.compile("[ \t\u3000]*[\r\n][ \t\r\n\u3000]*")


def text(zh: str, en: str, lang: Lang) -> str:
    """Return the one of two texts that *lang* wants."""
    return en if lang == "en" else zh


def shown(text: str) -> str:
    """Return *text* on one line, with everything written out that could change how a page is read."""
    if text.isprintable():
        return text
    return _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", visible(text).replace("\n", "\\n"))


def quotation(text: str) -> str:
    """Return what somebody wrote on one line, safe to show: a line break in it is a blank."""
    return shown(_LINE_BREAKS.sub(" ", text))


def said(words: Words | None, lang: Lang) -> str:
    """Return what a rule or the program says, safe to show; nothing for None."""
    return shown(say(words, lang)) if words else ""


def path(a: Assessment) -> str:
    """Return the path of a file, safe to show."""
    return shown(a.path)


def outcome(found: Outcome, lang: Lang, rule: Rule | None = None) -> str:
    """Return the word for an outcome; what *rule* only asks people to check is not “missing”."""
    words = OUTCOMES[found]
    return say(_FOUND.get(found, words) if rule and rule.role == "unscored" else words, lang)


def marked(rule: Rule, r: Result, lang: Lang) -> str:
    """Return the word for a result with its marks."""
    return outcome(r.outcome, lang, rule) + marks(r, lang)


def marks(r: Result, lang: Lang) -> str:
    """Return whether the baseline knows a result or a reviewer has changed it."""
    known = text("（已知）", " (known)", lang) if r.known else ""
    return known + (text("（人工）", " (reviewer)", lang) if r.waived else "")


def verdict(a: Assessment | Machine, lang: Lang) -> str:
    """Return the word for a verdict, or for why there is none."""
    return say(VERDICTS[a.verdict or (a.status if isinstance(a, Assessment) else "undecided")], lang)


def score(found: Score | None) -> str:
    """Return the points out of 100, as a range where something is open; a dash where nothing was scored."""
    if found is None or found.low is None or found.high is None:
        return "—"
    return score_range(found.low, found.high)


def score_range(low: float, high: float) -> str:
    """Return points out of 100: one number, or the range that open questions leave."""
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"


def counts(found: Score, lang: Lang) -> str:
    """Return how many elements are there in full."""
    return text(f"{found.asked}项中{found.met}项齐全", f"{found.met} of {found.asked} in full", lang)


def machine(a: Assessment, lang: Lang) -> str:
    """Return what the machine alone had said; nothing where no reviewer has changed it."""
    if a.machine is None:
        return ""
    number, word = score(a.machine.score), verdict(a.machine, lang)
    return text(f"审核决定前：{word}，得分 {number}", f"Before decisions: {word}, score {number}", lang)


def points(r: Result, rule: Rule) -> str:
    """Return points of points; a question mark where something is open, a dash where nothing is asked."""
    if r.credit is None:
        return f"?/{rule.weight}" if r.outcome in OPEN else "—"
    return f"{rule.weight * r.credit / 100:g}/{rule.weight}"


def facts(a: Assessment) -> Facts:
    """Return what a report says about itself; what another document says is not about a report."""
    return a.facts if a.status == "assessed" else Facts()


def year(a: Assessment, lang: Lang) -> str:
    """Return the year reported on; nothing if the report does not give it."""
    found = facts(a).report_year
    return text(f"{found}年度", str(found), lang) if found else ""


def quoted(e: Evidence, lang: Lang) -> str:
    """Return place and quotation; quotations may have been left out."""
    at, words = shown(place(e, lang)), quotation(e.text)
    return text(f"{at}“{words}”", f"{at} “{words}”", lang) if words else at


def places(r: Result, lang: Lang) -> str:
    """Return all places of a result."""
    return text("；", "; ", lang).join(shown(place(e, lang)) for e in r.evidence)


def quotes(r: Result, lang: Lang) -> str:
    """Return all quotations of a result."""
    found = [quotation(e.text) for e in r.evidence if e.text]
    return found[0] if len(found) == 1 else text("；", "; ", lang).join(f"“{words}”" for words in found)


def message(r: Result, lang: Lang) -> str:
    """Return what a rule found, ended by a full stop."""
    return said(r.message, lang).rstrip("。.") + text("。", ".", lang)


def source(rule: Rule, lang: Lang) -> str:
    """Return the norm behind a rule and the item in it."""
    return f"{said(rule.source.norm, lang)} {said(rule.source.item, lang)}".strip()


def fix(rule: Rule, r: Result, lang: Lang) -> str:
    """Return what to write; nothing where nothing is known to be wrong."""
    return said(r.fix or rule.fix, lang) if r.outcome in ("fail", "partial") else ""


def decision(rule: Rule, r: Result, lang: Lang) -> str:
    """Return what a reviewer decided about a result and why; nothing where nobody has."""
    if r.waived is None:
        return ""
    w = r.waived
    change = f"{outcome(w.outcome, lang, rule)} → {outcome(r.outcome, lang, rule)}"
    until = w.until and text(f"有效至 {w.until}", f"until {w.until}", lang)
    who = text("，", ", ", lang).join(shown(part) for part in (w.authority, w.time, until) if part)
    return text(f"{change}。{shown(w.remark)}（{who}）", f"{change}. {shown(w.remark)} ({who})", lang)


def lacking(a: Assessment, pack: Pack, lang: Lang) -> str:
    """Return the required elements that are missing, then those that are there in part."""
    outcomes = {r.rule: r.outcome for r in a.results}
    titles = {rule.id: said(rule.title, lang) for rule in pack.rules}
    groups = []
    for wanted in ("fail", "partial"):
        names = [titles[m] for m in a.missing if outcomes[m] == wanted]
        if names:
            word = outcome(wanted, lang)
            groups.append(text(f"{word}：{'、'.join(names)}", f"{word}: {', '.join(names)}", lang))
    return text("；", "; ", lang).join(groups)


def totals(assessments: Sequence[Assessment], lang: Lang) -> str:
    """Return how many files of each kind there are, as one sentence."""
    s = summary(assessments)
    if lang == "en":
        return (
            f"{s['reports']} files: {s['complete']} complete, {s['incomplete']} incomplete, "
            f"{s['undecided']} undecided, "
            f"{s['not_this_report']} not this report, {s['unreadable']} unreadable."
        )
    return (
        f"共{s['reports']}个文件：齐全{s['complete']}，不齐全{s['incomplete']}，没有全部判明{s['undecided']}，"
        f"不是这种报告{s['not_this_report']}，读不了{s['unreadable']}。"
    )


def heading(run: Run, lang: Lang) -> str:
    """Return the title of the whole: what was checked."""
    packs = list(run.packs.values())
    name = said(packs[0].title, lang) if len(packs) == 1 else text("年度报告", "Annual reports", lang)
    return text(f"{name}检查结果", f"{name}: what was found", lang)


def made_by(run: Run, lang: Lang) -> str:
    """Return the program and the rules that were applied, so that a result can be made again."""
    packs = [f"{shown(p.id)} {shown(p.version)} ({p.sha256[:12]})" for p in run.packs.values()]
    return f"chaque {__version__} · {text('规则包', 'rules', lang)} {text('、', ', ', lang).join(packs)}"

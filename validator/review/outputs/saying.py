"""What every output of a review says in the same words: standings, grounds, timing, decisions, copied text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from validator.model.decision import Decision, Lapsed
from validator.model.pack import Pack, Rule
from validator.model.result import Outcome, Result
from validator.model.review import Claim, FileRole, Ground, Review, Standing, Timing, Trace, UnitReview
from validator.renderers import wording as w
from validator.review.deciding.decisions import ACTIONS, NO_RULES, day_of, outcome_said, reason_said, unacceptable
from validator.words import Lang, Words, say

STANDINGS: Mapping[Standing, Words] = {
    "submitted": Words("已报送", "sent"),
    "doubtful": Words("待确认", "to be confirmed"),
    "other_year": Words("所报年度不符", "another year"),
    "other_kind": Words("不是年度报告", "not this report"),
    "unreadable": Words("打不开", "unreadable"),
    "missing": Words("未报送", "not sent"),
    "exempt": Words("不要求报送", "exempt"),
}
Group = Literal["submitted", "doubtful", "unfit", "missing", "exempt"]
"""Standings that are counted and listed together."""
GROUPS: Mapping[Group, Words] = {
    "submitted": STANDINGS["submitted"],
    "doubtful": STANDINGS["doubtful"],
    "unfit": Words("报送不符", "not usable"),
    "missing": STANDINGS["missing"],
    "exempt": STANDINGS["exempt"],
}
"""The one name of each group, wherever it is told."""
UNFIT_MEANS = Words(
    "报来的是其他年度的报告、其他文件，或者文件打不开、读不出文字",
    "what came is another year's report, another document, or a file that cannot be read",
)
"""What makes a unit one of those whose files do not count."""
GROUNDS: Mapping[Ground, Words] = {
    "roster": Words("名册指定", "roster"),
    "signature": Words("署名", "signed"),
    "title": Words("标题", "title"),
    "file_name": Words("文件名", "file name"),
    "similar": Words("名称相近", "similar name"),
}
ROLES: Mapping[FileRole, Words] = {
    "current": Words("采用", "counts"),
    "older": Words("旧稿", "older"),
    "same": Words("内容相同", "same words"),
    "other_year": Words("年度不符", "another year"),
    "other_kind": Words("不是年度报告", "not this report"),
    "unreadable": Words("打不开", "unreadable"),
    "doubtful": Words("待确认", "to be confirmed"),
    "stray": Words("对不上名册", "of no unit"),
}
STATES: Mapping[str, Words] = {
    "returned": Words("退回", "returned"),
    "accepted": Words("接受", "accepted"),
    "": Words("", ""),
}
TRACES: Mapping[str, Words] = {
    "other_unit": Words("别的单位", "another unit"),
    "last_year": Words("上一年", "last year"),
    "other_kind": Words("别类单位的说法", "another kind of unit"),
}
TASKS: Mapping[str, Words] = {
    "taken_up": Words("有下文", "taken up"),
    "partly": Words("可能有下文，请看", "perhaps, please look"),
    "no_trace": Words("按字面没有找到", "words not found"),
}
PLACES: Mapping[str, Words] = {
    "first": Words("在先", "first"),
    "later": Words("在后", "later"),
    "unknown": Words("先后不明", "order unknown"),
}
"""Codes of ``precedence``."""
COPIED_OF = Words(
    "雷同占比：除去规定用语和共同段落后，正文与别的报告（不含本单位上年报告）相同或相近的比例。"
    "“在先”：与它雷同的报告日期都在它之后；“在后”：至少有一份在它之前；在先的也计入雷同的份数。",
    "Copied: the share of the running text, without prescribed wording and passages that all share, that is the same "
    "or nearly the same in other units' reports. “First”: all of those are dated later; “later”: at least one is dated "
    "earlier. The first ones count as copied, too.",
)
"""What figures on copied text mean; once in every output."""
AGAIN = Words("已改，待复核", "changed, to be reviewed again")
DUE_FROM: Mapping[str, Words] = {"roster": Words("名册", "roster"), "pack": Words("规定", "rules")}
SENT_FROM: Mapping[str, Words] = {
    "received": Words("收到日期", "day received"),
    "issued": Words("成文日期", "day under the report"),
}


def kind(name: str | None, lang: Lang) -> str:
    """Return the word for a kind of unit; nothing for None, the name itself for a kind that has no word."""
    return say(w.UNIT_TYPES[name], lang) if name and name in w.UNIT_TYPES else w.shown(name or "")


def group(standing: Standing) -> Group:
    """Return the group that a standing is counted in."""
    if standing == "other_year" or standing == "other_kind" or standing == "unreadable":
        return "unfit"
    return standing


def first_pack(review: Review) -> Pack:
    """Return the pack used for units without a report."""
    return next(iter(review.packs.values()))


def report(review: Review, lang: Lang) -> str:
    """Return what is asked for: 2025年法治政府建设年度报告."""
    title = w.said(first_pack(review).title, lang)
    year = f"{review.year}年" if "年度" in title else f"{review.year}年度"
    return w.text(f"{year}{title}", f"{title} {review.year}", lang)


def again(u: UnitReview) -> bool:
    """Tell whether a unit's file has to be looked at again: a decision has lapsed, and none about the whole holds."""
    if u.state or u.current is None or u.standing == "exempt":
        return False
    return any(x.why != unacceptable(u.standing) for x in u.lapsed)  # that one is as it was when it was accepted


def handled(u: UnitReview, lang: Lang) -> str:
    """Return what was decided about the whole report, or that it has to be looked at again."""
    return say(AGAIN if again(u) else STATES[u.state], lang)


def day(day: str | None, lang: Lang) -> str:
    """Return a date YYYY-MM-DD as people write it: 2026年3月1日; what is no date stays, nothing for None."""
    parts = (day or "").split("-")
    if lang == "en" or len(parts) != 3 or not all(p.isdecimal() for p in parts):
        return w.shown(day or "")
    return f"{parts[0]}年{int(parts[1])}月{int(parts[2])}日"


def percent(share: float) -> str:
    """Return a share from 0 to 1 as a whole percentage; what is there is never 0 %."""
    return f"{max(round(100 * share), 1) if share > 0 else 0}%"


def timing(t: Timing, lang: Lang) -> str:
    """Return one sentence: until when, when it came, how late; what is unknown is said to be unknown."""
    zh = [f"应于{day(t.due, 'zh')}前报送" if t.due else "报送期限不明"]
    en = [f"Due by {t.due}" if t.due else "Deadline unknown"]
    verb = {"received": ("收到", "received"), "issued": ("成文", "dated")}.get(t.sent_from or "", ("报送", "sent"))
    zh.append(f"{day(t.sent, 'zh')}{verb[0]}" if t.sent else "报送日期不明")
    en.append(f"{verb[1]} {t.sent}" if t.sent else "day of sending unknown")
    if t.days is not None:
        zh.append(f"逾期{t.days}天" if t.days > 0 else "没有逾期")
        en.append(f"{days(t.days)} late" if t.days > 0 else "in time")
    return w.text("，".join(zh) + "。", ", ".join(en) + ".", lang)


def due(t: Timing, on: str, lang: Lang) -> str:
    """Return one sentence on a report that is not there: until when, and how long that is ago *on* a day, if past."""
    if not t.due:
        return w.text("报送期限不明。", "Deadline unknown.", lang)
    over = past(t.due, on)
    zh, en = f"应于{day(t.due, 'zh')}前报送", f"Due by {w.shown(t.due)}"
    if over:
        zh, en = f"{zh}，到{day(on, 'zh')}已逾期{over}天", f"{en}, {days(over)} overdue on {on}"
    return w.text(f"{zh}。", f"{en}.", lang)


def days(count: int) -> str:
    """Return a number of days in English."""
    return f"{count} day{'' if count == 1 else 's'}"


def when(u: UnitReview, on: str, lang: Lang) -> str:
    """Return one sentence on deadline and sending, as the standing *on* the day of the review has it.

    Nothing for an exempt unit; of one whose file is in doubt not how long it is overdue: perhaps it is not.
    """
    if u.standing == "exempt":
        return ""
    if u.standing == "submitted":
        return timing(u.timing, lang)
    return due(u.timing, "" if u.standing == "doubtful" else on, lang)


def late(t: Timing) -> bool:
    """Tell whether it is known to be late."""
    return t.days is not None and t.days > 0


def past(due: str | None, day: str) -> int | None:
    """Return by how many days *day* is after *due*, None where one is unknown or it is not."""
    try:
        days = (date.fromisoformat(day) - date.fromisoformat(due or "")).days
    except ValueError:
        return None
    return days if days > 0 else None


def claim(c: Claim, lang: Lang) -> str:
    """Return a unit whose file it may be and on what grounds: 青禾镇（署名“青禾镇政府”、文件名“青禾”）."""
    grounds = [w.text(f"{GROUNDS[g].zh}“{w.shown(x)}”", f"{GROUNDS[g].en} “{w.shown(x)}”", lang) for g, x in c.grounds]
    name = w.shown(c.unit)
    if not grounds:
        return name
    return w.text(f"{name}（{'、'.join(grounds)}）", f"{name} ({', '.join(grounds)})", lang)


def decided(u: UnitReview, rule: str = "") -> Decision | None:
    """Return the newest decision that holds about *rule*, without a rule about the whole report."""
    about = [d for d in u.decisions if d.rule == rule and d.action != "withdraw"]
    return max(about, key=lambda d: d.id) if about else None


def outcome(u: UnitReview, r: Result) -> Outcome:
    """Return the outcome that counts for a unit: the corrected one where a reviewer has corrected it."""
    d = decided(u, r.rule)
    # The ledger holds only outcomes that can be chosen on the sheet or on the command line.
    return d.new if d and d.action == "correct" and d.new in w.OUTCOMES else r.outcome  # type: ignore[return-value]


def decision(d: Decision | None, lang: Lang, rule: Rule | None = None, about: str = "") -> str:
    """Return what was decided, why and by whom: 更正：缺 → 有。附件已单列（王某，2026-03-05）. *about*: its rule."""
    if d is None:
        return ""
    word = say(ACTIONS[d.action], lang) + (w.text(f"“{about}”", f" “{about}”", lang) if about else "")
    change = ""
    if d.action == "correct":
        old, new = (outcome_said(code, lang, rule) for code in (d.old, d.new))
        change = w.text(f"：{old} → {new}", f": {old} → {new}", lang)
    reason, who = w.quotation(reason_said(d, lang).rstrip("。.")), f"{w.shown(d.who)}, {day_of(d.at)}"
    because = w.text(f"。{reason}" if reason else "", f". {reason}" if reason else "", lang)
    return f"{word}{change}{because}" + w.text(f"（{who.replace(', ', '，')}）", f" ({who})", lang)


def trace(t: Trace, lang: Lang) -> str:
    """Return words that fit another report, and which: 别的单位“白石镇”."""
    word = say(TRACES[t.kind], lang)
    words = w.quotation(t.words)
    return w.text(f"{word}“{words}”", f"{word}: “{words}”", lang)


def lapsed(x: Lapsed, lang: Lang, rules: Mapping[str, Rule] = NO_RULES) -> str:
    """Return a decision that no longer holds, and why: 退回。请重报（王某，2026-03-05）：报告文字已改动."""
    rule = rules.get(x.decision.rule)
    about = w.said(rule.title, lang) if rule else w.shown(x.decision.rule)
    told, why = decision(x.decision, lang, rule, about), w.said(x.why, lang)
    return w.text(f"{told}：{why}", f"{told}: {why}", lang)

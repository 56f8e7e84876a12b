"""What every output of a review says in the same words: standings, grounds, timing, decisions, copied text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from validator.model.decision import Action, Decision
from validator.model.result import Outcome, Result
from validator.model.review import Claim, Filed, Ground, Role, Standing, Timing, Trace, UnitReview
from validator.renderers import wording as w
from validator.review.decisions import day_of
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
GROUNDS: Mapping[Ground, Words] = {
    "roster": Words("名册指定", "roster"),
    "signature": Words("署名", "signed"),
    "title": Words("标题", "title"),
    "file_name": Words("文件名", "file name"),
    "similar": Words("名称相近", "similar name"),
}
ROLES: Mapping[Role, Words] = {
    "current": Words("采用", "counts"),
    "older": Words("旧稿", "older"),
    "same": Words("内容相同", "same words"),
    "other_year": Words("年度不符", "another year"),
    "other_kind": Words("不是年度报告", "not this report"),
    "unreadable": Words("打不开", "unreadable"),
    "doubtful": Words("待确认", "to be confirmed"),
    "stray": Words("名册上没有的单位", "of no unit"),
}
KINDS: Mapping[str, Words] = {
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
STATES: Mapping[str, Words] = {
    "returned": Words("退回", "returned"),
    "accepted": Words("接受", "accepted"),
    "": Words("", ""),
}
ACTIONS: Mapping[Action, Words] = {
    "confirm": Words("维持", "confirm"),
    "correct": Words("更正", "correct"),
    "return": Words("退回", "return"),
    "accept": Words("接受", "accept"),
    "withdraw": Words("撤回", "withdraw"),
}
TRACES: Mapping[str, Words] = {
    "other_unit": Words("别的单位", "another unit"),
    "last_year": Words("上一年", "last year"),
    "other_kind": Words("别类单位的说法", "another kind of unit"),
}
TASKS: Mapping[str, Words] = {
    "taken_up": Words("写到了", "taken up"),
    "partly": Words("写到一部分", "in part"),
    "no_trace": Words("没有下文", "no trace"),
}
DUE_FROM: Mapping[str, Words] = {"roster": Words("名册", "roster"), "pack": Words("规定", "rules")}
SENT_FROM: Mapping[str, Words] = {
    "received": Words("收到日期", "day received"),
    "issued": Words("成文日期", "day under the report"),
}


def kind(name: str | None, lang: Lang) -> str:
    """Return the word for a kind of unit; nothing for None, the name itself for a kind that has no word."""
    return say(KINDS[name], lang) if name and name in KINDS else w.shown(name or "")


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
        en.append(f"{t.days} days late" if t.days > 0 else "in time")
    return w.text("，".join(zh) + "。", ", ".join(en) + ".", lang)


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


def why(f: Filed, lang: Lang) -> str:
    """Return why a file has its role, and whose it may be."""
    parts = [w.said(f.why, lang), *(claim(c, lang) for c in f.claims)]
    return w.text("；", "; ", lang).join(part for part in parts if part)


def decided(u: UnitReview, rule: str = "") -> Decision | None:
    """Return the newest decision that holds about *rule*, without a rule about the whole report."""
    about = [d for d in u.decisions if d.rule == rule and d.action != "withdraw"]
    return max(about, key=lambda d: d.id) if about else None


def outcome(u: UnitReview, r: Result) -> Outcome:
    """Return the outcome that counts for a unit: the corrected one where a reviewer has corrected it."""
    d = decided(u, r.rule)
    # The ledger holds only outcomes that can be chosen on the sheet or on the command line.
    return d.new if d and d.action == "correct" and d.new in w.OUTCOMES else r.outcome  # type: ignore[return-value]


def decision(d: Decision | None, lang: Lang) -> str:
    """Return what was decided, why and by whom: 更正：缺 → 有。附件已单列（王某，2026-03-05）."""
    if d is None:
        return ""
    word = say(ACTIONS[d.action], lang)
    change = ""
    if d.action == "correct":
        old, new = (w.outcome(o, lang) if o in w.OUTCOMES else w.shown(o) for o in (d.old, d.new))  # type: ignore[arg-type]
        change = w.text(f"：{old} → {new}", f": {old} → {new}", lang)
    reason, who = w.shown(d.reason.rstrip("。.")), f"{w.shown(d.who)}, {day_of(d.at)}"
    about = w.text(f"。{reason}" if reason else "", f". {reason}" if reason else "", lang)
    return f"{word}{change}{about}" + w.text(f"（{who.replace(', ', '，')}）", f" ({who})", lang)


def trace(t: Trace, lang: Lang) -> str:
    """Return words that fit another report, and which: 别的单位“白石镇”."""
    word = say(TRACES[t.kind], lang)
    return w.text(f"{word}“{w.shown(t.words)}”", f"{word}: “{w.shown(t.words)}”", lang)
